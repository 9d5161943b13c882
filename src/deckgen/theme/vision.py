"""How colours look to people who don't see red or green as others do.

Formula: Machado, Oliveira, Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (IEEE TVCG 15/6, 2009),
matrices of severity 1.0 on linear sRGB: protanopia (no long cones) and deuteranopia (no middle cones), one man in fifty each.
"""

from __future__ import annotations

from functools import lru_cache

from .colors import coded, difference, linear, to_hex, to_rgb

_SEEN = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}
KINDS = tuple(_SEEN)


@lru_cache(maxsize=4096)
def simulated(color: str, kind: str) -> str:
    """ "#RRGGBB" as it looks to someone with that `kind` of colour blindness (of `KINDS`)."""
    channels = [linear(c) for c in to_rgb(color)]
    return to_hex(*(coded(sum(m * c for m, c in zip(row, channels, strict=True))) for row in _SEEN[kind]))


@lru_cache(maxsize=16384)
def apart(one: str, other: str) -> float:
    """The least CIEDE2000 between two colours: as most people see them, and as simulated for the colour-blind."""
    return min(difference(one, other), *(difference(simulated(one, k), simulated(other, k)) for k in KINDS))
