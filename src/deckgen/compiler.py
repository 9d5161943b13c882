"""The phases in order: a talk's slides -> drafts (kinds) -> placed on looks -> fitted -> scenes -> deck."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from .discovery import module
from .drafting import drafts_of
from .errors import gate
from .findings import Findings
from .kinds._kind import SectionFacts
from .layout.chrome import Chrome
from .layout.crop import cover
from .layout.draft import Draft
from .layout.frames import part_frames
from .layout.jobs import TextJob, settle_all
from .layout.looks import logos_of, look_of, with_logo
from .layout.notes import notes_text
from .layout.place import place
from .layout.placed import Easel, Placed, alt_unused, unshown
from .layout.runs import Faces
from .layout.stack import stack
from .links import aliases, check_links
from .model.labels import Labels
from .model.locale import base, is_rtl, region
from .model.slide import Slide
from .model.talk import Talk
from .model.text import RichText, one_line
from .model.timetable import Budgeted
from .progress import facts_of
from .records import replace
from .scene.deck import Asset, BackgroundPicture, Budget, Deck, LayoutRef, Properties, Scene, Section
from .scene.items import Item, Shape
from .splitting import by_count, numbered, split
from .theme.paint import Gradient
from .theme.records import Ground, Look, Theme
from .trackers import Facts, tracker
from .units import Box


def compose_deck(
    talk: Talk, theme: Theme, assets: Mapping[str, Asset], findings: Findings, fonts: str
) -> Deck:
    """Compose `talk` on `theme`; `assets` are the talk's pictures by path.

    Raises:
        TalkError: if a text can't fit or a slide can't be drawn.
    """
    info = talk.info
    lang = region(talk.lang)

    def words(tag: str) -> Labels:
        own = info.labels if base(tag) == base(talk.lang) else {}  # the talk's labels are in its language
        return Labels(tag, _theme_labels(theme, tag), own)

    labels = words(talk.lang)
    drafts, sections, budgets = drafts_of(talk, words, lang, findings)
    gate(findings)
    rtl = is_rtl(talk.lang)
    theme = module("deckgen.theme", "mirror").mirrored(theme) if rtl else theme
    if fonts == "office":
        theme = module("deckgen.theme", "numerals").office_numerals(theme)
    faces = Faces(theme, fonts)
    pixels = {key: (asset.width, asset.height) for key, asset in assets.items()}
    captions = _captions(theme, talk)
    logos = logos_of(info, theme)
    if logos is not None:
        drafts = [with_logo(d, theme, logos[0]) for d in drafts]
        if theme.template is None:
            keys = [str(ref.path) if ref is not None else "" for ref in logos]
            theme, assets = module("deckgen.layout", "logo").with_marks(theme, *keys, assets)
            pixels = {key: (asset.width, asset.height) for key, asset in assets.items()}
    easel = Easel(theme, faces, info.profile, pixels, rtl, labels, info.footer, captions)
    start = info.start.hour * 60 + info.start.minute if info.start is not None else None
    times = [(s.begins, s.seconds) for s in sections]
    placed = _place_all(drafts, easel, labels, findings, lambda made: facts_of(made, times, start))
    names = aliases(talk, [p.draft for p in placed])
    if not findings.has_errors:
        check_links(talk, [p.draft for p in placed], names, findings)
    if any(job.trouble or job.division.words for p in placed for job in p.jobs):
        module("deckgen", "fit_findings").tell_fit(placed, findings)
    gate(findings)
    titles = _names(placed)
    scenes = tuple(
        _scene(p, titles[i], easel, lang, section)
        for i, (p, section) in enumerate(zip(placed, _section_ids(placed), strict=True))
    )
    if _spare(talk.slides):
        scenes = module("deckgen.layout", "cut_marks").marked(scenes, talk, labels)
    deck = Deck(
        scenes=scenes,
        sections=_sections(scenes, sections, info.title.plain),
        theme=theme,
        fonts=fonts,
        assets=_used(assets, scenes, theme),
        properties=_properties(talk, lang),
        lang=lang,
        footer=info.footer.plain if info.footer is not None else "",
        rtl=rtl,
        profile=info.profile,
        source=talk.file,
        findings=tuple(findings),
        aliases=names,
        budgets=tuple(_budget(b, info.title) for b in budgets),
    )
    if not any(_over_picture(scene) for scene in scenes):
        return deck
    scrimmed: Deck = module("deckgen.layout", "scrim").with_scrims(deck)
    return scrimmed


def _spare(slides: Sequence[Slide]) -> bool:
    """Whether any slide may go when time is short."""
    return any(
        s.keys.priority != "must"
        or any(
            (p.keys is not None and p.keys.priority != "must")
            or (p.slides is not None and _spare(p.slides.slides))
            for p in getattr(s.content, "points", ())
        )
        for s in slides
    )


def _over_picture(scene: Scene) -> bool:
    """Whether texts may stand over a picture, on a scrim."""
    return scene.background is not None or any(
        isinstance(item, Shape) and isinstance(item.fill, Gradient) for item in scene.items
    )


def _captions(theme: Theme, talk: Talk) -> dict[str, str]:
    """The theme's labels in the talk's language, gaps filled from English, then from its first language; the talk's own win."""
    first = next(iter(theme.labels.values()), {})
    words = (first, theme.labels.get("en", {}), _theme_labels(theme, talk.lang), talk.info.labels)
    return {key: text for part in words for key, text in part.items()}


def _theme_labels(theme: Theme, lang: str) -> Mapping[str, str]:
    return theme.labels.get(lang) or theme.labels.get(base(lang)) or {}


# ---------------------------------------------------------------- drafts -> placed and fitted


def _place_all(
    drafts: list[Draft], easel: Easel, labels: Labels, findings: Findings,
    facts: Callable[[Sequence[Draft]], list[Facts]],
) -> list[Placed]:  # fmt: skip
    theme = easel.theme
    drafts = numbered([part for d in drafts for part in by_count(d, theme)], labels)
    before: dict[int, Placed] = {}  # by draft: as it was placed in the round before
    for _ in range(8):
        placed: list[Placed] = []
        for d, own in zip(drafts, facts(drafts), strict=True):
            look, ground = _look(d, theme, findings)
            if look is None or ground is None:
                continue
            placed.append(place(d, look, ground, easel, _tracking(theme, own)))
            if id(d) in before:
                _inherit(placed[-1], before[id(d)])
        stack(placed)
        steps: dict[tuple[str, ...], int] = {}
        parts = {p.draft.id: split(p, steps) for p in placed if p.draft.splittable}
        if all(len(own) == 1 for own in parts.values()):
            break
        before = {id(p.draft): p for p in placed}
        drafts = numbered([part for d in drafts for part in parts.get(d.id, [d])], labels)
    settle_all([job for p in placed for job in p.jobs])
    for p in placed:
        for found in p.findings:
            findings.add(found)
        lost = unshown(p)
        if p.draft.alt and not p.alt_told and "picture" not in lost:
            findings.add(alt_unused("slide", p.draft.span))
        if "picture" in lost:
            lost.discard("picture")
            _no_place_beside(p, theme, findings)
        for name in sorted(lost):
            findings.error(
                "slot-lost",
                f"the look {p.look.name!r} of theme {theme.name!r} doesn't show {_quoted(name)}",
                p.draft.span,
                "take it out, or choose another `layout`",
            )
    _tell_lost_titles(placed, findings)
    chrome = Chrome(easel)
    for number, p in enumerate(placed, 1):
        chrome.add(p, number)
    settle_all([job for p in placed for job in p.jobs])
    part_frames(placed)
    return placed


def _no_place_beside(p: Placed, theme: Theme, findings: Findings) -> None:
    """Say that a picture has no room beside the slide's content, and where it has some."""
    columns = p.look.name.startswith("columns")
    findings.error(
        "slot-lost",
        f"the look {p.look.name!r} of theme {theme.name!r} has no room for a picture beside its content",
        p.draft.pictures["picture"].span,
        "put it into one of the columns" if columns else "give it a slide of its own",
    )


def _tell_lost_titles(placed: Sequence[Placed], findings: Findings) -> None:
    """Report the title of a series that its points' slides should show, and none does."""
    lost: dict[str, RichText] = {}
    for p in placed:
        if p.draft.titled:
            lost.setdefault(p.draft.series, p.draft.slots["kicker"])
    for p in placed:
        if p.draft.look == "points-recap" or (p.draft.titled and "kicker" in p.shown):
            lost.pop(p.draft.series, None)
    for title in lost.values():
        findings.error(
            "slot-lost",
            "the title of the points would stand above each, and their layout shows no kicker",
            title.span,
            "take it out, add `overview` to `show`, or choose another `layout`",
        )


def _inherit(placed: Placed, before: Placed) -> None:
    """Keep what the texts of an unchanged slide were measured to."""
    for job, old in zip(placed.jobs, before.jobs, strict=False):
        if isinstance(job, TextJob) and isinstance(old, TextJob):
            job.inherit(old)


def _quoted(slot: str) -> str:
    return slot if " " in slot else repr(slot)


def _tracking(theme: Theme, facts: Facts) -> Callable[[Draft, Look, Ground], tuple[Item, ...]]:
    def draw(_: Draft, look: Look, ground: Ground) -> tuple[Item, ...]:
        if look.tracker is None:
            return ()
        return tracker(look.tracker.name).draw(facts, look.tracker.options, ground, theme)

    return draw


def _look(d: Draft, theme: Theme, findings: Findings) -> tuple[Look | None, Ground | None]:
    name = d.look
    if d.layout:
        if d.layout not in theme.looks:
            known = ", ".join(sorted(theme.looks))
            findings.error(
                "unknown-layout",
                f"theme {theme.name!r} has no layout {d.layout!r}",
                d.span,
                f"it has: {known}",
            )
            return None, None
        name = d.layout
    look = look_of(d, theme)
    if look is None:
        findings.error("unknown-look", f"theme {theme.name!r} can't draw {name!r}", d.span)
        return None, None
    if d.ground_picture is not None and "picture" in d.pictures and _covers(look, theme):
        findings.error(
            "background-covered",
            "the slide's picture covers the picture of its background",
            d.ground_picture.span,
            "take `background` out, or write `side: right`",
        )
    over = d.ground_picture is not None and "dark" in look.grounds
    ground = d.ground or ("dark" if over else look.ground)
    if ground not in look.grounds:
        findings.error(
            "unknown-ground",
            f"the layout {look.name!r} has no ground {ground!r}",
            d.span,
            f"write one of: {', '.join(look.grounds)}",
        )
        return None, None
    return look, theme.grounds[look.ground_of(ground)]


def _covers(look: Look, theme: Theme) -> bool:
    """Whether the look's picture fills the slide."""
    spec = look.placeholder("picture")
    # boxes are in thousandths of an inch
    return spec is not None and spec.box.w >= theme.width - 1000 and spec.box.h >= theme.height - 1000


# ---------------------------------------------------------------- placed -> scenes


def _scene(p: Placed, name: str, easel: Easel, lang: str, section: str) -> Scene:
    theme, pixels = easel.theme, easel.pixels
    d = p.draft
    slide_lang = region(d.lang) if d.lang else lang
    background = None
    if d.ground_picture is not None:
        key = str(d.ground_picture.path)
        whole = Box(0, 0, theme.width, theme.height)
        background = BackgroundPicture(
            key, cover(pixels[key], whole, d.focus) if key in pixels else (0, 0, 0, 0)
        )
    return Scene(
        id=d.id,
        name=name,
        title=d.title.plain.replace("\v", " ").replace("\u00ad", ""),
        kind=d.kind,
        layout=LayoutRef(p.look.name, p.ground.name),
        items=p.finish(),
        lang=slide_lang,
        section=section,
        notes=notes_text(d.notes, slide_lang) if d.notes is not None else None,
        hidden=d.hidden,
        background=background,
        transition=theme.transition,
        seconds=d.seconds,
        generated=d.generated,
        span=d.span,
        rtl=is_rtl(d.lang or lang),
    )


def _names(placed: Sequence[Placed]) -> list[str]:
    """A unique name for each slide (VBA's Slide.Name): its title, counted where it is there before."""
    seen: dict[str, int] = {}
    result = []
    for p in placed:
        base = one_line(p.draft.title.plain)[:80] or p.draft.id
        seen[base] = seen.get(base, 0) + 1
        result.append(base if seen[base] == 1 else f"{base} [{p.draft.id}]")
    return result


def _section_ids(placed: Sequence[Placed]) -> list[str]:
    result, current = [], ""
    for p in placed:
        if p.draft.opens_section:
            current = p.draft.opens_section
        elif p.draft.kind == "closing":
            current = ""
        result.append(current if p.draft.kind != "closing" else "closing")
    return result


def _sections(scenes: Sequence[Scene], facts: Sequence[SectionFacts], title: str) -> tuple[Section, ...]:
    """PowerPoint's sections: every slide in exactly one, in order; slides before the first section stand under the talk's title."""
    names = {
        f.id.removeprefix("agenda/"): f.title.plain.replace("\v", " ").replace("\u00ad", "") for f in facts
    }
    if not names:
        return ()
    result: list[Section] = []
    for scene in scenes:
        if result and result[-1].id == (scene.section or "start"):
            last = result[-1]
            result[-1] = replace(last, scenes=(*last.scenes, scene.id))
        else:
            key = scene.section or "start"
            result.append(
                Section(key, names.get(key, scene.title if key == "closing" else title), (scene.id,))
            )
    return tuple(result)


def _budget(found: Budgeted, talk: RichText) -> Budget:
    slide = found.slide
    if slide is None:
        return Budget("talk", one_line(talk.plain), found.seconds, found.allowed.seconds, found.allowed.span)
    title = getattr(slide.content, "section", slide.keys.title)
    words = one_line(title.plain) if title is not None else slide.id
    return Budget(slide.kind, words, found.seconds, found.allowed.seconds, slide.span)


def _used(assets: Mapping[str, Asset], scenes: Sequence[Scene], theme: Theme) -> dict[str, Asset]:
    names = {getattr(item, "asset", "") for scene in scenes for item in scene.walk()}
    names |= {s.background.asset for s in scenes if s.background is not None}
    names |= {mark.asset for mark in theme.marks.values() if mark.fixed}
    return {key: asset for key, asset in assets.items() if key in names}


def _properties(talk: Talk, lang: str) -> Properties:
    info = talk.info
    return Properties(
        title=info.title.plain,
        subject=info.subtitle.plain if info.subtitle is not None else "",
        creator=", ".join(s.name for s in info.speakers if s.name),
        keywords=info.event.plain if info.event is not None else "",
        lang=lang,
        date=info.date.isoformat() if info.date else "",
        company=next((s.company.plain for s in info.speakers if s.company is not None), ""),
    )
