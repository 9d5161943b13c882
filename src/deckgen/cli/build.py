"""`deckgen build`: decks from talks."""

from __future__ import annotations

from pathlib import Path

import click

from ._options import NO_COLOR, QUIET, TALKS, THEME, colored, talks_or_all
from ._report import counted, show


@click.command("build", epilog="Example: deckgen build talks/alles-ist-marketing.yaml --fonts brand,office")
@TALKS
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="File, or folder when there are several decks."
)
@THEME
@click.option("--fonts", metavar="SETS", help="brand, office, or both: brand,office.")
@click.option("--strict", is_flag=True, help="Warnings count too: then nothing is written.")
@QUIET
@NO_COLOR
def command(
    talks: tuple[str, ...],
    output: Path | None,
    theme: str | None,
    fonts: str | None,
    strict: bool,
    quiet: bool,
    no_color: bool,
) -> None:
    """Build decks from talks; prints the path of each file written.

    Without TALK all talks of the project are built.  Decks go to dist/ of the project.
    """
    from ..api import check, compose, load, write
    from ..errors import OutputError, TalkError
    from ..findings import Finding, Severity

    sets = [f.strip() for f in fonts.split(",")] if fonts else [""]
    wrong = [f for f in sets if f not in ("", "brand", "office")]
    if wrong:
        raise click.UsageError(f"--fonts knows brand and office, not {wrong[0]!r}")
    names = talks_or_all(talks)
    several = len(names) * len(sets) > 1
    if output is not None and several and output.suffix:
        raise click.UsageError("-o must be a folder when there are several decks")
    color = colored(no_color)
    status = 0
    told: set[str] = set()
    shown: set[Finding] = set()
    for name in names:
        for chosen in sets:
            try:
                loaded = load(name, fonts=chosen or None, theme=theme)
                deck = compose(loaded)
                found = check(deck) if strict else list(deck.findings)
                if strict and any(f.severity is not Severity.INFO for f in found):
                    show(found, err=True, color=color)
                    click.echo(f"{name}: {counted(found)}; nothing written (--strict)", err=True)
                    status = max(status, 1)
                    continue
                target = _target(loaded.path, loaded.root, output, several, chosen if len(sets) > 1 else "")
                write(deck, target)
                click.echo(str(target))
                if not quiet:
                    fresh = [f for f in found if f not in shown]
                    shown.update(fresh)
                    show(fresh, err=True, color=color)
                    _tell_missing_fonts(deck.theme, deck.fonts, told)
            except TalkError as error:
                fresh = [f for f in error.findings if f not in shown]
                shown.update(fresh)
                show(fresh, err=True, color=color)
                click.echo(f"{name}: {counted(error.findings)}; nothing written", err=True)
                status = 2
            except OutputError as error:
                click.echo(str(error), err=True)
                status = 2
    if status:
        raise SystemExit(status)


def _target(talk: Path, root: Path, output: Path | None, several: bool, suffix: str) -> Path:
    stem = talk.parent.name if talk.name == "talk.yaml" and talk.parent != root else talk.stem
    name = f"{stem}-{suffix}.pptx" if suffix == "office" else f"{stem}.pptx"
    if output is None:
        return root / "dist" / name
    if several or output.is_dir() or not output.suffix:
        return output / name
    return output


def _tell_missing_fonts(theme: object, fonts: str, told: set[str]) -> None:
    from ..theme.records import Theme
    from .doctor import installed_families

    assert isinstance(theme, Theme)
    if fonts != "brand" or not theme.fonts.files:
        return
    here = installed_families()
    families = {theme.fonts.brand.heading, theme.fonts.brand.body}
    missing = sorted(f for f in families if here is not None and f not in here and f not in told)
    if missing:
        told.update(missing)
        folder = theme.fonts.files[0].parent
        click.echo(
            f"{', '.join(missing)} isn't installed here: install the fonts in {folder}, or build with --fonts office",
            err=True,
        )
