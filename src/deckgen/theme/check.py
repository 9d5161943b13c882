"""What a theme must hold beyond being readable: every look shows every key that any slide may carry.

A slot with content that a look doesn't show stops the build of a talk; a theme's author learns it here, before any talk does.
"""

from __future__ import annotations

from ..findings import Findings
from .beside import TAKES_PICTURES, with_picture
from .records import Look, PlaceholderSpec, Theme

COMMON = ("title", "subtitle", "kicker", "support", "source")
"""The roles of the common keys (LANGUAGE.md section 2; `text` is the role support)."""


def check_looks(theme: Theme, findings: Findings) -> None:
    """Add a finding for each key that a look has no place for, on some slide.

    `slot-unshown` for texts and for a picture beside the content, `ground-unshown` for a `background` that the look isn't drawn on.
    """
    for look in theme.looks.values():
        for ground in theme.grounds:
            if theme.template is not None and ground not in ("light", "dark", "accent"):
                continue  # a client's layout has a ground of its own, whatever a slide asks for
            if ground not in look.grounds:
                findings.error(
                    "ground-unshown",
                    f"the look {look.name!r} of theme {theme.name!r} isn't drawn on the ground {ground!r}",
                    look.span,
                    f"add `{ground}` to its `grounds`, or leave `grounds` out",
                )
        if look.name in TAKES_PICTURES and with_picture(look.name, theme.looks) is None:
            findings.error(
                "slot-unshown",
                f"no look of theme {theme.name!r} shows a picture beside what {look.name!r} shows",
                look.span,
                f"add a placeholder `picture`, or a look `{look.name}-picture`",
            )
        # a look that has no title at all was found when the theme was read
        untitled = look.hidden_title or look.placeholder("title") is None
        for role in COMMON:
            if role == "title" and untitled:
                continue
            if not _shown(role, look):
                findings.error(
                    "slot-unshown",
                    f"the look {look.name!r} of theme {theme.name!r} doesn't always show {role!r}",
                    look.span,
                    f"add a placeholder `{role}` without conditions, or put it into `common`",
                )


def _shown(role: str, look: Look) -> bool:
    """Whether the look has a place for that role on every slide that has it filled."""
    specs = [p for p in look.placeholders if p.role == role]
    texts = [s for s in look.shapes if s.text is not None and s.text.slot == role and s.repeat is None]
    return any(_always(p, role) for p in specs) or any(not s.when.slot and not s.when.without for s in texts)


def _always(spec: PlaceholderSpec, role: str) -> bool:
    """Conditions that hold wherever the role has content: none, or that it has."""
    when = spec.when
    others = set(when.slot) - {role}
    facts = (when.count, when.current, when.done, when.first, when.last)
    return not others and not when.without and not when.grounds and all(fact is None for fact in facts)
