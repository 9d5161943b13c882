"""Comp and rendering side by side, all on one sheet, and unnamed pairs for a judge who doesn't know which is which."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

import deckgen
from tests.rendering import contact_sheet, pages, to_pdf

from .as_powerpoint import as_powerpoint
from .plan import Plan, Talks

WIDTH, HEIGHT = 960, 540
GAP = 12
DPI = 216  # three times the width: drawn large and made smaller, as the comps are, so that thin lines come out alike


def render(plan: Plan, talks: Talks, folder: Path) -> dict[str, Path]:
    """Our slide for each comp as a picture of 960 x 540, drawn by LibreOffice in the theme's fonts as PowerPoint sets it."""
    folder.mkdir(parents=True, exist_ok=True)
    rendered = {
        name: pages(
            to_pdf(deckgen.write(as_powerpoint(talks.deck(plan.theme, name)), folder / f"{name}.pptx")), DPI
        )
        for name in dict.fromkeys(talk for talk, _ in plan.slides.values())
    }
    result = {}
    for comp, (talk, _) in plan.slides.items():
        _, place, _ = talks.slide(plan, comp)
        result[comp] = folder / f"{comp}.png"
        Image.open(rendered[talk][place]).convert("RGB").resize(
            (WIDTH, HEIGHT), Image.Resampling.LANCZOS
        ).save(result[comp])
    for left in (p for found in rendered.values() for p in found):
        left.unlink()
    return result


def pairs(art: Path, ours: Mapping[str, Path], folder: Path) -> Path:
    """`COMP.png` with the comp at the left and our slide at the right, and `sheet.png` with all of them."""
    folder.mkdir(parents=True, exist_ok=True)
    made = [_beside(art / f"{comp}.png", picture, folder / f"{comp}.png") for comp, picture in ours.items()]
    return contact_sheet(made, folder / "sheet.png", 2)


def blind(art: Path, ours: Mapping[str, Path], folder: Path, key: Path, seed: int) -> None:
    """`NN.png`: A at the left, B at the right, in an order and with sides drawn from `seed`; `key` says which is which."""
    folder.mkdir(parents=True, exist_ok=True)
    draw = random.Random(seed)
    order = list(ours)
    draw.shuffle(order)
    lines = ["# pair: comp, which side is ours"]
    for number, comp in enumerate(order, 1):
        sides = [art / f"{comp}.png", ours[comp]]
        side = draw.choice("AB")
        if side == "A":
            sides.reverse()
        _beside(sides[0], sides[1], folder / f"{number:02}.png")
        for letter, picture in zip("AB", sides, strict=True):
            _plain(picture).save(folder / f"{number:02}-{letter}.png")
        lines.append(f"{number:02}: {{comp: {comp}, ours: {side}}}")
    key.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _plain(path: Path) -> Image.Image:
    """The pixels alone, without what the file says of itself."""
    return Image.open(path).convert("RGB").resize((WIDTH, HEIGHT))


def _beside(left: Path, right: Path, out: Path) -> Path:
    sheet = Image.new("RGB", (2 * WIDTH + GAP, HEIGHT), (110, 110, 110))
    sheet.paste(_plain(left), (0, 0))
    sheet.paste(_plain(right), (WIDTH + GAP, 0))
    sheet.save(out)
    return out
