"""What people write in their first talks, and the line that helps them."""

from __future__ import annotations

from pathlib import Path

import pytest

from .running import run

HEAD = "title: T\nslides:\n"


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("title: T\nlang: german\nslides: [cover]\n", "2:7: error[bad-language]", "write `de`"),
        ("title: T\nstart: 9 Uhr\nslides: [cover]\n", "2:8: error[bad-time]", "write 9:00"),
        (HEAD + "  - quote: Q\n    author: A\n", "4:5: error[unknown-key]", "`deckgen kinds quote` shows its keys"),
        (HEAD + "  - title: A\n    chart:\n      type: bar\n      data: {Q1: 3}\n", "5:7: error[wrong-type]", "one level up, beside `chart:`"),
        (HEAD + "  - title: A\n    table:\n      - North, 12\n", "5:7: error[wrong-type]", "`- [North, 12]`"),
        (HEAD + "  - title: A\n    columns:\n      left:\n        - A\n      right:\n        - B\n", "5:7: error[wrong-type]", "`- title: left`"),
        (HEAD + "  - title: A\n    image: a.png\n    focus: [30, 40]\n", "5:12: error[wrong-type]", "write `focus: 30% 40%`"),
        (HEAD + "  - title: A\n    bullets: [B]\n    hidden: [x]\n", "5:13: error[wrong-type]", "write `hidden: yes` or `hidden: no`"),
        (HEAD + "  - title: A\n    table: |\n      | A | B |\n      |---|---|\n      | 1 |\n", "7:7: error[ragged-row]", "none for 'B'"),
    ],
)  # fmt: skip
def test_a_first_mistake_is_answered_with_what_to_write(
    tmp_path: Path, text: str, place: str, words: str
) -> None:
    (tmp_path / "talk.yaml").write_text(text, encoding="utf-8")
    done = run(tmp_path, "check", "talk.yaml")
    assert done.returncode == 2
    assert f"talk.yaml:{place}" in done.stdout
    assert words in done.stdout


def test_a_talk_and_its_theme_tell_their_mistakes_in_one_run(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(
        "title: T\ntheme: plian\nslides:\n  - bulets: [A]\n", encoding="utf-8"
    )
    said = run(tmp_path, "check", "talk.yaml").stdout
    assert "did you mean 'bullets'?" in said and "write `theme: plain`" in said
