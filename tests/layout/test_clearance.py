"""Nothing runs into anything: every kind with every common key, titles of one and of two lines, short and long texts."""

from __future__ import annotations

from pathlib import Path

import pytest

import deckgen
from deckgen.scene.deck import Deck
from deckgen.scene.items import TextFrame
from deckgen.units import points

from ..kinds.talks import both_themes, composed
from .areas import area, hits
from .every_slide import KINDS, LONG, SHORT, picture, talk

COMBINATIONS = [
    (),
    *((key,) for key in SHORT),
    ("subtitle", "text"),
    ("kicker", "subtitle", "source"),
    tuple(SHORT),
]


def composed_or_refused(folder: Path, text: str) -> tuple[Deck | None, list[deckgen.Finding]]:
    try:
        return composed(folder, text), []
    except deckgen.TalkError as error:
        return None, list(error.findings)


@both_themes
@pytest.mark.parametrize("kind", KINDS)
def test_no_two_texts_meet(tmp_path: Path, theme: str, kind: str) -> None:
    """Long texts may be refused (an error with the line), short ones never but where all four stand beside a rising drawing."""
    picture(tmp_path)
    found = []
    for long_title in (False, True):
        for words in (SHORT, LONG):
            for keys in COMBINATIONS:
                for sections in (2, 4, 6, 8) if kind == "agenda" else (4,):
                    text = talk(kind, {k: words[k] for k in keys}, theme, long_title, sections)
                    deck, refused = composed_or_refused(tmp_path, text)
                    may = words is LONG or (len(keys) == 4 and kind.startswith("points"))
                    if not may or {f.code for f in refused} - {"text-overflow"}:
                        found += [(str(f), keys, long_title) for f in refused]
                    found += [(hit, keys, long_title) for hit in hits(deck)] if deck is not None else []
    assert found == []


def frame(deck: Deck, role: str, slide: int = 0) -> TextFrame:
    return next(
        i for i in deck.scenes[slide].items
        if isinstance(i, TextFrame) and i.placeholder is not None and i.placeholder.role == role
    )  # fmt: skip


@both_themes
def test_a_subtitle_stands_right_below_the_title(tmp_path: Path, theme: str) -> None:
    picture(tmp_path)
    for long_title in (False, True):
        deck = composed(tmp_path, talk("bullets-3", {"subtitle": "Was alle angeht"}, theme, long_title))
        title, subtitle = frame(deck, "title"), frame(deck, "subtitle")
        above, below = area(title, deck.scenes[0], deck), area(subtitle, deck.scenes[0], deck)
        assert title.fit is not None and above is not None and below is not None
        assert title.fit.lines == (2 if long_title else 1)
        assert points(3) <= below.y - above.bottom <= points(22)


@both_themes
def test_the_place_is_written_only_where_it_differs(tmp_path: Path, theme: str) -> None:
    picture(tmp_path)
    keys = {"subtitle": "Was alle angeht"}
    one = composed(tmp_path, talk("bullets-3", keys, theme))
    assert not frame(one, "subtitle").placed and not frame(one, "body").placed
    two = composed(tmp_path, talk("bullets-3", keys, theme, long_title=True))
    assert frame(two, "subtitle").placed and frame(two, "body").placed
    assert frame(two, "body").box.y > frame(one, "body").box.y


@both_themes
def test_what_follows_takes_its_size_and_colour_from_the_layout(tmp_path: Path, theme: str) -> None:
    """A moved placeholder says its place and no more."""
    picture(tmp_path)
    two = composed(tmp_path, talk("bullets-3", {"subtitle": "Was alle angeht"}, theme, long_title=True))
    run = frame(two, "subtitle").text.paragraphs[0].runs[0]
    assert run.size is None and run.color is None


FOOT = "title: T\ntheme: {theme}\nlang: de\nfooter: {footer}\nslides:\n  - {{id: x, title: Eins, source: '{source}', bullets: [Zwei]}}\n"


@both_themes
def test_a_footer_that_is_too_long_is_an_error_at_its_line(tmp_path: Path, theme: str) -> None:
    footer = "Führungskräftetagung der gesamten Unternehmensgruppe in Garmisch-Partenkirchen"
    with pytest.raises(deckgen.TalkError) as caught:
        composed(tmp_path, FOOT.format(theme=theme, footer=footer, source="Wir"))
    (finding,) = caught.value.findings
    assert finding.code == "text-overflow" and "footer" in finding.message
    assert finding.span is not None and finding.span.line == 4


@both_themes
def test_a_footer_steps_down_where_the_profile_allows_it(tmp_path: Path, theme: str) -> None:
    footer = "Führungskräftetagung der Unternehmensgruppe"
    text = FOOT.format(theme=theme, footer=footer, source="Wir")
    deck = composed(tmp_path, "profile: read\n" + text)
    fit = frame(deck, "footer").fit
    assert fit is not None and 10 <= fit.size < 18 and fit.lines == 1


@both_themes
def test_a_source_ends_before_the_footer(tmp_path: Path, theme: str) -> None:
    deck = composed(
        tmp_path,
        FOOT.format(theme=theme, footer="Tagung 2021", source="Alles ist Marketing, Gedanken zum Jahr 2021"),
    )
    source, footer = frame(deck, "source"), area(frame(deck, "footer"), deck.scenes[0], deck)
    assert footer is not None and source.fit is not None
    assert source.fit.lines == 1 and source.box.right < footer.x


def test_spare_room_widens_the_box(tmp_path: Path) -> None:
    """A title that takes its spare width stands in a box of that width: PowerPoint breaks lines at the box."""
    title = "Sieben Thesen begründen, warum Marketing Sache aller im Unternehmen ist und bleibt"
    deck = composed(
        tmp_path, f"title: T\ntheme: helium\nlang: de\nslides:\n  - {{title: '{title}', bullets: [Eins]}}\n"
    )
    frame_ = frame(deck, "title")
    assert frame_.placed and frame_.fit is not None
    assert points(frame_.fit.width) <= frame_.box.w
