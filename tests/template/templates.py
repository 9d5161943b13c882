"""Small templates made for tests: python-pptx's own, renamed, resized, with parts put in; never .pptx, which the deck checks would take."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from pptx.util import Emu

from pptx import Presentation

GERMAN = (
    "Titelfolie", "Titel und Inhalt", "Abschnittsüberschrift", "Zwei Inhalte", "Vergleich", "Nur Titel", "Leer", "Inhalt mit Überschrift",
    "Bild mit Überschrift", "Titel und vertikaler Text", "Vertikaler Titel und Text",
)  # fmt: skip
FRENCH = (
    "Diapositive de titre", "Titre et contenu", "Titre de section", "Deux contenus", "Comparaison", "Titre seul", "Vide",
    "Contenu avec légende", "Image avec légende", "Titre et texte vertical", "Titre vertical et texte",
)  # fmt: skip
MASTER = "ppt/slideMasters/slideMaster1.xml"
MAIN = "ppt/presentation.xml"
TYPES = "[Content_Types].xml"
THEME = "ppt/theme/theme1.xml"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"


def template(
    path: Path,
    *,
    names: tuple[str, ...] = (),
    typed: bool = True,
    size: tuple[int, int] | None = None,
    sample: bool = True,
    edits: Mapping[str, Callable[[str], str]] | None = None,
    parts: Mapping[str, bytes] | None = None,
) -> Path:
    """A template at `path`: 4:3, eleven layouts, a slide with notes.

    `names` rename layouts, without `typed` they lose their types, `size` is the slide's in EMU (everything is stretched to it).
    `edits` change XML parts by name, `parts` add some.
    """
    deck = Presentation()
    for layout, name in zip(deck.slide_layouts, names, strict=False):
        layout.name = name
    if size is not None:
        kx, ky = size[0] / deck.slide_width, size[1] / deck.slide_height
        for owner in (deck.slide_master, *deck.slide_layouts):
            for shape in owner.shapes:
                if shape._element.spPr.xfrm is not None:
                    shape.left, shape.width = Emu(round(shape.left * kx)), Emu(round(shape.width * kx))
                    shape.top, shape.height = Emu(round(shape.top * ky)), Emu(round(shape.height * ky))
        deck.slide_width, deck.slide_height = Emu(size[0]), Emu(size[1])
    if sample:
        slide = deck.slides.add_slide(deck.slide_layouts[0])
        slide.shapes.title.text = "SAMPLE of the client"
        slide.notes_slide.notes_text_frame.text = "SECRET note"
    stream = io.BytesIO()
    deck.save(stream)
    changes: dict[str, list[Callable[[str], str]]] = {
        TYPES: [lambda x: x.replace(MAIN_TYPE, MAIN_TYPE.replace("presentation.main", "template.main"))]
    }
    changes[MASTER] = [
        lambda x: x.replace('<a:buFont typeface="Arial" pitchFamily="34" charset="0"/>', "").replace(
            '<a:buFont typeface="Arial"/>', ""
        )
    ]
    if not typed:
        for number in range(1, 12):
            changes[f"ppt/slideLayouts/slideLayout{number}.xml"] = [_untyped]
    for name, change in (edits or {}).items():
        changes.setdefault(name, []).append(change)
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            for change in changes.get(name, ()):
                data = change(data.decode("utf-8")).encode("utf-8")
            new.writestr(name, data)
        for name, data in (parts or {}).items():
            new.writestr(name, data)
    return path


def _untyped(xml: str) -> str:
    start = xml.index("<p:sldLayout")
    end = xml.index(">", start)
    head = xml[start:end]
    at = head.find(' type="')
    return xml if at < 0 else xml[: start + at] + head[head.index('"', at + 7) + 1 :] + xml[end:]


def linked(name: str, ident: str, kind: str, target: str) -> Callable[[str], str]:
    """Adds a relationship to the relationships part `name`."""
    row = (
        f'<Relationship Id="{ident}" Type="{kind if "://" in kind else f"{REL}/{kind}"}" Target="{target}"/>'
    )
    return lambda xml: xml.replace("</Relationships>", f"{row}</Relationships>")


def texts(deck: Path) -> str:
    """All XML of a deck in one string."""
    with zipfile.ZipFile(deck) as archive:
        return "\n".join(
            archive.read(n).decode("utf-8", "replace")
            for n in archive.namelist()
            if n.endswith((".xml", ".rels"))
        )


def part(deck: Path, name: str) -> bytes:
    """A part's bytes."""
    with zipfile.ZipFile(deck) as archive:
        return archive.read(name)


def parts(deck: Path) -> list[str]:
    """The names of a deck's parts."""
    with zipfile.ZipFile(deck) as archive:
        return archive.namelist()
