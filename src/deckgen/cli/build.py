"""`deckgen build`: decks from talks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ._options import NO_COLOR, QUIET, TALKS, chosen, colored, given, overlays, talks_or_all
from ._progress import Progress

if TYPE_CHECKING:
    from ..api import Loaded
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
@overlays
@click.option("--all-clients", is_flag=True, help="A deck for each client of each talk.")
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
    client: str | None,
    variant: str | None,
    lang: str | None,
    theme: str | None,
    duration: str | None,
    set_: tuple[str, ...],
    all_clients: bool,
    fonts: str | None,
    explain_fit: bool,
    strict: bool,
    quiet: bool,
    no_color: bool,
) -> None:
    """Build decks from talks; prints the path of each file written.

    Without TALK all talks of the project are built.  Decks go to dist/ of the project as NAME[-VARIANT][-LANG].pptx, a client's into
    dist/CLIENT/.  On a terminal, several decks or a very long one show how far they are.
    """
    from ..api import check, compose, load, write
    from ..checks import run_checks_at_build
    from ..errors import OutputError, TalkError
    from ..findings import Severity
    from ._report import counted, root_of, show

    sets = _font_sets(fonts)
    options = chosen(client, variant, lang, theme, duration, set_)
    if all_clients and client:
        raise click.UsageError("--client names one client, --all-clients all of them: write one of the two")
    named = [
        (name, each) for name in talks_or_all(talks) for each in (_clients(name) if all_clients else [client])
    ]
    jobs = [(name, each, fonts_of) for name, each in named for fonts_of in sets]
    if not jobs:
        raise click.UsageError("no client is found: a client is a file clients/NAME.yaml beside the talks")
    several = len(jobs) > 1
    progress = Progress(len(jobs))
    if output is not None and several and output.suffix and not output.is_dir():
        raise click.UsageError("-o must be a folder when there are several decks")
    status = 0
    told: set[str] = set()
    shown: set[Finding] = set()
    written: dict[Path, str] = {}
    done: set[tuple[Path, str, str]] = set()

    def say(findings: list[Finding], name: str) -> None:
        """Print what wasn't printed yet: two font sets of a talk find the same."""
        fresh = [f for f in findings if f not in shown]
        shown.update(fresh)
        progress.clear()
        show(fresh, err=True, color=colored(), root=root_of(name))

    def tell(message: object) -> None:
        progress.clear()
        click.echo(str(message), err=True)

    for name, each, fonts_of in jobs:
        label = f"{name} for {each}" if all_clients else name
        progress.begin(label)
        try:
            loaded = load(name, fonts=fonts_of or None, **{**options, "client": each})
            if (loaded.path, loaded.client, fonts_of) in done:
                continue  # the same talk under another name
            done.add((loaded.path, loaded.client, fonts_of))
            progress.phase(label, "laying out", len(loaded.talk.slides))
            deck = compose(loaded)
            found = check(deck) if strict else run_checks_at_build(deck)
            if strict and any(f.severity is not Severity.INFO for f in found):
                say(found, name)
                tell(f"{label}: {counted(found)}; nothing written (--strict)")
                status = max(status, 1)
                continue
            suffix = "-office" if fonts_of == "office" and len(sets) > 1 else ""
            target = _target(loaded, output, several, suffix)
            if target in written:
                tell(
                    f"{label}: {target} was already written from {written[target]};"
                    " rename one of the talks, or build them into different folders with -o"
                )
                status = 2
                continue
            progress.phase(label, "writing", len(deck.scenes))
            write(deck, target)
            written[target] = label
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
            tell(f"{label}: {counted(error.findings)}; nothing written")
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


def _clients(talk: str) -> tuple[str, ...]:
    """All clients of a talk; a talk that isn't there is left to be reported, without one."""
    from ..overlays import choices
    from ..source.workspace import find_talk

    return choices(talk).clients if find_talk(talk, Path.cwd()) is not None else ("",)


def _target(loaded: Loaded, output: Path | None, several: bool, suffix: str) -> Path:
    """Where the deck goes: NAME[-VARIANT][-LANG].pptx, a client's in a folder of its own."""
    talk = loaded.path
    stem = talk.parent.name if talk.name == "talk.yaml" and talk.parent != loaded.root else talk.stem
    from ..source.project import folder_of

    parts = [stem, loaded.variant, loaded.lang]
    name = Path(loaded.client) / f"{'-'.join(p for p in parts if p)}{suffix}.pptx"
    if output is None:
        return folder_of(loaded.root, "output") / name
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
