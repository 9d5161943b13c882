"""Slides: the content key makes the kind, common keys and the kind's own stand beside it (LANGUAGE.md section 2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..fields import by_key, fields_of
from ..findings import Span
from ..records import dataclass, replace
from ..source.nodes import Entry, Map, Node, Scalar, Seq
from ..source.suggest import did_you_mean
from .facts import LangTag
from .keys import CommonKeys
from .reading import OWN_IDS, Reading, derive_id
from .text import RichText

if TYPE_CHECKING:
    from ..source.decode import Decoder

__all__ = ["CommonKeys", "Slide", "SlideList", "read_slides"]

BESIDE = ("image", "text", "qr")  # content keys that may stand beside another one
TITLED = frozenset(
    {"section", "statement", "point", "discussion", "poll", "closing"}
)  # the content is the title
LATER = frozenset(
    [
        "code",
        "math",
        "gallery",
        "video",
        "audio",
        "qr",
        "process",
        "timeline",
        "cycle",
        "pyramid",
        "funnel",
        "matrix",
        "venn",
        "org",
        "cards",
        "people",
        "exercise",
        "discussion",
        "poll",
        "break",
        "checklist",
        "slides-from",
        "build",
        "transition",
    ]
)
MOST = 10_000  # slides; PowerPoint itself gives up long before
_DEPTH = 3  # slides within points within slides


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide of the talk: its kind, the kind's record (None for a draft of which only the title stands), the common keys.

    `generated` says that deckgen added the slide, `dropped` that it stands only hidden in this version of the talk.
    """

    kind: str
    content: object
    keys: CommonKeys
    id: str
    span: Span
    generated: bool = False
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class SlideList:
    """Slides within a slide: those that go deeper into a point."""

    slides: tuple[Slide, ...]

    @classmethod
    def from_node(cls, node: Node, decoder: Decoder) -> SlideList | None:
        """A list of slides, read as the talk's own are."""
        reading = decoder.reading
        assert isinstance(reading, Reading)
        number = reading.number
        found = read_slides(node, decoder, reading.kinds)
        reading.number = number
        return cls(found)

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """A list of slides."""
        return {"type": "array", "items": {"$ref": "#/$defs/slide"}}


def read_slides(node: Node, decoder: Decoder, kinds: Mapping[str, type]) -> tuple[Slide, ...]:
    """The slides of a list without those to be skipped; what is wrong goes to the decoder's findings."""
    if not isinstance(decoder.reading, Reading):
        decoder.reading = Reading(kinds)
        decoder.reading.scan(node, decoder.findings)
    reading: Reading = decoder.reading
    if not isinstance(node, Seq):
        decoder.fail("wrong-type", "`slides` is a list", node.span, "begin each slide with `- `")
        return ()
    if not node.items:
        decoder.fail("empty-value", "there are no slides", node.span, "write a first one: `- cover`")
        return ()
    if len(node.items) > MOST:
        decoder.fail(
            "too-many-slides", f"{len(node.items)} slides; {MOST} are the most", node.span, "split the talk"
        )
        return ()
    if reading.depth >= _DEPTH:
        decoder.fail(
            "too-deep",
            f"slides within slides go {_DEPTH} levels deep at most",
            node.span,
            "move them to the talk's own slides",
        )
        return ()
    reading.depth += 1
    result = []
    for number, item in enumerate(node.items, 1):
        reading.number = number
        links, pictures = len(reading.links), len(decoder.pictures)
        slide = Reader(item, decoder, reading, f"slide {number}").read()
        if slide is not None and slide.keys.skip:
            del reading.links[links:], decoder.pictures[pictures:]
        elif slide is not None:
            result.append(slide)
    reading.depth -= 1
    return tuple(result)


class Reader:
    """Reads one slide; `model.block` reads blocks with it."""

    def __init__(self, node: Node, decoder: Decoder, reading: Reading, where: str) -> None:
        self.node = node
        self.decoder = decoder
        self.reading = reading
        self.where = where  # "slide 7", as messages say it
        self.common = by_key(CommonKeys)

    def read(self) -> Slide | None:
        node = self.node
        if isinstance(node, Scalar):
            return self._bare(node)
        if isinstance(node, Seq):
            self._fail(
                "wrong-type",
                f"{self.where} is a list",
                node.span,
                "write a map: `title: ...` and its content",
            )
            return None
        return self._map(node)

    def _fail(self, code: str, message: str, span: Span, fix: str = "") -> None:
        self.decoder.fail(code, message, span, fix)

    def _bare(self, node: Scalar) -> Slide | None:
        name = node.text.strip()
        kinds = self.reading.kinds
        if not name:
            self._fail(
                "empty-item",
                f"{self.where} is empty",
                node.span,
                "write a slide, or take the line out",
            )
            return None
        if name not in kinds:
            able = sorted(k for k in kinds if getattr(kinds[k], "bare", False))
            self._fail(
                "unknown-kind", f"{self.where}: {name[:60]!r} isn't a slide{did_you_mean(name, able)}", node.span,
                _later(name) or f"write `- statement: {name[:60]}`, or one of {', '.join(able)}",
            )  # fmt: skip
            return None
        record = kinds[name]
        if not getattr(record, "bare", False):
            self._fail(
                "missing-content",
                f"{self.where}: `{name}` needs content",
                node.span,
                f"write `- {name}: ...`",
            )
            return None
        ident = self.reading.claim(name, node.span)
        return Slide(name, record(), CommonKeys(), ident, node.span)

    def _kind(self, node: Map) -> tuple[str, Entry | None] | None:
        """The kind and its content entry; ("blank", None) for a draft."""
        kinds = self.reading.kinds
        found = [e for e in node.entries if e.key.text in kinds and e.key.text not in BESIDE]
        if len(found) > 1:
            own = {f.key for e in found for f in fields_of(kinds[e.key.text]) if not f.info.content}
            found = [e for e in found if e.key.text not in own] or found
        if len(found) > 1:
            first, second = found[0].key, found[1].key
            self._fail(
                "two-contents",
                f"{self.where} has two contents, `{first.text}` and `{second.text}`",
                second.span,
                "use `columns` or `blocks`, or make two slides",
            )
            return None
        if found:
            return found[0].key.text, found[0]
        for name in BESIDE:
            entry = next((e for e in node.entries if e.key.text == name), None)
            if entry is not None and name in kinds:
                return name, entry
        unknown = [e for e in node.entries if e.key.text not in self.common]
        if unknown:
            self._unknown(unknown, "")
            return None
        text = next((e for e in node.entries if e.key.text == "text"), None)
        if text is not None:
            self._fail(
                "missing-content",
                f"{self.where}: `text` stands beside a content",
                text.key.span,
                "write `statement:` or `bullets:`",
            )
            return None
        if "title" in node.keys():
            return "blank", None
        self._fail(
            "missing-content",
            f"{self.where} has no content",
            node.span,
            f"write one of: {', '.join(sorted(kinds))}",
        )
        return None

    def _unknown(self, entries: list[Entry], kind: str) -> None:
        record = self.reading.kinds.get(kind)
        own = [f.key for f in fields_of(record)] if record is not None else []
        options = sorted({*self.common, *own, *(() if kind else self.reading.kinds)})
        for entry in entries:
            key = entry.key.text
            where = self.where + (f" ({kind})" if kind else "")
            hint = "" if key in LATER else did_you_mean(key, options)
            fix = _later(key) or (f"`deckgen kinds {kind}` shows its keys" if kind and not hint else "")
            self._fail("unknown-key", f"unknown key {key[:60]!r} in {where}{hint}", entry.key.span, fix)

    def _map(self, node: Map) -> Slide | None:
        chosen = self._kind(node)
        if chosen is None:
            return None
        kind, content = chosen
        record = self.reading.kinds.get(kind)
        infos = fields_of(record) if record is not None and content is not None else ()
        own = {f.key for f in infos if not f.info.content}
        field = next((f for f in infos if f.info.content), None)
        mine = [e for e in node.entries if e is not content and e.key.text in own]
        common = [
            e
            for e in node.entries
            if e is not content and e.key.text in self.common and e.key.text not in own
        ]
        rest = [
            e
            for e in node.entries
            if e is not content and e.key.text not in own and e.key.text not in self.common
        ]
        if rest:
            self._unknown(rest, kind)
        lang = self.decoder.lang
        local = node.get("lang")
        if isinstance(local, Scalar) and local.text and (tag := LangTag.from_node(local, self.decoder)):
            self.decoder.lang = tag.tag
        value = self._content(record, field is not None, content, mine, field.key if field else "", node)
        keys = self.decoder.record(Map(tuple(common), node.span), CommonKeys)
        self.decoder.lang = lang
        if content is not None and kind in TITLED and keys is not None and keys.title is not None:
            at = next(e.key.span for e in common if e.key.text == "title")
            empty = isinstance(content.value, Scalar) and content.value.null
            self._fail(
                "two-titles",
                f"{self.where}: the content of `{kind}` is its title",
                at,
                f"write it after `{kind}:`" if empty else "use `kicker` or `subtitle`",
            )
        if keys is None or (content is not None and value is None):
            return None
        ident = self._id(kind, keys, value)
        return Slide(kind, value, keys, ident, node.span)

    def _content(
        self, record: type | None, takes: bool, content: Entry | None, mine: list[Entry], key: str, node: Map
    ) -> object | None:
        if record is None or content is None:
            return None
        empty = isinstance(content.value, Scalar) and content.value.null
        entries = list(mine)
        if empty and getattr(record, "bare", False):
            pass
        elif empty:
            self._fail(
                "missing-content",
                f"{self.where}: `{content.key.text}` needs content",
                content.key.span,
                "write it after the colon",
            )
            return None
        elif not takes:
            self._fail(
                "wrong-value", f"{self.where}: `{content.key.text}` takes no content", content.value.span,
                f"write `{content.key.text}:` alone, and a title in `title`",
            )  # fmt: skip
        else:
            own = content if content.key.text == key else Entry(replace(content.key, text=key), content.value)
            entries.insert(0, own)
        found: object | None = self.decoder.record(Map(tuple(entries), node.span), record)
        return found

    def _id(self, kind: str, keys: CommonKeys, value: object) -> str:
        if keys.id:
            if keys.id in OWN_IDS and keys.id != kind:
                self._fail(
                    "bad-id",
                    f"{self.where}: the id {keys.id!r} belongs to the kind `{keys.id}`",
                    self.reading.given.get(keys.id, self.node.span),
                    "give the slide another id",
                )
            return keys.id
        if kind in OWN_IDS:
            return self.reading.claim(kind, self.node.span)
        shown = keys.title
        if shown is None:
            content = getattr(value, kind, None)
            shown = content if isinstance(content, RichText) else None
        return self.reading.claim((derive_id(shown.plain) if shown else "") or kind, self.node.span)


def _later(key: str) -> str:
    return f"`{key}` isn't part of this version" if key in LATER else ""
