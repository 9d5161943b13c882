"""What makes commands start quickly changes nothing: modules, patterns and records are those of the sources."""

from __future__ import annotations

import marshal
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import deckgen

TALK = """title: Bericht
lang: de
theme: plain
slides:
  - cover
  - title: Ergebnis um 3 % über Plan
    bullets: [Umsatz, "**Größe** z. B. 5 km", "Maß-Einheit"]
  - closing
"""
BUILD = """
import re, sys
compiler, count = re._compiler, 0
inner = compiler.compile
def counted(*given):
    global count
    count += 1
    return inner(*given)
compiler.compile = counted
sys.argv = ["deckgen", "build", "--quiet", sys.argv[1], "-o", sys.argv[2]]
from deckgen.cli import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print(count)
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A folder that holds deckgen as installed, without anything compiled."""
    source = Path(deckgen.__file__).parent
    ignored = shutil.ignore_patterns("__pycache__", "prepared")
    shutil.copytree(source, tmp_path / "site" / "deckgen", ignore=ignored)
    shutil.copytree(source.parent.parent / "themes", tmp_path / "site" / "deckgen" / "themes")
    return tmp_path / "site"


def run(package: Path, *arguments: str) -> str:
    environment = {
        k: v for k, v in os.environ.items() if k not in ("PYTHONDONTWRITEBYTECODE", "DECKGEN_FROZEN")
    }
    environment |= {"PYTHONPATH": str(package), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        cwd=package,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


SAY = "import deckgen.cli, deckgen.units as u; print(type(u.__loader__).__module__, u.EMU_PER_POINT, u.__spec__.origin)"


def test_compiled_modules_are_taken_only_from_their_sources(package: Path) -> None:
    units = package / "deckgen" / "units.py"
    assert run(package, "-c", SAY).endswith(f"12700 {units}")
    assert run(package, "-c", SAY) == f"deckgen.loading 12700 {units}"
    text, before = units.read_text(encoding="utf-8"), units.stat()
    units.write_text(text.replace("12_700", "12_701"), encoding="utf-8")  # of the same size
    os.utime(units, (before.st_atime, before.st_mtime + 2))
    assert " 12701 " in run(package, "-c", SAY)
    assert run(package, "-c", SAY).startswith("deckgen.loading 12701 ")


def test_an_empty_compiled_module_is_compiled_again(package: Path) -> None:
    run(package, "-c", SAY)
    (compiled,) = (package / "deckgen" / "__pycache__").glob("units.*.pyc")
    compiled.write_bytes(b"")
    assert " 12700 " in run(package, "-c", SAY)
    assert compiled.stat().st_size > 100


def test_patterns_that_were_compiled_ahead_are_those_of_the_sources(package: Path, tmp_path: Path) -> None:
    talk, first, second = tmp_path / "talk.yaml", tmp_path / "first.pptx", tmp_path / "second.pptx"
    talk.write_text(TALK, encoding="utf-8")
    many = int(run(package, "-c", BUILD, str(talk), str(first)).split()[-1])
    run(package, "-c", "from deckgen.prepare import prepare; prepare()")
    few = int(run(package, "-c", BUILD, str(talk), str(second)).split()[-1])
    assert many > 30 and few < 10, (many, few)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("name", ["patterns", "records"])
def test_another_interpreters_are_left_alone(package: Path, tmp_path: Path, name: str) -> None:
    talk, out = tmp_path / "talk.yaml", tmp_path / "deck.pptx"
    talk.write_text(TALK, encoding="utf-8")
    run(package, "-c", "from deckgen.prepare import prepare; prepare()")
    file = package / "deckgen" / "data" / "prepared" / f"{name}.ready"
    made_from, (_, rows) = marshal.loads(file.read_bytes())
    nonsense = tuple(
        (*row[:3], (1, 2, 3), *row[4:]) if name == "patterns" else (row[0], b"?") for row in rows
    )
    file.write_bytes(marshal.dumps((made_from, ("cpython-27 207", nonsense)), 2))
    run(package, "-c", BUILD, str(talk), str(out))
    assert out.stat().st_size > 10_000
