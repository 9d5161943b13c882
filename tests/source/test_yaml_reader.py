"""YAML in, nodes or findings with places out."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from deckgen.findings import Finding, Findings
from deckgen.source.nodes import Map, Scalar
from deckgen.source.yaml_reader import read


def findings_of(text: str | bytes) -> list[Finding]:
    found = Findings()
    read(text if isinstance(text, bytes) else text.encode(), "t.yaml", found)
    return found.sorted()


BAD = [
    ("not UTF-8", b"title: Caf\xe9\n", "not-utf8", 1, 11),
    ("UTF-16", "title: x".encode("utf-16"), "not-utf8", 1, 1),
    ("tab", "a:\n\tb: 1\n", "tab", 2, 1),
    ("duplicate key", "a: 1\nb: 2\na: 3\n", "duplicate-key", 3, 1),
    ("python tag", "a: !!python/object:os.system x\n", "yaml-tag", 1, 4),
    ("own tag", "a: !foo x\n", "yaml-tag", 1, 4),
    ("recursion", "a: &x [*x]\n", "yaml-recursion", 1, 8),
    ("several documents", "a: 1\n---\nb: 2\n", "several-documents", 2, 1),
    ("empty", "", "empty-file", 1, 1),
    ("only a comment", "# nothing\n", "empty-file", 1, 1),
    ("merge key", "a: &x {b: c}\nd:\n  <<: *x\n", "merge-key", 3, 3),
    ("empty item", "a:\n  - b\n  -\n", "empty-item", 3, 4),
    ("control character", 'a: "\x01"\n', "control-character", 1, 5),
    ("escaped control character", 'a: "\\x01"\n', "control-character", 1, 4),
    ("cut off", "a: Platz #1 im Markt\n", "text-cut-off", 1, 10),
    ("colour", "color: #0A4DA2\n", "value-is-comment", 1, 8),
    ("glued", "a: Text\n  - Punkt\n", "glued-line", 2, 3),
    ("folded list", "a: >\n  Text\n  - Punkt\n", "folded-list", 3, 3),
    ("decimal comma", "a: [1,5]\n", "comma-splits", 1, 5),
    ("flow key", "a: {b}\n", "key-without-value", 1, 5),
    ("list as key", "? [a]\n: b\n", "key-no-text", 1, 3),
    ("not UTF-8 behind a mark", b"\xef\xbb\xbfa: 1\r\nb: \xff\n", "not-utf8", 2, 4),
    ("UTF-16 without mark", "title: x".encode("utf-16-le"), "not-utf8", 1, 1),
    ("empty document", "---\n...\n", "empty-file", 1, 1),
    ("line separator", "a: b\u2028c\n", "control-character", 1, 5),
    ("delete", "a: b\nc: \x7f\n", "control-character", 2, 4),
    ("C1", "a: \x90\n", "control-character", 1, 4),
    ("too deep", "- " * 120 + "x", "too-deep", 1, 203),
    ("unknown alias", "a: *nix\n", "unknown-alias", 1, 4),
    ("hashtag", "a: b\nc: #tag\n", "value-is-comment", 2, 4),
    ("colour in a list", "a:\n  - #FFF\n", "value-is-comment", 2, 5),
    ("cut off in a list", "a: [Platz #1, b]\n", "text-cut-off", 1, 11),
    ("cue in a folded text", "a: >\n  Text\n  [Hände zählen] x\n", "folded-list", 3, 3),
    ("numbers in a folded text", "a: >\n  Text\n  1. x\n", "folded-list", 3, 3),
    ("decimal comma in a map", "a: {b: 1,5}\n", "comma-splits", 1, 8),
    ("never closed", "a: 1\nb: 'n Abend\nc: d\n", "yaml-syntax", 2, 4),
    ("list never closed", "a: [x, y\nb: c\n", "yaml-syntax", 1, 4),
    ("no colon", "a: 1\nbullets\n  - y\n", "yaml-syntax", 2, 1),
    ("indent", "a:\n  - b: x\n   c: y\n", "yaml-syntax", 3, 4),
    ("colon in a text", "slides:\n  - title: Umgang mit Branches: Themen\n", "needs-quotes", 2, 31),
]


@pytest.mark.parametrize(("text", "code", "line", "column"), [b[1:] for b in BAD], ids=[b[0] for b in BAD])
def test_bad_input_is_named_with_its_place(text: str | bytes, code: str, line: int, column: int) -> None:
    found = findings_of(text)
    assert (code, line, column) in [(f.code, f.span.line, f.span.column) for f in found if f.span]


def test_a_line_that_needs_quotes_comes_with_the_line_to_paste() -> None:
    found = findings_of("title: Umgang: Themen\nsubtitle: Noch: einer\n")
    assert [f.fix for f in found] == ["write: title: 'Umgang: Themen'", "write: subtitle: 'Noch: einer'"]


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("a: @ich", "a: '@ich'"),
        ("a: `code`", "a: '`code`'"),
        ("a: %x", "a: '%x'"),
        ("a: *stern* wort", "a: '*stern* wort'"),
        ("a: [click] los", "a: '[click] los'"),
        ("a: {x} y", "a: '{x} y'"),
        ('a: "Zitat" sagt er', "a: '\"Zitat\" sagt er'"),
        ("a: 'n' x", "a: '''n'' x'"),
        ('a: "C:\\dok"', "a: 'C:\\dok'"),
        ("a: > 5 Prozent", "a: '> 5 Prozent'"),
        ("a: - x", "a: '- x'"),
        ("- a: b: it's", "- a: 'b: it''s'"),
        ("a: b: c # Kommentar", "a: 'b: c' # Kommentar"),
    ],
)
def test_the_line_to_paste_is_right(line: str, mended: str) -> None:
    found = findings_of(line + "\n")
    assert [f.fix for f in found] == [f"write: {mended}"]
    assert findings_of(mended + "\n") == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a:\n  - b\n  -title: c\n    d: [e]\n", [(3, 3)]),
        ("a:\n  -title: c\n    d: [e]\n  - f\n", [(2, 3)]),
        ("a:\n- b\n-title: c\n", [(3, 1)]),
        ("a:\n  - b\n  -Zwei\n  -Drei\n", [(3, 3), (4, 3)]),
        ("a:\n  -Eins\n  -Zwei\n", [(2, 3)]),
        ("-title: c\n", [(1, 1)]),
    ],
)
def test_a_dash_without_a_space_is_named_with_what_to_write(text: str, places: list[tuple[int, int]]) -> None:
    found = findings_of(text)
    assert [(f.code, f.span.line, f.span.column) for f in found if f.span] == [
        ("glued-dash", *p) for p in places
    ]
    for finding, (line, _) in zip(found, places, strict=True):
        assert finding.fix == f"write: - {text.splitlines()[line - 1].strip()[1:]}"


def test_a_dash_without_a_space_hides_nothing_else() -> None:
    found = findings_of("a:\n  - b\n  -title: c\n    d: [e]\ng: 1\ng: 2\n")
    assert [(f.code, f.span.line) for f in found if f.span] == [("glued-dash", 3), ("duplicate-key", 6)]


def test_what_else_is_wrong_comes_in_the_same_run() -> None:
    found = findings_of("a: b: c\nd: 1\nd: 2\ne: Platz #1\n")
    assert [(f.code, f.span.line) for f in found if f.span] == [
        ("needs-quotes", 1),
        ("duplicate-key", 3),
        ("text-cut-off", 4),
    ]


def test_literal_blocks_and_long_quotes_are_never_said_to_need_quotes() -> None:
    found = findings_of('a: |\n  x: y: z\nb: "eins\n  zwei: drei: vier"\nc: @ich\n')
    assert [f.span.line for f in found if f.span] == [5]


def test_problems_are_bounded() -> None:
    assert len(findings_of("a: 1\n" * 20_000)) <= 101
    assert len(findings_of("a: b: c\n" * 20_000)) <= 101


@pytest.mark.parametrize(
    "text", ["title: " + "x" * 9000, "slides:\n" + "  - title: Eins\n" * 5000], ids=["word", "slides"]
)
def test_long_words_and_long_talks_are_read(text: str) -> None:
    assert findings_of(text) == []


def test_aliases_may_not_repeat_a_long_text_without_end() -> None:
    found = findings_of(f"a: &a {'x' * 100_000}\nb: [{'*a, ' * 5000}*a]\n")
    assert "alias-bomb" in [f.code for f in found]


def test_anchors_share_their_nodes() -> None:
    node = read(b"a: &x {b: c}\nd: *x\n", "t", Findings())
    assert isinstance(node, Map)
    assert node.get("a") is node.get("d")


def test_an_alias_bomb_is_stopped() -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    assert "alias-bomb" in [f.code for f in findings_of("\n".join(rows))]


def test_deep_nesting_is_stopped() -> None:
    assert [f.code for f in findings_of("[" * 5000)] == ["too-deep"]


@pytest.mark.parametrize("word", ["no", "9:00", "007", "2021-01-04", "3.10", "1:30", "~x", "0x1F", "on"])
def test_scalars_stay_what_was_typed(word: str) -> None:
    found = Findings()
    node = read(f"a: {word}\n".encode(), "t", found)
    assert isinstance(node, Map)
    value = node.get("a")
    assert isinstance(value, Scalar)
    assert value.text == word
    assert not list(found)


@pytest.mark.parametrize(
    "text",
    [
        "a: Text # ein Kommentar\n",
        "a: C#-Kurs\n",
        "a: [1, 5]\n",
        "a: {b: c}\n",
        "- a: b\n  c: |\n    - d\n",
        "a: >\n  Eins\n  zwei\n\n  [click] drei\n",
        "a: 'Platz' #1\n",
        "a:\n  -5\n",
        "-5: a\n",
        "- -v: laut\n- -x\n- a -b\n",
        "a: b\n  -c\n",
        "a:\n  '-v': laut\n",
        "a: |\n  -b\n",
    ],
)
def test_no_false_alarm(text: str) -> None:
    assert findings_of(text) == []


@given(
    st.text(
        st.characters(
            blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff\u2028\u2029\ufffe\uffff\x85"
        )
    )
)
def test_any_text_comes_back_as_it_was_dumped(text: str) -> None:
    found = Findings()
    node = read(yaml.safe_dump({"a": text}, allow_unicode=True).encode(), "t", found)
    assert isinstance(node, Map), list(found)
    value = node.get("a")
    assert isinstance(value, Scalar)
    assert value.text == text


@given(st.text(alphabet="ab:-#[]{}&*!|>'\"%@`,? \n\t1", max_size=60))
def test_no_signs_raise_anything_and_no_tree_means_a_finding(text: str) -> None:
    found = Findings()
    assert read(text.encode(), "t", found) is not None or found.has_errors


@given(st.binary(max_size=400))
def test_no_bytes_raise_anything(data: bytes) -> None:
    read(data, "t", Findings())
