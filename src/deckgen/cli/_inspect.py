"""What `deckgen theme inspect` prints and writes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..source.nodes import Scalar
from ..units import to_inches
from ..writers import save
from ._columns import definitions, terminal_width
from ._options import heading
from ._report import printable

if TYPE_CHECKING:
    from ..findings import Findings
    from ..source.nodes import Map
    from ..template.theme_of import Understood

FORMATS = {(16, 9): "16:9", (4, 3): "4:3", (16, 10): "16:10", (297, 210): "A4"}


def corrections(file: Path, folder: Path | None, findings: Findings) -> tuple[Map | None, dict[str, Path]]:
    """What is corrected by hand already: in the theme.yaml of the folder that is written, else in that beside the template."""
    from ..source.nodes import Map
    from ..source.yaml_reader import read

    for place in (folder, file.resolve().parent):
        path = place / "theme.yaml" if place is not None else None
        if path is None or not path.is_file():
            continue
        node = read(path.read_bytes(), str(path), findings)
        if not isinstance(node, Map):
            return None, {}
        given = node.get("template")
        if isinstance(given, Scalar) and Path(given.text).name == file.name:
            return node, {str(path): path.parent}
    return None, {}


def lines(found: Understood, name: str) -> Iterator[str]:
    """The template in words: page, fonts, colours, a row for each look, what stays behind."""
    theme, carried = found.theme, found.theme.template
    assert carried is not None
    width = terminal_width()
    inches = (to_inches(theme.width), to_inches(theme.height))
    shape = next(
        (word for (w, h), word in FORMATS.items() if abs(inches[0] / inches[1] - w / h) < 0.01), "own format"
    )
    yield heading(printable(name))
    facts = [
        ("page", f"{inches[0]:.2f} x {inches[1]:.2f} in ({shape})"),
        ("masters", f"{len(carried.masters)}, {len(found.layouts)} layouts"),
        ("fonts", f"{theme.fonts.brand.heading} for headings, {theme.fonts.brand.body} for text"),
        ("colours", ", ".join(f"{slot} #{value}" for slot, value in theme.slots.items())),
        (
            "body area",
            ", ".join(f"{to_inches(v):.2f}" for v in (found.body.x, found.body.y, found.body.w, found.body.h))
            + " in",
        ),
    ]
    yield from definitions(((a, printable(b)) for a, b in facts), width)
    yield ""
    yield heading("Looks with a layout of their own: score, layout, roles in its placeholders, reason")
    rows = []
    for look, fit in found.fits.items():
        roles = ", ".join(fit.roles) or "none"
        rows.append(
            (look, printable(f"{fit.score:3}  {fit.layout.number} {fit.layout.name} ({roles}): {fit.reason}"))
        )
    yield from definitions(rows, width)
    yield ""
    base = found.base.layout
    yield heading(printable(f"Composed in the body area of layout {base.number} {base.name}"))
    yield from definitions([("", ", ".join(found.composed))], width)
    told = [("stays behind", carried.dropped), ("changed", carried.changed), ("links to", carried.outside)]
    said = [(word, "; ".join(dict.fromkeys(what))) for word, what in told if what]
    if said:
        yield ""
        yield heading("Of the file")
        yield from definitions(((a, printable(b)) for a, b in said), width)


def write(found: Understood, file: Path, folder: Path) -> list[Path]:
    """theme.yaml, a picture and, where it isn't there yet, the template itself in a theme's folder; the files written.

    Raises:
        OutputError: if something can't be written.
    """
    from ..template.picture import picture
    from ..template.sheet import sheet

    own = folder / file.name
    written = []
    if not (own.exists() and own.samefile(file)):
        save(file.read_bytes(), own)
        written.append(own)
    target = folder / "theme.yaml"
    old = target.read_text(encoding="utf-8") if target.is_file() else ""
    save(sheet(found, file.name, old).encode(), target)
    image = folder / f"{file.stem}.png"
    save(picture(found), image)
    return [target, image, *written]
