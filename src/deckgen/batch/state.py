"""What a project's decks were made of, so that only those that are out of date are built again.

A deck is out of date by contents, never by times: any file that was read for it holds something else, one that was looked for appears, one is
gone; what it was asked for changed; deckgen, Python, zlib or Pillow are others.  The record is a file in the project; where it is broken, of
another version, or gone, all decks are built.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import unicodedata
import zlib
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Literal

from .._version import __version__
from ..discovery import module
from ..records import dataclass
from ..theme.find import shipped_dirs
from ..trace import ABSENT, LINK, NAMES, THERE, digest, state_of
from .job import Built, Job
from .own import present, untouched

Standing = Literal["none", "as built", "other", "edited"]
"""`other`: a deck as deckgen packed it, but not the one built last; `edited`: another program saved it."""
FOLDER, FILE, FORMAT = ".deckgen", "state.json", 1
LIMIT = 256 << 20
_PACKAGE = Path(__file__).resolve().parent.parent
_OURS = (".py", ".yaml", ".metrics", ".xml", ".ttf", ".png", ".svg")


def made_by() -> str:
    """Names all that the bytes of a deck depend on beside the user's files: deckgen's own files, Python, the libraries that pack and decode."""
    whole = blake2b(digest_size=16)
    for folder in (_PACKAGE, *shipped_dirs()):
        for place, folders, names in os.walk(folder):
            folders[:] = sorted(f for f in folders if f not in ("__pycache__", "prepared"))
            for name in sorted(names):
                if name.endswith(_OURS):
                    path = os.path.join(place, name)
                    whole.update(f"{os.path.relpath(path, folder)}\0".encode())
                    with open(path, "rb") as file:
                        whole.update(file.read())
    return (
        f"deckgen {__version__} {whole.hexdigest()}; {platform.python_implementation()} {sys.version_info[0]}.{sys.version_info[1]};"
        f" zlib {zlib.ZLIB_RUNTIME_VERSION}; Unicode {unicodedata.unidata_version}; Pillow {_version('pillow')}; lxml {_version('lxml')};"
        f" resvg {_version('resvg_py')}"
    )


def _called(folder: str) -> str:
    """How the clients in a folder are called now, as `trace.called` tells it."""
    names: str = module("deckgen.overlays", "guarding").called_in(Path(folder))
    return NAMES + (digest(names.encode()) if names else "")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"


@dataclass(frozen=True, slots=True)
class Record:
    """What one deck was made of: by whom, asked for what, from which files; the deck's own digest; whether there were warnings."""

    made_by: str
    options: str
    read: Mapping[str, str]
    digest: str
    warned: bool


class State:
    """The records of a project's decks, by the decks' files.  With `keep=False` nothing is written to the disk."""

    def __init__(self, root: Path, *, keep: bool = True) -> None:
        self._root = root
        self._settings = ""
        self._failed: dict[str, Record] = {}
        self._keep = keep
        self._me = made_by()
        self._records = self._loaded() if keep else {}
        self._now: dict[tuple[str, bool, bool], str] = {}

    def begin(self, settings: str) -> None:
        """Look at the files anew; `settings` are those of the project that every deck depends on."""
        self._settings = settings
        self._now.clear()

    def why(self, job: Job) -> str:
        """Why the deck of `job` is out of date, in a few words; "" if it is up to date."""
        known = self._records.get(job.output)
        if known is None:
            return "not built yet" if not os.path.exists(job.output) else "there is no record of its build"
        if not os.path.exists(job.output):
            return "its file is gone"
        if known.options != self._options(job):
            return "it is asked for otherwise than before"
        if known.made_by != self._me:
            return "deckgen or a library is another one"
        changed = [(path, told) for path, told in known.read.items() if self._state(path, told) != told]
        if changed:
            path, told = changed[0]
            more = f" and {len(changed) - 1} more" if len(changed) > 1 else ""
            return f"{self._named(path)} {self._how(path, told)}{more}"
        return "it had warnings (--strict)" if job.strict and known.warned else ""

    def standing(self, job: Job) -> Standing:
        """What lies where the deck belongs."""
        there = present(Path(job.output))
        if not there or there == self.digest(job):
            return "as built" if there else "none"
        return "other" if untouched(Path(job.output)) else "edited"

    def failed_alike(self, job: Job) -> bool:
        """Whether the last try of this process failed, and nothing that it read is another since."""
        known = self._failed.get(job.output)
        return (
            known is not None
            and known.options == self._options(job)
            and all(self._state(path, told) == told for path, told in known.read.items())
        )

    def digest(self, job: Job) -> str:
        """The digest of the deck as it was built last, or ""."""
        known = self._records.get(job.output)
        return known.digest if known is not None else ""

    def note(self, built: Built) -> None:
        """Take up what became of a job; a deck that failed is tried again next time."""
        record = Record(self._me, self._options(built.job), dict(built.read), built.digest, built.warned)
        self._failed.pop(built.job.output, None)
        (self._records if built.ok else self._failed)[built.job.output] = record

    def save(self) -> None:
        """Write the records; those of decks that are gone are dropped.  Who reads meanwhile sees the old file or the new one."""
        if not self._keep:
            return
        folder = self._root / FOLDER
        part = folder / f".{FILE}-{os.getpid()}.part"
        try:
            folder.mkdir(exist_ok=True)
            ignore = folder / ".gitignore"
            if not ignore.exists():
                ignore.write_text("*\n", encoding="utf-8")
            part.write_text(
                json.dumps(self._plain(), ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
            )
            os.replace(part, folder / FILE)
        except OSError:  # a project that can't be written to builds as well, only all of it each time
            with suppress(OSError):
                part.unlink(missing_ok=True)

    def _options(self, job: Job) -> str:
        return f"talk={self._short(job.talk)} {job.options} {self._settings}"

    def _plain(self) -> dict[str, Any]:
        files: dict[tuple[str, str], int] = {}
        makers: dict[str, int] = {}
        decks = {}
        for output, record in sorted(self._records.items()):
            if os.path.exists(output):
                read = [
                    files.setdefault((self._short(p), self._aim(s)), len(files))
                    for p, s in record.read.items()
                ]
                maker = makers.setdefault(record.made_by, len(makers))
                decks[self._short(output)] = [maker, record.options, read, record.digest, record.warned]
        return {"format": FORMAT, "makers": list(makers), "files": [list(f) for f in files], "decks": decks}

    def _loaded(self) -> dict[str, Record]:
        path = self._root / FOLDER / FILE
        try:
            if path.stat().st_size > LIMIT:
                return {}
            found = json.loads(path.read_text(encoding="utf-8"))
            if found["format"] != FORMAT:
                return {}
            files = [(self._long(str(p)), self._aimed(str(s))) for p, s in found["files"]]
            makers = [str(m) for m in found["makers"]]
            return {
                self._long(output): Record(
                    makers[maker], str(options), dict(files[n] for n in read), str(digest), bool(warned)
                )
                for output, (maker, options, read, digest, warned) in found["decks"].items()
            }
        except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
            return {}

    def _short(self, path: str) -> str:
        """A path within the project from its folder, so that the project may be moved."""
        root = str(self._root) + os.sep
        return path[len(root) :].replace(os.sep, "/") if path.startswith(root) else path

    def _long(self, path: str) -> str:
        return path if os.path.isabs(path) else str(self._root / path)

    def _aim(self, state: str) -> str:
        return LINK + self._short(state[1:]) if state.startswith(LINK) else state

    def _aimed(self, state: str) -> str:
        return LINK + self._long(state[1:]) if state.startswith(LINK) else state

    def _state(self, path: str, told: str) -> str:
        key = (path, told == THERE, told.startswith(LINK))
        if key not in self._now:
            self._now[key] = _called(path) if told.startswith(NAMES) else state_of(path, told)
        return self._now[key]

    def _named(self, path: str) -> str:
        return self._short(path)

    def _how(self, path: str, told: str) -> str:
        if told == ABSENT:
            return "has come"
        return "is gone" if self._state(path, told) == ABSENT else "has changed"
