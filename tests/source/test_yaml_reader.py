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
    ("colour", "color: #0A4DA2\n", "value-is-comment", 1, 7),
    ("glued", "a: Text\n  - Punkt\n", "glued-line", 2, 3),
    ("folded list", "a: >\n  Text\n  - Punkt\n", "folded-list", 3, 3),
    ("decimal comma", "a: [1,5]\n", "comma-splits", 1, 5),
    ("flow key", "a: {b}\n", "key-without-value", 1, 5),
    ("list as key", "? [a]\n: b\n", "key-no-text", 1, 3),
    ("colon in a text", "slides:\n  - title: Umgang mit Branches: Themen\n", "needs-quotes", 2, 31),
]


@pytest.mark.parametrize(("text", "code", "line", "column"), [b[1:] for b in BAD], ids=[b[0] for b in BAD])
def test_bad_input_is_named_with_its_place(text: str | bytes, code: str, line: int, column: int) -> None:
    found = findings_of(text)
    assert (code, line, column) in [(f.code, f.span.line, f.span.column) for f in found if f.span]


def test_a_line_that_needs_quotes_comes_with_the_line_to_paste() -> None:
    found = findings_of("title: Umgang: Themen\nsubtitle: Noch: einer\n")
    assert [f.fix for f in found] == ["write: title: 'Umgang: Themen'", "write: subtitle: 'Noch: einer'"]


def test_an_alias_bomb_is_stopped() -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    assert "alias-bomb" in [f.code for f in findings_of("\n".join(rows))]


def test_deep_nesting_is_stopped() -> None:
    assert "too-deep" in [f.code for f in findings_of("[" * 5000)] or findings_of("[" * 5000)


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
    ["a: Text # ein Kommentar\n", "a: C#-Kurs\n", "a: [1, 5]\n", "a: {b: c}\n", "- a: b\n  c: |\n    - d\n"],
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


@given(st.binary(max_size=400))
def test_no_bytes_raise_anything(data: bytes) -> None:
    read(data, "t", Findings())
