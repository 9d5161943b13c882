"""What a finished deck says that it must not: each found word as an error, with its place in the source or, if none has it, in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from ..findings import Finding, Note, Severity, Span
from ..model.guarded import AVOIDED, Guard, Guarded
from ..scene.deck import Deck
from .matching import Matcher
from .package import read_package
from .talk_texts import texts_of
from .vocabulary import is_own

MOST = 20  # findings for one word
IN_DATA = 6  # letters of a word that isn't chance where it stands in packed bytes
_NUMBER = re.compile(r"(\d+)\.\w+$")
_PLACES = (
    ("ppt/slides/", "on slide {}"), ("ppt/notesSlides/", "in the notes of slide {}"), ("ppt/charts/", "in a chart of slide {}"),
    ("ppt/embeddings/", "in the workbook of a chart of slide {}"), ("ppt/comments", "in a comment on slide {}"), ("ppt/tags/", "in tags"),
    ("ppt/slideLayouts/", "in a layout"), ("ppt/slideMasters/", "in the slide master"), ("ppt/notesMasters/", "in the notes master"),
    ("ppt/handoutMasters/", "in the handout master"), ("ppt/theme/", "in the theme"), ("ppt/media/", "in a picture or other media"),
    ("docProps/", "in the document's properties"), ("ppt/presentation.xml", "in the names of sections"), ("ppt/fonts/", "in an embedded font"),
)  # fmt: skip
_WRITTEN = (
    "ppt/slides/",
    "ppt/notesSlides/",
    "ppt/charts/",
    "ppt/embeddings/",
    "ppt/presentation.xml",
    "docProps/",
)
"""Parts whose texts come from the talk."""


def find_leaks(deck: Deck, guard: Guard, pieces: Sequence[bytes], target: Path | None) -> list[Finding]:
    """An error for each place of a word that the deck must not say; `pieces` are its bytes, `target` is where they go."""
    matcher = Matcher(guard.words, guard.own)
    found: dict[tuple[int, str], str] = {}  # of word and part: the sort of text
    known: dict[tuple[str, int], set[int]] = {}  # many texts come again in every layout
    carried = deck.theme.template is not None

    def say(part: str, sort: str, text: str) -> None:
        least = IN_DATA if sort == "data" else 0
        hits = known.get((text, least))
        if hits is None:
            hits = known[text, least] = matcher.find(text, least)
        if not hits or (not carried and _deckgens(part, sort) and is_own(text)):
            return
        for number in hits:
            if sort == "text" or (number, part) not in found:
                found[number, part] = sort

    slides = read_package(pieces, say)
    places = {key: _place(key[1], sort, slides) for key, sort in found.items()}
    result = _in_source(deck, guard, matcher, places)
    explained = {number for number, _ in result}
    findings = [finding for _, finding in result]
    told: dict[int, int] = {}
    for (number, part), (slide, where) in places.items():
        if number in explained and part.startswith(_WRITTEN):
            continue
        told[number] = told.get(number, 0) + 1
        if told[number] <= MOST:
            findings.append(_in_file(deck, guard.words[number], part, slide, where))
    if target is not None:
        shown = _shown(target, guard.root)
        for number in sorted(matcher.find(shown)):
            word = guard.words[number]
            findings.append(
                _finding(
                    word,
                    f"in the deck's path {shown!r}",
                    Span(deck.source, 0, 0),
                    "write it to another place: -o",
                )
            )
    return guard.placed(findings)


def _deckgens(part: str, sort: str) -> bool:
    """Whether deckgen puts texts of its own there: prompts of layouts, names of shapes and sheets."""
    return sort == "name" or part.startswith(
        ("ppt/slideLayouts/", "ppt/slideMasters/", "ppt/notesMasters/", "ppt/handoutMasters/")
    )


def _in_source(
    deck: Deck, guard: Guard, matcher: Matcher, places: dict[tuple[int, str], tuple[int, str]]
) -> list[tuple[int, Finding]]:
    """The places in the talk where the words stand."""
    by_span: dict[Span, list[int]] = {}
    for number, scene in enumerate(deck.scenes, 1):
        if scene.span is not None:
            by_span.setdefault(scene.span, []).append(number)
    spots: dict[int, list[tuple[int, str]]] = {}
    for (number, _), place in places.items():
        spots.setdefault(number, []).append(place)
    result: list[tuple[int, Finding]] = []
    told: dict[int, set[Span]] = {}
    for text, span, slide in texts_of(guard.talk):
        for number in sorted(matcher.find(text)):
            before = told.setdefault(number, set())
            if span in before or len(before) >= MOST:
                continue
            before.add(span)
            numbers = by_span.get(slide, []) if slide is not None else []
            own = [where for n, where in spots.get(number, ()) if n in numbers]
            own = own or [f"on slide {n}" for n in numbers]
            every = own or [where for _, where in spots.get(number, ())]
            ident = deck.scenes[numbers[0] - 1].id if numbers else ""
            result.append((number, _finding(guard.words[number], _listed(every), span, "", ident)))
    return result


def _in_file(deck: Deck, word: Guarded, part: str, slide: int, where: str) -> Finding:
    """A word that no text of the talk has."""
    scene = deck.scenes[slide - 1] if 0 < slide <= len(deck.scenes) else None
    span = scene.span if scene is not None and scene.span is not None else Span(deck.source, 0, 0)
    fix = (
        ""
        if part.startswith(_WRITTEN)
        else "take it out of the theme, the template or the picture that brings it along"
    )
    return _finding(word, f"{where} ({part})", span, fix, scene.id if scene is not None else "")


def _finding(word: Guarded, where: str, span: Span, fix: str, slide: str = "") -> Finding:
    shown = word.text[:60]
    stands = f"; it stands {where}" if where else ""
    if word.code == AVOIDED:
        fix = fix or "say it in other words: `change` or `replace` it for this client"
        message = f"{shown!r} must not be said to this client{stands}"
        notes = (Note("avoided here", word.span),)
        return Finding("avoided-word", message, span, Severity.ERROR, fix, notes, slide)
    fix = fix or f"take it out, or insert `${{client.name}}`; where it may be named: `mentions: [{shown}]`"
    message = f"{shown!r} names another client, {word.client[:60]!r}{stands}"
    notes = (Note("this client's name stands here" if word.span.line else "this client's file", word.span),)
    return Finding("other-client", message, span, Severity.ERROR, fix, notes, slide)


def _place(part: str, sort: str, slides: dict[str, int]) -> tuple[int, str]:
    """The slide's number, 0 for none, and where it is in words."""
    within = next((p for p in slides if part.startswith((f"{p}/",))), part)
    number = slides.get(within, 0)
    base = within.replace("/_rels/", "/").removesuffix(".rels")
    if (
        not number
        and base.startswith(("ppt/slides/", "ppt/notesSlides/"))
        and (match := _NUMBER.search(base))
    ):
        number = slides.get(base, int(match[1]))
    words = next((text for start, text in _PLACES if base.startswith(start)), "in a part of the file")
    if "{}" in words:
        words = words.format(number) if number else re.split(" (?:of|on) slide", words)[0]
    more = {"link": "as the target of a link ", "part": "as a part's name ", "metadata": "in metadata "}.get(
        sort, ""
    )
    if sort in ("name", "description") and base.startswith("ppt/slides/"):
        more = "as a name or description "
    return number, more + words


def _listed(places: Iterable[str]) -> str:
    every = list(dict.fromkeys(places))
    return ", ".join(every[:6]) + (f" and {len(every) - 6} more" if len(every) > 6 else "")


def _shown(target: Path, root: Path) -> str:
    """The deck's path within the project, else its name: what lies above is nobody's who gets the deck."""
    try:
        return target.resolve().relative_to(root.resolve()).as_posix()
    except (ValueError, OSError):
        return target.name
