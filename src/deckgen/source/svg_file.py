"""An SVG file as a picture of a deck: read, cleaned, drawn once in small; what is wrong with it as findings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from .. import trace
from ..errors import OutputError
from ..findings import Finding, Findings, Note, Severity, Span
from .assets import PictureFile
from .svg import Svg, read_svg
from .svg_draw import INSTALL, NotDrawn, can_draw, drawn
from .svg_tree import SvgError

SIDE = 10_000  # the longer side of an SVG, which has no pixels
SEEN = 512  # pixels of the longer side of the small picture, for contrast and to see that it can be drawn


def load_svg(
    data: bytes, label: str, findings: Findings, span: Span, fonts: Sequence[Path], place: Span
) -> PictureFile | None:
    """The SVG in `data`; what is wrong in it is a finding at its line in `place`, its file, else at `span`, where the talk names it."""
    try:
        svg = read_svg(data)
    except SvgError as error:
        where = Span(place.file, error.line, error.column) if error.line else span
        notes = (Note("the picture stands here", span),) if error.line else ()
        findings.add(
            Finding("svg-refused", f"{label}: {error.message}", where, Severity.ERROR, error.fix, notes=notes)
        )
        return None
    if not can_draw():
        findings.error(
            "svg-needs-resvg",
            f"{label}: an SVG needs resvg, which isn't installed",
            span,
            f"install it: {INSTALL}",
        )
        return None
    files = tuple(path for path in fonts if path.suffix.lower() in (".ttf", ".otf"))
    if b"<text" in svg.data:
        for file in files:
            trace.saw_file(file)
    scale = SEEN / max(svg.width, svg.height)
    small = max(1, round(svg.width * scale)), max(1, round(svg.height * scale))
    try:
        png = drawn(svg, *small, files)
        lost = bool(svg.textless) and png == drawn(svg, *small, files, svg.textless)
    except NotDrawn as error:
        findings.error("svg-refused", f"{label}: {error}", span, "simplify it, or export it as PNG")
        return None
    if lost:
        findings.error(
            "svg-text-lost",
            f"{label}: no font of this machine draws its text",
            span,
            "convert its texts to paths",
        )
        return None
    _tell(svg, label, findings, span)
    long = SIDE / max(svg.width, svg.height)
    return PictureFile("png", png, round(svg.width * long), round(svg.height * long), data, svg, files)


def _tell(svg: Svg, label: str, findings: Findings, span: Span) -> None:
    """What isn't as in the file."""
    if svg.left_out:
        message = f"{label}: {', '.join(svg.left_out)} can't be in a deck and is left out"
        findings.add(
            Finding("svg-left-out", message, span, Severity.WARNING, "look at the slide; export it without")
        )
    if svg.pixels:
        message = f"{label}: PowerPoint may draw {svg.pixels} otherwise, so the deck has it as pixels"
        findings.add(
            Finding("svg-in-pixels", message, span, Severity.INFO, "draw it without, if it must be a vector")
        )


def drawing(picture: PictureFile, label: str) -> Callable[[int, int], bytes]:
    """What draws the SVG with so many pixels.

    Raises:
        OutputError: from the function, if drawing it takes too long.
    """
    svg = picture.svg
    assert svg is not None

    def fit(width: int, height: int) -> bytes:
        try:
            return drawn(svg, width, height, picture.fonts)
        except NotDrawn as error:
            raise OutputError(label, f"{error}; simplify it, or export it as PNG") from error

    return fit
