"""docProps, presProps, viewProps, tableStyles: what a package carries beside its slides."""

from __future__ import annotations

import datetime
import os

from ...scene.deck import Deck
from ...theme.records import Theme
from .xml import HEAD, P14, A, esc, guid, part


def stamp(deck: Deck) -> str:
    """The date in the file: SOURCE_DATE_EPOCH, else the talk's date, else 2000-01-01."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit() and len(epoch) < 12:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return f"{deck.properties.date or '2000-01-01'}T00:00:00Z"


def core(deck: Deck) -> bytes:
    """docProps/core.xml."""
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
    notes = sum(1 for s in deck.scenes if s.notes is not None)
    hidden = sum(1 for s in deck.scenes if s.hidden)
    return (
        f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<TotalTime>0</TotalTime><Application>Microsoft Office PowerPoint</Application><PresentationFormat>Widescreen</PresentationFormat>"
        f"<Slides>{len(deck.scenes)}</Slides><Notes>{notes}</Notes><HiddenSlides>{hidden}</HiddenSlides><Company>{esc(deck.properties.company)}</Company>"
        "<AppVersion>16.0000</AppVersion></Properties>"
    ).encode()


def presentation_properties() -> bytes:
    """presProps.xml: pictures are kept as they are."""
    return part(
        "p:presentationPr", "",
        f'<p:extLst><p:ext uri="{{E76CE94A-603C-4142-B9EB-6D1370010A27}}"><p14:discardImageEditData xmlns:p14="{P14}" val="0"/></p:ext>'
        f'<p:ext uri="{{D31A062A-798A-4329-ABDD-BBA856620510}}"><p14:defaultImageDpi xmlns:p14="{P14}" val="220"/></p:ext></p:extLst>',
    )  # fmt: skip


def view_properties() -> bytes:
    """viewProps.xml."""
    return part(
        "p:viewPr", "",
        '<p:normalViewPr horzBarState="maximized"><p:restoredLeft sz="15000"/><p:restoredTop sz="80000"/></p:normalViewPr><p:gridSpacing cx="76200" cy="76200"/>',
    )  # fmt: skip


def table_styles(theme: Theme) -> bytes:
    """tableStyles.xml with the brand's own style as default: bold head over a strong line, thin lines between rows."""
    ident = guid("table style", theme.name)

    def edge(name: str, width: int, slot: str) -> str:
        return f'<a:{name}><a:ln w="{width}" cmpd="sng"><a:solidFill><a:schemeClr val="{slot}"/></a:solidFill></a:ln></a:{name}>'

    def bare(name: str) -> str:
        return f"<a:{name}><a:ln><a:noFill/></a:ln></a:{name}>"

    whole = (
        bare("left")
        + bare("right")
        + bare("top")
        + edge("bottom", 12_700, "tx2")
        + edge("insideH", 12_700, "tx2")
        + bare("insideV")
    )
    text = '<a:tcTxStyle{0}><a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef><a:schemeClr val="{1}"/></a:tcTxStyle>'
    style = (
        f'<a:tblStyle styleId="{ident}" styleName="{esc(theme.title or theme.name)}"><a:wholeTbl>{text.format("", "tx1")}<a:tcStyle><a:tcBdr>{whole}</a:tcBdr><a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>'
        f"<a:firstCol>{text.format(' b=' + chr(34) + 'on' + chr(34), 'tx1')}<a:tcStyle><a:tcBdr/></a:tcStyle></a:firstCol>"
        f"<a:firstRow>{text.format(' b=' + chr(34) + 'on' + chr(34), 'tx2')}<a:tcStyle><a:tcBdr>{edge('bottom', 25_400, 'tx1')}</a:tcBdr></a:tcStyle></a:firstRow></a:tblStyle>"
    )
    return f'{HEAD}<a:tblStyleLst xmlns:a="{A}" def="{ident}">{style}</a:tblStyleLst>'.encode()
