"""Fonts that several tests measure with."""

from __future__ import annotations

from pathlib import Path

FONTS = Path(__file__).parents[2] / "themes" / "helium" / "fonts"
OUTFIT = FONTS / "outfit.metrics"
