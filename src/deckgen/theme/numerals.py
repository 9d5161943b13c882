"""The office set's numerals: large figures in the body font, where that of titles has old-style ones (ART.md section 3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from ..records import replace
from .records import Look, Theme, TypeStyle


def office_numerals(theme: Theme) -> Theme:
    """`theme` with its styles of the font "numerals" in the body font; itself where it has none."""
    if not any(style.font == "numerals" for style in theme.styles.values()):
        return theme
    return replace(
        theme,
        styles={name: _with(style) for name, style in theme.styles.items()},
        looks={name: _look(look) for name, look in theme.looks.items()},
    )


def _look(look: Look) -> Look:
    return replace(look, placeholders=_with(look.placeholders), shapes=_with(look.shapes))


def _with(value: Any) -> Any:
    """`value` with all the styles in it changed; the same object where there are none."""
    if isinstance(value, TypeStyle):
        return replace(value, font="body") if value.font == "numerals" else value
    if isinstance(value, tuple):
        made = tuple([_with(v) for v in value])
        return made if any(a is not b for a, b in zip(made, value, strict=True)) else value
    if isinstance(value, Mapping) or not is_dataclass(value):
        return value
    new = {f.name: _with(getattr(value, f.name)) for f in fields(value)}
    changed = {name: own for name, own in new.items() if own is not getattr(value, name)}
    return replace(value, **changed) if changed else value
