"""Finds every .pptx that a test writes.

Two nets: an audit hook sees each file that is put in its place by a rename (as deckgen's writers do), also one that is
written over or deleted within the test; a sweep over the test's temporary folders sees what was written otherwise,
by another program for example.  Distinct decks (by SHA-256) go into a pool, a folder that all workers of a session
share; who puts a deck there checks it.
"""

from __future__ import annotations

import hashlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class PooledDeck:
    """A copy of a deck in the pool, with the test that wrote it and where."""

    copy: Path
    test: str
    origin: str

    @staticmethod
    def of(copy: Path) -> PooledDeck:
        """The deck behind a file of the pool."""
        lines = copy.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
        return PooledDeck(copy, lines[0], lines[1])


class DeckWatch:
    """What one process of a session has seen."""

    def __init__(self, pool: Path) -> None:
        self.pool = pool
        self.test = ""
        self.foreign = False
        self._new: list[PooledDeck] = []
        self._looked_at: dict[Path, tuple[int, int]] = {}
        self._private: set[Path] = set()

    def start(self, test: str, foreign: bool) -> None:
        """From now on decks belong to `test`; a foreign one's are none of deckgen's."""
        self.test, self.foreign = test, foreign

    def add(self, path: Path, origin: Path) -> None:
        """Take the deck at `path`, which the test knows as `origin`, unless the pool has it."""
        try:
            data = path.read_bytes()
        except OSError:
            return
        copy = self.pool / f"{hashlib.sha256(data).hexdigest()}.pptx"
        try:
            with copy.with_suffix(".txt").open("x", encoding="utf-8") as note:
                note.write(f"{self.test}\n{origin}\n")
        except FileExistsError:
            return
        copy.write_bytes(data)
        self._new.append(PooledDeck(copy, self.test, str(origin)))

    def sweep(self, base: Path, own: Path | None) -> None:
        """Look through `base`, the folder of all temporary folders, but not those of tests that are over."""
        folders = [f for f in base.iterdir() if f.is_dir() and not f.is_symlink() and f not in self._private]
        for path in sorted(p for f in folders for p in f.rglob("*.pptx") if p.is_file()):
            status = path.stat()
            mark = (status.st_mtime_ns, status.st_size)
            if self._looked_at.get(path) != mark:
                self._looked_at[path] = mark
                if not self.foreign:
                    self.add(path, path)
        if own is not None:
            self._private.add(own)

    def take_new(self) -> list[PooledDeck]:
        """The decks that came since the last call."""
        new, self._new = self._new, []
        return new

    def listen(self) -> None:
        """Begin to see renames; a hook of this kind stays until the process ends."""

        def on_event(event: str, arguments: tuple[object, ...]) -> None:
            if event != "os.rename" or self.foreign or not self.test:
                return
            source, target = arguments[:2]
            if isinstance(target, str | os.PathLike) and os.fspath(target).lower().endswith(".pptx"):
                self.add(Path(os.fspath(source)), Path(os.fspath(target)))  # type: ignore[arg-type, call-overload]

        sys.addaudithook(on_event)
