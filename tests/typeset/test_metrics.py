from __future__ import annotations

import struct
import zlib

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from deckgen.typeset.baseline import first_baseline
from deckgen.typeset.measure import measure_for
from deckgen.typeset.metrics import envelope, load_faces, pack, parse, shipped
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
    face = load_faces(OUTFIT)[style]
    measure = measure_for(face, face)
    assert measure.narrow is not None
    assert measure.narrow.width(word, 40) == pytest.approx(true, abs=0.02 * len(word))
    assert true - 0.07 * len(word) <= measure.width(word, 40) < true * 1.15 + 0.1 * len(word)


def test_tracking_goes_after_every_glyph_in_hundredths_of_a_point() -> None:
    measure = measure_for(load_faces(OUTFIT)["bold"])
    plain = measure.width("VIEL", 13)
    assert measure.width("VIEL", 13, 0.05) == pytest.approx(plain + 4 * 0.65)
    assert measure.width("VI\u00adEL", 13, 0.05) == pytest.approx(plain + 4 * 0.65)
    assert measure.width("VIEL", 13, 0.0123) == pytest.approx(plain + 4 * 0.16)


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
    assert [arial.advance(ch) for ch in "iMW0€"] == [455, 1706, 1933, 1139, 1139]
    assert (round(arial.ascent, 3), round(arial.descent, 3)) == (0.905, 0.212)
    assert arial.advance("漢") == 2048
    assert not arial.has("漢")
    assert shipped("Comic Papyrus") is None


def test_first_baseline_shares_the_line_by_ascent_and_descent() -> None:
    outfit = load_faces(OUTFIT)["regular"]
    assert first_baseline(outfit, 40, 48) == pytest.approx(48 * 1.0 / 1.26)


@given(st.text(alphabet="abcWMÄßẞ1,.-–€漢 ", max_size=20), st.integers(6, 90))
def test_envelope_is_never_narrower_than_either(text: str, size: int) -> None:
    outfit = load_faces(OUTFIT)["regular"]
    arial = (shipped("Arial") or {})["regular"]
    both = measure_for(envelope(outfit, arial))
    assert (both.face.ascent, both.face.descent) == (outfit.ascent, outfit.descent)
    assert both.width(text, size) >= max(
        measure_for(f).width(text, size) for f in (arial, outfit)
    ) - 0.05 * len(text)


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
