"""Straight quotes and apostrophes become the language's own."""

from __future__ import annotations

import pytest

from deckgen.model.markup import parse


@pytest.mark.parametrize(
    ("lang", "typed", "shown"),
    [
        ("en", "the '90s and '99", "the ’90s and ’99"),
        ("en", "rock 'n' roll, 'tis 'sure'", "rock ’n’ roll, ’tis ‘sure’"),
        ("de", "'ne Idee, 's ist 'neu', '68", "’ne Idee, ’s ist ‚neu‘, ’68"),
        ("de", "Er sagte \"ja 'nein' doch\".", "Er sagte „ja ‚nein‘ doch“."),
        ("fr", 'l\'homme dit "oui"', "l’homme dit «\u202foui\u202f»"),
    ],
)
def test_quotes(lang: str, typed: str, shown: str) -> None:
    assert "".join(r.text for r in parse(typed, lang)) == shown
