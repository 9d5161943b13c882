"""What `deckgen theme check` finds beyond reading: looks that lose what a slide says, brand fonts that nobody gets."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Findings, Span
from ..source.nodes import Map
from ..source.yaml_reader import read
from ..typeset.metrics import shipped as office_metrics
from .check import check_looks
from .find import FILE
from .records import Theme


def review(theme: Theme, findings: Findings, label: str = FILE) -> None:
    """Add what is wrong with a theme that can be read; `label` names its file.

    Every look must always show the common keys: nothing that a slide says is lost.
    """
    lost = Findings()
    check_looks(theme, lost)
    titles = {f.span for f in findings if "shows no title" in f.message}  # said when the theme was read
    for finding in lost:
        if finding.span not in titles or "'title'" not in finding.message:
            findings.add(finding)
    for family in sorted(_homeless(theme)):
        findings.warning(
            "font-not-shipped",
            f"the theme ships no file of its font {family!r}, and not every Office machine has it",
            _fonts_place(theme, label),
            "put its TTFs into the theme's folder and list them: `files: [fonts/NAME.ttf]`",
        )


def _homeless(theme: Theme) -> Iterator[str]:
    """Brand families that are neither in the office set, nor Office's own, nor among the theme's files."""
    fonts = theme.fonts
    shipped = {"".join(c for c in f.stem.casefold() if c.isalnum()) for f in fonts.files}
    office = {fonts.office.heading, fonts.office.body, fonts.office.mono}
    for family in {fonts.brand.heading, fonts.brand.body} - office:
        stem = "".join(c for c in family.casefold() if c.isalnum())
        if office_metrics(family) is None and not any(name.startswith(stem) for name in shipped):
            yield family


def _fonts_place(theme: Theme, label: str) -> Span:
    """Where the theme's own file writes its fonts."""
    if theme.folder is None:
        return Span(label)
    node = read((theme.folder / FILE).read_bytes(), label, Findings())
    entries = node.entries if isinstance(node, Map) else ()
    return next((e.key.span for e in entries if e.key.text == "fonts"), Span(label))
