"""`deckgen build`: decks from talks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ._options import NO_COLOR, QUIET, TALKS, THEME, colored, given, talks_or_all
from ._progress import Progress

if TYPE_CHECKING:
    from ..findings import Finding
    from ..scene.deck import Deck


@click.command(
    "build",
    short_help="Build decks from talks.",
    epilog="Example: deckgen build talks/alles-ist-marketing.yaml --fonts brand,office",
)
@TALKS
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="File, or folder when there are several decks."
)
@THEME
@click.option("--fonts", metavar="SETS", help="brand, office, or both: brand,office.")
@click.option(
    "--explain-fit",
    is_flag=True,
    help="Say on stderr how each text was fitted: size, lines, height, remedies.",
)
@click.option("--strict", is_flag=True, help="Warnings count too: then nothing is written.")
@QUIET
@NO_COLOR
def command(
    talks: tuple[str, ...],
    output: Path | None,
    theme: str | None,
    fonts: str | None,
    explain_fit: bool,
    strict: bool,
    quiet: bool,
    no_color: bool,
) -> None:
    """Build decks from talks; prints the path of each file written.

    Without TALK all talks of the project are built.  Decks go to dist/ of the project.  On a terminal, several decks or a very long
    one show how far they are.
    """
    from ..api import check, compose, load, write
    from ..checks import run_checks_at_build
    from ..errors import OutputError, TalkError
    from ..findings import Severity
    from ._report import counted, root_of, show

    sets = _font_sets(fonts)
    names = talks_or_all(talks)
    several = len(names) * len(sets) > 1
    progress = Progress(len(names) * len(sets))
    if output is not None and several and output.suffix and not output.is_dir():
        raise click.UsageError("-o must be a folder when there are several decks")
    status = 0
    told: set[str] = set()
    shown: set[Finding] = set()
    written: dict[Path, str] = {}
    done: set[tuple[Path, str]] = set()

    def say(findings: list[Finding], name: str) -> None:
        """Print what wasn't printed yet: two font sets of a talk find the same."""
        fresh = [f for f in findings if f not in shown]
        shown.update(fresh)
        progress.clear()
        show(fresh, err=True, color=colored(), root=root_of(name))

    def tell(message: object) -> None:
        progress.clear()
        click.echo(str(message), err=True)

    for name in names:
        for chosen in sets:
            progress.begin(name)
            try:
                loaded = load(name, fonts=chosen or None, theme=theme)
                if (loaded.path, chosen) in done:
                    continue  # the same talk under another name
                done.add((loaded.path, chosen))
                progress.phase(name, "laying out", len(loaded.talk.slides))
                deck = compose(loaded)
                found = check(deck) if strict else run_checks_at_build(deck)
                if strict and any(f.severity is not Severity.INFO for f in found):
                    say(found, name)
                    tell(f"{name}: {counted(found)}; nothing written (--strict)")
                    status = max(status, 1)
                    continue
                suffix = "-office" if chosen == "office" and len(sets) > 1 else ""
                target = _target(loaded.path, loaded.root, output, several, suffix)
                if target in written:
                    tell(
                        f"{name}: {target} was already written from {written[target]};"
                        " rename one of the talks, or build them into different folders with -o"
                    )
                    status = 2
                    continue
                progress.phase(name, "writing", len(deck.scenes))
                write(deck, target)
                written[target] = name
                progress.clear()
                click.echo(str(target))
                if not given("quiet"):
                    say(found, name)
                    _tell_missing_fonts(deck, told)
                if explain_fit:
                    from ._explain_fit import fit_table

                    tell("\n".join(fit_table(deck)))
            except TalkError as error:
                say(error.findings, name)
                tell(f"{name}: {counted(error.findings)}; nothing written")
                status = 2
            except OutputError as error:
                tell(error)
                status = 2
    progress.clear()
    if status:
        raise SystemExit(status)


def _font_sets(fonts: str | None) -> list[str]:
    """The sets to build with, each once; [""] leaves it to the talk."""
    if fonts is None:
        return [""]
    sets = list(dict.fromkeys(f.strip() for f in fonts.split(",")))
    wrong = [f for f in sets if f not in ("brand", "office")]
    if wrong:
        raise click.UsageError(f"--fonts knows brand and office, not {wrong[0]!r}")
    return sets


def _target(talk: Path, root: Path, output: Path | None, several: bool, suffix: str) -> Path:
    stem = talk.parent.name if talk.name == "talk.yaml" and talk.parent != root else talk.stem
    name = f"{stem}{suffix}.pptx"
    if output is None:
        return root / "dist" / name
    if several or output.is_dir() or not output.suffix:
        return output / name
    return output


def _tell_missing_fonts(deck: Deck, told: set[str]) -> None:
    """Say once which brand fonts aren't installed here, and what to do."""
    from ._fonts import missing_families

    fonts = deck.theme.fonts
    if deck.fonts != "brand" or not fonts.files:
        return
    missing = [f for f in missing_families(deck.theme) or () if f not in told]
    if missing:
        told.update(missing)
        verb = "isn't" if len(missing) == 1 else "aren't"
        click.echo(
            f"{', '.join(missing)} {verb} installed here: install the fonts in {fonts.files[0].parent},"
            " or build with --fonts office",
            err=True,
        )
