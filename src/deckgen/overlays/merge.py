"""A talk with its overlays: language file, variant, client, the client's variant, command line, in this order (LANGUAGE.md section 5).

Each in turn changes, inserts, moves and replaces; then, for all together, things are dropped, and what no condition lets stand.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..findings import Findings, Note, Span
from ..source.languages import choose
from ..source.nodes import Entry, Map, Node, Scalar, Seq
from ..source.workspace import Workspace
from .change import Change, merge
from .dropping import Dropping, unlink
from .facts import FACTS, entries_of, facts_of, variables_in
from .including import Including
from .index import Index, Target, id_span, slides_in, tags_of
from .kinds import kind_of
from .moving import insert, move
from .naming import check_names, check_texts
from .request import Request
from .result import Merged
from .shape import Overlay, Spot
from .sources import Reader, Sources
from .translation import report_gaps
from .tree import Branch, Pair, Row, frozen, removes, thawed
from .words import Words, variants_of


def merged(
    node: Map,
    path: Path,
    workspace: Workspace,
    cwd: Path,
    request: Request,
    kinds: Mapping[str, type],
    findings: Findings,
) -> Merged:
    """The talk in `node` with all that `request` asks for; what is wrong goes to `findings`."""
    sources = Reader(node, path, workspace, cwd, request, findings).read()
    merging = Merging(node, path, workspace, sources, kinds, findings)
    command_line = request.overlay(merging.settable(), findings)
    tree = merging.run(command_line)
    return Merged(tree, sources.lang, sources.client, sources.variant, merging.origins, tuple(sources.avoid))


class Merging:
    """One talk being merged."""

    def __init__(
        self,
        node: Map,
        path: Path,
        workspace: Workspace,
        sources: Sources,
        kinds: Mapping[str, type],
        findings: Findings,
    ) -> None:
        self.base = node
        self.path = path
        self.workspace = workspace
        self.sources = sources
        self.findings = findings
        self.origins: dict[Span, Note] = {}
        own = choose(node, sources.languages, sources.base_lang, Findings())
        assert isinstance(own, Map)
        self.variables = variables_in(own, kinds, sources.base_lang)
        self.index = Index(kinds, sources.base_lang, self.variables)
        chosen = own
        if sources.lang != sources.base_lang and len(sources.languages) > 1 and _exists(sources):
            found = choose(node, sources.languages, sources.lang, findings)
            assert isinstance(found, Map)
            chosen = found
        talk = thawed(chosen)
        assert isinstance(talk, Branch)
        self.talk = talk
        found_slides = talk.get("slides")
        self.slides = found_slides if isinstance(found_slides, Row) else Row([], node.span)
        self.including = Including(path, workspace, kinds, sources.lang, self.origins, findings)
        self.index.expand = self.including.expand
        self.including.expand(self.slides)
        self.index.slides(self.slides)
        if chosen is not own:
            self._ids_of(own)
        self._elsewhere: set[str] | None = None

    def settable(self) -> set[str]:
        """The variables of which overlays may give the value."""
        names = {e.key.text for e in _map_entries(self.base, "vars")}
        for overlay in (*self.sources.chosen, *self.sources.others):
            names |= {
                e.key.text for top in overlay.top if top.key.text == "vars" for e in entries_of(top.value)
            }
        return names

    def _ids_of(self, own: Map) -> None:
        """Let the ids come from the titles in the talk's own language, whichever it is read in."""
        there = thawed(own.get("slides") or Seq((), own.span))
        index = Index(self.index.kinds, self.sources.base_lang, self.variables)
        if isinstance(there, Row):
            silent = Including(self.path, self.workspace, self.index.kinds, self.sources.lang, {}, Findings())
            silent.expand(there)
        index.slides(there)
        mine = list(slides_in(self.slides))
        theirs = list(slides_in(there if isinstance(there, Row) else None))
        if len(mine) != len(theirs):
            return  # a language with more slides than another keeps ids of its own
        items = {ident: t for ident, t in self.index.targets.items() if t.sort == "item"}
        around = {
            id(points): element
            for _, element, is_slide in mine
            if is_slide and (points := element.get("points")) is not None
        }
        self.index.targets.clear()
        self.index.shared.clear()
        for (row, element, is_slide), (_, other, _) in zip(mine, theirs, strict=True):
            element.ident = other.ident
            target = index.targets.get(other.ident)
            if target is not None and target.element is other:
                self.index.targets[other.ident] = Target(
                    "slide" if is_slide else "point",
                    row,
                    element,
                    element if is_slide else around[id(row)],
                )
        self.index.targets |= {ident: t for ident, t in items.items() if ident not in self.index.targets}
        for ident, elements in index.shared.items():
            self.index.shared[ident] = elements

    def run(self, command_line: Overlay) -> Node:
        """The merged tree."""
        for overlay in self.sources.others:
            self._check_ids(overlay)
        every = [*self.sources.chosen, *self.sources.others]
        check_names(self.base, every, FACTS, (self.base, *self.sources.nodes))
        for number, overlay in enumerate((*self.sources.chosen, command_line)):
            if self.sources.client and number == self.sources.before_client:
                self.talk.remove("client")  # the talk's own facts are for when no client is chosen
            self._apply(overlay)
        if self.sources.lang != self.sources.base_lang:
            span = self._lang_span(command_line)
            self.talk.put(Scalar("lang", span), Scalar(self.sources.lang, span))
        self._variants()
        self._included()
        top = frozen(Branch([p for p in self.talk.pairs if p.key.text != "slides"], self.talk.span))
        assert isinstance(top, Map)
        self._pin(top)
        client = self.base.get("client")
        facts = facts_of(
            top, client, self.index.kinds, self.sources, self.path, self.workspace, self.findings
        )
        for overlay in self.sources.others:
            check_texts(overlay, {*facts.values, *facts.known})
        dropping = Dropping(self.index, facts, self.findings)
        for overlay in (*self.sources.chosen, command_line):
            for name in overlay.drop:
                if not dropping.drop(name) and name.text not in self.elsewhere():
                    self._unknown(overlay, name, tags=True)
        dropping.slides(self.slides)
        self._takers(dropping)
        if dropping.gone:
            unlink(self.slides, dropping.gone, self.findings)
        if not self.slides.items and self.talk.get("slides") is not None and self.base.get("slides"):
            self.findings.error("no-slides", "nothing is left of the talk", self.base.span, "drop less")
        lang, own = self.sources.lang, self.sources.base_lang
        if lang.split("-")[0] != own.split("-")[0] and not any(
            f.code == "translation-missing" for f in self.findings
        ):
            report_gaps(
                self.talk,
                self.slides,
                self.base,
                self.sources.languages,
                lang,
                self.index.kinds,
                self.findings,
            )
        return frozen(self.talk)

    def _lang_span(self, command_line: Overlay) -> Span:
        """Where the language is chosen."""
        for overlay in reversed((*self.sources.chosen, command_line)):
            for entry in overlay.top:
                if entry.key.text == "lang":
                    return entry.value.span
        return self.base.span

    def _apply(self, overlay: Overlay) -> None:
        """One overlay: its keys, then change, insert, move, replace."""
        self._top(overlay)
        change = Change(overlay, self.index, self.origins, self.findings)
        for entry in overlay.change:
            target = self._find(overlay, entry.key)
            if target is not None:
                change.apply(target, entry)
        for insertion in overlay.insert:
            anchor = self._anchor(overlay, insertion.spot)
            if anchor is not None or insertion.spot.how == "at":
                insert(insertion, self.index, self.slides, anchor, self.findings)
        for one in overlay.move:
            target, anchor = self._find(overlay, one.what), self._anchor(overlay, one.spot)
            if target is not None and (anchor is not None or one.spot.how == "at"):
                move(one, target, anchor, self.slides, self.index, self.findings)
        if overlay.replace:
            words = Words(overlay.replace, self.origins)
            words.top(self.talk)
            words.slides(self.slides, self.index.kinds)
            for word, (old, _) in words.words.items():
                if word not in words.hits:
                    like = variants_of(self.slides, word)
                    more = f"; there is {', '.join(map(repr, like))}" if like else ""
                    overlay.missing(
                        "nothing-replaced", f"{word[:60]!r} doesn't stand in the talk{more}", old.span,
                        "whole words are replaced, as they are written: capitals and endings count",
                    )  # fmt: skip

    def _top(self, overlay: Overlay) -> None:
        """The keys at the top of the talk."""
        for entry in overlay.top:
            key, value = entry.key, entry.value
            there = self.talk.get(key.text)
            if key.text == "lang":
                continue  # the language is chosen before anything else
            if removes(value):
                self.talk.remove(key.text)
            elif key.text == "theme" and isinstance(value, Map) and value.get("extends") is None:
                self._theme(entry)
            elif isinstance(there, Branch) and isinstance(value, Map) and key.text != "theme":
                merge(there, value, self.findings)
            else:
                self.talk.put(key, thawed(value))
            if there is not None:
                note = Note(f"the talk's own `{key.text}` stands here", there.span)
                for line in range(key.span.line, (value.span.end_line or value.span.line) + 1):
                    self.origins.setdefault(Span(key.span.file, line), note)

    def _theme(self, entry: Entry) -> None:
        """A theme's keys without `extends` change the theme that the talk has."""
        assert isinstance(entry.value, Map)
        pair = self.talk.pair("theme")
        if pair is None:
            base: Branch = Branch(
                [Pair(Scalar("extends", entry.key.span), Scalar("plain", entry.key.span))], entry.value.span
            )
            self.talk.put(entry.key, base)
        elif isinstance(pair.value, Branch):
            base = pair.value
        else:
            base = Branch([Pair(Scalar("extends", pair.value.span), pair.value)], entry.value.span)
            pair.value = base
        merge(base, entry.value, self.findings)

    def _anchor(self, overlay: Overlay, spot: Spot) -> Target | None:
        return None if spot.how == "at" else self._find(overlay, spot.where)

    def _find(self, overlay: Overlay, name: Scalar) -> Target | None:
        """What an id means; None after a finding, or where it is another variant's."""
        found = self.index.targets.get(name.text)
        if found is None and name.text not in self.elsewhere():
            self._unknown(overlay, name)
        return found

    def _unknown(self, overlay: Overlay, name: Scalar, tags: bool = False) -> None:
        shared = self.index.shared.get(name.text)
        if shared is not None:
            lines = ", ".join(str(e.span.line) for e in shared[:8])
            overlay.missing(
                "shared-id", f"{name.text[:60]!r} is the id of several slides, in lines {lines}", name.span,
                "give the slide that is meant an `id` of its own",
                notes=tuple(Note("one of them stands here", e.span) for e in shared[:2]),
            )  # fmt: skip
            return
        series, _, part = name.text.rpartition("/")
        if part in ("overview", "recap") and series in self.index.targets:
            fix = f"it stands for the series: change `show` of {series[:60]!r}"
            overlay.missing("unknown-id", f"{name.text[:60]!r} is a slide that deckgen makes", name.span, fix)
            return
        near = self.index.nearest(name.text, tags=tags)
        target = self.index.targets.get(near)
        notes = (Note(f"{near!r} stands here", id_span(target.element)),) if target is not None else ()
        what = "nothing in the talk has the id or tag" if tags else "nothing in the talk has the id"
        overlay.missing(
            "unknown-id", f"{what} {name.text[:60]!r}", name.span, "`deckgen outline TALK --ids` prints the ids", near, notes
        )  # fmt: skip

    def elsewhere(self) -> set[str]:
        """Ids and tags of what any overlay inserts, chosen or not."""
        if self._elsewhere is None:
            index = Index(self.index.kinds, self.sources.base_lang, self.variables)
            result: set[str] = set()
            for overlay in (*self.sources.chosen, *self.sources.others):
                for insertion in overlay.insert:
                    row = Row([thawed(n) for n in insertion.nodes], insertion.span)
                    if insertion.sort == "slides":
                        Including(
                            self.path, self.workspace, self.index.kinds, self.sources.lang, {}, Findings()
                        ).expand(row)
                        index.slides(row)
                    else:
                        for item in row.items:
                            if isinstance(item, Branch):
                                result |= {item.text("id"), *tags_of(item)}
            self._elsewhere = result | set(index.targets) | set(index.shared) | index.tags
        return self._elsewhere

    def _check_ids(self, overlay: Overlay) -> None:
        """The ids of an overlay that isn't part of this deck."""
        spots = [i.spot for i in overlay.insert] + [m.spot for m in overlay.move]
        names = (
            [e.key for e in overlay.change]
            + [m.what for m in overlay.move]
            + [s.where for s in spots if s.how != "at"]
        )
        for name in names:
            if name.text not in self.index.targets and name.text not in self.elsewhere():
                self._unknown(overlay, name)
        for name in overlay.drop:
            known = (
                name.text in self.index.targets
                or name.text in self.index.tags
                or name.text in self.elsewhere()
            )
            if not known:
                self._unknown(overlay, name, tags=True)

    def _included(self) -> None:
        """What included talks insert by variables holds where this talk doesn't say otherwise."""
        if not self.including.variables:
            return
        if not isinstance(self.talk.get("vars"), Branch):
            span = self.base.span
            self.talk.put(Scalar("vars", span), Branch([], span))
        own = self.talk.get("vars")
        assert isinstance(own, Branch)
        for pair in self.including.variables:
            if own.pair(pair.key.text) is None:
                own.pairs.append(pair)

    def _variants(self) -> None:
        """Of the talk's variants the outline needs their lengths alone; all else is done here."""
        variants = self.talk.get("variants")
        if isinstance(variants, Branch):
            for pair in variants.pairs:
                if isinstance(pair.value, Branch):
                    pair.value.pairs = [p for p in pair.value.pairs if p.key.text == "duration"]
                else:  # nothing, or what was reported
                    pair.value = Branch([], pair.value.span)

    def _pin(self, top: Map) -> None:
        """Slides whose titles have changed keep the ids that they had, for links and agendas."""
        self.index.variables = Index(
            self.index.kinds, self.sources.lang, variables_in(top, self.index.kinds, self.sources.lang)
        ).variables
        self.index.lang = self.sources.lang
        for _, element, is_slide in slides_in(self.slides):
            if not is_slide or not element.ident or element.get("id") is not None:
                continue
            target = self.index.targets.get(element.ident)
            if target is None or target.element is not element:
                continue
            kind = kind_of(element, self.index.kinds)
            if element.ident in self.index.takers or self.index.derived(element, kind) != element.ident:
                if element.ident not in ("cover", "agenda", "closing"):
                    element.pairs.append(
                        Pair(Scalar("id", element.span), Scalar(element.ident, element.span))
                    )

    def _takers(self, dropping: Dropping) -> None:
        """An inserted slide may not take the id of a slide that goes: links would lead to another thing than was meant."""
        for ident in dropping.gone:
            for element in self.index.takers.get(ident, ()):
                self.findings.error(
                    "duplicate-id", f"this slide's title gives it the id {ident[:60]!r} of a slide that is dropped", element.span,
                    "give it an `id` of its own; or change that slide in place of dropping it",
                    [Note("that one stands here", self.index.targets[ident].element.span)],
                )  # fmt: skip


def _exists(sources: Sources) -> bool:
    return sources.lang in sources.languages or sources.lang.split("-")[0] in sources.languages


def _map_entries(node: Map, key: str) -> tuple[Entry, ...]:
    found = node.get(key)
    return found.entries if isinstance(found, Map) else ()
