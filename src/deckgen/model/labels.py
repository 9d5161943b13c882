"""Words that deckgen itself puts on slides, by language; theme and talk may change them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .locale import base

DEFAULTS: dict[str, dict[str, str]] = {
    "en": {
        "agenda": "Agenda", "blank": "Blank", "continued": "({n}/{count})", "divider": "Part {n}", "done": "done",
        "minutes": "min", "recap": "Recap", "source": "Source:", "thanks": "Thank you.",
    },
    "de": {
        "agenda": "Agenda", "blank": "Leere Folie", "continued": "({n}/{count})", "divider": "Teil {n}", "done": "geschafft",
        "minutes": "min", "recap": "Rückblick", "source": "Quelle:", "thanks": "Vielen Dank.",
    },
    "fr": {
        "agenda": "Programme", "blank": "Diapositive vide", "continued": "({n}/{count})", "divider": "Partie {n}", "done": "fait",
        "minutes": "min", "recap": "Récapitulatif", "source": "Source\u202f:", "thanks": "Merci.",
    },
    "es": {
        "agenda": "Agenda", "blank": "Diapositiva vacía", "continued": "({n}/{count})", "divider": "Parte {n}", "done": "hecho",
        "minutes": "min", "recap": "Resumen", "source": "Fuente:", "thanks": "Gracias.",
    },
    "it": {
        "agenda": "Agenda", "blank": "Diapositiva vuota", "continued": "({n}/{count})", "divider": "Parte {n}", "done": "fatto",
        "minutes": "min", "recap": "Riepilogo", "source": "Fonte:", "thanks": "Grazie.",
    },
}  # fmt: skip

KEYS: tuple[str, ...] = tuple(DEFAULTS["en"])
Words = Callable[[str], "Labels"]
"""The labels of a language."""


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
