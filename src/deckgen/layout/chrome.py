"""Slide number and footer: fitted as all texts are."""

from __future__ import annotations

from ..model.text import RichText, plain_text
from ..theme.records import PlaceholderSpec
from .place import add_text
from .placed import Easel, Placed, Spot
from .texts import as_number, text_job

CHROME = "chrome"  # in the keys of texts that stand on all slides


def add_chrome(placed: Placed, number: int, easel: Easel) -> None:
    """Slide number and footer, where the look shows them: in their placeholders."""
    chrome, span = placed.look.chrome or easel.theme.chrome, placed.draft.span
    if placed.look.number:
        counted = plain_text(str(number), span)
        _chrome(chrome.number, counted, placed, easel, numbered=True)
    if placed.look.footer and easel.footer is not None:
        _chrome(chrome.footer, easel.footer, placed, easel)


def _chrome(
    spec: PlaceholderSpec, source: RichText, placed: Placed, easel: Easel, numbered: bool = False
) -> None:
    assert spec.text is not None
    job = text_job(spec.text, source, spec.box, placed, easel, role=spec.role, inherited=True, key="")
    job.key = (CHROME, spec.role)
    if numbered:
        job.setter = as_number(job.setter)
    placed.jobs.append(job)
    add_text(job, Spot(spec.box, spec, spec.home or spec.box), placed)
