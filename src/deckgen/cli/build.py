"""`deckgen build`: decks from talks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ._options import NO_COLOR, QUIET, TALKS, chosen, colored, given, in_project, overlays, talks_or_all
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
@click.option(
    "--keep-hidden", is_flag=True, help="Keep slides for which there is no time in the file, hidden."
)
@click.option("--strict", is_flag=True, help="Warnings count too: then nothing is written.")
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    metavar="N",
    help="Processes at once; as many as processors if not said.",
)
@click.option("--force", is_flag=True, help="Build all, also what is up to date or was changed by hand.")
@click.option("--dry-run", is_flag=True, help="Only say what would be built, and why.")
@click.option("--watch", is_flag=True, help="Build again after each save, until Ctrl-C.")
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
    keep_hidden: bool,
    strict: bool,
    jobs: int | None,
    force: bool,
    dry_run: bool,
    watch: bool,
    quiet: bool,
    no_color: bool,
) -> None:
    """Build decks from talks; prints the path of each file written.

    A talk that is named is built.  Without TALK the project's decks are built that are out of date, several at once: those that deckgen.yaml
    asks for, else every talk; --jobs, --force, --dry-run, --watch and --all-clients do the same for the talks that are named.  Decks go to
    dist/ of the project, if it names no other folder, as NAME[-VARIANT][-LANG].pptx, a client's into dist/CLIENT/.  On a terminal, several
    decks or a very long one show how far they are.
    """
    sets = _font_sets(fonts)
    options = {**chosen(client, variant, lang, theme, duration, set_), "keep_hidden": keep_hidden}
    if all_clients and client:
        raise click.UsageError("--client names one client, --all-clients all of them: write one of the two")
    incremental = bool(jobs or force or dry_run or watch or all_clients)
    if incremental and explain_fit:
        raise click.UsageError(
            "--explain-fit builds all that is named; it goes without --jobs, --force, --dry-run, --watch, --all-clients"
        )
    if incremental or (not talks and not explain_fit and in_project()):
        _build_project(talks, output, options, all_clients, sets, strict, jobs or 0, force, dry_run, watch)
        return
    from ..api import compose, load, packed
    from ..checks import run_checks, run_checks_at_build
    from ..errors import OutputError, TalkError
    from ..findings import Severity
    from ..writers import save
    from ._report import counted, root_of, show

    named = [(name, fonts_of) for name in talks_or_all(talks) for fonts_of in sets]
    several = len(named) > 1
    progress = Progress(len(named))
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

    for name, fonts_of in named:
        progress.begin(name)
        try:
            loaded = load(name, fonts=fonts_of or None, **options)
            if (loaded.path, fonts_of) in done:
                continue  # the same talk under another name
            done.add((loaded.path, fonts_of))
            progress.phase(name, "laying out", len(loaded.talk.slides))
            deck = compose(loaded)
            found = run_checks(deck) if strict else run_checks_at_build(deck)
            part = "office" if fonts_of == "office" and len(sets) > 1 else ""
            target = _target(loaded, output, several, part, options)
            pieces = packed(deck, target, found) if deck.guard is not None else None
            if strict and any(f.severity is not Severity.INFO for f in found):
                say(found, name)
                tell(f"{name}: {counted(found)}; nothing written (--strict)")
                status = max(status, 1)
                continue
            if target in written:
                tell(
                    f"{name}: {target} was already written from {written[target]};"
                    " rename one of the talks, or build them into different folders with -o"
                )
                status = 2
                continue
            progress.phase(name, "writing", len(deck.scenes))
            save(pieces if pieces is not None else packed(deck, target), target)
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


def _build_project(
    talks: tuple[str, ...], output: Path | None, options: dict[str, Any], all_clients: bool, sets: list[str], strict: bool,
    jobs: int, force: bool, dry_run: bool, watch: bool,
) -> None:  # fmt: skip
    """Build what is out of date: of the project, or of the talks named."""
    from ..batch.axes import Chosen
    from ..source.workspace import find_talk, project_root
    from ._project import ProjectBuild

    here = Path.cwd()
    if not talks:
        talks_or_all(talks)  # says what is missing where there is no project, or no talk in it
    first = find_talk(talks[0], here) if talks else None
    base = (first.resolve().parent if first is not None else here).resolve()
    root = project_root(base)
    asked = {key: value or "" for key, value in options.items() if key not in ("set", "keep_hidden")}
    wanted = Chosen(
        talks, **asked, values=options["set"], keep_hidden=options["keep_hidden"], all_clients=all_clients, fonts=tuple(s for s in sets if s), output=output, strict=strict, cwd=here
    )  # fmt: skip
    build = ProjectBuild(root or base, wanted, marked=root is not None, workers=jobs, force=force)
    if watch and not dry_run:
        build.watch()
    if status := build.run(dry=dry_run):
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


def _target(loaded: Loaded, output: Path | None, several: bool, fonts: str, options: dict[str, Any]) -> Path:
    """Where the deck goes: by the names that were asked for, as in a build of the project; what a client's file chooses is no part of it."""
    from ..source.project import deck_name, folder_of

    if output is not None and not (several or output.is_dir() or not output.suffix):
        return output
    talk = loaded.path
    name = talk.parent.name if talk.name == "talk.yaml" and talk.parent != loaded.root else talk.stem
    lang = loaded.lang if options["lang"] else ""
    values = {
        "talk": name,
        "client": loaded.client,
        "variant": options["variant"] or "",
        "lang": lang,
        "fonts": fonts,
    }
    return (output if output is not None else folder_of(loaded.root, "output")) / deck_name(
        loaded.root, values
    )


def _tell_missing_fonts(deck: Deck, told: set[str]) -> None:
    """Say once which brand fonts aren't installed here, and what to do."""
    from ._fonts import missing_families, tell_not_installed

    fonts = deck.theme.fonts
    if deck.fonts != "brand" or not fonts.files:
        return
    missing = [f for f in missing_families(deck.theme) or () if f not in told]
    if missing:
        told.update(missing)
        tell_not_installed(missing, fonts.files[0].parent)
