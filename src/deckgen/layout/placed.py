"""A slide on its look, its texts still to be settled; where its items stand; which conditions hold for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field

from ..findings import Finding, Severity, Span
from ..model.labels import Labels
from ..model.text import RichText
from ..records import dataclass, replace
from ..scene.items import Item, Placeholder, Text
from ..theme.paint import Color
from ..theme.records import ALWAYS, Ground, Look, PlaceholderSpec, Theme, When
from ..typeset.measure import measure_for
from ..units import Box, points
from .draft import Draft, ItemSlots
from .jobs import Job, TextJob
from .runs import Faces


def holder_of(spec: PlaceholderSpec) -> Placeholder | None:
    """The layout's placeholder that an item stands in, None where the theme has it stand free."""
    return None if spec.free else Placeholder(spec.role, spec.type, spec.idx)


@dataclass(slots=True, eq=False)
class Spot:
    """Where an item stands: `box` (EMU) may change until the slide is finished.

    `spec` is the placeholder's, None for shapes; `home` the layout's box of that placeholder.  `round` shapes keep their size when
    their place is squeezed.
    """

    box: Box
    spec: PlaceholderSpec | None = None
    home: Box | None = None
    job: TextJob | None = None
    round: bool = False
    hidden: bool = False
    page: bool = False  # the theme's own shape, which stands where it is on every slide
    moved: Callable[[Box], None] | None = None  # told of a new box, where that isn't a text's
    cut: Box | None = None  # what is left of the frame where another one begins (`layout.frames`)

    @property
    def role(self) -> str:
        """The placeholder's role, "" for shapes."""
        return self.spec.role if self.spec is not None else ""

    @property
    def final(self) -> Box:
        """The box as written: with the spare room that its text took, without what another frame takes."""
        if self.cut is not None:
            return self.cut
        job = self.job
        if job is None or not job.spared:
            return self.box
        width, height = points(job.spare[0]), points(job.spare[1])
        left = {"left": 0, "center": width // 2, "right": width}[job.align]
        box = self.box
        return Box(box.x - left, box.y, box.w + width, box.h + height)

    @property
    def placed(self) -> bool:
        """Whether the slide says the box: it isn't the layout's."""
        return self.final != self.home

    def narrow(self, by: int) -> None:
        """Take `by` EMU off the width, at the side where its lines end."""
        job, box = self.job, self.box
        assert job is not None
        job.reshape(by)
        self.box = Box(box.x + (by if job.align == "right" else 0), box.y, box.w - by, box.h)

    def move(self, box: Box) -> None:
        """Stand in `box`, of the same width; the text has the new height."""
        if self.job is not None:
            self.job.heighten(box.h - self.box.h)
        self.box = box
        if self.moved is not None:
            self.moved(box)


@dataclass(slots=True)
class Placed:
    """A slide with its texts still to be settled: `finish()` gives the items in drawing order."""

    draft: Draft
    look: Look
    ground: Ground
    jobs: list[Job] = field(default_factory=list)
    parts: list[Callable[[], Item | tuple[Item, ...] | None]] = field(default_factory=list)
    shown: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    alt_told: bool = False  # whether the slide's alt text stands with a picture, chart or drawing
    spots: list[Spot] = field(default_factory=list)
    chrome: tuple[Box, ...] = ()  # where the texts of footer and number stand, if they are shown
    floor: int = 0  # where the body of the theme's master ends, EMU

    def finish(self) -> tuple[Item, ...]:
        """The items, once all jobs are settled; asked for once, since what they are made from is let go then."""
        result: list[Item] = []
        for part in self.parts:
            made = part()
            if made is not None:
                result += made if isinstance(made, tuple) else (made,)
        for used in (self.parts, self.jobs, self.spots):  # they hold one another, which would keep them
            used.clear()
        return tuple(result)


@dataclass(frozen=True, slots=True)
class Easel:
    """What placing needs beside the draft: theme, measures, profile, pictures (key -> pixels), right-to-left, label words, the talk's footer,
    the words of the theme's labels in the talk's language."""

    theme: Theme
    faces: Faces
    profile: str
    pixels: Mapping[str, tuple[int, int]]
    rtl: bool = False
    labels: Labels | None = None
    footer: RichText | None = None
    captions: Mapping[str, str] = field(default_factory=dict)


def inset(text: Text, spec: PlaceholderSpec, moved: bool) -> Text:
    """A text whose insets count from the placeholder's frame: a client's layout may have its own round what `spec.box` says.

    Where the slide says the place (`moved`), it is that of the text itself.
    """
    if not any(spec.insets):
        return text
    own = text.insets or (0, 0, 0, 0)
    if moved or spec.free:
        return replace(text, insets=own)
    if text.insets is None:
        return text
    left, top, right, bottom = (a + b for a, b in zip(own, spec.insets, strict=True))
    return replace(text, insets=(left, top, right, bottom))


FOOTER_ROOM = 6.0  # pt beside a footer's words that stays free
GRAPHICS = ("table", "chart")  # they fill the room that they are given


def holds(
    when: When,
    draft: Draft,
    item: ItemSlots | None = None,
    place: tuple[int, int] = (0, 0),
    ground: str = "",
    have: set[str] | None = None,
) -> bool:
    """Whether a shape's or placeholder's conditions hold for the slide (or for one item of a list); `have` are its `names_of`, if known."""
    if when is ALWAYS:
        return True
    if when.slot or when.without:
        have = names_of(draft) if have is None else have
        have = have | set(item.slots) if item else have
        if any(s not in have for s in when.slot) or any(s in have for s in when.without):
            return False
    count = draft.count or len(draft.items) or len(draft.body)
    if when.count and not when.count[0] <= count <= when.count[1]:
        return False
    if when.rows and not when.rows[0] <= len(draft.body) <= when.rows[1]:
        return False
    if when.grounds and ground not in when.grounds:
        return False
    facts: tuple[tuple[bool | None, bool | None], ...]
    if item is not None:
        first, last = place[0] == 0, place[0] == place[1] - 1
        facts = ((when.current, item.current), (when.done, item.done), (when.first, first), (when.last, last))
        if when.before_current is not None:
            own = draft.items[place[0] + 1 : place[0] + 2]
            facts = (*facts, (when.before_current, bool(own) and own[0].current))
    else:
        facts = (
            (when.current, None),
            (when.done, None),
            (when.first, draft.index == 1),
            (when.last, draft.index == draft.count),
        )
    return all(want is None or want == fact for want, fact in facts)


def footer_ink(footer: RichText, spec: PlaceholderSpec, easel: Easel) -> Box:
    """Where the footer's words stand in their box, set in one line as large as they are there: a source may come near."""
    box, text = spec.box, spec.text
    assert text is not None
    face = easel.faces.face(text.style.font, text.style.bold)
    wide = measure_for(face).width(footer.plain, text.style.size, text.style.tracking)
    width = min(box.w, points(wide + FOOTER_ROOM))
    left = {"left": box.x, "center": box.x + (box.w - width) // 2, "right": box.right - width}[text.align]
    return replace(box, x=left, w=width)


def chosen(look: Look, draft: Draft, ground: Ground) -> Iterator[PlaceholderSpec]:
    """The placeholder of each role whose conditions hold, in the look's order; alternatives with conditions come first."""
    specs = look.placeholders
    pick: dict[str, int] = {}
    later: list[int] = []
    have: set[str] | None = None
    for i, spec in enumerate(specs):
        if not look.conditional(i):
            later.append(i)
        elif spec.role not in pick:
            have = names_of(draft) if have is None else have
            if holds(spec.when, draft, ground=ground.name, have=have):
                pick[spec.role] = i
    for i in later:
        pick.setdefault(specs[i].role, i)
    for i, spec in enumerate(specs):
        if pick.get(spec.role) == i:
            yield spec


def names_of(draft: Draft) -> set[str]:
    return {"title", *draft.slots, *draft.section, *_beside_texts(draft), *_facts(draft)}


def _beside_texts(draft: Draft) -> set[str]:
    """What the slide holds beside the texts of its slots."""
    found = {*draft.pictures, *draft.regions}
    if draft.table is not None:
        found.add("table")
    if draft.chart is not None:
        found.add("chart")
    if draft.body:
        found.add("body")
    if draft.items:
        found.add("items")
    return found


def _facts(draft: Draft) -> Iterator[str]:
    """What holds for the slide beside what it shows: all its items have leads, some have lists below them."""
    rows = draft.items or draft.body
    if rows and all("lead" in row.slots for row in rows):
        yield "leads"
    if any(row.children for row in rows):
        yield "nested"


def slot_of(draft: Draft, name: str) -> RichText | None:
    """The slide's text of that slot."""
    return draft.title if name == "title" else draft.slots.get(name) or draft.section.get(name)


def alt_unused(what: str, span: Span | None) -> Finding:
    """The finding for an `alt` of a slide or block that shows nothing without words."""
    message = f"`alt` says what a picture or drawing shows, and this {what} has none"
    return Finding("alt-unused", message, span, Severity.WARNING, "take `alt` out, or add `image:`")


def unshown(placed: Placed) -> set[str]:
    """Slots with content that the look does not show: nothing is lost silently.

    What deckgen itself adds may go where the author chose the layout; the title of a series is looked for on all its slides.
    """
    draft = placed.draft
    if "counter" in placed.shown:  # it says the number too
        placed.shown.add("number")
    if {"section-number", "section-roman"} & placed.shown:
        placed.shown.add("eyebrow")
    have = {n for n, v in draft.slots.items() if v.plain.strip()} | _beside_texts(draft)
    rows = draft.items if any(s.role == "body" for s in placed.spots) else (*draft.items, *draft.body)
    have |= {"the list below an item"} if any(i.children for i in rows) else set()
    spared = (draft.made if draft.layout else frozenset()) | ({"kicker"} if draft.titled else frozenset())
    return have - placed.shown - spared - (draft.made & set(placed.look.omits))


# a hidden title is unseen even where a program ignores the selection pane's eye
UNSEEN = Color("tx1", alpha=0)


def unseen(text: Text) -> Text:
    """The same text, drawn as nothing."""
    paragraphs = tuple(
        replace(p, runs=tuple(replace(r, color=UNSEEN) for r in p.runs)) for p in text.paragraphs
    )
    return replace(text, paragraphs=paragraphs)
