"""The one door to the user's files: finds talks, keeps reads inside of the project, bounds their size."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import BinaryIO

from .. import trace
from ..discovery import module
from ..findings import Findings, Span
from ..patterns import pattern
from .suggest import did_you_mean

LIMIT = 16 * 1024 * 1024
OPEN_LIMIT = 4 * 1024 * 1024 * 1024
PROJECT = "deckgen.yaml"
_SCHEME = pattern(r"^[A-Za-z][A-Za-z0-9+.-]+:")
_DRIVE = pattern(r"^[A-Za-z]:|^\\\\|^//")


class Workspace:
    """A project: the nearest folder upwards from the talk with a deckgen.yaml, else the talk's own folder."""

    def __init__(self, root: Path, cwd: Path, findings: Findings) -> None:
        self.root = root.resolve()
        self._cwd = cwd
        self._findings = findings
        self.bases: dict[
            str, Path
        ] = {}  # files whose nodes stand in the talk's tree, by their labels: overlays, what is included

    @classmethod
    def for_talk(cls, name: str, cwd: Path, findings: Findings) -> tuple[Workspace, Path] | None:
        """The workspace and the file of a talk: a path, a folder with talk.yaml, or a name to be looked up."""
        path = find_talk(name, cwd)
        if path is None:
            known = sorted(talk_names(cwd))
            hint = did_you_mean(_stem(name), known) or (
                f"; there are: {', '.join(known[:12])}" if known else ""
            )
            findings.error(
                "talk-missing", f"there is no talk {name!r}{hint}", None, "write its name or its path"
            )
            return None
        resolved = path.resolve()
        return cls(project_root(resolved.parent) or resolved.parent, cwd, findings), resolved

    def label(self, path: Path) -> str:
        """How a file is named in findings: relative to where the user stands, with forward slashes."""
        for base in (self._cwd.resolve(), self.root):
            try:
                return path.resolve().relative_to(base).as_posix()
            except ValueError:
                continue
        return path.as_posix()

    def read(
        self, path: Path, limit: int = LIMIT, fix: str = "split the talk, or move data into files"
    ) -> bytes | None:
        """The bytes of a file, at most `limit`; more is refused unread, and `fix` says what to do."""
        span = Span(self.label(path))
        try:
            if not path.is_file():
                trace.missed(path)
                what = "this is no file" if path.exists() else "there is no such file"
                self._findings.error("not-a-file", what, span)
                return None
            data = b""
            large = path.stat().st_size > limit
            if not large:
                with path.open("rb") as file:
                    data = file.read(limit + 1)  # it may have grown meanwhile
            if large or len(data) > limit:
                self._findings.error(
                    "too-large",
                    f"the file is larger than {limit // 1024**2} MB; it was not read",
                    span,
                    fix,
                )
                return None
            trace.saw(path, data)
            return data
        except OSError as error:
            self._findings.error("unreadable", f"the file can't be read: {error.strerror}", span)
            return None

    def open(self, path: Path, limit: int = OPEN_LIMIT) -> BinaryIO | None:
        """A file of at most `limit` bytes, open for who reads it piece by piece."""
        span = Span(self.label(path), 0, 0)
        try:
            if not path.is_file():
                what = "this is no file" if path.exists() else "there is no such file"
                self._findings.error("not-a-file", what, span)
                return None
            if path.stat().st_size > limit:
                self._findings.error(
                    "too-large", f"the file is larger than {limit // 1024**3} GB; it was not read", span
                )
                return None
            return path.open("rb")
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else "its name is none"
            self._findings.error("unreadable", f"the file can't be read: {reason}", span)
            return None

    def resolve(self, text: str, base: Path, span: Span) -> Path | None:
        """The file that a path in a talk names; it counts from `base`'s folder and stays inside of the project.

        Where the path stands in an overlay it counts from there; one that lies outside of the project has its own folder for one.
        """
        root = self.root
        if self.bases and span.file in self.bases:
            base = self.bases[span.file]
            root = root if base.is_relative_to(root) else base.parent.resolve()
        shown = text if len(text) <= 80 else text[:77] + "..."
        if not text.strip() or "\x00" in text:
            self._findings.error("path-wrong", f"{shown!r} is no path", span)
            return None
        if _DRIVE.match(text) or text.startswith(("/", "~")):
            self._findings.error(
                "path-outside",
                f"{shown!r} leads out of the project",
                span,
                "put the file into the project and write a path relative to the talk",
            )
            return None
        if _SCHEME.match(text):
            self._findings.error(
                "path-url",
                f"{shown!r} is an address; nothing is fetched",
                span,
                "save the file in the project and write its path",
            )
            return None
        folder = base if base.is_dir() else base.parent
        try:
            target = (folder / text.replace("\\", "/")).resolve()
            target.relative_to(root)
        except (ValueError, OSError, RuntimeError):
            self._findings.error(
                "path-outside", f"{shown!r} leads out of the project", span, "put the file into the project"
            )
            return None
        try:
            there = trace.is_file(target)
        except OSError:
            there = False
        trace.led(folder / text.replace("\\", "/"), target)
        if not there:
            beside = shown.replace("\\", "/").rpartition("/")[0]
            hint = did_you_mean(shown, [f"{beside}/{n}" if beside else n for n in _names(target.parent)])
            what = f"{shown!r} is a folder" if _is_dir(target) else f"there is no file {shown!r}{hint}"
            fix = f"paths count from the folder {self.label(folder)!r}, in which the talk lies"
            self._findings.error("file-missing", what, span, fix)
            return None
        return target


def _stem(name: str) -> str:
    """The talk's name in what was given for it."""
    return re.split(r"[/\\]", name)[-1].removesuffix(".yaml").removesuffix(".yml")


def _is_dir(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _names(folder: Path) -> list[str]:
    try:
        return [e.name for _, e in zip(range(2000), os.scandir(folder), strict=False)]
    except OSError:
        return []


def project_root(folder: Path) -> Path | None:
    """The nearest folder upwards with a deckgen.yaml."""
    for candidate in (folder, *folder.parents):
        if trace.is_file(candidate / PROJECT):
            return candidate
    return None


def find_talk(name: str, cwd: Path) -> Path | None:
    """The file of the talk that `name` means, or None."""
    try:
        direct = cwd / name
        if direct.is_file():
            return direct
        if direct.is_dir() and (direct / "talk.yaml").is_file():
            return direct / "talk.yaml"
        if (
            not name.endswith((".yaml", ".yml"))
            and (named := direct.with_name(f"{direct.name}.yaml")).is_file()
        ):
            return named
        if len(name) > 200 or "/" in name or "\\" in name:
            return None
        name = name.removesuffix(".yaml")
        root = project_root(cwd.resolve()) or cwd
        for base, talks in ((cwd, cwd / "talks"), (root, _talks(root))):
            for candidate in (
                talks / f"{name}.yaml",
                talks / name / "talk.yaml",
                base / f"{name}.yaml",
            ):
                if candidate.is_file():
                    return candidate
    except (OSError, ValueError):
        return None
    return None


def _talks(root: Path) -> Path:
    """Where the project keeps its talks."""
    found: Path = module("deckgen.source", "project").folder_of(root, "talks")
    return found


def talk_names(cwd: Path) -> list[str]:
    """The names of the project's talks."""
    found = talk_files(project_root(cwd.resolve()) or cwd)
    return [p.parent.name if p.name == "talk.yaml" and p.parent.name != "talks" else p.stem for p in found]


def talk_files(root: Path) -> list[Path]:
    """The talks of a project, in its folder of talks."""
    return files_of_talks(_talks(root))


def files_of_talks(folder: Path) -> list[Path]:
    """The talks in `folder`: NAME.yaml and NAME/talk.yaml, but no translations (NAME.en.yaml beside NAME.yaml)."""
    if not folder.is_dir():
        return []
    files = set(folder.glob("*.yaml"))
    talks = [
        p for p in files if "." not in p.stem or p.with_name(f"{p.stem.partition('.')[0]}.yaml") not in files
    ]
    return sorted([*talks, *folder.glob("*/talk.yaml")])
