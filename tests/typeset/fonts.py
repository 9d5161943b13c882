"""Fonts that several tests measure with."""

from __future__ import annotations

from pathlib import Path

THEMES = Path(__file__).parents[2] / "themes"
FONTS = Path(__file__).parents[2] / "themes" / "helium" / "fonts"
OUTFIT = FONTS / "outfit.metrics"
BRANDS = {
    "Outfit": OUTFIT,
    "Atkinson Hyperlegible Next": THEMES / "werkbank" / "fonts" / "atkinson-hyperlegible-next.metrics",
    "Source Serif 4": THEMES / "kontor" / "fonts" / "source-serif-4.metrics",
    "IBM Plex Sans": THEMES / "kontor" / "fonts" / "ibm-plex-sans.metrics",
}
"""The families that the themes ship, with their tables of widths."""
