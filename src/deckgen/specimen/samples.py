"""The slides that specimens show: data/samples has them by language, and a kind that none of them shows is shown by its own example."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..errors import gate
from ..findings import Findings, Span
from ..kinds import kind, kind_names
from ..model.slide import BESIDE
from ..records import dataclass
from ..source.nodes import Entry, Map, Node, Scalar, Seq
from ..source.yaml_reader import read

FOLDER = Path(__file__).resolve().parent.parent / "data" / "samples"
HEAD, WORDS = "talk.yaml", "words.yaml"
LANGS = tuple(sorted(p.name for p in FOLDER.iterdir() if (p / HEAD).is_file()))


@dataclass(frozen=True, slots=True)
class Sample:
    """A slide to be shown: its node, how it is written in a talk, its file's label and lines (from, to)."""

    node: Node
    yaml: str
    file: str
    lines: tuple[int, int]

    def holds(self, span: Span | None) -> bool:
        """Whether that place is within it."""
        return span is not None and span.file == self.file and self.lines[0] <= span.line <= self.lines[1]


def head(lang: str) -> Map:
    """What stands at the top of the specimen's talk."""
    node = _read((FOLDER / lang / HEAD).read_text(encoding="utf-8"), f"samples/{lang}/{HEAD}")
    assert isinstance(node, Map)
    return node


def words(lang: str) -> dict[str, str]:
    """The words that a specimen puts on slides itself."""
    node = _read((FOLDER / lang / WORDS).read_text(encoding="utf-8"), f"samples/{lang}/{WORDS}")
    assert isinstance(node, Map)
    return {e.key.text: e.value.text for e in node.entries if isinstance(e.value, Scalar)}


def samples(lang: str) -> list[Sample]:
    """All slides of data/samples in that language, in the order of the files' names."""
    result: list[Sample] = []
    for path in sorted((FOLDER / lang).glob("*.yaml")):
        if path.name not in (HEAD, WORDS):
            result += _slides(path.read_text(encoding="utf-8"), f"samples/{lang}/{path.name}")
    return result


def examples(kinds: Iterable[str]) -> list[Sample]:
    """The examples of these kinds."""
    return [sample for name in kinds for sample in _slides(kind(name).example, f"kinds/{name}.yaml")]


def _read(text: str, label: str) -> Node:
    findings = Findings()
    node = read(text.encode("utf-8"), label, findings)
    gate(findings)
    assert node is not None
    return node


def _slides(text: str, label: str) -> list[Sample]:
    node = _read(text, label)
    assert isinstance(node, Seq)
    rows = text.splitlines()
    starts = [item.span.line for item in node.items]
    result = []
    for item, first, following in zip(node.items, starts, [*starts[1:], len(rows) + 1], strict=True):
        written = "\n".join(rows[first - 1 : following - 1])
        result.append(Sample(item, textwrap.dedent(written).rstrip(), label, (first, following - 1)))
    return result


def filled(text: str, names: Mapping[str, str]) -> str:
    """`text` with `{name}` replaced for each of `names`."""
    for name, value in names.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def slide(sample: Sample, ground: str, names: Mapping[str, str], layout: str = "") -> Map:
    """The sample as a slide on `ground`, in the layout called `layout` if there is one; its notes say how it is written."""
    span = sample.node.span
    node = _filled(sample.node, {"ground": names[ground]})
    if isinstance(node, Scalar):  # a kind that is written as one word
        node = Map((Entry(node, Scalar("", span, null=True)),), span)
    assert isinstance(node, Map)
    known = [e.key.text for e in node.entries if e.key.text.replace("-", "_") in kind_names()]
    kind_of = next((key for key in known if key not in BESIDE), known[0] if known else "title")
    extra = {"background": ground, **({"layout": layout} if layout else {})}
    node = Map(tuple(_points(e, ground) for e in node.entries), span)
    added = [
        Entry(Scalar(k, span), Scalar(v, span))
        for k, v in extra.items()
        if node.get(k) is None or k == "layout"
    ]
    if node.get("notes") is None:
        yaml = filled(sample.yaml, {"ground": names[ground]})
        first, *rest = yaml.splitlines()
        more = [f"  {k}: {v}" for k, v in extra.items()]
        bare = f"{first}:" if isinstance(sample.node, Scalar) else first
        code = "\n".join(["```", bare, *rest, *more, "```"])
        said = filled(names["slide"], {"kind": f"`{kind_of}`", "ground": f"`{ground}`"})
        added.append(Entry(Scalar("notes", span), Scalar(f"{said}\n\n{code}", span, style="|")))
    return Map((*node.entries, *added), span)


def _points(entry: Entry, ground: str) -> Entry:
    """The entry; points that have keys of their own, and so a slide, stand on that ground too."""
    if entry.key.text != "points" or not isinstance(entry.value, Seq):
        return entry
    points = [
        Map((*p.entries, Entry(Scalar("background", p.span), Scalar(ground, p.span))), p.span)
        if isinstance(p, Map) and p.get("background") is None
        else p
        for p in entry.value.items
    ]
    return Entry(entry.key, Seq(tuple(points), entry.value.span))


def _filled(node: Node, names: Mapping[str, str]) -> Node:
    """The node with `names` in its texts."""
    if isinstance(node, Scalar):
        shown = filled(node.text, names)
        return node if shown == node.text else Scalar(shown, node.span, node.style)
    if isinstance(node, Seq):
        return Seq(tuple(_filled(item, names) for item in node.items), node.span, node.flow)
    return Map(tuple(Entry(e.key, _filled(e.value, names)) for e in node.entries), node.span, node.flow)
