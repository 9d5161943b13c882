"""Maps by language: any value can be one if all its keys are in the talk's `languages`."""

from __future__ import annotations

from collections.abc import Sequence

from ..findings import Findings
from .nodes import Entry, Map, Node, Scalar, Seq


def choose(node: Node, languages: Sequence[str], lang: str, findings: Findings) -> Node:
    """The tree with every map by language replaced by its value in `lang` (`de-AT` falls back to `de`)."""
    if len(languages) < 2:
        return node
    if lang not in languages and lang.split("-")[0] not in languages:
        message = f"the talk doesn't exist in {lang!r}"
        findings.error("translation-missing", message, node.span, f"write one of: {', '.join(languages)}")
        lang = languages[0]
    return _chosen(node, frozenset(languages), lang, findings)


def _chosen(node: Node, languages: frozenset[str], lang: str, findings: Findings) -> Node:
    if isinstance(node, Scalar):
        return node
    if isinstance(node, Seq):
        return Seq(tuple(_chosen(i, languages, lang, findings) for i in node.items), node.span, node.flow)
    keys = node.keys()
    if keys and all(k in languages for k in keys):
        value = node.get(lang) or node.get(lang.split("-")[0])
        if value is not None:
            return _chosen(value, languages, lang, findings)
        message = f"there is no {lang!r} here, only {', '.join(keys)}"
        findings.error("translation-missing", message, node.span, f"add `{lang}: ...`")
        return _chosen(node.entries[0].value, languages, lang, findings)
    entries = tuple(Entry(e.key, _chosen(e.value, languages, lang, findings)) for e in node.entries)
    return Map(entries, node.span, node.flow)
