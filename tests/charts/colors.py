"""Colours of a written deck as a program resolves them: scheme, colour map of the slide's layout, transforms, opacity."""

from __future__ import annotations

import re
import zipfile
from pathlib import PurePosixPath

from lxml import etree

from deckgen.theme.client import mixed
from deckgen.theme.colors import apply

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


class Colors:
    """The colours of slide number `slide`; `stops` are those of its background."""

    def __init__(self, package: zipfile.ZipFile, slide: int) -> None:
        def target(part: str, kind: str) -> str:
            path = PurePosixPath(part)
            rels = package.read(f"{path.parent}/_rels/{path.name}.rels").decode()
            found = re.search(rf'Type="[^"]*/{kind}"[^>]*Target="\.\./([^"]+)"', rels) or re.search(
                rf'Target="\.\./([^"]+)"[^>]*Type="[^"]*/{kind}"', rels
            )
            found = found or re.search(rf'Target="/ppt/([^"]+)"[^>]*/{kind}"', rels)
            assert found is not None, rels
            return f"ppt/{found[1]}"

        layout = target(f"ppt/slides/slide{slide}.xml", "slideLayout")
        master = target(layout, "slideMaster")
        scheme = etree.fromstring(package.read(target(master, "theme"))).find(f".//{A}clrScheme")
        assert scheme is not None
        self.slots = {
            str(entry.tag).rpartition("}")[2]: str(entry[0].get("val") or entry[0].get("lastClr"))
            for entry in scheme
        }
        layout_xml, master_xml = (etree.fromstring(package.read(part)) for part in (layout, master))
        own = layout_xml.find(f".//{A}overrideClrMapping")
        mapping = own if own is not None else master_xml.find(f"{P}clrMap")
        assert mapping is not None
        self.map = dict(mapping.attrib)
        ground = layout_xml.find(f".//{P}bg")
        ground = ground if ground is not None else master_xml.find(f".//{P}bg")
        assert ground is not None
        self.stops = [self.hex(color) for color in ground.iter(f"{A}schemeClr")]

    def hex(self, color: etree._Element) -> str:
        """The colour "#RRGGBB" of an a:schemeClr, without its opacity."""
        name = str(color.get("val"))
        mods = [
            (str(m.tag).rpartition("}")[2], int(str(m.get("val"))))
            for m in color
            if not m.tag.endswith("alpha")
        ]
        return apply("#" + self.slots[self.map.get(name, name)], mods)

    def over(self, fill: etree._Element, ground: str) -> str:
        """The colour of an a:solidFill on `ground`."""
        color = fill.find(f"{A}schemeClr")
        assert color is not None
        alpha = color.find(f"{A}alpha")
        share = int(str(alpha.get("val"))) / 100_000 if alpha is not None else 1.0
        return mixed(self.hex(color), ground, share)
