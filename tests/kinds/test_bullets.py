"""The kind `bullets`, as a user sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from .talks import both_themes, build_deck, findings_of


def body(slide: object) -> object:
    return next(s for s in slide.placeholders if s.placeholder_format.idx == 1)  # type: ignore[attr-defined]


@both_themes
def test_bullets_stand_in_one_body_placeholder(tmp_path: Path, theme: str) -> None:
    slide = build_deck(tmp_path, "- title: Worum es geht\n  bullets:\n    - Eins\n    - Zwei", theme).slides[
        0
    ]
    assert [p.text for p in body(slide).text_frame.paragraphs] == ["Eins", "Zwei"]  # type: ignore[attr-defined]


@both_themes
def test_leads_are_bold(tmp_path: Path, theme: str) -> None:
    slide = build_deck(
        tmp_path,
        "- title: Wege\n  bullets:\n    - 'Marke: gibt Richtung'\n    - Vorleben: beginnt oben",
        theme,
    ).slides[0]
    runs = body(slide).text_frame.paragraphs[0].runs  # type: ignore[attr-defined]
    assert runs[0].text == "Marke"
    assert runs[0].font.bold is True


@both_themes
@pytest.mark.parametrize("count", [1, 4, 7, 8, 15, 30])
def test_no_item_is_lost_when_a_list_is_split(tmp_path: Path, theme: str, count: int) -> None:
    items = "\n".join(f"    - Punkt Nummer {n}" for n in range(1, count + 1))
    deck = build_deck(tmp_path, f"- title: Viele Punkte\n  bullets:\n{items}", theme)
    shown = [p.text for s in deck.slides for p in body(s).text_frame.paragraphs]  # type: ignore[attr-defined]
    assert shown == [f"Punkt Nummer {n}" for n in range(1, count + 1)]
    titles = [s.shapes.title.text_frame.text for s in deck.slides]
    assert len(set(titles)) == len(titles)


def test_children_stand_one_level_down(tmp_path: Path) -> None:
    slide = build_deck(tmp_path, "- title: Worum\n  bullets:\n    - Eins:\n      - Kind\n    - Zwei").slides[
        0
    ]
    assert [p.level for p in body(slide).text_frame.paragraphs] == [0, 1, 0]  # type: ignore[attr-defined]


def test_leads_are_set_apart_only_if_all_items_have_one(tmp_path: Path) -> None:
    slides = '- title: A\n  bullets: ["Eins: ja", Zwei: auch, "Drei\\\\: nicht"]\n- title: B\n  bullets: [Eins: ja, Zwei: auch]'
    first, second = build_deck(tmp_path, slides).slides
    assert first.placeholders[1].text_frame.text == "Eins: ja\nZwei: auch\nDrei: nicht"
    assert second.placeholders[1].text_frame.text == "Eins\tja\nZwei\tauch"


@both_themes
def test_a_list_below_one_item_goes_on_below_the_item_again(tmp_path: Path, theme: str) -> None:
    rows = "\n".join(f"        - Punkt {n}" for n in range(30))
    deck = build_deck(tmp_path, f"- title: Tief\n  bullets:\n    - Oben:\n{rows}", theme)
    bodies = [next(s for s in slide.placeholders if s.placeholder_format.idx == 1) for slide in deck.slides]
    lines = [[p.text for p in body.text_frame.paragraphs] for body in bodies]
    assert len(lines) > 1
    assert [first for first, *_ in lines] == ["Oben"] * len(lines)
    assert [row for _, *own in lines for row in own] == [f"Punkt {n}" for n in range(30)]


@pytest.mark.parametrize("key", ["icon: x", "image: p.jpg"])
def test_what_items_cannot_do_yet_is_refused(tmp_path: Path, key: str) -> None:
    for item in (f"{{text: a, {key}}}", f"{{Lead: a, {key}}}"):
        (finding,) = findings_of(tmp_path, f"- title: A\n  bullets: [{item}]")
        assert finding.code == "unknown-key" and "isn't part of this version" in finding.fix
        assert repr(key.split(":")[0]) in finding.message
