"""`deckgen build` of a whole project: what is out of date, several decks at once, a table at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from time import monotonic

import click

from ..batch.axes import Chosen
from ..batch.combine import jobs_of
from ..batch.job import Built, Job
from ..batch.plan import Plan, plan
from ..batch.pool import build_all
from ..batch.state import State
from ..findings import Finding, Findings
from ..source.project import read_project
from ..source.workspace import Workspace
from ._columns import table
from ._options import colored, given
from ._progress import Progress
from ._report import counted, printable, show

ROWS = 40
"""Decks that the table lists one by one."""
SAVED_EVERY = 2.0  # seconds
BUG = 70
IGNORED = (".deckgen", ".git", "__pycache__")
BY_HAND = "changed by hand since it was built"
KEEP = "move it away, or build it over with --force"


class ProjectBuild:
    """One run of `deckgen build` on the project at `root`; `marked` says whether a deckgen.yaml makes it one."""

    def __init__(self, root: Path, chosen: Chosen, *, marked: bool, workers: int, force: bool) -> None:
        self._root = root
        self._chosen = chosen
        self._workers = workers
        self._force = force
        self._state = State(root, keep=marked)
        self._fonts: set[str] = set()
        self._saved = monotonic()

    def run(self, *, dry: bool = False, again: bool = True) -> int:
        """Build what is out of date; the exit code by the worst that happened.  `dry` only says what would be built, and why."""
        begun = monotonic()
        findings = Findings()
        jobs = jobs_of(self._root, self._chosen, findings)
        if not given("quiet") or findings.has_errors:
            show(findings.sorted(), err=True, color=colored(), root=self._root)
        if findings.has_errors:
            click.echo(f"{counted(findings)}; nothing was built", err=True)
            return 2
        self._state.begin(_settings(self._root))
        planned = plan(jobs, self._state, force=self._force, again=again)
        if dry:
            self._tell_plan(planned)
            return 0
        built = self._build(planned)
        self._tell(planned, built, monotonic() - begun)
        return max([_code(b) for b in built] + [2 for _ in planned.refused], default=0)

    def _build(self, planned: Plan) -> list[Built]:
        jobs = [job for job, _ in planned.stale]
        progress = Progress(len(jobs))
        told: set[Finding] = set()

        def done(built: Built) -> None:
            self._state.note(built)
            if monotonic() - self._saved > SAVED_EVERY:
                self._save()
            progress.clear()
            self._tell_one(built, told)
            progress.made(self._short(built.job))

        progress.waiting()
        try:
            return build_all(jobs, workers=self._workers, done=done) if jobs else []
        finally:
            progress.clear()
            if jobs:
                self._save()

    def _save(self) -> None:
        self._state.save()
        self._saved = monotonic()

    def _tell_one(self, built: Built, told: set[Finding]) -> None:
        """The path of a deck that was written, on stdout; what was found, once."""
        name = self._shown(built.job)
        if built.status == "built":
            click.echo(name)
        if not built.ok or not given("quiet"):
            fresh = [f for f in built.findings if f not in told]
            told.update(fresh)
            show(fresh, err=True, color=colored(), root=self._root)
        if built.status == "bug":
            click.echo(
                f"{name}: this is a bug in deckgen ({printable(built.message)}); please report it", err=True
            )
        elif built.status == "kept":
            click.echo(f"{name}: {BY_HAND}; {KEEP}", err=True)
        elif not built.ok:
            what = built.message or f"{counted(built.findings)}; nothing written"
            click.echo(f"{name}: {printable(what)}", err=True)
        elif built.fonts and not given("quiet"):
            self._tell_fonts(built)

    def _tell_fonts(self, built: Built) -> None:
        from ._fonts import not_installed, tell_not_installed

        missing = [f for f in not_installed(built.fonts) or () if f not in self._fonts]
        if missing:
            self._fonts.update(missing)
            tell_not_installed(missing, built.font_folder)

    def _tell_plan(self, planned: Plan) -> None:
        """What would be built, and why."""
        rows = [(self._short(job), "would be built", why) for job, why in planned.stale]
        rows += [(self._short(job), "would be kept", f"{BY_HAND}; {why}") for job, why in planned.refused]
        rows += [(self._short(job), "would be kept", BY_HAND) for job in planned.edited]
        if given("quiet"):
            return
        self._table(rows)
        click.echo(
            f"{len(planned.stale)} of {planned.total} decks would be built, {len(planned.fresh)} are up to date",
            err=True,
        )

    def _tell(self, planned: Plan, built: list[Built], seconds: float) -> None:
        """The table of what was done, and the sum of it."""
        for job, _ in planned.refused:
            click.echo(f"{self._shown(job)}: out of date, but {BY_HAND}; {KEEP}", err=True)
        if given("quiet"):
            return
        whys = {job.output: why for job, why in planned.stale}
        rows = [
            (self._short(b.job), _word(b), f"{b.seconds:.1f} s", whys.get(b.job.output, "")) for b in built
        ]
        rows += [(self._short(job), "kept", "", BY_HAND) for job, _ in planned.refused]
        rows += [(self._short(job), "kept", "", f"{BY_HAND}, else up to date") for job in planned.edited]
        rows.sort(key=lambda row: row[1] == "built")  # what needs a look comes first
        self._table(rows)
        sums = [
            (sum(b.status == "built" for b in built), "built"),
            (len(planned.fresh) + sum(b.status == "same" for b in built), "up to date"),
            (len(planned.edited) + len(planned.refused) + sum(b.status == "kept" for b in built), "kept"),
            (len(planned.stuck), "still failing"),
            (sum(b.status in ("failed", "bug") for b in built), "failed"),
        ]
        said = ", ".join(f"{n} {word}" for n, word in sums if n) or "nothing to build"
        click.echo(f"{said} in {seconds:.1f} s", err=True)

    def _table(self, rows: Sequence[tuple[str, ...]]) -> None:
        for line in table([tuple(printable(cell) for cell in row) for row in rows[:ROWS]]) if rows else ():
            click.echo(line, err=True)
        if len(rows) > ROWS:
            click.echo(f"... and {len(rows) - ROWS} more", err=True)

    def _shown(self, job: Job) -> str:
        """A deck's path as it is printed: from where `-o` counts, else whole."""
        output, path = self._chosen.output, Path(job.output)
        if output is None or output.is_absolute() or not path.is_relative_to(self._chosen.cwd):
            return str(path)
        return str(path.relative_to(self._chosen.cwd))

    def watch(self) -> None:
        """Build, and again after each save, until it is interrupted.

        Raises:
            SystemExit: with code 3 if watchfiles isn't installed.
        """
        again = True
        for changed in _saves(self._root, self._ignored()):
            if changed or again:
                self.run(again=again)
                self._force = again = False
                if not given("quiet"):
                    click.echo("watching for changes; Ctrl-C ends it", err=True)

    def _short(self, job: Job) -> str:
        """A deck's path from the project's folder, for people."""
        path = Path(job.output)
        return str(path.relative_to(self._root)) if path.is_relative_to(self._root) else self._shown(job)

    def _ignored(self) -> Path:
        from ..source.project import folder_of

        return (
            (self._chosen.cwd / self._chosen.output)
            if self._chosen.output
            else folder_of(self._root, "output")
        )


def _saves(root: Path, output: Path) -> Iterator[bool]:
    """Whether something in the project changed, again and again; first no, as soon as nothing can be missed.  What a build writes doesn't count."""
    try:
        import watchfiles
    except ImportError:
        click.echo("--watch needs the package watchfiles: pip install 'deckgen-pptx[watch]'", err=True)
        raise SystemExit(3) from None

    def counts(change: object, path: str) -> bool:
        own = Path(path)
        parts = own.relative_to(root).parts if own.is_relative_to(root) else own.parts
        return not own.is_relative_to(output) and not any(p in IGNORED for p in parts)

    for changes in watchfiles.watch(
        root, watch_filter=counts, debounce=200, step=50, rust_timeout=200, yield_on_timeout=True
    ):
        yield bool(changes)


def _settings(root: Path) -> str:
    """What of deckgen.yaml every deck depends on."""
    findings = Findings()
    project = read_project(Workspace(root, root, findings), findings)
    return f"themes={project.themes.path}" if project is not None else ""


def _word(built: Built) -> str:
    return {"same": "unchanged", "bug": "failed"}.get(built.status, built.status)


def _code(built: Built) -> int:
    if built.ok:
        return 0
    if built.status == "bug":
        return BUG
    return 1 if built.status == "failed" and built.job.strict and built.message.endswith("(--strict)") else 2
