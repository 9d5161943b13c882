"""The handout master."""

from __future__ import annotations

from ...theme.records import Theme
from .grounds import color_map
from .sheets import PAPER, corners
from .xml import part, slide_data


def handout_master(theme: Theme, lang: str) -> bytes:
    """handoutMaster1.xml: header, date, footer and page number on the light ground's colours."""
    data = slide_data(corners(lang, 2, (1, 2, 3)), "", PAPER, ("handout", theme.name))
    return part(
        "p:handoutMaster", "", f'{data}<p:clrMap {color_map(theme.grounds["light"])}/><p:hf hdr="0" dt="0"/>'
    )
