"""An overlay as it is written: which keys it may have, and what stands under them."""

from __future__ import annotations

from dataclasses import field

from ..fields import by_key
from ..findings import Finding, Findings, Note, Severity, Span
from ..model.talk import TalkInfo
from ..records import dataclass
from ..source.nodes import Entry, Map, Node, Scalar, Seq
from ..source.suggest import did_you_mean
from .tree import empty, removes

ACTIONS = ("drop", "change", "insert", "move", "replace")
NOT_IN_OVERLAYS = ("variants", "languages")
MOST = 2_000  # entries of each sort in an overlay
SORTS = ("slides", "points", "items")
_PLACES = ("after", "before", "at")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something goes: `how` is after, before or at; `where` an id, or start or end."""

    how: str
    where: Scalar


@dataclass(frozen=True, slots=True)
class Insertion:
    """New slides, points or items (`sort`), and where they go."""

    spot: Spot
    sort: str
    nodes: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Move:
    """What is moved, and where it goes."""

    what: Scalar
    spot: Spot


@dataclass(slots=True)
class Overlay:
    """What one overlay asks for.  `strict`: an id or word that isn't there is an error, for the overlay is for this talk alone."""

    name: str
    strict: bool
    span: Span
    findings: Findings
    top: list[Entry] = field(default_factory=list)
    drop: list[Scalar] = field(default_factory=list)
    change: list[Entry] = field(default_factory=list)
    insert: list[Insertion] = field(default_factory=list)
    move: list[Move] = field(default_factory=list)
    replace: list[tuple[Scalar, Scalar]] = field(default_factory=list)

    def missing(
        self, code: str, message: str, span: Span, fix: str, near: str = "", notes: tuple[Note, ...] = ()
    ) -> None:
        """Report what isn't there: an error where the overlay is for this talk alone; in a client file, which holds for any talk, a
        warning if it is surely a slip (`near` is what was meant), else a piece of information."""
        severity = Severity.ERROR if self.strict else Severity.WARNING if near else Severity.INFO
        hint = f"; did you mean {near!r}?" if near else ""
        self.findings.add(Finding(code, message + hint, span, severity, fix, notes))


def read_overlay(
    node: Node, name: str, strict: bool, findings: Findings, extra: tuple[str, ...] = ()
) -> Overlay:
    """The overlay in `node`; `name` says in messages what it is ("the variant 'short'"); keys in `extra` are someone else's."""
    overlay = Overlay(name, strict, node.span, findings)
    if isinstance(node, Scalar) and node.null:
        return overlay
    if not isinstance(node, Map):
        findings.error(
            "wrong-type",
            f"{name} is a map",
            node.span,
            "write `drop:`, `change:`, `vars:` and the like below it",
        )
        return overlay
    known = [k for k in by_key(TalkInfo) if k not in NOT_IN_OVERLAYS]
    for entry in node.entries:
        key = entry.key.text
        if key in extra:
            continue
        if key not in ACTIONS and key not in known:
            _unknown(key, entry.key.span, name, [*ACTIONS, *known, *extra], findings)
        elif empty(entry.value):
            findings.error(
                "empty-value", f"`{key}` has no value", entry.key.span, "give a value, or take the key out"
            )
        elif key not in ACTIONS:
            overlay.top.append(entry)
        elif removes(entry.value):
            findings.error("empty-value", f"`{key}` can't be null", entry.value.span, "take the key out")
        else:
            _READERS[key](entry.value, overlay, findings)
    return overlay


def _unknown(key: str, span: Span, name: str, known: list[str], findings: Findings) -> None:
    fix = ""
    if key == "slides":
        fix = "an overlay has no slides of its own: `change` changes some, `insert: [{after: ID, slides: [...]}]` adds some"
    elif key in NOT_IN_OVERLAYS:
        fix = f"`{key}` stands at the top of the talk"
    findings.error(
        "unknown-key",
        f"unknown key {key[:60]!r} in {name}{'' if fix else did_you_mean(key, known)}",
        span,
        fix,
    )


def _drop(node: Node, overlay: Overlay, findings: Findings) -> None:
    for item in _list(node, "drop", "drop: [ID, TAG]", findings, single=True):
        if isinstance(item, Scalar) and not item.null:
            overlay.drop.append(item)
        else:
            findings.error(
                "wrong-type", "`drop` is a list of ids and tags", item.span, "write `drop: [ID, TAG]`"
            )


def _change(node: Node, overlay: Overlay, findings: Findings) -> None:
    if not isinstance(node, Map):
        findings.error(
            "wrong-type", "`change` is a map of ids", node.span, "write `change: {ID: {title: ...}}`"
        )
        return
    for entry in node.entries[:MOST]:
        if isinstance(entry.value, Map):
            overlay.change.append(entry)
        else:
            fix = f"write `{entry.key.text[:60]}: {{title: ...}}`"
            if removes(entry.value):
                fix = f"write `drop: [{entry.key.text[:60]}]`"
            findings.error(
                "wrong-type", f"the change of {entry.key.text[:60]!r} is a map of keys", entry.key.span, fix
            )
    _bounded(len(node.entries), "change", node.span, findings)


def _insert(node: Node, overlay: Overlay, findings: Findings) -> None:
    form = "insert: [{after: ID, slides: [...]}]"
    for item in _list(node, "insert", form, findings, single=True):
        found = _spot(item, "insert", SORTS, form, findings)
        if found is None or not isinstance(item, Map):
            continue
        sorts = [e for e in item.entries if e.key.text in SORTS]
        if len(sorts) != 1:
            words = (
                "says nothing to insert"
                if not sorts
                else f"has both `{sorts[0].key.text}` and `{sorts[1].key.text}`"
            )
            findings.error(
                "missing-key", f"this `insert` {words}", item.span, f"write `{form}` (or `points:`, `items:`)"
            )
            continue
        what = sorts[0]
        if not isinstance(what.value, Seq) or not what.value.items:
            findings.error(
                "wrong-type", f"`{what.key.text}` is a list", what.value.span, "begin each one with `- `"
            )
            continue
        if found.how == "at" and what.key.text != "slides":
            findings.error(
                "wrong-value", f"`at` is for slides; {what.key.text} go after or before one", found.where.span,
                f"write `after: ID` with the id of one of the {what.key.text}",
            )  # fmt: skip
            continue
        overlay.insert.append(Insertion(found, what.key.text, what.value.items, item.span))


def _move(node: Node, overlay: Overlay, findings: Findings) -> None:
    form = "move: [{id: ID, after: ID}]"
    for item in _list(node, "move", form, findings, single=True):
        found = _spot(item, "move", ("id",), form, findings)
        if found is None or not isinstance(item, Map):
            continue
        what = item.get("id")
        if not isinstance(what, Scalar) or what.null:
            findings.error(
                "missing-key", "this `move` doesn't say what to move", item.span, f"write `{form}`"
            )
            continue
        overlay.move.append(Move(what, found))


def _spot(item: Node, action: str, others: tuple[str, ...], form: str, findings: Findings) -> Spot | None:
    """The `after`, `before` or `at` of one insertion or move."""
    if not isinstance(item, Map):
        findings.error("wrong-type", f"an entry of `{action}` is a map", item.span, f"write `{form}`")
        return None
    known = (*_PLACES, *others)
    good = True
    for entry in item.entries:
        if entry.key.text not in known:
            hint = did_you_mean(entry.key.text, known)
            findings.error(
                "unknown-key",
                f"unknown key {entry.key.text[:60]!r} in `{action}`{hint}",
                entry.key.span,
                f"write `{form}`",
            )
            good = False
    places = [e for e in item.entries if e.key.text in _PLACES]
    if len(places) != 1:
        words = (
            "doesn't say where"
            if not places
            else f"has both `{places[0].key.text}` and `{places[1].key.text}`"
        )
        if good or places:
            findings.error(
                "missing-key",
                f"this `{action}` {words}",
                item.span,
                "write one of `after: ID`, `before: ID`, `at: start`, `at: end`",
            )
        return None
    how, where = places[0].key.text, places[0].value
    if not isinstance(where, Scalar) or where.null:
        findings.error("wrong-type", f"`{how}` names one place", places[0].key.span, f"write `{form}`")
        return None
    if how == "at" and where.text not in ("start", "end"):
        fix = f"write `after: {where.text[:60]}`, `at: start` or `at: end`"
        findings.error("wrong-value", f"`at` is start or end, not {where.text[:60]!r}", where.span, fix)
        return None
    return Spot(how, where) if good else None


def _replace(node: Node, overlay: Overlay, findings: Findings) -> None:
    overlay.replace += read_words(node, findings)


def read_words(node: Node, findings: Findings) -> list[tuple[Scalar, Scalar]]:
    """The words of a `replace`, each with what stands in its place."""
    if not isinstance(node, Map):
        findings.error("wrong-type", "`replace` is a map of words", node.span, "write `replace: {OLD: NEW}`")
        return []
    _bounded(len(node.entries), "replace", node.span, findings)
    result = []
    for entry in node.entries[:MOST]:
        old, new = entry.key, entry.value
        if not isinstance(new, Scalar) or empty(new) or not old.text.strip():
            span = new.span if isinstance(new, (Map, Seq)) else old.span
            findings.error(
                "wrong-type", f"{old.text[:60]!r} is replaced by one text", span,
                f"write `{old.text[:60]}: NEW` (or '' to leave the word out)",
            )  # fmt: skip
        else:
            result.append((old, new))
    return result


def _list(node: Node, key: str, form: str, findings: Findings, *, single: bool) -> tuple[Node, ...]:
    """The entries of a list; a single one stands for a list of one."""
    if isinstance(node, Seq):
        _bounded(len(node.items), key, node.span, findings)
        return node.items[:MOST]
    if single:
        return (node,)
    findings.error("wrong-type", f"`{key}` is a list", node.span, f"write `{form}`")
    return ()


def _bounded(count: int, key: str, span: Span, findings: Findings) -> None:
    if count > MOST:
        findings.error(
            "too-large", f"`{key}` has {count} entries; {MOST} are the most", span, "make a talk of its own"
        )


_READERS = {"drop": _drop, "change": _change, "insert": _insert, "move": _move, "replace": _replace}
