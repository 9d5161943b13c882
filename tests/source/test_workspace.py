"""Which files a talk may name, and how talks are found."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from deckgen.findings import Findings, Span
from deckgen.source.workspace import LIMIT, Workspace

HERE = Span("t.yaml", 3, 5)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "talks" / "kurs").mkdir(parents=True)
    (root / "deckgen.yaml").write_text("# a project\n", encoding="utf-8")
    (root / "talks" / "rede.yaml").write_text("title: x\n", encoding="utf-8")
    (root / "talks" / "kurs" / "talk.yaml").write_text("title: x\n", encoding="utf-8")
    (root / "talks" / "bild.png").write_bytes(b"x")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("rede", "rede.yaml"),
        ("kurs", "kurs/talk.yaml"),
        ("talks/rede.yaml", "rede.yaml"),
        ("talks/kurs", "kurs/talk.yaml"),
        ("talks/rede", "rede.yaml"),
        ("rede.yaml", "rede.yaml"),
    ],
)
def test_a_talk_is_found_by_name_and_path(project: Path, name: str, file: str) -> None:
    found = Workspace.for_talk(name, project, Findings())
    assert found is not None
    assert found[1] == (project / "talks" / file).resolve()
    assert found[0].root == project.resolve()


@pytest.mark.parametrize("name", ["rade", "talks/rede.yml", "nix\0"])
def test_an_unknown_talk_is_a_finding(project: Path, name: str) -> None:
    findings = Findings()
    assert Workspace.for_talk(name, project, findings) is None
    (finding,) = findings
    assert finding.code == "talk-missing"
    assert "rede" in finding.message


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("../../secret.txt", "path-outside"),
        ("/etc/passwd", "path-outside"),
        ("~/x", "path-outside"),
        ("C:\\x.png", "path-outside"),
        ("\\\\server\\x", "path-outside"),
        ("https://example.org/x.png", "path-url"),
        ("data:image/png;base64,xx", "path-url"),
        ("a\0b", "path-wrong"),
        ("bilt.png", "file-missing"),
        ("kurs", "file-missing"),
        ("x" * 5000, "file-missing"),
        ("link.txt", "path-outside"),
    ],
)
def test_paths_stay_inside(project: Path, text: str, code: str) -> None:
    if text == "link.txt":
        try:
            os.symlink(project.parent / "secret.txt", project / "talks" / "link.txt")
        except OSError:
            pytest.skip("no symbolic links here")
    findings = Findings()
    workspace = Workspace(project, project, findings)
    assert workspace.resolve(text, project / "talks" / "rede.yaml", HERE) is None
    assert [(f.code, f.span) for f in findings] == [(code, HERE)]


def test_a_missing_file_comes_with_the_nearest_name(project: Path) -> None:
    findings = Findings()
    Workspace(project, project, findings).resolve("Bilt.png", project / "talks" / "rede.yaml", HERE)
    assert "did you mean 'bild.png'?" in next(iter(findings)).message


def test_more_than_16_mb_is_refused_unread(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    big = project / "big.yaml"
    with big.open("wb") as file:
        file.truncate(LIMIT + 1)
    findings = Findings()
    workspace = Workspace(project, project, findings)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("it was read"))
    assert workspace.read(big) is None
    assert [f.code for f in findings] == ["too-large"]
