"""Which look draws a draft."""

from __future__ import annotations

from ..model.picture import PictureRef
from ..model.talk import TalkInfo
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


def logos_of(info: TalkInfo, theme: Theme) -> tuple[PictureRef, PictureRef | None] | None:
    """The deck's logo, for light ground and for dark: the client's, else the theme's own; None if there is none."""
    light, dark = info.client_logo, info.client.logo_dark
    if light is None and dark is None and theme.logo is not None:
        light, dark = (
            PictureRef(f.path, f.label, f.span) if f is not None else None
            for f in (theme.logo.light, theme.logo.dark)
        )
    first = light or dark
    return (first, dark) if first is not None else None


def with_logo(d: Draft, theme: Theme, logo: PictureRef) -> Draft:
    """The draft with the client's logo, where its look has a place for one."""
    look = look_of(d, theme)
    if "logo" in d.pictures or look is None or look.placeholder("logo") is None:
        return d
    return replace(d, pictures={**d.pictures, "logo": logo}, made=d.made | {"logo"})
