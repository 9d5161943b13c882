"""Which decks a project wants: its combinations multiplied out to jobs."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import field
from itertools import product
from math import prod
from pathlib import Path

from ..findings import Findings, Note, Span
from ..records import dataclass, replace
from ..source.project import read_project
from ..source.project_file import Combination, Name, Names, Project
from ..source.suggest import did_you_mean
from ..source.workspace import PROJECT, Workspace, find_talk
from ..theme.find import is_path, is_template, names, theme_dirs
from .job import Job

MOST = 10_000
FONTS = ("brand", "office")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the command line says beside deckgen.yaml: only these talks; this theme, these font sets in place of all others."""

    talks: tuple[str, ...] = ()
    theme: str = ""
    fonts: tuple[str, ...] = ()
    output: Path | None = None
    strict: bool = False
    cwd: Path = field(default_factory=Path.cwd)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a deck was asked for, for what is told of it."""

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
    output = chosen.output or workspace.root / project.output.path
    combinations = project.build or (Combination(),)
    found: dict[str, _Place] = {}
    total = 0
    for one in combinations:
        axes = _axes(one, talks, only, chosen, workspace.root, findings)
        if axes is None:
            continue
        total += prod(len(axis) for axis in axes)
        if total > MOST:
            findings.error(
                "too-many-decks",
                f"these are more than {MOST} decks; nothing was built",
                one.span,
                "name the talks and themes that are wanted, or make several projects",
            )
            return []
        for talk, theme, fonts in product(*axes):
            values = {
                "talk": talk,
                "theme": _stem(theme),
                "fonts": fonts if len(axes[2]) > 1 and fonts == "office" else "",
            }
            if chosen.theme:
                values["theme"] = ""
            target = _target(
                output, project.name.path(values), chosen.output is None, workspace.root, one, findings
            )
            if target is None:
                return []
            file = only.get(talk) or talks[talk]
            theme_name = theme if not is_path(theme) or chosen.theme else _from(workspace.root, theme, file)
            job = Job(str(file), str(target), theme_name, fonts, chosen.strict, str(chosen.cwd))
            _add(job, one.span, found, findings)
    return [] if findings.has_errors else _alone([place.job for place in found.values()], chosen, findings)


def _alone(jobs: list[Job], chosen: Chosen, findings: Findings) -> list[Job]:
    """The jobs; `-o` may name the file of a single deck."""
    output = chosen.output
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
    """The talks of a folder by name: NAME.yaml, or NAME/talk.yaml."""
    found = {p.stem: p for p in sorted(folder.glob("*.yaml"))}
    for path in sorted(folder.glob("*/talk.yaml")):
        found.setdefault(path.parent.name, path)
    return {name: path.resolve() for name, path in sorted(found.items())}


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
        found[
            path.parent.name if path.name == "talk.yaml" and path.parent != workspace.root else path.stem
        ] = path
    return found


def _axes(
    one: Combination,
    talks: dict[str, Path],
    only: dict[str, Path],
    chosen: Chosen,
    root: Path,
    findings: Findings,
) -> tuple[Sequence[str], Sequence[str], Sequence[str]] | None:
    """What to multiply; None after an error."""
    before = len(findings.found)
    wanted = _known(one.talks, talks, "talk", findings) if one.talks.given else list(talks)
    if only:
        wanted = [t for t in only if t in wanted or not one.talks.given]
    here = names(theme_dirs(root))
    themes = [""]
    if one.themes.given:
        themes = [n.text for n in one.themes.all]
        for name in one.themes.all:
            if is_path(name.text):
                _check_inside(name, root, findings)
            elif not is_template(name.text):
                _check(name, here, "theme", findings)
    fonts = _known(one.fonts, FONTS, "font set", findings) if one.fonts.given else [""]
    if chosen.theme:
        themes = [chosen.theme]
    if chosen.fonts:
        fonts = list(chosen.fonts)
    return (wanted, themes, fonts) if len(findings.found) == before else None


def _known(given: Names, known: Iterable[str], what: str, findings: Findings) -> list[str]:
    words = list(known)
    return [name.text for name in given.all if _check(name, words, what, findings)]


def _check(name: Name, known: Sequence[str], what: str, findings: Findings) -> bool:
    if name.text in known:
        return True
    listed = ", ".join(known[:12])
    findings.error(
        "wrong-value",
        f"there is no {what} {name.text[:60]!r}{did_you_mean(name.text, known)}",
        name.span,
        f"there are: {listed}" if listed else "",
    )
    return False


def _check_inside(name: Name, root: Path, findings: Findings) -> None:
    try:
        inside = (root / name.text.replace("\\", "/")).resolve().is_relative_to(root)
    except (OSError, ValueError, RuntimeError):
        inside = False
    if not inside:
        findings.error(
            "path-outside", f"the theme {name.text[:80]!r} lies outside of the project", name.span, "copy it into the project's folder of themes"
        )  # fmt: skip


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
