"""Finds deckgen's modules where they must be: a command loads 170 of them, and looking for them takes longer than running most.

Nothing else is loaded than the interpreter's own finder would load: a `.pyc` counts only as long as it was made from the source beside it, by
the source's time and size (PEP 3147, PEP 552).  In all other cases, the first run among them, that finder is asked.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import MAGIC_NUMBER
from io import open_code
from marshal import loads
from types import CodeType, ModuleType

_PACKAGE = __name__.rpartition(".")[0]
_ROOT = os.path.dirname(os.path.abspath(__file__))
_HEAD = MAGIC_NUMBER + bytes(4)  # checked by time and size
_BODY = 16


class _Loader(SourceFileLoader):
    """A module whose code is at hand."""

    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self._code: CodeType | None = code

    def get_code(self, fullname: str) -> CodeType | None:
        """The code, once; later askers get it from the files."""
        code, self._code = self._code, None
        return code if code is not None else super().get_code(fullname)


class _Finder:
    """A finder of `sys.meta_path`."""

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Where a module of this package is; None leaves it to the finders behind."""
        if not name.startswith(_PACKAGE + "."):
            return None
        place = os.path.join(_ROOT, *name.split(".")[1:])
        folder, stem = os.path.split(place)
        return _spec(name, folder, stem, package=False) or _spec(name, place, "__init__", package=True)


def _spec(name: str, folder: str, stem: str, *, package: bool) -> ModuleSpec | None:
    source = os.path.join(folder, f"{stem}.py")
    compiled = os.path.join(folder, "__pycache__", f"{stem}.{sys.implementation.cache_tag}.pyc")
    try:
        with open_code(compiled) as file:
            data = file.read()
        stat = os.stat(source)
    except OSError:
        return None
    made_from = (int(stat.st_mtime) & 0xFFFFFFFF, stat.st_size & 0xFFFFFFFF)
    if data[:8] != _HEAD or data[8:_BODY] != b"".join(n.to_bytes(4, "little") for n in made_from):
        return None
    try:
        code = loads(memoryview(data)[_BODY:])
    except (EOFError, ValueError, TypeError):
        return None
    spec = ModuleSpec(name, _Loader(name, source, code), origin=source, is_package=package)
    spec.has_location, spec.cached = True, compiled
    if package:
        spec.submodule_search_locations = [folder]
    return spec


def install() -> None:
    """Look here first, where the interpreter keeps compiled modules in the usual place."""
    if sys.pycache_prefix is None and not sys.flags.optimize and sys.implementation.cache_tag:
        sys.meta_path.insert(0, _Finder)
