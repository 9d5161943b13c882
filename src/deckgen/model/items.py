"""Items of lists: a text, `Lead: text`, `Lead:` with a list below it, or a map of item keys (LANGUAGE.md section 2)."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, TypeVar

from ..fields import described, fields_of
from ..findings import Span
from ..patterns import pattern
from ..records import dataclass, replace
from ..source.decode import is_file
from ..source.nodes import Entry, Map, Node, Scalar, Seq
from ..source.suggest import did_you_mean
from .condition import Condition
from .keys import CommonKeys
from .markdown import blocks
from .scalars import place
from .text import LONGEST, RichText

if TYPE_CHECKING:
    from ..source.decode import Decoder

LATER = ("icon", "image", "priority")
MOST = 500  # items of a list; continued over slides
LONG_LEAD = 6  # words; with more it's mostly a sentence that has a colon in it
LONG_LEAD_OF_FIGURE = 4  # "50 % of it is tone: soft"
_DEPTH = 8  # levels of lists that are read
_LIST = pattern(r"\s*(?:[-*+]|\d{1,9}[.)])(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list.  A kind's own items are subclasses with further described keys; a field `keys: CommonKeys | None` lets an
    item carry the common keys of a slide too.
    """

    text: RichText | None = described("the item's text", default=None)
    lead: RichText | None = described("the words before the colon", default=None)
    id: str | None = described("the item's id, for overlays", default=None, example="price")
    tags: tuple[str, ...] = described("words by which items are chosen", default=())
    when: Condition | None = described("the item is there only where all of this is so", default=None)
    unless: Condition | None = described("the item is left out where all of this is so", default=None)
    children: tuple[Item, ...] = ()
    span: Span = Span("")

    @classmethod
    def list_from_node(cls, node: Node, decoder: Decoder) -> tuple[Any, ...] | None:
        """A list of items; the decoder reads a field of type `tuple[Item, ...]` with it."""
        found = items_from_node(node, decoder, cls)
        if found and all(item.lead is not None and item.text is not None for item in found):
            _tell_long_leads(found, decoder)
        return found

    @classmethod
    def from_node(cls, node: Node, decoder: Decoder) -> Any:
        """One item."""
        return _item(node, decoder, cls, 0)


@dataclass(frozen=True, slots=True)
class ListItem(Item):
    """An item that may go when time is short."""

    priority: str = described(
        "what may go when time is short", default="must", choices=("must", "should", "could")
    )


ItemT = TypeVar("ItemT", bound=Item)


def items_from_node(
    node: Node,
    decoder: Decoder,
    item_cls: type[ItemT] = Item,  # type: ignore[assignment]
    depth: int = 0,
) -> tuple[ItemT, ...] | None:
    """The items of a list, or of a Markdown list in a `|` block; None after an error."""
    if is_file(node):
        text = decoder.from_file(node)
        return _from_markdown(text, decoder, item_cls) if text is not None else None
    if isinstance(node, Scalar):
        return _from_markdown(node, decoder, item_cls)
    if isinstance(node, Map):
        decoder.fail("wrong-type", "this is a list, not a map", node.span, "begin each item with `- `")
        return None
    if depth > _DEPTH:
        decoder.fail(
            "too-deep",
            f"lists go {_DEPTH} levels deep at most",
            node.span,
            "make a slide of its own of the inner list",
        )
        return None
    if not node.items:
        decoder.fail("empty-value", "the list is empty", node.span, "write items, or take the key out")
        return None
    if len(node.items) > MOST:
        _too_many(len(node.items), node.span, decoder)
        return None
    result = []
    for child in node.items:
        pictures = len(decoder.pictures)
        item = _item(child, decoder, item_cls, depth)
        if item is not None and _skipped(item):
            del decoder.pictures[pictures:]
        elif item is not None:
            result.append(item)
    return tuple(result)


def _too_many(count: int, span: Span, decoder: Decoder) -> None:
    decoder.fail(
        "too-many-items",
        f"the list has {count} items, {MOST} are the most",
        span,
        "make several slides of it",
    )


def _tell_long_leads(items: tuple[Item, ...], decoder: Decoder) -> None:
    """Words before a colon that are a sentence's beginning rather than a lead; themes set leads apart where all items have one."""
    for item in items:
        lead = item.lead.plain if item.lead is not None else ""
        words = len(lead.split())
        if item.lead is not None and words > (LONG_LEAD_OF_FIGURE if lead[:1].isdigit() else LONG_LEAD):
            decoder.findings.info(
                "long-lead",
                f"the {words} words before the colon are this item's lead, and set apart from the rest",
                item.lead.span,
                "if they are no lead, write `\\:` in place of the colon",
            )


def _skipped(item: Item) -> bool:
    keys = getattr(item, "keys", None)
    return isinstance(keys, CommonKeys) and keys.skip


def split_lead(text: str) -> tuple[str, str] | None:
    """("Lead", "text") of a text with ": " in it, outside of code; None if there is none, or `\\:` stops it."""
    at = ticks = 0
    for part in text.split("\n", 1)[0].split(": ")[:-1]:
        ticks += part.count("`")
        at += len(part)
        if part and part[-1] != "\\" and ticks % 2 == 0:
            return text[:at], text[at + 2 :]
        at += 2
    return None


def _texts(scalar: Scalar, decoder: Decoder) -> dict[str, RichText | None]:
    parts = split_lead(scalar.text)
    if parts is None or not parts[0].strip() or not parts[1].strip():
        return {"text": RichText.from_node(scalar, decoder)}
    lead, rest = parts
    after = place(scalar, len(lead) + 2)
    tail = replace(scalar, text=rest, span=after)
    if scalar.style in ("'", '"'):
        tail = replace(tail, style="")
    return {
        "lead": RichText.from_node(replace(scalar, text=lead), decoder),
        "text": RichText.from_node(tail, decoder),
    }


def _item(node: Node, decoder: Decoder, cls: type[ItemT], depth: int) -> ItemT | None:
    if isinstance(node, Seq):
        decoder.fail(
            "wrong-type",
            "a list stands directly in a list",
            node.span,
            "write `- Lead:` and the list below it",
        )
        return None
    if isinstance(node, Scalar):
        if node.null or not node.text.strip():
            decoder.fail("empty-item", "this item is empty", node.span, "write a text, or take the line out")
            return None
        return cls(span=node.span, **_texts(node, decoder))  # type: ignore[arg-type]
    return _from_map(node, decoder, cls, depth)


def _from_map(node: Map, decoder: Decoder, cls: type[ItemT], depth: int) -> ItemT | None:
    node = _without_stopped(node, cls)
    own = {f.key for f in fields_of(cls)}
    carries = any(f.name == "keys" for f in dataclasses.fields(cls))
    common = {f.key for f in fields_of(CommonKeys)} - own if carries else set()
    unknown = [e for e in node.entries if e.key.text not in own and e.key.text not in common]
    taken = {"text", "lead", cls.__name__.lower()} & set(node.keys())
    leads = unknown[:1] if len(unknown) == 1 and not taken else []
    if (
        leads
        and len(node.entries) > 1
        and leads[0].key.text[:1].islower()
        and did_you_mean(leads[0].key.text, sorted(own | common))
    ):
        leads = []  # a slip of the pen, rather than a lead
    if not leads and unknown:
        _unknown(unknown, bool(taken), sorted(own | common), decoder)
        return None
    record = decoder.record(Map(tuple(e for e in node.entries if e.key.text in own), node.span), cls)
    if record is None:
        return None
    changes: dict[str, Any] = {"span": node.span}
    if carries:
        entries = tuple(e for e in node.entries if e.key.text in common)
        shared = decoder.record(Map(entries, node.span), CommonKeys)
        if shared is not None:
            names = {f.name for f in fields_of(CommonKeys)} & {f.name for f in fields_of(cls)} - {"text"}
            changes["keys"] = replace(shared, **{name: getattr(record, name) for name in names})
    if leads:
        changes.update(_led(leads[0], decoder, depth))
    elif "text" in node.keys() and "lead" not in node.keys() and cls.__name__.lower() not in node.keys():
        value = node.get("text")
        if isinstance(value, Scalar) and split_lead(value.text):
            changes.update(_texts(value, decoder))
    return replace(record, **changes)


def _unknown(unknown: list[Entry], taken: bool, known: list[str], decoder: Decoder) -> None:
    """Report the keys that an item doesn't know; with some of a later version beside it, a single other one is its lead."""
    later = [e for e in unknown if e.key.text in LATER]
    if later and len(unknown) - len(later) == 1 and not taken:
        unknown = later
    for entry in unknown:
        key = entry.key.text
        hint = "" if key in LATER else did_you_mean(key, known)
        fix = ""
        if key in LATER:
            fix = f"`{key}` isn't part of this version"
        elif len(unknown) > 1:
            fix = "an item has one lead; quote the whole text if this is one"
        elif taken and not hint:
            fix = "a map with `text`, `lead` or the like has no other lead"
        decoder.fail("unknown-key", f"unknown key {key[:60]!r} in an item{hint}", entry.key.span, fix)


def _without_stopped(node: Map, cls: type[Item]) -> Map:
    """`Lead\\: text` without quotes is a map to YAML: the text that was meant stands under `text` then."""
    own = {f.key for f in fields_of(cls)}
    entries = []
    for entry in node.entries:
        key, value = entry.key, entry.value
        slashes = len(key.text) - len(key.text.rstrip("\\"))
        if slashes % 2 and isinstance(value, Scalar) and not value.null and not own & set(node.keys()):
            text = replace(key, text=f"{key.text}: {value.text}")
            entry = Entry(replace(key, text="text"), text)
        entries.append(entry)
    return replace(node, entries=tuple(entries))


def _led(entry: Entry, decoder: Decoder, depth: int) -> dict[str, Any]:
    lead = RichText.from_node(entry.key, decoder)
    value = entry.value
    if isinstance(value, Seq):
        return {"lead": lead, "children": items_from_node(value, decoder, Item, depth + 1) or ()}
    if isinstance(value, Scalar) and value.null:
        decoder.fail(
            "empty-value", f"nothing stands after {entry.key.text[:60]!r}:", entry.key.span,
            f"write a text after the colon, or {entry.key.text[:60]!r} in quotes with its colon",
        )  # fmt: skip
        return {"lead": lead}
    return {"lead": lead, "text": RichText.from_node(value, decoder)}


def _from_markdown(node: Scalar, decoder: Decoder, cls: type[ItemT]) -> tuple[ItemT, ...] | None:
    if not _LIST.match(node.text):
        shown = node.text.split("\n")[0][:60]
        decoder.fail(
            "wrong-type",
            "this is a list",
            node.span,
            f"write `- {shown.lstrip('-')}` in a line of its own" if shown.strip("-") else "write a list",
        )
        return None
    rows: list[tuple[int, Any, list[Any]]] = []  # level, item, children
    top: list[tuple[int, Any, list[Any]]] = []
    found = blocks(node.text.rstrip()) if len(node.text) <= MOST * LONGEST else []
    if not 0 < len(found) <= MOST:
        _too_many(len(found) or node.text.count("\n"), node.span, decoder)
        return None
    for block in found:
        where = place(node, block.offset)
        if not block.marker:
            decoder.fail("wrong-type", "this paragraph isn't part of the list", where, "begin it with `- `")
            continue
        if not block.text.strip():
            decoder.fail("empty-item", "this item is empty", where, "write a text, or take the line out")
            continue
        scalar = Scalar(block.text, where)
        kind = cls if block.level == 0 else Item
        text, colon = block.text.rstrip(), block.text.rstrip().endswith(":")
        if colon and not text.endswith("\\:"):  # `Lead:` with a list below it
            item: Any = kind(span=where, lead=RichText.from_node(Scalar(text[:-1], where), decoder))
        else:
            item = kind(span=where, **_texts(scalar, decoder))  # type: ignore[arg-type]
        row: tuple[int, Any, list[Any]] = (block.level, item, [])
        while rows and rows[-1][0] >= block.level:
            rows.pop()
        (rows[-1][2] if rows else top).append(row)
        rows.append(row)
    return tuple(_built(row) for row in top)


def _built(row: tuple[int, Any, list[Any]]) -> Any:
    _, item, below = row
    if not below:
        if item.text is None and item.lead is not None:  # `Lead:` and nothing below it
            return replace(item, text=item.lead, lead=None)
        return item
    return replace(item, children=tuple(_built(r) for r in below))
