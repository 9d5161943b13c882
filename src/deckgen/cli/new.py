"""`deckgen new`: files to start from."""

from __future__ import annotations

from pathlib import Path

import click

from ._options import QUIET, given
from ._starter import LANG, TITLE, refuse, starter, talk_name, write_new


@click.group(
    "new",
    short_help="Make a talk to start from.",
    epilog="Example: deckgen new talk spring-meeting",
)
def command() -> None:
    """Make a file to start from; nothing is ever overwritten."""


@command.command(
    "talk",
    short_help="Make talks/NAME.yaml, a talk to start from.",
    epilog='Example: deckgen new talk fruehjahr --lang de --title "Frühjahrstagung"',
)
@click.argument("name")
@LANG
@TITLE
@QUIET
def talk(name: str, lang: str, title: str | None, quiet: bool) -> None:
    """Write talks/NAME.yaml of the project: a short talk that builds as it is; prints its path."""
    from ..source.project import folder_of
    from ..source.workspace import project_root

    stem = talk_name(name)
    root = project_root(Path.cwd())
    folder = folder_of(root, "talks") if root else Path.cwd() / "talks"
    for there in (folder / f"{stem}.yaml", folder / stem / "talk.yaml"):
        if there.exists():
            refuse(shown(there))
    path = folder / f"{stem}.yaml"
    write_new(path, starter(lang, title if title is not None else _title(stem)))
    click.echo(str(shown(path)))
    if not given("quiet"):
        if root is None:
            click.echo("there is no project (deckgen.yaml) here; `deckgen init .` would make one", err=True)
        click.echo(f"build it with: deckgen build {_argument(stem)}", err=True)


def shown(path: Path) -> Path:
    """A path from where the user stands, where it lies below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _title(stem: str) -> str:
    """A talk's name as a title: spring-meeting becomes Spring meeting."""
    words = stem.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def _argument(word: str) -> str:
    """A word as an argument that any shell takes."""
    return f'"{word}"' if " " in word else word
