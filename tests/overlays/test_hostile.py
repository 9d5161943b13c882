"""Overlays of any shape: findings, never a traceback; what reads outside of the project is refused."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import deckgen

from .talks import TALK, wrong

WORDS = [
    "drop", "change", "insert", "move", "replace", "vars", "client", "talks", "marke", "variants", "variant", "theme", "lang", "avoid", "slides",
    "points", "items", "after", "before", "at", "start", "end", "id", "title", "bullets", "bullets+", "notes+", "notes", "text", "lead", "statement",
    "when", "unless", "tags", "include", "pick", "alles", "thesen", "thesen/1", "ausrichten", "preis", "umsatz", "zahlen", "cover", "closing",
    "de", "en", "file", "client.name", "branche", "~", "", "null", "chart", "table", "columns", "section", "divider", "extends", "marke.yaml", "image", "kurz",
]  # fmt: skip
words = st.sampled_from(WORDS)
trees = st.recursive(
    st.one_of(words, st.none(), st.integers(0, 3), st.text(max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(words, inner, max_size=4)),
    max_leaves=14,
)
shaped = st.fixed_dictionaries(
    {},
    optional={
        "drop": st.lists(words, max_size=3),
        "change": st.dictionaries(words, st.dictionaries(words, trees, max_size=3), max_size=3),
        "insert": st.lists(
            st.fixed_dictionaries({"after": words, "slides": st.lists(trees, min_size=1, max_size=3)}),
            max_size=2,
        ),
        "move": st.lists(st.fixed_dictionaries({"id": words, "before": words}), max_size=3),
        "replace": st.dictionaries(words, st.one_of(words, st.none()), max_size=3),
        "vars": trees,
        "theme": trees,
        "talks": trees,
    },
)


def survives(client: Any, slides: Any = None, variant: Any = None) -> None:
    """Load the talk with anything; what isn't a TalkError fails the test."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "marke.yaml"
        talk = yaml.safe_load(TALK.replace("id: thesen", "id: thesen\n    when: {lang: de}"))
        if slides is not None:
            talk["slides"][2:2] = [slides]
        if variant is not None:
            talk["variants"] = {"kurz": variant}
        path.write_text(yaml.safe_dump(talk, allow_unicode=True, sort_keys=False), encoding="utf-8")
        (path.parent / "clients").mkdir()
        text = yaml.safe_dump(client, allow_unicode=True, sort_keys=False)
        (path.parent / "clients" / "c.yaml").write_text(text, encoding="utf-8")
        with suppress(deckgen.TalkError):
            deckgen.load(path, client="c", lang="de-du", set=["branche=x"])


@settings(max_examples=60)
@given(shaped)
def test_overlays_of_almost_the_right_shape(client: Any) -> None:
    survives(client)


@settings(max_examples=40)
@given(trees, trees, trees)
def test_trees_of_any_shape(client: Any, slides: Any, variant: Any) -> None:
    survives(client, slides, variant)


def test_nothing_outside_of_the_project_is_read(tmp_path: Path) -> None:
    (tmp_path.parent / "secret.yaml").write_text("- statement: geheim\n", encoding="utf-8")
    cases = {
        "insert: [{at: end, slides: [{include: ../../../secret.yaml}]}]\n": "path-outside", "change: {alles: {notes: {file: ../../../secret.yaml}}}\n": "path-outside",
        "client: {name: x, logo: /etc/passwd}\n": "path-outside", "insert: [{at: end, slides: [{include: 'https://example.com/x.yaml'}]}]\n": "path-url",
    }  # fmt: skip
    for text, code in cases.items():
        assert code in {f.code for f in wrong(tmp_path, text)}, text


def test_far_too_many_changes_are_refused(tmp_path: Path) -> None:
    text = "change:\n" + "".join(f"  a{n}: {{title: x}}\n" for n in range(3000))
    assert "too-large" in {f.code for f in wrong(tmp_path, text)}
