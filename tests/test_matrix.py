"""Every kind of slide in every theme with one item, few, many and too many, in ordinary and in long words.

Each slide is composed alone first.  What is refused has a finding at its own lines that says what to do; all others stand in
one deck for each theme and profile (and for each amount where the talk itself is shown): that deck is valid, each slide in it
is what it is alone but for its sizes, no word is lost, and no text leaves its box as LibreOffice draws it.  Kinds and themes are
found, not named here.  Words, grounds, profiles and common keys go round (`matrix.cases`): the full product
would take minutes.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pymupdf
import pytest

import deckgen
from deckgen.findings import Findings
from deckgen.kinds import kind_names
from deckgen.layout.jobs import TextJob
from deckgen.scene.deck import Deck, Scene
from deckgen.scene.items import Chart, Run
from deckgen.theme.find import names, shipped_dirs
from deckgen.theme.reader import load_theme
from pptx import Presentation

from .layout.every_slide import picture
from .matrix import AMOUNTS, FRAME, KINDS, Case, cases, talk
from .overflow import overflows
from .rendering import pdf_fonts, to_pdfs

THEMES = names(shipped_dirs())
NO_WORDS = {"id", "background", "notes", "alt", "image", "type", "side", "fit", "time"}
"""Keys whose values aren't shown as they stand."""
REFUSED = {
    *((theme, name) for theme in ("helium", "plain") for name in ("blocks-others-many-ordinary", "columns-many-ordinary",
      "columns-others-one-ordinary", "compare-many-ordinary", "points-picture-many-ordinary")),
    *(("kontor", name) for name in ("blocks-others-many-ordinary", "columns-many-ordinary", "columns-others-one-ordinary")),
    *(("helium", name) for name in ("bullets-picture-many-ordinary", "image-few-ordinary", "image-many-ordinary",
      "points-many-ordinary", "points-few-hebrew")),
    *(("werkbank", name) for name in ("columns-many-ordinary", "columns-others-one-ordinary", "compare-many-ordinary")),
}  # fmt: skip
"""What is refused though its words are ordinary and not too many: theme and name."""


def tokens(text: str) -> list[str]:
    """The words of a text, without the signs round them and the hyphens in them."""
    text = text.replace("\\-", "").replace("-\v", "").replace("\u00ad", "")
    found = (re.sub(r"[^\w%€+.,]|_", "", w).strip(".,") for w in text.split())
    return [w for w in found if w]


def source_words(case: Case) -> Counter[str]:
    """What the case's slides say."""

    def walk(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            for key, own in value.items():
                if key not in NO_WORDS:
                    yield from walk(own) if key in KEYS else (key, *walk(own))
        elif isinstance(value, list):
            for own in value:
                yield from walk(own)
        elif isinstance(value, str):
            yield value.replace("|", " ").replace("---", "")

    return Counter(w for text in walk(list(case.slides)) for w in tokens(text))


KEYS = {"title", "subtitle", "kicker", "source", "text", "lead", "unit", "delta", "point", "short", "aspects", "by", "role", "credit",
        "centre", "result", "rows", *kind_names()}  # fmt: skip
"""Keys of talks; any other in a list of the matrix is a lead."""


def shown_words(scene: Scene, but: frozenset[str] = frozenset()) -> Counter[str]:
    """What a composed slide says; its number, what only adorns it (a ruler's figures) and the shapes called `but` aside."""

    def walk(value: Any) -> Iterator[str]:
        if isinstance(value, Run):
            yield "" if value.field else value.text
        elif isinstance(value, tuple):
            for own in value:
                yield from walk(own)
        elif dataclasses.is_dataclass(value) and not getattr(value, "decorative", False):
            end = "\n" if type(value).__name__ in ("Paragraph", "Cell") else ""
            yield from (t for f in dataclasses.fields(value) for t in walk(getattr(value, f.name)))
            yield end

    return Counter(w for item in scene.walk() if not isinstance(item, Chart) and item.name not in but for w in tokens("".join((*walk(item), "\n"))))  # fmt: skip


def own_scenes(deck: Deck, lines: range) -> list[Scene]:
    return [s for s in deck.scenes if s.span is not None and s.span.line in lines]


def wrong_findings(findings: Sequence[deckgen.Finding], lines: range, head: range) -> list[str]:
    """What findings lack: a place in the slide, words on what to do."""
    wrong = []
    for f in findings:
        if f.span is None or (f.span.line not in lines and f.span.line not in head) or f.span.column < 1:
            wrong.append(f"not at the slide's lines: {f}")
        if not f.fix and not re.search(r"\b(cut|shorten|leave out|take|mark|write|use)\b", f.message):
            wrong.append(f"doesn't say what to do: {f}")
    return wrong


@dataclasses.dataclass
class Alone:
    """A case by itself: composed, or refused with findings."""

    case: Case
    scenes: list[tuple[str, str, Counter[str]]]
    refused: list[deckgen.Finding]
    wrong: list[str]


def facts(deck: Deck, lines: range) -> list[tuple[str, str, Counter[str]]]:
    """What slides are, their sizes aside; and their words, but for those that say in which of how many sections a slide stands."""
    page = frozenset(s.name for look in deck.theme.looks.values() for s in look.shapes if s.page)
    return [
        (
            s.layout.look,
            s.layout.ground,
            Counter() if s.kind in ("agenda", "section") else shown_words(s, page),
        )
        for s in own_scenes(deck, lines)
    ]


def difference(here: list[tuple[str, str, Counter[str]]], there: list[tuple[str, str, Counter[str]]]) -> str:
    pairs = [(a, b) for a, b in zip(here, there, strict=True) if a != b]
    return "; ".join(f"{a[:2]} {dict(a[2] - b[2])} instead of {b[:2]} {dict(b[2] - a[2])}" for a, b in pairs)


def alone(case: Case, folder: Path) -> Alone:
    """Compose a case by itself, without its ground where its layout hasn't that."""
    text, lines = talk([case])
    (folder / "alone.yaml").write_text(text, encoding="utf-8")
    own, head = lines[case.name], lines[""] if case.kind in FRAME else range(0)
    try:
        deck = deckgen.compose(deckgen.load(folder / "alone.yaml"))
    except deckgen.TalkError as error:
        found = [f for f in error.findings if f.severity.value == "error"]
        wrong = wrong_findings(found, own, head)
        if any(f.code == "unknown-ground" for f in found):
            bare = [{k: v for k, v in s.items() if k != "background"} for s in case.slides]
            again = alone(dataclasses.replace(case, slides=tuple(bare)), folder)
            return dataclasses.replace(again, wrong=wrong + again.wrong)
        return Alone(case, [], found, wrong)
    return Alone(case, facts(deck, own), [], [])


def together(of: Sequence[Alone], folder: Path, name: str) -> tuple[Path, list[str]]:
    """All of them in one deck, written; and what is wrong with it."""
    text, lines = talk([a.case for a in of])
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    deck = deckgen.compose(deckgen.load(folder / f"{name}.yaml"))
    wrong = [str(f) for f in deckgen.check(deck) if f.code in ("low-contrast", "off-slide", "text-overflow")]
    for a in of:
        scenes = own_scenes(deck, lines[a.case.name])
        here = facts(deck, lines[a.case.name])
        if len(scenes) == len(a.scenes) and here != a.scenes:  # a size agreed on may need fewer slides
            wrong.append(f"{a.case.name} is another slide than alone: {difference(here, a.scenes)}")
        if a.case.kind != "chart" and "chart" not in str(a.case.slides):
            shown = sum((shown_words(s) for s in scenes), Counter())
            lost = source_words(a.case) - shown
            wrong += [f"{a.case.name} lost {word!r}" for word in lost]
        spoken = [s for s in scenes if s.notes is not None]
        if any("notes" in slide for slide in a.case.slides) and not spoken:
            wrong.append(f"{a.case.name} lost its notes")
    return deckgen.write(deck, folder / f"{name}.pptx"), wrong


def unseen(deck: Path, pdf: Path) -> list[str]:
    """Words of a deck's texts that aren't in LibreOffice's picture of it: below or beside the slide."""
    found = []
    with pymupdf.open(pdf) as document:
        for n, (slide, page) in enumerate(zip(Presentation(str(deck)).slides, document, strict=True), 1):
            seen = re.sub(r"\s", "", page.get_text())
            if re.search(r"[\u0590-\u05ff]", seen):
                continue  # a PDF has these in the order of sight
            for shape in slide.shapes:
                if not shape.has_text_frame or shape._element.nvSpPr.cNvPr.get("hidden") == "1":
                    continue
                for word in shape.text_frame.text.split():
                    if word not in seen:
                        found.append(f"slide {n}, {shape.name}: {word} isn't seen")
    return found


def test_every_kind_is_in_the_matrix() -> None:
    """A kind without content by amount, or a block without a place in columns, would be left out unseen."""
    missing = sorted(set(kind_names()) - set(KINDS))
    assert missing == [], f"give tests/matrix.py content by amount for {', '.join(missing)}"


@pytest.mark.libreoffice
@pytest.mark.usefixtures("libreoffice")
@pytest.mark.parametrize("theme", THEMES)
def test_every_kind_builds_or_says_why_not(tmp_path: Path, theme: str) -> None:
    picture(tmp_path)
    done = [alone(case, tmp_path) for case in cases(kind_names(), THEMES) if case.theme == theme]
    wrong = [f"{a.case.name}: {w}" for a in done for w in a.wrong]
    for a in done:
        plain = a.case.words in ("ordinary", "hebrew") and AMOUNTS[a.case.amount] != "too many"
        if plain and bool(a.refused) != ((theme, a.case.name) in REFUSED):
            wrong += [f"{a.case.name}: {f}" for f in a.refused] or [f"{a.case.name} isn't refused"]
    decks: dict[tuple[object, ...], list[Alone]] = {}
    for a in (a for a in done if not a.refused):
        decks.setdefault(a.case.deck, []).append(a)
    written = []
    for n, of in enumerate(decks.values()):
        deck, own = together(of, tmp_path, f"{theme}-{n}")
        written.append(deck)
        wrong += own
    shipped = load_theme(theme, project=None, base=None, findings=Findings())
    assert shipped is not None
    families = {shipped.fonts.brand.body.replace(" ", ""), "LiberationSans", "Arial"}
    for deck, pdf in zip(written, to_pdfs(written), strict=True):
        wrong += [f"{deck.stem} {o}" for o in (*overflows(deck, pdf), *unseen(deck, pdf))]
        fonts = {f.split("-")[0] for f in pdf_fonts(pdf)}
        wrong += [] if fonts & families else [f"{deck.stem} is set in {fonts}"]
    assert wrong == []


@pytest.mark.libreoffice
@pytest.mark.usefixtures("libreoffice")
def test_a_text_that_is_let_out_of_its_box_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The referee sees what a fit that is wrong would do."""
    picture(tmp_path)
    monkeypatch.setattr(TextJob, "fits", lambda *_: True)
    kinds = ("statement", "bullets", "triangle")
    of = [
        c for c in cases(kinds, ["plain"]) if c.amount == 3 and c.words == "ordinary" and c.profile == "room"
    ]
    deck, _ = together([alone(c, tmp_path) for c in of], tmp_path, "seeded")
    assert of
    assert overflows(deck, to_pdfs([deck])[0])


def test_a_word_that_is_left_out_is_found(tmp_path: Path) -> None:
    picture(tmp_path)
    case = next(c for c in cases(["bullets"], ["plain"]) if c.name == "bullets-few-ordinary")
    done = alone(case, tmp_path)
    assert not source_words(case) - done.scenes[0][2]
    more = dataclasses.replace(case, slides=({**case.slides[0], "bullets": ["Verloren"]},))
    assert source_words(more) - done.scenes[0][2]
