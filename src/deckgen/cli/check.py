"""`deckgen check`: what is wrong with talks, nothing written."""

from __future__ import annotations

import click

from ._options import NO_COLOR, TALKS, THEME, colored, talks_or_all
from ._report import as_json, counted, show

RANKS = {"error": 2, "warning": 1, "info": 0}


@click.command("check", epilog="Example: deckgen check talks/alles-ist-marketing.yaml --fail-on warning")
@TALKS
@THEME
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How findings are printed."
)
@click.option(
    "--fail-on",
    type=click.Choice(list(RANKS)),
    default="error",
    show_default=True,
    help="The bar: exit code 1 at or above it.",
)
@click.option(
    "--profile", type=click.Choice(["stage", "room", "read"]), help="Type sizes and densities expected."
)
@NO_COLOR
def command(
    talks: tuple[str, ...], theme: str | None, form: str, fail_on: str, profile: str | None, no_color: bool
) -> None:
    """Report what is wrong: overflow, titles, alt text, notes, fonts, contrast, crowded slides."""
    from dataclasses import replace

    from ..api import check, compose, load
    from ..errors import TalkError
    from ..findings import Finding

    found: list[Finding] = []
    status = 0
    for name in talks_or_all(talks):
        try:
            loaded = load(name, theme=theme)
            if profile:
                loaded = replace(
                    loaded, talk=replace(loaded.talk, info=replace(loaded.talk.info, profile=profile))
                )
            mine = check(compose(loaded))
        except TalkError as error:
            mine = error.findings
            status = 2
        found += [f for f in mine if f not in found]
    if form == "json":
        click.echo(as_json(found))
    else:
        show(found, err=False, color=colored(no_color, err=False))
        click.echo(counted(found))
    if not status and any(f.severity.rank >= RANKS[fail_on] for f in found):
        status = 1
    if status:
        raise SystemExit(status)
