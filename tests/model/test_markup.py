"""Inline Markdown against expected runs, and against CommonMark."""

from __future__ import annotations

import html
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from deckgen.model import markup
from deckgen.model.markup import parse
from deckgen.model.runs import Run


def _bold(text: str) -> Run:
    return Run(text, bold=True)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("einfach", (Run("einfach"),)),
        ("__ALLES__, was zählt", (_bold("ALLES"), Run(", was zählt"))),
        ("**a** *b* _c_", (_bold("a"), Run(" "), Run("b", italic=True), Run(" "), Run("c", italic=True))),
        ("***x***", (Run("x", bold=True, italic=True),)),
        ("snake_case_name und a__b__c", (Run("snake_case_name und a__b__c"),)),
        ("offen **bleibt", (Run("offen **bleibt"),)),
        ("~~weg~~", (Run("weg", strike=True),)),
        (
            "m^2^ und H~2~O",
            (Run("m"), Run("2", script="sup"), Run(" und H"), Run("2", script="sub"), Run("O")),
        ),
        ("~5 km und ~6 km", (Run("~5\u00a0km und ~6\u00a0km"),)),
        ("`a*b*${x}`", (Run("a*b*${x}", code=True),)),
        (r"\*so\* \[x\]", (Run("*so* [x]"),)),
        ("[da](https://a.de/b_(c))", (Run("da", link="https://a.de/b_(c)"),)),
        ("[**da** hin](#ziel)!", (Run("da", bold=True, link="#ziel"), Run(" hin", link="#ziel"), Run("!"))),
        ("[pause] und [x", (Run("[pause] und [x"),)),
        ("**a [b** c](#d)", (Run("**a "), Run("b** c", link="#d"))),
        ("Schiff\\-fahrt", (Run("Schiff\u00adfahrt"),)),
        ("eins\nzwei", (Run("eins\vzwei"),)),
    ],
)
def test_runs(text: str, runs: tuple[Run, ...]) -> None:
    assert parse(text, "de") == runs


@pytest.mark.parametrize(
    ("lang", "text", "shown"),
    [
        ("de", 'Er sagt: "Ja."', "Er sagt: „Ja.“"),
        ("de", '„Wort"', "„Wort“"),
        ("de", "\"Sie sagte 'nein' dazu\"", "„Sie sagte ‚nein‘ dazu“"),
        ("de", "Hans' Auto, geht's?", "Hans’ Auto, geht’s?"),
        ("en", "\"It's\" 'fine'", "“It’s” ‘fine’"),
        ("fr", '"Oui"', "«\u202fOui\u202f»"),
        ("de-CH", '"Ja"', "«Ja»"),
        ("de", '("Ja")', "(„Ja“)"),
        ("de", '**"Ja"**', "„Ja“"),
        ("de", "20 % von 5 km, z. B. auf S. 5", "20\u00a0% von 5\u00a0km, z.\u00a0B. auf S.\u00a05"),
        ("de", "5 kmh und 3 mal", "5 kmh und 3 mal"),
        ("en", "20 % off", "20 % off"),
        ("de", '`"roh"`', '"roh"'),
    ],
)
def test_typography(lang: str, text: str, shown: str) -> None:
    assert "".join(r.text for r in parse(text, lang)) == shown


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "www.example.com", "#"]
)
def test_links_that_cannot_be_are_errors(target: str) -> None:
    told: list[tuple[str, str, int, str]] = []
    runs = parse(f"ein [Wort]({target})", "de", complain=lambda *a: told.append(a))
    assert [t[0] for t in told] == ["bad-link"]
    assert not any(r.link for r in runs)


def test_variables_are_plain_text_and_not_inserted_into_code() -> None:
    def pieces(text: str, at: int) -> list[tuple[str, bool]]:
        before, _, after = text.partition("${n}")
        return (
            [(before, False), ("**A_B_ [x](#y)**", True), (after, False)]
            if "${n}" in text
            else [(text, False)]
        )

    runs = parse("*hier* ${n} `${n}`", "de", pieces=pieces)
    assert runs == (Run("hier", italic=True), Run(" **A_B_ [x](#y)** "), Run("${n}", code=True))


@pytest.mark.parametrize(
    "piece", ["*", "[", "_", "`", "](", "[a](", "**a ", "~~", '"', "'", "^", "*a_", "`` ` ", "\\"]
)
def test_hostile_input_ends_and_keeps_its_letters(piece: str) -> None:
    assert parse(piece * 10_000, "de")


_WORDS = st.sampled_from(
    ["a", "bc", "ä", "1", " ", " ", "*", "**", "_", "__", "***", ".", ",", "(", "\\*", "`", "``", "!"]
)


@given(st.lists(_WORDS, min_size=1, max_size=14))
@settings(max_examples=400, deadline=None)
def test_like_commonmark(parts: list[str]) -> None:
    """Emphasis and code as markdown-it-py reads them (words, spaces, `*`, `_`, backticks, escapes)."""
    text = "x" + "".join(parts) + "x"
    expected = _flat(MarkdownIt("commonmark").renderInline(text))
    ours = [(c, r.bold, r.italic, r.code) for r in parse(text, "xx") for c in r.text]
    assert ours == expected


def _flat(markup: str) -> list[tuple[str, bool, bool, bool]]:
    tags = {"strong": 0, "em": 0, "code": 0}
    result = []
    at = 0
    while at < len(markup):
        if markup[at] == "<":
            end = markup.index(">", at)
            name = markup[at + 1 : end]
            tags[name.strip("/")] += -1 if name[0] == "/" else 1
            at = end + 1
            continue
        end = markup.find("<", at)
        end = len(markup) if end < 0 else end
        style = (tags["strong"] > 0, tags["em"] > 0, tags["code"] > 0)
        result += [(c, *style) for c in html.unescape(markup[at:end])]
        at = end
    return result


@given(
    st.lists(
        st.sampled_from(["**", "*", " ", "Umsatz", "3 %", "z. B.", ",", ".", "(", ")", "ä", "-", "_", "\n"]),
        max_size=9,
    ).map("".join)
)
def test_strong_words_are_read_alike_on_the_short_way(text: str) -> None:
    """Texts with `**` alone are read without the parser, and as it reads them."""
    short = markup.parse(text, "de")
    with patch.object(markup, "_strong", return_value=()):
        assert markup.parse(text, "de") == short
