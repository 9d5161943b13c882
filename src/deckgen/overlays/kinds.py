"""What overlays must know of slides before these are decoded: which key is the content, which keys are the kind's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args, get_origin

from ..fields import fields_of
from ..model.items import Item
from ..model.keys import CommonKeys
from ..model.slide import BESIDE
from ..model.text import RichText
from .tree import Branch, Pair

Kinds = Mapping[str, type]


def content_of(slide: Branch, kinds: Kinds) -> Pair | None:
    """The pair whose key makes the slide's kind, as `model.slide` finds it; None for a draft."""
    found = [p for p in slide.pairs if p.key.text in kinds and p.key.text not in BESIDE]
    if len(found) > 1:
        own = {key for p in found for key in own_keys(kinds[p.key.text])}
        found = [p for p in found if p.key.text not in own] or found
    if found:
        return found[0]
    return next((p for name in BESIDE if name in kinds and (p := slide.pair(name)) is not None), None)


def kind_of(slide: Branch, kinds: Kinds) -> str:
    """The slide's kind."""
    found = content_of(slide, kinds)
    return found.key.text if found is not None else "blank"


def own_keys(record: type) -> set[str]:
    """The keys of a kind that stand beside its content key."""
    return {f.key for f in fields_of(record) if not f.info.content}


def says_title(kind: str, kinds: Kinds) -> bool:
    """Whether the content of a kind is one text, from which an id may come."""
    record = kinds.get(kind)
    fields = fields_of(record) if record is not None else ()
    return any(f.info.content and RichText in (f.type, *get_args(f.type)) for f in fields)


def slide_keys(kind: str, kinds: Kinds) -> set[str]:
    """Every key that a slide of `kind` may have."""
    record = kinds.get(kind)
    own = {f.key for f in fields_of(record)} if record is not None else set()
    return own | {f.key for f in fields_of(CommonKeys)} | {kind}


def item_keys(kind: str, kinds: Kinds) -> set[str]:
    """Every key that an item in a slide of `kind` may have; any other is its lead."""
    record = kinds.get(kind)
    result = {f.key for f in fields_of(Item)}
    for field in fields_of(record) if record is not None else ():
        inner = get_args(field.type)[0] if get_origin(field.type) is tuple else None
        if isinstance(inner, type) and issubclass(inner, Item):
            result |= {f.key for f in fields_of(inner)} | {inner.__name__.lower()}
    return result
