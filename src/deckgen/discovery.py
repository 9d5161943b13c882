"""Modules found by name: every kind, check, writer, tracker and command is one file that nobody lists."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from types import ModuleType


@cache
def names(package: str) -> tuple[str, ...]:
    """The public module names of `package` (those without a leading underscore), sorted."""
    found = import_module(package)
    return tuple(sorted(m.name for m in pkgutil.iter_modules(found.__path__) if not m.name.startswith("_")))


def module(package: str, name: str) -> ModuleType:
    """The module `name` of `package`.

    Raises:
        LookupError: if the package has no such public module.
    """
    stem = name.replace("-", "_")
    if stem not in names(package):
        raise LookupError(f"{package} has no module {name!r}")
    return import_module(f"{package}.{stem}")
