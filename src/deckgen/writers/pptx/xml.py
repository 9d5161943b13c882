"""XML by strings: one escape function, namespaces, stable ids (presentationml.md sections 0.4 and 0.5)."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any
from zlib import crc32

from ...patterns import pattern

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
P15 = "http://schemas.microsoft.com/office/powerpoint/2012/main"
P159 = "http://schemas.microsoft.com/office/powerpoint/2015/09/main"
A16 = "http://schemas.microsoft.com/office/drawing/2014/main"
ADEC = "http://schemas.microsoft.com/office/drawing/2017/decorative"
ASVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
AHYP = "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
THM15 = "http://schemas.microsoft.com/office/thememl/2012/main"
NAMESPACES = f'xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

MASTER_MAP = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
DECORATIVE = f'<a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}"><adec:decorative xmlns:adec="{ADEC}" val="1"/></a:ext>'

# soft hyphens (PowerPoint shows them) and what XML 1.0 section 2.2 forbids or discourages
_SPECIAL = pattern('[&<>"\x00-\x1f\x7f-\x9f\u00ad\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]')
# references, so that line ends and tabs survive in attributes too (XML 1.0 section 3.3.3)
_INSTEAD = {
    "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\v": " ", "\x85": " ",
}  # fmt: skip


def _digest(name: str, *modules: str) -> Callable[..., Any]:
    """The interpreter's own SHA (its module goes by version): `hashlib` loads OpenSSL, which takes longer than all ids of a small deck."""
    for module in (*modules, "hashlib"):
        try:
            found: Callable[..., Any] = getattr(import_module(module), name)
        except ImportError:
            continue
        return found
    raise ImportError(name)


_sha1, _sha256 = _digest("sha1", "_sha1"), _digest("sha256", "_sha2", "_sha256")
_URL_SPACE = bytes.fromhex("6ba7b8119dad11d180b400c04fd430c8")  # RFC 9562: the namespace of URLs


def esc(text: str) -> str:
    """`text` for XML content and attributes; soft hyphens and what XML 1.0 forbids are dropped."""
    if _SPECIAL.search(text) is None:  # as most are
        return text
    return _SPECIAL.sub(lambda found: _INSTEAD.get(found[0], ""), text)


def guid(*key: object) -> str:
    """A GUID that is the same for the same key, as PowerPoint writes them (RFC 9562, version 5)."""
    name = "deckgen:" + "/".join(map(str, key))
    digest = _sha1(_URL_SPACE + name.encode("utf-8", "replace"), usedforsecurity=False).digest()
    raw = bytearray(digest[:16])
    raw[6], raw[8] = raw[6] & 0x0F | 0x50, raw[8] & 0x3F | 0x80  # version 5, variant 10
    h = raw.hex().upper()
    return f"{{{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}}}"


def shape_guid(slide: str, item: str) -> str:
    """A shape's GUID: `item` within the slide whose GUID is `slide` (version 8: our own sort).

    Only its first eight digits are the shape's: digits that repeat pack well, and the shapes of a slide are told apart by them.
    """
    return f"{{{crc32(item.encode('utf-8', 'replace')):08X}-{slide[10:15]}8{slide[16:]}"


def u32(*key: object) -> int:
    """A 32-bit number that is the same for the same key, neither 0 nor 2**32 - 1 (p14:creationId)."""
    digest = _sha256("/".join(map(str, key)).encode("utf-8", "replace")).digest()
    value = int.from_bytes(digest[:4], "big")
    return value if 0 < value < 0xFFFFFFFF else 1


def part(root: str, attributes: str, body: str) -> bytes:
    """A whole part with the usual namespaces."""
    return f"{HEAD}<{root} {NAMESPACES}{attributes}>{body}</{root}>".encode()


def non_visual(
    number: int,
    name: str,
    ident: str = "",
    *,
    alt: str = "",
    decorative: bool = False,
    hidden: bool = False,
    link: str = "",
) -> str:
    """p:cNvPr with alt text or the decorative mark, a link, the shape's creationId `ident` (a GUID; "" where nothing is found again by it).

    Where there is an alt text, `decorative` is ignored: a shape is described or passed over, not both.
    """
    described = f' descr="{esc(alt)}"' if alt else ' descr=""' if decorative else ""
    shown = ' hidden="1"' if hidden else ""
    mark = DECORATIVE if decorative and not alt else ""
    if ident:
        mark += f'<a:ext uri="{{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}}"><a16:creationId xmlns:a16="{A16}" id="{ident}"/></a:ext>'
    inner = f"{link}<a:extLst>{mark}</a:extLst>" if mark else link
    start = f'<p:cNvPr id="{number}" name="{esc(name)}"{described}{shown}'
    return f"{start}>{inner}</p:cNvPr>" if inner else f"{start}/>"


def transform(x: int, y: int, w: int, h: int, attributes: str = "") -> str:
    """a:xfrm, EMU."""
    return f'<a:xfrm{attributes}><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'


def slide_data(shapes: str, name: str = "", background: str = "", key: tuple[object, ...] = ()) -> str:
    """p:cSld with its shape tree; with a `key` its creationId too."""
    ext = ""
    if key:
        ext = (
            '<p:extLst><p:ext uri="{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}">'
            f'<p14:creationId xmlns:p14="{P14}" val="{u32(*key)}"/></p:ext></p:extLst>'
        )
    named = f' name="{esc(name)}"' if name else ""
    return f"<p:cSld{named}>{background}<p:spTree>{TREE}{shapes}</p:spTree>{ext}</p:cSld>"
