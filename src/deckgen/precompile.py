"""Compiles ahead the regular expressions of a build for `patterns`, and what makes records: `python -m deckgen.precompile` writes them to its standard output.

A process of its own, since only what is compiled while it looks on is seen as the engine takes it.
"""

from __future__ import annotations

import importlib
import marshal
import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGES = (
    "checks",
    "cli",
    "kinds",
    "layout",
    "model",
    "scene",
    "source",
    "theme",
    "trackers",
    "typeset",
    "writers.pptx",
)
_MODULES = ("api", "compiler", "drafting", "links", "progress", "splitting")
Code = tuple[Any, bytes]
"""A shape of records, and the code of their `__init__`."""
Row = tuple[str | bytes, int, int, tuple[int, ...], int, tuple[tuple[str, int], ...], tuple[str | None, ...]]
"""Pattern, flags as given, flags as they are, code, number of groups, groups by name, names by group."""


@cache
def ahead() -> tuple[tuple[Row, ...], tuple[Code, ...]]:
    """The patterns and the codes of records, by a process of this interpreter; no patterns where it keeps them otherwise.

    Raises:
        subprocess.CalledProcessError: if a module can't be loaded.
    """
    source = str(Path(__file__).resolve().parent.parent)
    code = f"import sys; sys.path.insert(0, {source!r}); import runpy; runpy.run_module('deckgen.precompile', run_name='__main__')"
    environment = {name: value for name, value in os.environ.items() if name != "DECKGEN_FROZEN"}
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, env=environment)
    rows, codes = marshal.loads(done.stdout)
    return rows, codes


def _watched() -> Iterator[Row]:
    """Load all that a build may load, and tell what was compiled meanwhile."""
    seen: dict[int, tuple[Any, ...]] = {}
    compiler: Any = getattr(re, "_compiler", None)
    cache: Any = getattr(re, "_cache", None)
    if compiler is None or not hasattr(compiler, "_sre") or not isinstance(cache, dict):
        return
    engine = compiler._sre

    class Watch:
        """The engine, and what it is given."""

        def __getattr__(self, name: str) -> Any:
            return getattr(engine, name)

        def compile(self, *given: Any) -> Any:
            """Compile, and note it."""
            made = engine.compile(*given)
            seen[id(made)] = given
            return made

    compiler._sre = Watch()
    patterns = importlib.import_module("deckgen.patterns")
    for name in _MODULES:
        importlib.import_module(f"deckgen.{name}")
    for package in _PACKAGES:
        try:
            inner = importlib.import_module(f"deckgen.{package}")
        except ImportError:
            continue
        for found in pkgutil.iter_modules(inner.__path__):
            try:
                importlib.import_module(f"deckgen.{package}.{found.name}")
            except ImportError:  # needs a library that isn't here while it is packed
                continue
    for held in patterns.held():
        _ = held.groups
    for (_, text, given), made in list(cache.items()):
        if id(made) in seen:
            _, flags, code, groups, names, by_number = seen[id(made)]
            yield (
                text,
                int(given),
                int(flags),
                tuple(map(int, code)),
                groups,
                tuple(names.items()),
                tuple(by_number),
            )


if __name__ == "__main__":
    found = tuple(_watched())
    shapes = importlib.import_module("deckgen.records").shapes()
    sys.stdout.buffer.write(
        marshal.dumps((found, tuple((shape, marshal.dumps(code)) for shape, code in shapes)), 2)
    )
