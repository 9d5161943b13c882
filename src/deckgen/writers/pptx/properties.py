"""docProps/core.xml and app.xml, presProps.xml, viewProps.xml: what a package carries beside its slides."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from ...scene.deck import Deck
from .xml import HEAD, P14, esc, part

_EPOCH = "2000-01-01"
_SLIDE_FORMATS = {(16, 9): "Widescreen", (4, 3): "On-screen Show (4:3)"}


def stamp(deck: Deck) -> str:
    """The date in the file: SOURCE_DATE_EPOCH, else the talk's date, else 2000-01-01; midnight UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit() and len(epoch) < 12:
        return datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        day = date.fromisoformat(deck.properties.date or _EPOCH)
    except ValueError:
        day = date.fromisoformat(_EPOCH)
    return f"{day.isoformat()}T00:00:00Z"


def core(deck: Deck) -> bytes:
    """docProps/core.xml (ECMA-376 part 2, core properties)."""
    p, when = deck.properties, stamp(deck)
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{esc(p.title)}</dc:title><dc:subject>{esc(p.subject)}</dc:subject>'
        f"<dc:creator>{esc(p.creator)}</dc:creator><cp:keywords>{esc(p.keywords)}</cp:keywords><dc:description>{esc(p.description)}</dc:description>"
        f"<cp:lastModifiedBy>{esc(p.creator)}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{when}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{when}</dcterms:modified>'
        f"<dc:language>{esc(p.lang)}</dc:language></cp:coreProperties>"
    ).encode()


def app(deck: Deck) -> bytes:
    """docProps/app.xml."""
    notes = sum(scene.notes is not None for scene in deck.scenes)
    hidden = sum(scene.hidden for scene in deck.scenes)
    width, height = deck.theme.width, deck.theme.height
    shape = next((name for (w, h), name in _SLIDE_FORMATS.items() if width * h == height * w), "Custom")
    return (
        f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<TotalTime>0</TotalTime><Application>Microsoft Office PowerPoint</Application><PresentationFormat>{shape}</PresentationFormat>"
        f"<Slides>{len(deck.scenes)}</Slides><Notes>{notes}</Notes><HiddenSlides>{hidden}</HiddenSlides><Company>{esc(deck.properties.company)}</Company>"
        "<AppVersion>16.0000</AppVersion></Properties>"
    ).encode()


def presentation_properties() -> bytes:
    """presProps.xml: pictures are kept as they are."""
    return part(
        "p:presentationPr",
        "",
        f'<p:extLst><p:ext uri="{{E76CE94A-603C-4142-B9EB-6D1370010A27}}"><p14:discardImageEditData xmlns:p14="{P14}" val="0"/></p:ext>'
        f'<p:ext uri="{{D31A062A-798A-4329-ABDD-BBA856620510}}"><p14:defaultImageDpi xmlns:p14="{P14}" val="220"/></p:ext></p:extLst>',
    )


def view_properties() -> bytes:
    """viewProps.xml: opens in the normal view with a 1/12 inch grid."""
    return part(
        "p:viewPr",
        "",
        '<p:normalViewPr horzBarState="maximized"><p:restoredLeft sz="15000"/><p:restoredTop sz="80000"/></p:normalViewPr>'
        '<p:gridSpacing cx="76200" cy="76200"/>',
    )
