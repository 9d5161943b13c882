"""A finished deck from its file to its findings."""

from __future__ import annotations

from pathlib import Path

from ..errors import TalkError
from ..findings import Finding, Findings, Severity, Span
from ..pptx_reader.deck import DeckFile
from ..source.parts import Refused
from ..source.workspace import Workspace, project_root
from ..theme.find import names, theme_dirs
from ..typeset.families import Families
from .fit import Fit
from .setting import Setter

MOST = 1000
"""Findings that are told of a deck."""


def check_file(name: str | Path, cwd: Path) -> list[Finding]:
    """What is wrong with the texts of the deck `name`, in the slides' order.

    Findings have the file as their place and the slide's number in `slide`.

    Raises:
        TalkError: if the file can't be read or is no deck.
    """
    findings = Findings()
    if "\0" in str(name):
        findings.error("path-wrong", f"{str(name)!r} is no path")
        raise TalkError(findings)
    path = cwd / name
    root = project_root(path.resolve().parent)
    workspace = Workspace(root or path.resolve().parent, cwd, findings)
    place = Span(workspace.label(path), 0, 0)
    file = workspace.open(path)
    if file is None:
        raise TalkError(findings)
    families = Families([*_folders(root)])
    with file:
        try:
            deck = DeckFile(file)
        except Refused as error:
            findings.error(error.code, error.message, place, error.fix)
            raise TalkError(findings) from error
        fit = Fit(Setter(families), place, deck.width, deck.height)
        told = 0
        for page in deck.slides():
            for finding in fit.page(page):
                told += 1
                if told <= MOST:
                    findings.add(finding)
    for number, wrong in deck.broken:
        findings.add(
            Finding(
                wrong.code,
                f"slide {number}: {wrong.message}",
                place,
                Severity.ERROR,
                wrong.fix,
                slide=str(number),
            )
        )
    if told > MOST:
        findings.info("too-many", f"{told - MOST} more problems are not told", place)
    for reason, slides in sorted(fit.unmeasured.items()):
        findings.info("text-unmeasured", f"texts on {_listed(slides)} were not measured: {reason}", place)
    if families.unknown:
        shown = ", ".join(list(families.unknown)[:8]) + (", ..." if len(families.unknown) > 8 else "")
        findings.info(
            "unmeasured-font",
            f"no table has the widths of {shown}; only what overflows in a narrow font too is reported",
            place,
            "look at the slides that are nearly full",
        )
    return findings.sorted()


def _listed(slides: set[int]) -> str:
    every = sorted(slides)
    shown = ", ".join(map(str, every[:10])) + (", ..." if len(every) > 10 else "")
    return f"slide {shown}" if len(every) == 1 else f"slides {shown}"


def _folders(root: Path | None) -> list[Path]:
    """Where themes keep the widths of their fonts."""
    return [folder / name / "fonts" for folder in theme_dirs(root) for name in names([folder])[:200]]
