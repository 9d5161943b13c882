"""docs/reference is what the records, explanations and commands say now."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def made() -> dict[str, str]:
    spec = importlib.util.spec_from_file_location("make_docs", ROOT / "scripts" / "make_docs.py")
    assert spec is not None and spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    pages: dict[str, str] = script.pages()
    return pages


@pytest.mark.parametrize("name", ["kinds.md", "talk.md", "findings.md", "commands.md", "theme.md"])
def test_the_reference_is_up_to_date(name: str) -> None:
    text = (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8")
    assert text == made()[name], "run: python scripts/make_docs.py"


def test_every_file_of_the_reference_is_made() -> None:
    assert {p.name for p in (ROOT / "docs" / "reference").iterdir()} == set(made())
