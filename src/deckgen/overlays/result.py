"""A talk whose overlays are merged, as it is read on."""

from __future__ import annotations

from collections.abc import Mapping

from ..findings import Finding, Note, Span
from ..records import dataclass, replace
from ..source.nodes import Node, Scalar


@dataclass(frozen=True, slots=True)
class Merged:
    """A talk as it is read on: its tree, its language, what was chosen, what each changed line of an overlay changes."""

    node: Node
    lang: str
    client: str
    variant: str
    origins: Mapping[Span, Note]
    avoid: tuple[Scalar, ...] = ()

    def with_places(self, findings: list[Finding]) -> list[Finding]:
        """Findings in lines of overlays, with the places that these change."""
        return [self._with_place(f) for f in findings]

    def _with_place(self, finding: Finding) -> Finding:
        note = (
            self.origins.get(Span(finding.span.file, finding.span.line)) if finding.span is not None else None
        )
        return (
            replace(finding, notes=(*finding.notes, note))
            if note is not None and note not in finding.notes
            else finding
        )
