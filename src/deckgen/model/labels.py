"""Words that deckgen itself puts on slides, by language; theme and talk may change them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..patterns import pattern
from .locale import base

DEFAULTS: dict[str, dict[str, str]] = {
    "en": {
        "agenda": "Agenda", "blank": "Blank", "continued": "({n}/{count})", "counter": "{n}/{count}", "divider": "Part {n}", "done": "done",
        "late": "If late, go on with slide {n} (saves {time})",
        "minutes": "min", "recap": "Recap",
        "source": "Source:", "thanks": "Thank you.", 
        "chart_column": "Column chart", "chart_bar": "Bar chart", "chart_stacked_column": "Stacked column chart",
        "chart_stacked_bar": "Stacked bar chart", "chart_percent_column": "100% stacked column chart",
        "chart_percent_bar": "100% stacked bar chart", "chart_line": "Line chart", "chart_area": "Area chart",
        "chart_stacked_area": "Stacked area chart", "chart_pie": "Pie chart", "chart_doughnut": "Doughnut chart",
        "chart_scatter": "Scatter chart", "chart_values": "{type} with {n} values.",
        "chart_series": "{type} with {n} series: {names}.",
        "chart_extremes": "Highest value: {highest}. Lowest value: {lowest}.", "chart_other": "Other", "chart_value": "Value",
        "chart_category": "Category",
    },
    "de": {
        "agenda": "Agenda", "blank": "Leere Folie", "continued": "({n}/{count})", "counter": "{n}/{count}", "divider": "Teil {n}", "done": "geschafft",
        "late": "Wenn die Zeit knapp ist: weiter mit Folie {n} (spart {time})",
        "minutes": "min", "recap": "Rückblick",
        "source": "Quelle:", "thanks": "Vielen Dank.", 
        "chart_column": "Säulendiagramm", "chart_bar": "Balkendiagramm", "chart_stacked_column": "Gestapeltes Säulendiagramm",
        "chart_stacked_bar": "Gestapeltes Balkendiagramm", "chart_percent_column": "Säulendiagramm, auf 100 % gestapelt,",
        "chart_percent_bar": "Balkendiagramm, auf 100 % gestapelt,", "chart_line": "Liniendiagramm",
        "chart_area": "Flächendiagramm", "chart_stacked_area": "Gestapeltes Flächendiagramm", "chart_pie": "Kreisdiagramm",
        "chart_doughnut": "Ringdiagramm", "chart_scatter": "Punktdiagramm", "chart_values": "{type} mit {n} Werten.",
        "chart_series": "{type} mit {n} Reihen: {names}.",
        "chart_extremes": "Höchster Wert: {highest}. Niedrigster Wert: {lowest}.", "chart_other": "Übrige",
        "chart_value": "Wert", "chart_category": "Kategorie",
    },
    "fr": {
        "agenda": "Programme", "blank": "Diapositive vide", "continued": "({n}/{count})", "counter": "{n}/{count}", "divider": "Partie {n}", "done": "fait",
        "late": "Si le temps presse\u202f: passer à la diapositive {n} ({time} de gagné)",
        "minutes": "min", "recap": "Récapitulatif",
        "source": "Source\u202f:", "thanks": "Merci.", 
        "chart_column": "Histogramme", "chart_bar": "Graphique à barres", "chart_stacked_column": "Histogramme empilé",
        "chart_stacked_bar": "Graphique à barres empilées", "chart_percent_column": "Histogramme empilé à 100\u202f%",
        "chart_percent_bar": "Graphique à barres empilées à 100\u202f%", "chart_line": "Graphique en courbes",
        "chart_area": "Graphique en aires", "chart_stacked_area": "Graphique en aires empilées",
        "chart_pie": "Graphique en secteurs", "chart_doughnut": "Graphique en anneau", "chart_scatter": "Nuage de points",
        "chart_values": "{type} avec {n} valeurs.", "chart_series": "{type} avec {n} séries\u202f: {names}.",
        "chart_extremes": "Valeur la plus élevée\u202f: {highest}. Valeur la plus basse\u202f: {lowest}.",
        "chart_other": "Autres", "chart_value": "Valeur", "chart_category": "Catégorie",
    },
    "es": {
        "agenda": "Agenda", "blank": "Diapositiva vacía", "continued": "({n}/{count})", "counter": "{n}/{count}", "divider": "Parte {n}", "done": "hecho",
        "late": "Si falta tiempo: seguir con la diapositiva {n} (ahorra {time})",
        "minutes": "min", "recap": "Resumen",
        "source": "Fuente:", "thanks": "Gracias.", 
        "chart_column": "Gráfico de columnas", "chart_bar": "Gráfico de barras",
        "chart_stacked_column": "Gráfico de columnas apiladas", "chart_stacked_bar": "Gráfico de barras apiladas",
        "chart_percent_column": "Gráfico de columnas apiladas al 100 %",
        "chart_percent_bar": "Gráfico de barras apiladas al 100 %", "chart_line": "Gráfico de líneas",
        "chart_area": "Gráfico de áreas", "chart_stacked_area": "Gráfico de áreas apiladas", "chart_pie": "Gráfico circular",
        "chart_doughnut": "Gráfico de anillos", "chart_scatter": "Gráfico de dispersión",
        "chart_values": "{type} con {n} valores.", "chart_series": "{type} con {n} series: {names}.",
        "chart_extremes": "Valor más alto: {highest}. Valor más bajo: {lowest}.", "chart_other": "Otros",
        "chart_value": "Valor", "chart_category": "Categoría",
    },
    "it": {
        "agenda": "Agenda", "blank": "Diapositiva vuota", "continued": "({n}/{count})", "counter": "{n}/{count}", "divider": "Parte {n}", "done": "fatto",
        "late": "Se il tempo stringe: passare alla diapositiva {n} (risparmia {time})",
        "minutes": "min", "recap": "Riepilogo",
        "source": "Fonte:", "thanks": "Grazie.", 
        "chart_column": "Istogramma", "chart_bar": "Grafico a barre", "chart_stacked_column": "Istogramma in pila",
        "chart_stacked_bar": "Grafico a barre in pila", "chart_percent_column": "Istogramma in pila 100%",
        "chart_percent_bar": "Grafico a barre in pila 100%", "chart_line": "Grafico a linee", "chart_area": "Grafico ad area",
        "chart_stacked_area": "Grafico ad area in pila", "chart_pie": "Grafico a torta", "chart_doughnut": "Grafico ad anello",
        "chart_scatter": "Grafico a dispersione", "chart_values": "{type} con {n} valori.",
        "chart_series": "{type} con {n} serie: {names}.",
        "chart_extremes": "Valore più alto: {highest}. Valore più basso: {lowest}.", "chart_other": "Altri",
        "chart_value": "Valore", "chart_category": "Categoria",
    },
}  # fmt: skip

_NAME = pattern(r"\{(\w+)\}")
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

    def fill(self, key: str, **values: str) -> str:
        """The label with `values` in the place of their names in braces, in one pass."""
        return _NAME.sub(lambda m: values.get(m[1], m[0]), self._words[key])
