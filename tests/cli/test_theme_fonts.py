"""`deckgen theme fonts`: what to install, and tables of widths from font files, which are foreign."""

from __future__ import annotations

import os
import struct
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

from deckgen.typeset.metrics import load_faces
from tests.typeset.fonts import FONTS, OUTFIT

from .running import TALK, run
from .test_theme import project

THEME = "extends: plain\nfonts:\n  brand: {heading: Outfit, body: Outfit}\n  office: {heading: Arial, body: Arial}\n"
REGULAR, BOLD = FONTS / "Outfit-Regular.ttf", FONTS / "Outfit-Bold.ttf"


def variable(weights: dict[int, int], default: int = 400) -> TTFont:
    """A variable font called Outfit: at each weight its A has that width."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "A"])
    builder.setupCharacterMap({0x41: "A", 0x42: "A"})
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((100, 0))
    pen.lineTo((100, 100))
    pen.closePath()
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "A": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "A": (weights[default], 0)})
    builder.setupHorizontalHeader(ascent=900, descent=-300)
    builder.setupNameTable({"familyName": "Outfit", "styleName": "Thin"})
    builder.setupOS2(fsType=2, usWeightClass=default)
    builder.setupPost()
    builder.setupFvar([("wght", 100, default, 900, "Weight")], [])
    # four corners of the glyph's own points, then its phantom points: the second one is the advance
    from fontTools.ttLib.tables.TupleVariation import TupleVariation

    grow = weights[900] - weights[default]
    points = [(0, 0)] * 3 + [(0, 0), (grow, 0), (0, 0), (0, 0)]
    builder.setupGvar({"A": [TupleVariation({"wght": (0.0, 1.0, 1.0)}, points)], ".notdef": []})
    return builder.font


def saved(font: TTFont | TTCollection, path: Path) -> Path:
    out = BytesIO()
    font.save(out)
    path.write_bytes(out.getvalue())
    return path


def test_what_to_install_where_is_said(tmp_path: Path) -> None:
    said = run(tmp_path, "theme", "fonts", "helium").stdout
    assert "Outfit-Bold.ttf" in said and "Install for all users" in said and "fit in Arial too" in said
    said = run(tmp_path, "theme", "fonts", "plain").stdout
    assert "every Office machine" in said


def test_a_font_without_a_table_is_measured_as_very_wide_until_one_is_made(tmp_path: Path) -> None:
    home = project(tmp_path, THEME)
    assert "none: measured as very wide" in run(tmp_path, "theme", "fonts", "acme").stdout
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks/t.yaml").write_text(TALK + "theme: acme\n", encoding="utf-8")
    done = run(tmp_path, "build", "talks/t.yaml")
    assert done.returncode == 0, done.stderr
    assert "warning[font-metrics]" in done.stderr and "deckgen theme fonts acme --add FILE" in done.stderr

    done = run(tmp_path, "theme", "fonts", "acme", "--add", str(REGULAR))
    table = home / "fonts" / "outfit.metrics"
    assert (done.returncode, done.stdout) == (0, f"{table}\n")
    assert "has no bold face yet" in done.stderr and "`metrics: [fonts/outfit.metrics]`" in done.stderr
    assert run(tmp_path, "theme", "fonts", "acme", "--add", str(BOLD)).returncode == 0
    assert load_faces(table)["bold"].advances == load_faces(OUTFIT)["bold"].advances
    assert load_faces(table)["regular"].advances == load_faces(OUTFIT)["regular"].advances

    (home / "theme.yaml").write_text(THEME + "  metrics: [fonts/outfit.metrics]\n", encoding="utf-8")
    assert "the theme's" in run(tmp_path, "theme", "fonts", "acme").stdout
    assert "font-metrics" not in run(tmp_path, "build", "talks/t.yaml").stderr


def test_variable_fonts_give_regular_and_bold_and_licences_are_told(tmp_path: Path) -> None:
    home = project(tmp_path, THEME)
    path = saved(variable({400: 500, 900: 1000}), tmp_path / "var.ttf")
    done = run(tmp_path, "theme", "fonts", "acme", "--add", str(path))
    assert done.returncode == 0, done.stderr
    faces = load_faces(home / "fonts/outfit.metrics")
    assert faces["regular"].advances["A"] == 1024
    assert faces["bold"].advances["A"] == round(2.048 * 800)  # at 700 of 400 to 900
    assert "forbids embedding" in done.stderr and "variable font" in done.stderr


def test_collections_and_webfonts_are_read(tmp_path: Path) -> None:
    home = project(tmp_path, THEME)
    both = TTCollection()
    both.fonts = [TTFont(REGULAR), TTFont(BOLD)]
    assert (
        run(tmp_path, "theme", "fonts", "acme", "--add", str(saved(both, tmp_path / "a.ttc"))).returncode == 0
    )
    assert set(load_faces(home / "fonts/outfit.metrics")) == {"regular", "bold"}
    web = TTFont(REGULAR)
    web.flavor = "woff"
    assert (
        run(tmp_path, "theme", "fonts", "acme", "--add", str(saved(web, tmp_path / "a.woff"))).returncode == 0
    )


def test_a_compressed_webfont_says_what_it_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """WOFF2 is packed with Brotli, which no part of deckgen needs otherwise."""
    home = project(tmp_path, THEME)
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    for name in ("brotli", "brotlicffi"):
        (hidden / f"{name}.py").write_text("raise ImportError\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(hidden), os.environ.get("PYTHONPATH", "")]))
    (tmp_path / "a.woff2").write_bytes(b"wOF2" + bytes(200))
    done = run(tmp_path, "theme", "fonts", "acme", "--add", "a.woff2")
    assert done.returncode == 2
    assert "a.woff2: WOFF2 needs the Python package brotli: pip install 'deckgen-pptx[fonts]'" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (home / "fonts").exists()


def test_a_compressed_webfont_is_read_where_brotli_is(tmp_path: Path) -> None:
    pytest.importorskip("brotli")
    home = project(tmp_path, THEME)
    web = TTFont(REGULAR)
    web.flavor = "woff2"
    done = run(tmp_path, "theme", "fonts", "acme", "--add", str(saved(web, tmp_path / "a.woff2")))
    assert done.returncode == 0, done.stderr
    assert (
        load_faces(home / "fonts/outfit.metrics")["regular"].advances
        == load_faces(OUTFIT)["regular"].advances
    )


def endless() -> bytes:
    """A font whose character map says that it has four thousand million characters."""
    font = variable({400: 500, 900: 1000})
    out = BytesIO()
    font["cmap"].tables[0].cmap[0x1F600] = "A"
    builder = FontBuilder(font=font)
    builder.setupCharacterMap({0x41: "A", 0x1F600: "A"})
    font.save(out)
    data = out.getvalue()
    group = struct.pack(">III", 0x1F600, 0x1F600, 1)
    assert group in data
    return data.replace(group, struct.pack(">III", 0x100, 0xFFFFFFFF, 1))


@pytest.mark.parametrize(
    "data",
    [b"", b"wOF2" + bytes(60), b"ttcf\0\1\0\0" + b"\xff" * 40, REGULAR.read_bytes()[:9000], b"\0\1\0\0\0\xff" + bytes(4000), endless()],
)  # fmt: skip
def test_hostile_fonts_are_refused_in_words(tmp_path: Path, data: bytes) -> None:
    home = project(tmp_path, THEME)
    (tmp_path / "bad.ttf").write_bytes(data)
    done = run(tmp_path, "theme", "fonts", "acme", "--add", "bad.ttf")
    assert (done.returncode, done.stdout) == (2, ""), done.stdout
    assert done.stderr.startswith("Error: bad.ttf: ") and "bug" not in done.stderr
    assert not (home / "fonts").exists()


def test_fonts_that_are_not_the_themes_and_shipped_themes_are_refused(tmp_path: Path) -> None:
    project(tmp_path, "extends: plain\n")
    done = run(tmp_path, "theme", "fonts", "acme", "--add", str(REGULAR))
    assert done.returncode == 2 and "'Outfit'" in done.stderr and "name the font in theme.yaml" in done.stderr
    done = run(tmp_path, "theme", "fonts", "plain", "--add", str(REGULAR))
    assert done.returncode == 2 and "extends: plain" in done.stderr
    done = run(tmp_path, "theme", "fonts", "acme", "--add", "nowhere.ttf")
    assert done.returncode == 2 and "nowhere.ttf" in done.stderr
