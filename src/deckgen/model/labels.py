"""Words that deckgen itself puts on slides, by language; theme and talk may change them."""

from __future__ import annotations

from collections.abc import Mapping

from .locale import base

DEFAULTS: dict[str, dict[str, str]] = {
    "en": {
        "agenda": "Agenda", "blank": "Blank", "continued": "({n}/{count})", "divider": "Part {n}", "done": "done",
        "email": "Email", "minutes": "min", "notes": "Notes", "phone": "Phone", "recap": "Recap",
        "section_counter": "Part {n} of {count}", "source": "Source:", "stage": "Stage direction", "thanks": "Thank you.", "url": "Web",
    },
    "de": {
        "agenda": "Agenda", "blank": "Leere Folie", "continued": "({n}/{count})", "divider": "Teil {n}", "done": "geschafft",
        "email": "E-Mail", "minutes": "min", "notes": "Notizen", "phone": "Telefon", "recap": "Rückblick",
        "section_counter": "Teil {n} von {count}", "source": "Quelle:", "stage": "Regie", "thanks": "Vielen Dank.", "url": "Web",
    },
    "fr": {
        "agenda": "Programme", "blank": "Diapositive vide", "continued": "({n}/{count})", "divider": "Partie {n}", "done": "fait",
        "email": "E-mail", "minutes": "min", "notes": "Notes", "phone": "Téléphone", "recap": "Récapitulatif",
        "section_counter": "Partie {n} sur {count}", "source": "Source\u202f:", "stage": "Mise en scène", "thanks": "Merci.", "url": "Web",
    },
    "es": {
        "agenda": "Agenda", "blank": "Diapositiva vacía", "continued": "({n}/{count})", "divider": "Parte {n}", "done": "hecho",
        "email": "Correo", "minutes": "min", "notes": "Notas", "phone": "Teléfono", "recap": "Resumen",
        "section_counter": "Parte {n} de {count}", "source": "Fuente:", "stage": "Acotación", "thanks": "Gracias.", "url": "Web",
    },
    "it": {
        "agenda": "Agenda", "blank": "Diapositiva vuota", "continued": "({n}/{count})", "divider": "Parte {n}", "done": "fatto",
        "email": "E-mail", "minutes": "min", "notes": "Note", "phone": "Telefono", "recap": "Riepilogo",
        "section_counter": "Parte {n} di {count}", "source": "Fonte:", "stage": "Didascalia", "thanks": "Grazie.", "url": "Web",
    },
}  # fmt: skip

KEYS: tuple[str, ...] = tuple(DEFAULTS["en"])


class Labels:
    """The label words of one language; later `overrides` win.  Languages without words of ours fall back to English."""

    def __init__(self, lang: str, *overrides: Mapping[str, str]) -> None:
        self._words = dict(DEFAULTS.get(base(lang), DEFAULTS["en"]))
        for words in overrides:
            self._words.update(words)

    def __getitem__(self, key: str) -> str:
        return self._words[key]

    def format(self, key: str, *, n: int, count: int) -> str:
        """The label with its numbers; other braces stay as they are."""
        return self._words[key].replace("{n}", str(n)).replace("{count}", str(count))
