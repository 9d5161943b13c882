"""Tables without a header row: a screen reader can't say what a number stands for."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding, Severity
from ..scene.deck import Deck
from ..scene.items import Table
from ._check import Check, finding

CODE = "missing-table-header"


def run(deck: Deck) -> Iterator[Finding]:
    """Look at all tables of more than one column."""
    for scene in deck.scenes:
        for item in scene.walk():
            if isinstance(item, Table) and not item.header and len(item.widths) > 1 and not item.hidden:
                yield finding(
                    CODE,
                    f"the table on slide {scene.id!r} has no header row",
                    scene,
                    item.span,
                    severity=Severity.INFO,
                    fix="give the columns names in the first row",
                )


CHECK = Check(CODE, Severity.INFO, run, "every table has a header row that screen readers announce")
