"""What is known of a talk while it is read: kinds, ids, how long series are."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import field

from ..findings import Findings, Note, Span
from ..patterns import pattern
from ..records import dataclass
from ..source.nodes import Map, Node, Scalar, Seq

PROBLEMS = 100  # ids beyond so many problems aren't looked at
OWN_IDS = ("cover", "agenda", "closing")
_ID = pattern(r"[^\W_](?:[\w.-]{0,78}[^\W_])?$")
_APART = pattern(r"[^a-z0-9]+")
_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d"}
)
_TRUE = ("true", "yes", "on")
_ITEM = pattern(r"(?:[-*+]|\d{1,9}[.)])\s")


def derive_id(text: str) -> str:
    """An id from a title: ASCII, hyphens, at most 60 characters; "" if nothing is left."""
    low = text.replace("\u00ad", "").replace("\\-", "").lower().translate(_LETTERS)
    plain = low if low.isascii() else unicodedata.normalize("NFKD", low).encode("ascii", "ignore").decode()
    return _APART.sub("-", plain).strip("-")[:60].strip("-")


@dataclass(slots=True)
class Reading:
    """State of one reading.  `given` holds the ids that the talk names, `series` the number of points by series id."""

    kinds: Mapping[str, type]
    given: dict[str, Span] = field(default_factory=dict)
    series: dict[str, int] = field(default_factory=dict)
    derived: dict[str, list[tuple[str, Span]]] = field(default_factory=dict)  # from a title: ids, places
    links: list[tuple[str, Span]] = field(default_factory=list)  # to slides: id, place
    _used: dict[str, int] = field(default_factory=dict)  # ids handed out, with the last number after them
    number: int = 0  # of the slide being read, from 1
    depth: int = 0

    def claim(self, wanted: str, span: Span) -> str:
        """`wanted`, or with a number after it if it is taken; `span` is the place of the slide."""
        base = wanted or "slide"
        result, n = base, self._used.get(base, 1)
        while result in self.given or result in self._used:
            n += 1
            result = f"{base}-{n}"
        self._used[base] = n
        self._used.setdefault(result, 1)
        self.derived.setdefault(base, []).append((result, span))
        return result

    def shared(self) -> dict[str, tuple[int, ...]]:
        """The derived ids that several slides share, which address none of them, with the lines of these slides."""
        result = {}
        for claims in self.derived.values():
            if len(claims) > 1:
                lines = tuple(span.line for _, span in claims)
                result.update({ident: lines for ident, _ in claims if ident not in self.given})
        return result

    def scan(self, slides: Node, findings: Findings) -> None:
        """Look through all slides for ids and series, before any text is decoded."""
        ambiguous: set[str] = set()
        for item, is_slide in _walk(slides):
            if len(findings.found) >= PROBLEMS:
                break
            given = item.get("id")
            ident = ""
            if isinstance(given, Scalar) and given.text:
                ident = given.text
                self._note(given, findings)
            points = item.get("points") if is_slide else None
            if isinstance(points, (Seq, Scalar)):
                title = item.get("title")
                name = ident or (derive_id(title.text) if isinstance(title, Scalar) else "")
                if name and ident:
                    self.series[name] = _count(points)
                elif name and name not in self.given:
                    shared = name in self.series
                    self.series[name] = _count(points)
                    ambiguous |= {name} if shared else set()
        for name in ambiguous - set(self.given):  # an id that several share addresses none
            del self.series[name]

    def _note(self, node: Scalar, findings: Findings) -> None:
        ident = node.text
        if not _ID.match(ident):
            findings.error(
                "bad-id",
                f"{ident[:60]!r} can't be an id",
                node.span,
                f"write letters, digits and hyphens: {derive_id(ident) or 'sales'}",
            )
        elif ident in self.given:
            findings.error(
                "duplicate-id", f"the id {ident!r} is given twice", node.span, "give one of them another id",
                [Note("first given here", self.given[ident])],
            )  # fmt: skip
        else:
            self.given[ident] = node.span


def _walk(slides: Node) -> Iterator[tuple[Map, bool]]:
    """Every slide and every point, with whether it is a slide, in the order of the file."""
    todo: list[tuple[Node, bool]] = [(slides, True)]
    while todo:
        node, is_slide = todo.pop()
        if isinstance(node, Seq):
            todo.extend((child, is_slide) for child in reversed(node.items))
        elif isinstance(node, Map):
            yield node, is_slide
            inner = node.get("points" if is_slide else "slides")
            if isinstance(inner, Seq):
                todo.append((inner, not is_slide))


def _count(points: Seq | Scalar) -> int:
    if isinstance(points, Scalar):
        return sum(1 for line in points.text.split("\n") if _ITEM.match(line))
    return sum(1 for p in points.items if not (isinstance(p, Map) and truthy(p.get("skip"))))


def truthy(node: Node | None) -> bool:
    """Whether a node says yes."""
    return isinstance(node, Scalar) and node.text.lower() in _TRUE
