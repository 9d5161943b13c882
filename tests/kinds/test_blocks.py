"""The kind `blocks`, as a user sees it."""

from __future__ import annotations

from pathlib import Path

from .talks import both_themes, build_deck, texts

PICTURE = Path(__file__).resolve().parent.parent.parent / "talks" / "pictures" / "seven.jpg"


@both_themes
def test_blocks_stand_one_below_another(tmp_path: Path, theme: str) -> None:
    (tmp_path / "seven.jpg").write_bytes(PICTURE.read_bytes())
    slides = """- title: Beides
  blocks:
    - text: Erst der Gedanke.
    - title: Dann die Schritte
      bullets: [Hören, Handeln]
    - {image: seven.jpg, alt: Ballons}
"""
    slide = build_deck(tmp_path, slides, theme).slides[0]
    assert "Erst der Gedanke.\nDann die Schritte\nHören\nHandeln" in texts(slide)
    body = next(s for s in slide.placeholders if s.placeholder_format.idx == 1)
    picture = next(s for s in slide.shapes if s._element.tag.endswith("}pic"))
    assert body.top + body.height <= picture.top
    assert picture.left == body.left


@both_themes
def test_too_many_blocks_go_on_to_a_further_slide(tmp_path: Path, theme: str) -> None:
    blocks = "".join(f"    - {{title: Block {n}, bullets: [eins, zwei, drei]}}\n" for n in range(8))
    deck = build_deck(tmp_path, f"- title: Viele\n  blocks:\n{blocks}", theme)
    shown = "\n".join(t for s in deck.slides for t in texts(s))
    assert [shown.count(f"Block {n}") for n in range(8)] == [1] * 8
    for slide in deck.slides:  # a heading never ends a slide
        body = next(s for s in slide.placeholders if s.placeholder_format.idx == 1)
        assert not body.text_frame.paragraphs[-1].text.startswith("Block")
