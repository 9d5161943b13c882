"""`deckgen doctor`."""

from __future__ import annotations

from pathlib import Path

from .running import run


def test_it_says_what_is_there(tmp_path: Path) -> None:
    done = run(tmp_path, "doctor")
    assert done.returncode == 0, done.stderr
    assert "LibreOffice" in done.stdout
    assert "SVG pictures: resvg" in done.stdout
    assert "theme helium" in done.stdout
    assert "theme plain" in done.stdout
