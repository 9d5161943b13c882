"""What a logo looks like: its colours, its clear margins, whether it brings a ground of its own.  Loaded only for decks with one."""

from __future__ import annotations

import io
from collections import Counter

from PIL import Image

from ..records import dataclass
from .pixels import FORMATS

SIDE = 200  # pixels; larger logos are sampled
CLEAR, SOLID = 24, 200  # alpha up to which a pixel is clear, and from which on its colour is the logo's
LEAST = 0.004  # share below which a colour is the blur of an edge


@dataclass(frozen=True, slots=True)
class LogoTraits:
    """Its solid colours "#RRGGBB" with their shares of it, most first; clear margins (left, top, right, bottom, 1/100000 of the picture).

    `ground` is the colour of a ground that it brings along, "" where it is cut out.
    """

    colors: tuple[tuple[str, float], ...]
    margins: tuple[int, int, int, int]
    ground: str


def logo_traits(data: bytes) -> LogoTraits:
    """Measure a picture that could be read before; one that Pillow can't read has no colours."""
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
            image = opened.convert("RGBA")
    except Exception:  # decoders of broken files raise whatever they stumble over
        return LogoTraits((), (0, 0, 0, 0), "")
    alpha = image.getchannel("A").point([255 if a > CLEAR else 0 for a in range(256)])
    box = alpha.getbbox() or (0, 0, image.width, image.height)
    left, top, right, bottom = box
    wide, high = image.width, image.height
    margins = (
        left * 100_000 // wide,
        top * 100_000 // high,
        (wide - right) * 100_000 // wide,
        (high - bottom) * 100_000 // high,
    )
    small = image.crop(box)
    share = min(1.0, SIDE / max(small.size))
    small = small.resize(
        (max(1, round(small.width * share)), max(1, round(small.height * share))), Image.Resampling.NEAREST
    )
    return LogoTraits(_colors(small), margins, _ground(small))


def recolored(data: bytes, color: str) -> bytes:
    """The picture as PNG, all of it in one colour "#RRGGBB", as clear as it was."""
    with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
        alpha = opened.convert("RGBA").getchannel("A")
    flat = Image.new("RGBA", alpha.size, color)
    flat.putalpha(alpha)
    out = io.BytesIO()
    flat.save(out, "PNG")
    return out.getvalue()


def _colors(image: Image.Image) -> tuple[tuple[str, float], ...]:
    """Colours in bins of 16 levels a channel, each as the mean of its bin."""
    sums: dict[tuple[int, int, int], list[int]] = {}
    raw = image.tobytes()
    for i in range(0, len(raw), 4):
        r, g, b, a = raw[i : i + 4]
        if a >= SOLID:
            have = sums.setdefault((r >> 4, g >> 4, b >> 4), [0, 0, 0, 0])
            have[0] += r
            have[1] += g
            have[2] += b
            have[3] += 1
    total = sum(n for *_, n in sums.values())
    found = [
        (f"#{round(r / n):02X}{round(g / n):02X}{round(b / n):02X}", n / total)
        for r, g, b, n in sums.values()
        if n >= total * LEAST
    ]
    return tuple(sorted(found, key=lambda c: (-c[1], c[0])))


def _ground(image: Image.Image) -> str:
    """The one colour all round a logo that isn't cut out; "" where it is, or its edge has many colours."""
    edge: Counter[tuple[int, int, int, int]] = Counter()
    wide, high = image.size
    raw = image.tobytes()
    places = [(x, y) for y in (0, high - 1) for x in range(wide)]
    places += [(x, y) for x in (0, wide - 1) for y in range(high)]
    for x, y in places:
        at = (y * wide + x) * 4
        r, g, b, a = raw[at : at + 4]
        if a >= SOLID:
            edge[r >> 3, g >> 3, b >> 3, 0] += 1
    if not edge:
        return ""
    (r, g, b, _), most = edge.most_common(1)[0]
    near = sum(n for (x, y, z, _), n in edge.items() if max(abs(x - r), abs(y - g), abs(z - b)) <= 1)
    return f"#{min(255, r * 8 + 7 * (r > 15)):02X}{min(255, g * 8 + 7 * (g > 15)):02X}{min(255, b * 8 + 7 * (b > 15)):02X}" if near >= 0.9 * len(places) and most else ""
