"""slide*.xml: a scene's items in order, one match over the closed union."""

from __future__ import annotations

from typing import assert_never

from ...scene.items import Chart, Connector, Group, Item, Picture, Shape, Table, TextFrame
from . import shapes
from .charts import chart
from .page import Page
from .pictures import background, picture
from .tables import table
from .transitions import transition
from .xml import MASTER_MAP, part, slide_data


def slide_part(page: Page) -> bytes:
    """The slide of a page.  Its colour map is the layout's: `a:masterClrMapping` on a slide means to inherit it."""
    scene = page.scene
    behind = background(scene.background, page)
    tree = "".join(draw(item, page) for item in scene.items)
    data = slide_data(tree, scene.name, behind, ("slide", scene.id))
    shown = ' show="0"' if scene.hidden else ""
    return part("p:sld", shown, data + MASTER_MAP + transition(scene.transition))


def draw(item: Item, page: Page) -> str:
    """The XML of an item."""
    match item:
        case TextFrame():
            return shapes.frame(item, page)
        case Shape():
            return shapes.shape(item, page)
        case Picture():
            return picture(item, page)
        case Connector():
            return shapes.connector(item, page)
        case Table():
            return table(item, page)
        case Chart():
            return chart(item, page)
        case Group():
            head = page.head(item)  # before the children: ids follow the drawing order
            return shapes.group(item, head, "".join(draw(child, page) for child in item.items))
        case _:
            assert_never(item)
