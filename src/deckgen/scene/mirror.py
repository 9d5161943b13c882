"""Items seen in a mirror: what a tracker draws, on a deck that is read from right to left."""

from __future__ import annotations

from dataclasses import replace

from ..theme.mirror import mirrored_path, turned
from ..theme.paint import Gradient
from .items import Connector, Group, Item, Shape


def mirrored_item(item: Item, width: int) -> Item:
    """`item` mirrored on a slide `width` EMU wide; texts and pictures stay readable."""
    box = item.box.mirrored(width)
    if isinstance(item, Connector):
        return replace(item, box=box, x1=width - item.x1, x2=width - item.x2)
    if isinstance(item, Group):
        return replace(item, box=box, items=tuple(mirrored_item(i, width) for i in item.items))
    if isinstance(item, Shape):
        fill = item.fill
        if isinstance(fill, Gradient):
            fill = replace(fill, angle=turned(fill.angle))
        return replace(item, box=box, path=mirrored_path(item.path, item.box.w), fill=fill)
    return replace(item, box=box)
