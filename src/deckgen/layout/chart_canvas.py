"""What a chart is laid out with: its data, its frame, the theme's chart, measures of text.  Lengths are points."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.chart import ChartData
from ..model.number_format import NumberFormat
from ..records import dataclass
from ..scene.charts import ChartText
from ..theme.chart_spec import ChartPart, ChartSpec
from ..theme.colors import contrast, resolve, to_hex, to_rgb
from ..theme.paint import Color, Stroke
from ..theme.records import Ground, Theme
from ..theme.series import lines_of, outline_of
from ..typeset.paragraph import apart
from .runs import Faces

LINE = 1.26  # line pitch / size of text in charts: single spacing of a font with tall ascenders
LEAST = {"stage": 18, "room": 18, "read": 12}
"""Least size of text in charts by profile, points; a ladder's end counts if it is higher."""
ACCENTS = tuple(f"accent{n}" for n in range(1, 7))


@dataclass(frozen=True, slots=True)
class Canvas:
    """A chart while it is laid out.

    `kind` is its type; `categories` and `series` are the indices of what is highlighted; `width` and `height` are the frame's.
    """

    data: ChartData
    kind: str
    spec: ChartSpec
    ground: Ground
    theme: Theme
    faces: Faces
    width: float
    height: float
    form: NumberFormat
    profile: str
    lang: str
    categories: frozenset[int] = frozenset()
    series: frozenset[int] = frozenset()
    percent: bool = False  # slices show their share, since nobody gave a unit
    rtl: bool = False

    @property
    def count(self) -> int:
        """How many categories there are."""
        return len(self.data.categories)

    @property
    def values(self) -> list[float]:
        """All values."""
        return [v for s in self.data.series for v in s.values if v is not None]

    @property
    def highlighted(self) -> bool:
        """Whether anything is highlighted."""
        return bool(self.categories or self.series)

    def color(self, role: str, alpha: int = 100_000) -> Color:
        """The colour of a role on the chart's ground."""
        return self.ground.shade(role, alpha)

    def stroke(self, role: str, width: int, alpha: int = 100_000) -> Stroke | None:
        """A line of a role, None where the theme has none."""
        return Stroke(self.color(role, alpha), width) if role and width else None

    def outline(self, color: Color) -> Color | None:
        """What a fill that hardly stands out from the ground is surrounded with; None where it needs nothing."""
        return outline_of(color, self.ground, self.theme.slots)

    def strokes(self, roles: Sequence[str]) -> tuple[Color, ...]:
        """The colours of lines drawn in these roles, each of which stands out."""
        return lines_of(roles, self.ground, self.theme.slots)

    def grid(self) -> Stroke | None:
        """The line of the grid."""
        return self.stroke(self.spec.grid, self.spec.grid_width, self.spec.grid_alpha)

    def text(self, part: ChartPart, size: int | None = None, color: Color | None = None) -> ChartText:
        """How a part is set at `size`."""
        return ChartText(size or part.style.size, color or self.color(part.color), part.style.bold)

    def sizes(self, part: ChartPart) -> tuple[int, ...]:
        """The sizes to try for a part, largest first."""
        style, least = part.style, LEAST[self.profile]
        steps = [s for s in style.ladder if s <= style.size] or [style.size]
        if self.profile == "read":
            steps += [s for s in (16, 14, 12) if s < steps[-1]]
        return tuple(s for s in steps if s >= least) or (max(steps[-1], least),)

    def measure(self, text: str, size: int, part: ChartPart) -> float:
        """The width of `text` in the part's type."""
        return self.faces.measure("body", part.style.bold, False).width(text, size) + apart(text) * size

    def widest(self, texts: list[str], size: int, part: ChartPart) -> float:
        """The width of the widest text."""
        return max((self.measure(t, size, part) for t in texts), default=0.0)

    def lines(self, text: str, size: int, part: ChartPart, width: float) -> int:
        """How many lines `text` takes in `width`, broken at spaces and after hyphens; 99 if a word is wider."""
        if (
            self.measure(text, size, part) <= width
        ):  # words one by one are wider: no kerning between them, each in its wider font
            return 1
        count, used = 1, 0.0
        space = self.measure(" ", size, part)
        for word in text.replace("-", "- ").replace("/", "/ ").split():
            own = self.measure(word, size, part)
            if own > width:
                return 99
            if used and used + space + own > width:
                count, used = count + 1, own
            else:
                used += (space if used else 0.0) + own
        return count

    def share(self, x: float, y: float, w: float, h: float) -> tuple[int, int, int, int]:
        """A box in points as shares of the frame."""
        return (
            round(x / self.width * 100_000),
            round(y / self.height * 100_000),
            round(w / self.width * 100_000),
            round(h / self.height * 100_000),
        )

    def legible(self, fill: Color) -> Color:
        """The text colour that is read best on `fill`: the ground's text, or the ground itself."""
        choices = [self.color("text"), self.color("ground")]
        shown = [to_rgb(resolve(c, self.ground, self.theme.slots)) for c in (fill, choices[1])]
        share = fill.alpha / 100_000
        under = to_hex(*((a * share + b * (1 - share)) / 255 for a, b in zip(*shown, strict=True)))
        return max(choices, key=lambda c: contrast(resolve(c, self.ground, self.theme.slots), under))
