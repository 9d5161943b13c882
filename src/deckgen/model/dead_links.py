"""Links to slides that a shorter version leaves out.

A link within a sentence becomes plain words, which is told.  One that is a whole line is there to lead somewhere: an error that names both
places.  In notes nothing is a link to a slide, so there the words stand as they are.
"""

from __future__ import annotations

import dataclasses
from typing import Any

from ..findings import Finding, Findings, Note, Severity, Span
from ..records import replace
from .length import Gone
from .notes import Notes
from .runs import Paragraph
from .slide import Slide
from .text import RichText


def unlinked(
    slides: tuple[Slide, ...], lost: frozenset[str], gone: tuple[Gone, ...], findings: Findings
) -> tuple[Slide, ...]:
    """`slides` without links to the ids `lost`; each is told in `findings`, with the place of what is gone."""
    places = {g.id: g.span for g in gone if g.part in ("slide", "empty")}
    result: tuple[Slide, ...] = _walk(slides, _Unlinker(lost, places, findings))
    return result


class _Unlinker:
    def __init__(self, ids: frozenset[str], places: dict[str, Span], findings: Findings) -> None:
        self.ids, self.places, self.findings = ids, places, findings

    def __call__(self, text: RichText) -> RichText:
        paragraphs = tuple(self._plain(p, text.span) for p in text.paragraphs)
        return replace(text, paragraphs=paragraphs) if paragraphs != text.paragraphs else text

    def _plain(self, paragraph: Paragraph, span: Span) -> Paragraph:
        runs = [(r, r.link.startswith("#") and r.link[1:] in self.ids) for r in paragraph.runs]
        if not any(dead for _, dead in runs):
            return paragraph
        beside = any(r.text.strip() for r, dead in runs if not dead)
        for target in dict.fromkeys(r.link[1:] for r, dead in runs if dead):
            self._tell(target, span, beside)
        return replace(paragraph, runs=tuple(replace(r, link="") if dead else r for r, dead in runs))

    def _tell(self, target: str, span: Span, beside: bool) -> None:
        words = f"the link leads to {target[:60]!r}, which this version of the talk leaves out"
        base = target.removeprefix("agenda/").removesuffix("/overview").removesuffix("/recap")
        place = self.places.get(target) or self.places.get(base)
        notes = (Note("the slide that is left out", place),) if place is not None else ()
        if beside:
            found = Finding(
                "link-dropped", f"{words}; its words stand plain", span, Severity.INFO,
                "give both slides the same `priority`, or keep the slide with --keep-hidden", notes,
            )  # fmt: skip
        else:
            found = Finding(
                "link-to-dropped", f"{words}, and the line is nothing but the link", span, Severity.ERROR,
                "give the line or its slide the same `priority`, put the link into a sentence, or use --keep-hidden", notes,
            )  # fmt: skip
        self.findings.add(found)


def _walk(value: Any, change: _Unlinker) -> Any:
    if isinstance(value, RichText):
        return change(value)
    if isinstance(value, tuple):
        new = tuple(_walk(inner, change) for inner in value)
        return new if any(a is not b for a, b in zip(new, value, strict=True)) else value
    if dataclasses.is_dataclass(value) and not isinstance(value, (Notes, Span, type)):
        changes = {}
        for f in dataclasses.fields(value):
            old = getattr(value, f.name)
            if isinstance(old, (str, int, float, type(None))):
                continue
            new = _walk(old, change)
            if new is not old:
                changes[f.name] = new
        return replace(value, **changes) if changes else value
    return value
