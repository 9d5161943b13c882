"""The phases in order: a talk's slides -> drafts (kinds) -> placed on looks -> fitted -> scenes -> deck."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from .drafting import drafts_of
from .errors import gate
from .findings import Finding, Findings, Severity
from .kinds._kind import SectionFacts
from .layout.draft import Draft
from .layout.jobs import PROBLEMS, settle_all
from .layout.notes import notes_text
from .layout.place import place
from .layout.placed import Easel, Placed, unshown
from .layout.runs import Faces
from .model.labels import Labels
from .model.locale import is_rtl, region
from .model.talk import Talk
from .model.text import RichText
from .progress import progress_of
from .scene.deck import Asset, BackgroundPicture, Deck, LayoutRef, Properties, Scene, Section
from .scene.items import Item, Paragraph, Placeholder, Run, Text, TextFrame
from .theme.records import Ground, Look, PlaceholderSpec, Theme
from .trackers import Facts, tracker


def compose_deck(
    talk: Talk, theme: Theme, assets: Mapping[str, Asset], findings: Findings, fonts: str
) -> Deck:
    """Compose `talk` on `theme`; `assets` are the talk's pictures by path.

    Raises:
        TalkError: if a text can't fit or a slide can't be drawn.
    """
    info = talk.info
    lang = region(talk.lang)
    labels = Labels(talk.lang, _theme_labels(theme, talk.lang), info.labels)
    drafts, sections = drafts_of(talk, labels, lang, findings)
    gate(findings)
    rtl = is_rtl(talk.lang)
    faces = Faces(theme, fonts)
    pixels = {key: (asset.width, asset.height) for key, asset in assets.items()}
    easel = Easel(theme, faces, info.profile, pixels, rtl)
    placed = _place_all(drafts, theme, easel, labels, findings)
    _tell_fit(placed, findings)
    gate(findings)
    numbers = _names(placed)
    scenes = tuple(
        _scene(p, i + 1, numbers[i], theme, info.footer, lang, section)
        for i, (p, section) in enumerate(zip(placed, _section_ids(placed), strict=True))
    )
    return Deck(
        scenes=scenes,
        sections=_sections(scenes, sections, info.title.plain),
        theme=theme,
        fonts=fonts,
        assets=_used(assets, scenes),
        properties=_properties(talk, lang),
        lang=lang,
        footer=info.footer or "",
        rtl=rtl,
        profile=info.profile,
        source=talk.file,
        findings=tuple(findings),
    )


def _tell_fit(placed: Sequence[Placed], findings: Findings) -> None:
    """Report texts that don't fit, and words that were divided."""
    troubles = 0
    for p in placed:
        for job in p.jobs:
            if job.trouble:
                troubles += 1
                findings.add(
                    Finding(
                        "text-overflow",
                        f"{job.role} of slide {p.draft.id!r}: {job.trouble}",
                        job.span or p.draft.span,
                        slide=p.draft.id,
                    )
                )
            elif job.hyphen and job.hyphen[0].endswith("-"):
                findings.add(
                    Finding(
                        "word-divided",
                        f"{''.join(job.hyphen)!r} is divided as {job.hyphen[0]} {job.hyphen[1]}",
                        job.span or p.draft.span,
                        Severity.INFO,
                        "mark another place with \\- or shorten the title",
                        slide=p.draft.id,
                    )
                )
    if troubles >= PROBLEMS:
        message = f"{PROBLEMS} texts don't fit; the rest wasn't looked at"
        findings.error("too-many", message, fix="another `profile` or theme sets smaller type")


def _theme_labels(theme: Theme, lang: str) -> Mapping[str, str]:
    return theme.labels.get(lang) or theme.labels.get(lang.split("-")[0]) or {}


# ---------------------------------------------------------------- drafts -> placed and fitted


def _place_all(
    drafts: list[Draft], theme: Theme, easel: Easel, labels: Labels, findings: Findings
) -> list[Placed]:
    drafts = [part for d in drafts for part in _by_count(d, theme, labels)]
    for _ in range(8):
        progress, stops = progress_of(drafts)
        placed = []
        for d, share in zip(drafts, progress, strict=True):
            look, ground = _look(d, theme, findings)
            if look is None or ground is None:
                continue
            placed.append(place(d, look, ground, easel, _tracking(theme, share, stops)))
        longer = {p.draft.id: p for p in placed if p.draft.splittable and _too_long(p)}
        if not longer:
            break
        drafts = [part for d in drafts for part in (_halves(d, labels) if d.id in longer else [d])]
    for p in placed:
        for name in sorted(unshown(p)):
            findings.error(
                "slot-lost",
                f"the look {p.look.name!r} of theme {theme.name!r} doesn't show {name!r}",
                p.draft.span,
                "take it out, or choose another `layout`",
            )
    settle_all([job for p in placed for job in p.jobs])
    return placed


def _tracking(theme: Theme, share: float, stops: int) -> Callable[[Draft, Look, Ground], tuple[Item, ...]]:
    def draw(d: Draft, look: Look, ground: Ground) -> tuple[Item, ...]:
        if look.tracker is None:
            return ()
        facts = Facts(d.id, share, stops, d.index, d.count)
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
    look = theme.looks.get(name) or theme.looks.get(name.rsplit("-", 1)[0])
    if look is None:
        findings.error("unknown-look", f"theme {theme.name!r} can't draw {name!r}", d.span)
        return None, None
    ground = d.ground or ("dark" if d.ground_picture is not None else look.ground)
    if ground not in look.grounds:
        findings.error(
            "unknown-ground",
            f"the layout {look.name!r} has no ground {ground!r}",
            d.span,
            f"write one of: {', '.join(look.grounds)}",
        )
        return None, None
    return look, theme.grounds[ground]


def _too_long(p: Placed) -> bool:
    return len(p.draft.body) > 1 and any(j.role == "body" and not j.fits_somehow() for j in p.jobs)


def _by_count(d: Draft, theme: Theme, labels: Labels) -> list[Draft]:
    """Split lists that have more items than the look takes."""
    look = theme.looks.get(d.layout or d.look)
    spec = look.placeholder("body") if look else None
    most = spec.text.maximum if spec is not None and spec.text is not None else 0
    if d.splittable and most and len(d.body) > most:
        parts = -(-len(d.body) // most)
        return _parts(d, parts, labels)
    if look is not None and (room := _item_room(look)) and len(d.items) > room:
        return _item_parts(d, room, labels)
    return [d]


def _item_room(look: Look) -> int:
    """How many items the look's repeats draw at most; 0 = any number."""
    repeats = [s for s in look.shapes if s.repeat is not None]
    if not repeats or any(s.when.count is None for s in repeats):
        return 0
    return max(s.when.count[1] for s in repeats if s.when.count is not None)


def _item_parts(d: Draft, room: int, labels: Labels) -> list[Draft]:
    """A series or agenda that is too long for one slide, over several; notes and time go with the first."""
    parts = -(-len(d.items) // room)
    size = -(-len(d.items) // parts)
    chunks = [d.items[i : i + size] for i in range(0, len(d.items), size)]
    return [
        replace(
            d,
            id=d.id if i == 0 else f"{d.id}/+{i}",
            items=chunk,
            count=len(chunk),
            part=(i + 1, parts),
            seconds=d.seconds if i == 0 else 0.0,
            notes=d.notes if i == 0 else None,
            generated=d.generated or i > 0,
            opens_section=d.opens_section if i == 0 else "",
            title=_counted(d, i + 1, parts, labels),
        )
        for i, chunk in enumerate(chunks)
    ]


def _halves(d: Draft, labels: Labels) -> list[Draft]:
    return _parts(d, 2, labels) if len(d.body) > 1 else [replace(d, splittable=False)]


def _parts(d: Draft, parts: int, labels: Labels) -> list[Draft]:
    """Even parts, never a single item alone where it can be helped; titles counted, ids continued."""
    size = -(-len(d.body) // parts)
    chunks = [d.body[i : i + size] for i in range(0, len(d.body), size)]
    base = d.id.split("/+")[0]
    start = int(d.id.split("/+")[1]) if "/+" in d.id else 0
    result = []
    for i, chunk in enumerate(chunks):
        ident = d.id if i == 0 else f"{base}/+{start + i}" if start == 0 else f"{d.id}.{i}"
        result.append(
            replace(
                d,
                id=ident,
                body=chunk,
                part=(i + 1, len(chunks)),
                seconds=d.seconds / len(chunks),
                notes=d.notes if i == 0 else None,
                generated=d.generated or i > 0,
                slots=d.slots
                if i == len(chunks) - 1
                else {k: v for k, v in d.slots.items() if k not in ("support", "source")},
                title=_counted(d, i + 1, len(chunks), labels),
            )
        )
    return result


def _counted(d: Draft, n: int, count: int, labels: Labels) -> RichText:
    first, *rest = d.title.paragraphs
    suffix = " " + labels.format("continued", n=n, count=count)
    return replace(
        d.title, paragraphs=(replace(first, runs=(*first.runs, type(first.runs[0])(suffix))), *rest)
    )


# ---------------------------------------------------------------- placed -> scenes


def _scene(
    p: Placed, number: int, name: str, theme: Theme, footer: str | None, lang: str, section: str
) -> Scene:
    d = p.draft
    items = list(p.finish())
    slide_lang = region(d.lang) if d.lang else lang
    if p.look.number:
        items.append(_chrome(theme.chrome.number, d, str(number), slide_lang, "slidenum"))
    if p.look.footer and footer:
        items.append(_chrome(theme.chrome.footer, d, footer, slide_lang))
    background = None
    if d.ground_picture is not None:
        background = BackgroundPicture(str(d.ground_picture.path))
    return Scene(
        id=d.id,
        name=name,
        title=d.title.plain.replace("\v", " ").replace("\u00ad", ""),
        kind=d.kind,
        layout=LayoutRef(p.look.name, p.ground.name),
        items=tuple(items),
        lang=slide_lang,
        section=section,
        notes=notes_text(d.notes, slide_lang) if d.notes is not None else None,
        hidden=d.hidden,
        background=background,
        transition=theme.transition,
        seconds=d.seconds,
        generated=d.generated,
        span=d.span,
        note_words=d.notes.spoken_words if d.notes is not None else 0,
        rtl=is_rtl(d.lang or lang),
    )


def _chrome(spec: PlaceholderSpec, d: Draft, text: str, lang: str, field: str = "") -> TextFrame:
    run = Run(text, lang=lang, field="slidenum" if field else "")
    return TextFrame(
        id=f"{d.id}:{spec.role}",
        name=spec.name,
        box=spec.box,
        placeholder=Placeholder(spec.role, spec.type, spec.idx),
        placed=False,
        text=Text((Paragraph((run,)),)),
        span=d.span,
    )


def _names(placed: Sequence[Placed]) -> list[str]:
    """A unique name for each slide (VBA's Slide.Name): its title, counted where it is there before."""
    seen: dict[str, int] = {}
    result = []
    for p in placed:
        base = " ".join(p.draft.title.plain.replace("\u00ad", "").split())[:80] or p.draft.id
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


def _used(assets: Mapping[str, Asset], scenes: Sequence[Scene]) -> dict[str, Asset]:
    names = {getattr(item, "asset", "") for scene in scenes for item in scene.walk()}
    names |= {s.background.asset for s in scenes if s.background is not None}
    return {key: asset for key, asset in assets.items() if key in names}


def _properties(talk: Talk, lang: str) -> Properties:
    info = talk.info
    return Properties(
        title=info.title.plain,
        subject=info.subtitle.plain if info.subtitle is not None else "",
        creator=", ".join(s.name for s in info.speakers if s.name),
        keywords=info.event or "",
        lang=lang,
        date=info.date.isoformat() if info.date else "",
        company=next((s.company for s in info.speakers if s.company), ""),
    )
