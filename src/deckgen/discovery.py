"""Modules found by name: every kind, check, writer, tracker and command is one file that nobody lists."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from types import ModuleType


@cache
def names(package: str) -> tuple[str, ...]:
    """The public module names of `package` (those without a leading underscore), sorted."""
    found = import_module(package)
    return tuple(
        sorted(name for path in found.__path__ for name in _modules(path) if not name.startswith("_"))
    )


def _modules(folder: str) -> Iterator[str]:
    """The modules in a folder; one that isn't a plain folder (a zip file) is left to `pkgutil`, which takes long to load."""
    if not os.path.isdir(folder):
        import pkgutil

        yield from (found.name for found in pkgutil.iter_modules([folder]))
        return
    for entry in os.scandir(folder):
        stem, dot, suffix = entry.name.partition(".")
        if (dot and suffix == "py") or (not dot and os.path.isfile(os.path.join(entry.path, "__init__.py"))):
            yield stem


def module(package: str, name: str) -> ModuleType:
    """The module `name` of `package`.

    Raises:
        LookupError: if the package has no such public module.
    """
    stem = name.replace("-", "_")
    if stem not in names(package):
        raise LookupError(f"{package} has no module {name!r}")
    return import_module(f"{package}.{stem}")
