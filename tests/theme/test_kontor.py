"""The shipped theme kontor: what it draws that no other theme does (ART.md section 6)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

import deckgen
from deckgen.findings import Findings, Span
from deckgen.scene.deck import Deck
from deckgen.scene.items import Connector, Picture, Shape, TextFrame
from deckgen.source.nodes import Scalar
from deckgen.theme.colors import difference
from deckgen.theme.reader import load_theme
from deckgen.theme.records import Theme
from deckgen.units import to_inches
from pptx import Presentation

LEADS = [
    "Auftrag: Unternehmen sind nur dazu da, Kunden zu begeistern.",
    "Leistung: Jedes Angebot ist eine Leistung aller, auch wenn nicht alle im ganzen Haus direkt und unmittelbar beteiligt sind.",
    "Urteil: Kunden bewerten selten Einzelne.",
]


def composed(folder: Path, slides: str, head: str = "", fonts: str = "brand") -> Deck:
    (folder / "talk.yaml").write_text(
        f"title: Alles ist Marketing\nlang: de\ntheme: kontor\n{head}slides:\n{slides}", encoding="utf-8"
    )
    return deckgen.compose(deckgen.load(folder / "talk.yaml", fonts=fonts))


def listed(items: list[str]) -> str:
    return "  - {title: Liste, bullets: [" + ", ".join(f'"{i}"' for i in items) + "]}\n"


def frames(deck: Deck, slide: int, name: str) -> list[TextFrame]:
    return [i for i in deck.scenes[slide].items if isinstance(i, TextFrame) and i.name == name]


def rules(deck: Deck, slide: int = 0) -> list[float]:
    found = [i for i in deck.scenes[slide].items if isinstance(i, Connector)]
    return [round(to_inches(i.y1), 3) for i in found]


def test_a_ledger_is_one_list_whose_texts_hang_beside_their_leads(tmp_path: Path) -> None:
    deck = composed(tmp_path, listed(LEADS))
    (body,) = frames(deck, 0, "Body")
    assert body.placeholder is not None and body.placeholder.role == "body"
    assert [p.plain.partition("\t")[0] for p in body.text.paragraphs] == ["Auftrag", "Leistung", "Urteil"]
    assert {(p.indent, p.first, p.tabs) for p in body.text.paragraphs} == {(1_905_610, -1_905_610, ())}


def test_its_rows_are_even_and_a_rule_stands_between_them(tmp_path: Path) -> None:
    heights = rules(composed(tmp_path, listed(LEADS[:1] * 4)))
    pitches = [round(b - a, 2) for a, b in zip(heights, heights[1:], strict=False)]
    assert len(heights) == 4 and pitches[1:] == [1.17, 1.17]


def test_a_long_lead_moves_the_tab_and_a_very_long_one_stands_above_its_text(tmp_path: Path) -> None:
    (body,) = frames(composed(tmp_path, listed(["Weiterbildung: macht es klar", *LEADS])), 0, "Body")
    assert (body.text.paragraphs[0].indent or 0) > 1_905_610
    (body,) = frames(
        composed(tmp_path, listed(["Marketingverantwortungsbewusstsein im Haus: ja", *LEADS[:1]])), 0, "Body"
    )
    assert all("\t" not in p.plain for p in body.text.paragraphs)


def test_the_margin_says_the_section_and_cuts_a_long_name(tmp_path: Path) -> None:
    long = "Kraftfahrzeughaftpflichtversicherungsbedingungen"
    deck = composed(tmp_path, f"  - {{section: {long}, divider: false}}\n  - {{title: Titel}}\n")
    shown = {i.name: i.text.plain for i in deck.scenes[0].items if isinstance(i, TextFrame)}
    assert shown["numeral"] == "I"
    assert shown["section"].endswith("…") and long.startswith(shown["section"][:-1])


def test_the_client_is_on_every_slide_on_a_plate_where_the_ground_is_dark(tmp_path: Path) -> None:
    Image.new("RGB", (200, 60), (20, 60, 120)).save(tmp_path / "logo.png")
    deck = composed(
        tmp_path,
        "  - cover\n  - {title: Hell}\n  - {statement: Dunkel}\n",
        "client: {name: ACME, logo: logo.png}\n",
    )
    for scene, plated in zip(deck.scenes, (True, False, True), strict=True):
        mark = deck.theme.marks[scene.layout.look, scene.layout.ground, False]  # it stands on the layout
        assert mark.fixed and (mark.plate is not None) is plated
        assert not any(isinstance(i, Picture) for i in scene.items)


@pytest.mark.parametrize(("count", "wide"), [(3, 0.167), (9, 0.067)])
def test_a_point_counts_its_series_in_squares(tmp_path: Path, count: int, wide: float) -> None:
    deck = composed(tmp_path, "  - {title: Reihe, points: [" + ", ".join("abcdefghi"[:count]) + "]}\n")
    marks = [i for i in deck.scenes[2].items if isinstance(i, Shape) and i.name.startswith("tally")]
    assert [m.name.rstrip("0123456789 ") for m in marks][:3] == ["tally-done", "tally-now", "tally"]
    assert len(marks) == count and {round(to_inches(m.box.w), 3) for m in marks} == {wide}
    assert frames(deck, 2, "counter")[0].text.plain == f"von {count}"


def test_a_comparison_with_rows_is_a_table_with_its_last_column_set_apart(tmp_path: Path) -> None:
    sides = "[{title: Heute, bullets: [a, b]}, {title: Ziel, bullets: [c, d]}]"
    deck = composed(tmp_path, f"  - {{title: Vergleich, rows: [x, y], compare: {sides}}}\n")
    assert deck.scenes[0].layout.look == "table-compare"


def test_in_the_office_set_large_figures_are_arial_and_titles_georgia(tmp_path: Path) -> None:
    slides = "  - {title: Kunden, number: 1750}\n  - {title: Werte, numbers: ['71 %: mehr', '+48: auch']}\n"
    for fonts, faces in (("brand", {"+mj-lt"}), ("office", {"+mn-lt", ""})):
        file = deckgen.write(composed(tmp_path, slides, fonts=fonts), tmp_path / f"{fonts}.pptx")
        slide = Presentation(str(file)).slides[1]
        found = [s for s in slide.shapes if s.name.startswith("value")]
        assert len(found) == 2
        for shape in found:
            latin = shape._element.xpath(".//a:r/a:rPr/a:latin/@typeface")
            assert set(latin or [""]) <= faces


def test_strong_figures_are_marked_by_colour_alone(tmp_path: Path) -> None:
    deck = composed(tmp_path, "  - {title: Werte, numbers: ['**92 %**: kennen sie', '71 %: kaufen']}\n")
    first, second = (
        i.text.paragraphs[0].runs[0]
        for i in deck.scenes[0].items
        if isinstance(i, TextFrame) and i.name.startswith("value")
    )
    assert not first.bold and not second.bold and first.color != second.color


def test_an_opening_quotation_mark_is_brass(tmp_path: Path) -> None:
    (quote,) = frames(composed(tmp_path, "  - {quote: Gesagt ist gesagt., by: Jemand}\n"), 0, "Quote")
    mark, rest = quote.text.paragraphs[0].runs[:2]
    assert mark.text == "„" and rest.text.startswith("Gesagt") and mark.color != rest.color


def test_from_right_to_left_texts_stand_under_their_leads(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(
        'title: כותרת\nlang: he\ntheme: kontor\nslides:\n  - {title: רשימה, bullets: ["מותג: לקוח", "דרך: מטרה"]}\n',
        encoding="utf-8",
    )
    (body,) = frames(deckgen.compose(deckgen.load(tmp_path / "talk.yaml")), 0, "Body")
    assert all("\v" in "".join(r.text for r in p.runs) for p in body.text.paragraphs)


def shipped(client: str = "") -> tuple[Theme, list[str]]:
    findings = Findings()
    color = Scalar(client, Span("talk.yaml", 1, 1)) if client else None
    theme = load_theme("kontor", project=None, base=None, findings=findings, client=color)
    assert theme is not None
    return theme, [str(f) for f in findings]


@pytest.mark.parametrize(
    ("client", "primary", "ground", "brass"),
    [
        ("", "#12433A", "#0F2B26", "#B5832E"),
        ("#0A4DA2", "#0A3A7A", "#12243E", "#B5832E"),
        ("#D4002A", "#6F181C", "#3B1817", "#B5832E"),
        ("#F26A21", "#682500", "#391A0C", "#4D6670"),
    ],
)
def test_a_clients_colour_takes_the_place_of_green(
    client: str, primary: str, ground: str, brass: str
) -> None:
    """The examples of the art direction's tokens: brass gives way to slate where the client's hue is near it."""
    light, dark = (shipped(client)[0].grounds[name].hexes for name in ("light", "dark"))
    for have, want in ((light["primary"], primary), (dark["ground"], ground), (light["accent"], brass)):
        assert difference(have, want) < 1


@pytest.mark.parametrize(
    "client", ["#FFC21A", "#19B5C9", "#A8D8F0", "#161616", "#7F7F7F", "#FFFFFF", "#00AA44", "#FF00AA"]
)
def test_any_hue_can_be_read(client: str) -> None:
    assert shipped(client)[1] == []
