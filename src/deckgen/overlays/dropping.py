"""`drop`, `when`, `unless`: what is left out, for all overlays together, once all changes are made."""

from __future__ import annotations

from collections.abc import Mapping

from ..findings import Findings
from ..model.scalars import place
from ..patterns import pattern
from ..records import replace
from ..source.decode import FALSE, TRUE
from ..source.nodes import Scalar
from ..source.suggest import did_you_mean
from .index import DATA, Index, tags_of
from .kinds import kind_of
from .moving import section_end
from .tree import Branch, Row, Tree

CONDITIONS = ("when", "unless")
_LINK = pattern(r"(?<![\\!])\[([^\[\]\n]*)\]\(\s*#([^()\s]+)\s*\)")


class Facts:
    """What conditions ask for.  `values` are known with a value, `known` without; any other name is a mistake."""

    def __init__(self, values: Mapping[str, str], known: set[str], findings: Findings) -> None:
        self.values = values
        self.known = known
        self.findings = findings

    def leaves_out_around(self, element: Branch) -> bool:
        """Whether a condition goes by which all is included that stands with it in a file: then each part goes by itself."""
        met = [(pair, self._met(pair.value, pair.key)) for pair in element.conditions]
        return any(m is not None and m is (pair.key.text == "unless") for pair, m in met)

    def leaves_out(self, element: Branch) -> bool:
        """Whether a slide, point or item goes; its conditions are taken out of it, for all but this deck's readers."""
        gone = False
        own = [p for p in element.pairs if p.key.text in CONDITIONS]
        if own:
            element.pairs = [p for p in element.pairs if p.key.text not in CONDITIONS]
        for pair in own:
            met = self._met(pair.value, pair.key)
            gone |= met is not None and met is (pair.key.text == "unless")
        return gone

    def _met(self, tree: Tree, key: Scalar) -> bool | None:
        """Whether all that a condition names is so; None after an error."""
        if not isinstance(tree, Branch) or not tree.pairs:
            self.findings.error(
                "wrong-type", f"`{key.text}` is a map of a variable to the value or values wanted", key.span,
                f"write `{key.text}: {{client.industry: [Maschinenbau, Automotive]}}`",
            )  # fmt: skip
            return None
        result: bool | None = True
        for pair in tree.pairs:
            name = pair.key.text
            wanted = pair.value.items if isinstance(pair.value, Row) else [pair.value]
            words = [w for w in wanted if isinstance(w, Scalar) and not w.null]
            if not self.knows(name):
                self._unknown(name, pair.key)
                result = None
            elif not words or len(words) < len(wanted):
                self.findings.error(
                    "wrong-type",
                    f"{name[:60]!r} has no value that could be wanted",
                    pair.key.span,
                    f"write `{name[:60]}: VALUE` or a list of values",
                )
                result = None
            elif result is not None:
                result = result and self._has(name, [w.text for w in words])
        return result

    def knows(self, name: str) -> bool:
        """Whether there is such a variable, with or without a value."""
        return name in self.values or name in self.known

    def _has(self, name: str, words: list[str]) -> bool:
        value = self.values.get(name)
        if value is None:
            return False
        same = {_word(value)}
        if name == "lang":  # de-du is German too
            same.add(_word(value.split("-")[0]))
        return any(_word(word) in same for word in words)

    def _unknown(self, name: str, key: Scalar) -> None:
        options = sorted({*self.values, *self.known})
        hint = did_you_mean(name, options)
        fix = (
            "give it under `vars:` of the talk"
            if not name.startswith("client.")
            else "give it under `client:` of the talk or of a client"
        )
        self.findings.error(
            "unknown-variable", f"unknown variable {name[:60]!r} in a condition{hint}", key.span, fix
        )


class NoFacts(Facts):
    """Where no conditions are decided as yet."""

    def __init__(self) -> None:
        super().__init__({}, set(), Findings())

    def leaves_out(self, element: Branch) -> bool:
        """Nothing goes."""
        return False

    def leaves_out_around(self, element: Branch) -> bool:
        """Nothing goes."""
        return False


def _word(text: str) -> str:
    """A value as it is compared: capitals and white space don't count, nor how yes and no are written."""
    word = " ".join(text.split()).casefold()
    return "true" if word in TRUE else "false" if word in FALSE else word


class Dropping:
    """What all overlays drop, by id or tag, with what no condition lets stand."""

    def __init__(self, index: Index, facts: Facts, findings: Findings) -> None:
        self.index = index
        self.facts = facts
        self.findings = findings
        self.elements: set[int] = set()
        self.tags: set[str] = set()
        self.gone: list[str] = []

    def drop(self, name: Scalar) -> bool:
        """Note an id or tag that is dropped; whether there is such a one."""
        target = self.index.targets.get(name.text)
        if target is not None:
            self.elements.add(id(target.element))
            return True
        if name.text in self.index.tags:
            self.tags.add(name.text)
            return True
        return False

    def _goes(self, element: Branch) -> bool:
        out = self.facts.leaves_out(element)
        return (
            out
            or id(element) in self.elements
            or bool(self.tags and self.tags.intersection(tags_of(element)))
        )

    def slides(self, row: Row) -> None:
        """Take everything out of a list of slides."""
        kept: list[Tree] = []
        number = 0
        while number < len(row.items):
            item = row.items[number]
            if isinstance(item, Branch) and self._goes(item):
                end = number + 1
                if kind_of(item, self.index.kinds) == "section":
                    end = section_end(row, number, self.index)
                for out in row.items[number:end]:
                    self._note(out)
                number = end
                continue
            if isinstance(item, Branch):
                if item.conditions and self.facts.leaves_out_around(item):
                    self._note(item)
                    number += 1
                    continue
                self._within(item)
            kept.append(item)
            number += 1
        row.items = kept

    def _within(self, element: Branch) -> None:
        for pair in element.pairs:
            if pair.key.text == "slides" and isinstance(pair.value, Row):
                self.slides(pair.value)
                if not pair.value.items:
                    element.remove("slides")
            elif pair.key.text not in DATA:
                self._items(pair.value)

    def _items(self, tree: Tree) -> None:
        if isinstance(tree, Row):
            kept: list[Tree] = []
            for item in tree.items:
                if isinstance(item, Branch) and self._goes(item):
                    self._note(item)
                    continue
                if isinstance(item, Branch):
                    self._within(item)
                else:
                    self._items(item)
                kept.append(item)
            tree.items = kept
        elif isinstance(tree, Branch):
            for pair in tree.pairs:
                if pair.key.text not in DATA:
                    self._items(pair.value)

    def _note(self, tree: Tree) -> None:
        """Remember the ids that go, for links that lead to them."""
        if isinstance(tree, Row):
            for item in tree.items:
                self._note(item)
        elif isinstance(tree, Branch):
            if tree.ident and (target := self.index.targets.get(tree.ident)) and target.element is tree:
                self.gone.append(tree.ident)
            for pair in tree.pairs:
                self._note(pair.value)


def unlink(slides: Row, gone: list[str], findings: Findings) -> None:
    """Links to slides that aren't in this deck become plain text; each is told."""
    names = set(gone)

    def leads_nowhere(target: str) -> bool:
        return target in names or target.split("/")[0] in names or target.removeprefix("agenda/") in names

    def within(tree: Tree) -> Tree:
        if isinstance(tree, Row):
            tree.items = [within(item) for item in tree.items]
        elif isinstance(tree, Branch):
            for pair in tree.pairs:
                if pair.key.text != "code":
                    pair.value = within(pair.value)
        elif "(#" in tree.text:
            return _without(tree)
        return tree

    def _without(scalar: Scalar) -> Scalar:
        out = {m[2]: m.start() for m in _LINK.finditer(scalar.text) if leads_nowhere(m[2])}
        if not out:
            return scalar
        for target, at in out.items():
            findings.info(
                "link-dropped",
                f"this links to {target[:60]!r}, which isn't in this deck: it stands there as plain text",
                place(scalar, at),
                "change or drop this text too, if it makes no sense without",
            )
        return replace(scalar, text=_LINK.sub(lambda m: m[1] if leads_nowhere(m[2]) else m[0], scalar.text))

    within(slides)
