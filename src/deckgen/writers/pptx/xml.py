"""XML by strings: one escape function, namespaces, stable ids (presentationml.md sections 0.4 and 0.5)."""

from __future__ import annotations

import hashlib
import re
import uuid

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
P15 = "http://schemas.microsoft.com/office/powerpoint/2012/main"
P159 = "http://schemas.microsoft.com/office/powerpoint/2015/09/main"
A16 = "http://schemas.microsoft.com/office/drawing/2014/main"
ADEC = "http://schemas.microsoft.com/office/drawing/2017/decorative"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
NAMESPACES = f'xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\u00ad\ufffe\uffff\ud800-\udfff]")
_NEEDS = re.compile('[&<>"\x00-\x08\x0b\x0c\x0e-\x1f\u00ad\ufffe\uffff\ud800-\udfff]')


def esc(text: str) -> str:
    """`text` for XML content and attributes; soft hyphens and what XML 1.0 forbids are dropped."""
    if not _NEEDS.search(text):
        return text
    text = _ILLEGAL.sub("", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def guid(*key: object) -> str:
    """A GUID that is the same for the same key, as PowerPoint writes them."""
    return "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, "deckgen:" + "/".join(map(str, key)))).upper() + "}"


def fast_guid(key: str) -> str:
    """As `guid`, for the many shapes of a deck: the first half of a SHA-256, marked as version 5."""
    h = hashlib.sha256(key.encode("utf-8", "replace")).hexdigest().upper()
    return f"{{{h[:8]}-{h[8:12]}-5{h[13:16]}-8{h[17:20]}-{h[20:32]}}}"


def u32(key: str) -> int:
    """A 32-bit number that is the same for the same key, never 0 (creationId)."""
    value = int.from_bytes(hashlib.sha256(key.encode("utf-8", "replace")).digest()[:4], "big")
    return value if 0 < value < 0xFFFFFFFF else 1


def part(root: str, attributes: str, body: str) -> bytes:
    """A whole part with the usual namespaces."""
    return f"{HEAD}<{root} {NAMESPACES}{attributes}>{body}</{root}>".encode()


DECORATIVE = f'<a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}"><adec:decorative xmlns:adec="{ADEC}" val="1"/></a:ext>'


def non_visual(
    number: int,
    name: str,
    key: str,
    *,
    alt: str = "",
    decorative: bool = False,
    hidden: bool = False,
    link: str = "",
) -> str:
    """p:cNvPr with alt text or the decorative mark, a link, the shape's stable creationId."""
    descr = f' descr="{esc(alt)}"' if alt else ' descr=""' if decorative else ""
    ext = (DECORATIVE if decorative and not alt else "") + (
        f'<a:ext uri="{{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}}"><a16:creationId xmlns:a16="{A16}" id="{fast_guid(key)}"/></a:ext>'
    )
    return (
        f'<p:cNvPr id="{number}" name="{esc(name)}"{descr}{" hidden=" + chr(34) + "1" + chr(34) if hidden else ""}>'
        f"{link}<a:extLst>{ext}</a:extLst></p:cNvPr>"
    )


def transform(x: int, y: int, w: int, h: int, attributes: str = "") -> str:
    """a:xfrm."""
    return f'<a:xfrm{attributes}><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'


TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


def slide_data(shapes: str, name: str = "", background: str = "", key: str = "") -> str:
    """p:cSld with its shape tree and creationId."""
    ext = ""
    if key:
        ext = f'<p:extLst><p:ext uri="{{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}}"><p14:creationId xmlns:p14="{P14}" val="{u32(key)}"/></p:ext></p:extLst>'
    named = f' name="{esc(name)}"' if name else ""
    return f"<p:cSld{named}>{background}<p:spTree>{TREE}{shapes}</p:spTree>{ext}</p:cSld>"


MASTER_MAP = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
