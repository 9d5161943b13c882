"""What deckgen itself calls layouts, placeholders and shapes, in every deck: no client's word, whoever avoids it."""

from __future__ import annotations

from .matching import words_of

_TEXT = """a add agenda and aspects at axis background balloon bars base basis black blank block body bottom box bullets business calibri
    card caption cell centre chart circle click closing code colour column columns company comparison contact corner cover
    counter credit dark date day deckgen default disc down drittel ebene edge edges event example eyebrow figures first foot footer for
    four frame fünfte ground handout head header heading headings hidden icon image in item kicker label language left level light
    line list logo mark master mask name normal notes number numbers occasion of office on one only overview page part photo picture place
    placeholder plain point points qr quote recap result right role rule section series seite shape sheet sheet1 side slide source speaker
    spine standard statement step strip style subtitle support supporting symbol table text third fourth fifth second zweite dritte vierte the theme
    thread three tick timeline title top tracker triangle two under up value wash with without wordmark year"""
_WORDS = frozenset(_TEXT.split())


def is_own(text: str) -> bool:
    """Whether the name or prompt `text` has none but deckgen's own words."""
    return all(word.isdigit() or word.casefold() in _WORDS for word in words_of(text))
