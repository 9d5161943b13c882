"""The kind `triangle`, as a user sees it."""

from __future__ import annotations

from pathlib import Path

from .talks import both_themes, build_deck, findings_of, texts


@both_themes
def test_three_poles_and_the_centre(tmp_path: Path, theme: str) -> None:
    slide = build_deck(
        tmp_path, "- title: Drei Pole.\n  triangle: [Marke, Angebot/Service, Kunde]\n  centre: alle", theme
    ).slides[0]
    words = [t.replace(" ", "") for t in texts(slide)]
    assert {"Marke", "Angebot/Service", "Kunde", "alle"} <= set(words)


def test_two_poles_are_refused(tmp_path: Path) -> None:
    assert [f.code for f in findings_of(tmp_path, "- title: Zwei\n  triangle: [Eins, Zwei]")] == [
        "wrong-count"
    ]
