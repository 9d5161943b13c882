"""Links to slides: whether each leads somewhere, and what an id means that is no slide's own."""

from __future__ import annotations

from collections.abc import Sequence

from .findings import Findings, Span
from .layout.draft import Draft
from .model.talk import Talk
from .source.suggest import did_you_mean
from .source.text import SHOWN

MOST_LINES = 8  # numbers of lines in a message


def aliases(talk: Talk, drafts: Sequence[Draft]) -> dict[str, str]:
    """Ids that stand for a slide with another one: a series for its first slide, a section without divider for its first slide."""
    ids = {d.id for d in drafts}
    result: dict[str, str] = {}
    for d in drafts:
        for name in (d.series, d.opens_section):
            if name and name not in ids:
                result.setdefault(name, d.id)
    undivided: list[str] = []
    firsts = {d.id: d.id for d in drafts} | result
    for slide in talk.slides:
        if slide.kind == "section" and slide.id not in firsts:
            undivided.append(slide.id)
        elif slide.id in firsts:
            result.update(dict.fromkeys(undivided, firsts[slide.id]))
            undivided.clear()
    for section in (
        s.id for s in talk.slides if s.kind == "section"
    ):  # an agenda's rows lead to its agenda slide
        target = result.get(section, section)
        if f"agenda/{section}" not in firsts and target in firsts:
            result[f"agenda/{section}"] = target
    return result


def check_links(talk: Talk, drafts: Sequence[Draft], names: dict[str, str], findings: Findings) -> None:
    """Report every `[text](#id)` that leads to no slide, the first SHOWN of each sort; `names` are the aliases."""
    known = {d.id for d in drafts} | set(names)
    wrong: dict[str, list[tuple[str, Span]]] = {"shared-id": [], "unknown-slide": []}
    for target, span in talk.links:
        if target in talk.shared:
            wrong["shared-id"].append((target, span))
        elif target not in known:
            wrong["unknown-slide"].append((target, span))
    for target, span in wrong["shared-id"][:SHOWN]:
        numbers = talk.shared[target]
        lines = ", ".join(str(n) for n in numbers[:MOST_LINES])
        lines += f" and {len(numbers) - MOST_LINES} more" if len(numbers) > MOST_LINES else ""
        findings.error(
            "shared-id",
            f"the link leads to {target[:60]!r}, an id that the slides in lines {lines} share",
            span,
            "give the slide that is meant an `id` of its own",
        )
    options = sorted(known) if wrong["unknown-slide"] else []
    for target, span in wrong["unknown-slide"][:SHOWN]:
        findings.error(
            "unknown-slide",
            f"the link leads to {target[:60]!r}, and no slide has that id{did_you_mean(target, options)}",
            span,
            "`deckgen outline TALK --ids` prints the ids",
        )
    for code, found in wrong.items():
        if len(found) > SHOWN:
            rest = len(found) - SHOWN
            message = f"{rest} more links lead to " + (
                "ids that several slides share" if code == "shared-id" else "no slide"
            )
            findings.error(code, message, found[SHOWN][1])
