"""Looks that a theme doesn't draw itself: moved from another theme's page onto its own."""

from __future__ import annotations

from pathlib import Path

import pytest

import deckgen
from deckgen.findings import Findings
from deckgen.theme.check import check_looks
from deckgen.theme.reader import load_theme
from deckgen.theme.records import PlaceholderSpec, Theme
from deckgen.units import Box, inches
from tests.layout.areas import hits
from tests.layout.every_slide import KINDS, SHORT, picture, talk

COLORS = """colors:
  light:
    ground: "#FCFBF8"
    text: "#16211E"
    muted: "#53605A"
    surface: "#F0F1EC"
    line: "#C6CCC5"
    soft: "#E3EAE5"
    primary: "#12433A"
    on-primary: "#FFFFFF"
    accent-text: "#83601F"
    accents: ["#12433A", "#B5832E", "#7FA294", "#4D6670", "#8A2B2B", "#D3C293"]
fonts: {brand: {heading: Georgia, body: Arial}}
"""
NARROW = (
    COLORS
    + """styles:
  title: {size: 30, leading: 36, font: heading, ladder: [30, 28]}
  body: {size: 22, leading: 30, ladder: [22, 20]}
master:
  title: {box: [2.68, 0.64, 9.97, 1.0], style: title, color: text}
  body: {box: [2.694, 1.889, 9.972, 4.6], style: body, color: text}
chrome:
  number: {box: [11.87, 6.81, 0.8, 0.37], style: [18, 26], color: muted, align: right}
  footer: {box: [7.3, 6.81, 4.4, 0.37], style: [18, 26], color: muted, align: right}
  date: {box: [5.6, 6.81, 1.6, 0.37], style: [18, 26], color: muted, align: right}
"""
)
MARGIN = "extends: plain\ngrid: {margin: 1.5}\n"


def sound(folder: Path, text: str) -> Theme:
    home = folder / "themes" / "acme"
    home.mkdir(parents=True, exist_ok=True)
    (home / "theme.yaml").write_text(text, encoding="utf-8")
    (folder / "deckgen.yaml").write_text("", encoding="utf-8")
    findings = Findings()
    theme = load_theme("acme", project=folder, base=folder, findings=findings)
    assert [str(f) for f in findings] == []
    assert theme is not None
    return theme


def plain() -> Theme:
    theme = load_theme("plain", project=None, base=None, findings=Findings())
    assert theme is not None
    return theme


def placeholder(theme: Theme, look: str, role: str) -> PlaceholderSpec:
    found = theme.looks[look].placeholder(role)
    assert found is not None
    return found


def test_without_a_page_of_its_own_a_theme_has_that_of_plain(tmp_path: Path) -> None:
    theme = sound(tmp_path, COLORS)
    for name, look in plain().looks.items():
        assert [p.box for p in theme.looks[name].placeholders] == [p.box for p in look.placeholders]


def test_what_stands_at_an_edge_there_stands_at_the_edge_here(tmp_path: Path) -> None:
    theme = sound(tmp_path, NARROW)
    body = placeholder(theme, "bullets", "body").box
    assert (body.x, body.y, body.right) == (inches(2.694), inches(1.889), inches(2.694) + inches(9.972))
    picture_box = placeholder(theme, "image", "picture").box
    assert (
        picture_box == Box(0, 0, inches(13.333), inches(7.5)) == placeholder(plain(), "image", "picture").box
    )
    side = placeholder(theme, "image-right", "picture").box
    assert side.right == placeholder(plain(), "image-right", "picture").box.right
    rules = [s for s in theme.looks["agenda"].shapes if s.name == "rule"]
    assert {s.box.x for s in rules} == {inches(2.694)}
    assert {s.box.w for s in rules} == {inches(9.972)}


def test_titles_stand_where_the_themes_own_do_in_its_style(tmp_path: Path) -> None:
    theme = sound(tmp_path, NARROW)
    for look in ("bullets", "agenda", "title-only", "compare"):
        title = placeholder(theme, look, "title")
        assert title.box == theme.master.title.box
        assert title.text is not None and title.text.style == theme.styles["title"]
    cover = placeholder(theme, "cover", "title")
    assert cover.text is not None and cover.text.style.size == 66


def test_circles_stay_circles_and_rows_keep_to_the_body(tmp_path: Path) -> None:
    theme = sound(tmp_path, NARROW)
    pole = next(s for s in theme.looks["triangle"].shapes if s.name == "pole")
    assert pole.box.w == pole.box.h
    rows = next(s for s in theme.looks["agenda"].shapes if s.name == "minutes" and s.when.count == (1, 5))
    assert rows.repeat is not None and rows.repeat.step is not None
    assert rows.box.bottom + 4 * rows.repeat.step[1] <= theme.master.body.box.bottom


def test_a_margin_alone_moves_what_is_inherited(tmp_path: Path) -> None:
    theme = sound(tmp_path, MARGIN)
    width = inches(13.333)
    assert theme.master.body.box.x == inches(1.5)
    assert abs(theme.master.body.box.right - (width - inches(1.5))) < 1000
    body = placeholder(theme, "bullets", "body").box
    assert (body.x, body.y) == (inches(1.5), placeholder(plain(), "bullets", "body").box.y)
    title = placeholder(theme, "bullets", "title").box
    assert title == theme.master.title.box and title.x == inches(1.5)
    assert abs(theme.chrome.number.box.right - (width - inches(1.5))) < 1000


def test_a_look_of_ones_own_is_left_where_it_was_drawn(tmp_path: Path) -> None:
    theme = sound(
        tmp_path, MARGIN + "looks:\n  statement:\n    placeholders:\n      title: {box: [2, 2, 9, 3]}\n"
    )
    assert placeholder(theme, "statement", "title").box == Box.of_inches(2, 2, 9, 3)


def test_one_line_stays_high_enough_for_its_line(tmp_path: Path) -> None:
    theme = sound(tmp_path, NARROW)
    there = plain()
    for name, look in theme.looks.items():
        for spec, other in zip(look.placeholders, there.looks[name].placeholders, strict=True):
            if spec.text is None:
                continue
            assert spec.box.bottom <= inches(7.5) + 10
            if other.box.h >= inches(spec.text.style.leading / 72):
                assert spec.box.h >= inches(spec.text.style.leading / 72) - 10, (name, spec.role)


@pytest.mark.parametrize("text", [COLORS, NARROW, MARGIN], ids=["colours", "narrow", "margin"])
@pytest.mark.parametrize("kind", [k for k in KINDS if k != "image"])
def test_slides_of_every_kind_are_clear(tmp_path: Path, text: str, kind: str) -> None:
    """One of the common keys on each slide, titles short: nothing meets, and a deck can be made."""
    sound(tmp_path, text)
    picture(tmp_path)
    for keys in ({}, {"subtitle": SHORT["subtitle"]}, {"source": SHORT["source"]}):
        (tmp_path / "talk.yaml").write_text(talk(kind, keys, "acme"), encoding="utf-8")
        assert list(hits(deckgen.compose(deckgen.load(tmp_path / "talk.yaml")))) == []


@pytest.mark.parametrize("name", ["helium", "plain"])
def test_shipped_themes_show_every_key_on_every_look(name: str) -> None:
    theme = load_theme(name, project=None, base=None, findings=Findings())
    assert theme is not None
    findings = Findings()
    check_looks(theme, findings)
    assert [str(f) for f in findings] == []


def test_a_look_that_does_not_show_a_key_is_found_with_its_place(tmp_path: Path) -> None:
    look = "    placeholders:\n      title: {box: [1, 1, 9, 1], style: title}\n      source: {when: {slot: picture}, box: [1, 6, 9, 1], style: title}\n"
    theme = sound(tmp_path, "extends: plain\nlooks:\n  mine:\n    common: [subtitle, support]\n" + look)
    findings = Findings()
    check_looks(theme, findings)
    found = {f.message.rsplit(" ", 1)[1]: f for f in findings}
    assert set(found) == {"'kicker'", "'source'"}
    span = found["'kicker'"].span
    assert span is not None and (span.file, span.line) == ("themes/acme/theme.yaml", 4)
