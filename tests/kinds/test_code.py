"""Code in texts: theme fonts alone stand on slides, so a tint behind it tells it apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx.oxml.ns import qn

from .talks import both_themes, build_deck

LINES = {
    "title": "- title: Was `git log` zeigt",
    "bullets": "- title: T\n  bullets: ['Erst `git log` lesen']",
    "text": "- title: T\n  text: |\n    Erst `git log` lesen.",
    "table": "- title: T\n  table: [[A, B], ['`git log`', b]]",
}


@both_themes
@pytest.mark.parametrize("kind", LINES)
@pytest.mark.parametrize("ground", ["light", "dark", "accent"])
def test_code_has_a_mark_in_a_colour_of_the_theme(tmp_path: Path, theme: str, kind: str, ground: str) -> None:
    slide = build_deck(tmp_path, f"{LINES[kind]}\n  background: {ground}", theme).slides[0]
    runs = [r for r in slide.element.iter(qn("a:r")) if r.findtext(qn("a:t")) == "git log"]
    (props,) = [r.find(qn("a:rPr")) for r in runs]
    assert props.get("noProof") == "1"
    assert props.find(f"{qn('a:highlight')}/{qn('a:schemeClr')}") is not None
    assert props.find(qn("a:latin")) is None
    marked = [r for r in slide.element.iter(qn("a:r")) if r.find(f"{qn('a:rPr')}/{qn('a:highlight')}") is not None]  # fmt: skip
    assert len(marked) == 1
