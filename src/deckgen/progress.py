"""How far each slide is: the stops are the points of a series, else the sections (ART.md section 4, "Progress").

The slide that opens stop k of N has (k-1)/(N-1); slides between two stops are spread evenly; before the first 0, after the last 1;
with fewer than two stops by position.  Hidden slides don't count.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from .layout.draft import Draft
from .trackers import Clock, Facts


def facts_of(
    drafts: Sequence[Draft], planned: Sequence[tuple[float, float]] = (), start: float | None = None
) -> list[Facts]:
    """What trackers are told of each draft.

    `planned` has for each section the seconds before it and its own, `start` is when the talk begins in minutes after midnight.
    """
    progress, stops = progress_of(drafts)
    shown = [i for i, d in enumerate(drafts) if not d.hidden]
    openings = tuple(
        place for place, i in enumerate(shown) if drafts[i].opens_section and drafts[i].part[0] == 1
    )
    clocks = _clocks([drafts[i] for i in shown], planned, start) if start is not None else []
    result = []
    for i, d in enumerate(drafts):
        place = max(bisect_left(shown, i + 1) - 1, 0)  # a hidden slide stands with the one before it
        result.append(
            Facts(
                d.id, progress[i], stops, d.index, d.count, place, max(len(shown), 1), openings,
                bisect_left(openings, place + 1), clocks[place] if clocks else None,
            )
        )  # fmt: skip
    return result


def _clocks(drafts: Sequence[Draft], planned: Sequence[tuple[float, float]], start: float) -> list[Clock]:
    """The time of each slide.  Slides share their section's time as they share their own seconds."""
    parts: list[tuple[int, list[Draft]]] = [(0, [])]
    for d in drafts:
        number = int(d.section["section-number"].plain) if "section-number" in d.section else parts[-1][0]
        if number != parts[-1][0]:
            parts.append((number, []))
        parts[-1][1].append(d)
    times: list[float] = []
    end = 0.0
    for number, own in parts:
        total = sum(d.seconds for d in own)
        begins, seconds = planned[number - 1] if 0 < number <= len(planned) else (0.0, total)
        if not number and planned:
            seconds = planned[0][0]
        for d in own:
            times.append(begins)
            begins += (d.seconds / total if total else 1 / len(own)) * seconds
        end = max(end, begins)
    return [Clock(start, start + end / 60, start + time / 60) for time in times]


def progress_of(drafts: Sequence[Draft]) -> tuple[list[float], int]:
    """(progress of each draft, number of stops)."""
    shown = [i for i, d in enumerate(drafts) if not d.hidden]
    series = Counter(d.series for d in drafts if d.stop)
    opening: list[int] = []
    if series:
        longest = series.most_common(1)[0][0]  # of several the first in the deck
        opening = [
            i for i in shown if drafts[i].stop and drafts[i].series == longest and drafts[i].part[0] == 1
        ]
    if len(opening) < 2:
        opening = [i for i in shown if drafts[i].opens_section and drafts[i].part[0] == 1]
    result = [0.0] * len(drafts)
    if len(opening) < 2:
        for place, i in enumerate(shown):
            result[i] = place / (len(shown) - 1) if len(shown) > 1 else 0.0
    else:
        stops = len(opening)
        for k, start in enumerate(opening):
            last_stop = k + 1 == stops
            end = len(shown) if last_stop else bisect_left(shown, opening[k + 1])
            stretch = shown[bisect_left(shown, start) : end]
            for place, i in enumerate(stretch):
                share = 0.0 if last_stop else place / len(stretch)
                result[i] = min(1.0, (k + share) / (stops - 1))
    last = 0.0
    visible = set(shown)
    for i in range(len(drafts)):
        if i in visible:
            last = result[i]
        else:
            result[i] = last
    return result, len(opening) if len(opening) > 1 else 0
