"""What a build reads and looks for, by path and content: with it a project knows which decks are out of date.

Whoever opens a user's file, or asks whether there is one, says so here (`saw`, `missed`, `led`).  It is written down while `traced` is open
in the same thread, and costs a look-up otherwise.  Files that come with deckgen aren't told: the version stands for them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from importlib import import_module
from pathlib import Path
from typing import Any

ABSENT = ""
"""Stands for the contents of a file that was looked for and isn't there."""
THERE = "+"
"""Stands for the contents of a file of which only its being there counted."""
LINK = ">"
"""Before the path to which a symbolic link led."""
NAMES = "@"
"""Before the digest of how the clients in a folder are called: no deck is made of that, but each is searched for it."""

Trace = dict[str, str]
"""Absolute paths and the digests of what they held, ABSENT, THERE, LINK with the target, or NAMES with a digest."""
_trace: ContextVar[Trace | None] = ContextVar("trace", default=None)


@contextmanager
def traced() -> Iterator[Trace]:
    """Write down what is read within; an outer `traced` gets it too."""
    outer = _trace.get()
    own: Trace = {}
    token = _trace.set(own)
    try:
        yield own
    finally:
        _trace.reset(token)
        if outer is not None:
            _merge(outer, own)


@contextmanager
def apart() -> Iterator[None]:
    """What is read within decides only whether something is an error; a deck that was built isn't made of it."""
    token = _trace.set(None)
    try:
        yield
    finally:
        _trace.reset(token)


def tracing() -> bool:
    """Whether anything is written down now."""
    return _trace.get() is not None


def saw(path: Path, data: bytes) -> None:
    """Tell that `path` was read, and held `data`."""
    trace = _trace.get()
    if trace is not None:
        trace[_key(path)] = digest(data)


def saw_file(path: Path) -> None:
    """Tell that `path` was read, by one who doesn't hold its contents: it is read once more if that is written down."""
    trace = _trace.get()
    if trace is not None:
        trace[_key(path)] = state_of(str(path), "")


def unread(path: Path) -> None:
    """Tell that what `path` holds doesn't matter, only that it is there."""
    trace = _trace.get()
    if trace is not None:
        trace[_key(path)] = THERE


def missed(path: Path) -> None:
    """Tell that `path` was looked for and isn't there."""
    trace = _trace.get()
    if trace is not None:
        trace.setdefault(_key(path), ABSENT)


def led(path: Path, target: Path) -> None:
    """Tell that `path` leads to `target`; nothing is written down where it is the same."""
    trace = _trace.get()
    if trace is not None and _key(path) != _key(target):
        trace[_key(path)] = LINK + str(target)


def called(folder: Path, names: str) -> None:
    """Tell how the clients in `folder` are called."""
    trace = _trace.get()
    if trace is not None:
        trace[_key(folder)] = NAMES + (digest(names.encode()) if names else "")


def again(found: Mapping[str, str]) -> None:
    """Tell what was read before and is used once more."""
    trace = _trace.get()
    if trace is not None:
        _merge(trace, found)


def is_file(path: Path) -> bool:
    """Whether `path` is a file; the answer is written down.

    Raises:
        OSError, ValueError: as `Path.is_file`.
    """
    there = path.is_file()
    trace = _trace.get()
    if trace is not None:
        trace.setdefault(_key(path), THERE if there else ABSENT)
    return there


def _hash() -> Any:
    """A new hash; `hashlib` loads OpenSSL, which one build alone doesn't need."""
    return import_module("hashlib").blake2b(digest_size=16)


def digest(data: bytes) -> str:
    """A name for `data`: BLAKE2b of 16 bytes, in hex."""
    whole = _hash()
    whole.update(data)
    name: str = whole.hexdigest()
    return name


def state_of(path: str, told: str) -> str:
    """What `path` holds now, in the terms in which `told` was written down."""
    if told.startswith(LINK):
        return LINK + os.path.realpath(path)
    try:
        if not os.path.isfile(path):
            return ABSENT
        if told == THERE:
            return THERE
        with open(path, "rb") as file:
            whole = _hash()
            while part := file.read(1 << 20):
                whole.update(part)
        name: str = whole.hexdigest()
        return name
    except (OSError, ValueError):
        return ABSENT


def _merge(into: Trace, found: Mapping[str, str]) -> None:
    for path, state in found.items():
        if state != THERE or path not in into:
            into[path] = state


def _key(path: Path) -> str:
    return os.path.abspath(path)
