"""Options that several commands share, and what they mean."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

TALKS = click.argument("talks", nargs=-1, metavar="[TALK]...")
THEME = click.option("--theme", metavar="NAME", help="Theme in place of the talk's.")
QUIET = click.option("--quiet", is_flag=True, help="Say nothing but errors.")
NO_COLOR = click.option("--no-color", is_flag=True, help="No colours (also: NO_COLOR=1).")


def colored(no_color: bool, *, err: bool = True) -> bool:
    """Whether to print colours."""
    stream = sys.stderr if err else sys.stdout
    return not no_color and not os.environ.get("NO_COLOR") and stream.isatty()


def talks_or_all(talks: tuple[str, ...]) -> list[str]:
    """The talks named, or all of the project.

    Raises:
        click.UsageError: if none is named and there is no project here.
    """
    if talks:
        return list(talks)
    from ..source.workspace import project_root

    root = project_root(Path.cwd())
    found = (
        sorted((root / "talks").glob("*.yaml")) + sorted((root / "talks").glob("*/talk.yaml")) if root else []
    )
    if not found:
        raise click.UsageError("name a talk: deckgen build talks/NAME.yaml")
    return [str(p) for p in found]
