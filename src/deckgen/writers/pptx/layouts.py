"""Slide layouts: one for each look on each of its grounds, with placeholders and the decoration that never changes."""

from __future__ import annotations

from collections.abc import Iterator

from ...theme.marks import Mark
from ...theme.paint import Stroke, radius_of
from ...theme.records import Ground, Look, PlaceholderSpec, ShapeSpec, Theme
from . import paint
from .grounds import background, color_map
from .pictures import picture_xml
from .placeholders import placeholder
from .shapes import freeform, no_text, position, preset, straight
from .xml import MASTER_MAP, non_visual, part, slide_data

LOGO_REL = "rId2"  # a layout's second relationship, after its master's


def layout_names(theme: Theme) -> Iterator[tuple[Look, str, str]]:
    """(look, ground, unique name) of every layout, each look's own ground first."""
    seen: set[str] = set()
    for look in theme.looks.values():
        for ground in dict.fromkeys((look.ground, *look.grounds)):
            plain = look.label if ground == look.ground else f"{look.label} ({ground})"
            name, number = plain, 1
            while name in seen:
                number += 1
                name = f"{plain} {number}"
            seen.add(name)
            yield look, ground, name


def layout_part(theme: Theme, look: Look, ground_name: str, name: str, lang: str, footer: str = "") -> bytes:
    """slideLayout*.xml; its footer shows what the deck's slides show, for slides that are added later."""
    ground, light = theme.grounds[ground_name], theme.grounds["light"]
    key = ("layout", theme.name, look.name, ground_name)
    static = [shape for shape in look.shapes if shape.static]
    drawn = [decoration(s, ground, n, lang) for n, s in enumerate(static, 2)]
    mark = logo_of(theme, look, ground_name)
    if mark is not None:
        drawn += _logo(mark, ground, 2 + len(drawn), lang)
    drawn += [
        placeholder(spec, ground, n, lang, footer=footer)
        for n, spec in enumerate(_specs(theme, look, mark), 2 + len(drawn))
    ]
    override, colors = MASTER_MAP, color_map(ground)
    if ground is not light and colors != color_map(light):
        override = f"<p:clrMapOvr><a:overrideClrMapping {colors}/></p:clrMapOvr>"
    own = background(ground) if ground_name != "light" else ""
    kind = ' userDrawn="1"'
    if look.layout_type and ground_name == look.ground:
        kind = f' type="{look.layout_type}"'
    return part("p:sldLayout", f'{kind} preserve="1"', slide_data("".join(drawn), name, own, key) + override)


def logo_of(theme: Theme, look: Look, ground: str) -> Mark | None:
    """The logo that stands on the layout, if one does."""
    mark = theme.marks.get((look.name, ground, False))
    return mark if mark is not None and mark.fixed else None


def _logo(mark: Mark, ground: Ground, number: int, lang: str) -> list[str]:
    """The logo with its plate, marked decorative: it says nothing that a listener has to hear on each slide."""
    plate = [decoration(mark.plate, ground, number, lang)] if mark.plate is not None else []
    head = non_visual(number + len(plate), "Logo", decorative=True)
    return [
        *plate,
        picture_xml(
            head,
            '<p:nvPr userDrawn="1"/>',
            f'<a:blip r:embed="{LOGO_REL}"/>',
            mark.crop,
            position(mark.box) + preset("rect"),
        ),
    ]


def _specs(theme: Theme, look: Look, mark: Mark | None) -> list[PlaceholderSpec]:
    """The look's placeholders, one for each role, and its footers; none for a logo that the layout has."""
    roles = dict.fromkeys(s.role for s in look.placeholders if mark is None or s.role != "logo")
    found = [spec for role in roles if (spec := look.placeholder(role)) is not None]
    if look.footer:
        found += [theme.chrome.date, theme.chrome.footer]
    if look.number:
        found.append(theme.chrome.number)
    return found


def decoration(shape: ShapeSpec, ground: Ground, number: int, lang: str) -> str:
    """A shape that stands on the layout, marked decorative."""
    head = non_visual(number, shape.name, decorative=True)
    stroke, box = None, shape.box
    if shape.line and shape.width:
        stroke = Stroke(ground.shade(shape.line), shape.width, shape.head, shape.tail)
    if shape.shape == "line":
        return (
            f'<p:cxnSp><p:nvCxnSpPr>{head}<p:cNvCxnSpPr/><p:nvPr userDrawn="1"/></p:nvCxnSpPr>'
            f"<p:spPr>{straight(box.x, box.y, box.x + box.w, box.y + box.h)}{paint.line(stroke)}</p:spPr></p:cxnSp>"
        )
    outline = freeform(shape.path, box) if shape.path else preset(shape.shape, radius_of(shape.radius, box))
    return (
        f'<p:sp><p:nvSpPr>{head}<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{position(box, shape.flip)}{outline}'
        f"{paint.fill(shape.painted(ground))}{paint.line(stroke)}</p:spPr>{no_text(lang)}</p:sp>"
    )
