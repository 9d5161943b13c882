"""The first pages of a specimen: the colours of each ground with their contrasts, the type scale, where the client's logo stands.

They are looks of the theme like all others, made from what is in it, so their swatches are scheme colours and their samples real type.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..findings import Span
from ..records import replace
from ..source.nodes import Entry, Map, Scalar
from ..theme.colors import shown_color
from ..theme.records import Ground, Look, ShapeSpec, TextSpec, Theme, TypeStyle
from ..units import Box, inches, points, to_inches
from .samples import filled

BASE = "title-only"
FILE = "specimen.yaml"
SMALL = 12  # points: these pages are read, not shown
NOTE = 14
LARGEST = 48  # points; what is larger is named, for a row of it would take the page
STEPS = (
    ("cover", "title"), ("section", "title"), ("statement", "title"), ("number", "number"), ("quote", "quote"), ("point", "title"),
    ("bullets", "title"), ("columns-2", "heading"), ("bullets", "body"), ("text", "body"), ("columns-2", "body"), ("bullets", "subtitle"),
    ("bullets", "support"), ("closing", "name"), ("bullets", "kicker"), ("bullets", "source"),
)  # fmt: skip
"""What the type scale is read from: looks and roles that every theme has."""
SAMPLE = "Aa Bb 123"
LOGOS = ("cover", "bullets", "section", "closing")


def first_pages(
    theme: Theme, grounds: Sequence[str], words: Mapping[str, str], lang: str
) -> tuple[Theme, list[Map]]:
    """`theme` with the looks of the first pages, and their slides, each with a place of its own."""
    base = theme.looks[BASE]
    room = _room(theme)
    looks: dict[str, Look] = {}
    slides: list[Map] = []

    def page(name: str, title: str, text: str, ground: str, shapes: Iterator[ShapeSpec]) -> None:
        foot = Box(room.x, room.bottom + inches(0.08), room.w, inches(0.52))
        note = _text("note", "note", foot, text, _small(NOTE), color="muted", anchor="bottom")
        drawn = tuple(replace(s, drawn=True) for s in (*shapes, note))
        key = f"specimen-{name}"
        looks[key] = replace(
            base, name=key, label=title, ground=ground, grounds=(ground,), shapes=(*base.shapes, *drawn), layout_type=""
        )  # fmt: skip
        slides.append(_slide(title, key, ground, Span(FILE, len(slides) + 1)))

    told = set()
    for ground in grounds:
        own = base.ground_of(ground)
        if own in told:
            continue  # a client's layout may have one ground, whatever is asked for
        told.add(own)
        drawn_on = theme.grounds[own]
        title = filled(words["colors"], {"ground": words[ground]})
        page(f"colors-{ground}", title, words["colors-text"], ground, _swatches(theme, drawn_on, room, lang))
    steps = _steps(theme)
    larger = ", ".join(
        f"{look.label} {_sizes(style, lang)}" for look, _, style in steps if style.size > LARGEST
    )
    rows = [step for step in steps if step[2].size <= LARGEST]
    first = base.ground
    page(
        "type",
        words["type"],
        filled(words["type-text"], {"larger": larger}),
        first,
        _scale(theme, rows, room, words, lang),
    )
    page("logo", words["logo"], words["logo-text"], first, _logos(theme, room, words, lang))
    template = theme.template
    if template is not None:
        template = replace(template, looks={**template.looks, **dict.fromkeys(looks, template.looks[BASE])})
    return replace(theme, looks={**theme.looks, **looks}, template=template), slides


def _slide(title: str, layout: str, ground: str, span: Span) -> Map:
    keys = {"statement": title, "layout": layout, "background": ground, "notes": title}
    return Map(tuple(Entry(Scalar(k, span), Scalar(v, span)) for k, v in keys.items()), span)


def _room(theme: Theme) -> Box:
    """Where the pages' own things stand: the body, above a note of two lines."""
    body = theme.master.body.box
    return Box(body.x, body.y, body.w, body.h - inches(0.6))


def _decimal(number: float, lang: str, places: int = 1) -> str:
    text = f"{number:.{places}f}"
    return text.replace(".", ",") if lang.startswith("de") else text


def _text(
    name: str, slot: str, box: Box, words: str, style: TypeStyle, *, color: str = "text", align: str = "left", anchor: str = "middle"
) -> ShapeSpec:  # fmt: skip
    text = TextSpec(slot=slot, style=style, color=color, align=align, anchor=anchor, literal=words)  # type: ignore[arg-type]
    return ShapeSpec(name=name, shape="text", box=box, text=text)


def _small(size: int = SMALL, *, bold: bool = False) -> TypeStyle:
    return TypeStyle(size, size * 1.25, bold=bold, ladder=(size,))


# ---------------------------------------------------------------- colours


def _swatches(theme: Theme, ground: Ground, room: Box, lang: str) -> Iterator[ShapeSpec]:
    """A swatch for each role in three columns, beside it its name, colour and contrast."""
    roles = list(ground.roles)
    columns = 3
    rows = -(-len(roles) // columns)
    gutter = inches(0.18)
    wide = (room.w - gutter * (columns - 1)) // columns
    high = min(room.h // rows, inches(0.5))
    side = min(inches(0.5), wide // 8)
    for number, role in enumerate(roles):
        column, row = divmod(number, rows)
        x, y = room.x + column * (wide + gutter), room.y + row * high
        chip = Box(x, y + high // 10, side, high - high // 5)
        yield ShapeSpec(f"swatch {role}", "rect", chip, fill=role, line="muted", width=points(0.75))
        left = x + side + inches(0.1)
        rest = wide - side - inches(0.1)
        name, code = round(rest * 0.56), round(rest * 0.29)
        color, ratio = shown_color(theme, ground, role)
        yield _text(f"name {role}", "swatch-name", Box(left, y, name, high), role, _small(bold=True))
        yield _text(
            f"colour {role}", "swatch-color", Box(left + name, y, code, high), color, _small(), color="muted"
        )
        yield _text(
            f"contrast {role}", "swatch-contrast", Box(left + name + code, y, rest - name - code, high),
            _decimal(ratio, lang), _small(), color="muted", align="right",
        )  # fmt: skip


# ---------------------------------------------------------------- type


def _steps(theme: Theme) -> list[tuple[Look, str, TypeStyle]]:
    """The steps of the type scale, largest first, each once: the look and placeholder that have it, its style."""
    result: dict[tuple[int, float, bool, bool, str], tuple[Look, str, TypeStyle]] = {}
    for name, role in STEPS:
        look = theme.looks.get(name)
        spec = look.placeholder(role) if look is not None else None
        if look is not None and spec is not None and spec.text is not None:
            style = spec.text.style
            key = (style.size, style.leading, style.bold, style.italic, style.font)
            result.setdefault(key, (look, spec.name, style))
    return sorted(result.values(), key=lambda step: -step[2].size)


def _sizes(style: TypeStyle, lang: str) -> str:
    leading = f"{style.leading:g}"
    return f"{style.size}/{leading.replace('.', ',') if lang.startswith('de') else leading}"


def _family(theme: Theme, style: TypeStyle) -> str:
    fonts = theme.fonts.brand
    return {"heading": fonts.heading, "numerals": fonts.heading, "body": fonts.body}.get(
        style.font, style.font
    )


def _scale(
    theme: Theme, steps: Sequence[tuple[Look, str, TypeStyle]], room: Box, words: Mapping[str, str], lang: str
) -> Iterator[ShapeSpec]:
    """A row for each step: a sample set in it, beside it what it is for, size, leading, font and ladder; as many as there is room for."""
    heights = [round(points(max(style.leading, 26)) * 1.06) + inches(0.06) for _, _, style in steps]
    while sum(heights) > room.h and len(heights) > 1:  # the sizes that lie closest to the next one go first
        near = min(range(1, len(steps) - 1), key=lambda i: steps[i - 1][2].size - steps[i][2].size)
        steps, heights = [*steps[:near], *steps[near + 1 :]], [*heights[:near], *heights[near + 1 :]]
    y, left = room.y, round(room.w * 0.52)
    for number, ((look, name, style), high) in enumerate(zip(steps, heights, strict=True), 1):
        if number > 1:
            yield ShapeSpec(
                f"rule {number}", "line", Box(room.x, y, room.w, 0), line="line", width=points(0.75)
            )
        sample = replace(style, ladder=(style.size, style.size))  # it shows its size, so it has no other
        yield _text(f"type {number}", f"type-{number}", Box(room.x, y, left, high), SAMPLE, sample)
        face = " ".join(
            [_family(theme, style), *([words["bold"]] if style.bold else []), *([words["italic"]] if style.italic else [])]
        )  # fmt: skip
        ladder = ", ".join(str(s) for s in style.ladder if s < style.size)
        facts = f"{look.label}, {name}: {_sizes(style, lang)} {face}" + (f"; {ladder}" if ladder else "")
        box = Box(room.x + left + inches(0.2), y, room.w - left - inches(0.2), high)
        yield _text(f"type facts {number}", "type-facts", box, facts, _small(), color="muted")
        y += high


# ---------------------------------------------------------------- logo


def _logos(theme: Theme, room: Box, words: Mapping[str, str], lang: str) -> Iterator[ShapeSpec]:
    """Small slides with the logo's box where their look has it, below each how large it is."""
    looks = [theme.looks[name] for name in LOGOS if name in theme.looks]
    gap = inches(0.3)
    columns = len(looks)
    wide = (room.w - gap * (columns - 1)) // columns
    scale = min(wide / theme.width, (room.h - inches(0.9)) / theme.height)
    wide, high = round(theme.width * scale), round(theme.height * scale)
    for number, look in enumerate(looks):
        x, y = room.x + number * (wide + gap), room.y + inches(0.1)
        yield ShapeSpec(
            f"slide {look.name}", "rect", Box(x, y, wide, high), fill="surface", line="muted", width=points(1)
        )
        spec = look.placeholder("logo")
        size = words["no-logo"]
        if spec is not None:
            box = spec.box
            small = Box(
                x + round(box.x * scale), y + round(box.y * scale), round(box.w * scale), round(box.h * scale)
            )
            yield ShapeSpec(f"logo {look.name}", "rect", small, fill="primary")
            size = filled(words["logo-box"], {"width": _length(box.w, lang), "height": _length(box.h, lang)})
        name = Box(x, y + high + inches(0.12), wide, inches(0.3))
        yield _text(f"logo name {look.name}", "logo-name", name, look.label, _small(bold=True))
        yield _text(
            f"logo size {look.name}", "logo-size", name.moved(0, inches(0.3)), size, _small(), color="muted"
        )


def _length(emu: int, lang: str) -> str:
    """A length as the language's readers measure: centimetres in German, else inches."""
    if lang.startswith("de"):
        return _decimal(to_inches(emu) * 2.54, lang)
    return _decimal(to_inches(emu), lang, 2)
