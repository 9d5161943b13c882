"""Names of variables: whether an overlay gives a value to one that nothing in the talk asks for."""

from __future__ import annotations

from collections.abc import Iterable

from ..patterns import pattern
from ..source.nodes import Map, Node, Scalar
from ..source.suggest import nearest
from .shape import Overlay

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
                if own or near:
                    what = "variable" if own else "fact of a client"
                    overlay.missing(
                        "unknown-variable",
                        f"nothing in the talk asks for the {what} {name[:60]!r}",
                        one.key.span,
                        f"a text inserts it as `${{{'' if own else 'client.'}{name[:60]}}}`",
                        near,
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
            _collect(entry.key, used)
            _collect(entry.value, used)
    else:
        for item in node.items:
            _collect(item, used)
