"""Change the colours of the theme in PowerPoint, and every slide, chart, table and diagram follows.

A colour is said in one place, the theme parts (`ppt/theme/*.xml`): their colour scheme is what is changed.  All else names a slot of it.  Pictures
keep their own pixels, and a chart's workbook says no colours.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

import deckgen
from deckgen.findings import Findings
from deckgen.scene.deck import Deck, Scene
from deckgen.scene.items import Picture
from deckgen.specimen import specimen
from deckgen.theme.colors import resolve, to_rgb
from deckgen.theme.find import names, shipped_dirs
from deckgen.theme.reader import load_theme
from deckgen.theme.records import Theme
from tests.rendering import pages, to_pdfs

TALKS = Path(__file__).resolve().parent.parent.parent / "talks"
THEMES = names(shipped_dirs())
OTHER = {
    "dk1": "5B0F6E", "lt1": "D3F0B8", "dk2": "0E5A46", "lt2": "F0CFA0", "accent1": "00A35E", "accent2": "B400B4", "accent3": "7A2BCC",
    "accent4": "6E9400", "accent5": "C81862", "accent6": "80522E", "hlink": "008F8F", "folHlink": "955F00",
}  # fmt: skip
"""A colour scheme that has nothing of any theme's."""
FIXED = ("srgbClr", "sysClr", "prstClr", "scrgbClr", "hslClr")
NEAR = 4  # of 255 a channel: what renderers round
FEW = 0.0015  # of a page: pixels where two colours meet may be any


def recolored(deck: Path, out: Path, slots: dict[str, str]) -> Path:
    """A copy of `deck` with other colours in `ppt/theme/theme1.xml`."""
    with zipfile.ZipFile(deck) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename == "ppt/theme/theme1.xml":
                text = data.decode("utf-8")
                for slot, color in slots.items():
                    text, count = re.subn(
                        rf'(<a:{slot}><a:srgbClr val=")[0-9A-F]{{6}}', rf"\g<1>{color}", text, count=1
                    )
                    assert count == 1
                data = text.encode("utf-8")
            new.writestr(info, data)
    return out


def fixed_colors(deck: Path) -> Iterator[str]:
    """The colours that a deck says elsewhere than in its theme parts."""
    with zipfile.ZipFile(deck) as package:
        for name in package.namelist():
            data = package.read(name)
            if name.endswith(".xlsx"):
                with zipfile.ZipFile(io.BytesIO(data)) as book:
                    inner = [book.read(n).decode("utf-8") for n in book.namelist() if n.endswith(".xml")]
                yield from (
                    f"{name}: {found}" for text in inner for found in re.findall(r'\brgb="\w+"', text)
                )
            elif name.endswith((".xml", ".rels")) and not name.startswith("ppt/theme/"):
                text = data.decode("utf-8")
                said = re.findall(rf"<(?:\w+:)?(?:{'|'.join(FIXED)})\b[^>]*>", text)
                said += re.findall(r'\b[\w:]+="#[0-9A-Fa-f]{6}"', text)
                yield from (f"{name}: {found}" for found in said)


def decks(theme: str) -> dict[str, Deck]:
    """The keynote, the product update and the specimen in a theme."""
    loaded = load_theme(theme, project=None, base=None, findings=Findings())
    assert loaded is not None
    talks = {name: TALKS / f"{name}.yaml" for name in ("alles-ist-marketing", "product-update")}
    made = {name: deckgen.compose(deckgen.load(path, theme=theme)) for name, path in talks.items()}
    return {**made, "specimen": specimen(loaded)[0]}


@pytest.mark.parametrize("theme", THEMES)
def test_colours_are_said_in_the_theme_alone(tmp_path: Path, theme: str) -> None:
    for name, deck in decks(theme).items():
        assert list(fixed_colors(deckgen.write(deck, tmp_path / f"{theme}-{name}.pptx"))) == []


@pytest.mark.foreign_deck
@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("ppt/slides/slide2.xml", '<a:schemeClr val="tx1"', '<a:srgbClr val="FF0000"'),
        ("ppt/slideLayouts/slideLayout1.xml", "<p:cSld", '<p:cSld fill="#FF0000"'),
    ],
)
def test_a_colour_said_elsewhere_is_seen(tmp_path: Path, part: str, old: str, new: str) -> None:
    deck = deckgen.write(
        deckgen.compose(deckgen.load(TALKS / "product-update.yaml")), tmp_path / "sound.pptx"
    )
    out = tmp_path / "planted.pptx"
    with zipfile.ZipFile(deck) as package, zipfile.ZipFile(out, "w") as planted:
        for info in package.infolist():
            text = package.read(info)
            if info.filename.startswith(part.rpartition("/")[0]):
                text = text.replace(old.encode(), new.encode())
            planted.writestr(info, text)
    assert list(fixed_colors(out)) != []


# ---------------------------------------------------------------- as rendered


def brand_colors(theme: Theme, slots: dict[str, str] | None = None) -> set[tuple[int, int, int]]:
    """All that the theme's roles draw, on all grounds, with its own colour scheme or another one."""
    scheme = {k: f"#{v}" for k, v in slots.items()} if slots else theme.slots
    return {to_rgb(resolve(c, g, scheme)) for g in theme.grounds.values() for c in g.roles.values()}


def told_apart(theme: Theme) -> set[tuple[int, int, int]]:
    """The brand's colours that the other scheme doesn't draw for something else."""
    after = brand_colors(theme, OTHER)
    return {c for c in brand_colors(theme) if min(max(abs(a - b) for a, b in zip(c, o)) for o in after) > 2 * NEAR}  # fmt: skip


def _hidden_by_pictures(image: Image.Image, scene: Scene, theme: Theme) -> Image.Image:
    """The page, its pictures white-washed with a colour that nobody has."""
    out = image.copy()
    if scene.background is not None:
        out.paste((1, 2, 3), (0, 0, out.width, out.height))
    for item in scene.walk():
        if isinstance(item, Picture):
            b, kx, ky = item.box, out.width / theme.width, out.height / theme.height
            out.paste((1, 2, 3), (int(b.x * kx) - 1, int(b.y * ky) - 1, int(b.right * kx) + 2, int(b.bottom * ky) + 2))  # fmt: skip
    return out


def shares(page: Path, scene: Scene, theme: Theme, colors: set[tuple[int, int, int]]) -> float:
    """The share of a page's pixels that have one of `colors`, its pictures apart."""
    with Image.open(page) as opened:
        image = _hidden_by_pictures(opened.convert("RGB"), scene, theme)
    image = image.crop((1, 1, image.width - 1, image.height - 1))  # the paper may show at the page's edges
    found = image.getcolors(image.width * image.height) or []
    near = sum(
        count
        for count, pixel in found
        if any(max(abs(a - b) for a, b in zip(pixel, color)) <= NEAR for color in colors)
    )
    return near / (image.width * image.height)


def brand_pages(deck: Deck, drawn: list[Path]) -> list[str]:
    """The pages that show colours of the brand."""
    colors = told_apart(deck.theme)
    assert len(colors) > 12
    assert len(drawn) == len(deck.scenes)
    found = []
    for number, (page, scene) in enumerate(zip(drawn, deck.scenes, strict=True), 1):
        share = shares(page, scene, deck.theme, colors)
        if share > FEW:
            found.append(f"slide {number} ({scene.layout.look}, {scene.layout.ground}): {share:.2%}")
    return found


@pytest.mark.libreoffice
@pytest.mark.foreign_deck
@pytest.mark.usefixtures("libreoffice")
@pytest.mark.parametrize("theme", THEMES)
def test_no_page_keeps_a_colour_of_the_brand(tmp_path: Path, theme: str) -> None:
    made = decks(theme)
    del made["specimen"]  # its logos keep their colours; what its XML says is held above
    before = deckgen.write(made["product-update"], tmp_path / "before.pptx")
    files = [before]
    for name, deck in made.items():
        plain = deckgen.write(deck, tmp_path / f"{name}-plain.pptx")
        files.append(recolored(plain, tmp_path / f"{name}.pptx", OTHER))
    drawn = {pdf.stem: pages(pdf, 20) for pdf in to_pdfs(files)}
    shown = {name: brand_pages(deck, drawn[name]) for name, deck in made.items()}
    assert shown == {name: [] for name in made}
    # the same measure sees the brand on every page as it was built
    update = made["product-update"]
    assert len(brand_pages(update, drawn["before"])) == len(update.scenes)
