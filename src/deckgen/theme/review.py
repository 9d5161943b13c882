"""What reading a theme doesn't see: looks that lose a slot, brand fonts that nobody gets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..findings import Findings, Span
from ..source.nodes import Map
from ..source.yaml_reader import read
from .find import FALLBACK, FILE
from .reader import load_theme
from .records import Look, Theme

COMMON = ("subtitle", "kicker", "support", "source")
"""What every slide may carry beside its title, without which no look can be read."""
EMPTY = ("blank",)
"""Looks that show nothing on purpose."""


def review(theme: Theme, findings: Findings, label: str = FILE) -> None:
    """Add what is wrong with a theme that can be read; `label` names its file.

    Every look must show the common keys, and what plain's look of that name shows: nothing that a slide says is lost.
    """
    places = _places(theme, label)
    plain = load_theme(FALLBACK, project=None, base=None, findings=Findings())
    for look in theme.looks.values():
        if look.name in EMPTY:
            continue
        other = plain.looks.get(look.name) if plain is not None else None
        wanted = [*COMMON, *(sorted(slots_of(other) - {"title"}) if other is not None else ())]
        lost = [slot for slot in dict.fromkeys(wanted) if slot not in slots_of(look)]
        if lost:
            findings.error(
                "slot-not-shown",
                f"the look {look.name!r} doesn't show {', '.join(lost)}",
                places.get(look.name, Span(label)),
                f"add a placeholder `{lost[0]}`, or a shape with `text: {{slot: {lost[0]}, ...}}`",
            )
    for family in sorted(_homeless(theme)):
        findings.warning(
            "font-not-shipped",
            f"the theme ships no file of its font {family!r}, and not every Office machine has it",
            places.get("fonts", Span(label)),
            "put its TTFs into the theme's folder and list them: `files: [fonts/NAME.ttf]`",
        )


def slots_of(look: Look) -> set[str]:
    """The slots that a look shows, in placeholders, shapes and suffixes."""
    texts = [p.text for p in look.placeholders] + [s.text for s in look.shapes]
    found = {p.role for p in look.placeholders} | {s.slot for s in look.shapes}
    for text in texts:
        if text is not None:
            found |= {text.slot, text.suffix}
    return found - {""}


def _homeless(theme: Theme) -> Iterator[str]:
    """Brand families that are neither in the office set nor among the theme's files."""
    fonts = theme.fonts
    shipped = {"".join(c for c in f.stem.casefold() if c.isalnum()) for f in fonts.files}
    office = {fonts.office.heading, fonts.office.body, fonts.office.mono}
    for family in {fonts.brand.heading, fonts.brand.body} - office:
        stem = "".join(c for c in family.casefold() if c.isalnum())
        if not any(name.startswith(stem) for name in shipped):
            yield family


def _places(theme: Theme, label: str) -> Mapping[str, Span]:
    """Where the theme's own file writes its looks and fonts."""
    if theme.folder is None:
        return {}
    node = read((theme.folder / FILE).read_bytes(), label, Findings())
    if not isinstance(node, Map):
        return {}
    places = {e.key.text: e.key.span for e in node.entries if e.key.text == "fonts"}
    looks = node.get("looks")
    if isinstance(looks, Map):
        places.update({e.key.text: e.key.span for e in looks.entries})
    return places
