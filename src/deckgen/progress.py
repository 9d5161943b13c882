"""How far each slide is: the stops are the points of a series, else the sections (ART.md section 4, "Progress").

The slide that opens stop k of N has (k-1)/(N-1); slides between two stops are spread evenly; before the first 0, after the last 1;
with fewer than two stops by position.  Hidden slides don't count.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from .layout.draft import Draft


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
