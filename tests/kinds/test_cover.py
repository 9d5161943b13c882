"""The kind `cover`, as a user sees it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import deckgen

from .talks import HEAD, both_themes, build_deck, texts


@both_themes
def test_a_cover_shows_title_subtitle_and_speaker(tmp_path: Path, theme: str) -> None:
    slide = build_deck(tmp_path, "- cover", theme).slides[0]
    assert slide.shapes.title.text_frame.text == "Ein Vortrag"
    assert {"Was alle angeht", "Siegfried Haider"} <= set(texts(slide))


def test_a_cover_can_have_a_title_of_its_own(tmp_path: Path) -> None:
    slide = build_deck(tmp_path, "- cover:\n  title: Ein anderer Titel").slides[0]
    assert slide.shapes.title.text_frame.text == "Ein anderer Titel"


OCCASION = HEAD.replace("slides:", 'event: Tagung "Zukunft"\nplace: Essen\nslides:')


@both_themes
def test_a_cover_names_event_place_and_date(tmp_path: Path, theme: str) -> None:
    slide = build_deck(tmp_path, "- cover", theme, OCCASION).slides[0]
    assert "Tagung „Zukunft“, Essen, 4.\u00a0Januar\u00a02021" in texts(slide)


@both_themes
def test_without_a_subtitle_the_event_takes_its_place(tmp_path: Path, theme: str) -> None:
    head = OCCASION.replace("subtitle: Was alle angeht\n", "").replace("lang: de", "lang: en-GB")
    shown = texts(build_deck(tmp_path, "- cover", theme, head).slides[0])
    assert "Tagung “Zukunft”" in shown
    assert "Essen, 4\u00a0January\u00a02021" in shown


@both_themes
def test_several_speakers_fit_on_cover_and_section(tmp_path: Path, theme: str) -> None:
    names = "Siegfried Haider, Erika Mustermann, Karl-Heinz Müller-Lüdenscheidt"
    head = re.sub("speaker: .*", f"speaker: [{names}]", OCCASION).replace("{theme}", theme)
    deck = build_deck(tmp_path, "- cover\n- section: Eins", theme, head)
    assert all(names in texts(slide) for slide in deck.slides)


def test_a_layout_that_the_author_chose_may_leave_out_what_the_head_says(tmp_path: Path) -> None:
    head = HEAD.replace("date:", "event: Tagung\nplace: Bonn\ndate:")
    deck = build_deck(
        tmp_path,
        "- cover:\n  layout: statement\n- section: A\n  layout: statement\n- closing:\n  layout: statement",
        head=head,
    )
    assert [s.slide_layout.name for s in deck.slides] == ["Statement"] * 3
    with pytest.raises(deckgen.TalkError, match=r"slot-lost.*'name'"):
        build_deck(tmp_path, "- quote: Gesagt\n  by: Jemand\n  layout: statement")
