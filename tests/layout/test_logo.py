"""Logos of clients and themes: once in the file, on the layouts, seen on every ground, never distorted, recoloured only where that is safe."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image, ImageDraw

import deckgen
from deckgen.errors import TalkError
from deckgen.scene.items import Picture

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
INK, WHITE, RED, CLEAR = (20, 24, 31, 255), (255, 255, 255, 255), (214, 30, 40, 255), (0, 0, 0, 0)
SLIDES = """  - cover
  - title: Drei
    bullets: [Eins, Zwei]
  - statement: Dunkel.
    background: dark
  - statement: Akzent.
    background: accent
  - closing: Danke
"""


def logo(
    path: Path, *colors: tuple[int, ...], ground: tuple[int, ...] = CLEAR, size: tuple[int, int] = (400, 120)
) -> Path:
    """A row of bars, one of each colour, with a margin round it."""
    image = Image.new("RGBA", size, ground)
    draw = ImageDraw.Draw(image)
    wide = (size[0] - 40) // len(colors)
    for n, color in enumerate(colors):
        draw.rectangle((20 + n * wide, 20, 20 + (n + 1) * wide - 12, size[1] - 20), fill=color)
    image.convert("RGB").save(path) if path.suffix == ".jpg" else image.save(path)
    return path


class Written:
    """A deck as it was written: its layouts by look and ground as (plate's fill, picture's pixels, box), its media."""

    def __init__(self, folder: Path, theme: str, given: str, slides: str = SLIDES) -> None:
        client = f"client: {{name: ACME, logo: {given}}}\n" if given else ""
        text = f"title: Alles\nlang: de\ntheme: {theme}\n{client}slides:\n{slides}"
        (folder / "talk.yaml").write_text(text, encoding="utf-8")
        self.deck = deckgen.compose(deckgen.load(folder / "talk.yaml"))
        deckgen.write(self.deck, folder / "x.pptx")
        with zipfile.ZipFile(folder / "x.pptx") as package:
            names = package.namelist()
            self.media = {n: package.read(n) for n in names if n.startswith("ppt/media/")}
            self.slides = [
                package.read(f"ppt/slides/slide{n}.xml").decode() for n, _ in enumerate(self.deck.scenes, 1)
            ]
            self.layouts = []
            for n in range(1, len(self.slides) + 1):
                rels = package.read(f"ppt/slides/_rels/slide{n}.xml.rels").decode()
                found = re.search(r"slideLayouts/(slideLayout\d+\.xml)", rels)
                assert found is not None
                tree = etree.fromstring(package.read(f"ppt/slideLayouts/{found[1]}"))
                links = package.read(f"ppt/slideLayouts/_rels/{found[1]}.rels").decode()
                self.layouts.append(Layout(tree, links, self.media))


class Layout:
    """The logo on one layout: `plate` is the scheme colour of its plate or ""."""

    def __init__(self, tree: etree._Element, links: str, media: dict[str, bytes]) -> None:
        pictures = list(tree.iter(f"{P}pic"))
        self.count = len(pictures)
        named = {str(s.get("name")): s for s in tree.iter(f"{P}cNvPr")}
        self.plate = ""
        if "plate" in named:
            shape = named["plate"].getparent().getparent()  # type: ignore[union-attr]
            self.plate = str(shape.find(f"{P}spPr/{A}solidFill")[0].get("val"))  # type: ignore[union-attr,index]
        if pictures:
            found = re.search(r"media/(image\d+\.\w+)", links)
            assert found is not None
            self.image = Image.open(io.BytesIO(media[f"ppt/media/{found[1]}"])).convert("RGBA")
            extent = pictures[0].find(f".//{A}ext[@cx]")
            assert extent is not None
            self.size = int(str(extent.get("cx"))), int(str(extent.get("cy")))
            cut = pictures[0].find(f".//{A}srcRect")
            edges = (
                {side: int(cut.get(side, 0)) / 100_000 for side in "ltrb"}
                if cut is not None
                else dict.fromkeys("ltrb", 0.0)
            )
            self.shown = (
                self.image.width * (1 - edges["l"] - edges["r"]), self.image.height * (1 - edges["t"] - edges["b"]),
            )  # fmt: skip

    @property
    def ink(self) -> set[tuple[int, ...]]:
        """The logo's solid colours."""
        colors = self.image.getcolors(1 << 20) or []
        return {color for _, color in colors if color[3] == 255}  # type: ignore[index,misc]


@pytest.mark.parametrize("theme", ["plain", "helium", "werkbank", "kontor"])
@pytest.mark.parametrize("size", [(400, 120), (120, 300), (900, 100)])
def test_a_logo_is_in_the_file_once_and_on_layouts_in_its_own_ratio(
    tmp_path: Path, theme: str, size: tuple[int, int]
) -> None:
    logo(tmp_path / "logo.png", INK, RED, size=size)
    deck = Written(tmp_path, theme, "logo.png")
    assert len(deck.media) == 1
    assert not any("<p:pic>" in slide for slide in deck.slides)
    cover, closing = deck.layouts[0], deck.layouts[-1]
    assert (cover.count, closing.count) == (1, 1)
    for layout in (one for one in deck.layouts if one.count):
        assert layout.size[0] / layout.size[1] == pytest.approx(layout.shown[0] / layout.shown[1], rel=0.02)
        assert layout.ink == {INK, RED}


def test_a_plate_stands_only_where_the_logo_is_not_seen(tmp_path: Path) -> None:
    logo(tmp_path / "logo.png", INK, RED)
    deck = Written(tmp_path, "kontor", "logo.png")
    light, dark = deck.layouts[1], deck.layouts[2]
    assert light.plate == "" and dark.plate != ""


def test_a_white_logo_is_shown_in_ink_on_light_ground_and_as_it_is_on_dark(tmp_path: Path) -> None:
    logo(tmp_path / "logo.png", WHITE)
    deck = Written(tmp_path, "kontor", "logo.png")
    light, dark = deck.layouts[1], deck.layouts[2]
    assert light.plate == dark.plate == ""
    assert dark.ink == {WHITE}
    assert light.ink == {(22, 33, 30, 255)}  # the theme's text colour


def test_a_logo_of_several_colours_is_never_recoloured(tmp_path: Path) -> None:
    logo(tmp_path / "logo.png", WHITE, RED)
    deck = Written(tmp_path, "kontor", "logo.png")
    light = deck.layouts[1]
    assert light.ink == {WHITE, RED} and light.plate != ""
    assert light.plate == "tx1"  # white is lost on a white plate: it is a dark one


def test_a_coloured_logo_of_one_colour_keeps_it(tmp_path: Path) -> None:
    logo(tmp_path / "logo.png", (255, 214, 0, 255))
    deck = Written(tmp_path, "kontor", "logo.png")
    assert all(one.ink == {(255, 214, 0, 255)} for one in deck.layouts if one.count)
    assert deck.layouts[1].plate == "tx1" and deck.layouts[2].plate == ""


def test_a_logo_with_white_paper_round_it_gets_a_white_plate_on_dark(tmp_path: Path) -> None:
    logo(tmp_path / "logo.jpg", INK, RED, ground=WHITE)
    deck = Written(tmp_path, "kontor", "logo.jpg")
    assert deck.layouts[1].plate == "" and deck.layouts[2].plate != ""
    assert deck.layouts[2].shown[0] < 400  # without its margin


def test_each_ground_takes_the_file_that_is_made_for_it(tmp_path: Path) -> None:
    logo(tmp_path / "a.png", INK, RED)
    logo(tmp_path / "b.png", WHITE, RED)
    deck = Written(tmp_path, "kontor", "{light: a.png, dark: b.png}")
    light, dark = deck.layouts[1], deck.layouts[2]
    assert (light.ink, dark.ink) == ({INK, RED}, {WHITE, RED})
    assert light.plate == dark.plate == "" and len(deck.media) == 2


def test_a_small_logo_is_not_blown_up(tmp_path: Path) -> None:
    logo(tmp_path / "logo.png", INK, size=(60, 56))
    deck = Written(tmp_path, "plain", "logo.png")
    wide, _ = deck.layouts[0].size
    assert wide <= 60 * 2 * 9525


def test_over_a_picture_the_logo_stands_on_the_slide_on_a_plate(tmp_path: Path) -> None:
    logo(tmp_path / "logo.png", WHITE)
    Image.new("RGB", (1600, 900), (200, 190, 180)).save(tmp_path / "p.jpg")
    slides = "  - cover:\n    image: p.jpg\n    alt: Nebel\n  - statement: Satz.\n    background: p.jpg\n"
    deck = Written(tmp_path, "kontor", "logo.png", slides)
    for scene in deck.deck.scenes:
        names = [item.name for item in scene.items]
        assert names.index("plate") < names.index("Logo")
        marks = [item for item in scene.items if isinstance(item, Picture) and item.name == "Logo"]
        assert len(marks) == 1 and marks[0].decorative
    assert deckgen.check(deck.deck) is not None


def test_a_themes_own_logo_stands_where_a_clients_would_and_gives_way_to_it(tmp_path: Path) -> None:
    logo(tmp_path / "own.png", INK)
    logo(tmp_path / "client.png", INK, RED)
    own = "{extends: kontor, logo: own.png}"
    assert Written(tmp_path, own, "").layouts[1].ink == {INK}
    assert Written(tmp_path, own, "client.png").layouts[1].ink == {INK, RED}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("{light: logo.png, night: logo.png}", "night"),
        ("broken.png", "broken.png"),
        ("{dark: none.png}", "none.png"),
    ],
)
def test_what_is_wrong_with_a_logo_is_said_with_its_place(tmp_path: Path, given: str, words: str) -> None:
    logo(tmp_path / "logo.png", INK)
    (tmp_path / "broken.png").write_bytes((tmp_path / "logo.png").read_bytes()[:60])
    with pytest.raises(TalkError) as error:
        Written(tmp_path, "plain", given)
    finding = error.value.findings[0]
    assert words in finding.message and finding.span is not None and finding.span.line == 4


@pytest.mark.parametrize("theme", ["plain", "helium", "werkbank", "kontor"])
@pytest.mark.parametrize(
    ("colors", "size"), [((WHITE, RED), (800, 120)), ((INK, RED), (120, 300)), ((INK, RED), (300, 300))]
)
def test_a_plate_keeps_clear_space_round_the_logo_and_stays_on_the_slide(
    tmp_path: Path, theme: str, colors: tuple[tuple[int, ...], ...], size: tuple[int, int]
) -> None:
    logo(tmp_path / "logo.png", *colors, size=size)
    deck = Written(tmp_path, theme, "logo.png").deck
    plated = [mark for mark in deck.theme.marks.values() if mark.plate is not None]
    assert plated
    for mark in plated:
        assert mark.plate is not None
        plate, box = mark.plate.box, mark.box
        clear = min(box.x - plate.x, plate.right - box.right, box.y - plate.y, plate.bottom - box.bottom)
        assert clear >= 0.1 * plate.h, (mark, clear)
        assert (
            plate.x >= 0
            and plate.y >= 0
            and plate.right <= deck.theme.width
            and plate.bottom <= deck.theme.height
        )
