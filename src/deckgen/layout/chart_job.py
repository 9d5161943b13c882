"""A chart on a slide: drawn once its box is settled."""

from __future__ import annotations

from ..findings import Span
from ..records import dataclass
from ..scene.items import Chart
from ..theme.chart_spec import ChartSpec
from ..theme.records import PlaceholderSpec
from .charts import chart_item
from .division import Division
from .placed import Easel, Placed, Spot


@dataclass(slots=True)
class ChartJob:
    """A job like a text's, with one step: a chart finds its own sizes."""

    spec: PlaceholderSpec
    look: ChartSpec
    spot: Spot
    placed: Placed
    easel: Easel
    key: tuple[str, ...]
    role: str = "chart"
    sizes: tuple[int, ...] = (0,)
    span: Span | None = None
    trouble: str = ""
    division: Division = Division()
    done: bool = False
    item: Chart | None = None

    def first_fit(self, start: int = 0) -> int | None:
        """Its only step: what doesn't fit is a finding of its own."""
        return 0

    def settle(self, step: int) -> None:
        """Draw it in the box that it has now."""
        self.item = chart_item(self.spec, self.look, self.spot.box, self.placed, self.easel)
        self.done = True


def put_chart(spec: PlaceholderSpec, look: ChartSpec, spot: Spot, placed: Placed, easel: Easel) -> None:
    """The draft's chart into the look's placeholder."""
    draft = placed.draft
    if draft.chart is None:
        return
    job = ChartJob(spec, look, spot, placed, easel, ("chart", draft.id), span=draft.span)
    placed.spots.append(spot)
    placed.alt_told = True
    placed.jobs.append(job)
    placed.parts.append(lambda: job.item)
