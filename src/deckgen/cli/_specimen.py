"""`deckgen theme show NAME -o FILE`: the theme's specimen as a deck."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ._options import colored, given
from ._report import counted, show

if TYPE_CHECKING:
    from ..findings import Findings
    from ..theme.records import Theme


def languages() -> tuple[str, ...]:
    """The languages that specimens exist in."""
    from ..specimen import LANGS

    return LANGS


def written(theme: Theme, lang: str | None, target: Path, findings: Findings, root: Path | None) -> None:
    """Write the specimen of `theme`; prints its path, and what couldn't be shown on stderr.

    Raises:
        SystemExit: with code 2 if nothing was written.
    """
    from ..api import write
    from ..checks import run_checks_at_build
    from ..errors import OutputError, TalkError
    from ..specimen import specimen
    from ..trackers import check_trackers
    from ._fonts import missing_families, tell_not_installed

    check_trackers(theme, findings)
    try:
        if findings.has_errors:
            raise TalkError(findings)
        deck, lost = specimen(theme, lang or "en")
        path = write(deck, target)
    except TalkError as error:
        show(error.findings, err=True, color=colored(), root=root)
        click.echo(f"{theme.name}: {counted(error.findings)}; nothing written", err=True)
        raise SystemExit(2) from error
    except OutputError as error:
        click.echo(str(error), err=True)
        raise SystemExit(2) from error
    click.echo(str(path))
    if not given("quiet"):
        show([*findings.sorted(), *lost, *run_checks_at_build(deck)], err=True, color=colored(), root=root)
        missing = missing_families(theme)
        if missing and theme.fonts.files:
            tell_not_installed(missing, theme.fonts.files[0].parent)
