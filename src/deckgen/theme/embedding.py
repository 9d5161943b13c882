"""Which of a theme's fonts go into the deck (`embed-fonts`), and why others don't."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding, Findings, Severity, Span
from ..source.font_file import font_bytes
from ..typeset.metrics import shipped as office_metrics
from ..typeset.sfnt import Sfnt, ban, read_sfnt
from .records import Theme

CODE = "font-not-embedded"


def needed(theme: Theme, fonts: str) -> list[str]:
    """The families in use that not every Office machine has, by name."""
    chosen = theme.fonts.office if fonts == "office" else theme.fonts.brand
    return sorted(f for f in {chosen.heading, chosen.body} if office_metrics(f) is None)


def embedded(theme: Theme, fonts: str, findings: Findings, span: Span | None) -> tuple[Sfnt, ...]:
    """The files to embed, by family and face; what can't be embedded is a finding at `span`, and the deck does without it."""
    families = needed(theme, fonts)
    if not families:
        message = "nothing to embed: every Office machine has this deck's fonts"
        findings.add(_finding(message, span, "take `embed-fonts` out", Severity.INFO))
        return ()
    files = {(file.family, file.face): file for file in _files(theme, families, findings, span)}
    for family in families:
        if not any(family == own for own, _ in files):
            message = f"the theme ships no file of {family!r} that can be embedded"
            findings.add(_finding(message, span, "list its TTFs in theme.yaml: `files: [fonts/NAME.ttf]`"))
    return tuple(files[key] for key in sorted(files))


def _files(theme: Theme, families: list[str], findings: Findings, span: Span | None) -> Iterator[Sfnt]:
    for path in theme.fonts.files:
        try:
            font = read_sfnt(font_bytes(path))
        except ValueError as error:
            findings.add(_finding(f"{path.name}: {error}", span, "list a TrueType file instead"))
            continue
        if font.family not in families:
            continue
        if reason := ban(font.fs_type):
            findings.add(_finding(f"{path.name}: {reason}", span, "install it where the talk is given"))
        else:
            yield font


def _finding(message: str, span: Span | None, fix: str, severity: Severity = Severity.WARNING) -> Finding:
    return Finding(CODE, message, span, severity, fix)
