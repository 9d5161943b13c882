"""A cleaned tree as an SVG file, the same bytes each time."""

from __future__ import annotations

from .svg_tree import SVG, XLINK, Element

_TEXTS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}
_SPELLED = {"href": "xlink:href", "space": "xml:space"}
"""Attributes of other namespaces; SVG 1.1 knows no other `href`."""


def svg_bytes(root: Element, texts: bool = True) -> bytes:
    """The tree as UTF-8; without `texts`, all elements of text are left out."""
    parts = ['<?xml version="1.0" encoding="UTF-8"?>\n']
    _write(root, parts, texts, f' xmlns="{SVG}" xmlns:xlink="{XLINK}"')
    return "".join(parts).encode("utf-8")


def _write(element: Element, parts: list[str], texts: bool, names: str = "") -> None:
    keys = "".join(f' {_SPELLED.get(k, k)}="{_escaped(v)}"' for k, v in element.keys.items())
    children = [c for c in element.children if texts or isinstance(c, str) or c.name != "text"]
    if not children:
        parts.append(f"<{element.name}{names}{keys}/>")
        return
    parts.append(f"<{element.name}{names}{keys}>")
    for child in children:
        if isinstance(child, str):
            parts.append(child.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
        else:
            _write(child, parts, texts)
    parts.append(f"</{element.name}>")


def _escaped(text: str) -> str:
    return "".join(_TEXTS.get(ch, ch) for ch in text) if any(ch in text for ch in _TEXTS) else text
