"""Names of variables: whether an overlay gives a value to one that nothing in the talk asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from .. import trace
from ..findings import Findings
from ..patterns import pattern
from ..source.nodes import Map, Node, Scalar
from ..source.suggest import nearest
from ..source.workspace import Workspace
from .files import client_files, language_files, read_file
from .shape import Overlay
from .words import LITERAL

_MODULE = "include"  # among used names: a module that may ask for any
_CODE = pattern(r"`[^`\n]*`")
_REFERENCE = pattern(r"(?<!\$)\$\{\s*([^{}\n]{1,100}?)\s*\}")


def check_names(
    base: Map, overlays: Iterable[Overlay], standard: Iterable[str], nodes: Iterable[Node]
) -> None:
    """Report values for variables that no text and no condition asks for; of a client's facts only what is surely a slip.

    `standard` are the facts that any client may have; `nodes` are all trees in which a variable may be used.
    """
    known = _keys(base, "vars")
    facts = [*standard, *_keys(base, "client")]
    used: set[str] | None = None
    for overlay in overlays:
        for entry in overlay.top:
            if entry.key.text not in ("vars", "client") or not isinstance(entry.value, Map):
                continue
            own = entry.key.text == "vars"
            for one in entry.value.entries:
                name = one.key.text
                if name in (known if own else facts):
                    continue
                if used is None:
                    used = set()
                    for node in nodes:
                        _collect(node, used)
                if name in used or f"{entry.key.text}.{name}" in used:
                    continue
                near = nearest(name, known if own else facts)
                if near or own:
                    what = "variable" if own else "fact of a client"
                    overlay.missing(
                        "unknown-variable",
                        f"nothing in the talk asks for the {what} {name[:60]!r}",
                        one.key.span,
                        f"a text inserts it as `${{{'' if own else 'client.'}{name[:60]}}}`",
                        near,
                    )


def check_texts(overlay: Overlay, known: Collection[str]) -> None:
    """Report variables that don't exist in the texts of an overlay that isn't part of this deck; what is, the reader checks."""
    todo: list[Node] = [entry.value for entry in overlay.change]
    todo += [node for insertion in overlay.insert for node in insertion.nodes]
    while todo:
        node = todo.pop()
        if isinstance(node, Map):
            todo += [entry.value for entry in node.entries if entry.key.text not in LITERAL]
        elif isinstance(node, Scalar):
            for match in _REFERENCE.finditer(_CODE.sub("", node.text)) if "${" in node.text else ():
                name = match[1]
                if name not in known and not name.endswith((".count", ".words")):
                    overlay.missing(
                        "unknown-variable", f"unknown variable {name[:60]!r}", node.span, "give it under `vars:`, or write `$${` for the signs themselves",
                        nearest(name, known),
                    )  # fmt: skip
        else:
            todo += node.items


def report_unused(base: Map, node: Node, path: Path, workspace: Workspace, findings: Findings) -> None:
    """A warning for each variable of the talk's own file that nothing asks for: no text, no condition, no overlay of whomever.

    `base` is the talk's tree, `node` the one with its overlays; those that aren't part of it are read only for what is left.
    """
    given = node.get("vars") if isinstance(node, Map) else None
    if not isinstance(given, Map):
        return
    used: set[str] = set()
    for tree in (base, node):
        _collect(tree, used)
    used.discard(_MODULE)  # what is included here was read
    variants = base.get("variants")
    if variants is not None:
        _collect(variants, used)
    left = [e.key for e in given.entries if e.key.span.file == base.span.file]
    left = [k for k in left if not used & {k.text, f"vars.{k.text}"}]
    if not left:
        return
    with trace.apart():
        for file in (*language_files(path).values(), *client_files(path).values()):
            more = read_file(file, workspace, Findings())
            if more is not None:
                _collect(more, used)
    for key in left:
        if not used & {key.text, f"vars.{key.text}", _MODULE}:
            findings.warning(
                "unused-variable",
                f"nothing asks for the variable {key.text[:60]!r}",
                key.span,
                f"insert it as `${{{key.text[:60]}}}`, or take it out",
            )


def _keys(node: Map, key: str) -> list[str]:
    found = node.get(key)
    return found.keys() if isinstance(found, Map) else []


def _collect(node: Node, used: set[str]) -> None:
    """The variables that texts and conditions below `node` ask for."""
    if isinstance(node, Scalar):
        if "${" in node.text:
            used.update(_REFERENCE.findall(node.text))
    elif isinstance(node, Map):
        for entry in node.entries:
            if entry.key.text in ("when", "unless") and isinstance(entry.value, Map):
                used.update(entry.value.keys())
            elif entry.key.text == "include":
                used.add(_MODULE)
            _collect(entry.key, used)
            _collect(entry.value, used)
    else:
        for item in node.items:
            _collect(item, used)
