"""A copy of a deck that LibreOffice draws where PowerPoint sets it.

Two differences are known and measured (LibreOffice 7.4 on all comps): on lines wider than single, the first one stands lower, and a run's last
letter goes without its tracking.  The comps were drawn to PowerPoint's rules, so a rendering to be held against them makes up for both.
"""

from __future__ import annotations

from dataclasses import replace

from deckgen.scene.deck import Deck, Scene
from deckgen.scene.items import Group, Item, Paragraph, Run, Shape, Text, TextFrame
from deckgen.units import points

from .ours import View
from .texts import Setting, main_run

JOINER = "\u200b"  # of no width: with it behind, a letter isn't the last one


def as_powerpoint(deck: Deck) -> Deck:
    """`deck` with texts moved up and runs ended by a character of no width."""
    return replace(deck, scenes=tuple(_scene(deck, scene) for scene in deck.scenes))


def _scene(deck: Deck, scene: Scene) -> Scene:
    view = View(deck, scene)
    return replace(scene, items=tuple(_item(view, item) for item in scene.items))


def _item(view: View, item: Item) -> Item:
    if isinstance(item, Group):
        return replace(item, items=tuple(_item(view, inner) for inner in item.items))
    if not isinstance(item, (TextFrame, Shape)) or item.text is None or not item.text.paragraphs:
        return item
    setting = view.setting(item)
    text = replace(item.text, paragraphs=tuple(_paragraph(p, setting) for p in item.text.paragraphs))
    up = points(_lower(item.text.paragraphs[0], setting))
    if isinstance(item, Shape):
        left, top, right, bottom = text.insets or (0, 0, 0, 0)
        twice = 2 * up if text.anchor == "middle" else up
        return replace(item, text=replace(text, insets=(left, top, right, bottom + twice)))
    return replace(item, text=text, box=replace(item.box, y=item.box.y - up), placed=item.placed or up > 0)


def _lower(p: Paragraph, setting: Setting) -> float:
    """Points by which LibreOffice sets the first line lower: 1.2 em of the spacing less 0.2 em, PowerPoint by the face's ascent."""
    run = main_run(Text((p,)))
    if any(r.field for r in p.runs):
        return 0.0
    size = setting.size(p, run)
    share = setting.leading(p, size) / (1.2 * size)
    return max(0.0, size * (0.248 * share - 0.2)) if share >= 1 else 0.0


def _paragraph(p: Paragraph, setting: Setting) -> Paragraph:
    """`p` with a joiner at the end of each run with tracking."""
    runs: list[Run] = []
    for run in p.runs:
        tracked = bool(setting.tracking(run)) and run.text and not run.field
        runs.append(replace(run, text=run.text + JOINER) if tracked and run.text[-1] != "\v" else run)
    return replace(p, runs=tuple(runs))
