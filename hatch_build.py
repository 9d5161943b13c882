"""Packing: what `deckgen.prepare` makes ready goes into the wheel; an installed checkout has it beside its sources."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Prepare(BuildHookInterface[Any]):
    """Runs `deckgen.prepare` with the sources that are packed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make it, and say where it goes."""
        sys.path.insert(0, str(Path(self.root) / "src"))
        try:
            from deckgen.prepare import prepare
        finally:
            sys.path.pop(0)
        if version == "editable":
            prepare()
            return
        self._made = tempfile.TemporaryDirectory()
        prepare(Path(self._made.name), packing=True)
        build_data["force_include"][self._made.name] = "deckgen/data/prepared"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Clean up."""
        if version != "editable":
            self._made.cleanup()
