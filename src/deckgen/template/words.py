"""What names of layouts and placeholders mean, in several languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from .roles import Layout, Slot

# Words of layouts' names, without accents, in small letters: English, German, French, Spanish, Italian, Dutch, Portuguese, Polish, Swedish.
WORDS: Final[dict[str, tuple[str, ...]]] = {
    "cover": (
        "title slide", "cover", "titelfolie", "deckblatt", "titelseite", "startfolie", "diapositive de titre", "page de garde", "couverture", "titre",
        "diapositiva de titulo", "portada", "diapositiva titolo", "copertina", "titeldia", "slide de titulo", "capa", "slajd tytulowy",
        "rubrikbild", "opening", "front page", "start", "titel", "title",
    ),
    "section": (
        "section", "divider", "chapter", "abschnitt", "kapitel", "trenn", "zwischentitel", "zwischenfolie", "titre de section", "intercalaire", "chapitre",
        "encabezado de seccion", "separador", "intestazione sezione", "sectiekop", "cabecalho da secao", "naglowek sekcji", "avsnittsrubrik", "breaker",
        "transition",
    ),
    "content": (
        "title and content", "title, content", "one content", "ein inhalt", "1 content", "1 inhalt", "einspaltig", "titel und inhalt", "inhalt", "aufzahlung", "titre et contenu", "contenu", "titulo y objetos", "titulo e objetos",
        "contenido", "titolo e contenuto", "titel en object", "tytul i zawartosc", "rubrik och innehall", "content", "text", "bullet",
    ),
    "two": (
        "two content", "two column", "zwei inhalte", "zwei spalten", "2 spalten", "zweispaltig", "deux contenus", "deux colonnes", "dos objetos",
        "due contenuti", "inhoud van twee", "dwa elementy", "tva innehallsdelar", "2 column", "2 content", "dois conteudos",
    ),
    "compare": ("comparison", "vergleich", "comparaison", "comparacion", "confronto", "vergelijking", "comparacao", "porownanie", "jamforelse", "gegenuber"),
    "three": ("three", "drei", "3 spalten", "trois", "tres", "tre ", "3 column", "3 content", "drie"),
    "four": ("four", "vier", "4 spalten", "quatre", "cuatro", "quattro", "4 column", "4 content"),
    "title-only": (
        "title only", "nur titel", "titre seul", "solo el titulo", "solo titolo", "alleen titel", "somente titulo", "tylko tytul", "endast rubrik",
        "headline only", "nur uberschrift", "only title", "only headline", "titel allein", "solo titulo", "so titulo",
    ),
    "blank": ("blank", "leer", "vide", "en blanco", "vuota", "leeg", "em branco", "pusty", "tom", "empty"),
    "closing": (
        "closing", "thank", "end slide", "danke", "schluss", "abschluss", "ende", "kontakt", "contact", "merci", "fin", "gracias", "cierre", "grazie",
        "chiusura", "bedankt", "obrigado", "last page", "questions", "fragen", "back cover", "final",
    ),
    "agenda": ("agenda", "inhaltsverzeichnis", "table of contents", "table of content", "toc", "sommaire", "ubersicht", "programm", "indice", "sommario", "overview", "ordre du jour"),
    "quote": ("quote", "zitat", "citation", "cita", "citazione", "citaat", "cytat", "citat", "testimonial", "quotation"),
    "picture": (
        "picture", "image", "photo", "bild", "foto", "imagen", "immagine", "afbeelding", "imagem", "obraz", "full bleed", "vollbild",
    ),
    "table": ("table", "tabelle", "tableau", "tabla", "tabella", "tabel"),
    "chart": ("chart", "graph", "diagramm", "graphique", "grafico", "grafiek", "diagram"),
    "statement": ("statement", "aussage", "big idea", "kernaussage", "key message", "botschaft", "claim", "message"),
}  # fmt: skip
SPEAKER: Final = (
    "speaker",
    "presenter",
    "author",
    "name",
    "referent",
    "vortragend",
    "autor",
    "auteur",
    "relatore",
    "presentador",
    "redner",
    "ponente",
)
SOURCE: Final = ("source", "quelle", "footnote", "fussnote", "fußnote", "fuente", "fonte", "bron")
OCCASION: Final = (
    "date",
    "datum",
    "ort",
    "place",
    "event",
    "veranstaltung",
    "lieu",
    "fecha",
    "data",
    "location",
    "anlass",
)


def plain(name: str) -> str:
    """A name in small letters, without accents, numbers and signs in front of it."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[_\-/|.:]+", " ", bare).split())


def named(layout: Layout, group: str) -> str:
    """The word of a group that a layout's name has, "" for none, or where another group has a longer one."""
    found = words_of(layout.name)
    own = found.get(group, "")
    return own if own and len(own) >= max(map(len, found.values())) else ""


@cache
def words_of(name: str) -> Mapping[str, str]:
    """The longest word of each group that a layout's name has; a short word counts as a whole word alone."""
    bare = plain(name)
    found = {}
    for group, words in WORDS.items():
        for word in sorted(words, key=len, reverse=True):
            if (word in bare) if len(word) > 5 else re.search(rf"\b{re.escape(word.strip())}\b", bare):
                found[group] = word.strip()
                break
    return found


def says(slot: Slot, words: Sequence[str]) -> bool:
    """Whether a placeholder's name or prompt has one of some words."""
    text = plain(f"{slot.name} {slot.prompt}")
    return any(re.search(rf"\b{word}", text) for word in words)
