"""What a logo looks like: its colours, its clear margins, whether it brings a ground of its own.  Loaded only for decks with one."""

from __future__ import annotations

import io
from collections import Counter

from PIL import Image, ImageChops, ImageFilter

from ..records import dataclass
from .pixels import FORMATS

SIDE = 200  # pixels; larger logos are sampled
PAPER = 245  # least channel of a white ground
CLEAR, SOLID = 24, 200  # alpha up to which a pixel is clear, and from which on its colour is the logo's
RIM = 3  # pixels of the sample
LEAST = 0.004  # share below which a colour is the blur of an edge


@dataclass(frozen=True, slots=True)
class LogoTraits:
    """Its solid colours "#RRGGBB" with their shares of it, most first; clear margins (left, top, right, bottom, 1/100000 of the picture).

    `rim` are the colours of its outlines with their shares of these: only they meet the ground, a white letter in a red disc doesn't.
    `ground` is the colour of a ground that it brings along, "" where it is cut out.
    """

    colors: tuple[tuple[str, float], ...]
    rim: tuple[tuple[str, float], ...]
    margins: tuple[int, int, int, int]
    ground: str


def logo_traits(data: bytes) -> LogoTraits:
    """Measure a picture that could be read before; one that Pillow can't read has no colours."""
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
            image = opened.convert("RGBA")
    except Exception:  # decoders of broken files raise whatever they stumble over
        return LogoTraits((), (), (0, 0, 0, 0), "")
    alpha = image.getchannel("A").point([255 if a > CLEAR else 0 for a in range(256)])
    box = alpha.getbbox() or (0, 0, image.width, image.height)
    left, top, right, bottom = box
    wide, high = image.width, image.height
    ground = _ground(_sampled(image))
    if min(to_channels(ground), default=0) >= PAPER:  # white paper round it is as good as none
        box = _inked(image) or box
        left, top, right, bottom = box
    margins = (
        left * 100_000 // wide,
        top * 100_000 // high,
        (wide - right) * 100_000 // wide,
        (high - bottom) * 100_000 // high,
    )
    small = _sampled(image.crop(box))
    return LogoTraits(_colors(small), _colors(_rim(small)), margins, ground)


def to_channels(color: str) -> tuple[int, ...]:
    """Channels 0..255 of "#RRGGBB"; none of ""."""
    return tuple(bytes.fromhex(color[1:]))


def _sampled(image: Image.Image) -> Image.Image:
    share = min(1.0, SIDE / max(image.size))
    size = (max(1, round(image.width * share)), max(1, round(image.height * share)))
    return image.resize(size, Image.Resampling.NEAREST)


def _inked(image: Image.Image) -> tuple[int, int, int, int] | None:
    """The box of all that isn't nearly white."""
    dark = image.convert("L").point([255 if v < PAPER - 8 else 0 for v in range(256)])
    return dark.getbbox()


def recolored(data: bytes, color: str) -> bytes:
    """The picture as PNG, all of it in one colour "#RRGGBB", as clear as it was."""
    with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
        alpha = opened.convert("RGBA").getchannel("A")
    flat = Image.new("RGBA", alpha.size, color)
    flat.putalpha(alpha)
    out = io.BytesIO()
    flat.save(out, "PNG")
    return out.getvalue()


def _rim(image: Image.Image) -> Image.Image:
    """The picture with nothing but what lies near its clear parts; all of it where it has none."""
    alpha = image.getchannel("A")
    clear = alpha.point([255 if a <= CLEAR else 0 for a in range(256)])
    framed = Image.new("L", (image.width + 2, image.height + 2), 255)
    framed.paste(clear, (1, 1))
    if clear.getbbox() is None:
        return image
    near = framed.filter(ImageFilter.MaxFilter(2 * RIM + 1)).crop((1, 1, image.width + 1, image.height + 1))
    result = image.copy()
    result.putalpha(ImageChops.multiply(alpha, near))
    return result


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
    total = max(1, sum(n for *_, n in sums.values()))
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
    return (
        f"#{min(255, r * 8 + 7 * (r > 15)):02X}{min(255, g * 8 + 7 * (g > 15)):02X}{min(255, b * 8 + 7 * (b > 15)):02X}"
        if near >= 0.9 * len(places) and most
        else ""
    )
