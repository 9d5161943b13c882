"""`deckgen explain`: what a finding means."""

from __future__ import annotations

import click

from ._columns import definitions, terminal_width
from ._options import NO_COLOR, completer, heading

PLACES = {"slides": "in a talk's slides", "talk": "as a talk", "theme": "in theme.yaml", "words": ""}


@click.command(
    "explain",
    short_help="Say what a finding means and what to write instead.",
    epilog="Example: deckgen explain unknown-key",
)
@click.argument("code", required=False, shell_complete=completer("codes"))
@NO_COLOR
def command(code: str | None, no_color: bool) -> None:
    """Say what the finding CODE means, show what causes it, and what to write instead.  Without CODE list all.

    CODE is the word in brackets: `error[unknown-key]`.
    """
    from ..explanations import codes, explanation
    from ..source.suggest import did_you_mean

    width = terminal_width()
    if code is None:
        for line in definitions([(c, _first(explanation(c).means)) for c in codes()], width, 0):
            click.echo(line)
        return
    word = code.strip().strip("[]").lower()
    if word not in codes():
        hint = did_you_mean(word, codes()) or "; `deckgen explain` lists all"
        click.echo(f"no finding is called {code[:60]!r}{hint}", err=True)
        raise SystemExit(2)
    found = explanation(word)
    where = PLACES.get(found.place, f"in {found.place}")
    click.echo(heading(word))
    for line in definitions([("", found.means)], width, 0):
        click.echo(line)
    for title, text in (("This causes it", found.example), ("Write instead", found.instead)):
        click.echo("")
        click.echo(heading(f"{title}{f' ({where})' if where else ''}:"))
        rows = definitions([("", text)], width) if found.place == "words" else _indented(text)
        for line in rows:
            click.echo(line)


def _first(text: str) -> str:
    """The first sentence."""
    return text.split(". ")[0].removesuffix(".") + "."


def _indented(text: str) -> list[str]:
    return [f"  {line}".rstrip() for line in text.split("\n")]
