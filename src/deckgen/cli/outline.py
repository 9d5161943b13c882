"""`deckgen outline`: slides, times, priorities, a running clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..units import minutes
from . import _complete
from ._columns import table
from ._options import NO_COLOR, chosen, colored, overlays

if TYPE_CHECKING:
    from ..model.duration import TimeOfDay
    from ..schedule import OutlineRow


@click.command(
    "outline",
    short_help="Show a talk's slides, times and a running clock.",
    epilog="Example: deckgen outline talks/alles-ist-marketing.yaml --ids",
)
@click.argument("talk", shell_complete=_complete.talks)
@overlays
@click.option("--ids", is_flag=True, help="Show the slides' ids, for links.")
@NO_COLOR
def command(
    talk: str,
    client: str | None,
    variant: str | None,
    lang: str | None,
    theme: str | None,
    duration: str | None,
    set_: tuple[str, ...],
    ids: bool,
    no_color: bool,
) -> None:
    """Show a talk's slides with time, clock and priority, its sections with their budgets, its variants."""
    from ..api import load, outline
    from ..errors import TalkError
    from ._report import counted, printable, root_of, show

    try:
        loaded = load(talk, **chosen(client, variant, lang, theme, duration, set_))
    except TalkError as error:
        show(error.findings, err=True, color=colored(), root=root_of(talk))
        click.echo(f"{talk}: {counted(error.findings)}", err=True)
        raise SystemExit(2) from None
    result = outline(loaded)
    shortens = any(r.could or r.should for r in result.rows)
    rows = [["no", "time", "clock", "priority", "kind", "id" if ids else "title", "tags"]]
    if shortens:
        rows[0].insert(4, "can go")
    labelled = any(r.short for r in result.rows)
    if labelled:
        rows[0].insert(-1, "short")
    for row in result.rows:
        words = row.id if ids else "  " * row.depth + row.title
        mark = " (hidden)" if row.hidden else ""
        rows.append(
            [
                str(row.number),
                minutes(row.seconds),
                at(row.clock, result.start),
                row.priority,
                *([can_go(row)] if shortens else []),
                row.kind,
                shortened(words) + mark,
                *([shortened(row.short)] if labelled else []),
                ", ".join(row.tags),
            ]
        )
    for line in table(rows, right=(0, 1, 2)):
        click.echo(printable(line))
    click.echo("")
    if result.duration is None:
        click.echo(f"total {minutes(result.total)}")
    else:
        rest = result.duration - result.total
        words = f"{minutes(rest)} to spare" if rest >= 0 else f"{minutes(-rest)} too long"
        click.echo(f"total {minutes(result.total)} of {minutes(result.duration)}: {words}")
    for section in result.sections:
        budget = f" of {minutes(section.budget)}" if section.budget is not None else ""
        over = (
            "  over its budget" if section.budget is not None and section.seconds > section.budget + 1 else ""
        )
        click.echo(f"  {minutes(section.seconds)}{budget}  {section.title}{over}")
    for version in result.variants:
        need = result.total - version.duration
        if need <= 0:
            words = f"{minutes(-need)} to spare"
        else:
            words = f"{minutes(need)} to cut: could holds {minutes(version.could)}, should {minutes(version.should)}"
        click.echo(f"variant {version.name}, {minutes(version.duration)}: {words}")


def at(seconds: float, start: TimeOfDay | None) -> str:
    """The running clock: from 0:00, or the time of day where the talk says when it begins."""
    if start is None:
        return minutes(seconds)
    whole = start.hour * 3600 + start.minute * 60 + round(seconds)
    return f"{whole // 3600 % 24}:{whole // 60 % 60:02}:{whole % 60:02}"


def can_go(row: OutlineRow) -> str:
    """What of the slide's notes may be left out: "0:40 could, 0:10 should"."""
    marked = (("could", row.could), ("should", row.should))
    return ", ".join(f"{minutes(seconds)} {mark}" for mark, seconds in marked if seconds)


def shortened(text: str) -> str:
    """At most 60 characters."""
    return text if len(text) <= 60 else text[:57] + "..."
