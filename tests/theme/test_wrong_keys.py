"""A wrong key or word in theme.yaml, at any depth, is told at its line and column, with what was probably meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import run

SHAPE = "looks:\n  bullets:\n    shapes:\n      - {name: a, shape: rect, box: [1, 1, 1, 1], fill: primary, "
TITLE = "looks:\n  bullets:\n    placeholders:\n      title: {box: [1, 1, 3, 1], color: text, "
CASES = {
    "the file": ("<trasition>: fade", "transition"),
    "colors": ("colors:\n  <ligth>: {text: '#000000'}", "light"),
    "a recipe": ("colors:\n  light:\n    primary: {own: '#12433A', <lightnes>: 0.3}", "lightness"),
    "fonts": ("fonts: {<brnad>: {heading: Arial, body: Arial}}", "brand"),
    "a font set": ("fonts: {brand: {<headin>: Arial, body: Arial}}", "heading"),
    "a style": ("styles:\n  title: {<siez>: 40}", "size"),
    "a style's name": (TITLE + "style: <titel>}", "title"),
    "grid": ("grid: {<marign>: 0.8}", "margin"),
    "guides": ("guides: {<xx>: [1]}", "x"),
    "master": ("master: {<titel>: {box: [1, 1, 3, 1], style: title, color: text}}", "title"),
    "chrome": ("chrome: {<numbr>: {box: [1, 1, 3, 1], style: title, color: text}}", "number"),
    "a word": ("transition: <moprh>", "morph"),
    "table": ("table: {<hed>: {style: title}}", "head"),
    "a table's cells": ("table: {body: {<stile>: title}}", "style"),
    "a table's rules": ("table: {rules: {<rwo>: {color: text, width: 1}}}", "row"),
    "a stroke": ("table: {rules: {row: {<colr>: text, width: 1}}}", "color"),
    "chart": ("chart: {<legned>: top}", "legend"),
    "a chart's texts": ("chart: {axis: {<stile>: title}}", "style"),
    "a chart's colours": ("chart: {colors: {<higlight>: primary}}", "highlight"),
    "a chart's lines": ("chart: {lines: {<highligt>: 4}}", "highlight"),
    "a chart's grid": ("chart: {grid: {<widht>: 1}}", "width"),
    "a look": ("looks:\n  bullets: {<gruond>: dark}", "ground"),
    "a role": ("looks:\n  bullets:\n    placeholders:\n      <titel>: {box: [1, 1, 3, 1], style: title, color: text}", "title"),
    "a placeholder": (TITLE + "<stile>: title}", "style"),
    "a colour role": ("looks:\n  bullets:\n    placeholders:\n      title: {box: [1, 1, 3, 1], style: title, color: <txet>}", "text"),
    "a bullet": (TITLE.replace("title:", "body:") + "style: title, bullet: {<chr>: x}}", "char"),
    "a shape": (SHAPE + "<radus>: 4}", "radius"),
    "a preset": (SHAPE.replace("rect", "<elipse>") + "behind: true}", "ellipse"),
    "an outline": (SHAPE + "line: {<colour>: primary, width: 1}}", "color"),
    "a shape's text": (SHAPE + "text: {slot: number, style: title, color: text, <anchr>: top}}", "anchor"),
    "a gradient": (SHAPE.replace("fill: primary, ", "") + "fill: {<angel>: 0, stops: [[0, primary], [100, text]]}}", "angle"),
    "repeat": (SHAPE + "repeat: {over: items, <stp>: [1, 0]}}", "step"),
    "around": (SHAPE + "repeat: {over: items, around: {<center>: [1, 1], radius: 1}}}", "centre"),
    "a repeat's grid": (SHAPE + "repeat: {over: items, grid: {<colums>: 2, gap: [1, 1]}}}", "columns"),
    "when": (SHAPE + "when: {<slott>: support}}", "slot"),
    "a tracker": ("tracker: {name: <altimetr>}", "altimeter"),
    "a tracker's option": ("tracker: {name: register, <heigth>: 1}", "height"),
    "scrim": ("scrim: {<angl>: 0, stops: [[0, scrim, 90], [100, scrim, 0]]}", "angle"),
}  # fmt: skip


def place(marked: str) -> tuple[str, int, int]:
    """The text without the marks round its wrong word, and that word's line and column."""
    before = marked[: marked.index("<")]
    text = marked.replace("<", "").replace(">", "")
    return text, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


@pytest.mark.parametrize("parent", ["plain", "kontor"])
def test_wrong_words_are_told_at_their_place_with_what_was_meant(tmp_path: Path, parent: str) -> None:
    (tmp_path / "deckgen.yaml").write_text("", encoding="utf-8")
    missed = []
    for number, (where, (marked, meant)) in enumerate(CASES.items()):
        text, line, column = place(f"name: acme\nextends: {parent}\n{marked}\n")
        home = tmp_path / "themes" / f"t{number}"
        home.mkdir(parents=True)
        (home / "theme.yaml").write_text(text, encoding="utf-8")
        said = told(tmp_path, f"t{number}")
        at = f"themes/t{number}/theme.yaml:{line}:{column}: error["
        if not any(row.startswith(at) and meant in row for row in said):
            missed.append(f"{where}: {at} ... {meant}\n  {said}")
    assert missed == []


def told(folder: Path, name: str) -> list[str]:
    """The findings of a theme, each on one line."""
    from deckgen.findings import Findings
    from deckgen.theme.reader import load_theme
    from deckgen.trackers import check_trackers

    findings = Findings()
    theme = load_theme(name, project=folder, base=None, findings=findings)
    if theme is not None:
        check_trackers(theme, findings)
    return [str(f).replace("\n", " ") for f in findings.sorted()]


def test_the_command_shows_the_line(tmp_path: Path) -> None:
    home = tmp_path / "themes" / "acme"
    home.mkdir(parents=True)
    (tmp_path / "deckgen.yaml").write_text("", encoding="utf-8")
    (home / "theme.yaml").write_text("extends: plain\nstyles:\n  title: {siez: 40}\n", encoding="utf-8")
    done = run(tmp_path, "theme", "check", "acme")
    assert done.returncode == 1
    assert "themes/acme/theme.yaml:3:11: error[unknown-key]: a style has no key 'siez'" in done.stdout
    assert "did you mean `size`?" in done.stdout
    assert "  title: {siez: 40}" in done.stdout


def test_one_file_may_be_laid_over_another_at_any_depth(tmp_path: Path) -> None:
    """A theme over a theme over `kontor`: one number, one colour, one placeholder's key of a table; all else stays."""
    from deckgen.findings import Findings
    from deckgen.theme.reader import load_theme

    (tmp_path / "deckgen.yaml").write_text("", encoding="utf-8")
    for name, text in {
        "first": "extends: kontor\nstyles: {title: {size: 34}}\ntable: {rules: {row: {width: 2}}}\n",
        "second": "extends: first\nstyles: {title: {bold: true}}\nlooks: {bullets: {ground: dark}}\ntable: {maximum: 4}\n",
    }.items():
        home = tmp_path / "themes" / name
        home.mkdir(parents=True)
        (home / "theme.yaml").write_text(f"name: {name}\n{text}", encoding="utf-8")
    findings = Findings()
    made = load_theme("second", project=tmp_path, base=None, findings=findings)
    kontor = load_theme("kontor", project=None, base=None, findings=findings)
    assert made is not None and kontor is not None
    assert not findings.has_errors, [str(f) for f in findings]
    style, old = made.styles["title"], kontor.styles["title"]
    assert (style.size, style.bold, style.font, style.tracking) == (34, True, old.font, old.tracking)
    assert made.looks["bullets"].ground == "dark"
    assert len(made.looks["bullets"].shapes) == len(kontor.looks["bullets"].shapes)
    assert made.table is not None and kontor.table is not None
    assert made.table.maximum == 4
    assert made.table.head == kontor.table.head
