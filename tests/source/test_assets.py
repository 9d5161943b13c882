"""Pictures: by content, without metadata, bounded, the same bytes each time."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from deckgen.findings import Findings, Span
from deckgen.source.assets import PictureFile, is_whole, load_picture, mean_colors

SECRET = b"Geheimnis"


def picture(kind: str, mode: str = "RGB", **options: object) -> bytes:
    out = io.BytesIO()
    image = Image.new(mode, (40, 20))
    image.paste(Image.new(mode, (20, 20), 255 if mode in ("L", "P") else None or (0,) * len(mode)), (0, 0))
    image.save(out, kind, **options)  # type: ignore[arg-type]
    return out.getvalue()


def loaded(folder: Path, name: str, data: bytes) -> tuple[PictureFile | None, list[str]]:
    path = folder / name
    path.write_bytes(data)
    findings = Findings()
    result = load_picture(path, name, findings, Span("t", 2, 3))
    again = load_picture(path, name, Findings(), Span("t", 2, 3))
    assert again == result
    assert (result is None) == bool(list(findings))
    return result, [f"{f.code}: {f.message} {f.fix}" for f in findings]


def exif(orientation: int = 1) -> Image.Exif:
    result = Image.Exif()
    result[0x0112] = orientation
    result[0x010E] = SECRET.decode()
    return result


def png_with_text() -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", SECRET.decode())
    return picture("PNG", pnginfo=info, exif=exif())


@pytest.mark.parametrize(
    ("name", "data", "suffix"),
    [
        ("a.png", png_with_text(), "png"),
        ("a.jpg", picture("JPEG", exif=exif(), comment=SECRET) + SECRET, "jpeg"),
        ("a.gif", picture("GIF", "P", comment=SECRET) + SECRET, "gif"),
        ("a.webp", picture("WEBP", exif=exif()), "png"),
        ("a.bmp", picture("BMP"), "png"),
        ("a.tif", picture("TIFF", description=SECRET.decode()), "png"),
        ("c.jpg", picture("JPEG", "CMYK", exif=exif(), comment=SECRET), "jpeg"),
    ],
)
def test_pictures_come_without_metadata(tmp_path: Path, name: str, data: bytes, suffix: str) -> None:
    result, _ = loaded(tmp_path, name, data)
    assert result is not None
    assert (result.suffix, result.width, result.height) == (suffix, 40, 20)
    assert SECRET not in result.data
    with Image.open(io.BytesIO(result.data)) as image, Image.open(io.BytesIO(data)) as before:
        assert image.mode in ("RGB", "P")
        if suffix != "jpeg" or before.mode == "RGB":
            assert image.convert("RGB").tobytes() == before.convert("RGB").tobytes()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_turned_picture_stands_upright(tmp_path: Path, kind: str) -> None:
    result, _ = loaded(
        tmp_path, "a", picture(kind, exif=exif(6), **({} if kind == "PNG" else {"quality": 90}))
    )
    assert result is not None
    assert (result.width, result.height) == (20, 40)
    assert SECRET not in result.data


def test_a_phone_s_several_pictures_in_one_are_its_first(tmp_path: Path) -> None:
    data = picture("MPO", save_all=True, append_images=[Image.new("RGB", (40, 20), "red")])
    result, _ = loaded(tmp_path, "a.jpg", data)
    assert result is not None
    assert result.suffix == "jpeg"
    assert b"MPF\0" not in result.data
    assert result.data.count(b"\xff\xd8\xff") == 1


def bomb(side: int) -> bytes:
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    parts = [b"\x89PNG\r\n\x1a\n"]
    for kind, body in ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b"")):
        parts.append(struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)))
    return b"".join(parts)


def png(width: int, height: int, rows: bytes, packed: bytes | None = None) -> bytes:
    """A PNG in shades of grey with sound checksums, whatever its data is."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = [b"\x89PNG\r\n\x1a\n"]
    whole = zlib.compress(rows) if packed is None else packed
    pieces = [(b"IDAT", whole[i : i + 8192]) for i in range(0, len(whole), 8192)]
    for kind, body in ((b"IHDR", head), *pieces, (b"IEND", b"")):
        parts.append(struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)))
    return b"".join(parts)


ROWS = (b"\0" + bytes(range(250)) * 4) * 600  # 600,600 bytes


@pytest.mark.parametrize(
    "data",
    [
        png(1000, 600, ROWS[:-1001]),
        png(1000, 600, ROWS[:500_500] + b"\x07" + ROWS[500_501:]),
        png(1000, 600, b"", zlib.compress(ROWS, 0)[:-40_000]),
        png(1000, 600, b"", zlib.compress(ROWS, 0)[:-40_000] + b"\xff" * 40_000),
        png(1000, 600, b"", zlib.compress(ROWS)[:-4] + b"\0\0\0\0"),
    ],
    ids=["a row too few", "no filter", "broken off", "garbage", "checksum"],
)
def test_a_png_whose_data_goes_wrong_late_is_found(tmp_path: Path, data: bytes) -> None:
    result, found = loaded(tmp_path, "a.png", data)
    if result is None:
        assert [f.split(":")[0] for f in found] == ["picture-broken"]
    else:  # dense data with right checksums is unpacked by checks only
        assert len(data) > 500_000
        assert not is_whole(result.data)


def test_a_large_sound_png_goes_in_as_it_is(tmp_path: Path) -> None:
    data = png(1000, 600, ROWS)
    result, _ = loaded(tmp_path, "a.png", data)
    assert result is not None and result.data == data


def test_a_large_pictures_colours_take_no_second_copy(tmp_path: Path) -> None:
    """A picture of 50 million pixels takes 200 MB decoded; converted it would take twice that."""
    with patch.object(Image.Image, "convert", autospec=True, side_effect=Image.Image.convert) as convert:
        assert mean_colors(picture("PNG"))[0] != mean_colors(picture("PNG", "L"))[:1]
    assert all(call.args[0].size == (32, 18) for call in convert.call_args_list)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.png", picture("JPEG"), "picture-type: a.png: says .png and is JPEG"),
        ("a.webp", picture("PNG"), "says .webp and is PNG"),
        ("a.svg", picture("PNG"), "says .svg and is PNG"),
        ("a.svg", b"Text", "picture-type"),
        ("a.svg", b"<!doctype html><html><svg></svg></html>", "svg-refused"),
        ("a.heic", b"\0\0\0\x18ftypheic" + b"\0" * 30, "HEIC pictures"),
        ("a.emf", b"\x01\0\0\0" + b"\0" * 36 + b" EMF" + b"\0" * 30, "EMF pictures"),
        ("a.eps", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "EPS pictures"),
        ("a.png", b"", "picture-type"),
        ("a.png", b"Text", "picture-type"),
        ("a.png", picture("PNG")[:60], "picture-broken"),
        ("a.png", picture("PNG")[:-12], "picture-broken"),
        ("a.jpg", picture("JPEG")[:-10], "picture-broken"),
        ("a.gif", picture("GIF", "P")[:-1], "picture-broken"),
        ("a.png", bomb(7200), "picture-too-large"),
        ("a.png", bomb(9000), "picture-too-large"),
        ("a.png", bomb(60000), "picture-too-large"),
        ("a.png", b"\0" * (32 * 1024 * 1024 + 1), "larger than 32 MB"),
    ],
)
def test_bad_pictures_are_findings(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    result, found = loaded(tmp_path, name, data)
    assert result is None
    assert len(found) == 1
    assert words in found[0]


@given(st.sampled_from(["PNG", "JPEG", "GIF"]), st.integers(0, 900), st.binary(min_size=1, max_size=4))
def test_no_damage_raises_anything(
    tmp_path_factory: pytest.TempPathFactory, kind: str, at: int, change: bytes
) -> None:
    data = picture(kind, "P" if kind == "GIF" else "RGB")
    at %= len(data)
    path = tmp_path_factory.getbasetemp() / "damaged"
    path.write_bytes(data[:at] + change + data[at + len(change) :])
    load_picture(path, "damaged", Findings(), Span("t"))
