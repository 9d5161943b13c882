"""The project's file, deckgen.yaml.  An empty one marks the folder; what it may say is in `project_file`, loaded for one that says something."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import trace
from ..discovery import module
from ..findings import Findings
from .workspace import PROJECT, Workspace

if TYPE_CHECKING:
    from .project_file import Project

ALL, BASE = "all", "base"
"""In a list of clients, variants or languages: each that there is; the talk as it is."""
FOLDERS = {"talks": "talks", "themes": "themes", "output": "dist"}
_known: tuple[Path, bytes, Any] | None = None


def read_project(workspace: Workspace, findings: Findings) -> Project | None:
    """What stands in the project's deckgen.yaml; None after an error, and where it is empty or there is none.

    Which decks are to be built isn't what one of them is made of: what the file held isn't written down (`trace`).
    """
    global _known
    path = workspace.root / PROJECT
    data = workspace.read(path) if path.is_file() else None
    if data is None:
        return None
    trace.unread(path)
    if not any(_says(line) for line in data.splitlines()):
        return None
    if _known is not None and _known[0] == path and _known[1] == data:
        project: Project | None = _known[2]
        return project
    project = module("deckgen.source", "project_file").decoded(data, path, workspace, findings)
    if project is not None:
        _known = (path, data, project)
    return project


def folder_of(root: Path, what: str) -> Path:
    """Where the project keeps its "talks", "themes" or "output"; where its file is wrong, the usual folder."""
    root = root.resolve()
    project = read_project(Workspace(root, root, (findings := Findings())), findings)
    return root / (getattr(project, what).path if project is not None else FOLDERS[what])


def clients_of(root: Path) -> Path | None:
    """The folder of clients that the project names for all of its talks, if it names one."""
    root = root.resolve()
    project = read_project(Workspace(root, root, (findings := Findings())), findings)
    return root / project.clients.path if project is not None and project.clients is not None else None


def has_clients(path: Path, workspace: Workspace) -> bool:
    """Whether there may be clients of the talk at `path`: beside it, or where its project, whose file was read just now, has them."""
    above = path.parent.parent if path.name == "talk.yaml" else path.parent
    folders = [*dict.fromkeys((path.parent / "clients", above / "clients"))]
    known, file = _known, workspace.root / PROJECT
    if known is not None and known[0] == file:
        folders += [workspace.root / known[2].clients.path] if known[2].clients is not None else []
    elif file.is_file() and (own := clients_of(workspace.root)) is not None:
        folders.append(own)
    if any(map(os.path.isdir, folders)):
        return True
    if trace.tracing():
        for folder in folders:
            trace.called(folder, "")
    return False


def deck_name(root: Path, values: Mapping[str, str]) -> str:
    """How a deck's file is called in the output folder; `values` by the parts of a name (`project_file.PARTS`), those it hasn't left out or ""."""
    root = root.resolve()
    project = read_project(Workspace(root, root, (findings := Findings())), findings)
    if project is not None:
        return project.name.path(values)
    given = [values[part] for part in ("talk", "variant", "lang", "theme", "fonts") if values.get(part)]
    folder = f"{values['client']}/" if values.get("client") else ""
    return f"{folder}{'-'.join(given)}.pptx"


def check_project(workspace: Workspace, findings: Findings) -> None:
    """Report what is wrong in the project's deckgen.yaml."""
    read_project(workspace, findings)


def _says(line: bytes) -> bool:
    """Whether a line holds more than a comment."""
    text = line.removeprefix(b"\xef\xbb\xbf").strip()
    return bool(text) and not text.startswith(b"#")
