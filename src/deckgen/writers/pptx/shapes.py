"""Scene items as shapes of a slide: one match over the closed union."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import assert_never

from ...scene.deck import Deck, Scene
from ...scene.items import Connector, Group, Item, Link, Picture, Placeholder, Shape, TextFrame
from ...units import Box
from . import paint, text
from .package import Package
from .xml import MASTER_MAP, esc, non_visual, transform

__all__ = ["MASTER_MAP", "SlideWriter"]


@dataclass(slots=True)
class SlideWriter:
    """What writing one slide needs: its part, the deck's parts by scene id, its own counter of shape ids."""

    deck: Deck
    scene: Scene
    package: Package
    part: str
    slide_parts: dict[str, str]
    next_id: int = 2
    ids: dict[str, int] = field(default_factory=dict)

    def number(self, item: Item) -> int:
        """The next shape id, remembered for connectors."""
        number = self.next_id
        self.next_id += 1
        self.ids[item.id] = number
        return number

    def link(self, link: Link) -> str:
        """a:hlinkClick; a link to a slide that isn't in the deck is left out."""
        if link.slide:
            target = self.slide_parts.get(link.slide)
            if target is None:
                return ""
            rel = self.package.rel(self.part, "slide", target)
            return f'<a:hlinkClick r:id="{rel}" action="ppaction://hlinksldjump"/>'
        rel = self.package.rel(self.part, "hyperlink", link.url, external=True)
        return f'<a:hlinkClick r:id="{rel}"/>'

    def shape(self, item: Item) -> str:
        """The XML of an item."""
        match item:
            case TextFrame():
                return self._frame(item)
            case Shape():
                return self._shape(item)
            case Picture():
                return self._picture(item)
            case Connector():
                return self._connector(item)
            case Group():
                return self._group(item)
            case _:
                assert_never(item)

    def _head(self, item: Item) -> str:
        link = self.link(item.link) if item.link is not None else ""
        return non_visual(
            self.number(item),
            item.name,
            item.id,
            alt=item.alt,
            decorative=item.decorative,
            hidden=item.hidden,
            link=link,
        )

    def _frame(self, item: TextFrame) -> str:
        head = self._head(item)
        lang = self.scene.lang
        words = text.body(item.text, lang, self.link, placeholder=item.placeholder is not None)
        if item.placeholder is not None:
            place = position(item.box) if item.placed else ""
            return (
                f'<p:sp><p:nvSpPr>{head}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{holder(item.placeholder)}</p:nvPr></p:nvSpPr>'
                f"<p:spPr>{place}</p:spPr>{words}</p:sp>"
            )
        return (
            f'<p:sp><p:nvSpPr>{head}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>{position(item.box)}'
            f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>{words}</p:sp>'
        )

    def _shape(self, item: Shape) -> str:
        head = self._head(item)
        look = geometry(item) + paint.fill(item.fill) + paint.line(item.stroke)
        words = ""
        if item.text is not None:
            words = text.body(item.text, self.scene.lang, self.link, placeholder=False)
        else:
            words = f'<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:endParaRPr lang="{self.scene.lang}"/></a:p></p:txBody>'
        return f"<p:sp><p:nvSpPr>{head}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{position(item.box)}{look}</p:spPr>{words}</p:sp>"

    def _picture(self, item: Picture) -> str:
        head = self._head(item)
        asset = self.deck.assets[item.asset]
        rel = self.package.rel(self.part, "image", self.package.media(asset.data, asset.suffix))
        left, top, right, bottom = item.crop
        crop = f'<a:srcRect l="{left}" t="{top}" r="{right}" b="{bottom}"/>' if any(item.crop) else ""
        locks = ' noGrp="1"' if item.placeholder is not None else ""
        place = position(item.box) if item.placed or item.placeholder is None else ""
        shape = "" if item.placeholder is not None and not item.placed else preset(item.geometry, item.adjust)
        return (
            f'<p:pic><p:nvPicPr>{head}<p:cNvPicPr><a:picLocks{locks} noChangeAspect="1"/></p:cNvPicPr>'
            f"<p:nvPr>{holder(item.placeholder) if item.placeholder else ''}</p:nvPr></p:nvPicPr>"
            f'<p:blipFill><a:blip r:embed="{rel}"/>{crop}<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{place}{shape}</p:spPr></p:pic>'
        )

    def _connector(self, item: Connector) -> str:
        head = self._head(item)
        flip = (' flipH="1"' if item.x2 < item.x1 else "") + (' flipV="1"' if item.y2 < item.y1 else "")
        ends = ""
        for tag, end in (("stCxn", item.start), ("endCxn", item.end)):
            if end is not None and end[0] in self.ids:
                ends += f'<a:{tag} id="{self.ids[end[0]]}" idx="{end[1]}"/>'
        b = item.box
        return (
            f"<p:cxnSp><p:nvCxnSpPr>{head}<p:cNvCxnSpPr>{ends}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>"
            f'{transform(b.x, b.y, b.w, b.h, flip)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{paint.line(item.stroke)}</p:spPr></p:cxnSp>'
        )

    def _group(self, item: Group) -> str:
        head = self._head(item)
        b = item.box
        inner = "".join(self.shape(i) for i in item.items)
        return (
            f"<p:grpSp><p:nvGrpSpPr>{head}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>"
            f'<a:off x="{b.x}" y="{b.y}"/><a:ext cx="{b.w}" cy="{b.h}"/><a:chOff x="{b.x}" y="{b.y}"/><a:chExt cx="{b.w}" cy="{b.h}"/>'
            f"</a:xfrm></p:grpSpPr>{inner}</p:grpSp>"
        )


def position(b: Box) -> str:
    """a:xfrm of a box."""
    return transform(b.x, b.y, b.w, b.h)


def holder(p: Placeholder) -> str:
    """p:ph."""
    kind = f' type="{p.type}"' if p.type else ""
    size = ' sz="quarter"' if p.type in ("ftr", "sldNum", "body") and p.idx > 1 else ""
    idx = f' idx="{p.idx}"' if p.idx else ""
    return f"<p:ph{kind}{size}{idx}/>"


def preset(name: str, adjust: tuple[tuple[str, int], ...]) -> str:
    """a:prstGeom."""
    guides = "".join(f'<a:gd name="{n}" fmla="val {v}"/>' for n, v in adjust)
    return f'<a:prstGeom prst="{esc(name)}"><a:avLst>{guides}</a:avLst></a:prstGeom>'


def geometry(item: Shape) -> str:
    """The outline of a shape: a preset or a freeform."""
    if item.preset:
        return preset(item.preset, item.adjust)
    return freeform(item.path, item.box)


def freeform(path: tuple[tuple[str | int, ...], ...], box: Box) -> str:
    """a:custGeom of commands in EMU relative to the box."""
    commands = []
    for step in path:
        points = "".join(f'<a:pt x="{step[i]}" y="{step[i + 1]}"/>' for i in range(1, len(step), 2))
        tag = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo", "Z": "close"}[str(step[0])]
        commands.append(f"<a:{tag}>{points}</a:{tag}>" if points else f"<a:{tag}/>")
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{box.w}" h="{box.h}">{"".join(commands)}</a:path></a:pathLst></a:custGeom>'
    )
