"""The theme that `deckgen theme new` writes: another theme's layouts in one colour of one's own."""

from __future__ import annotations

from pathlib import Path

import click

from ..source.traps import quoted
from ..theme.find import FILE, find_theme, is_path
from ._starter import file_name, refuse, write_new

TEXT = """# What differs from the theme {parent}; all else comes from there.  docs/themes.md says what each colour draws.
name: {name}
title: {title}
extends: {extends}

colors:
  light:
    # the brand's colour: what {parent} draws in its own takes this one, also on dark slides and dividers
    primary: "{color}"
    # further colours are derived from it, for as long as they aren't given:
    # accents: six colours in the order in which charts take them

# fonts:
#   brand: {{heading: Georgia, body: Arial}}
"""


def written(name: str, color: str, parent: str) -> tuple[Path, Path | None]:
    """Write the theme; its path, and the project's folder (None without a project).

    Raises:
        click.UsageError: if the name, the colour or the parent can't be.
        SystemExit: with code 2 if it is there already or can't be written.
    """
    from ..findings import Findings
    from ..source.project import folder_of
    from ..source.workspace import project_root
    from ..theme.colors import is_hex

    context = click.get_current_context(silent=True)
    stem = file_name(name, "theme")
    if not is_hex(color.strip()):
        raise click.UsageError(
            f'{color[:40]!r} isn\'t a colour: write six hex digits, in quotes: "#1F6F5C"', context
        )
    root = project_root(Path.cwd())
    findings = Findings()
    if is_path(parent) or not parent.isprintable():
        raise click.UsageError(f"{parent[:60]!r} is a path: write a theme's name", context)
    if find_theme(parent, project=root or Path.cwd(), base=Path.cwd(), findings=findings) is None:
        first = findings.sorted()[0]
        raise click.UsageError(f"{first.message}: {first.fix.replace('`theme: ', '`--extends ')}", context)
    path = (folder_of(root, "themes") if root else Path.cwd() / "themes") / stem / FILE
    here = Path.cwd()
    shown = path.relative_to(here) if path.is_relative_to(here) else path
    if path.parent.exists():
        refuse(shown)
    shown_color = "#" + color.strip().lstrip("#").upper()
    title = stem.replace("-", " ").replace("_", " ").strip()
    text = TEXT.format(
        name=quoted(stem), title=quoted(title[:1].upper() + title[1:]), parent=parent, extends=quoted(parent), color=shown_color
    )  # fmt: skip
    write_new(path, text)
    return shown, root
