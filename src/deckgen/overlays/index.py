"""The ids of a talk's slides, points and items, and where each stands in the tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..findings import Findings, Note, Span
from ..model.markup import parse
from ..model.reading import OWN_IDS, derive_id
from ..records import dataclass
from ..source.nodes import Scalar
from ..source.suggest import nearest
from ..source.variables import Variables
from .kinds import Kinds, content_of, kind_of, says_title
from .tree import Branch, Pair, Row, Tree

DATA = frozenset({"table", "chart"})  # rows of data have no ids


@dataclass(slots=True, eq=False)
class Target:
    """What an id means: a slide, a point or an item, the list in which it stands, the slide around it."""

    sort: str
    row: Row
    element: Branch
    slide: Branch


class Index:
    """Ids of a talk.  `lang` and `variables` are the talk's own: an id that comes from a title is the same for every client."""

    def __init__(self, kinds: Kinds, lang: str, variables: dict[str, str]) -> None:
        self.kinds = kinds
        self.lang = lang
        self.variables = Variables(variables, Findings())
        self.targets: dict[str, Target] = {}
        self.shared: dict[str, list[Branch]] = {}
        self.takers: dict[str, list[Branch]] = {}  # new slides whose titles give an id that the talk has
        self.tags: set[str] = set()
        self.expand: Callable[[Row], None] | None = None  # puts in what new slides include

    def slides(self, row: Tree | None, findings: Findings | None = None) -> None:
        """Add all slides of a list and what is in them; with `findings` they are new, and an id that is taken is reported."""
        if not isinstance(row, Row):
            return
        self.bare_slides(row)
        for item in row.items:
            if isinstance(item, Branch):
                self.slide(item, row, findings)

    def slide(self, slide: Branch, row: Row, findings: Findings | None = None) -> None:
        """Add one slide."""
        kind = kind_of(slide, self.kinds)
        given = slide.text("id")
        ident = given or self.derived(slide, kind)
        slide.ident = ident
        self._add(ident, Target("slide", row, slide, slide), bool(given), findings)
        for pair in slide.pairs:
            if pair.key.text == "points" and kind == "points" and isinstance(pair.value, Row):
                self.points(slide, pair.value, findings)
            elif pair.key.text not in DATA:
                self._items(pair.value, slide, findings)
        self._tag(slide)

    def points(self, slide: Branch, row: Row, findings: Findings | None = None) -> None:
        """Add the points of a series: by their ids, else `SERIES/N`."""
        self.bare_points(row)
        for number, item in enumerate(row.items, 1):
            if not isinstance(item, Branch):
                continue
            given = item.text("id")
            if not item.ident or given:
                item.ident = given or f"{slide.ident}/{number}"
            self._add(item.ident, Target("point", row, item, slide), bool(given), findings)
            self._tag(item)
            for pair in item.pairs:
                if pair.key.text == "slides":
                    self.slides(pair.value, findings)
                else:
                    self._items(pair.value, slide, findings)

    def renew(self, slide: Branch, findings: Findings) -> None:
        """Look through the lists of a slide again, once a change has put others in."""
        gone = [ident for ident, t in self.targets.items() if t.slide is slide and t.element is not slide]
        for ident in gone:
            del self.targets[ident]
        series = kind_of(slide, self.kinds) == "points"
        for pair in slide.pairs:
            if series and pair.key.text == "points" and isinstance(pair.value, Row):
                self.points(slide, pair.value, findings)
            elif pair.key.text not in DATA:
                self._items(pair.value, slide, findings)

    def _items(self, tree: Tree, slide: Branch, findings: Findings | None) -> None:
        """Add what has an id or tags of its own in the lists below `tree`."""
        if isinstance(tree, Row):
            for item in tree.items:
                if isinstance(item, Branch):
                    given = item.text("id")
                    if given:
                        item.ident = given
                        self._add(given, Target("item", tree, item, slide), True, findings)
                    self._tag(item)
                self._items(item, slide, findings)
        elif isinstance(tree, Branch):
            for pair in tree.pairs:
                self._items(pair.value, slide, findings)

    def bare_slides(self, row: Row) -> None:
        """Give slides that are a kind's name alone a map, so that overlays can add keys."""
        for number, item in enumerate(row.items):
            if isinstance(item, Scalar) and item.text.strip() in self.kinds:
                key = Scalar(item.text.strip(), item.span)
                row.items[number] = Branch(
                    [Pair(key, Scalar("", item.span, null=True))], item.span, bare=item
                )

    def bare_points(self, row: Row) -> None:
        """Give points that are one text a map."""
        for number, item in enumerate(row.items):
            if isinstance(item, Scalar) and not item.null:
                row.items[number] = Branch([Pair(Scalar("text", item.span), item)], item.span, bare=item)

    def _tag(self, element: Branch) -> None:
        self.tags.update(tags_of(element))

    def _add(self, ident: str, target: Target, given: bool, findings: Findings | None) -> None:
        if not ident:
            return
        there = self.targets.get(ident)
        same = there is not None and there.element is target.element
        if same or (there is None and (given or ident not in self.shared)):
            self.targets[ident] = target
        elif there is None:
            self.shared[ident].append(target.element)
        elif given and findings is not None:
            findings.error(
                "duplicate-id",
                f"the id {ident[:60]!r} belongs to {'an item' if there.sort == 'item' else f'a {there.sort}'} of the talk",
                id_span(target.element),
                "give it another id (also where that one is dropped); what stands there is changed by `change`",
                [Note("this one has it", id_span(there.element))],
            )
        elif findings is not None:
            self.takers.setdefault(ident, []).append(target.element)
        elif given:
            self.targets[ident] = target  # a derived one gives way; two given ones are the reader's to report
        elif not there.element.text("id"):
            self.shared[ident] = [there.element, target.element]
            del self.targets[ident]

    def add(self, ident: str, target: Target, findings: Findings) -> None:
        """Make a point or item known that an overlay puts in."""
        self._add(ident, target, True, findings)
        self._tag(target.element)

    def derived(self, slide: Branch, kind: str) -> str:
        """The id that a slide has by its title (LANGUAGE.md section 2)."""
        if kind in OWN_IDS:
            return kind
        shown: Tree | None = slide.get("title")
        if shown is None and says_title(kind, self.kinds):
            found = content_of(slide, self.kinds)
            shown = found.value if found is not None else None
        if isinstance(shown, Branch):
            return ""  # a file's text
        words = self.plain(shown) if isinstance(shown, Scalar) and not shown.null else ""
        return derive_id(words) or kind

    def plain(self, scalar: Scalar) -> str:
        """A text without emphasis, its variables put in."""
        runs = parse(
            scalar.text.strip(), self.lang, pieces=lambda text, _: self.variables.pieces(text, scalar.span)
        )
        return "".join(r.text for r in runs)

    def nearest(self, name: str, *, tags: bool = False) -> str:
        """The id (or tag) that is most like `name`, "" if none is."""
        return nearest(name, [*self.targets, *(self.tags if tags else ())])


def tags_of(element: Branch) -> list[str]:
    """The tags of a slide, point or item."""
    value = element.get("tags")
    items = value.items if isinstance(value, Row) else [value]
    return [t.text for t in items if isinstance(t, Scalar) and not t.null]


def id_span(element: Branch) -> Span:
    """Where the id of an element stands: its `id`, else itself."""
    value = element.get("id")
    return value.span if isinstance(value, Scalar) else element.span


def slides_in(row: Tree | None) -> Iterator[tuple[Row, Branch, bool]]:
    """Every slide and point below a list of slides, with the list that it stands in and whether it is a slide."""
    todo: list[tuple[Tree | None, bool]] = [(row, True)]
    while todo:
        tree, is_slide = todo.pop()
        if not isinstance(tree, Row):
            continue
        for item in tree.items:
            if isinstance(item, Branch):
                yield tree, item, is_slide
                todo.append((item.get("points" if is_slide else "slides"), not is_slide))
