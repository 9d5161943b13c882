"""`deckgen check --fix`: what can be meant in one way is mended in the file, all else is left and told."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from deckgen.findings import Findings
from deckgen.source.mending import mended
from deckgen.source.yaml_reader import read

from .running import run

BROKEN = """\
title: Umgang mit Branches: Themen   # der Titel
lang: de
vars:
  platz: Platz #1
  farbe: #0A4DA2
slides:
  - statement: "Alles" ist Marketing
    notes: >
      - eins
      - zwei
  - title: 'Wie geht's weiter?'
    bullets:
      - @home
      - 50 % mehr
      - %d Leute
"""


def test_a_dash_gets_its_space(tmp_path: Path) -> None:
    talk = tmp_path / "talk.yaml"
    talk.write_text(
        "title: T\nslides:\n  -title: A\n    bullets:\n      - eins\n      -zwei\n  - cover\n",
        encoding="utf-8",
    )
    done = run(tmp_path, "check", "talk.yaml", "--fix")
    assert done.returncode == 0, done.stdout + done.stderr
    assert yaml.safe_load(talk.read_text(encoding="utf-8"))["slides"] == [
        {"title": "A", "bullets": ["eins", "zwei"]},
        "cover",
    ]


def test_what_is_beyond_doubt_is_mended_and_the_talk_checks(tmp_path: Path) -> None:
    talk = tmp_path / "talk.yaml"
    talk.write_bytes(b"\xef\xbb\xbf" + BROKEN.replace("\n", "\r\n").encode("utf-8"))
    assert run(tmp_path, "check", "talk.yaml").returncode == 2
    done = run(tmp_path, "check", "talk.yaml", "--fix")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr.count(": mended: ") == 8
    assert "talk.yaml:1:27: mended: a colon inside of a text needs quotes" in done.stderr
    data = talk.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\r\n") == data.count(b"\n") == BROKEN.count("\n")
    assert list(tmp_path.iterdir()) == [talk]
    read_by_others = yaml.safe_load(data.decode("utf-8-sig"))
    assert read_by_others["title"] == "Umgang mit Branches: Themen"
    assert read_by_others["vars"] == {"platz": "Platz #1", "farbe": "#0A4DA2"}
    first, second = read_by_others["slides"]
    assert first == {"statement": '"Alles" ist Marketing', "notes": "- eins\n- zwei\n"}
    assert second == {"title": "Wie geht's weiter?", "bullets": ["@home", "50 % mehr", "%d Leute"]}
    assert b"# der Titel" in data
    again = run(tmp_path, "check", "talk.yaml", "--fix")
    assert "mended" not in again.stderr and talk.read_bytes() == data


@pytest.mark.parametrize(
    "line",
    [
        "- statement: Ein Satz #todo",  # may be a comment
        "- statement: Text\n    notes: #spaeter",
        "- statement: x\n    bullets: [3,5]",  # two numbers, or one
        "- title: Eins\n    title: Zwei",
        "- statement: !wichtig",
        "- statement: *unbekannt",
        "\t- statement: x",
    ],
)
def test_what_can_be_meant_in_two_ways_is_left(tmp_path: Path, line: str) -> None:
    talk = tmp_path / "talk.yaml"
    text = f"title: Ein Vortrag\nslides:\n  {line}\n"
    talk.write_text(text, encoding="utf-8")
    done = run(tmp_path, "check", "talk.yaml", "--fix")
    assert done.returncode == 2 and "mended" not in done.stderr
    assert talk.read_text(encoding="utf-8") == text


def test_a_clean_talk_is_not_touched(tmp_path: Path) -> None:
    talk = tmp_path / "talk.yaml"
    talk.write_text("title: A talk\nslides:\n  - cover\n", encoding="utf-8")
    os.utime(talk, (1_000_000_000, 1_000_000_000))
    assert run(tmp_path, "check", "talk.yaml", "--fix").returncode == 0
    assert talk.stat().st_mtime == 1_000_000_000


@pytest.mark.skipif(sys.platform == "win32", reason="file modes are POSIX's")
def test_the_file_keeps_its_mode(tmp_path: Path) -> None:
    talk = tmp_path / "talk.yaml"
    talk.write_text("title: Eins: zwei\nslides:\n  - cover\n", encoding="utf-8")
    talk.chmod(0o640)
    assert run(tmp_path, "check", "talk.yaml", "--fix").returncode == 0
    assert stat.S_IMODE(talk.stat().st_mode) == 0o640
    assert "title: 'Eins: zwei'" in talk.read_text(encoding="utf-8")


def test_a_talk_that_is_not_there_is_told_as_ever(tmp_path: Path) -> None:
    done = run(tmp_path, "check", "nowhere.yaml", "--fix")
    assert done.returncode == 2 and "talk-missing" in done.stdout


LINES = st.lists(
    st.tuples(
        st.sampled_from(["title: ", "  - ", "- bullets:", "  notes: >", "    ", "x: [", "lead: "]),
        st.text(alphabet="ab:#-'\"@%*&!|>[]{}, \u00e4\u201e\t5", max_size=14),
    ).map("".join),
    max_size=8,
)


@given(LINES)
def test_mending_only_ever_takes_problems_away_and_ends(lines: list[str]) -> None:
    data = "\n".join(lines).encode("utf-8")
    new, told = mended(data, "talk.yaml")
    assert mended(new, "talk.yaml") == (new, []) or not told
    if told:
        assert new != data
        before, after = Findings(), Findings()
        read(data, "talk.yaml", before)
        read(new, "talk.yaml", after)
        gone = {(f.code, f.span) for f in told}
        assert not gone & {(f.code, f.span) for f in after if f.edit is not None}
    else:
        assert new == data
