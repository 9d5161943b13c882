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
    from ..schedule import Outline, OutlineRow, VariantTime


@click.command(
    "outline",
    short_help="Show a talk's slides, times and a running clock.",
    epilog="Example: deckgen outline talks/alles-ist-marketing.yaml --ids",
)
@click.argument("talk", shell_complete=_complete.talks)
@overlays
@click.option("--ids", is_flag=True, help="Show the slides' ids, for links.")
@click.option(
    "--against",
    metavar="WHAT",
    help="Show what is other than for WHAT: `base` (the talk itself), a client, `variant:NAME`, `lang:TAG`; or several: acme,lang:en.",
    shell_complete=_complete.against,
)
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
    against: str | None,
    no_color: bool,
) -> None:
    """Show a talk's slides with time, clock and priority, its sections with their budgets, its variants.

    Where the talk is longer than its duration, what goes stays in the table, without a number and a clock, with what that saves.

    With --against it shows what is other than in another version of the talk: slides, texts, times, facts.
    """
    from ..api import load, outline
    from ..errors import TalkError
    from ..findings import Severity
    from ._report import counted, printable, root_of, show

    if against is not None:
        from ._compare import show_comparison

        show_comparison(talk, chosen(client, variant, lang, theme, duration, set_), against, ids)
        return
    try:
        loaded = load(talk, **chosen(client, variant, lang, theme, duration, set_))
    except TalkError as error:
        show(error.findings, err=True, color=colored(), root=root_of(talk))
        click.echo(f"{talk}: {counted(error.findings)}", err=True)
        raise SystemExit(2) from None
    result = outline(loaded)
    shown = table(_rows(result, ids), right=(0, 1, 2))
    for line, row in zip(shown, (None, *result.rows), strict=True):
        text = printable(line)
        click.echo(
            click.style(text, dim=True) if row is not None and row.dropped and colored(err=False) else text
        )
    click.echo("")
    for line in _total(result):
        click.echo(line)
    for section in result.sections:
        budget = f" of {minutes(section.budget)}" if section.budget is not None else ""
        over = (
            "  over its budget" if section.budget is not None and section.seconds > section.budget + 1 else ""
        )
        click.echo(f"  {minutes(section.seconds)}{budget}  {section.title}{over}")
    for version in result.variants:
        need = result.whole - version.duration
        if need <= 0:
            words = f"{minutes(-need)} to spare"
        else:
            words = f"{minutes(need)} to cut: could holds {minutes(version.could)}, should {minutes(version.should)}"
            words += f"; {_outcome(version)}"
        click.echo(f"variant {version.name}, {minutes(version.duration)}: {words}")
    wrong = [f for f in loaded.findings if f.severity is Severity.ERROR]
    if wrong:
        show(wrong, err=True, color=colored(), root=root_of(talk))
        raise SystemExit(2)


def _rows(result: Outline, ids: bool) -> list[list[str]]:
    """The table's cells, the heads first."""
    shortens = any(r.could or r.should for r in result.rows)
    labelled = any(r.short for r in result.rows)
    cut = any(r.saved or r.dropped for r in result.rows)
    heads = [
        "no",
        "time",
        "clock",
        "priority",
        *(["saves"] if cut else []),
        *(["can go"] if shortens else []),
    ]
    rows = [[*heads, "kind", "id" if ids else "title", *(["short"] if labelled else []), "tags"]]
    for row in result.rows:
        words = row.id if ids else "  " * row.depth + row.title
        mark = " (dropped)" if row.dropped else " (hidden)" if row.hidden else ""
        rows.append(
            [
                str(row.number) if row.number else "",
                minutes(row.seconds) if not row.dropped else "",
                at(row.clock, result.start) if not row.dropped else "",
                row.priority,
                *([minutes(row.saved) if row.saved else ""] if cut else []),
                *([can_go(row) if not row.dropped else ""] if shortens else []),
                row.kind,
                shortened(words) + mark,
                *([shortened(row.short)] if labelled else []),
                ", ".join(row.tags),
            ]
        )
    return rows


def _total(result: Outline) -> list[str]:
    """How the sum compares with the duration, and what was left out for it."""
    if result.duration is None:
        return [f"total {minutes(result.total)}"]
    rest = result.duration - result.total
    words = f"{minutes(rest)} to spare" if rest > -0.5 else f"{minutes(-rest)} too long"
    lines = [f"total {minutes(result.total)} of {minutes(result.duration)}: {words}"]
    slides = sum(1 for r in result.rows if r.dropped)
    parts = sum(1 for r in result.rows if r.saved and not r.dropped)
    if slides or parts:
        said = [f"{slides} slide{'' if slides == 1 else 's'}"] if slides else []
        said += [f"parts of {parts} {'more' if slides else 'slides'}"] if parts else []
        lines.append(f"left out of {minutes(result.whole)}: {' and '.join(said)}")
    return lines


def _outcome(variant: VariantTime) -> str:
    if variant.shortened is None:
        return "what must stay is longer"
    slides = f"{variant.slides} slide{'' if variant.slides == 1 else 's'}"
    return f"{minutes(variant.shortened)} without {slides}"


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
