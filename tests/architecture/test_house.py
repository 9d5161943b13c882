"""The house holds: file length, a docstring and a test for each module that is found by name, nothing heavy on the start-up path."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = ROOT / "src" / "deckgen"
FILES = sorted(SOURCE.rglob("*.py"))
FOUND_BY_NAME = [
    f
    for p in ("kinds", "checks", "trackers", "cli")
    for f in sorted((SOURCE / p).glob("*.py"))
    if not f.name.startswith("_")
]


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(SOURCE)))
def test_a_file_has_at_most_400_lines_and_a_docstring(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    if text.strip():
        assert ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("file", FOUND_BY_NAME, ids=lambda f: f"{f.parent.name}/{f.name}")
def test_what_is_found_by_name_has_a_test_at_the_mirrored_path(file: Path) -> None:
    assert (ROOT / "tests" / file.parent.name / f"test_{file.name}").is_file()


def test_records_are_defined_cheaply() -> None:
    """The standard decorator compiles a class's methods at import: for all our records a third of a cold build."""
    standard = re.compile(r"^from dataclasses import .*\bdataclass\b", re.MULTILINE)
    found = [f.name for f in FILES if standard.search(f.read_text(encoding="utf-8"))]
    assert found == [], "write: from deckgen.records import dataclass (relative)"


def test_no_theme_is_named_in_the_code() -> None:
    assert [f for f in FILES if "helium" in f.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--no-such-flag"], ["--version"]])
def test_help_and_usage_errors_load_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom deckgen.cli import main\n"
        f"try:\n    main({arguments!r})\nexcept SystemExit:\n    pass\n"
        "print('LOADED', [m for m in ('lxml', 'PIL', 'pptx', 'rich', 'fontTools') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "LOADED []" in done.stdout, done.stderr


def test_no_machine_paths_in_tracked_files() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    marks = re.compile("|".join(("/ro" + "ot/", "/ho" + "me/", "/wo" + "rk/")))
    bad = []
    for name in listed.stdout.split():
        path = ROOT / name
        if (
            path.suffix in (".py", ".md", ".yaml", ".toml", ".txt")
            and path.is_file()
            and marks.search(path.read_text(encoding="utf-8"))
        ):
            bad.append(name)
    assert bad == []


READERS = ("source", "overlays", "theme", "template", "typeset", "model")
UNTOLD = {
    "overlays/choices.py",  # what a talk can be built for: read to plan, not for a deck
    "theme/prepared.py",  # shipped files, for which the version stands
    "theme/prepare.py",
}


def test_who_reads_a_users_file_says_so() -> None:
    """Else a project wouldn't know that a deck is out of date (`deckgen.trace`)."""
    silent = []
    for file in FILES:
        name = file.relative_to(SOURCE).as_posix()
        tree = ast.parse(file.read_text(encoding="utf-8"))
        calls = {
            n.func.attr
            for n in ast.walk(tree)
            if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute)
        }
        names = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)}
        opens = calls & {"read_bytes", "read_text"} or any(
            isinstance(n, ast.Call)
            and isinstance(n.func, ast.Attribute)
            and n.func.attr == "open"
            and isinstance(n.func.value, ast.Name)
            and n.func.value.id in ("path", "file")
            for n in ast.walk(tree)
        )
        if name.split("/")[0] in READERS and opens and "trace" not in names and name not in UNTOLD:
            silent.append(name)
    assert silent == []
