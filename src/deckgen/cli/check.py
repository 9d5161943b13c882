"""`deckgen check`: what is wrong with talks and with finished decks, nothing written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ._options import NO_COLOR, QUIET, TALKS, chosen, colored, given, overlays, talks_or_all

if TYPE_CHECKING:
    from ..findings import Finding

DECKS = (".pptx", ".potx", ".ppsx", ".pptm", ".potm", ".ppsm", ".ppt", ".pot", ".pps", ".odp", ".key")
"""Names that end so are finished decks; those that can't be read are refused with what to do instead."""
BLOCKING = ("avoided-word", "other-client")
"""Codes of what a build doesn't write, though the talk can be laid out."""
RANKS = {"error": 2, "warning": 1, "info": 0}


@click.command(
    "check",
    short_help="Report what is wrong with talks or finished decks; write nothing.",
    epilog="Example: deckgen check talks/alles-ist-marketing.yaml --fail-on warning; deckgen check some.pptx --fit",
)
@TALKS
@overlays
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help="How findings are printed; sarif is what editors and code hosts read.",
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
@click.option(
    "--fix",
    is_flag=True,
    help="First mend what can be meant in one way only (missing quotes, a dash without its space).",
)
@click.option(
    "--fit",
    is_flag=True,
    help="Of finished decks: whether their texts fit (all that is checked of them as yet).",
)
@QUIET
@NO_COLOR
def command(
    talks: tuple[str, ...],
    client: str | None,
    variant: str | None,
    lang: str | None,
    theme: str | None,
    duration: str | None,
    set_: tuple[str, ...],
    form: str,
    fail_on: str,
    profile: str | None,
    fix: bool,
    fit: bool,
    quiet: bool,
    no_color: bool,
) -> None:
    """Report what is wrong: overflow, titles, alt text, notes, fonts, contrast, crowded slides, budgets.

    Without TALK all talks of the project are checked.  Nothing is written, but for the talks that --fix mends.

    A TALK that ends in .pptx or .potx is a finished deck, whoever made it: its texts are measured where they stand.
    """
    from dataclasses import replace

    from ..api import check, check_file, compose, load
    from ..errors import OutputError, TalkError
    from ..findings import Severity
    from ._fix import fix_talk
    from ._report import as_json, counted, root_of, show

    found: dict[Finding, str] = {}
    status = 0
    named = talks_or_all(talks)
    decks = {name for name in named if name.lower().endswith(DECKS)}
    if fit and not decks:
        raise click.UsageError("--fit is for finished decks (.pptx); texts of talks are always measured")
    options = chosen(client, variant, lang, theme, duration, set_)
    misplaced = next((f"--{key}" for key in options if options[key]), "")
    misplaced = misplaced or ("--profile" if profile else "--fix" if fix else "")
    if len(decks) == len(named) and misplaced:
        raise click.UsageError(f"{misplaced} is for talks; a finished deck stays as it is")
    for name in named:
        try:
            if name in decks:
                for finding in check_file(name):
                    found.setdefault(finding, name)
                continue
            if fix:
                fix_talk(name)
            loaded = load(name, **options)
            if profile:
                info = replace(loaded.talk.info, profile=profile)
                loaded = replace(loaded, talk=replace(loaded.talk, info=info))
            mine = check(compose(loaded))
            if any(f.code in BLOCKING for f in mine):
                status = 2
        except TalkError as error:
            mine = error.findings
            status = 2
        except OutputError as error:
            click.echo(str(error), err=True)
            status = 2
            continue
        for finding in mine:
            found.setdefault(finding, name)
    if form == "json":
        click.echo(as_json(found))
    elif form == "sarif":
        from ._sarif import as_sarif

        click.echo(as_sarif(found))
    else:
        color = colored(err=False)
        roots = {name: root_of(name) for name in dict.fromkeys(found.values())}
        for finding, name in found.items():
            if not given("quiet") or finding.severity is Severity.ERROR:
                show([finding], err=False, color=color, root=roots[name])
        if not given("quiet"):
            click.echo(counted(found))
    if not status and any(f.severity.rank >= RANKS[fail_on] for f in found):
        status = 1
    if status:
        raise SystemExit(status)
