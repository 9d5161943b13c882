"""`change`: the keys of one slide, point or item.  Maps merge, texts and lists are replaced, `KEY+` appends, null removes."""

from __future__ import annotations

from ..findings import Findings, Note, Span
from ..model.markdown import blocks
from ..model.slide import BESIDE, TITLED
from ..source.nodes import Entry, Joined, Map, Node, Scalar, Seq
from ..source.suggest import did_you_mean, nearest
from .index import Index, Target
from .kinds import Kinds, content_of, item_keys, kind_of, own_keys, slide_keys
from .shape import Overlay, read_words
from .tree import Branch, Pair, Row, Tree, empty, removes, thawed
from .words import Words, variants_of

PARAGRAPHS = ("notes", "text")


class Change:
    """Applies one overlay's changes; `origins` learns which lines of which file have changed what."""

    def __init__(self, overlay: Overlay, index: Index, origins: dict[Span, Note], findings: Findings) -> None:
        self.overlay = overlay
        self.index = index
        self.kinds: Kinds = index.kinds
        self.origins = origins
        self.findings = findings

    def apply(self, target: Target, entry: Entry) -> None:
        """Change `target` as the entry `ID: {keys}` says."""
        changes = entry.value
        assert isinstance(changes, Map)
        element = target.element
        note = Note(f"the {target.sort} {entry.key.text[:60]!r} stands here", element.span)
        entries = [e for e in changes.entries if self._sound(e, element)]
        for one in entries:
            self._remember(one, note)
        words = [e for e in entries if e.key.text == "replace"]
        entries = [e for e in entries if e.key.text != "replace"]
        if target.sort == "slide" or any(p.key.text in self.kinds for p in element.pairs):
            self._new_content(element, entries)
        if target.sort != "slide":
            entries = self._item(target, entries)
        for one in entries:
            self._key(element, one, target)
        if any(isinstance(e.value, Seq) for e in entries):
            self.index.renew(target.slide, self.findings)
        for one in words:
            self._words(target, one)

    def _sound(self, entry: Entry, element: Branch) -> bool:
        key = entry.key.text
        if key == "id":
            self.findings.error(
                "wrong-value", "an overlay can't change an id: links and other overlays go by it", entry.key.span,
                "change it in the talk itself, or take the line out",
            )  # fmt: skip
            return False
        if empty(entry.value) and not self._needs_nothing(key):
            self.findings.error(
                "empty-value",
                f"`{key}` has no value",
                entry.key.span,
                f"write `{key}: null` to take it out, or give a value",
            )
            return False
        return True

    def _needs_nothing(self, key: str) -> bool:
        return key in self.kinds and bool(getattr(self.kinds[key], "bare", False))

    def _remember(self, entry: Entry, note: Note) -> None:
        """Whatever is found on these lines later is told with the place that they change."""
        file, last = entry.key.span.file, _last_line(entry.value)
        for line in range(entry.key.span.line, min(last, entry.key.span.line + 500) + 1):
            self.origins.setdefault(Span(file, line), note)

    def _new_content(self, element: Branch, entries: list[Entry]) -> None:
        """Another content key takes the place of the one that is there, and of its own keys."""
        old = content_of(element, self.kinds)
        own = own_keys(self.kinds[old.key.text]) if old is not None else set()
        new = [
            e.key.text for e in entries
            if e.key.text in self.kinds and e.key.text not in BESIDE and e.key.text not in own and not removes(e.value)
        ]  # fmt: skip
        if not new or old is None or old.key.text in BESIDE or old.key.text == new[0]:
            return
        titled = old.key.text in TITLED and isinstance(old.value, Scalar) and not old.value.null
        for key in (old.key.text, *(own - set(new))):
            element.remove(key)
        if new[0] in TITLED:
            element.remove("title")
        elif titled and not any(e.key.text == "title" for e in entries):
            element.pairs.insert(0, Pair(Scalar("title", old.key.span), old.value))

    def _item(self, target: Target, entries: list[Entry]) -> list[Entry]:
        """An item's text may stand behind its lead: `Lead: text`; the keys `lead` and `text` change these."""
        element = target.element
        kind = kind_of(target.slide, self.kinds)
        known = item_keys(kind, self.kinds)
        if target.sort == "point":
            known |= slide_keys(kind, self.kinds)  # a point has a slide's keys too: its `notes` are no lead
        lead = next(
            (p for p in element.pairs if p.key.text not in known and p.key.text not in self.kinds), None
        )
        rest = []
        for entry in entries:
            if lead is not None and entry.key.text == "text" and not removes(entry.value):
                lead.value = thawed(entry.value)
            elif (
                lead is not None
                and entry.key.text == "lead"
                and isinstance(entry.value, Scalar)
                and not removes(entry.value)
            ):
                lead.key = entry.value
            else:
                rest.append(entry)
        return rest

    def _key(self, element: Branch, entry: Entry, target: Target | None) -> None:
        key, value = entry.key, entry.value
        if key.text.endswith("+") and len(key.text) > 1:
            self._append(element, entry, target)
            return
        there = element.pair(key.text)
        if removes(value):
            if there is None and target is not None and not self._known(key.text, target):
                hint = did_you_mean(key.text, element.keys())
                self.findings.error(
                    "unknown-key", f"there is no `{key.text[:60]}` to take out{hint}", key.span,
                    f"the {target.sort} has: {', '.join(element.keys())}",
                    [Note(f"the {target.sort} stands here", element.span)],
                )  # fmt: skip
            element.remove(key.text)
            return
        if (
            there is not None
            and isinstance(there.value, Branch)
            and isinstance(value, Map)
            and not _file(value, there.value)
        ):
            merge(there.value, value, self.findings)
            there.key = key
            return
        element.put(key, thawed(value))

    def _known(self, key: str, target: Target) -> bool:
        kind = kind_of(target.slide, self.kinds)
        return key in (
            slide_keys(kind, self.kinds) if target.sort == "slide" else item_keys(kind, self.kinds)
        )

    def _append(self, element: Branch, entry: Entry, target: Target | None) -> None:
        """`KEY+`: texts and lists go on with what is given here."""
        key = Scalar(entry.key.text[:-1], entry.key.span)
        there = element.get(key.text)
        if removes(entry.value):
            self.findings.error(
                "empty-value",
                f"nothing is appended to `{key.text}`",
                entry.key.span,
                f"write `{key.text}: null` to take it out",
            )
            return
        if there is None:
            if key.text in PARAGRAPHS:
                element.put(key, thawed(entry.value))
                return
            near = nearest(key.text, element.keys())
            fix = (
                f"write `{near}+:`"
                if near
                else f"write `{key.text}:` for a new one; the slide has: {', '.join(element.keys())}"
            )
            notes = [Note(f"the {target.sort} stands here", element.span)] if target is not None else []
            self.findings.error(
                "nothing-to-append", f"there is no `{key.text[:60]}` to append to", entry.key.span, fix, notes
            )
            return
        joined = _joined(key.text, there, entry.value)
        if joined is None:
            was, form = (
                ("a list", "begin each item with `- `")
                if isinstance(there, Row)
                else ("one text", "write a text")
            )
            if isinstance(there, Scalar) and not isinstance(entry.value, Scalar):
                form = "append a text (for a Markdown list: `|` and lines that begin with `- `)"
            self.findings.error(
                "wrong-type", f"`{key.text}` is {was}, and this can't be appended to it", entry.value.span, form,
                [Note("it stands here", there.span)],
            )  # fmt: skip
            return
        pair = element.pair(key.text)
        assert pair is not None
        pair.value = joined

    def _words(self, target: Target, entry: Entry) -> None:
        """`replace` within one change."""
        pairs = read_words(entry.value, self.findings)
        if not pairs:
            return
        words = Words(pairs, self.origins)
        if target.sort == "slide":
            words.slide(target.element, self.kinds)
        else:
            holder = Branch(
                [Pair(Scalar("items", target.element.span), Row([target.element], target.element.span))],
                target.element.span,
            )
            words.slide(holder, self.kinds)
        for word, (old, _) in words.words.items():
            if word not in words.hits:
                like = variants_of(target.element, word)
                near = f"; it has {', '.join(map(repr, like))}" if like else ""
                self.overlay.missing(
                    "nothing-replaced", f"{word[:60]!r} doesn't stand in the {target.sort} {target.element.ident!r}{near}",
                    old.span, "whole words are replaced, as they are written: capitals and endings count",
                    notes=(Note(f"the {target.sort} stands here", target.element.span),),
                )  # fmt: skip


def merge(branch: Branch, changes: Map, findings: Findings) -> None:
    """Merge a map into another: maps in it merge too, all else is replaced, null removes."""
    for entry in changes.entries:
        key, value = entry.key, entry.value
        there = branch.get(key.text)
        if empty(value):
            findings.error(
                "empty-value",
                f"`{key.text}` has no value",
                key.span,
                f"write `{key.text}: null` to take it out, or give a value",
            )
        elif removes(value):
            branch.remove(key.text)
        elif isinstance(there, Branch) and isinstance(value, Map) and not _file(value, there):
            merge(there, value, findings)
        else:
            branch.put(key, thawed(value))


def _file(new: Map, old: Branch) -> bool:
    """Whether one of the two is `{file: PATH}`, which stands for a text."""
    return new.keys() == ["file"] or old.keys() == ["file"]


def _joined(key: str, old: Tree, new: Node) -> Tree | None:
    """`old` with `new` behind it; None where the two don't go together."""
    if isinstance(old, Row):
        more = thawed(new)
        if isinstance(more, Row):
            old.items += more.items
        elif isinstance(more, Scalar) and "\n" in more.text.rstrip():
            return None
        else:
            old.items.append(more)
        return old
    if not isinstance(old, Scalar) or not isinstance(new, Scalar):
        return None
    is_list = (
        any(b.marker and b.marker != "code" for b in blocks(old.text.rstrip())[:1]) and key not in PARAGRAPHS
    )
    between = "\n" if is_list else "\n\n" if key in PARAGRAPHS else " "
    return joined_text(old, new, between)


def joined_text(old: Scalar, new: Scalar, between: str) -> Scalar:
    """Two texts as one, which knows where each part stands."""
    head = old.text.rstrip() + between
    parts = (*(old.parts if isinstance(old, Joined) else ((0, old),)), (len(head), new))
    return Joined(head + new.text, old.span, "|", False, old.first_line or old.span.line, old.indent, parts)


def _last_line(node: Node) -> int:
    """The last line of a value."""
    span = node.span
    if span.end_line and span.end_column == 1 and span.end_line > span.line:
        return span.end_line - 1
    return span.end_line or span.line
