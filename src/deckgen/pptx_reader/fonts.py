"""The fonts of a theme part: what "+mn-lt" and its like stand for."""

from __future__ import annotations

from typing import Final

from lxml.etree import _Element as Element

from ..records import dataclass
from .xml import A, descend

# The script of a language, as fonts of a theme name it (a:font script=...).
_SCRIPTS: Final = {
    "ja": "Jpan", "ko": "Hang", "zh": "Hans", "zh-tw": "Hant", "zh-hk": "Hant", "zh-mo": "Hant", "ar": "Arab", "fa": "Arab",
    "ur": "Arab", "he": "Hebr", "th": "Thai", "hi": "Deva", "bn": "Beng", "ta": "Taml", "te": "Telu", "vi": "Viet", "ka": "Geor",
}  # fmt: skip
_SLOTS: Final = {"lt": "latin", "ea": "ea", "cs": "cs"}


@dataclass(frozen=True, slots=True)
class ThemeFonts:
    """Typefaces by slot ("mj-latin", "mn-ea"...) and, for texts of a language that has its own, by slot and script."""

    faces: dict[str, str]
    scripts: dict[tuple[str, str], str]

    def resolve(self, name: str, lang: str = "") -> str:
        """The typeface that `name` means in a text of language `lang`; a name that is no theme font means itself."""
        if not name.startswith("+"):
            return name
        kind, _, slot = name[1:].partition("-")
        slot = _SLOTS.get(slot, "latin")
        found = self.faces.get(f"{kind}-{slot}", "")
        if not found and slot != "latin":
            tag = lang.lower()
            script = _SCRIPTS.get(tag) or _SCRIPTS.get(tag.partition("-")[0], "")
            found = self.scripts.get((kind, script), "")
        return found


NO_FONTS: Final = ThemeFonts({}, {})


def theme_fonts(theme: Element | None) -> ThemeFonts:
    """The font scheme of a theme part."""
    scheme = descend(theme, f"{A}themeElements", f"{A}fontScheme")
    faces: dict[str, str] = {}
    scripts: dict[tuple[str, str], str] = {}
    for kind, name in (("mj", "majorFont"), ("mn", "minorFont")):
        fonts = descend(scheme, f"{A}{name}")
        for font in fonts if fonts is not None else ():
            if font.tag == f"{A}font":
                scripts[kind, font.get("script", "")] = font.get("typeface", "")[:100]
            else:
                faces[f"{kind}-{str(font.tag).rpartition('}')[2]}"] = font.get("typeface", "")[:100]
    return ThemeFonts(faces, scripts)
