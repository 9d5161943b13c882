"""From the tree of a talk's file to a `Talk`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..fields import fields_of
from ..source.nodes import Map, Node, Scalar, Seq
from ..source.suggest import did_you_mean
from ..source.variables import Variables
from .dates import format_date
from .locale import number_word
from .reading import Reading
from .slide import Slide, read_slides
from .talk import Talk, TalkInfo

if TYPE_CHECKING:
    from ..source.decode import Decoder

__all__ = ["read_slides", "read_talk"]

LATER = ("transition",)


def read_talk(
    node: Node, decoder: Decoder, kinds: Mapping[str, type], counts: Mapping[str, int] | None = None
) -> Talk | None:
    """The talk in `node`; `kinds` maps a kind's name to its record.  None after an error (in the decoder's findings).

    `counts` are the points that series have left in a shorter version, by the series' ids: what `${thesen.count}` says.
    """
    if not isinstance(node, Map):
        decoder.fail("wrong-type", "a talk is a map", node.span, "begin with `title: ...` and `slides:`")
        return None
    reading = Reading(kinds)
    decoder.reading = reading
    slides_node = node.get("slides")
    if slides_node is not None:
        reading.scan(slides_node, decoder.findings)
    if counts:
        reading.series.update({name: n for name, n in counts.items() if name in reading.series})
    decoder.variables = Variables(variables_of(node, reading, decoder.lang), decoder.findings)
    known = [f.key for f in fields_of(TalkInfo)]
    top = []
    for entry in node.entries:
        key = entry.key.text
        if key in known:
            top.append(entry)
        elif key != "slides":
            fix = f"`{key}` isn't part of this version" if key in LATER else ""
            hint = "" if key in LATER else did_you_mean(key, [*known, "slides"])
            decoder.fail("unknown-key", f"unknown key {key[:60]!r} in the talk{hint}", entry.key.span, fix)
    info = decoder.record(Map(tuple(top), node.span), TalkInfo)
    slides: tuple[Slide, ...] = ()
    if slides_node is None:
        decoder.fail(
            "missing-key", "the talk has no `slides`", node.span, "write `slides:` and below it `  - cover`"
        )
    else:
        slides = read_slides(slides_node, decoder, kinds)
    agenda = node.get("agenda")
    asked = info is not None and info.agenda != "off"
    if asked and agenda is not None and slides and not any(s.kind == "section" for s in slides):
        decoder.fail(
            "agenda-empty", "an agenda needs sections", agenda.span, "add slides like `- section: First part`"
        )
    if info is None or slides_node is None:
        return None
    links, pictures = tuple(reading.links), tuple(decoder.pictures)
    return Talk(info, slides, info.lang, node.span.file, links, reading.shared(), pictures)


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
