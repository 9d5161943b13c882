"""Pictures of a slide, and pictures as its background."""

from __future__ import annotations

from ...scene.deck import BackgroundPicture
from ...scene.items import Picture
from .page import Page
from .shapes import holder, position, preset


def picture(item: Picture, page: Page) -> str:
    """p:pic; in a placeholder it inherits what the slide doesn't say."""
    head = page.head(item)
    blip = page.blip(item.asset, item.box.w, item.crop)
    inherits = item.placeholder is not None and not item.placed
    place = "" if inherits else position(item.box)
    outline = "" if inherits and item.geometry == "rect" else preset(item.geometry, item.adjust)
    ph, locks = ("", "") if item.placeholder is None else (holder(item.placeholder), ' noGrp="1"')
    return picture_xml(head, f"<p:nvPr>{ph}</p:nvPr>", blip, item.crop, place + outline, locks)


def picture_xml(
    head: str, own: str, blip: str, cut: tuple[int, int, int, int], form: str, locks: str = ""
) -> str:
    """p:pic from its p:cNvPr, its p:nvPr, its a:blip, its crop, place and outline."""
    return (
        f'<p:pic><p:nvPicPr>{head}<p:cNvPicPr><a:picLocks{locks} noChangeAspect="1"/></p:cNvPicPr>{own}</p:nvPicPr>'
        f"<p:blipFill>{blip}{crop(cut)}<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f"<p:spPr>{form}</p:spPr></p:pic>"
    )


def background(picture: BackgroundPicture | None, page: Page) -> str:
    """p:bg with a picture, "" without one."""
    if picture is None:
        return ""
    blip = page.blip(picture.asset, page.theme.width, picture.crop)
    return (
        f'<p:bg><p:bgPr><a:blipFill dpi="0" rotWithShape="1">{blip}{crop(picture.crop)}'
        "<a:stretch><a:fillRect/></a:stretch></a:blipFill><a:effectLst/></p:bgPr></p:bg>"
    )


def crop(edges: tuple[int, int, int, int]) -> str:
    """a:srcRect; left, top, right, bottom in 1/100000 of the source."""
    if not any(edges):
        return ""
    left, top, right, bottom = edges
    return f'<a:srcRect l="{left}" t="{top}" r="{right}" b="{bottom}"/>'
