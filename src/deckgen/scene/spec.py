"""What the layout says about a placeholder on a slide."""

from __future__ import annotations

from ..theme.records import PlaceholderSpec
from .deck import Deck, Scene
from .items import Item


def spec_of(item: Item, scene: Scene, deck: Deck) -> PlaceholderSpec | None:
    """The layout's placeholder that `item` fills (footer, date and number: the theme's); None for what fills none."""
    if item.placeholder is None:
        return None
    chrome = deck.theme.looks[scene.layout.look].chrome or deck.theme.chrome
    for spec in (chrome.number, chrome.footer, chrome.date):
        if spec.type == item.placeholder.type:
            return spec
    return deck.theme.looks[scene.layout.look].placeholder(item.placeholder.role)
