"""The command line as a user calls it: a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`deckgen ARGUMENTS` in `folder`."""
    env = {**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "deckgen", *arguments]
    return subprocess.run(
        command,
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


TALK = "title: Ein Vortrag\nlang: de\nslides:\n  - cover\n  - statement: Ein Satz.\n    notes: Worte.\n    time: 2m\n"
