"""From the tree of a talk's file to a `Talk`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ..fields import fields_of
from ..findings import Span
from ..source.nodes import Map, Node, Scalar, Seq
from ..source.suggest import did_you_mean
from ..source.variables import Variables
from .locale import format_date, number_word
from .notes import Cue
from .reading import Reading
from .slide import Slide, read_slides
from .talk import Talk, TalkInfo
from .text import RichText, Run

if TYPE_CHECKING:
    from ..source.decode import Decoder

__all__ = ["read_slides", "read_talk"]

LATER = ("embed-fonts", "transition")


def read_talk(node: Node, decoder: Decoder, kinds: Mapping[str, type]) -> Talk | None:
    """The talk in `node`; `kinds` maps a kind's name to its record.  None after an error (in the decoder's findings)."""
    if not isinstance(node, Map):
        decoder.fail("wrong-type", "a talk is a map", node.span, "begin with `title: ...` and `slides:`")
        return None
    reading = Reading(kinds)
    decoder.reading = reading
    slides_node = node.get("slides")
    if slides_node is not None:
        reading.scan(slides_node, decoder.findings)
    decoder.variables = Variables(variables_of(node, reading, decoder.lang), decoder.findings)
    known = [f.key for f in fields_of(TalkInfo)]
    top = []
    for entry in node.entries:
        key = entry.key.text
        if key in known:
            top.append(entry)
        elif key != "slides":
            fix = f"`{key}` isn't part of this version" if key in LATER else ""
            decoder.fail(
                "unknown-key",
                f"unknown key {key[:60]!r} in the talk{did_you_mean(key, [*known, 'slides'])}",
                entry.key.span,
                fix,
            )
    info = decoder.record(Map(tuple(top), node.span), TalkInfo)
    slides: tuple[Slide, ...] = ()
    if slides_node is None:
        decoder.fail(
            "missing-key", "the talk has no `slides`", node.span, "write `slides:` and below it `  - cover`"
        )
    else:
        slides = read_slides(slides_node, decoder, kinds)
    if decoder.linked and not decoder.findings.has_errors:
        _check_links(slides, decoder)
    if info is None or slides_node is None:
        return None
    return Talk(info, slides, info.lang, node.span.file)


def variables_of(node: Map, reading: Reading, lang: str) -> dict[str, str]:
    """What `${...}` may name: the talk's own facts, speaker, client, vars, and what the series count."""
    result: dict[str, str] = {}
    for key in ("title", "subtitle", "event", "place", "date"):
        value = node.get(key)
        if isinstance(value, Scalar) and not value.null:
            result[key] = _date(value.text, lang) if key == "date" else value.text
    for key in ("client", "vars", "speaker"):
        value = node.get(key)
        if isinstance(value, Seq) and value.items:
            value = value.items[0]
        if isinstance(value, Scalar) and key == "speaker" and not value.null:
            result["speaker.name"] = result["speaker"] = value.text
        elif isinstance(value, Map):
            for entry in value.entries:
                if isinstance(entry.value, Scalar) and not entry.value.null:
                    name = entry.key.text if key == "vars" else f"{key}.{entry.key.text}"
                    result[name] = entry.value.text
                    if key == "vars":
                        result[f"vars.{entry.key.text}"] = entry.value.text
    for ident, count in reading.series.items():
        result[f"{ident}.count"] = str(count)
        result[f"{ident}.words"] = number_word(count, lang)
    return result


def _date(text: str, lang: str) -> str:
    try:
        return format_date(datetime.date.fromisoformat(text), lang)
    except ValueError:
        return text


def _check_links(slides: tuple[Slide, ...], decoder: Decoder) -> None:
    """Every `[text](#id)` must lead to a slide, also to one that a kind makes."""
    links = list(_links(slides))
    if not links:
        return
    known: set[str] = set()
    for slide in _all(slides):
        known.add(slide.id)
        if slide.kind == "section":
            known.add(f"agenda/{slide.id}")
        points = getattr(slide.content, "points", None)
        if points is not None:
            known |= {f"{slide.id}/overview", f"{slide.id}/recap"}
            known |= {getattr(p, "id", None) or f"{slide.id}/{n}" for n, p in enumerate(points, 1)}
    for target, span in links:
        if target not in known and target != "agenda":
            decoder.fail(
                "unknown-slide", f"the link leads to {target[:60]!r}, and no slide has that id{did_you_mean(target, sorted(known))}", span,
                "`deckgen outline` prints all ids",
            )  # fmt: skip


def _all(slides: tuple[Slide, ...]) -> Iterator[Slide]:
    for slide in slides:
        yield slide
        for point in getattr(slide.content, "points", None) or ():
            inner = getattr(point, "slides", None)
            if inner is not None:
                yield from _all(inner.slides)


_WITHOUT_LINKS = (str, bool, type(None), Span, Cue)


def _links(root: object) -> Iterator[tuple[str, Span]]:
    todo: list[tuple[object, Span]] = [(root, Span(""))]
    while todo:
        value, span = todo.pop()
        if isinstance(value, tuple):
            todo.extend([(v, span) for v in reversed(value)])
        elif isinstance(value, Run):
            if value.link.startswith("#"):
                yield value.link[1:], span
        elif isinstance(value, RichText):
            todo.extend([(r, value.span) for p in reversed(value.paragraphs) for r in reversed(p.runs)])
        elif isinstance(value, _WITHOUT_LINKS):
            continue
        elif hasattr(value, "__dataclass_fields__"):
            own = getattr(value, "span", span)
            todo.extend([(getattr(value, name), own) for name in reversed(value.__dataclass_fields__)])
