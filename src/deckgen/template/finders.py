"""Which layout of a template draws which look: by placeholder types, by where they stand, by names in several languages.

A match has a score from 0 to 100 and its reason in words.  What no layout was made for is composed on the one that comes nearest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from .matching import LEAST, Fit, Matcher
from .roles import Layout
from .words import OCCASION, SOURCE, SPEAKER, named, says


def _cover(m: Matcher, layout: Layout) -> Fit | None:
    title = layout.title
    if title is None or len(m.contents(layout)) > 2:
        return None
    roles = {"title": title}
    points, reasons = 0, []
    subs = [s for s in layout.others if s.type == "subTitle"]
    texts = [s for s in m.texts(layout) if s not in subs]
    if title.type == "ctrTitle":
        points, reasons = 35, ["a centred title"]
    by_name = {
        role: next((s for s in texts if says(s, words)), None)
        for role, words in (("wordmark", SPEAKER), ("occasion", OCCASION))
    }
    for role, slot in by_name.items():
        if slot is not None and slot not in roles.values():
            roles[role] = slot
    left = [s for s in texts if s not in roles.values() and s.box.y >= title.box.y]
    sub = subs[0] if subs else (left[0] if left else None)
    if sub is not None:
        roles["subtitle"] = sub
        points += 10
        reasons.append("a subtitle")
    return m.made(layout, "cover", points - 15 * len(m.pictures(layout)), reasons, roles)


def _pictured_cover(m: Matcher, layout: Layout) -> Fit | None:
    """A cover with a picture beside or behind its title."""
    pictures, fit = m.pictures(layout), _cover(m, layout)
    if fit is None or len(pictures) != 1:
        return None
    return Fit(
        layout, min(100, fit.score + 20), f"{fit.reason}, a picture", {**fit.roles, "picture": pictures[0]}
    )


def _section(m: Matcher, layout: Layout) -> Fit | None:
    title = layout.title
    if title is None or len(m.contents(layout)) > 1:
        return None
    roles = {"title": title}
    texts = m.texts(layout)
    if texts:
        roles["subtitle"] = max(texts, key=lambda s: s.box.w * s.box.h)
    return m.made(layout, "section", 5, [], roles)


def _content(m: Matcher, layout: Layout) -> Fit | None:
    big = m.contents(layout)
    title = layout.title
    if title is None or not big or not big[0].takes_text or m.columns(layout) or m.pictures(layout):
        return None
    if title.box.meets(big[0].box) and title.box.y > big[0].box.y:
        return None
    points, reasons = 20, ["a title and one large placeholder"]
    if big[0].box.w < 0.5 * m.page.width:
        points -= 15
    if len(big) > 1:
        points -= 15
    return m.made(layout, "content", points, reasons, {"title": title, "body": big[0]})


def _columns(count: int, group: str, heads: bool) -> Callable[[Matcher, Layout], Fit | None]:
    def find(m: Matcher, layout: Layout) -> Fit | None:
        columns, title = m.columns(layout), layout.title
        if title is None or len(columns) != count or not all(s.takes_text for s in columns):
            return None
        above = m.heads(layout, columns)
        if bool(above) != heads:
            return None
        roles = {"title": title}
        for n, slot in enumerate(columns, 1):
            roles["body" if n == 1 else f"body-{n}"] = slot
        for n, slot in enumerate(above, 1):
            roles["heading" if n == 1 else f"heading-{n}"] = slot
        words = "with headings" if heads else "side by side"
        return m.made(layout, group, 45, [f"{count} placeholders {words}"], roles)

    return find


def _pictured(side: str) -> Callable[[Matcher, Layout], Fit | None]:
    def find(m: Matcher, layout: Layout) -> Fit | None:
        pictures, title = m.pictures(layout), layout.title
        if title is None or len(pictures) != 1 or m.columns(layout):
            return None
        picture = pictures[0]
        box, page = picture.box, m.page
        full = box.w >= 0.9 * page.width and box.h >= 0.85 * page.height
        if (side == "full") != full or (side == "plain" and (full or box.w < 0.55 * page.width)):
            return None
        if side in ("left", "right"):
            middle = box.x + box.w / 2
            if (
                box.h < 0.35 * page.height
                or box.w > 0.7 * page.width
                or (middle < page.width / 2) != (side == "left")
            ):
                return None
            if title.box.meets(box):
                return None
        roles = {"title": title, "picture": picture}
        texts = [s for s in m.texts(layout) if not s.box.meets(box)]
        if texts:
            roles["support"] = max(texts, key=lambda s: s.box.w * s.box.h)
        where = {
            "left": "at the left",
            "right": "at the right",
            "full": "that fills the slide",
            "plain": "below the title",
        }[side]
        return m.made(layout, "picture", 40, [f"a picture {where}"], roles)

    return find


def _beside(m: Matcher, layout: Layout) -> Fit | None:
    """A list and a picture."""
    pictures, big, title = m.pictures(layout), m.contents(layout), layout.title
    if title is None or len(pictures) != 1 or not big or len(m.columns(layout)) > 1:
        return None
    if pictures[0].box.meets(big[0].box) or not big[0].takes_text or title.box.meets(pictures[0].box):
        return None
    if big[0].box.w < 0.35 * m.page.width or title.box.y > big[0].box.y:  # a caption, no list
        return None
    return m.made(
        layout,
        "picture",
        40,
        ["a list and a picture side by side"],
        {"title": title, "body": big[0], "picture": pictures[0]},
    )


def _graphic(kind: str) -> Callable[[Matcher, Layout], Fit | None]:
    types = {"table": ("tbl", "obj"), "chart": ("chart", "obj"), "picture": ("pic", "obj")}[kind]

    def find(m: Matcher, layout: Layout) -> Fit | None:
        title = layout.title
        found = [
            s for s in layout.others if s.type in types and m.page.big(s) and s.box.w >= 0.5 * m.page.width
        ]
        if title is None or not found or m.columns(layout):
            return None
        found.sort(key=lambda s: (s.type == "obj", -s.box.w * s.box.h))
        best = found[0]
        points, reasons = (55, [f"a placeholder for {'a picture' if kind == 'picture' else kind + 's'}"]) if best.type != "obj" else (25, ["a large placeholder for any content"])  # fmt: skip
        fit = m.made(layout, kind, points, reasons, {"title": title, kind: best})
        content = _content(m, layout) if best.type == "obj" else None
        if content is not None and content.score >= LEAST:
            return Fit(layout, max(fit.score, content.score - 5), fit.reason, fit.roles)
        return fit

    return find


def _title_only(m: Matcher, layout: Layout) -> Fit | None:
    title = layout.title
    if title is None or title.box.h > 0.45 * m.page.height:
        return None
    high = title.box.y < 0.35 * m.page.height
    points = 20 if not layout.others else 5
    points += 15 if high else -25
    if m.contents(layout):
        points -= 15
    return m.made(layout, "title-only", points, ["a title" + (" at the top" if high else "") + (" and nothing else" if not layout.others else "")], {"title": title})  # fmt: skip


def _blank(m: Matcher, layout: Layout) -> Fit | None:
    if layout.title is not None and layout.type != "blank":
        return None
    return m.made(
        layout, "blank", 30 if not layout.slots else 0, ["nothing on it"] if not layout.slots else [], {}
    )


def _by_name(group: str) -> Callable[[Matcher, Layout], Fit | None]:
    def find(m: Matcher, layout: Layout) -> Fit | None:
        word, title = named(layout, group), layout.title
        if not word or title is None:
            return None
        roles = {"title": title}
        below = [
            s
            for s in m.texts(layout)
            if not s.bulleted and s.box.y >= title.box.bottom and not says(s, SOURCE)
        ]
        if group == "statement" and below:
            roles["support"] = below[0]
        return m.made(layout, group, 10, [], roles)

    return find


def _quote(m: Matcher, layout: Layout) -> Fit | None:
    word = named(layout, "quote")
    texts = [s for s in m.texts(layout) if not s.bulleted]
    if not word or not texts:
        return None
    big = max(texts, key=lambda s: s.box.w * s.box.h)
    roles = {"quote": big}
    below = [s for s in texts if s is not big and s.box.y >= big.box.y]
    if below:
        roles["name"] = below[0]
    if len(below) > 1:
        roles["role"] = below[1]
    return m.made(layout, "quote", 20, ["a text that isn't a list"], roles)


FINDERS: Final[dict[str, Callable[[Matcher, Layout], Fit | None]]] = {
    "cover": _cover, "cover-picture": _pictured_cover, "section": _section, "bullets": _content, "text": _content,
    "columns-2": _columns(2, "compare", True), "columns-2-plain": _columns(2, "two", False),
    "columns-3": _columns(3, "three", True), "columns-3-plain": _columns(3, "three", False),
    "columns-4": _columns(4, "four", True), "columns-4-plain": _columns(4, "four", False),
    "image-left": _pictured("left"), "image-right": _pictured("right"), "image-side": _pictured("right"), "image": _pictured("full"),
    "image-plain": _graphic("picture"), "bullets-picture": _beside, "text-picture": _beside,
    "table": _graphic("table"), "chart": _graphic("chart"), "title-only": _title_only, "blank": _blank,
    "closing": _by_name("closing"), "agenda": _by_name("agenda"), "statement": _by_name("statement"), "quote": _quote,
}  # fmt: skip
"""How a layout for each look is known; the other looks are composed."""


def best(m: Matcher, look: str, roles: Mapping[str, int] | None = None) -> Fit | None:
    """The best layout for a look, None where none was made for it; `roles` are placeholders' idx by role that a person chose (-1: none)."""
    find, given = FINDERS.get(look), m.fixed.get(look)
    if find is None and given is None:
        return None
    among = [given] if given is not None else m.layouts
    found = [f for layout in among if find is not None and (f := find(m, layout)) is not None]
    fit = max(
        found,
        key=lambda f: (f.score - (0 if f.layout.first_master else 12), -f.layout.number),
        default=None,
    )
    if given is not None:
        held = fit.roles if fit is not None else {"title": given.title} if given.title is not None else {}
        fit = Fit(given, 100, "chosen by hand", held)
    if fit is None or fit.score < LEAST:
        return None
    return _assigned(fit, roles) if roles else fit


def _assigned(fit: Fit, roles: Mapping[str, int]) -> Fit:
    """A fit with placeholders that were chosen by hand."""
    by_idx = {s.idx: s for s in fit.layout.slots}
    held = {
        role: slot for role, slot in fit.roles.items() if role not in roles and slot.idx not in roles.values()
    }
    held |= {role: by_idx[idx] for role, idx in roles.items() if idx in by_idx}
    return Fit(fit.layout, fit.score, f"{fit.reason}, placeholders chosen by hand", held)
