"""What `deckgen theme check` finds beyond reading: looks that lose what a slide says, brand fonts that nobody gets."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Findings
from ..typeset.metrics import shipped as office_metrics
from .check import check_looks
from .records import Theme
from .type_reader import meant


def review(theme: Theme, findings: Findings) -> None:
    """Add what is wrong with a theme that can be read.

    Every look must always show the common keys: nothing that a slide says is lost.
    """
    check_looks(theme, findings)
    for family in sorted(_homeless(theme)) if theme.template is None else ():  # a client has its own fonts
        if meant(family):
            continue  # that it isn't known was found when the theme was read
        findings.warning(
            "font-not-shipped",
            f"the theme ships no file of its font {family!r}, and not every Office machine has it",
            theme.fonts.span,
            "put its TTFs into the theme's folder and list them: `files: [fonts/NAME.ttf]`",
        )


def _homeless(theme: Theme) -> Iterator[str]:
    """Brand families that are neither in an office set of the theme's own, nor Office's, nor among the theme's files."""
    brand, own = theme.fonts.brand, theme.fonts.office
    office = {own.heading, own.body} if own != brand else set()
    shipped = {_stem(f.stem) for f in theme.fonts.files}
    for family in {brand.heading, brand.body} - office:
        if office_metrics(family) is None and not any(name.startswith(_stem(family)) for name in shipped):
            yield family


def _stem(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())
