"""Speaker notes as paragraphs of a notes slide: runs and lists kept, cues made visible."""

from __future__ import annotations

from ..model import text as model
from ..model.locale import is_rtl
from ..model.notes import Notes
from ..scene.deck import NotesText
from ..scene.items import Link, Paragraph, Run

HANG = 171_450  # EMU: PowerPoint's own hanging indent in notes


def notes_text(notes: Notes, lang: str) -> NotesText:
    """The notes for the notes slide; cues stand in brackets, bold italic, so that they can't be read aloud by mistake."""
    paragraphs = []
    rtl = is_rtl(lang)
    for note in notes.paragraphs:
        runs: list[Run] = []
        if note.mark:
            runs.append(Run(f"[{note.mark}] ", bold=True, italic=True, lang=lang))
        for cue in note.cues:
            runs.append(Run(f"[{cue.text}] ", bold=True, italic=True, lang=lang))
        source = note.paragraph
        for run in source.runs:
            runs.append(Run(run.text, bold=True, italic=True, lang=lang) if run.cue else _run(run, lang))
        bullet = {"bullet": "bullet", "number": "number"}.get(source.marker, "none")
        level = source.level if bullet != "none" else 0
        paragraphs.append(
            Paragraph(
                tuple(runs),
                level=level,
                bullet="bullet" if bullet == "bullet" else "number" if bullet == "number" else "none",
                start=source.start,
                indent=HANG * (level + 1) if bullet != "none" else None,
                first=-HANG if bullet != "none" else None,
                align="right" if rtl else None,
                rtl=True if rtl else None,
            )
        )
    return NotesText(tuple(paragraphs), lang)


def _run(run: model.Run, lang: str) -> Run:
    link = Link(url=run.link) if run.link and not run.link.startswith("#") else None
    return Run(
        run.text,
        bold=run.bold or None,
        italic=run.italic or None,
        strike=run.strike,
        script=run.script,
        mono=run.code,
        link=link,
        lang=lang,
    )
