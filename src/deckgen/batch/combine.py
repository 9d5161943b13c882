"""Which decks a project wants: its combinations multiplied out to jobs."""

from __future__ import annotations

import os
from pathlib import Path

from ..findings import Findings, Note, Span
from ..records import dataclass, replace
from ..source.project import read_project
from ..source.project_file import Combination, Project
from ..source.suggest import did_you_mean
from ..source.workspace import PROJECT, Workspace, files_of_talks, find_talk
from ..theme.find import is_path, is_template
from .axes import Axes, Chosen, Pick
from .job import Job

MOST = 10_000


@dataclass(frozen=True, slots=True)
class _Place:
    """A deck, and where it was asked for."""

    job: Job
    span: Span


def jobs_of(root: Path, chosen: Chosen, findings: Findings) -> list[Job]:
    """The decks of the project at `root`, each once, in the order of deckgen.yaml; nothing after an error, which says what is wrong."""
    workspace = Workspace(root, chosen.cwd, findings)
    project = read_project(workspace, findings) or Project()
    if findings.has_errors:
        return []
    folder = workspace.root / project.talks.path
    talks = talks_in(folder)
    only = _named(chosen, talks, workspace, findings)
    if not talks and not only:
        findings.error(
            "talk-missing",
            f"there is no talk in {workspace.label(folder)}",
            None,
            "make one: deckgen new talk NAME",
        )
    if findings.has_errors:
        return []
    found: dict[str, _Place] = {}
    asked = 0
    for one in project.build or (Combination(),):
        axes = Axes(one, talks, only, chosen, workspace.root, findings)
        if findings.has_errors:
            continue
        several = len(axes.fonts) > 1
        for pick in axes.picks():
            asked += 1
            if asked > MOST:
                findings.error(
                    "too-many-decks",
                    f"these are more than {MOST} decks; nothing was built",
                    one.span,
                    "name the talks, clients and themes that are wanted, or make several projects",
                )
                return []
            job = _job(pick, axes.talks[pick.talk], several, project, workspace.root, chosen, one, findings)
            if job is None:
                return []
            _add(job, one.span, found, findings)
    if not found and not findings.has_errors and chosen.all_clients:
        findings.error(
            "client-missing",
            "no client is found",
            None,
            "a client is a file clients/NAME.yaml beside the talks",
        )
    return [] if findings.has_errors else _alone([place.job for place in found.values()], chosen, findings)


def _job(
    pick: Pick, talk: Path, several: bool, project: Project, root: Path, chosen: Chosen, one: Combination, findings: Findings
) -> Job | None:  # fmt: skip
    """The deck of `pick`; None after an error.  Themes and font sets that the command line names are no part of its name, several sets are."""
    values = {
        "talk": pick.talk,
        "client": Path(pick.client).stem if is_path(pick.client) else pick.client.removesuffix(".yaml"),
        "variant": pick.variant,
        "lang": pick.lang,
        "theme": _stem(pick.theme) if not chosen.theme else "",
        "fonts": pick.fonts if several and pick.fonts == "office" else "",
    }
    output = (chosen.cwd / chosen.output) if chosen.output is not None else root / project.output.path
    target = _target(output, project.name.path(values), chosen.output is None, root, one, findings)
    if target is None:
        return None
    own = is_path(pick.theme) and not chosen.theme
    return Job(
        str(talk),
        str(target),
        client=pick.client,
        variant=pick.variant,
        lang=pick.lang,
        duration=chosen.duration,
        values=chosen.values,
        theme=_from(root, pick.theme, talk) if own else pick.theme,
        fonts=pick.fonts,
        keep_hidden=chosen.keep_hidden,
        strict=chosen.strict,
        cwd=str(chosen.cwd),
    )


def _alone(jobs: list[Job], chosen: Chosen, findings: Findings) -> list[Job]:
    """The jobs; `-o` may name the file of a single deck."""
    output = chosen.cwd / chosen.output if chosen.output is not None else None
    if output is None or output.suffix != ".pptx" or output.is_dir():
        return jobs
    if len(jobs) > 1:
        findings.error(
            "same-output",
            f"{output.name} can't hold {len(jobs)} decks",
            None,
            "-o must be a folder when there are several decks",
        )
        return []
    return [replace(job, output=str(output)) for job in jobs]


def talks_in(folder: Path) -> dict[str, Path]:
    """The talks of a folder by name."""
    found: dict[str, Path] = {}
    for path in files_of_talks(folder):
        found.setdefault(
            path.parent.name if path.name == "talk.yaml" and path.parent != folder else path.stem,
            path.resolve(),
        )
    return dict(sorted(found.items()))


def _named(
    chosen: Chosen, talks: dict[str, Path], workspace: Workspace, findings: Findings
) -> dict[str, Path]:
    """The talks that the command line names, which may lie anywhere."""
    found: dict[str, Path] = {}
    for name in chosen.talks:
        path = find_talk(name, chosen.cwd)
        if path is None:
            findings.error(
                "talk-missing", f"there is no talk {name[:80]!r}{did_you_mean(name, talks)}", None, "write its name or its path"
            )  # fmt: skip
            continue
        path = path.resolve()
        short = path.parent.name if path.name == "talk.yaml" and path.parent != workspace.root else path.stem
        if found.setdefault(short, path) != path:
            findings.error(
                "same-output",
                f"two talks are called {short!r}",
                None,
                "rename one of them, or build them one by one",
            )
    return found


def _stem(theme: str) -> str:
    """A theme as a part of a file's name."""
    return Path(theme).stem if is_path(theme) or is_template(theme) else theme


def _from(root: Path, theme: str, talk: Path) -> str:
    """A theme's path in deckgen.yaml, which counts from there, as one that counts from the talk's folder."""
    return "./" + Path(os.path.relpath(root / theme.replace("\\", "/"), talk.parent)).as_posix()


def _target(
    output: Path, name: str, inside: bool, root: Path, one: Combination, findings: Findings
) -> Path | None:
    """The deck's file; it stays in the project, wherever links in it lead."""
    target = output / name
    try:
        resolved = target.resolve()
        good = resolved.is_relative_to(root if inside else output.resolve())
    except (OSError, ValueError, RuntimeError):
        good = False
    if not good:
        findings.error(
            "path-outside", f"the deck {name[:80]!r} would lie outside of the project", one.span, "build into another folder with -o"
        )  # fmt: skip
        return None
    return target


def _add(job: Job, span: Span, found: dict[str, _Place], findings: Findings) -> None:
    """Take a job up, once; another deck of the same name is an error."""
    first = found.setdefault(job.output.casefold(), _Place(job, span))
    if first.job != job:
        findings.error(
            "same-output",
            f"two decks would be called {Path(job.output).name!r}: of {Path(first.job.talk).name} and of {Path(job.talk).name}",
            span,
            f"tell them apart by a part of `name` in {PROJECT}, such as {{-theme}} or {{-fonts}}; or rename one of the talks",
            notes=[Note("first asked for here", first.span)],
        )
