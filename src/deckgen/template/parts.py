"""Plain's parts in a template: styles by its type, boxes moved onto its page (`theme.zone`), shapes with room for their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ..theme.chart_spec import ChartPart, ChartSpec
from ..theme.records import Level, Repeat, ShapeSpec, TextSpec, Theme, TypeStyle
from ..theme.table_records import CellStyle, TableSpec
from ..theme.zone import Move, Zone
from ..units import Box, inches, points, to_points
from .roles import Layout, Setter

ROUND: Final = frozenset(("ellipse", "donut", "pie", "arc", "blockArc", "star5", "teardrop", "plus"))
STACKED: Final = frozenset(("cover", "section", "quote", "image-left", "image-right", "image-side"))
ABOVE: Final = ("kicker", "eyebrow")
BELOW: Final = ("subtitle", "support", "name", "role", "wordmark", "occasion", "contact", "credit", "source")
LINES: Final = {"subtitle": 2, "support": 2, "contact": 3, "wordmark": 2, "occasion": 2}
BODIES: Final = frozenset(("body", "body-2", "body-3", "body-4"))
GRAPHICS: Final = frozenset(("table", "chart", "picture"))
LEAST: Final = 10  # pt, to which ladders go on; the profile stops earlier
TEXT: Final = 30  # pt, up to which a style of plain is text, not display
GAP: Final = inches(0.08)
MARGIN: Final = inches(0.2)
CONTENT_END, SOURCE_END = inches(6.75), inches(7.166)  # of plain: where content and the source line end
READABLE: Final = (
    18  # pt, the least size of the strictest profile; boxes of composed texts have room for two lines of it
)
FOOT: Final = 24.0  # pt, the height of a source line


class Parts:
    """Plain's styles, tables, charts and shapes in a template's type and on its page; `body` is its body area, `setter` its fonts."""

    def __init__(
        self, plain: Theme, width: int, height: int, setter: Setter, body: Box, text_size: int
    ) -> None:
        self.plain, self.width, self.height, self.setter = plain, width, height, setter
        self.body = body
        home = plain.master.body.box
        self._home = home
        sx, sy = body.w / home.w, body.h / (CONTENT_END - home.y)
        self.display = max(0.4, min(1.0, (min(sx, 1.1) * min(sy, 1.1)) ** 0.5))
        self.text = max(0.42, min(self.display, 1.15 * text_size / plain.styles["body"].size))

    def style(self, style: TypeStyle) -> TypeStyle:
        """A style of plain in the template's type: smaller where its page is, and in whole points from its ladder's end on."""
        factor = self.text if style.size <= TEXT else self.display
        first = max(LEAST, round(style.size * factor))
        large = {max(LEAST, round(s * factor)) for s in style.ladder if s <= style.size} | {first}
        every = range(LEAST, min(first, TEXT) + 1)
        ladder = tuple(sorted({s for s in large if s > TEXT} | {*every, first}, reverse=True))
        return TypeStyle(first, style.ratio * first, style.bold, style.italic, "body", style.tracking, ladder)

    def words(self, text: TextSpec | None, move: Move) -> TextSpec | None:
        """How a composed text is set."""
        if text is None:
            return None
        style = self.style(text.style)
        factor = style.size / text.style.size
        return replace(
            text, style=style, lead=self.style(text.lead) if text.lead is not None else None, tab=move.offset((text.tab, 0))[0],
            pitches=tuple(replace(p, pitch=round(p.pitch * factor)) for p in text.pitches), hang=round(text.hang * factor),
            sizes=tuple((n, max(LEAST, round(size * factor))) for n, size in text.sizes), spare=(0, 0),
        )  # fmt: skip

    def levels(self, levels: Sequence[Level]) -> tuple[Level, ...]:
        factor = self.text
        return tuple(
            replace(level, style=self.style(level.style), indent=round(level.indent * factor), hanging=round(level.hanging * factor))
            for level in levels
        )  # fmt: skip

    def table(self, spec: TableSpec | None) -> TableSpec | None:
        """How tables are drawn."""
        if spec is None:
            return None

        def cell(style: CellStyle | None) -> CellStyle | None:
            return replace(style, style=self.style(style.style)) if style is not None else None

        head, body = cell(spec.head), cell(spec.body)
        assert head is not None and body is not None
        factor = self.text
        return replace(
            spec, head=head, body=body, first=cell(spec.first), mark=cell(spec.mark), total=cell(spec.total),
            head_height=round(spec.head_height * factor), pitch=round(spec.pitch * factor), dense=round(spec.dense * factor), bleed=0,
        )  # fmt: skip

    def chart(self, spec: ChartSpec | None) -> ChartSpec | None:
        """How charts are drawn."""
        if spec is None:
            return None
        names = ("category", "value", "value_hero", "axis", "label", "label_hero")
        parts = {
            n: ChartPart(self.style(p.style), p.color)
            for n in names
            if isinstance(p := getattr(spec, n), ChartPart)
        }
        return replace(spec, **parts)  # type: ignore[arg-type]

    def move(self, layout: Layout, body: Box | None = None, *, spread: bool = False) -> Move:
        """From plain's page to that of a layout; `spread`: from the title's top to the body's bottom evenly, for looks that use all of it."""
        area = body or self.body
        title = (
            layout.title.inner
            if layout.title is not None
            else Box(area.x, max(0, area.y - inches(1)), area.w, inches(0.8))
        )
        top = min(title.y, max(0, area.y - inches(0.3)))
        end = CONTENT_END if self.foot(layout, area) is not None else SOURCE_END
        home, own = self._home, self.plain.master.title.box
        if spread:
            source = Zone(home.x, home.right, own.y, end, replace_y(own, inches(0.2)))
            zone = Zone(
                area.x, area.right, top, area.bottom, replace_y(title, top // 3), self.width, self.height
            )
        else:
            source = Zone(home.x, home.right, home.y, end, own)
            zone = Zone(
                area.x, area.right, area.y, area.bottom, replace_y(title, top), self.width, self.height
            )
        return Move(source, zone)

    def foot(self, layout: Layout, area: Box) -> Box | None:
        """A place for the source line below the body area, left of footer and number; None where there is no room."""
        high = points(FOOT)
        y = area.bottom + GAP // 2
        taken = [
            *layout.obstacles,
            *(layout.footers[k].box for k in ("ftr", "sldNum") if k in layout.footers),
        ]
        row = Box(area.x, y, area.w, high)
        right = min([area.right, *(b.x - GAP for b in taken if b.meets(row) and b.x > area.x)])
        blocked = any(b.meets(row) and b.x <= area.x for b in taken)
        if (
            blocked
            or right - area.x < max(inches(4.2), area.w * 0.6)
            or y + high > self.height - inches(0.05)
        ):
            return None
        return Box(area.x, y, right - area.x, high)

    def roomy(self, box: Box, text: TextSpec, count: int, drawn: int = 0) -> Box:
        """A box with room for some lines of readable size, at least those that plain's box (`drawn` EMU high) has room for; it grows away
        from where its text stands."""
        count = max(count, int(to_points(max(box.h, drawn)) / (text.style.ratio * READABLE)))
        high = points(count * text.style.ratio * max(text.style.size if count == 1 else 0, READABLE) + 4)
        more = max(0, high - box.h)
        up = {"top": 0, "middle": more // 2, "bottom": more}[text.anchor]
        y = max(0, min(box.y - up, self.height - box.h - more))
        return Box(box.x, y, box.w, box.h + more)

    def shape(self, shape: ShapeSpec, move: Move) -> ShapeSpec:
        text = self.words(shape.text, move)
        least = points(text.style.leading + 1) if text is not None and shape.shape == "text" else 0
        full = shape.box.w > inches(13) and shape.box.h > inches(7)
        round_ = shape.shape in ROUND
        box = Box(0, 0, self.width, self.height) if full else move.box(shape.box, round_=round_, least=least)
        if round_ and shape.repeat is not None:  # as large as the wider scale makes it: words stand in it
            box = self._grown(box, max(move.scale) / min(move.scale), shape.box)
        repeat = self._repeat(shape.repeat, move)
        if text is not None and round_:  # a word of nine letters has room in it
            most = max(LEAST, int(to_points(box.w) * 0.707 / 6.2))
            if text.style.size > most:
                style = replace(
                    text.style,
                    size=most,
                    leading=text.style.ratio * most,
                    ladder=tuple(s for s in text.style.ladder if s <= most) or (most,),
                )
                text = replace(text, style=style)
        if text is not None and text.slot == "delta" and text.anchor == "top":
            box = self.roomy(box, text, 2)
        if text is not None and shape.shape == "text" and repeat is not None and text.anchor == "middle":
            box = self._filled(box, text, repeat)
        path = shape.path
        if path and shape.box.w and shape.box.h:
            scales = (box.w / shape.box.w, box.h / shape.box.h)
            path = tuple(
                (step[0], *(round(int(p) * scales[i % 2]) for i, p in enumerate(step[1:]))) for step in path
            )
        return replace(
            shape, box=box, path=path, text=text, repeat=repeat, radius=round(shape.radius * self.display), drawn=True,
            when=replace(shape.when, grounds=()),
        )  # fmt: skip

    @staticmethod
    def _grown(box: Box, factor: float, drawn: Box) -> Box:
        w, h = min(round(box.w * factor), drawn.w), min(round(box.h * factor), drawn.h)
        return Box(box.x - (w - box.w) // 2, box.y - (h - box.h) // 2, w, h)

    @staticmethod
    def _filled(box: Box, text: TextSpec, repeat: Repeat) -> Box:
        """A row's text with as much of the row's height as two readable lines take."""
        steps = sorted({y for _, y in repeat.at}) if repeat.at else []
        step = (
            repeat.step[1]
            if repeat.step is not None
            else min((b - a for a, b in zip(steps, steps[1:], strict=False)), default=0)
        )
        high = min(max(box.h, points(2 * text.style.ratio * READABLE + 2)), step - points(2))
        return box if high <= box.h else Box(box.x, box.y - (high - box.h) // 2, box.w, high)

    def _repeat(self, repeat: Repeat | None, move: Move) -> Repeat | None:
        if repeat is None:
            return None
        around = repeat.around
        if around is not None:
            around = (move.x(around[0]), move.y(around[1]), round(around[2] * min(move.scale)), around[3])
        between = repeat.between
        return replace(
            repeat, step=move.offset(repeat.step) if repeat.step is not None else None, at=tuple(move.offset(p) for p in repeat.at),
            between=(move.offset(between[0]), move.offset(between[1])) if between is not None else None, around=around,
            gap=move.offset(repeat.gap), pitch=move.offset(repeat.pitch) if repeat.pitch is not None else None,
        )  # fmt: skip


def replace_y(box: Box, y: int) -> Box:
    """A box at another height."""
    return Box(box.x, y, box.w, box.h)


def replace_h(box: Box, h: int) -> Box:
    """A box of another height."""
    return Box(box.x, box.y, box.w, h)
