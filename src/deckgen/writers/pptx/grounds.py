"""Grounds as PresentationML: colour maps and backgrounds."""

from __future__ import annotations

from ...theme.records import Ground
from . import paint

_KEYS = (
    "bg1", "tx1", "bg2", "tx2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
)  # fmt: skip


def color_map(ground: Ground) -> str:
    """The attributes of p:clrMap and a:overrideClrMapping."""
    return " ".join(f'{key}="{ground.color_map.get(key, key)}"' for key in _KEYS)


def background(ground: Ground) -> str:
    """p:bg of a ground."""
    return f"<p:bg><p:bgPr>{paint.fill(ground.fill)}<a:effectLst/></p:bgPr></p:bg>"
