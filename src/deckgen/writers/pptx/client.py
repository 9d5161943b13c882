"""A client's template in the package: its parts as they are, and the presentation part round them."""

from __future__ import annotations

from functools import cached_property

from ...scene.deck import Deck
from ...theme.carried import Carried, Fragment
from . import properties
from .fonts import font_list
from .notes import notes_master
from .package import PML, Package
from .table_styles import style_id, table_styles
from .theme_part import theme_part
from .xml import HEAD, A, esc, part

MAIN = "ppt/presentation.xml"
NOTES_MASTER = "ppt/notesMasters/notesMaster1.xml"
_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"


class Client:
    """The template's parts put into `package`, and what else the deck needs of it.

    `layouts` are the layouts' parts by look and ground, `notes_master` the part that notes slides follow: the template's, else deckgen's.
    """

    def __init__(self, carried: Carried, deck: Deck, package: Package) -> None:
        self._carried, self._deck, self._package = carried, deck, package
        for name, found in carried.parts.items():
            package.carry(name, found)
        self.layouts = {
            (look, ground): matched.part for look, matched in carried.looks.items() for ground in deck.theme.grounds
        }  # fmt: skip
        self.notes_master = carried.notes_master or self._own_notes()

    def _own_notes(self) -> str:
        """A notes master of deckgen's, where the template has none and a slide has notes."""
        if not any(scene.notes is not None for scene in self._deck.scenes):
            return ""
        deck, package = self._deck, self._package
        data = theme_part(deck.theme, deck.fonts, " notes", deck.rtl)
        theme = package.add(package.next_name("ppt/theme/theme", ".xml"), _THEME, data)
        package.add(NOTES_MASTER, f"{PML}notesMaster+xml", notes_master(deck.theme, deck.lang))
        package.rel(NOTES_MASTER, "theme", theme)
        return NOTES_MASTER

    @cached_property
    def masters(self) -> str:
        """The lists of masters, with the ids that the template gave them."""
        rows, package, carried = [], self._package, self._carried
        for ident, name in carried.masters:
            own = f' id="{esc(ident)}"' if ident else ""
            rows.append(f'<p:sldMasterId{own} r:id="{package.rel(MAIN, "slideMaster", name)}"/>')
        lists = f"<p:sldMasterIdLst>{''.join(rows)}</p:sldMasterIdLst>"
        if self.notes_master:
            rel = package.rel(MAIN, "notesMaster", self.notes_master)
            lists += f'<p:notesMasterIdLst><p:notesMasterId r:id="{rel}"/></p:notesMasterIdLst>'
        if carried.handout_master:
            rel = package.rel(MAIN, "handoutMaster", carried.handout_master)
            lists += f'<p:handoutMasterIdLst><p:handoutMasterId r:id="{rel}"/></p:handoutMasterIdLst>'
        return lists

    @property
    def view(self) -> bytes:
        """viewProps.xml: the template's, if it has guides."""
        return self._carried.view or properties.view_properties()

    @property
    def styles(self) -> bytes:
        """tableStyles.xml: the template's styles and the one that deckgen's tables name."""
        own = table_styles(self._deck.theme).decode()
        if not self._carried.styles:
            return own.encode()
        ident = style_id(self._deck.theme)
        start = own.index("<a:tblStyle ")
        style = own[start : own.rindex("</a:tblStyleLst>")]
        others = self._carried.styles
        return (
            f'{HEAD}<a:tblStyleLst xmlns:a="{A}" def="{esc(self._carried.style or ident)}">{others}'
            f"{style if ident not in others else ''}</a:tblStyleLst>"
        ).encode()

    def main(self, slides: str, sections: str) -> bytes:
        """presentation.xml, its children in schema order."""
        deck, carried, package = self._deck, self._carried, self._package
        first = next(
            (
                link
                for name in (carried.masters[0][1],)
                for link in carried.parts[name].links
                if link.kind.endswith("/theme")
            ),
            None,
        )
        masters = self.masters
        if first is not None:
            package.rel(MAIN, "theme", first.target)
        fonts = self._fragment("embeddedFontLst") or font_list(deck.embedded, package, MAIN)
        rtl = ' rtl="1"' if deck.rtl else ""
        keep = ' embedTrueTypeFonts="1"' if fonts else ""
        subset = "" if fonts else ' saveSubsetFonts="1"'
        size = carried.size or f'<p:sldSz cx="{deck.theme.width}" cy="{deck.theme.height}"/>'
        notes = carried.notes_size or '<p:notesSz cx="6858000" cy="9144000"/>'
        extensions = sections + carried.guides
        return part(
            "p:presentation",
            f'{rtl}{keep}{subset} autoCompressPictures="0"{carried.attributes}',
            f"{masters}{slides}{size}{notes}{self._fragment('smartTags')}{fonts}{self._fragment('custDataLst')}{self._fragment('kinsoku')}"
            f"{carried.text_style}{f'<p:extLst>{extensions}</p:extLst>' if extensions else ''}",
        )

    def _fragment(self, name: str) -> str:
        """A piece of the template's presentation part, its relationships made anew."""
        piece: Fragment | None = self._carried.before.get(name)
        if piece is None:
            return ""
        xml = piece.xml
        for token, kind, target in piece.links:
            xml = xml.replace(f'"{token}"', f'"{self._package.rel(MAIN, kind, target)}"')
        return xml
