from __future__ import annotations

import struct
import zlib
from dataclasses import replace

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from deckgen.typeset.baseline import first_baseline
from deckgen.typeset.measure import measure_for
from deckgen.typeset.metrics import load_faces, pack, parse, shipped
from tests.typeset.fonts import FONTS, OUTFIT

WORDS = [
    "Tarif",
    "AVATAR",
    "Größe",
    "Wertschöpfung",
    "Toll!",
    "12,5\u00a0%",
    "„Ja“",
    "Prüf\u00adung",
    "L’été",
]
SHIPPED = ["Arial", "Helvetica", "Calibri", "Georgia", "Times New Roman", "Courier New", "Cambria"]


def test_shipped_fonts_carry_the_family_name_powerpoint_asks_for() -> None:
    for style in ("Regular", "Bold"):
        name = TTFont(FONTS / f"Outfit-{style}.ttf")["name"]
        assert (name.getDebugName(1), name.getDebugName(2)) == ("Outfit", style)


@pytest.mark.parametrize("style", ["regular", "bold"])
@pytest.mark.parametrize("word", WORDS)
def test_widths_are_those_of_the_font(style: str, word: str) -> None:
    """Against HarfBuzz with kerning only: the unrounded width, and never less in the bounding model."""
    path = FONTS / f"Outfit-{style.title()}.ttf"
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(path))))
    buf = hb.Buffer()
    buf.add_str(word.replace("\u00ad", ""))
    buf.guess_segment_properties()
    hb.shape(font, buf, {"kern": True, "liga": False, "calt": False, "clig": False, "rlig": False})
    true = sum(p.x_advance for p in buf.glyph_positions) * 40 / font.face.upem
    measure = measure_for(load_faces(OUTFIT)[style])
    assert true - 0.1 * len(word) <= measure.least(word, 40) <= true + 0.02 * len(word)
    assert true - 0.07 * len(word) <= measure.width(word, 40) < true * 1.15 + 0.1 * len(word)


def test_tracking_goes_after_every_glyph_in_hundredths_of_a_point() -> None:
    measure = measure_for(load_faces(OUTFIT)["bold"])
    plain = measure.width("VIEL", 13)
    assert measure.width("VIEL", 13, 0.05) == pytest.approx(plain + 4 * 0.65, abs=4 * 0.06)
    assert measure.width("VI\u00adEL", 13, 0.05) == measure.width("VIEL", 13, 0.05)
    assert measure.width("VIEL", 13, 0.0123) == pytest.approx(plain + 4 * 0.16, abs=4 * 0.06)
    # joiners and marks don't always get their share of what negative tracking takes off
    assert measure.width("VI\u2060EL", 13, -0.03) == measure.width("VIEL", 13, -0.03)


@given(
    st.text(alphabet="abcWMÄßẞ1,.-–€漢☕\U0001f600 AVTo", max_size=20),
    st.integers(6, 90),
    st.sampled_from([0.0, -0.03, 0.05]),
)
def test_the_least_is_never_more_than_the_most(text: str, size: int, tracking: float) -> None:
    for face in (load_faces(OUTFIT)["regular"], (shipped("Arial") or {})["bold"]):
        measure = measure_for(face)
        assert measure.least(text, size, tracking) <= measure.width(text, size, tracking) + 1e-6


@given(
    st.text(alphabet="abcWMÄßẞ1,.-–€漢☕ AVTo", max_size=20),
    st.characters(categories=["L", "N", "P", "S", "M", "Zs"]),
    st.integers(6, 90),
)  # fmt: skip
def test_the_bound_grows_with_the_text_and_the_size(text: str, more: str, size: int) -> None:
    measure = measure_for(load_faces(OUTFIT)["regular"], (shipped("Arial") or {})["regular"])
    assert measure.width(text + more, size) >= measure.width(text, size) - 1e-6
    # advances are rounded to whole pixels at each size
    assert measure.width(text, size + 2) >= measure.width(text, size) - 1e-6


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("\u2009", 0.2, 0.3), ("\u202f", 0.2, 0.35), ("\u2007", 0.55, 0.7), ("\u2011", 0.33, 0.45), ("\u2010", 0.33, 0.45),
        ("\u200d", 0, 0), ("\ufe0f", 0, 0), ("\u2060", 0, 0), ("\u200b", 0, 0),
        ("q\u0331", 0.55, 0.8), ("\U0001f388", 1.37, 1.5), ("\u2b50", 1.25, 1.5), ("漢", 1, 1), ("\u3000", 1, 1),
    ],
)  # fmt: skip
def test_what_a_font_lacks_is_as_wide_as_what_programs_take_instead(
    text: str, least: float, most: float
) -> None:
    """In em; the bare face has letters, digits and ASCII punctuation only."""
    arial = (shipped("Arial") or {})["regular"]
    bare = replace(arial, advances={ch: arial.advances[ch] for ch in map(chr, range(0x20, 0x7F))})
    width = measure_for(bare).width(text, 48) / 48
    assert least - 0.01 <= width <= most + 0.01


@pytest.mark.parametrize("family", SHIPPED)
def test_every_shipped_family_sets_german_in_four_styles(family: str) -> None:
    faces = shipped(family)
    assert faces is not None
    assert set(faces) == {"regular", "bold", "italic", "bold-italic"}
    for face in faces.values():
        assert all(face.has(ch) for ch in "ÄÖÜäöüß„“‚‘–—…€ §")
        assert 0.7 < face.ascent < 1.05
        assert 0.15 < face.descent < 0.35


def test_known_numbers_of_arial() -> None:
    arial = (shipped("arial") or {})["regular"]
    assert [arial.advances[ch] for ch in "iMW0€"] == [455, 1706, 1933, 1139, 1139]
    assert (round(arial.ascent, 3), round(arial.descent, 3)) == (0.905, 0.212)
    assert not arial.has("漢")
    assert shipped("Comic Papyrus") is None


def test_first_baseline_shares_the_line_by_ascent_and_descent() -> None:
    outfit = load_faces(OUTFIT)["regular"]
    assert first_baseline(outfit, 40, 48) == pytest.approx(48 * 1.0 / 1.26)


@given(
    st.text(alphabet='abcWMÄßẞ1,.-–€漢 LTyVA"’', max_size=20), st.integers(6, 90), st.sampled_from(SHIPPED)
)
def test_two_fonts_together_are_never_narrower_than_either(text: str, size: int, family: str) -> None:
    brand, office = load_faces(OUTFIT)["bold"], (shipped(family) or {})["bold"]
    both = measure_for(brand, office)
    assert both.face is brand
    assert [m.face for m in both.faces] == [brand, office]
    for alone in both.faces:
        assert both.width(text, size) >= alone.width(text, size)
        assert both.least(text, size) <= alone.least(text, size)


def test_pack_and_parse_are_inverse() -> None:
    data = OUTFIT.read_bytes()
    assert pack(parse(data)) == data


@given(st.integers(0, 5000), st.integers(1, 255))
def test_a_damaged_file_is_refused(position: int, change: int) -> None:
    data = bytearray(OUTFIT.read_bytes())
    data[position % len(data)] ^= change
    try:
        faces = parse(bytes(data))
    except ValueError:
        return
    # some bits of a deflate stream mean nothing; then the numbers must be the same
    assert pack(faces) == OUTFIT.read_bytes()


@given(st.integers(0, 12000), st.integers(1, 255))
def test_a_damaged_body_gives_a_value_error_or_faces(position: int, change: int) -> None:
    body = bytearray(zlib.decompress(OUTFIT.read_bytes()[8:]))
    body[position % len(body)] ^= change
    try:
        faces = parse(b"DGM1" + struct.pack("<I", len(body)) + zlib.compress(bytes(body)))
    except ValueError:
        return
    for face in faces.values():
        assert measure_for(face).width("Tarif AVATAR", 20) >= 0 or any(v < 0 for v in face.kerning.matrix)


def test_a_bomb_is_refused() -> None:
    bomb = zlib.compress(bytes(50 << 20))
    for claimed in (1000, 50 << 20):
        with pytest.raises(ValueError):
            parse(b"DGM1" + struct.pack("<I", claimed) + bomb)


def test_a_missing_file_is_an_os_error() -> None:
    with pytest.raises(OSError):
        load_faces(FONTS / "none.metrics")
