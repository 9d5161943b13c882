"""The kind `compare`, as a user sees it."""

from __future__ import annotations

from pathlib import Path

from .talks import both_themes, build_deck, findings_of

SLIDE = """- title: Kontrolle hält am Boden. Kultur hebt ab.
  compare:
    - {title: Nur Kontrolle, bullets: [Prozesse, Anweisungen], result: wirkt bedingt}
    - {title: Gelebte Kultur, text: von allen verstanden, result: begeistert}
"""


@both_themes
def test_sides_headings_and_results_fill_placeholders(tmp_path: Path, theme: str) -> None:
    slide = build_deck(tmp_path, SLIDE, theme).slides[0]
    held = {s.placeholder_format.idx: s.text_frame.text for s in slide.placeholders if s.has_text_frame}
    assert held[32] == "Nur Kontrolle"
    assert held[1] == "Prozesse\nAnweisungen"
    assert held[34] == "wirkt bedingt"
    assert held[33] == "Gelebte Kultur"
    assert held[31] == "von allen verstanden"
    assert held[35] == "begeistert"


def test_a_comparison_has_two_sides(tmp_path: Path) -> None:
    found = findings_of(tmp_path, "- title: A\n  compare:\n    - {title: Eins, text: a}")
    assert [f.code for f in found] == ["wrong-count"]


def test_a_side_is_a_map(tmp_path: Path) -> None:
    found = findings_of(tmp_path, "- title: A\n  compare: [eins, zwei]")
    assert {f.code for f in found} == {"wrong-type"}
