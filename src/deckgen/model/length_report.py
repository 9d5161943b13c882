"""What a talk left out for its duration, in words."""

from __future__ import annotations

from ..findings import Finding, Note, Severity
from ..units import minutes
from .length import Cut, Gone

TOLD = 100  # of what was left out; the outline shows all


def report(cut: Cut, keep_hidden: bool) -> Finding:
    """What was shortened, as a finding: each slide with its place and what it saves."""
    told = [Note(_said(g), g.span) for g in cut.gone[:TOLD]]
    if len(cut.gone) > TOLD:
        told.append(Note(f"and {len(cut.gone) - TOLD} more", cut.gone[TOLD].span))
    verb = "hidden" if keep_hidden else "left out"
    slides = sum(1 for g in cut.gone if g.part in ("slide", "empty"))
    parts = len({g.id for g in cut.gone if g.part in ("notes", "items")})
    said = (
        [f"{slides} slide{'s' if slides != 1 else ''} {'are' if slides != 1 else 'is'} {verb}"]
        if slides
        else []
    )
    said += [f"{parts} {'are' if parts != 1 else 'is'} shortened"] if parts else []
    return Finding(
        "shortened",
        f"the talk takes {minutes(cut.before)} and has {minutes(cut.allowed.seconds)}: {' and '.join(said)},"
        f" {minutes(cut.after)} remain",
        cut.allowed.span,
        Severity.INFO,
        "`priority` says what goes first; `deckgen outline` shows it in the talk's order",
        tuple(told),
    )


def _said(gone: Gone) -> str:
    what = {
        "slide": "goes",
        "empty": "goes with its last slide",
        "notes": f"without {gone.count} paragraph{'s' if gone.count > 1 else ''} of its notes",
        "items": f"without {gone.count} item{'s' if gone.count > 1 else ''}",
    }[gone.part]
    why = f" ({gone.priority})" if gone.part != "empty" else ""
    saved = f": {minutes(gone.seconds)} saved" if gone.seconds else ""
    return f"{gone.title!r} {what}{why}{saved}"
