"""What a deck takes over from a client's template as it is: parts with their relationships, the masters' list, what stands in presentation.xml.

`template.carry` fills these records, `writers.pptx` writes them.  Names of parts are without the leading slash.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from ..records import dataclass

SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
"""The colours of a colour scheme (a:clrScheme), in their order."""


@dataclass(frozen=True, slots=True)
class CarriedLink:
    """A relationship: its id, its type's whole address, a part's name or, where `external`, an address."""

    id: str
    kind: str
    target: str
    external: bool = False


@dataclass(frozen=True, slots=True)
class CarriedPart:
    """A part: its content type, its bytes, its relationships in their order."""

    content_type: str
    data: bytes = field(repr=False)
    links: tuple[CarriedLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Fragment:
    """XML of presentation.xml with the namespaces that it needs; each of `links` is (what stands for the id, type's address, part)."""

    xml: str
    links: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Matched:
    """What a look stands on: the layout's part, name and place in the list (from 1), how well it fits (0 to 100) and why.

    `native` are the roles that the layout has placeholders for; `composed` says that the layout wasn't made for this look.
    """

    part: str
    layout: str
    number: int
    score: int
    reason: str
    native: tuple[str, ...] = ()
    composed: bool = False


@dataclass(frozen=True, slots=True)
class Carried:
    """A client's template.

    `masters` are (id in presentation.xml or "", part).  `notes_master` and `handout_master` are parts, "" where there is none.  `before` stands
    in presentation.xml between the slides' list and the default text style, by element name; `text_style` is that style, `guides` the list of
    its extensions.  `styles` are the table styles within `a:tblStyleLst`, `style` the default one's id.  `looks` says which layout each look
    stands on.  `dropped`, `changed` and `outside` tell in words what was left out, what was changed in masters and layouts, and which
    addresses outside of the file are still named.
    """

    file: str
    parts: Mapping[str, CarriedPart]
    masters: tuple[tuple[str, str], ...]
    notes_master: str = ""
    handout_master: str = ""
    size: str = ""
    notes_size: str = ""
    before: Mapping[str, Fragment] = field(default_factory=dict)
    attributes: str = ""
    text_style: str = ""
    guides: str = ""
    styles: str = ""
    style: str = ""
    view: bytes = b""
    looks: Mapping[str, Matched] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
