"""Change the theme in PowerPoint, and every slide follows: two slots of the theme part are changed, every rendered slide differs."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from PIL import Image, ImageChops

import deckgen
from tests.rendering import pages, to_pdf

TALK = Path(__file__).resolve().parent.parent.parent / "talks" / "alles-ist-marketing.yaml"


def recolored(deck: Path, out: Path, **slots: str) -> Path:
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


@pytest.mark.libreoffice
@pytest.mark.foreign_deck
@pytest.mark.usefixtures("libreoffice")
def test_every_slide_follows_a_change_of_the_theme(tmp_path: Path) -> None:
    deck = deckgen.write(deckgen.compose(deckgen.load(TALK)), tmp_path / "keynote.pptx")
    other = recolored(deck, tmp_path / "other.pptx", accent1="00A060", dk1="7A1FA2")
    before, after = (pages(to_pdf(path), 24) for path in (deck, other))
    assert len(before) == len(after) > 25
    same = []
    for number, (one, two) in enumerate(zip(before, after, strict=True), 1):
        with Image.open(one) as a, Image.open(two) as b:
            difference = ImageChops.difference(a.convert("RGB"), b.convert("RGB")).convert("L")
            changed = sum(difference.histogram()[24:])
            if changed < a.width * a.height / 200:
                same.append(number)
    assert same == []
