"""What is shipped works: a wheel, built from the source archive, makes decks in an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
TALK = "title: Probe\ntheme: {theme}\nslides:\n  - cover\n  - title: Eins\n    bullets: [A, B]\n  - closing\n"


def _run(*command: str, cwd: Path, **environment: str) -> str:
    env = {**os.environ, **environment}
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the source archive and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("shipped")
    _run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT), cwd=folder)
    return folder


@pytest.fixture(scope="module")
def installed(shipped: Path) -> Path:
    """A folder into which the wheel is installed, without its dependencies, which are here anyway."""
    target = shipped / "installed"
    wheel = next(shipped.glob("*.whl"))
    pip = (
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
        "--no-index",
    )
    _run(*pip, "--target", str(target), str(wheel), cwd=shipped)
    return target


def test_the_wheel_carries_data_themes_fonts_and_licences(shipped: Path) -> None:
    names = set(zipfile.ZipFile(next(shipped.glob("*.whl"))).namelist())
    wanted = {"deckgen/py.typed"}
    for base, place in ((ROOT / "themes", "deckgen/themes"), (ROOT / "src/deckgen/data", "deckgen/data")):
        files = [f for f in base.rglob("*") if f.is_file() and "__pycache__" not in f.parts]
        wanted |= {f"{place}/{f.relative_to(base).as_posix()}" for f in files}
    assert wanted <= names
    assert any(n.endswith("licenses/LICENSE") for n in names)
    assert {
        f"deckgen/data/prepared/{t}{x}.ready"
        for t in ("plain", "helium", "kontor", "werkbank")
        for x in ("", ".de-DE", ".en-US")
    } <= names
    assert not any(n.startswith(("tests", "talks", "scripts")) for n in names)


def test_the_source_archive_is_complete(shipped: Path) -> None:
    with tarfile.open(next(shipped.glob("*.tar.gz"))) as archive:
        names = {n.partition("/")[2] for n in archive.getnames()}
    wanted = {
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "Makefile",
        "requirements-dev.txt",
        "deckgen.yaml",
        "hatch_build.py",
    }
    wanted |= {"tests/conftest.py", "talks/alles-ist-marketing.yaml", "src/deckgen/_version.py"}
    assert wanted <= names


@pytest.mark.parametrize("theme", ["helium", "plain", "werkbank"])
def test_the_installed_wheel_builds_in_an_empty_folder(installed: Path, tmp_path: Path, theme: str) -> None:
    talk = tmp_path / "probe.yaml"
    talk.write_text(TALK.format(theme=theme), encoding="utf-8")
    environment = {"PYTHONPATH": str(installed), "PYTHONNOUSERSITE": "1"}
    where = _run(sys.executable, "-c", "import deckgen; print(deckgen.__file__)", cwd=tmp_path, **environment)
    assert Path(where.strip()).is_relative_to(installed)
    out = _run(sys.executable, "-m", "deckgen", "build", "probe.yaml", cwd=tmp_path, **environment)
    deck = tmp_path / out.strip().splitlines()[-1]
    assert deck.suffix == ".pptx"
    assert deck.is_file()
    ready = "import deckgen; print(bool(deckgen.load('probe.yaml').theme.prepared))"
    assert _run(sys.executable, "-c", ready, cwd=tmp_path, **environment).strip() == "True"
