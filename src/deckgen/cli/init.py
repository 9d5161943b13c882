"""`deckgen init`: a project to start from."""

from __future__ import annotations

from pathlib import Path

import click

from ._options import QUIET, given
from ._starter import LANG, TITLE, refuse, starter, write_new
from .new import shown

PROJECT = """\
# This folder is a deckgen project: `deckgen build` writes every talk of talks/ into dist/, when it is out of date.
# What else can be said (talks for clients, in variants, languages, on themes), with keys as in `deckgen schema project`:
#
# build:
#   - talks: {stem}
#     clients: all
#     fonts: [brand, office]
"""
IGNORED = "dist/\n"
README = """# {title}

Decks are built from the talks in `talks/`: `deckgen build` writes them into `dist/`, `deckgen check` says what is wrong with them.
"""
STEMS = {"en": "first-talk", "de": "erster-vortrag"}


@click.command(
    "init",
    short_help="Make a project: a folder with a first talk.",
    epilog="Example: deckgen init my-talks --lang de",
)
@click.argument(
    "folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path, file_okay=False, dir_okay=True)
)
@LANG
@TITLE
@QUIET
def command(folder: Path, lang: str, title: str | None, quiet: bool) -> None:
    """Make a project in DIR (this folder if none is named): deckgen.yaml, a talk that builds as it is, .gitignore, README.md.

    Nothing is ever overwritten; a README.md or .gitignore that is there stays as it is.  Prints the path of each file it wrote.
    """
    here = folder if folder.is_absolute() else Path.cwd() / folder
    talk = here / "talks" / f"{STEMS[lang]}.yaml"
    for there in (here / "deckgen.yaml", talk):
        if there.exists():
            refuse(shown(there))
    files = {
        here / "deckgen.yaml": PROJECT.format(stem=STEMS[lang]),
        talk: starter(lang, title or ""),
        here / ".gitignore": IGNORED,
        here / "README.md": README.format(title=here.resolve().name or "Talks"),
    }
    kept = [path for path in files if path.exists()]
    for path, text in files.items():
        if path not in kept:
            write_new(path, text)
            click.echo(str(shown(path)))
    if given("quiet"):
        return
    for path in kept:
        more = "; add a line `dist/` to it" if path.name == ".gitignore" else ""
        click.echo(f"{shown(path)} was there and stays as it is{more}", err=True)
    go = "" if here.resolve() == Path.cwd().resolve() else f"cd {shown(here)} && "
    click.echo(f"build the talk with: {go}deckgen build {STEMS[lang]}", err=True)
