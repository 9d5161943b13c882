"""From rich text to paragraphs: the scene's (what is written) and the typesetter's (what is measured), at one size."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from ..model import text as model
from ..records import dataclass, replace
from ..scene.items import Link, Paragraph, Run
from ..theme.paint import Color
from ..theme.records import FontSet, Ground, Level, Theme, TypeStyle
from ..typeset.measure import Measure, measure_for
from ..typeset.metrics import Face, wide
from ..typeset.paragraph import Para, Span
from ..units import to_points

LARGE = 40  # points


class Faces:
    """The measures of a theme's fonts: the wider of brand and office set, or the office set alone."""

    def __init__(self, theme: Theme, fonts: str) -> None:
        self._theme = theme
        self._fonts = fonts
        self._known: dict[tuple[str, bool, bool], Measure] = {}
        self.missing: set[str] = set()

    def measure(self, font: str, bold: bool, italic: bool) -> Measure:
        """The measure for the theme font `font` ("heading" or "body")."""
        key = (font, bold, italic)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._make(font, bold, italic)
        return known

    @property
    def two(self) -> bool:
        """Whether titles and text have fonts of their own in the set that is written."""
        fonts = self._theme.fonts.office if self._fonts == "office" else self._theme.fonts.brand
        return fonts.heading != fonts.body

    def face(self, font: str, bold: bool) -> Face:
        """The face that is written, for baselines."""
        fonts = self._theme.fonts
        office = self._fonts == "office"
        return self._face(_family(fonts.office if office else fonts.brand, font, office), bold, False)

    def _make(self, font: str, bold: bool, italic: bool) -> Measure:
        fonts = self._theme.fonts
        mine, theirs = fonts.brand, fonts.office
        brand_name, office_name = _family(mine, font, False), _family(theirs, font, True)
        office = self._face(office_name, bold, italic)
        if self._fonts == "office" or office_name == brand_name:
            return measure_for(office)
        brand = self._face(brand_name, bold, italic)
        return measure_for(brand, office)

    def _face(self, family: str, bold: bool, italic: bool) -> Face:
        faces = self._theme.fonts.faces
        wanted = [("bold-italic" if bold else "italic")] if italic else []
        for style in (*wanted, "bold" if bold else "regular", "regular"):
            face = faces.get((family, style))
            if face is not None:
                return face
        self.missing.add(family)
        return wide()["bold" if bold else "regular"]


def _family(fonts: FontSet, font: str, office: bool) -> str:
    """The family of a theme font, or the one that a client's placeholder names itself.

    Numerals are the heading's, in the office set the body's: Georgia's figures have no one height.
    """
    own = {"heading": fonts.heading, "body": fonts.body, "numerals": fonts.body if office else fonts.heading}
    return own.get(font, font)


@dataclass(frozen=True, slots=True)
class Setting:
    """How texts of one slot are set: style and colours, resolved for a ground.

    `inherited` says that the layout's placeholder carries style and colour already, so runs stay bare at its first size.
    """

    style: TypeStyle
    color: Color
    ground: Ground
    inherited: bool
    stop: Color | None = None
    strong: Color | None = None  # of strong words where the style isn't bold
    lang: str = ""
    font: str = ""  # the theme font that the text inherits; "" where the theme's two are one

    def runs(
        self,
        source: Iterable[model.Run],
        size: int,
        *,
        style: TypeStyle | None = None,
        color: Color | None = None,
    ) -> list[Run]:
        """Scene runs at `size`; `style` and `color` differ from the setting's for leads and their texts."""
        own, inherited = style or self.style, self.inherited
        sized = not (inherited and size == self.style.size)
        retracked = sized or own.tracking != self.style.tracking
        spaced = own.tracking or (inherited and self.style.tracking)
        tracking = own.spc(size) if retracked and spaced else None
        light = (
            None if inherited and own.size == self.style.size and own.bold == self.style.bold else own.bold
        )
        slant = None if inherited else own.italic or None
        plain = color or (None if inherited else self.color)
        marked = self.stop if own.bold else self.strong
        strong = marked or plain
        # large figures are set apart by their colour alone
        heavy = True if own.bold or marked is None or size < LARGE else light
        font = self._font(own)
        wanted = size if sized or own.size != self.style.size else None
        result = []
        for run in source:
            shade, mark = strong if run.bold and not run.link else plain, None
            if run.code:  # on its mark, in the ground's text colour
                shade, mark = shade if run.link else self.ground.roles["text"], self.ground.roles["code"]
            result.append(
                Run(
                    run.text,
                    heavy if run.bold else light,
                    True if run.italic else slant,
                    run.strike,
                    run.script,
                    run.code,
                    wanted,
                    tracking,
                    shade,
                    mark,
                    _link(run.link) if run.link else None,
                    self.lang,
                    font=font,
                )
            )
        return result

    def _font(self, style: TypeStyle) -> Literal["", "heading", "body"]:
        """The font of runs in `style`, where that isn't the one inherited."""
        if not self.font or (self.font == "body") == (style.font == "body"):
            return ""
        return "body" if style.font == "body" else "heading"

    def stopped(self, runs: list[Run]) -> list[Run]:
        """The headline stop: a full stop at the end becomes a run in the stop's colour; it stays text."""
        if (
            self.stop is None
            or not runs
            or not runs[-1].text.endswith(".")
            or runs[-1].text.endswith("..")
            or runs[-1].link
        ):
            return runs
        last = runs[-1]
        dot = replace(last, text=".", color=self.stop)
        head = [replace(last, text=last.text[:-1])] if last.text[:-1] else []
        return [*runs[:-1], *head, dot]


def _link(target: str) -> Link:
    return Link(slide=target[1:]) if target.startswith("#") else Link(url=target)


def before_unit(unit: model.RichText, lang: str) -> str:
    """What stands between a figure and its unit: nothing before an English percent sign, else a no-break space."""
    return "" if unit.plain == "%" and lang.startswith("en") else "\u00a0"


def measured(
    paragraph: Paragraph,
    style: TypeStyle,
    size: int,
    faces: Faces,
    level: Level | None = None,
    tab: int = 0,
    *,
    before: float | None = None,
    scale: float = 1.0,
) -> Para:
    """The typesetter's view of a scene paragraph at `size` points; `before`, where it isn't the paragraph's, and `scale` are the result's."""
    spans = []
    subscript = False
    font = style.font
    for run in paragraph.runs:
        bold = style.bold if run.bold is None else run.bold
        italic = style.italic if run.italic is None else run.italic
        own = run.size or size
        share = own / size
        if run.script:
            subscript = subscript or run.script == "sub"
            share *= 0.66
        tracking = style.tracking if run.tracking is None else run.tracking / (own * 100)
        spans.append(Span(run.text, faces.measure(font, bold, italic), share, tracking))
    indent = first = 0.0
    if paragraph.indent is not None:
        indent = to_points(paragraph.indent)
        first = to_points(paragraph.first or 0)
    elif level is not None:
        indent = to_points(level.indent)
        # the bullet stands in the hanging part; the text itself starts at marL on the first line too
        first = 0.0 if level.bullet else -to_points(level.hanging)
    above = paragraph.before or 0.0 if before is None else before
    ratio = style.leading / style.size
    return Para(tuple(spans), indent, first, above, ratio, subscript, scale, to_points(tab) if tab else 0.0)
