"""Slide number and footer: fitted as all texts are, once for all slides on which they look the same."""

from __future__ import annotations

from ..model.text import RichText, plain_text
from ..records import replace
from ..scene.items import Text
from ..theme.records import PlaceholderSpec
from .direction import direction
from .jobs import TextJob
from .place import add_text
from .placed import Easel, Placed, Spot
from .texts import as_number, text_job

CHROME = "chrome"  # in the keys of texts that stand on all slides


class Chrome:
    """Puts slide number and footer on slides.  Numbers of as many digits share a text, in which the slide's own is filled in."""

    def __init__(self, easel: Easel) -> None:
        self._easel = easel
        self._jobs: dict[tuple[int, int, str, bool | None, str], TextJob] = {}

    def add(self, placed: Placed, number: int) -> None:
        """Slide number and footer, where the look shows them: in their placeholders."""
        easel = self._easel
        chrome = placed.look.chrome or easel.theme.chrome
        if placed.look.number:
            shown = str(number)
            job = self._job(
                chrome.number, placed, plain_text("0" * len(shown), placed.draft.span), numbered=True
            )
            add_text(job, _spot(chrome.number), placed, lambda text: _saying(text, shown))
        if placed.look.footer and easel.footer is not None:
            add_text(self._job(chrome.footer, placed, easel.footer), _spot(chrome.footer), placed)

    def _job(
        self, spec: PlaceholderSpec, placed: Placed, source: RichText, numbered: bool = False
    ) -> TextJob:
        turned = direction(placed, self._easel)
        key = (id(spec), id(placed.ground), placed.draft.lang, turned, source.plain if numbered else "")
        job = self._jobs.get(key)
        if job is None:
            assert spec.text is not None
            job = text_job(
                spec.text, source, spec.box, placed, self._easel, role=spec.role, inherited=True, key=""
            )
            job.key = (CHROME, spec.role)
            if numbered:
                job.setter = as_number(job.setter)
            placed.jobs.append(job)
            self._jobs[key] = job
        return job


def _spot(spec: PlaceholderSpec) -> Spot:
    return Spot(spec.box, spec, spec.home or spec.box)


def _saying(text: Text, words: str) -> Text:
    """A text of one run with other words in it."""
    paragraph = text.paragraphs[0]
    run = replace(paragraph.runs[0], text=words)
    return Text((replace(paragraph, runs=(run,)),), text.anchor, text.insets)
