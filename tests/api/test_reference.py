"""Keys in words."""

from __future__ import annotations

import pytest

from deckgen.kinds import kind, kind_names
from deckgen.model.keys import CommonKeys
from deckgen.reference import common_keys, item_keys, keys_of, talk_keys


@pytest.mark.parametrize("name", kind_names())
def test_every_key_says_its_type_and_what_it_is_for(name: str) -> None:
    rows = [*keys_of(kind(name).record), *(r for rows in item_keys(kind(name).record).values() for r in rows)]
    for row in rows:
        assert row.help
        assert row.type and not row.type.startswith("a map of no"), row


def test_types_and_defaults_in_words() -> None:
    rows = {r.key: r for r in (*keys_of(CommonKeys), *keys_of(kind("points").record), *talk_keys())}
    assert rows["time"].type == "a text like `2m`"
    assert (rows["priority"].type, rows["priority"].default) == ("must | should | could", "must")
    assert (rows["hidden"].type, rows["hidden"].default) == ("yes or no", "no")
    assert (rows["points"].type, rows["points"].content) == ("list of points", True)
    assert rows["show"].default == "[overview, each, recap]"
    assert rows["pace"].type == "whole number from 60 to 300"
    assert (rows["lang"].default, rows["slides"].required) == ("en", True)
    assert rows["speaker"].default == ""


def test_what_is_the_title_has_none_beside_it() -> None:
    assert "title" not in {r.key for r in common_keys("statement")}
    assert "title" in {r.key for r in common_keys("bullets")}
