"""The kind `agenda`, as a user sees it."""

from __future__ import annotations

from pathlib import Path

from .talks import both_themes, build_deck, findings_of, texts

SLIDES = """- agenda
- section: Warum
- statement: Darum.
- section: Wohin
- statement: Dorthin."""


@both_themes
def test_an_agenda_lists_the_sections(tmp_path: Path, theme: str) -> None:
    words = texts(build_deck(tmp_path, SLIDES, theme).slides[0])
    assert "Warum" in words
    assert "Wohin" in words
    assert words.index("Warum") < words.index("Wohin")


def test_an_agenda_without_sections_is_refused_with_its_place(tmp_path: Path) -> None:
    found = findings_of(tmp_path, "- agenda")
    assert [f.code for f in found] == ["agenda-empty"]
    assert found[0].span is not None
    assert found[0].span.line == 8


def test_each_section_gets_an_agenda_of_its_own_title(tmp_path: Path) -> None:
    from .talks import HEAD

    deck = build_deck(
        tmp_path,
        SLIDES.removeprefix("- agenda\n"),
        head=HEAD.replace("slides:", "agenda: each-section\nslides:"),
    )
    titles = [s.shapes.title.text_frame.text for s in deck.slides]
    assert len(titles) == len(set(titles)) == 6
    assert sum("Warum" in t for t in titles) == 2
