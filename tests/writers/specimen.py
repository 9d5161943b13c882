"""A theme and a deck made by hand: every sort of item, without the reader, the layout or the kinds."""

from __future__ import annotations

import struct
import zlib

from deckgen.scene.deck import (
    Asset,
    BackgroundPicture,
    Deck,
    LayoutRef,
    NotesText,
    Properties,
    Scene,
    Section,
)  # fmt: skip
from deckgen.scene.items import (
    Connector,
    Group,
    Item,
    Link,
    Paragraph,
    Picture,
    Placeholder,
    Run,
    Shape,
    Text,
    TextFrame,
)  # fmt: skip
from deckgen.theme.paint import Color, Fill, Gradient, Stroke
from deckgen.theme.records import (
    Chrome,
    Fonts,
    FontSet,
    Ground,
    GroundName,
    Level,
    Look,
    Master,
    PlaceholderSpec,
    ShapeSpec,
    TextSpec,
    Theme,
    TypeStyle,
    When,
)  # fmt: skip
from deckgen.theme.roles import ROLES
from deckgen.theme.table_records import CellStyle, Rule, TableSpec
from deckgen.units import Box, inches

TITLE = TypeStyle(36, 42, bold=True, font="heading", tracking=-0.01)
BODY = TypeStyle(28, 38)
SMALL = TypeStyle(18, 24)
LIGHT_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
DARK_MAP = {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}
TITLE_BOX, BODY_BOX = Box.of_inches(0.667, 0.6, 10.5, 1.25), Box.of_inches(0.667, 2.1, 12, 4.4)
TABLE = TableSpec(
    head=CellStyle(TypeStyle(18, 24, bold=True), "muted"),
    body=CellStyle(SMALL, "text"),
    first=CellStyle(TypeStyle(18, 24, bold=True), "text"),
    total=CellStyle(TypeStyle(18, 24, bold=True), "text"),
    under_head=Rule("text", 25_400),
    over_total=Rule("text", 12_700),
    row=Rule("line", 12_700),
    last=Rule("line", 12_700),
)
ROLE_COLORS = {
    "text": Color("tx1"), "muted": Color("tx2"), "primary": Color("accent1"), "line": Color("tx2", (("lumMod", 75_000),)),
}  # fmt: skip


def png(width: int, height: int, gray: int) -> bytes:
    """A flat gray PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + bytes([gray]) * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def ground(name: GroundName) -> Ground:
    """A ground: light is plain, dark a gradient under another colour map, accent plain under the dark map."""
    fills: dict[GroundName, Fill] = {
        "light": Color("bg1"),
        "dark": Gradient(((0, Color("bg1")), (100_000, Color("bg1", (("lumMod", 75_000),))))),
        "accent": Color("accent1"),
    }
    return Ground(
        name, fills[name], LIGHT_MAP if name == "light" else DARK_MAP, ROLE_COLORS, {}, ("#FFFFFF",)
    )


def spec(role: str, box: Box, style: TypeStyle | None, **more: object) -> PlaceholderSpec:
    """A placeholder of a look; pictures have no style."""
    known = ROLES[role]
    text = TextSpec(role, style, "text") if style is not None else None
    return PlaceholderSpec(role, known.type, known.idx, known.name, known.prompt, box, text, **more)  # type: ignore[arg-type]


LEVELS = (
    Level(BODY, "text", "•", "primary", 100, 360_000, 360_000),
    Level(TypeStyle(24, 33), "text", "–", "primary", 100, 720_000, 360_000, 6),
)
TITLE_SPEC = spec("title", TITLE_BOX, TITLE)
BODY_SPEC = spec("body", BODY_BOX, BODY, levels=LEVELS)
BAR = ShapeSpec("bar", "rect", Box.of_inches(0.667, 2.0, 0.9, 0.09), "primary")
GLOW = ShapeSpec(
    "glow", "ellipse", Box.of_inches(9, -1, 5, 5), ((0, "primary", 40_000), (100_000, "primary", 0))
)
CORNER = ShapeSpec(
    "corner",
    "",
    Box(0, 0, 914_400, 914_400),
    "muted",
    path=(("M", 0, 0), ("L", 914_400, 0), ("L", 0, 914_400), ("Z",)),
)
RULE = ShapeSpec("rule", "line", Box.of_inches(0.667, 6.7, 12, -0.1), line="line", width=12_700)


def theme(**more: object) -> Theme:
    """Three grounds, three looks, seven layouts."""
    picture = spec("picture", Box.of_inches(7, 2, 5, 4), None, geometry="roundRect", radius=190_500)
    looks = (
        Look("bullets", "Bullets", "light", ("light", "dark"), (TITLE_SPEC, BODY_SPEC), (BAR, RULE), layout_type="obj"),
        Look(
            "image", "Picture & text", "light", ("light", "dark", "accent"),
            (TITLE_SPEC, spec("title", BODY_BOX, TITLE, when=When(slot=("kicker",))), picture), (CORNER,),
        ),
        Look("cover", "Cover", "accent", ("accent", "dark"), (spec("title", BODY_BOX, TITLE),), (GLOW,),
             layout_type="title", number=False, footer=False),
    )  # fmt: skip
    corner = Box.of_inches(11.6, 6.8, 1, 0.3)
    fields: dict[str, object] = {
        "name": "specimen",
        "title": "Müller & <Söhne>",
        "slots": {
            "dk1": "14181F", "lt1": "FFFFFF", "dk2": "565C68", "lt2": "E3ECF8", "accent1": "1F5FBF", "accent2": "7FA6DE",
            "accent3": "D9822B", "accent4": "3B8C6E", "accent5": "8A5BB5", "accent6": "8A93A3", "hlink": "1F5FBF",
            "folHlink": "565C68",
        },
        "fonts": Fonts(FontSet("Georgia", "Arial"), FontSet("Cambria", "Calibri"), {}),
        "styles": {"title": TITLE, "body": BODY},
        "grounds": {name: ground(name) for name in ("light", "dark", "accent")},
        "looks": {look.name: look for look in looks},
        "master": Master(TITLE_SPEC, BODY_SPEC, LEVELS),
        "chrome": Chrome(
            spec("slide-number", corner, SMALL), spec("footer", corner.moved(-3_000_000, 0), SMALL),
            spec("date", corner.moved(-6_000_000, 0), SMALL),
        ),
        "guides": ((inches(0.667),), (inches(0.6), inches(6.8))),
        "table": TABLE,
    }  # fmt: skip
    return Theme(**{**fields, **more})  # type: ignore[arg-type]


def holder(role: str) -> Placeholder:
    """The placeholder of a role."""
    return Placeholder(role, ROLES[role].type, ROLES[role].idx)


def words(*texts: str | Run) -> Text:
    """A text of one paragraph for each run."""
    return Text(tuple(Paragraph((t if isinstance(t, Run) else Run(t),)) for t in texts))


def title(scene: str, text: str, *, hidden: bool = False) -> TextFrame:
    """A slide's title."""
    return TextFrame(
        id=f"{scene}/title", name="Title", box=TITLE_BOX, text=words(text), placeholder=holder("title"), placed=False, hidden=hidden,
    )  # fmt: skip


def number(scene: str, shown: str) -> TextFrame:
    """A slide's number."""
    return TextFrame(
        id=f"{scene}/number", name="Slide number", box=TITLE_BOX, placed=False, placeholder=holder("slide-number"),
        text=words(Run(shown, field="slidenum")),
    )  # fmt: skip


def bullets() -> tuple[Item, ...]:
    """Rich text, two levels, a number, links, a text box with tabs."""
    body = Text(
        (
            Paragraph((Run("Fett", bold=True), Run(" & <kursiv>", italic=True), Run("2", script="sup"), Run("code_x", mono=True))),
            Paragraph((Run("nächste Folie", link=Link(slide="drawing"), color=Color("accent2")),), level=1, bullet="bullet"),
            Paragraph((Run("Netz", link=Link(url="https://example.com/a b?q=ü")), Run(" ohne Ziel", link=Link(slide="gone"))), bullet="number", start=3),
            Paragraph((Run("English", lang="en-GB"), Run(" weg\u00adfall\x00", strike=True)), bullet="none", indent=0, first=0, before=6.5, leading=90_000),
        )
    )  # fmt: skip
    box = Text(
        (
            Paragraph((Run("a\tb\vc", size=20, tracking=-10),), tabs=(914_400,), align="right", size=20),
            Paragraph((Run("Punkt"),), bullet="bullet"),
        ),
        anchor="bottom",
    )
    return (
        title("list", "Worum es geht"),
        TextFrame(
            id="list/body", name="Body", box=BODY_BOX, text=body, placeholder=holder("body"), placed=False
        ),
        TextFrame(id="list/box", name="Box", box=Box.of_inches(8, 5, 4, 1), text=box),
        number("list", "2"),
    )


def drawing() -> tuple[Item, ...]:
    """A connector before the shapes that it is glued to, a group, a freeform, a hidden title."""
    first = Shape(
        id="d/a",
        name="!!a",
        box=Box.of_inches(1, 3, 2, 1),
        fill=Color("accent1", alpha=50_000),
        adjust=(("adj", 20_000),),
        preset="roundRect",
        text=words("A"),
    )
    second = Shape(
        id="d/b",
        name="B",
        box=Box.of_inches(8, 2, 2, 1),
        fill=None,
        stroke=Stroke(Color("tx1"), 12_700, dash="dash"),
        preset="ellipse",
        decorative=True,
    )
    line = Connector(
        id="d/line", name="Line", box=Box.of_inches(3, 2.5, 5, 1), x1=inches(3), y1=inches(3.5), x2=inches(8), y2=inches(2.5),
        stroke=Stroke(Color("tx2"), 19_050, tail=True), start=("d/a", 3), end=("d/b", 1), decorative=True,
    )  # fmt: skip
    path = (("M", 0, 0), ("C", 0, 9, 914_400, 9, 914_400, 914_400), ("Z",))
    free = Shape(
        id="d/free",
        name="Freeform",
        preset="",
        path=path,
        box=Box(0, 0, 914_400, 914_400),
        fill=Gradient(((0, Color("accent1")), (100_000, Color("accent2")))),
        link=Link(slide="list"),
    )
    group = Group(
        id="d/group",
        name="Diagram",
        alt='A leads to "B"\nand on',
        box=Box.of_inches(1, 2, 9, 2),
        items=(first, second),
    )
    return (title("drawing", "Ein Bild", hidden=True), line, group, free, number("drawing", "3"))


def deck(**more: object) -> Deck:
    """Four slides in two sections: a cover, a list with notes, a drawing, a hidden picture slide."""
    notes = NotesText(
        (
            Paragraph((Run("Das "), Run("erste", bold=True))),
            Paragraph((Run("Liste"),), bullet="bullet"),
            Paragraph((Run("tiefer"),), bullet="bullet", level=1),
            Paragraph((Run("gezählt", link=Link(url="https://example.com/")), Run(" intern", link=Link(slide="cover"))), bullet="number"),
        ),
        "de-DE",
    )  # fmt: skip
    pictures: tuple[Item, ...] = (
        title("picture", "Grau"),
        Picture(id="p/in", name="Picture", box=Box.of_inches(7, 2, 5, 4), asset="one.png", placeholder=holder("picture"), placed=False, alt="Grau", crop=(0, 10_000, 0, 10_000)),
        Picture(id="p/free", name="Round", box=Box.of_inches(1, 3, 2, 2), asset="copy.png", geometry="ellipse", decorative=True, link=Link(url="https://example.com/")),
    )  # fmt: skip
    scenes = (
        Scene("cover", "Cover", "Hallo", "cover", LayoutRef("cover", "accent"), (title("cover", "Hallo\vWelt"),), "de-DE", "s1"),
        Scene("list", "Liste", "Worum es geht", "bullets", LayoutRef("bullets", "light"), bullets(), "de-DE", "s1", notes, transition="fade"),
        Scene("drawing", "Bild & mehr", "Ein Bild", "image", LayoutRef("bullets", "dark"), drawing(), "de-DE", "s2", transition="morph"),
        Scene("picture", "Grau", "Grau", "image", LayoutRef("image", "dark"), pictures, "en-GB", "s2", hidden=True, background=BackgroundPicture("other.png", (0, 0, 5_000, 0))),
    )  # fmt: skip
    gray = png(64, 48, 120)
    fields: dict[str, object] = {
        "scenes": scenes,
        "sections": (Section("s1", "Anfang", ("cover", "list")), Section("s2", "Rest & Schluss", ("drawing", "picture"))),
        "theme": theme(),
        "fonts": "brand",
        "assets": {
            "one.png": Asset("png", gray, 64, 48), "copy.png": Asset("png", gray, 64, 48),
            "other.png": Asset("png", png(32, 18, 200), 32, 18),
        },
        "properties": Properties("Titel & Co", "Thema", "Vortragende", "a, b", "Worum", "de-DE", "2021-01-04", "Firma"),
        "lang": "de-DE",
    }  # fmt: skip
    return Deck(**{**fields, **more})  # type: ignore[arg-type]
