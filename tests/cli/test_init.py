"""`deckgen init`."""

from __future__ import annotations

from pathlib import Path

import pytest

from .running import run


def files(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


@pytest.mark.parametrize(("lang", "stem"), [("en", "first-talk"), ("de", "erster-vortrag")])
def test_a_new_project_builds_and_checks_clean(tmp_path: Path, lang: str, stem: str) -> None:
    done = run(tmp_path, "init", "my-talks", "--lang", lang)
    assert done.returncode == 0, done.stderr
    home = tmp_path / "my-talks"
    assert files(home) == [".gitignore", "README.md", "deckgen.yaml", f"talks/{stem}.yaml"]
    assert sorted(Path(row).name for row in done.stdout.splitlines()) == sorted(Path(f).name for f in files(home))  # fmt: skip
    assert f"cd my-talks && deckgen build {stem}" in done.stderr
    assert run(home, "check", "--fail-on", "info").stdout == "nothing found\n"
    assert run(home, "build").returncode == 0
    assert (home / "dist" / f"{stem}.pptx").is_file()
    assert "dist/" in (home / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_without_a_folder_it_is_this_one(tmp_path: Path) -> None:
    done = run(tmp_path, "init", "--title", "Unser Jahr", "--lang", "de", "--quiet")
    assert (done.returncode, done.stderr) == (0, "")
    assert "title: 'Unser Jahr'" in (tmp_path / "talks" / "erster-vortrag.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("there", ["deckgen.yaml", "talks/first-talk.yaml"])
def test_nothing_is_overwritten(tmp_path: Path, there: str) -> None:
    path = tmp_path / there
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("mine", encoding="utf-8")
    done = run(tmp_path, "init")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{Path(there)} is there already" in done.stderr
    assert files(tmp_path) == [there]
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_readme_and_gitignore_stay_as_they_are(tmp_path: Path) -> None:
    for name in ("README.md", ".gitignore"):
        (tmp_path / name).write_text("mine", encoding="utf-8")
    done = run(tmp_path, "init")
    assert done.returncode == 0, done.stderr
    assert "README.md was there and stays as it is" in done.stderr
    assert "add a line `dist/` to it" in done.stderr
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "mine"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("", encoding="utf-8")
    done = run(tmp_path, "init", "x")
    assert done.returncode == 2
    assert files(tmp_path) == ["x"]
