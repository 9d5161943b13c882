"""Which look draws a draft."""

from __future__ import annotations

from ..model.picture import PictureRef
from ..records import replace
from ..theme.beside import with_picture
from ..theme.records import Look, Theme
from .draft import Draft


def look_of(d: Draft, theme: Theme) -> Look | None:
    """The look by name; with a picture that it doesn't show, the one beside it that does."""
    if d.layout:
        return theme.looks.get(d.layout)
    look = theme.looks.get(d.look) or theme.looks.get(d.look.rsplit("-", 1)[0])
    if look is not None and "picture" in d.pictures and look.placeholder("picture") is None:
        return with_picture(d.look, theme.looks) or look
    return look


def with_logo(d: Draft, theme: Theme, logo: PictureRef) -> Draft:
    """The draft with the client's logo, where its look has a place for one."""
    look = look_of(d, theme)
    if "logo" in d.pictures or look is None or look.placeholder("logo") is None:
        return d
    return replace(d, pictures={**d.pictures, "logo": logo}, made=d.made | {"logo"})
