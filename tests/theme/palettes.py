"""Brand colours that are hard on a theme, random ones, and the palettes that themes make of them."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

from deckgen.findings import Findings
from deckgen.source.nodes import Map
from deckgen.source.yaml_reader import read
from deckgen.theme.brand import carry
from deckgen.theme.colors import resolve
from deckgen.theme.grounds import read_colors
from deckgen.theme.paint import Ground
from deckgen.theme.table_reader import TableReader
from deckgen.theme.type_reader import read_styles
from deckgen.theme.values import Values, merge

THEMES = ("plain", "helium", "werkbank", "kontor")
DERIVING = ("werkbank", "kontor")  # themes that take a client's colour by name
ROOT = Path(__file__).resolve().parents[2]
NASTY = (
    "#FFFFFF", "#000000", "#808080", "#7F7F7F", "#767676", "#C0C0C0", "#404040", "#F5F5F5", "#0A0A0A", "#FFFF00", "#00FF00", "#FF0000",
    "#0000FF", "#00FFFF", "#FF00FF", "#F1F5FE", "#FCFBF8", "#F5EFE4", "#141B2D", "#0D1450", "#0F2B26", "#26201A", "#FFC21A", "#FF5A2C",
    "#1F5FBF", "#39FF14", "#FDFD96", "#D3D3D3", "#B5832E", "#8A2B2B",
)  # fmt: skip
"""White, black, greys, pure colours, what is near to the themes' grounds and to their own colours, neon, pastel."""


def brands(count: int = 500) -> list[str]:
    """The hard ones, then random ones, always the same."""
    draw = random.Random(5)
    return [*NASTY, *(f"#{draw.randrange(1 << 24):06X}" for _ in range(count - len(NASTY)))]


@cache
def theme_map(name: str) -> Map:
    """The `theme.yaml` of a shipped theme."""
    folder = ROOT / ("src/deckgen/data/themes" if name == "plain" else "themes") / name
    node = read((folder / "theme.yaml").read_bytes(), name, Findings())
    assert isinstance(node, Map)
    return node


def colors_of(name: str, brand: str) -> str:
    """`colors:` of a theme that extends `name`, in one line of YAML."""
    return f'{{client: "{brand}"}}' if name in DERIVING else f'{{light: {{primary: "{brand}"}}}}'


def palette(name: str, brand: str = "") -> tuple[dict[str, str], dict[str, Ground], list[str]]:
    """Scheme, grounds, and what is found wrong of the theme `name`, of a brand if one is given; its tables are read too."""
    findings = Findings()
    whole = theme_map(name)
    if brand:
        child = read(f"colors: {colors_of(name, brand)}\n".encode(), "acme", findings)
        assert isinstance(child, Map)
        merged = merge(carry(whole, child), child)
        assert isinstance(merged, Map)
        whole = merged
    values = Values(findings, "acme")
    colors = whole.get("colors")
    assert colors is not None
    slots, grounds = read_colors(values, colors)
    if grounds:
        plain = theme_map("plain")
        styles = read_styles(values, whole.get("styles") or plain.get("styles"))
        TableReader(values, grounds, slots, styles, whole.get("table") or plain.get("table")).read(
            None, whole
        )
    return slots, grounds, [str(f) for f in findings]


def shown(ground: Ground, role: str, slots: dict[str, str]) -> str:
    """The colour "#RRGGBB" that PowerPoint shows for a role."""
    return resolve(ground.roles[role], ground, slots)
