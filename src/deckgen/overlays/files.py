"""Where a talk's clients and languages lie, and their files read."""

from __future__ import annotations

import os
from pathlib import Path

from .. import trace
from ..findings import Findings, Span
from ..source.kept import read_kept
from ..source.nodes import Node
from ..source.project import clients_of
from ..source.suggest import did_you_mean
from ..source.workspace import Workspace, project_root

FOLDER = "clients"
MOST = 5_000  # files of a folder that are looked at


def talk_name(path: Path) -> str:
    """What a talk is called: its file's name, or its folder's for `talk.yaml`."""
    return path.parent.name if path.name == "talk.yaml" else path.stem


def client_folders(path: Path) -> list[Path]:
    """Where the clients of the talk at `path` lie, the first one first."""
    found = [path.parent / FOLDER]
    if path.name == "talk.yaml":
        found.append(path.parent.parent / FOLDER)
    root = project_root(path.parent)
    own = clients_of(root) if root is not None else None
    return found if own is None or own in found else [*found, own]


def client_files(path: Path) -> dict[str, Path]:
    """The clients of the talk at `path` by name, sorted."""
    found: dict[str, Path] = {}
    for folder in reversed(client_folders(path)):
        found.update(files_in(folder))
    return dict(sorted(found.items()))


def files_in(folder: Path) -> dict[str, Path]:
    """The clients whose files lie in a folder."""
    return {name[:-5]: folder / name for name in _names(folder) if name.endswith(".yaml") and name[0] != "."}


def language_files(path: Path) -> dict[str, Path]:
    """The whole translations beside the talk at `path` by language: NAME.en.yaml."""
    start = f"{path.stem}."
    found = {}
    for name in _names(path.parent):
        tag = name[len(start) : -5]
        if name.startswith(start) and name.endswith(".yaml") and tag and is_tag(tag):
            found[tag] = path.parent / name
    return dict(sorted(found.items()))


def is_tag(text: str) -> bool:
    """Whether `text` looks like a language tag: en, de-AT, de-du."""
    head, *rest = text.split("-")
    return (
        2 <= len(head) <= 3
        and head.isascii()
        and head.isalpha()
        and all(2 <= len(p) <= 8 and p.isascii() and p.isalnum() for p in rest)
    )


def find_client(name: str, path: Path, workspace: Workspace, cwd: Path, findings: Findings) -> Path | None:
    """The file of the client `name` (a name, or a path); None after an error that says where it would have to lie."""
    span = Span(f"--client {name}"[:80], 0, 0)
    try:
        return _found(name, path, workspace, cwd, span, findings)
    except (OSError, ValueError):
        findings.error(
            "client-missing",
            f"{name[:60]!r} is no name of a client",
            span,
            "write the name of a file in clients/",
        )
        return None


def _found(
    name: str, path: Path, workspace: Workspace, cwd: Path, span: Span, findings: Findings
) -> Path | None:
    if name.endswith((".yaml", ".yml")) or "/" in name or "\\" in name:
        direct = cwd / name
        if direct.is_file():
            return direct.resolve()
        findings.error(
            "client-missing",
            f"there is no file {name[:80]!r}",
            span,
            "write the client's name, or the path of its file",
        )
        return None
    known = client_files(path)
    if name in known:
        for folder in client_folders(
            path
        ):  # a client of the talk's own that comes later takes this one's place
            if folder / f"{name}.yaml" == known[name]:
                break
            trace.missed(folder / f"{name}.yaml")
        trace.led(known[name], known[name].resolve())
        return known[name].resolve()
    folders = client_folders(path)
    wanted = workspace.label(folders[-1] / f"{name}.yaml")
    elsewhere = _misplaced(name, path, workspace, cwd)
    if elsewhere is not None:
        findings.error(
            "client-missing",
            f"the client {name[:60]!r} isn't where this talk's clients lie; there is {workspace.label(elsewhere)}",
            span,
            f"move it to {wanted}, or name it by its path: --client {workspace.label(elsewhere)}",
        )
        return None
    hint = did_you_mean(name, known) or (f"; there are: {', '.join(list(known)[:12])}" if known else "")
    findings.error(
        "client-missing", f"there is no client {name[:60]!r}{hint}", span, f"a client is a file: {wanted}"
    )
    return None


def _misplaced(name: str, path: Path, workspace: Workspace, cwd: Path) -> Path | None:
    """A file that surely is meant, in a place where no client is looked for."""
    root = workspace.root
    folders = [
        root / FOLDER, root / "talks" / FOLDER, path.parent, root, root / "talks", cwd / FOLDER, cwd, path.parent / "client",
        path.parent / talk_name(path) / FOLDER, *client_folders(path),
    ]  # fmt: skip
    for folder in folders:
        for suffix in (".yaml", ".yml"):
            file = folder / f"{name}{suffix}"
            if file != path and file.is_file() and not (folder in client_folders(path) and suffix == ".yaml"):
                return file
    return None


def misnamed(path: Path) -> tuple[str, str] | None:
    """What a file without slides is, where it is an overlay, and how to build with it."""
    if path.parent.name == FOLDER:
        return (
            "this is a client's file, not a talk",
            f"build a talk for this client: deckgen build TALK --client {path.stem}",
        )
    stem, dot, tag = path.stem.partition(".")
    if dot and is_tag(tag) and path.with_name(f"{stem}.yaml").is_file():
        talk = path.parent.name if stem == "talk" else stem
        return (
            f"this is a translation of {stem}.yaml, not a talk",
            f"build the talk in this language: deckgen build {talk} --lang {tag}",
        )
    return None


def read_file(path: Path, workspace: Workspace, findings: Findings) -> Node | None:
    """The tree of an overlay's file; paths in it count from there."""
    data = workspace.read(path)
    if data is None:
        return None
    label = workspace.label(path)
    workspace.bases[label] = path
    if not any(_says(line) for line in data.splitlines()):
        return None  # a file to be filled later asks for nothing
    return read_kept(data, label, findings)


def _says(line: bytes) -> bool:
    text = line.removeprefix(b"\xef\xbb\xbf").strip()
    return bool(text) and not text.startswith(b"#")


def _names(folder: Path) -> list[str]:
    try:
        return [e.name for _, e in zip(range(MOST), os.scandir(folder), strict=False)]
    except OSError:
        return []
