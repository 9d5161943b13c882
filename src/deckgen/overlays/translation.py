"""Gaps of a translation: texts of a talk that stand there in its own language alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..findings import Finding, Findings, Severity, Span
from ..patterns import pattern
from ..source.nodes import Map, Node, Scalar, Seq
from .index import DATA, slides_in
from .kinds import Kinds, item_keys, kind_of, slide_keys
from .tree import Branch, Row, Tree
from .words import LITERAL

TOP = ("title", "subtitle", "footer")
_WORDS = pattern(r"[^\W\d_]{4,}|[^\W\d_]+\W+[^\W\d_]{2,}")
_KEPT = pattern(r"\$\{[^{}\n]*\}|\]\([^()\n]*\)|https?://\S+|`[^`\n]*`")


def report_gaps(
    talk: Branch,
    slides: Row,
    base: Map,
    languages: Sequence[str],
    lang: str,
    kinds: Kinds,
    findings: Findings,
) -> None:
    """A warning for each slide of the talk's own file with texts that neither a language file nor a map by language gives in `lang`."""
    known = frozenset(_translated(base, frozenset(languages))) if len(languages) > 1 else frozenset()
    file = base.span.file
    for pair in talk.pairs:
        if pair.key.text in TOP and (gap := next(_gaps(pair.value, file, known, None), None)):
            _report(f"the talk's {pair.key.text}", [], gap, lang, findings)
    _loose(talk, file, known, lang, findings)
    for _, element, is_slide in slides_in(slides):
        if element.get("lang") is not None:
            continue
        kind = kind_of(element, kinds) if is_slide else "points"
        names = slide_keys(kind, kinds) | item_keys(kind, kinds)
        found: dict[str, Span] = {}
        for pair in element.pairs:
            if pair.key.text in (*LITERAL, "slides", "points"):
                continue
            if pair.key.text in DATA and isinstance(pair.value, Scalar) and "\n" not in pair.value.text:
                continue  # a file
            if gap := next(_gaps(pair.value, file, known, names), None):
                found[pair.key.text] = gap
        if found:
            what = "slide" if is_slide else "point"
            _report(
                f"the {what} {element.ident[:60]!r}" if element.ident else f"this {what}",
                list(found),
                next(iter(found.values())),
                lang,
                findings,
            )


def _loose(talk: Branch, file: str, known: frozenset[Span], lang: str, findings: Findings) -> None:
    """Texts at the top that may be names, which stay as they are: a single word is only told, several are a warning."""
    speakers = talk.get("speaker")
    found: list[tuple[str, Tree | None]] = [
        (f"the talk's {key}", talk.get(key)) for key in ("event", "place")
    ]
    for one in speakers.items if isinstance(speakers, Row) else [speakers]:
        found.append(("the speaker's role", one.get("role") if isinstance(one, Branch) else None))
    for key, what in (("vars", "the variable"), ("labels", "the label")):
        words = talk.get(key)
        found += (
            [(f"{what} {p.key.text[:60]!r}", p.value) for p in words.pairs]
            if isinstance(words, Branch)
            else []
        )
    for name, value in found:
        if isinstance(value, Scalar) and (gap := next(_gaps(value, file, known, None), None)):
            severity = Severity.WARNING if len(value.text.split()) > 1 else Severity.INFO
            fix = "translate it in the language's file; a name that stays as it is is repeated there"
            findings.add(
                Finding("translation-missing", f"{name} isn't translated into {lang!r}", gap, severity, fix)
            )


def _report(what: str, keys: list[str], span: Span, lang: str, findings: Findings) -> None:
    more = f": {', '.join(keys)}" if keys else ""
    findings.warning(
        "translation-missing",
        f"{what} isn't translated into {lang!r}{more}",
        span,
        "translate it in the language's file; what stays as it is is repeated there",
    )


def _gaps(tree: Tree, file: str, known: frozenset[Span], names: set[str] | None) -> Iterator[Span]:
    """The places of texts that weren't translated."""
    if isinstance(tree, Row):
        for item in tree.items:
            yield from _gaps(item, file, known, names)
    elif isinstance(tree, Branch):
        if tree.get("lang") is not None or tree.keys() == ["file"]:
            return
        for pair in tree.pairs:
            if names is not None and pair.key.text not in names:  # a lead
                yield from _gaps(pair.key, file, known, names)
            if pair.key.text not in LITERAL:
                yield from _gaps(pair.value, file, known, names)
    elif tree.span.file == file and tree.span not in known and _WORDS.search(_KEPT.sub(" ", tree.text)):
        yield tree.span


def _translated(node: Node, languages: frozenset[str]) -> Iterator[Span]:
    """The places of all texts below maps by language."""
    if isinstance(node, Seq):
        for item in node.items:
            yield from _translated(item, languages)
    elif isinstance(node, Map):
        if node.entries and all(e.key.text in languages for e in node.entries):
            for entry in node.entries:
                yield from _texts(entry.value)
        else:
            for entry in node.entries:
                yield from _translated(entry.value, languages)


def _texts(node: Node) -> Iterator[Span]:
    if isinstance(node, Scalar):
        yield node.span
    elif isinstance(node, Seq):
        for item in node.items:
            yield from _texts(item)
    else:
        for entry in node.entries:
            yield entry.key.span
            yield from _texts(entry.value)
