"""`include`: slides of another file, or of a whole talk, in place of the line that names it."""

from __future__ import annotations

from pathlib import Path

from ..findings import Findings, Note, Span
from ..model.reading import OWN_IDS
from ..source.languages import choose
from ..source.nodes import Entry, Map, Node, Scalar, Seq
from ..source.suggest import did_you_mean
from ..source.workspace import Workspace
from .change import Change
from .dropping import CONDITIONS, Dropping, NoFacts
from .files import read_file
from .index import Index, slides_in
from .kinds import Kinds, kind_of
from .moving import section_end
from .shape import Overlay, read_overlay
from .tree import Branch, Pair, Row, Tree, frozen, thawed

KEYS = ("include", "pick", "drop", "change", *CONDITIONS)
DEPTH = 5  # files that include files
MOST = 10_000  # slides that all includes together may bring in
_OWN = ("drop", "change")


class Including:
    """Puts included slides into a talk's lists; `variables` are what the included talks say of theirs."""

    def __init__(
        self,
        path: Path,
        workspace: Workspace,
        kinds: Kinds,
        lang: str,
        origins: dict[Span, Note],
        findings: Findings,
    ) -> None:
        self.path = path
        self.workspace = workspace
        self.kinds = kinds
        self.lang = lang
        self.origins = origins
        self.findings = findings
        self.variables: list[Pair] = []
        self.count = 0

    def expand(self, row: Row) -> None:
        """Replace every `include` in a list of slides, and in the lists within its points."""
        self._expand(row, (self.path,))

    def _expand(self, row: Row, files: tuple[Path, ...]) -> None:
        if any(isinstance(item, Branch) and item.pair("include") for item in row.items):
            items: list[Tree] = []
            for item in row.items:
                if isinstance(item, Branch) and item.pair("include") is not None:
                    items += self._slides(item, files)
                else:
                    items.append(item)
            row.items = items
        for _, element, is_slide in list(slides_in(row)):
            inner = None if is_slide else element.get("slides")
            if isinstance(inner, Row) and any(
                isinstance(i, Branch) and i.pair("include") for i in inner.items
            ):
                self._expand(inner, files)

    def _slides(self, item: Branch, files: tuple[Path, ...]) -> list[Tree]:
        """The slides that one `include` stands for."""
        named = item.get("include")
        for pair in item.pairs:
            if pair.key.text not in KEYS:
                hint = did_you_mean(pair.key.text, KEYS)
                fix = f"beside `include` stand: {', '.join(KEYS[1:])}"
                self.findings.error(
                    "unknown-key",
                    f"unknown key {pair.key.text[:60]!r} beside `include`{hint}",
                    pair.key.span,
                    fix,
                )
        if not isinstance(named, Scalar) or named.null:
            span = named.span if named is not None else item.span
            self.findings.error(
                "wrong-type", "`include` names a file", span, "write `- include: modules/pricing.yaml`"
            )
            return []
        base = self.workspace.bases.get(named.span.file, self.path)
        text = named.text if named.text.endswith((".yaml", ".yml")) else f"{named.text}.yaml"
        path = self.workspace.resolve(text, base, named.span)
        if path is None:
            return []
        if path in files or len(files) > DEPTH:
            why = "includes itself" if path in files else f"is included over more than {DEPTH} files"
            self.findings.error(
                "include-loop",
                f"{named.text[:60]!r} {why}",
                named.span,
                "take the line out, or copy the slides",
            )
            return []
        node = read_file(path, self.workspace, self.findings)
        slides = node.get("slides") if isinstance(node, Map) else node
        if not isinstance(slides, Seq):
            self.findings.error(
                "include-empty",
                f"there are no slides in {named.text[:60]!r}",
                named.span,
                "include a talk, or a file that is a list of slides",
            )
            return []
        if isinstance(node, Map):
            slides = self._in_language(node)
        row = thawed(slides)
        assert isinstance(row, Row)
        self._expand(row, (*files, path))
        self.count += len(row.items)
        if self.count > MOST:
            self.findings.error(
                "too-large", f"includes bring in more than {MOST} slides", named.span, "include less"
            )
            return []
        return self._chosen(row, item, whole=isinstance(node, Map) and node.get("title") is not None)

    def _in_language(self, node: Map) -> Seq:
        """The slides of a talk in the language of this one; what they insert comes along."""
        lang = node.get("lang")
        own = lang.text if isinstance(lang, Scalar) and not lang.null else "en"
        every = node.get("languages")
        languages = [n.text for n in every.items if isinstance(n, Scalar)] if isinstance(every, Seq) else []
        there = self.lang if self.lang in languages or self.lang.split("-")[0] in languages else own
        chosen = choose(node, languages, there, self.findings)
        assert isinstance(chosen, Map)
        variables = chosen.get("vars")
        if isinstance(variables, Map):
            self.variables += [Pair(e.key, thawed(e.value)) for e in variables.entries]
        slides = chosen.get("slides")
        assert isinstance(slides, Seq)
        if there.split("-")[0] == self.lang.split("-")[0]:
            return slides
        return Seq(tuple(_with_lang(s, there) for s in slides.items), slides.span)

    def _chosen(self, row: Row, item: Branch, *, whole: bool) -> list[Tree]:
        """What `pick`, `drop` and `change` leave and make of the slides; a whole talk's cover, agenda and closing stay there."""
        index = Index(self.kinds, self.lang, {})
        index.slides(row)
        overlay = self._overlay(item)
        change = Change(overlay, index, self.origins, self.findings)
        for entry in overlay.change:
            if target := index.targets.get(entry.key.text):
                change.apply(target, entry)
            else:
                self._unknown(overlay, entry.key, index)
        dropping = Dropping(index, NoFacts(), self.findings)
        for name in overlay.drop:
            if not dropping.drop(name):
                self._unknown(overlay, name, index)
        picked = self._picked(item, overlay, index)
        dropping.slides(row)
        for element in row.items:  # they keep the ids that they have in their own file
            if (
                isinstance(element, Branch)
                and element.ident
                and element.get("id") is None
                and _one(element, index)
            ):
                if index.derived(element, kind_of(element, self.kinds)) != element.ident:
                    element.pairs.append(
                        Pair(Scalar("id", element.span), Scalar(element.ident, element.span))
                    )
        if picked is not None:
            kept: list[Tree] = []
            for start, element in enumerate(row.items):
                if isinstance(element, Branch) and element.ident in picked and _one(element, index):
                    end = (
                        section_end(row, start, index)
                        if kind_of(element, self.kinds) == "section"
                        else start + 1
                    )
                    kept += [one for one in row.items[start:end] if one not in kept]
        else:
            kept = [
                i
                for i in row.items
                if not (whole and isinstance(i, Branch) and kind_of(i, self.kinds) in OWN_IDS)
            ]
        conditions = [p for p in item.pairs if p.key.text in CONDITIONS]
        for element in kept:
            if isinstance(element, Branch):
                element.conditions += conditions
        return kept

    def _overlay(self, item: Branch) -> Overlay:
        own = frozen(Branch([p for p in item.pairs if p.key.text in _OWN], item.span))
        return read_overlay(own, "this `include`", True, self.findings)

    def _picked(self, item: Branch, overlay: Overlay, index: Index) -> set[str] | None:
        value = item.get("pick")
        if value is None:
            return None
        names = [
            n
            for n in (value.items if isinstance(value, Row) else [value])
            if isinstance(n, Scalar) and not n.null
        ]
        if not names:
            self.findings.error("wrong-type", "`pick` is a list of ids", value.span, "write `pick: [ID, ID]`")
        for name in names:
            target = index.targets.get(name.text)
            if target is None:
                self._unknown(overlay, name, index)
            elif target.sort != "slide":
                self.findings.error(
                    "wrong-value",
                    f"{name.text[:60]!r} is a {target.sort}; slides are picked",
                    name.span,
                    "name its slide",
                )
        return {name.text for name in names}

    def _unknown(self, overlay: Overlay, name: Scalar, index: Index) -> None:
        near = index.nearest(name.text, tags=True)
        overlay.missing(
            "unknown-id", f"nothing in the included file has the id {name.text[:60]!r}", name.span,
            f"there are: {', '.join(list(index.targets)[:12])}", near,
        )  # fmt: skip


def _one(element: Branch, index: Index) -> bool:
    """Whether the element's id is its alone."""
    target = index.targets.get(element.ident)
    return target is not None and target.element is element


def _with_lang(slide: Node, lang: str) -> Node:
    """A slide of another language says so."""
    if not isinstance(slide, Map) or slide.get("lang") is not None or slide.get("include") is not None:
        return slide
    return Map(
        (*slide.entries, Entry(Scalar("lang", slide.span), Scalar(lang, slide.span))), slide.span, slide.flow
    )
