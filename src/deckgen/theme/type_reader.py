"""Type of a theme: its scale of styles, its brand and office fonts with their metrics."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath
from typing import Literal, cast

from .. import trace
from ..findings import Span
from ..source.nodes import Map, Node, Scalar, Seq
from ..typeset.metrics import Face, load_faces, shipped, wide
from .find import FILE
from .records import Fonts, FontSet, TypeStyle
from .values import Values

STYLE_KEYS = ("like", "size", "leading", "bold", "italic", "font", "tracking", "ladder")
FONTS = ("heading", "body", "numerals")
LARGEST = 800  # points
FAMILIES = ("Arial", "Helvetica", "Calibri", "Cambria", "Courier New", "Georgia", "Times New Roman")
"""The families with a shipped table of widths, as they are written."""


def read_styles(values: Values, node: Node | None) -> dict[str, TypeStyle]:
    """`styles:` by name; a style may be like one that stands before it."""
    styles: dict[str, TypeStyle] = {}
    for name, value in values.entries(node, "styles").items():
        style = read_style(values, value, styles)
        if style is not None:
            styles[name] = style
    return styles


def read_style(values: Values, node: Node, styles: Mapping[str, TypeStyle]) -> TypeStyle | None:
    """A style by name, as [size, leading], or as a map; None after a finding."""
    if isinstance(node, Scalar):
        if node.text not in styles:
            values.unknown("unknown-style", f"there is no style {node.text!r}", node.text, styles, node.span)
            return None
        return styles[node.text]
    if isinstance(node, Seq):
        pair = values.numbers(node, 2, 1, LARGEST)
        return TypeStyle(round(pair[0]), pair[1]) if pair else None
    return _described(values, node, styles)


def _described(values: Values, node: Map, styles: Mapping[str, TypeStyle]) -> TypeStyle | None:
    keys = values.keys(node, STYLE_KEYS, "a style")
    base = read_style(values, keys["like"], styles) if "like" in keys else None
    if base is None and "like" in keys:
        return None
    if base is None and "size" not in keys:
        values.wrong(node, "a style needs a size", "write `size: 28` (points)")
        return None
    size = values.whole(keys.get("size"), base.size if base else 18, 6, LARGEST)
    ratio = base.ratio if base else 1.2
    ladder = tuple(
        values.whole(item, size, 6, LARGEST) for item in values.items(keys.get("ladder"), "a ladder")
    )
    if any(a <= b for a, b in zip(ladder, ladder[1:], strict=False)):
        values.wrong(keys["ladder"], "a ladder's sizes go down", "write the largest size first")
    return TypeStyle(
        size=size,
        leading=values.number(keys.get("leading"), base.leading if base and base.size == size else ratio * size, 1, 2 * LARGEST),
        bold=values.flag(keys.get("bold"), base.bold if base else False),
        italic=values.flag(keys.get("italic"), base.italic if base else False),
        font=cast(
            "Literal['heading', 'body', 'numerals']",
            values.choice(keys.get("font"), FONTS, base.font if base else "body"),
        ),
        tracking=values.number(keys.get("tracking"), base.tracking if base else 0.0, -0.2, 0.5),
        ladder=ladder or (base.ladder if base and base.size == size else ()),
    )  # fmt: skip


def inside(values: Values, node: Node, folder: Path) -> Path | None:
    """A file within the theme's folder, or None after a finding."""
    text = values.text(node)
    try:
        target = (folder / text).resolve()
        outside = not text or not target.is_relative_to(folder.resolve())
        found = not outside and trace.is_file(target)
    except (OSError, ValueError, RuntimeError):
        outside, found = False, False
    if outside:
        values.findings.error(
            "path-outside",
            f"{text!r} lies outside of the theme's folder",
            node.span,
            "copy it into the theme",
        )
        return None
    if not found:
        values.findings.error("file-missing", f"the theme has no file {text!r}", node.span)
        return None
    return target


def read_fonts(values: Values, node: Node | None, folders: Mapping[str, Path], owner: Node) -> Fonts | None:
    """`fonts:`: families, the TTFs, and metrics for all families; `folders` maps a file's label to its theme's folder."""
    keys = values.keys(node, ("brand", "office", "files", "metrics"), "fonts")
    if "brand" not in keys and "office" not in keys:
        values.wrong(
            node or owner, "a theme needs fonts", "write `fonts: {brand: {heading: Arial, body: Arial}}`"
        )
        return None
    brand = _set(values, keys.get("brand", keys.get("office")))
    office = _set(values, keys.get("office", keys.get("brand")))
    paths = [(n, inside(values, n, folders[n.span.file])) for n in values.items(keys.get("files"), "files")]
    measured: dict[str, dict[str, Face]] = {}
    for item in values.items(keys.get("metrics"), "metrics"):
        path = inside(values, item, folders[item.span.file])
        if path is None:
            continue
        try:
            measured[path.stem.casefold()] = load_faces(path)
        except (OSError, ValueError) as error:
            values.findings.error("font-metrics", f"{values.text(item)!r} can't be read: {error}", item.span)
    faces: dict[tuple[str, str], Face] = {}
    for family in dict.fromkeys((brand.heading, brand.body, office.heading, office.body)):
        found = measured.get("-".join(family.casefold().split())) or shipped(family)
        if found is None:
            command = f"deckgen theme fonts {_theme_of(node or owner)} --add FILE"
            near = meant(family, (stem.replace("-", " ").title() for stem in measured))
            message = f"there is no table of the widths of {family!r}; its texts are measured as if it were very wide"
            fix = f"make one from its file: {command}"
            if near:
                message, fix = (
                    f"the font {family!r} isn't known",
                    f"did you mean `{near}`? If not, make a table of its widths: {command}",
                )
            values.findings.warning(
                "font-metrics", message, _place(keys, family) or (node or owner).span, fix
            )
            found = wide()
        faces.update({(family, style): face for style, face in found.items()})
    files = tuple(path for _, path in paths if path is not None)
    return Fonts(brand, office, faces, files, (node or owner).span)


def meant(family: str, others: Iterable[str] = ()) -> str:
    """The known family that `family` is a slip of the pen for, or ""; `others` are known besides those with a shipped table."""
    known = {name.casefold(): name for name in (*FAMILIES, *others)}
    word = " ".join(family.split()).casefold()
    close = [] if word in known else difflib.get_close_matches(word, known, n=1, cutoff=0.8)
    return known[close[0]] if close else ""


def _place(keys: Mapping[str, Node], family: str) -> Span | None:
    """Where the family is named first."""
    for node in (keys.get("brand"), keys.get("office")):
        for entry in node.entries if isinstance(node, Map) else ():
            if isinstance(entry.value, Scalar) and entry.value.text == family:
                return entry.value.span
    return None


def _theme_of(node: Node) -> str:
    """The theme as the command line may name it; NAME where a talk changes one in place."""
    path = PurePath(node.span.file)
    return path.parent.name if path.name == FILE and path.parent.name else "NAME"


def brand_faces(fonts: Fonts) -> dict[str, Face]:
    """The brand set's bold faces by theme font ("heading", "body", "numerals")."""
    families = {"heading": fonts.brand.heading, "body": fonts.brand.body, "numerals": fonts.brand.heading}
    return {
        font: face
        for font, family in families.items()
        if (face := fonts.faces.get((family, "bold")) or fonts.faces.get((family, "regular"))) is not None
    }


def _set(values: Values, node: Node | None) -> FontSet:
    keys = values.keys(node, ("heading", "body"), "a font set")
    body = values.text(keys.get("body"), "Arial")
    return FontSet(values.text(keys.get("heading"), body), body)
