"""Options that several commands share, and what they mean."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import click


def completer(name: str) -> Callable[[click.Context, click.Parameter, str], Any]:
    """What completes `name` ("talks", "themes", "kinds", "codes"), loaded when a shell asks for it."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> Any:
        return getattr(import_module("deckgen.cli._complete"), name)(ctx, param, incomplete)

    return complete


TALKS = click.argument("talks", nargs=-1, metavar="[TALK]...", shell_complete=completer("talks"))
THEME = click.option(
    "--theme", metavar="NAME", help="Theme in place of the talk's.", shell_complete=completer("themes")
)
CLIENT = click.option(
    "--client",
    metavar="NAME",
    help="Client for whom the talk is: clients/NAME.yaml beside it, or a file's path.",
    shell_complete=completer("clients"),
)
VARIANT = click.option(
    "--variant",
    metavar="NAME",
    help="Variant of the talk, or of the client.",
    shell_complete=completer("variants"),
)
LANG = click.option(
    "--lang", metavar="TAG", help="Language that the talk exists in.", shell_complete=completer("languages")
)
DURATION = click.option(
    "--duration",
    metavar="TIME",
    help="Length in place of the talk's (20m): slides go by their priority until it fits.",
)
SET = click.option(
    "--set",
    "set_",
    metavar="NAME=VALUE",
    multiple=True,
    help="Value of a variable; client.NAME=VALUE for a client's fact.",
)
QUIET = click.option("--quiet", is_flag=True, help="Say nothing but errors.")
NO_COLOR = click.option("--no-color", is_flag=True, help="No colours (also: NO_COLOR=1).")


def overlays(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that choose a talk's overlays: --client, --variant, --lang, --theme, --duration, --set."""
    for option in (SET, DURATION, THEME, LANG, VARIANT, CLIENT):
        command = option(command)
    return command


def chosen(
    client: str | None,
    variant: str | None,
    lang: str | None,
    theme: str | None,
    duration: str | None,
    set_: tuple[str, ...],
) -> dict[str, Any]:
    """What these options say, as `deckgen.load` takes it."""
    return {
        "client": client,
        "variant": variant,
        "lang": lang,
        "theme": theme,
        "duration": duration,
        "set": set_,
    }


def given(name: str) -> bool:
    """Whether a flag stands before the command or after it: `deckgen --quiet build`, `deckgen build --quiet`."""
    context = click.get_current_context(silent=True)
    while context is not None:
        if context.params.get(name):
            return True
        context = context.parent
    return False


def colored(*, err: bool = True) -> bool:
    """Whether to print colours."""
    stream = sys.stderr if err else sys.stdout
    return not given("no_color") and not os.environ.get("NO_COLOR") and stream.isatty()


def heading(text: str) -> str:
    """`text` as a heading on stdout."""
    return click.style(text, bold=True) if colored(err=False) else text


def in_project() -> bool:
    """Whether a deckgen.yaml makes this folder, or one above it, a project."""
    from ..source.workspace import project_root

    return project_root(Path.cwd().resolve()) is not None


def talks_or_all(talks: tuple[str, ...]) -> list[str]:
    """The talks named, each once, or all of the project.

    Raises:
        click.UsageError: if none is named and there is no project here, or no talk in it.
    """
    if talks:
        return list(dict.fromkeys(talks))
    from ..source.project import folder_of
    from ..source.workspace import project_root, talk_files

    here = Path.cwd()
    root = project_root(here)
    if root is None:
        raise click.UsageError(
            "name a talk, such as talks/NAME.yaml; there is no project (deckgen.yaml) here", _context()
        )
    found = talk_files(root)
    if not found:
        raise click.UsageError(f"name a talk; there is none in {folder_of(root, 'talks')}", _context())
    return [str(p.relative_to(here)) if p.is_relative_to(here) else str(p) for p in found]


def _context() -> click.Context | None:
    return click.get_current_context(silent=True)
