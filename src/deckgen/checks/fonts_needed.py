"""Brand fonts that the machine at the venue needs, since the deck doesn't bring them along."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding, Severity
from ..scene.deck import Deck
from ..theme.embedding import needed
from ._check import Check

CODE = "fonts-needed"


def run(deck: Deck) -> Iterator[Finding]:
    """Look at the families in use that neither every Office machine has nor the deck brings."""
    brought = {font.family for font in deck.embedded}
    missing = [family for family in needed(deck.theme, deck.fonts) if family not in brought]
    if not missing:
        return
    office = deck.theme.fonts.office
    spare = " and ".join(dict.fromkeys((office.heading, office.body)))
    files = ", ".join(sorted(path.name for path in deck.theme.fonts.files))
    where = f"install {files}" if files else "install them"
    yield Finding(
        CODE,
        f"where the deck is shown, PowerPoint needs {' and '.join(missing)}; without, it takes another font (the texts fit in {spare} too)",
        None,
        Severity.INFO,
        f"{where} there, build with `--fonts office`, or write `embed-fonts: yes`",
    )


CHECK = Check(CODE, Severity.INFO, run, "the machine at the venue has the deck's fonts")
