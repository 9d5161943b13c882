"""What conditions ask for: a talk's facts and variables, what was chosen, and which names there are at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..findings import Findings
from ..model.reader import variables_of
from ..model.reading import Reading
from ..source.nodes import Entry, Map, Node
from ..source.workspace import Workspace
from .dropping import Facts
from .sources import Sources, other_client_maps

FACTS = ("name", "industry", "logo", "color")
"""What every client may have; a talk or client file that gives others makes them known too."""
CHOICES = ("client", "variant", "lang")
"""What conditions may ask for beside variables."""


def facts_of(
    top: Map,
    own: Node | None,
    kinds: Mapping[str, type],
    sources: Sources,
    path: Path,
    workspace: Workspace,
    findings: Findings,
) -> Facts:
    """The facts of a talk whose overlays are merged; `top` is all but its slides, `own` the `client` that it names itself."""
    values = variables_in(top, kinds, sources.lang)
    chosen = dict(zip(CHOICES, (sources.client, sources.variant, sources.lang), strict=True))
    values.update({name: value for name, value in chosen.items() if value})
    known = {f"client.{name}" for name in FACTS} | set(CHOICES)
    known |= {f"client.{e.key.text}" for e in entries_of(own)}
    for overlay in (*sources.chosen, *sources.others):
        for entry in overlay.top:
            if entry.key.text in ("vars", "client"):
                start = "client." if entry.key.text == "client" else ""
                known |= {f"{start}{e.key.text}" for e in entries_of(entry.value)}
    return _Lazy(values, known, findings, path, workspace)


class _Lazy(Facts):
    """Facts that look into the other clients' files only for a name that is known nowhere else."""

    def __init__(
        self, values: Mapping[str, str], known: set[str], findings: Findings, path: Path, workspace: Workspace
    ) -> None:
        super().__init__(values, known, findings)
        self.path = path
        self.workspace = workspace
        self.looked = False

    def knows(self, name: str) -> bool:
        """Whether the talk or any client has it."""
        if not super().knows(name) and name.startswith("client.") and not self.looked:
            self.looked = True
            for facts in other_client_maps(self.path, self.workspace):
                self.known |= {f"client.{e.key.text}" for e in facts.entries}
        return super().knows(name)


def variables_in(node: Map, kinds: Mapping[str, type], lang: str) -> dict[str, str]:
    """What texts may insert, as the reader knows it."""
    reading = Reading(kinds)
    slides = node.get("slides")
    if slides is not None:
        reading.scan(slides, Findings())
    return variables_of(node, reading, lang)


def entries_of(node: Node | None) -> tuple[Entry, ...]:
    """The entries of a map, none of anything else."""
    return node.entries if isinstance(node, Map) else ()
