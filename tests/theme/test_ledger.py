"""A theme of hairlines and ledgers (ART.md section 6): what the look language has to be able to say, tried on a deck."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import deckgen
from deckgen.findings import Findings
from deckgen.scene.deck import Deck
from deckgen.scene.items import Connector, Shape, TextFrame
from deckgen.theme.check import check_looks
from deckgen.theme.reader import load_theme
from deckgen.units import inches, to_inches
from tests.layout.areas import hits

HOME = Path(__file__).resolve().parent / "ledger"
SLIDES = """title: Alles ist Marketing
lang: {lang}
theme: ledger
slides:
  - section: Ausgangslage
  - title: Marke entsteht in jeder Abteilung, auch dort, wo niemand den Kunden sieht
    source: Alles ist Marketing, Grundsatzgedanke, 4. Januar 2021
    bullets:
      - "Auftrag: Unternehmen sind nur dazu da, Kunden zu begeistern."
      - "Leistung: Jedes Angebot ist eine Leistung aller, auch wenn nicht alle direkt beteiligt sind."
      - "Urteil: Kunden bewerten selten Einzelne. Sie speichern die Marke."
      - "Dynamik: Innovation wird von oben getriggert und von unten mutmaßlich gelebt."
  - section: Thesen
  - title: Sieben Thesen begründen, warum Marketing Sache aller ist
    source: Alles ist Marketing, 2021
    points:
      - Unternehmen sind nur dazu da, Kunden zu begeistern.
      - Alle richten sich auf Marke, Angebot und Kunde aus.
      - Angebot, Produkt und Service sind die Leistung aller.
      - Eine Minderleistung kann die Leistung aller zunichtemachen.
      - Kunden speichern die Marke, nicht den Einzelnen.
      - Innovation wird oben getriggert und unten gelebt.
      - Wer am Erfolg nicht teilhat, unterstützt nicht mehr.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(HOME, tmp_path / "themes" / "ledger")
    (tmp_path / "deckgen.yaml").write_text("", encoding="utf-8")
    return tmp_path


def composed(folder: Path, text: str, lang: str = "de") -> Deck:
    (folder / "talk.yaml").write_text(text.format(lang=lang), encoding="utf-8")
    return deckgen.compose(deckgen.load(folder / "talk.yaml"))


def frames(deck: Deck, slide: int, name: str) -> list[TextFrame]:
    found = [i for i in deck.scenes[slide].items if isinstance(i, TextFrame)]
    return [i for i in found if i.name.rstrip("0123456789").strip() == name]


def test_the_theme_is_sound_and_shows_every_key(folder: Path) -> None:
    findings = Findings()
    theme = load_theme("ledger", project=folder, base=folder, findings=findings)
    assert theme is not None
    check_looks(theme, findings)
    assert [str(f) for f in findings] == []


def test_nothing_meets_and_the_deck_is_valid(folder: Path) -> None:
    deck = composed(folder, SLIDES)
    assert list(hits(deck)) == []
    assert [f for f in deckgen.check(deck) if f.code in ("low-contrast", "text-overflow", "off-slide")] == []
    assert deckgen.write(deck, folder / "ledger.pptx").is_file()


def test_a_list_as_a_ledger_has_rules_leads_and_texts_in_rows(folder: Path) -> None:
    deck = composed(folder, SLIDES)
    rules = [i for i in deck.scenes[1].items if isinstance(i, Connector)]
    assert [round(to_inches(r.y1), 2) for r in rules] == [1.89, 3.06, 4.22, 5.39]
    leads, texts = frames(deck, 1, "lead"), frames(deck, 1, "text")
    assert [i.text.plain for i in leads] == ["Auftrag", "Leistung", "Urteil", "Dynamik"]
    assert [a.box.y for a in leads] == [b.box.y for b in texts]


def test_a_ledger_that_is_too_long_goes_on(folder: Path) -> None:
    items = ", ".join(f"Zeile {n}" for n in range(1, 7))
    deck = composed(
        folder,
        f"title: T\nlang: {{lang}}\ntheme: ledger\nslides:\n  - {{{{title: Liste, bullets: [{items}]}}}}\n",
    )
    shown = [[i.text.plain for i in frames(deck, n, "line")] for n in range(len(deck.scenes))]
    assert [w for slide in shown for w in slide] == [f"Zeile {n}" for n in range(1, 7)]
    assert [len(slide) for slide in shown] == [3, 3]


def test_theses_run_down_the_first_column_then_the_second(folder: Path) -> None:
    numbers = frames(composed(folder, SLIDES), 3, "number")
    assert [i.text.plain for i in numbers] == [str(n) for n in range(1, 8)]
    columns = [round(to_inches(i.box.x), 2) for i in numbers]
    assert columns == [2.69] * 4 + [7.82] * 3
    assert numbers[0].box.y == numbers[4].box.y


def test_the_margin_names_the_section(folder: Path) -> None:
    deck = composed(folder, SLIDES)
    assert [i.text.plain for n in (1, 3) for i in frames(deck, n, "numeral")] == ["I", "II"]
    assert [i.text.plain for n in (1, 3) for i in frames(deck, n, "section")] == ["Ausgangslage", "Thesen"]


@pytest.mark.parametrize(
    ("lang", "words"),
    [("de", ["von 7", "Was es heißt"]), ("en", ["of 7", "What it means"]), ("it", ["of 7", "What it means"])],
)
def test_fixed_words_come_in_the_talks_language(folder: Path, lang: str, words: list[str]) -> None:
    deck = composed(folder, SLIDES, lang)
    shown = [i.text.plain for i in deck.scenes[6].items if isinstance(i, TextFrame)]
    assert set(words) < set(shown) and "§" in shown


def test_the_talk_may_say_them_differently(folder: Path) -> None:
    deck = composed(folder, SLIDES.replace("slides:", "labels: {{agenda: Inhalt}}\nslides:", 1))
    assert deck.scenes


def test_the_register_shows_where_the_slide_stands(folder: Path) -> None:
    deck = composed(folder, SLIDES)
    bars = [i for i in deck.scenes[6].items if isinstance(i, Shape) and i.name.startswith("Register")]
    assert len(bars) == 2 and bars[0].box.x == inches(0.667)
    assert bars[0].fill != bars[1].fill


def test_a_label_that_the_theme_lacks_is_found(folder: Path) -> None:
    file = folder / "themes" / "ledger" / "theme.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("{label: meaning,", "{label: meening,"), encoding="utf-8"
    )
    findings = Findings()
    load_theme("ledger", project=folder, base=folder, findings=findings)
    (finding,) = findings
    assert finding.code == "unknown-label" and "meaning" in finding.fix
