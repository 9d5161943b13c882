"""SVG pictures: what goes into a deck of them, how large they are, and what is refused where."""

from __future__ import annotations

import gzip
import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from deckgen.findings import Finding, Findings, Span
from deckgen.source import svg_file
from deckgen.source.assets import PictureFile, load_picture
from tests.svgs import HALVES, RECT, svg

SPAN = Span("t.yaml", 2, 3)


def loaded(folder: Path, data: bytes, name: str = "a.svg") -> tuple[PictureFile | None, list[Finding]]:
    (folder / name).write_bytes(data)
    findings = Findings()
    return load_picture(folder / name, name, findings, SPAN), list(findings)


def cleaned(folder: Path, data: bytes) -> str:
    """The SVG as it goes into a deck."""
    found, _ = loaded(folder, data)
    assert found is not None and found.svg is not None
    return found.svg.data.decode()


def colour(data: bytes, x: float, y: float) -> tuple[int, ...]:
    """The colour at shares of a picture's sides."""
    with Image.open(io.BytesIO(data)) as image:
        return image.convert("RGBA").getpixel((int(x * image.width), int(y * image.height)))  # type: ignore[return-value]


def test_what_draws_stays_and_all_else_goes(tmp_path: Path) -> None:
    text = cleaned(
        tmp_path,
        svg(
            "<title>Geheim</title><desc>Geheim</desc><metadata><x>Geheim</x></metadata><script>Geheim()</script>"
            '<a href="javascript:Geheim()"><rect id="Geheim" onclick="Geheim()" data-x="Geheim" width="9" height="9"/></a>'
            '<other xmlns="http://example.com/Geheim">Geheim</other><animate attributeName="Geheim"/><!-- Geheim -->',
            head='<?xml version="1.0"?><?xml-stylesheet href="http://example.com/Geheim.css"?>'
            '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://example.com/Geheim.dtd">',
        ),
    )
    assert "Geheim" not in text
    assert '<g><rect width="9" height="9"/></g>' in text


def test_what_is_left_out_and_may_be_missed_is_told(tmp_path: Path) -> None:
    found, told = loaded(tmp_path, svg('<script/>\n<rect width="9" height="9" onload="x()"/><animate/>'))
    assert found is not None
    assert [f.code for f in told] == ["svg-left-out"]
    assert "a script (line 1)" in told[0].message and "an event handler (line 2)" in told[0].message


@pytest.mark.parametrize(
    "body",
    [
        "<style>@media print{rect{fill:red}}</style>" + RECT, "<style>rect:hover{fill:red}</style>" + RECT,
        '<rect fill="var(--brand)" width="9" height="9"/>', '<rect style="filter:blur(2px)" width="9" height="9"/>',
        '<g style="transform:scale(2);transform-origin:50% 50%">' + RECT + "</g>",
    ],
)  # fmt: skip
def test_styles_that_only_browsers_know_are_told(tmp_path: Path, body: str) -> None:
    found, told = loaded(tmp_path, svg(body))
    assert found is not None and [f.code for f in told] == ["svg-left-out"]


def test_styles_become_attributes_that_powerpoint_knows(tmp_path: Path) -> None:
    text = cleaned(
        tmp_path,
        svg(
            "<style>/* x */ rect { fill: red; stroke: #0008 } .b{fill:rgba(0,128,0,.5)} g > rect#c {fill:hsl(240,100%,50%)}"
            " .b{stroke-width:2!important} @media screen{rect{fill:pink}}</style>"
            '<rect width="1" height="1" fill="blue"/><rect class="b" width="2" height="1" style="stroke-width:9"/>'
            '<g><rect id="c" width="3" height="1" fill="transparent" style="stroke: none"/></g>'
            '<linearGradient id="d"><stop stop-color="transparent"/></linearGradient><path fill="url(#d)" d="M0 0z"/>'
        ),
    )
    assert '<rect fill="red" stroke="#000000" stroke-opacity="0.5333" width="1"' in text
    assert (
        'fill="#008000" stroke="#000000" stroke-width="2" fill-opacity="0.5" stroke-opacity="0.5333"' in text
    )
    assert '<rect fill="#0000ff" stroke="none" width="3"' in text
    assert '<stop stop-color="#000000" stop-opacity="0"/>' in text
    assert "style" not in text and "class" not in text


def test_what_css_alone_says_in_one_word_becomes_attributes(tmp_path: Path) -> None:
    text = cleaned(
        tmp_path,
        svg(
            "<style>text { font: italic 600 13px/1.4 'House Sans', sans-serif }</style><text y='20'>Wort</text>"
            "<g style='transform: translate(10px, 5px) rotate(9deg)'><path fill='rebeccapurple' d='M0 0H9V9Z'/></g>"
        ),
    )
    assert 'font-size="13px"' in text and "font-family=\"'House Sans', sans-serif\"" in text
    assert 'font-style="italic"' in text and 'font-weight="600"' in text
    assert '<g transform="translate(10, 5) rotate(9)"><path fill="#663399"' in text


def test_of_several_languages_one_is_drawn(tmp_path: Path) -> None:
    body = '<switch><path systemLanguage="fr" d="M1 0"/><path d="M2 0"/><path d="M3 0"/></switch>'
    assert '<g><path d="M2 0"/></g>' in cleaned(tmp_path, svg(body))


def test_office_s_own_classes_stay(tmp_path: Path) -> None:
    """They say which colours of an icon follow the theme."""
    text = cleaned(tmp_path, svg('<path class="x MsftOfcThm_Accent1_Fill" d="M0 0H9V9Z"/>'))
    assert 'class="MsftOfcThm_Accent1_Fill"' in text


def test_links_are_written_as_svg_1_1_has_them(tmp_path: Path) -> None:
    text = cleaned(
        tmp_path,
        svg(
            '<symbol id="a b"><rect width="9" height="9"/></symbol><use href="#a b"/><use xlink:href="#a b"/>'
        ),
    )
    assert text.count('<use xlink:href="#deckgen-1"/>') == 2
    assert '<symbol id="deckgen-1">' in text


def test_a_picture_in_an_svg_loses_its_metadata(tmp_path: Path) -> None:
    import base64

    out, exif = io.BytesIO(), Image.Exif()
    exif[0x010E] = "Geheimnis"
    Image.new("RGB", (4, 4), "red").save(out, "JPEG", exif=exif)
    link = "data:image/jpeg;base64," + base64.b64encode(out.getvalue()).decode()
    text = cleaned(tmp_path, svg(f'<image href="{link}" width="50" height="50"/>'))
    inner = base64.b64decode(text.partition("base64,")[2].partition('"')[0])
    assert inner.startswith(b"\xff\xd8") and b"Geheimnis" not in inner


def test_html_beside_its_substitute_is_passed_over(tmp_path: Path) -> None:
    body = '<switch><foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject><path d="M0 0H9V9Z"/></switch>'
    assert '<g><path d="M0 0H9V9Z"/></g>' in cleaned(tmp_path, svg(body))


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ('<mask id="m"><rect width="9" height="9" fill="#fff"/></mask><rect mask="url(#m)" width="9" height="9"/>', "a mask"),
        ('<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><rect filter="url(#f)" width="9" height="9"/>', "a filter"),
        ('<rect style="mix-blend-mode:multiply" width="9" height="9"/>', "blended colours"),
    ],
)  # fmt: skip
def test_what_powerpoint_may_draw_otherwise_is_told(tmp_path: Path, body: str, what: str) -> None:
    found, told = loaded(tmp_path, svg(body))
    assert found is not None
    assert [f.code for f in told] == ["svg-in-pixels"] and what in told[0].message


@pytest.mark.parametrize(
    ("keys", "width", "height"),
    [
        ('width="160" height="90"', 160, 90),
        ('width="160px" height="90pt"', 160, 120),
        ('width="25.4mm" height="1in"', 96, 96),
        ('width="2.54cm" viewBox="0 0 3 1"', 96, 32),
        ('height="32" viewBox="-5 -5 3 1"', 96, 32),
        ('width="100%" height="100%" viewBox="0,0,30,20"', 30, 20),
        ('viewBox="0 0 30 20"', 30, 20),
        ('width="20" height="20" viewBox="0 0 30 10"', 20, 20),
    ],
)
def test_its_size_is_what_it_says(tmp_path: Path, keys: str, width: float, height: float) -> None:
    found, told = loaded(tmp_path, svg(RECT, keys))
    assert found is not None and found.svg is not None and told == []
    assert (found.svg.width, found.svg.height) == pytest.approx((width, height), rel=1e-5)
    assert found.width / found.height == pytest.approx(width / height, rel=1e-3)


def test_it_is_drawn_as_it_says(tmp_path: Path) -> None:
    found, _ = loaded(tmp_path, svg(HALVES))
    assert found is not None and (found.width, found.height) == (10_000, 5_000)
    assert colour(found.data, 0.2, 0.5) == (255, 0, 0, 255)
    assert colour(found.data, 0.8, 0.5) == (0, 0, 255, 255)


def test_a_packed_one_is_taken(tmp_path: Path) -> None:
    found, told = loaded(tmp_path, gzip.compress(svg(RECT)), "a.svgz")
    assert found is not None and told == []


USES = '<g id="u0">' + RECT + "</g>" + "".join(
    f'<g id="u{i}">' + f'<use xlink:href="#u{i - 1}"/>' * 10 + "</g>" for i in range(1, 12)
)  # fmt: skip
LINKED = "from outside of the file"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (svg("<text>&a;</text>", head='<!DOCTYPE svg [<!ENTITY a "aaaa">]>\n'), "entity"),
        (svg("<text>&a;</text>", head='<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n'), "entity"),
        (svg("\n<text>&a;</text>", head='<!DOCTYPE svg SYSTEM "http://example.com/x.dtd">'), "&a; isn't defined"),
        (svg("\n<image href='http://example.com/x.png' width='9' height='9'/>"), LINKED),
        (svg("\n<image href='../../secret.png' width='9' height='9'/>"), LINKED),
        (svg("\n<image href='data:image/svg+xml;base64,AAAA' width='9' height='9'/>"), "another type"),
        (svg("\n<image href='data:image/png;base64,AAAA' width='9' height='9'/>"), "broken"),
        (svg("\n<use href='http://example.com/x.svg#a'/>"), LINKED),
        (svg("\n<use href='other.svg#a'/>"), LINKED),
        (svg("\n<foreignObject/>"), "HTML"),
        (svg("<filter id='f'>\n<feTurbulence/></filter>"), "feTurbulence"),
        (svg("\n" + USES), "too many shapes"),
        (svg("\n<g id='a'><use href='#a'/></g>"), "refers to itself"),
        (svg("\n<pattern id='p'><rect fill='url(#p)'/></pattern>"), "refers to itself"),
        (svg("\n" + "<g>" * 5000 + "</g>" * 5000), "deep"),
        (svg("\n" + "<g opacity='.5'>" * 20 + RECT + "</g>" * 20), "transparent groups"),
        (svg("\n" + RECT * 50_001), "50,000 elements"),
        (svg("\n<rect"), "well-formed"),
        (b"\n<svg viewBox='0 0 1 1'/>", "doesn't say that it is one"),
        (b"\n" + svg(RECT, ""), "how large"),
        (b"\n" + svg(RECT, "width='0' height='9'"), "no size"),
        (b"\n" + svg(RECT, "width='100000' height='1'"), "no size"),
        (b"\n" + svg(RECT, "viewBox='0 0 a b'"), "four numbers"),
    ],
)  # fmt: skip
def test_what_is_hostile_or_broken_is_refused_at_its_line(tmp_path: Path, data: bytes, words: str) -> None:
    found, told = loaded(tmp_path, data)
    assert found is None
    assert [f.code for f in told] == ["svg-refused"]
    assert words in told[0].message and told[0].fix
    assert told[0].span is not None and told[0].span.file == "a.svg"
    assert (told[0].span.line, told[0].notes[0].span) == (1 if words == "entity" else 2, SPAN)


@pytest.mark.parametrize(
    "data",
    [gzip.compress(b" " * 300_000_000), gzip.compress(svg(RECT))[:-9], b"\x1f\x8b" + b"\0" * 50, svg(RECT + " " * 9_000_000)],
    ids=["bomb", "cut off", "broken", "large"],
)  # fmt: skip
def test_what_is_packed_badly_is_refused(tmp_path: Path, data: bytes) -> None:
    found, told = loaded(tmp_path, data, "a.svgz" if data[:2] == b"\x1f\x8b" else "a.svg")
    assert found is None
    assert [(f.code, f.span) for f in told] == [("svg-refused", SPAN)]


@pytest.mark.parametrize(
    "body",
    [
        "<style>" + "/*" * 2_000_000 + "</style>" + RECT, "<style>" + "{" * 2_000_000 + "</style>" + RECT,
        f'<rect fill="{"url(#a) " * 500_000}" width="9" height="9"/>', "<style>" + "a b," * 500_000 + "{fill:red}</style>" + RECT,
        f'<g style="font:{"a " * 1_000_000}">{RECT}</g>', f'<g style="transform:{"scale(" * 300_000}">{RECT}</g>',
        f'<path d="{"M0 0L9 9" * 200_000}"/>', f'<g class="{"a " * 1_000_000}">{RECT}</g>',
    ],
    ids=range(8),
)  # fmt: skip
def test_what_goes_on_for_ever_ends(tmp_path: Path, body: str) -> None:
    """Each of them took minutes, or all of the stack, in a careless reading."""
    found, told = loaded(tmp_path, svg(body))
    assert found is not None or [f.code for f in told] == ["svg-refused"]


def test_what_would_take_all_memory_ends_in_a_process_of_its_own(tmp_path: Path) -> None:
    body = (
        '<pattern id="p" width="1e8" height="1e8" patternUnits="userSpaceOnUse"><rect width="1e8" height="1e8"/>'
        '</pattern><rect fill="url(#p)" width="99" height="49"/>'
    )
    found, told = loaded(tmp_path, svg(body))
    assert found is None
    assert [f.code for f in told] == ["svg-refused"]


def test_nothing_is_run_from_the_folder_of_the_talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resvg_py.py").write_text("open('proof', 'w')\n")
    monkeypatch.chdir(tmp_path)
    found, _ = loaded(tmp_path, svg('<path stroke="red" stroke-dasharray="3" d="M0 5H99"/>'))
    assert found is not None
    assert not os.path.exists("proof")


def test_text_that_no_font_draws_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draw: Callable[..., bytes] = svg_file.drawn
    monkeypatch.setattr(
        svg_file, "drawn", lambda svg, w, h, fonts, data=b"": draw(svg, w, h, fonts, svg.textless)
    )
    found, told = loaded(tmp_path, svg('<text y="20">Wort</text>'))
    assert found is None
    assert [f.code for f in told] == ["svg-text-lost"]


def test_text_keeps_its_font_and_is_drawn(tmp_path: Path) -> None:
    found, told = loaded(
        tmp_path, svg("<text y='40' font-size='40' font-family=\"'Some Font', Arial\">Größe</text>")
    )
    assert found is not None and found.svg is not None and told == []
    assert found.svg.families == ("Some Font",)
    assert "Größe" in found.svg.data.decode()


def test_without_resvg_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(svg_file, "can_draw", lambda: False)
    found, told = loaded(tmp_path, svg(RECT))
    assert found is None
    assert [f.code for f in told] == ["svg-needs-resvg"]
    assert "pip install 'deckgen-pptx[svg]'" in told[0].fix


@given(st.integers(0, 400), st.binary(min_size=1, max_size=6))
def test_no_damage_raises_anything(tmp_path_factory: pytest.TempPathFactory, at: int, change: bytes) -> None:
    data = svg(
        f'<style>.a{{fill:rgba(0,0,0,.5)}}</style><g transform="scale(2)">{HALVES}</g><use href="#x"/>'
    )
    at %= len(data)
    path = tmp_path_factory.getbasetemp() / "damaged.svg"
    path.write_bytes(data[:at] + change + data[at + len(change) :])
    load_picture(path, "damaged.svg", Findings(), Span("t"))
