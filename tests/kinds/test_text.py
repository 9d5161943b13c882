"""The kind `text`, as a user sees it."""

from __future__ import annotations

from pathlib import Path

from .talks import both_themes, build_deck, findings_of

SLIDE = """- title: Warum
  text: |
    Ein Absatz mit __starken__ Worten.

    - Erster Punkt
    - Zweiter: mit Lead
      - tiefer

    3. drei
    4. vier
"""


def body(slide: object) -> object:
    return next(s for s in slide.placeholders if s.placeholder_format.idx == 1)  # type: ignore[attr-defined]


@both_themes
def test_paragraphs_and_lists_stand_in_one_placeholder(tmp_path: Path, theme: str) -> None:
    slide = build_deck(tmp_path, SLIDE, theme).slides[0]
    rows = body(slide).text_frame.paragraphs  # type: ignore[attr-defined]
    assert [p.text for p in rows] == [
        "Ein Absatz mit starken Worten.",
        "Erster Punkt",
        "Zweiter\u2002mit Lead",
        "tiefer",
        "drei",
        "vier",
    ]
    assert [p.level for p in rows] == [0, 0, 0, 1, 0, 0]
    assert [r.text for r in rows[0].runs if r.font.bold] == ["starken"]
    numbers = [p._p.find(".//{*}buAutoNum") for p in rows]
    assert [n is not None for n in numbers] == [False, False, False, False, True, True]
    assert numbers[4].get("startAt") == "3"


@both_themes
def test_text_alone_is_a_slide_and_beside_a_list_its_support(tmp_path: Path, theme: str) -> None:
    deck = build_deck(
        tmp_path, "- title: A\n  text: Nur Text.\n- title: B\n  bullets: [Eins]\n  text: Dazu.", theme
    )
    assert body(deck.slides[0]).text_frame.text == "Nur Text."  # type: ignore[attr-defined]
    assert body(deck.slides[1]).text_frame.text == "Eins"  # type: ignore[attr-defined]


@both_themes
def test_a_long_text_goes_on_to_further_slides_and_loses_nothing(tmp_path: Path, theme: str) -> None:
    words = [
        f"Absatz {n} sagt in zwei Zeilen etwas, das an dieser Stelle noch nicht gesagt war, und endet."
        for n in range(24)
    ]
    text = "".join(f"    {w}\n\n" for w in words)
    deck = build_deck(tmp_path, f"- title: Viel zu sagen\n  text: |\n{text}", theme)
    shown = [p.text for s in deck.slides for p in body(s).text_frame.paragraphs]  # type: ignore[attr-defined]
    assert shown == words
    titles = [s.shapes.title.text_frame.text for s in deck.slides]
    count = len(titles)
    assert count > 1
    assert titles == [f"Viel zu sagen\u00a0({n}/{count})" for n in range(1, count + 1)]


def test_an_empty_item_is_named_with_its_line(tmp_path: Path) -> None:
    found = findings_of(tmp_path, "- title: Warum\n  text: |\n    - Eins\n    -\n    - Drei")
    assert [(f.code, f.span.line) for f in found if f.span] == [("empty-item", 11)]
