"""`deckgen kinds`: every kind of slide, its keys, an example, a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from . import _complete
from ._columns import can_print, definitions, terminal_width
from ._options import NO_COLOR, heading

if TYPE_CHECKING:
    from ..reference import KeyRow


@click.command(
    "kinds",
    short_help="List the kinds of slides; show one's keys and an example.",
    epilog="Example: deckgen kinds bullets",
)
@click.argument("kind", required=False, shell_complete=_complete.kinds)
@NO_COLOR
def command(kind: str | None, no_color: bool) -> None:
    """List all kinds of slides; with KIND show its keys, an example to paste, and where its parts stand.

    The drawing shows the layout of the theme `plain`; other themes put the same parts elsewhere.
    """
    from ..kinds import kind_names, summary
    from ..source.suggest import did_you_mean

    width = terminal_width()
    if kind is None:
        for line in definitions([(_key(name), summary(name)) for name in kind_names()], width, 0):
            click.echo(line)
        return
    name = kind.replace("-", "_")
    if name not in kind_names():
        known = [_key(n) for n in kind_names()]
        hint = did_you_mean(kind, known) or "; `deckgen kinds` lists all"
        click.echo(f"there is no kind {kind[:60]!r}{hint}", err=True)
        raise SystemExit(2)
    for line in _page(name, width):
        click.echo(line)


def _page(name: str, width: int) -> list[str]:
    """All that is to be said of a kind."""
    from ..kinds import kind, summary
    from ..reference import common_keys, item_keys, keys_of

    one = kind(name)
    lines = [heading(_key(name)), *definitions([("", summary(name))], width, 0), ""]
    lines += [
        *definitions([("", "Paste it into `slides:` of a talk:")], width, 0),
        "",
        *(f"  {row}" for row in one.example.split("\n")),
        "",
    ]
    own = keys_of(one.record)
    if own:
        lines += [heading("Its keys"), *definitions(map(_row, own), width), ""]
    for key, rows in item_keys(one.record).items():
        lines += [heading(f"Keys of an item of `{key}`"), *definitions(map(_row, rows), width), ""]
    if drawing := _drawing(name, width):
        lines += [*drawing, ""]
    return [*lines, heading("Keys of every slide"), *definitions(map(_row, common_keys(name)), width)]


def _row(row: KeyRow) -> tuple[str, str]:
    """A key, and its help with its type, default and example."""
    extra = [row.type]
    if row.content:
        extra.append("the content")
    if row.default:
        extra.append(f"default: {row.default}")
    if row.example:
        extra.append(f"example: {row.example}")
    return row.key, f"{row.help} ({'; '.join(extra)})"


def _drawing(name: str, width: int) -> list[str]:
    from ..findings import Findings
    from ..reference import looks_of
    from ..theme.find import FALLBACK
    from ..theme.reader import load_theme
    from ._sketch import UNICODE, sketch

    theme = load_theme(FALLBACK, project=None, base=None, findings=Findings())
    looks = looks_of(name, theme) if theme is not None else []
    if theme is None or not looks:
        return []
    where = f"Where things stand (theme {theme.name}, layout {looks[0].name})"
    lines = [heading(line) for line in definitions([("", where)], width, 0)]
    lines += sketch(looks[0], theme, width, ascii_only=not can_print(UNICODE))
    if looks[1:]:
        rest = [(look.name, look.label) for look in looks[1:]]
        lines += ["", heading("More layouts, for `layout:`"), *definitions(rest, width)]
    return lines


def _key(name: str) -> str:
    """A kind's name as it is written in a talk."""
    return name.replace("_", "-")
