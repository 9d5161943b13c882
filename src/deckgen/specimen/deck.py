"""The specimen of a theme: samples -> one talk -> composed as every talk is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..api import Loaded, compose, pictures_of
from ..errors import TalkError, gate
from ..findings import Finding, Findings, Severity, Span
from ..kinds import Records, kind_names
from ..model.picture import PictureRef
from ..model.reader import read_talk
from ..model.slide import Slide
from ..model.talk import Talk
from ..records import dataclass, replace
from ..reference import looks_of
from ..scene.deck import Deck
from ..source.decode import Decoder
from ..source.nodes import Entry, Map, Node, Scalar, Seq
from ..source.variables import Variables
from ..source.workspace import Workspace
from ..theme.records import Look, Theme
from .pages import FILE, first_pages
from .samples import FOLDER, Sample, examples, head, samples, slide, words

GROUNDS = ("light", "dark", "accent")


@dataclass(frozen=True, slots=True)
class _Shown:
    """A sample, the layout that it is shown in ("" for the kind's own choice)."""

    sample: Sample
    layout: str = ""


class _Book:
    """Composes talks of samples on one theme."""

    def __init__(self, theme: Theme, lang: str, grounds: Sequence[str]) -> None:
        self.lang = lang
        self.words = words(lang)
        self.head = head(lang)
        self.grounds = [g for g in grounds if g in theme.grounds]
        self.alike: set[tuple[str, Sample]] = (
            set()
        )  # what a client's layouts draw on that ground as on another
        self.theme, self.pages = first_pages(theme, self.grounds, self.words, lang)

    def talk(self, shown: Sequence[_Shown], pages: Sequence[Node] = (), only: str = "") -> Talk:
        """The talk of these samples on all grounds (or `only` on one), after the first pages.

        Raises:
            TalkError: if one of them can't be read.
        """
        slides: list[Node] = [*pages]
        for ground in [only] if only else self.grounds:
            slides += [slide(s.sample, ground, self.words, s.layout) for s in shown if self._drawn(s, ground)]
        span = Span(FILE)
        node = Map(
            (*self.head.entries, Entry(Scalar("slides", span), Seq(tuple(slides), span))), self.head.span
        )
        findings = Findings()
        workspace = Workspace(FOLDER, FOLDER, findings)
        decoder = Decoder(findings, workspace, Variables({}, findings), self.lang, FOLDER / FILE)
        read = read_talk(node, decoder, Records())
        gate(findings)
        assert read is not None
        return read

    def deck(self, shown: Sequence[_Shown], pages: Sequence[Node] = (), only: str = "") -> Deck:
        """That talk, composed.

        Raises:
            TalkError: if one of the samples can't be shown in this theme.
        """
        talk, findings = self.talk(shown, pages, only), Findings()
        logos = self.theme.logo.files if self.theme.logo is not None else ()
        refs = [*talk.pictures, *(PictureRef(f.path, f.label, f.span) for f in logos)]
        assets = pictures_of(refs, findings)
        gate(findings)
        return compose(Loaded(talk, self.theme, "brand", assets, FOLDER / FILE, FOLDER, tuple(findings)))

    def _drawn(self, shown: _Shown, ground: str) -> bool:
        """Whether the slide is drawn on that ground, and not as on one before it."""
        own = not shown.layout or ground in self.theme.looks[shown.layout].grounds
        return own and (ground, shown.sample) not in self.alike


def specimen(theme: Theme, lang: str = "en", grounds: Sequence[str] = GROUNDS) -> tuple[Deck, list[Finding]]:
    """The specimen of `theme` in `lang` (one of `LANGS`) on those grounds that it has, and what couldn't be shown in it, as warnings.

    Raises:
        TalkError: if the theme can't draw the first pages.
    """
    book, told = _Book(theme, lang, grounds), list[Finding]()
    shown = [_Shown(s) for s in samples(lang)]
    kinds = _kinds(book.talk(shown, only=book.grounds[0]))
    last = len(shown) - sum("closing" in names for names in kinds)  # what none of the samples shows
    missing = [name for name in kind_names() if not any(name in names for names in kinds)]
    shown[last:last] = [_Shown(s) for s in examples(missing)]
    deck, shown = _composed(book, shown, told)
    if theme.template is not None:
        _leave_out(book, shown)
        deck, shown = _composed(book, shown, told)
    more = list(_unseen(book, deck, shown))
    if more:
        shown[last:last] = more
        deck, shown = _composed(book, shown, told)
    return deck, told


def _composed(book: _Book, shown: list[_Shown], told: list[Finding]) -> tuple[Deck, list[_Shown]]:
    """The deck of all samples that this theme can show; what is wrong with the others goes to `told`."""
    while True:
        try:
            return book.deck(shown, book.pages), shown
        except TalkError as error:
            wrong = [f for f in error.findings if f.severity is Severity.ERROR]
            kept = [s for s in shown if not any(s.sample.holds(f.span) for f in wrong)]
            pages = [p for p in book.pages if not any(f.span == p.span for f in wrong)]
            if len(kept) == len(shown) and len(pages) == len(book.pages):
                raise
            book.pages = pages
            told += [replace(f, severity=Severity.WARNING) for f in wrong if f.span is not None]
            shown = kept


def _leave_out(book: _Book, shown: Sequence[_Shown]) -> None:
    """Leave out what looks on this ground as on one before it: a client's layout has a ground of its own."""
    seen: dict[Sample, list[set[tuple[str, str]]]] = {}
    for ground in book.grounds:
        drawn: dict[Sample, set[tuple[str, str]]] = {}
        for scene in book.deck(shown, only=ground).scenes:
            for one in shown:
                if one.sample.holds(scene.span):
                    drawn.setdefault(one.sample, set()).add((scene.layout.look, scene.layout.ground))
        for sample, looks in drawn.items():
            if looks in seen.setdefault(sample, []):
                book.alike.add((ground, sample))
            seen[sample].append(looks)


def _unseen(book: _Book, deck: Deck, shown: Sequence[_Shown]) -> Iterator[_Shown]:
    """The looks that no slide of `deck` has, each with a sample of its kind that it can show."""
    seen = {scene.layout.look for scene in deck.scenes}
    kinds = _kinds(book.talk(shown, only=book.grounds[0]))
    for name in kind_names():
        for look in looks_of(name, book.theme):
            if look.name in seen:
                continue
            own = [s.sample for s, names in zip(shown, kinds, strict=True) if name in names]
            found = next((s for s in own if _shows(book, s, look)), None)
            if found is not None:
                seen.add(look.name)
                yield _Shown(found, look.name)


def _shows(book: _Book, sample: Sample, look: Look) -> bool:
    """Whether a sample can be shown in a look, with nothing lost."""
    try:
        deck = book.deck([_Shown(sample, look.name)])
    except TalkError:
        return False
    return {scene.layout.look for scene in deck.scenes} == {look.name}


def _kinds(talk: Talk) -> list[set[str]]:
    """The kinds that each slide of a talk shows: its own, and those of the slides within it."""
    return [{s.kind for s in _walk(slide)} for slide in talk.slides]


def _walk(slide: Slide) -> Iterator[Slide]:
    yield slide
    for point in getattr(slide.content, "points", ()):
        if point.slides is not None:
            for inner in point.slides.slides:
                yield from _walk(inner)
