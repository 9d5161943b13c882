"""Pictures in decks: SVG beside PNG, as many pixels as slides need, upright, in sRGB, without metadata, never distorted."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

import deckgen
from deckgen.layout.crop import cover
from deckgen.units import Box
from tests.kinds.talks import deck_of, written
from tests.rendering import pages, to_pdf

SECRET = "Geheimnis"
BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
ASVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"


def media(deck: Path) -> dict[str, bytes]:
    """The deck's pictures by name."""
    with zipfile.ZipFile(deck) as archive:
        return {n: archive.read(n) for n in archive.namelist() if n.startswith("ppt/media/")}


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def photo(width: int, height: int, noise: bool = True) -> Image.Image:
    """A picture that is red at its left and blue at its right, with noise as photographs have it."""
    image = Image.new("RGB", (width, height), (220, 30, 30))
    image.paste((30, 30, 220), (width // 2, 0, width, height))
    if not noise:
        return image
    grain = Image.effect_noise((width, height), 60).convert("RGB")
    return Image.blend(image, grain, 0.3)


def exif(orientation: int = 1) -> Image.Exif:
    result = Image.Exif()
    result[0x0112] = orientation
    result[0x010E] = SECRET
    gps = result.get_ifd(0x8825)
    gps[1], gps[2] = "N", (52.0, 31.0, 12.0)
    return result


def build(folder: Path, slides: str, theme: str = "plain", head: str = "") -> Path:
    extra = {"head": head} if head else {}
    return deckgen.write(deck_of(folder, slides, theme, **extra), folder / f"{theme}.pptx")


def portrait(folder: Path, name: str) -> bytes:
    """What a deck has of the picture `name` where it stands small, as a speaker's photo."""
    head = f"title: Ein Vortrag\nspeaker: {{{{name: Jane Doe, photo: {name}}}}}\ntheme: {{theme}}\nslides:\n"
    (data,) = media(build(folder, "- closing", "helium", head)).values()
    return data


FULL = "- title: Bild.\n  image: a.jpg\n  alt: Bild"
SIDE = "- title: Bild.\n  bullets: [Eins, Zwei]\n  image: a.jpg\n  alt: Bild"


class TestSvg:
    """SVG pictures in decks."""

    HEAD = (
        "title: Ein Vortrag\nspeaker: {{name: Jane Doe, photo: logo.svg}}\nclient: {{name: Acme, logo: logo.svg}}\n"
        "theme: {theme}\nslides:\n"
    )

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        from tests.svgs import HALVES, svg

        (tmp_path / "a.svg").write_bytes(svg(HALVES))
        (tmp_path / "logo.svg").write_bytes(svg(HALVES.replace("#0000ff", "#00ff00")))
        return tmp_path

    @pytest.mark.parametrize("theme", ["helium", "kontor"])
    def test_it_stands_beside_a_png_wherever_pictures_stand(self, folder: Path, theme: str) -> None:
        slides = (
            "- cover\n- title: Plan.\n  image: a.svg\n  alt: Plan\n- title: Plan.\n  bullets: [Eins, Zwei]\n  image: a.svg\n  alt: Plan\n"
            "- statement: Oben.\n  background: a.svg\n- closing"
        )
        deck = written(deck_of(folder, slides, theme, self.HEAD), folder / "x.pptx")
        seen = 0
        for slide in deck.slides:
            for blip in slide._element.iter(BLIP):
                png = slide.part.related_part(blip.get(EMBED))
                drawing = slide.part.related_part(next(blip.iter(ASVG)).get(EMBED))
                assert png.content_type == "image/png" and opened(png.blob).format == "PNG"
                assert drawing.content_type == "image/svg+xml" and b"<svg " in drawing.blob
                seen += 1
        assert seen >= 4
        parts = media(folder / "x.pptx")
        assert sorted(name[-4:] for name in parts) == [".png", ".png", ".svg", ".svg"]

    def test_its_png_has_the_pixels_that_the_largest_use_needs(self, folder: Path) -> None:
        """3,840 show over the slide's whole width; the slide is 16:9, the drawing 2:1."""
        (png,) = (
            d for n, d in media(build(folder, FULL.replace("a.jpg", "a.svg"))).items() if n.endswith("png")
        )
        assert opened(png).size == (4320, 2160)

    def test_libreoffice_shows_it(self, folder: Path, libreoffice: None) -> None:
        deck = build(folder, "- title: Plan.\n  image: a.svg\n  alt: Plan\n  fit: contain")
        with Image.open(pages(to_pdf(deck))[0]) as page:
            colors = {page.convert("RGB").getpixel((x, page.height * 6 // 10)) for x in range(page.width)}
        assert any(r > 240 > 20 > b for r, _, b in colors) and any(b > 240 > 20 > r for r, _, b in colors)

    def test_what_powerpoint_draws_otherwise_is_there_as_pixels_alone(self, folder: Path) -> None:
        from tests.svgs import svg

        body = '<mask id="m"><rect width="50" height="50" fill="#fff"/></mask><rect mask="url(#m)" width="100" height="50" fill="red"/>'
        (folder / "a.svg").write_bytes(svg(body))
        parts = media(build(folder, FULL.replace("a.jpg", "a.svg")))
        assert [name[-4:] for name in parts] == [".png"]
        image = opened(next(iter(parts.values())))
        assert image.getpixel((image.width // 4, 9)) == (255, 0, 0, 255)
        assert image.getpixel((image.width * 3 // 4, 9)) == (0, 0, 0, 0)

    def test_two_that_look_alike_in_small_are_two(self, folder: Path) -> None:
        from tests.svgs import HALVES, svg

        (folder / "b.svg").write_bytes(svg(HALVES + '<rect width="0.006" height="0.006"/>'))
        slides = FULL.replace("a.jpg", "a.svg") + "\n" + FULL.replace("a.jpg", "b.svg")
        assert len(media(build(folder, slides))) == 4

    def test_the_same_talk_gives_the_same_bytes(self, folder: Path) -> None:
        slides = "- title: Plan.\n  image: a.svg\n  alt: Plan"
        assert build(folder, slides).read_bytes() == build(folder, slides).read_bytes()


def test_a_large_photo_gets_the_pixels_of_its_largest_use(tmp_path: Path) -> None:
    photo(6000, 4500).save(tmp_path / "a.jpg", quality=92)
    side, full = (media(build(tmp_path, s)) for s in (SIDE, SIDE + "\n" + FULL))
    (small,), (large,) = side.values(), full.values()  # the same picture twice is one part
    assert opened(large).size == (3840, 2880)
    assert opened(small).width < 3840 and opened(small).format == "JPEG"
    assert len(large) < (tmp_path / "a.jpg").stat().st_size / 2


def test_all_of_a_cropped_photo_is_kept(tmp_path: Path) -> None:
    photo(1200, 900).save(tmp_path / "a.jpg", quality=92)
    data = portrait(tmp_path, "a.jpg")
    image = opened(data)
    assert image.width / image.height == pytest.approx(1200 / 900, abs=0.001)
    assert image.getpixel((5, 5))[0] > 150 and image.getpixel((image.width - 5, 5))[2] > 150


@pytest.mark.parametrize("size", [(3000, 2000), (4200, 2800)])
def test_a_photo_of_about_the_right_size_keeps_its_pixels(tmp_path: Path, size: tuple[int, int]) -> None:
    photo(*size).save(tmp_path / "a.jpg", quality=92)
    (data,) = media(build(tmp_path, FULL)).values()
    assert opened(data).size == size
    assert len(data) > 0.99 * (tmp_path / "a.jpg").stat().st_size


def test_a_png_stays_one_with_its_transparency(tmp_path: Path) -> None:
    image = photo(1200, 900).convert("RGBA")
    image.putalpha(Image.new("L", image.size, 255))
    image.paste((0, 0, 0, 0), (0, 0, 600, 900))
    image.save(tmp_path / "a.png", compress_level=1)
    data = portrait(tmp_path, "a.png")
    small = opened(data)
    assert small.format == "PNG" and small.width < 900
    assert small.getpixel((5, 5))[3] == 0 and small.getpixel((small.width - 5, 5))[3] == 255


def test_a_palette_is_kept_where_it_is_smaller(tmp_path: Path) -> None:
    photo(1200, 900).quantize(64).save(tmp_path / "a.png", compress_level=1)
    data = portrait(tmp_path, "a.png")
    assert opened(data).mode == "P" and opened(data).width < 900


def test_a_moving_gif_still_moves(tmp_path: Path) -> None:
    frames = [photo(900, 600).quantize(64), photo(900, 600).rotate(180).quantize(64)]
    frames[0].save(tmp_path / "a.gif", save_all=True, append_images=frames[1:], duration=200, loop=0)
    data = portrait(tmp_path, "a.gif")
    assert opened(data).n_frames == 2  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", [(240, 180), (1200, 900)], ids=["kept", "made smaller"])
@pytest.mark.parametrize("kind", ["jpg", "png", "webp", "tif"])
def test_no_metadata_comes_into_a_deck(tmp_path: Path, kind: str, size: tuple[int, int]) -> None:
    options: dict[str, object] = {"exif": exif()}
    if kind == "jpg":
        options["comment"] = SECRET.encode()
    if kind == "png":
        info = PngImagePlugin.PngInfo()
        info.add_text("Author", SECRET)
        options["pnginfo"] = info
    photo(*size, noise=True).save(tmp_path / f"a.{kind}", **options)  # type: ignore[arg-type]
    data = portrait(tmp_path, f"a.{kind}")
    assert SECRET.encode() not in data and b"Exif" not in data and b"GPS" not in data
    image = opened(data)
    assert not image.getexif() and not {"icc_profile", "comment", "xmp", "Author"} & set(image.info)
    assert (image.width < size[0]) is (size[0] > 1000)


@pytest.mark.parametrize("size", [(240, 180), (1200, 900)], ids=["kept", "made smaller"])
def test_a_turned_photo_stands_upright(tmp_path: Path, size: tuple[int, int]) -> None:
    """Orientation 6: what is left in the file is above."""
    photo(*size).save(tmp_path / "a.jpg", exif=exif(6), quality=92)
    data = portrait(tmp_path, "a.jpg")
    image = opened(data)
    assert image.width < image.height
    assert image.width / image.height == pytest.approx(size[1] / size[0], abs=0.001)
    top, bottom = image.getpixel((image.width // 2, 9)), image.getpixel((image.width // 2, image.height - 9))
    assert top[0] > top[2] + 60 and bottom[2] > bottom[0] + 60


def profile(red: tuple[float, float, float], name: str) -> bytes:
    """A colour profile of sRGB's green and blue and gamma 2.2 with another red (ICC.1:2010, 7)."""

    def xyz(values: tuple[float, float, float]) -> bytes:
        return b"XYZ \0\0\0\0" + b"".join(struct.pack(">i", round(v * 65536)) for v in values)

    text = name.encode() + b"\0"
    desc = b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + bytes(78)
    curve = b"curv\0\0\0\0" + struct.pack(">IHH", 1, 563, 0)
    tags = [
        (b"desc", desc), (b"wtpt", xyz((0.9642, 1.0, 0.8249))), (b"rXYZ", xyz(red)), (b"gXYZ", xyz((0.3851, 0.7169, 0.0971))),
        (b"bXYZ", xyz((0.1431, 0.0606, 0.7141))), (b"rTRC", curve), (b"gTRC", curve), (b"bTRC", curve),
    ]  # fmt: skip
    table, body, at = struct.pack(">I", len(tags)), b"", 132 + 12 * len(tags)
    for tag, data in tags:
        data += bytes(-len(data) % 4)
        table += tag + struct.pack(">II", at + len(body), len(data))
        body += data
    head = (
        struct.pack(">I4sI4s4s4s", 0, b"none", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
        + bytes(12)
        + b"acsp"
        + bytes(28)
    )
    head += struct.pack(">iii", 63190, 65536, 54061)
    whole = head + bytes(128 - len(head)) + table + body
    return struct.pack(">I", len(whole)) + whole[4:]


WIDE = profile((0.6097, 0.3111, 0.0195), "Wide")


@pytest.mark.parametrize("size", [(240, 180), (1200, 900)], ids=["kept", "made smaller"])
@pytest.mark.parametrize("kind", ["jpg", "png"])
def test_colours_of_another_profile_come_in_srgb(tmp_path: Path, kind: str, size: tuple[int, int]) -> None:
    image = Image.new("RGB", size, (150, 120, 90))
    image.paste(photo(*size), (0, size[1] // 2))
    image.save(tmp_path / f"a.{kind}", icc_profile=WIDE, **({"quality": 95} if kind == "jpg" else {}))
    data = portrait(tmp_path, f"a.{kind}")
    wanted = ImageCms.profileToProfile(
        Image.new("RGB", (1, 1), (150, 120, 90)),
        ImageCms.ImageCmsProfile(io.BytesIO(WIDE)),
        ImageCms.createProfile("sRGB"),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
    )
    assert wanted is not None
    result = opened(data)
    assert "icc_profile" not in result.info
    got, target = result.getpixel((20, 20)), wanted.getpixel((0, 0))
    assert max(abs(a - b) for a, b in zip(got, target)) <= 4
    assert got[0] > 160  # it was 150


@pytest.mark.parametrize("kind", ["jpg", "png"])
def test_srgb_s_own_profile_goes_without_touching_the_pixels(tmp_path: Path, kind: str) -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    photo(240, 180).save(tmp_path / f"a.{kind}", icc_profile=srgb)
    data = portrait(tmp_path, f"a.{kind}")
    before, after = opened((tmp_path / f"a.{kind}").read_bytes()), opened(data)
    assert "icc_profile" in before.info and "icc_profile" not in after.info
    assert before.tobytes() == after.tobytes()


def test_sixteen_bits_of_grey_are_scaled_not_cut(tmp_path: Path) -> None:
    import random

    draw = random.Random(1)
    values = [x * 65535 // 1399 for x in range(1400)]
    rows = (
        b"".join(
            struct.pack("<1400H", *(min(65535, v + draw.randrange(900)) for v in values)) for _ in range(29)
        )
        * 32
    )
    Image.frombytes("I;16", (1400, 928), rows).save(tmp_path / "a.png")
    data = portrait(tmp_path, "a.png")
    image = opened(data)
    assert image.mode == "L" and image.width < 1000
    assert 120 <= image.getpixel((image.width // 2, 50)) <= 136


def test_cmyk_comes_as_rgb(tmp_path: Path) -> None:
    photo(400, 300, noise=False).convert("CMYK").save(tmp_path / "a.jpg", quality=95)
    data = portrait(tmp_path, "a.jpg")
    image = opened(data)
    assert image.mode == "RGB"
    assert image.getpixel((20, 20))[0] > 150 > image.getpixel((20, 20))[2]


def test_the_same_photo_gives_the_same_bytes(tmp_path: Path) -> None:
    photo(1500, 900).save(tmp_path / "a.jpg", quality=92, exif=exif(8))
    assert portrait(tmp_path, "a.jpg") == portrait(tmp_path, "a.jpg")


def test_a_photo_is_upright_and_undistorted_as_shown(tmp_path: Path, libreoffice: None) -> None:
    """A circle stays a circle in a portrait frame, at the focus."""
    image = Image.new("RGB", (3000, 4000), "white")
    disc = Image.new("L", (1000, 1000), 0)
    from PIL import ImageDraw

    ImageDraw.Draw(disc).ellipse((0, 0, 999, 999), fill=255)
    image.paste((255, 0, 0), (1000, 2600), disc)
    image.transpose(Image.Transpose.ROTATE_90).save(tmp_path / "a.jpg", exif=exif(6), quality=95)
    deck = build(
        tmp_path, FULL.replace("title: Bild.\n", "title: Bild.\n  side: right\n") + "\n  focus: 50% 80%"
    )
    with Image.open(pages(to_pdf(deck), dpi=96)[0]) as page:
        rgb = page.convert("RGB")
        red = Image.eval(rgb.getchannel("G"), lambda v: 255 if v < 90 else 0)
        mask = Image.composite(
            red, Image.new("L", red.size, 0), Image.eval(rgb.getchannel("R"), lambda v: 255 if v > 200 else 0)
        )
    box = mask.getbbox()
    assert box is not None
    assert (box[2] - box[0]) / (box[3] - box[1]) == pytest.approx(1.0, abs=0.03)


@given(
    st.integers(100, 9000), st.integers(100, 9000), st.integers(500_000, 12_192_000), st.integers(500_000, 6_858_000),
    st.tuples(st.floats(0, 1), st.floats(0, 1)),
)  # fmt: skip
def test_a_crop_never_distorts_and_keeps_its_focus(
    width: int, height: int, w: int, h: int, focus: tuple[float, float]
) -> None:
    left, top, right, bottom = (edge / 100_000 for edge in cover((width, height), Box(0, 0, w, h), focus))
    shown = (1 - left - right), (1 - top - bottom)
    assert min(left, top, right, bottom) >= 0 and min(shown) > 0
    scale = w / (width * shown[0]), h / (height * shown[1])
    assert scale[0] / scale[1] == pytest.approx(
        1, abs=1e-5 / min(shown) + 1e-9
    )  # an edge is a whole number of 1/100000
    assert left - 1e-5 <= focus[0] <= 1 - right + 1e-5 and top - 1e-5 <= focus[1] <= 1 - bottom + 1e-5


@pytest.mark.parametrize("theme", ["helium", "kontor", "werkbank", "plain"])
@pytest.mark.parametrize("size", [(300, 200), (200, 300), (640, 90)])
def test_pictures_keep_their_proportions_wherever_they_stand(
    tmp_path: Path, theme: str, size: tuple[int, int]
) -> None:
    Image.new("RGB", size, "red").save(tmp_path / "a.png")
    head = "title: Ein Vortrag\nspeaker: {{name: Jane Doe, photo: a.png}}\nclient: {{name: Acme, logo: a.png}}\ntheme: {theme}\nslides:\n"
    kinds = ("bullets: [Eins, Zwei]", "quote: Ein Zitat.", "number: 7", "text: Ein Text.")
    slides = "- cover\n- closing\n" + "".join(
        f"- title: Titel.\n  {k}\n  image: a.png\n  alt: Rot\n" for k in kinds
    )
    slides += "".join(
        f"- title: Bild.\n  image: a.png\n  alt: Rot\n  focus: 20% 80%\n  {e}\n"
        for e in ("side: left", "side: right", "side: full", "fit: contain")
    )
    deck = written(deck_of(tmp_path, slides, theme, head), tmp_path / "x.pptx")
    seen = 0
    layouts = {slide.slide_layout.part.partname: slide.slide_layout for slide in deck.slides}
    for slide in (*deck.slides, *layouts.values()):  # logos stand on layouts
        for shape in slide.shapes:
            if hasattr(shape, "crop_left"):
                across = size[0] * (1 - shape.crop_left - shape.crop_right)
                down = size[1] * (1 - shape.crop_top - shape.crop_bottom)
                assert shape.width / shape.height == pytest.approx(across / down, rel=0.003), (
                    slide.part.partname,
                    shape.name,
                )
                seen += 1
    assert seen >= 10
