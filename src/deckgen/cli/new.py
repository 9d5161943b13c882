"""`deckgen new`: files to start from."""

from __future__ import annotations

from pathlib import Path

import click

from ._options import QUIET, given
from ._starter import LANG, LANGUAGES, TITLE, argument, file_name, refuse, starter, talk_name, write_new

RESERVED = ("all", "base")  # words of deckgen.yaml and of --against


@click.group(
    "new",
    short_help="Make a talk, or a client's file, to start from.",
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
        click.echo(f"build it with: deckgen build {argument(stem)}", err=True)


@command.command(
    "client",
    short_help="Make clients/NAME.yaml, a client's file with the questions to ask.",
    epilog='Example: deckgen new client acme --name "ACME AG"',
)
@click.argument("name")
@click.option("--name", "called", metavar="TEXT", help="The client's name on slides.")
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default=None,
    help="Language of the questions; that of most talks if not given.",
)
@QUIET
def client(name: str, called: str | None, lang: str | None, quiet: bool) -> None:
    """Write NAME.yaml into the talks' folder of clients: what to ask before a talk, beside the keys that answers fill; prints its path.

    The file is valid as it is: a line does something once its # is gone.
    """
    from ..source.project import clients_of, folder_of
    from ..source.workspace import files_of_talks, project_root
    from ._questions import asked_by, questions

    stem = file_name(name, "client")
    if stem.casefold() in RESERVED or "," in stem:
        raise click.UsageError(
            f"{stem[:60]!r} can't be the name of a client: " + (
                "a comma parts names" if "," in stem else f"`{stem.casefold()}` has a meaning of its own where clients are named"
            ),
            click.get_current_context(silent=True),
        )  # fmt: skip
    here = Path.cwd()
    root = project_root(here)
    folder = folder_of(root, "talks") if root else here / "talks"
    if root is None and not folder.is_dir() and files_of_talks(here):
        folder = here  # talks that lie about without a project
    own = clients_of(root) if root else None
    places = list(dict.fromkeys((folder / "clients", own or folder / "clients")))
    for there in (place / f"{stem}{suffix}" for place in places for suffix in (".yaml", ".yml")):
        if there.exists():
            refuse(shown(there))
    talks = files_of_talks(folder)
    asked = asked_by(talks)
    path = places[-1] / f"{stem}.yaml"
    title = (called or "").strip() or _title(stem)
    write_new(path, questions(lang or asked.lang, stem, title, asked))
    click.echo(str(shown(path)))
    if not given("quiet"):
        if not talks:
            click.echo("there is no talk here yet; `deckgen new talk NAME` makes one", err=True)
        if not (called or "").strip():
            click.echo(
                f"on slides the client is called {title!r}: change `name` where that isn't right", err=True
            )
        click.echo(
            f"see what changes with: deckgen outline {argument(asked.talk)} --client {argument(stem)} --against base",
            err=True,
        )


def shown(path: Path) -> Path:
    """A path from where the user stands, where it lies below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _title(stem: str) -> str:
    """A talk's name as a title: spring-meeting becomes Spring meeting."""
    words = stem.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]
