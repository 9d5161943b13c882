"""The kind `section`, as a user sees it."""

from __future__ import annotations

from pathlib import Path

from .talks import both_themes, build_deck, texts


@both_themes
def test_a_divider_counts_the_sections(tmp_path: Path, theme: str) -> None:
    deck = build_deck(
        tmp_path, "- section: Warum\n- statement: Darum.\n- section: Wohin\n- statement: Dorthin.", theme
    )
    assert deck.slides[2].shapes.title.text_frame.text == "Wohin"
    assert any("2" in t for t in texts(deck.slides[2]))


def test_divider_false_drops_only_the_divider(tmp_path: Path) -> None:
    deck = build_deck(tmp_path, "- section: Warum\n  divider: false\n- statement: Darum.")
    assert [s.shapes.title.text_frame.text for s in deck.slides] == ["Darum."]


def test_a_section_without_divider_opens_with_its_first_slide(tmp_path: Path) -> None:
    slides = "- section: Warum\n- statement: Darum.\n- section: Wohin\n  divider: false\n- statement: Dorthin.\n- statement: Weiter."
    deck = build_deck(tmp_path, slides)
    tree = deck.part._element
    names = [s.get("name") for s in tree.iter() if s.tag.endswith("}section")]
    sizes = [
        sum(1 for i in s.iter() if i.tag.endswith("}sldId"))
        for s in tree.iter()
        if s.tag.endswith("}section")
    ]
    assert names == ["Warum", "Wohin"]
    assert sizes == [2, 2]
