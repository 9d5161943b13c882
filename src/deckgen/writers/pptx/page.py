"""What writing one slide needs: its part, shape ids, links and the settings of its texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import count

from ...scene.deck import Deck, Scene
from ...scene.items import Item, Link
from . import chart_xml, workbook
from .package import Package
from .resolution import whole_width
from .text import Setting
from .xml import AHYP, ASVG, guid, non_visual, shape_guid

# PowerPoint 2019 and later leave a link's own colour alone with this mark
_OWN_COLOR = (
    f'<a:extLst><a:ext uri="{{A12FA001-AC4F-418D-AE19-62706E023703}}"><ahyp:hlinkClr xmlns:ahyp="{AHYP}" val="tx"/>'
    "</a:ext></a:extLst>"
)
_SVG = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


class Page:
    """One slide while it is written."""

    def __init__(
        self,
        deck: Deck,
        scene: Scene,
        package: Package,
        part: str,
        slide_parts: Mapping[str, str],
        bullets: dict[tuple[str, str], tuple[str, ...]] | None = None,
    ) -> None:
        """`bullets` is where pages of one deck keep the bullets of placeholders, by look and role."""
        self.scene = scene
        self.theme = deck.theme
        self._look = deck.theme.looks.get(scene.layout.look)
        self._assets = deck.assets
        self._package = package
        self._part = part
        self._guid = guid("slide", scene.id)
        self._slide_parts = slide_parts
        self._next = count(2)  # 1 is the shape tree
        self._numbers: dict[str, int] | None = None
        self._bullets = bullets if bullets is not None else {}
        self._settings: dict[str | None, Setting] = {}

    @property
    def numbers(self) -> dict[str, int]:
        """Shape ids by item id, known before anything is written: a connector may be glued to a later shape."""
        if self._numbers is None:
            self._numbers = {item.id: number for number, item in enumerate(self.scene.walk(), 2)}
        return self._numbers

    def head(self, item: Item) -> str:
        """p:cNvPr of the next item in drawing order."""
        return non_visual(
            next(self._next),
            item.name,
            shape_guid(self._guid, item.id),
            alt=item.alt,
            decorative=item.decorative,
            hidden=item.hidden,
            link=self.link(item.link) if item.link is not None else "",
        )

    def link(self, link: Link, *, own_color: bool = False) -> str:
        """a:hlinkClick; "" for a link to a slide that isn't in this deck."""
        ext = _OWN_COLOR if own_color else ""
        if link.slide:
            target = self._slide_parts.get(link.slide)
            if target is None:
                return ""
            attributes = (
                f' r:id="{self._package.rel(self._part, "slide", target)}" action="ppaction://hlinksldjump"'
            )
        elif link.url:
            attributes = f' r:id="{self._package.rel(self._part, "hyperlink", link.url, external=True)}"'
        else:
            return ""
        return f"<a:hlinkClick{attributes}>{ext}</a:hlinkClick>" if ext else f"<a:hlinkClick{attributes}/>"

    def blip(self, key: str, width: int, crop: tuple[int, int, int, int]) -> str:
        """a:blip of the picture `key`, cropped and then `width` EMU wide.

        An SVG stands in an extension, as [MS-ODRAWXML] 2.26.1 has it, beside a PNG for programs that don't know it.
        """
        asset = self._assets[key]
        pixels = 0.0 if asset.fit is None else whole_width(width, crop, self.theme.width)
        rel = self._package.rel(self._part, "image", self._package.picture(key, asset, pixels))
        if not asset.vector:
            return f'<a:blip r:embed="{rel}"/>'
        drawing = self._package.rel(self._part, "image", self._package.vector(asset))
        return f'<a:blip r:embed="{rel}"><a:extLst><a:ext uri="{_SVG}"><asvg:svgBlip xmlns:asvg="{ASVG}" r:embed="{drawing}"/></a:ext></a:extLst></a:blip>'

    def chart(self, write: Callable[[str], bytes], book: bytes) -> str:
        """The relationship to a new chart part; `write` makes it from its relationship to the workbook `book`."""
        name = self._package.next_name("ppt/charts/chart", ".xml")
        sheet = self._package.next_name("ppt/embeddings/Microsoft_Excel_Sheet", ".xlsx")
        self._package.add(sheet, workbook.CONTENT_TYPE, book, packed=True)
        data = write(self._package.rel(name, "package", sheet))
        return self._package.rel(self._part, "chart", self._package.add(name, chart_xml.CONTENT_TYPE, data))

    def setting(self, item: Item) -> Setting:
        """How the text of `item` is set."""
        role = item.placeholder.role if item.placeholder is not None else None
        known = self._settings.get(role)
        if known is None:
            levels = self._levels(role) if role is not None else None
            known = self._settings[role] = Setting(self.scene.lang, self.link, levels)
        return known

    def _levels(self, role: str) -> tuple[str, ...]:
        """The bullets of the levels of a placeholder."""
        key = (self.scene.layout.look, role)
        known = self._bullets.get(key)
        if known is None:
            spec = self._look.placeholder(role) if self._look is not None else None
            known = tuple([level.bullet for level in spec.levels]) if spec is not None else ()
            self._bullets[key] = known
        return known
