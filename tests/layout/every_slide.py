"""A talk with a slide of every kind, each with the common keys that are asked for: what looks have to find room for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PIL import Image

SHORT = {
    "subtitle": "Was uns alle angeht",
    "kicker": "Ein Grundsatzgedanke",
    "text": "Das gilt für jede Abteilung.",
    "source": "Alles ist Marketing, 2021",
}
LONG = {
    "subtitle": "Was uns alle angeht, jeden Tag aufs Neue",
    "kicker": "Ein Grundsatzgedanke zum Jahresanfang",
    "text": "Das gilt für jede Abteilung, auch für die Rampe und den Empfang.",
    "source": "Grundsatzgedanke zum Jahresanfang",
}
TITLE = "Drei Pole geben Richtung."
TWO_LINES = "Woher speist sich der Gedanke, dass wirklich alles im Unternehmen Marketing ist und bleibt?"
LARGE = "Der Gedanke hinter allem im Unternehmen"
LARGEST = "Nach oben ist noch viel Platz, für alle"
_LARGE = ("section", "cover", "image", "triangle", "number", "statement", "points", "aspects")
_LARGEST = ("image", "closing")
_QUOTE = "Damit Sie immer weniger verkaufen müssen und immer öfter gekauft werden!"
_BY = f"quote: {_QUOTE}\nby: Siegfried Haider\nrole: DER Marken-Positionierer"
_PICTURE = "image: p.jpg\nalt: Ballons\ncredit: 'Foto: Muster'"
_ASPECTS = (
    "    aspects: ['Marke: Wofür stehen wir?', 'Angebot: Was leisten wir?', 'Kunde: Was speichert er?']\n"
)
_TWO = "    aspects: ['Marke: Wofür?', 'Angebot: Was?']\n    image: p.jpg\n    alt: Ballons\n"

KINDS = {
    "bullets-3": "title: {t}\nbullets: [Eins kommt zuerst, Zwei kommt danach, Drei kommt zuletzt]",
    "bullets-6": "title: {t}\nbullets: [Eins kommt zuerst, Zwei danach, Drei, Vier, Fünf, Sechs zuletzt]",
    "leads": "title: {t}\nbullets: ['Marke: Wofür stehen wir im Markt?', 'Angebot: Was leisten wir?', 'Kunde: Was speichert er?']",
    "number": "title: {t}\nnumber: 64\nunit: '%'",
    "number-1": "title: {t}\nnumber: 7",
    "statement": "statement: {t}",
    "section": "section: {t}",
    "quote": "title: {t}\n" + _BY,
    "quote-portrait": "title: {t}\n" + _BY + "\nimage: p.jpg\nalt: Porträt",
    "image": "title: {t}\n" + _PICTURE,
    "image-left": "title: {t}\nside: left\n" + _PICTURE,
    "image-right": "title: {t}\nside: right\n" + _PICTURE,
    "image-plain": "title: {t}\nfit: contain\n" + _PICTURE,
    "triangle": "title: {t}\ntriangle: [Marke, Angebot, Kunde]\ncentre: alle",
    "closing": "closing: {t}",
    "cover": "title: {t}\ncover:",
    "agenda": "title: {t}\nagenda:",
    "blank": "title: {t}",
    **{
        f"points-{n}": "title: {t}\nshow: [overview]\npoints:\n"
        + "\n".join(f"  - Punkt {i} von allen" for i in range(1, n + 1))
        for n in (2, 3, 5, 7, 9)
    },
    **{
        name: "title: Reihe\nshow: [each]\npoints:\n  - point: {t}\n" + own + "{k}  - point: Zweiter\n  - point: {t}\n" + own + "{k}"
        for name, own in (("point", ""), ("point-aspects", _ASPECTS), ("point-picture", "    image: p.jpg\n    alt: Ballons\n"),
                          ("point-picture-aspects", _TWO))
    },
}  # fmt: skip


def talk(kind: str, keys: Mapping[str, str], theme: str, long_title: bool = False, sections: int = 4) -> str:
    """The talk's YAML: a slide of `kind` with `keys`, then sections."""
    title = TITLE
    if long_title:
        title = TWO_LINES
        title = LARGE if any(word in kind for word in _LARGE) else title
        title = LARGEST if kind in _LARGEST else title
    if kind == "blank":
        keys = {key: words for key, words in keys.items() if key != "text"}
    body = KINDS[kind]
    inner = "    " if "{k}" in body else ""
    lines = "".join(f"{inner}{key}: {words!r}\n" for key, words in keys.items())
    if inner:
        body = body.replace("{k}", lines)
    else:
        body += "\n" + lines
    body = body.replace("{t}", repr(title))
    item = "  - id: x\n    " + "\n    ".join(body.rstrip("\n").split("\n"))
    parts = "".join(f"\n  - section: Teil {n}\n  - statement: Satz {n}." for n in range(1, sections + 1))
    return f"""title: Ein Vortrag
speaker: {{name: Siegfried Haider, role: DER Marken-Positionierer, email: n@example.com, url: example.com/kontakt}}
client: {{name: ACME GmbH, logo: p.jpg}}
lang: de
theme: {theme}
footer: Führungskräftetagung 2021
slides:
{item}{parts}
"""


def picture(folder: Path) -> None:
    """The picture that the slides show."""
    Image.new("RGB", (1600, 900), (90, 120, 200)).save(folder / "p.jpg")
