"""What is imported where: nothing in secret, nothing heavy on the way from YAML to .pptx."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

SOURCE = Path(__file__).resolve().parent.parent.parent / "src" / "deckgen"
FILES = sorted(SOURCE.rglob("*.py"))
LAZY = {"discovery.py", "__init__.py", "cli/__init__.py"}
"""Modules that load others by name, when asked for them."""
SLOW = {
    "lxml",
    "pptx",
    "rich",
    "pydantic",
    "fontTools",
    "xlsxwriter",
    "openpyxl",
    "numpy",
    "asyncio",
    "http",
    "socket",
}
TALK = "title: Probe\nlang: de\ntheme: %s\nslides:\n  - cover\n  - title: Eins\n    bullets: [A, B]\n    notes: Sagen.\n%s"


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.relative_to(SOURCE).as_posix())
def test_imports_stand_at_the_top(file: Path) -> None:
    name = file.relative_to(SOURCE).as_posix()
    if name in LAZY or name.startswith("cli/"):
        pytest.skip("loads by name")
    tree = ast.parse(file.read_text(encoding="utf-8"))
    inside = [
        node.lineno
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inside == []


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.relative_to(SOURCE).as_posix())
def test_modules_say_what_they_are_about(file: Path) -> None:
    assert file.stem not in {"utils", "util", "helpers", "manager", "core", "engine", "common", "misc"}


def _modules_after_a_build(folder: Path, theme: str, picture: str = "") -> set[str]:
    talk = folder / "talk.yaml"
    talk.write_text(TALK % (theme, picture), encoding="utf-8")
    code = (
        "import json, sys, deckgen\n"
        "deckgen.write(deckgen.compose(deckgen.load(sys.argv[1])), sys.argv[2])\n"
        "print(json.dumps(sorted({m.partition('.')[0] for m in sys.modules})))"
    )
    command = [sys.executable, "-c", code, str(talk), str(folder / "talk.pptx")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("theme", ["plain", "helium"])
def test_a_build_loads_nothing_slow(tmp_path: Path, theme: str) -> None:
    assert _modules_after_a_build(tmp_path, theme) & SLOW == set()


def test_a_build_without_pictures_does_not_load_pillow(tmp_path: Path) -> None:
    assert "PIL" not in _modules_after_a_build(tmp_path, "plain")


def test_a_build_with_a_picture_loads_pillow_and_nothing_slow(tmp_path: Path) -> None:
    Image.new("RGB", (64, 48), (9, 9, 9)).save(tmp_path / "a.png")
    loaded = _modules_after_a_build(tmp_path, "plain", "  - title: Bild\n    image: a.png\n    alt: Grau\n")
    assert "PIL" in loaded
    assert loaded & SLOW == set()
