"""How many pixels a picture gets: as many as the sharpest projectors show of it, 3,840 over a slide's whole width.

That is 288 for an inch on a slide of 13.33 inches; PowerPoint's own "high quality" is 220.  All of the picture is kept, also what is cropped:
who presents can still move the crop.
"""

from __future__ import annotations

from ...scene.deck import Asset

ACROSS = 3840
"""Pixels over a slide's width."""
MORE = 1.25  # a picture with at most so many times the pixels it needs stays as it is
LEAST = 48  # pixels of a drawing's longer side


def whole_width(width: int, crop: tuple[int, int, int, int], slide: int) -> float:
    """How many pixels wide all of a picture must be that, cropped, is `width` wide on a slide of the width `slide` (both EMU)."""
    shown = 1 - (crop[0] + crop[2]) / 100_000
    return width / slide * ACROSS / max(shown, 0.001)


def fitted(asset: Asset, pixels: float) -> bytes | None:
    """The picture `pixels` wide; None where its own bytes are the right ones."""
    if asset.fit is None or not asset.width or not asset.height:
        return None
    scale = pixels / asset.width
    if asset.drawing:
        scale = max(scale, LEAST / max(asset.width, asset.height))
    elif scale * MORE >= 1:
        return None
    return asset.fit(max(1, round(asset.width * scale)), max(1, round(asset.height * scale)))
