"""A theme's colours from a client's: what is drawn in it, what is read on it and in it (ART.md section 9).

`colors: {client: "#FFC21A"}` names the colour, and each ground takes what it needs of it by name:

`client` the colour itself, a little lighter or darker where neither ink nor white could be read on it; `on-client` ink or white, whichever
is read better on it, `off-client` the other of both; `client-text` the colour as text on the ground; `client-line` the colour where it
stands out as a line, else the ground's text; `client-soft` a tint: a fifth of it in the surface's white, or a good quarter in a dark ground.

A theme with colours of its own says beside each what a client's makes of it: `{own: "#0F2B26", lightness: 0.26, chroma: 0.055}` has the
client's hue at that OKLCH lightness (`lightness-most`: at most so light) and at most that chroma; `mix` is the share of it in the ground's
colour; `near: [75, 40, "#4D6670"]` takes that colour where the client's hue is nearer than 40 degrees to 75, and `own` elsewhere.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from ..records import dataclass
from .colors import WHITE, contrast, from_oklch, luminance, to_hex, to_oklab, to_rgb

WORDS = ("client", "on-client", "off-client", "client-text", "client-line", "client-soft")
SERIES = 1.25  # contrast to white up to which a logo's colour is its paper
READ, SEEN = 4.5, 3.0  # least contrast of text, and of what is drawn
STEP = 0.01
GREY = 0.03  # chroma up to which a colour has no hue to speak of
RECIPE_KEYS = ("own", "lightness", "lightness-most", "chroma", "mix", "near")
TINT = {"light": 0.2, "dark": 0.28}


@dataclass(frozen=True, slots=True)
class Client:
    """A client's colour as it is drawn, and what stands on it; `ink` is the theme's darkest text."""

    color: str
    on: str
    off: str
    given: str  # as the client has it

    def on_ground(self, word: str, ground: str, text: str) -> str:
        """The colour that `word` means on `ground`, whose text is `text`."""
        if word == "client-text":
            return reach(self.color, ground, READ)
        if word == "client-line":
            return self.color if contrast(self.color, ground) >= SEEN else text
        if word == "client-soft":
            dark = luminance(ground) < luminance(text)
            return mixed(self.color, ground if dark else WHITE, TINT["dark" if dark else "light"])
        return {"client": self.color, "on-client": self.on, "off-client": self.off}[word]


def client_of(color: str, ink: str) -> Client:
    """The client's colour, moved until ink or white, whichever contrasts more with it, can be read on it."""
    given = color
    on, off = sorted((ink, WHITE), key=lambda c: -contrast(c, color))
    if contrast(on, color) < READ:
        color = reach(color, on, READ)
    return Client(color, on, off, given)


def brand_color(colors: Iterable[tuple[str, float]]) -> str:
    """The colour by which a logo is known, of its colours with their shares: the most colourful, or what there is most of beside white.

    "" if it is white, or nothing.
    """
    found = list(colors)
    hued = [(math.hypot(*to_oklab(color)[1:]), color, share) for color, share in found]
    vivid = [(chroma * share, color) for chroma, color, share in hued if chroma > 2 * GREY and share > 0.02]
    if vivid:
        return max(vivid)[1]
    return next((color for color, _ in found if contrast(color, WHITE) >= SERIES), "")


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a client's colour makes of one of the theme's: `own` without a client; hue and `within` in degrees."""

    own: str
    lightness: float | None = None
    lightness_most: float | None = None
    chroma: float | None = None
    mix: float = 1.0
    near: tuple[float, float, str] | None = None

    def made(self, client: Client | None, ground: str) -> str:
        """The colour on `ground`."""
        if client is None:
            return self.own
        light, a, b = to_oklab(client.given)
        chroma, hue = math.hypot(a, b), math.atan2(b, a)
        if self.near is not None:
            at, within, other = self.near
            apart = abs((math.degrees(hue) - at + 180) % 360 - 180)
            return other if chroma > GREY and apart < within else self.own
        if self.lightness is not None:
            light = self.lightness
        elif self.lightness_most is not None:
            light = min(light, self.lightness_most)
        made = from_oklch(light, chroma if self.chroma is None else min(chroma, self.chroma), hue)
        return mixed(made, ground, self.mix) if self.mix < 1 else made


def reach(color: str, ground: str, least: float) -> str:
    """`color` made lighter or darker in steps of OKLCH lightness, away from `ground`, until it has that contrast.

    Its chroma is reduced only as far as sRGB asks for.  Where lightness ends first it goes the other way.
    """
    if contrast(color, ground) >= least:
        return color
    light, a, b = to_oklab(color)
    away = 1 if luminance(color) >= luminance(ground) else -1
    if luminance(ground) < 0.18 and away < 0:
        away = 1  # nothing darker than a dark ground can be read on it
    elif luminance(ground) > 0.5 and away > 0:
        away = -1
    for way in (away, -away):
        for n in range(1, 101):
            at = light + way * STEP * n
            if not 0 <= at <= 1:
                break
            found = from_oklch(at, math.hypot(a, b), math.atan2(b, a))
            if contrast(found, ground) >= least:
                return found
    return WHITE if luminance(ground) < 0.18 else "#000000"


def mixed(color: str, under: str, share: float) -> str:
    """That share of `color` in `under`, of gamma-coded channels."""
    return to_hex(
        *((a * share + b * (1 - share)) / 255 for a, b in zip(to_rgb(color), to_rgb(under), strict=True))
    )
