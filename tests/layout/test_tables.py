"""Tables, fitted: what stands on the slide, in both themes, with few rows and many, narrow words and long ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pymupdf
import pytest

import deckgen
from deckgen.scene.deck import Deck
from deckgen.scene.items import Table
from deckgen.units import to_points
from pptx import Presentation
from tests.kinds.talks import both_themes
from tests.rendering import to_pdf

from .decks import composed, data, problems, rich, table_draft

TOUCHPOINTS = data(
    "Touchpoint | Wer ihn prägt | Was der Kunde spürt",
    "Angebot | Vertrieb | Man versteht mein Problem",
    "Produkt | F&E, Produktion | Es hält, was es verspricht",
    "Rechnung | Controlling | Klar, fair, freundlich",
    "Lieferung | Logistik | Pünktlich und sorgfältig",
    "Reklamation | Service | **Jetzt erst recht begeistert**",
)
REGIONS = data(
    "Region | 2019 | 2020 | Veränderung",
    "Nord | 1.240 | 1.350 | +8,9 %",
    "Ost | 870 | 900 | +3,4 %",
    "Süd | 410 | – | −2,4 %",
    "Summe | 2.520 | 2.650 | +5,2 %",
)
STEPS = data(
    "Schritt | Was wir tun | Was der Kunde davon hat",
    "Erstgespräch | Wir hören eine Stunde lang zu, ohne ein einziges Angebot auf den Tisch zu legen | Er fühlt sich verstanden",
    "Angebot | Eine Seite, ein Preis, ein Termin | Er kann am selben Tag entscheiden",
    "Übergabe | Ein Mensch bleibt von Anfang bis Ende zuständig | Er muss nichts zweimal erklären",
)


def rows(count: int, columns: int = 3) -> Any:
    """A table of `count` short rows."""
    head = " | ".join(f"Spalte {c}" for c in range(1, columns + 1))
    return data(
        head,
        *(
            " | ".join([f"Zeile {r}", *(f"{r * c},5" for c in range(1, columns))])
            for r in range(1, count + 1)
        ),
    )


def tables(deck: Deck) -> list[Table]:
    return [item for scene in deck.scenes for item in scene.walk() if isinstance(item, Table)]


def read_back(deck: Deck, folder: Path) -> Any:
    """The tables as python-pptx finds them in their placeholders."""
    out = deckgen.write(deck, folder / "tables.pptx")
    slides = Presentation(str(out)).slides
    return [s.table for slide in slides for s in slide.placeholders if s.placeholder_format.idx == 29]


def texts(table: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


@both_themes
def test_a_table_stands_in_its_placeholder_with_header_and_first_column_marked(
    tmp_path: Path, theme: str
) -> None:
    (table,) = read_back(composed(tmp_path, [table_draft(TOUCHPOINTS)], theme), tmp_path)
    assert texts(table)[0] == ["Touchpoint", "Wer ihn prägt", "Was der Kunde spürt"]
    assert texts(table)[5] == ["Reklamation", "Service", "Jetzt erst recht begeistert"]
    assert table.first_row and table.first_col and not table.last_row
    runs = [row.cells[c].text_frame.paragraphs[0].runs[0] for row in table.rows for c in (0, 1)]
    assert [r.font.bold for r in runs[2:]] == [True, False] * 5


@both_themes
@pytest.mark.parametrize("count", [1, 2, 5, 9, 30])
def test_no_row_is_lost_and_none_stands_alone(tmp_path: Path, theme: str, count: int) -> None:
    deck = composed(tmp_path, [table_draft(rows(count))], theme)
    found = read_back(deck, tmp_path)
    shown = [line[0] for table in found for line in texts(table)[1:]]
    assert shown == [f"Zeile {r}" for r in range(1, count + 1)]
    assert all(texts(t)[0] == ["Spalte 1", "Spalte 2", "Spalte 3"] for t in found)
    assert min(len(t.rows) for t in found) > 2 or count == 1
    assert len({tuple(c.width for c in t.columns) for t in found}) == 1, "columns stay where they are"
    if len(found) > 1:
        assert [s.title for s in deck.scenes] == [
            f"Eine Tabelle\u00a0({n}/{len(found)})" for n in range(1, len(found) + 1)
        ]
    bottoms = [to_points(t.box.bottom) for t in tables(deck)]
    assert max(bottoms) <= 6.7 * 72
    assert [f for f in deckgen.check(deck) if f.severity is not deckgen.Severity.INFO] == []


@both_themes
def test_more_rows_than_usual_are_lower_and_one_step_smaller(tmp_path: Path, theme: str) -> None:
    most = {"helium": 5, "plain": 6}[theme]
    pitches = {"helium": (58, 44), "plain": (48, 36)}[theme]
    few, many = (tables(composed(tmp_path, [table_draft(rows(n))], theme))[0] for n in (most, most + 1))
    assert {to_points(r.height) for r in few.rows[1:]} == {pitches[0]}
    assert {to_points(r.height) for r in many.rows[1:]} == {pitches[1]}
    sizes = [t.rows[1].cells[0].fit.size for t in (few, many) if t.rows[1].cells[0].fit is not None]
    assert sizes[0] > sizes[1] >= 18


@both_themes
@pytest.mark.parametrize("columns", range(1, 9))
def test_columns_fill_the_width_and_every_text_has_its_room(tmp_path: Path, theme: str, columns: int) -> None:
    deck = composed(tmp_path, [table_draft(rows(4, columns))], theme)
    (table,) = tables(deck)
    assert sum(table.widths) == table.box.w == {"helium": 10_668_305, "plain": 10_972_800}[theme]
    assert all(c.fit is not None and c.fit.lines == 1 for row in table.rows for c in row.cells)
    assert [f.code for f in deckgen.check(deck) if f.code not in ("crowded", "fonts-needed")] == []


def test_numbers_stand_right_under_their_header_and_words_left(tmp_path: Path) -> None:
    (table,) = tables(composed(tmp_path, [table_draft(REGIONS)]))
    aligns = [[c.text.paragraphs[0].align for c in row.cells] for row in table.rows]
    assert aligns == [["left", "right", "right", "right"]] * 5


def test_the_tables_own_alignment_wins(tmp_path: Path) -> None:
    own = data("A | B | C", "1 | zwei | 3", align=("left", "center"))
    (table,) = tables(composed(tmp_path, [table_draft(own)]))
    assert [c.text.paragraphs[0].align for c in table.rows[1].cells] == ["left", "center", "right"]


def test_columns_of_numbers_have_one_width_and_never_wrap(tmp_path: Path) -> None:
    wide = data(
        "Region | Umsatz | Gewinn",
        *(
            f"{'Ein langer Name für eine Region im Norden ' * 3} | {n}.240.350 € | −{n} %"
            for n in range(1, 4)
        ),
    )
    (table,) = tables(composed(tmp_path, [table_draft(wide)]))
    assert all(c.fit is not None and c.fit.lines == 1 for row in table.rows for c in row.cells[1:])
    (regions,) = tables(composed(tmp_path, [table_draft(REGIONS)]))
    assert len(set(regions.widths[1:3])) == 1


@both_themes
def test_long_texts_wrap_and_their_first_lines_stand_side_by_side(tmp_path: Path, theme: str) -> None:
    deck = composed(tmp_path, [table_draft(STEPS)], theme)
    (table,) = tables(deck)
    wrapped = [row for row in table.rows[1:] if any(c.fit is not None and c.fit.lines > 1 for c in row.cells)]
    assert wrapped
    for row in wrapped:
        assert {c.text.anchor for c in row.cells} == {"top"}
        assert len({c.text.insets[1] for c in row.cells if c.text.insets}) == 1


@both_themes
def test_a_highlighted_row_has_the_highlights_fill_which_begins_where_rules_and_title_do(
    tmp_path: Path, theme: str
) -> None:
    plain, marked = (
        tables(composed(tmp_path, [table_draft(TOUCHPOINTS, highlight=words)], theme))[0]
        for words in ((), ("reklamation",))
    )
    assert all(c.fill is None for row in plain.rows for c in row.cells)
    assert [row.cells[0].fill is not None for row in marked.rows] == [False] * 5 + [True]
    assert plain.box.x == marked.box.x and plain.box.w == marked.box.w, (
        "rules and fills end where the title does"
    )
    assert {c.text.insets[0] for c in (row.cells[0] for row in plain.rows) if c.text.insets} <= {0}
    assert all(row.cells[0].text.insets and row.cells[0].text.insets[0] > 100_000 for row in marked.rows)
    assert marked.rows[4].cells[0].bottom is None, "the fill's edge is enough"
    assert plain.rows[4].cells[0].bottom is not None


def test_rows_are_highlighted_by_number_and_columns_by_header(tmp_path: Path) -> None:
    (table,) = tables(composed(tmp_path, [table_draft(REGIONS, highlight=("2", "Veränderung"))]))
    filled = [[c.fill is not None for c in row.cells] for row in table.rows[1:]]
    assert filled == [[False] * 3 + [True], [True] * 4, [False] * 3 + [True], [False] * 3 + [True]]


@both_themes
def test_the_last_row_of_sums_is_set_apart(tmp_path: Path, theme: str) -> None:
    deck = composed(tmp_path, [table_draft(REGIONS, total=True)], theme)
    (table,) = tables(deck)
    last, above = table.rows[-1].cells[1], table.rows[-2].cells[1]
    assert last.text.paragraphs[0].runs[0].bold is True
    assert last.top == above.bottom != above.top
    (read,) = read_back(deck, tmp_path)
    assert read.last_row


def test_only_the_last_part_of_a_split_table_has_the_sums(tmp_path: Path) -> None:
    found = tables(composed(tmp_path, [table_draft(rows(20), total=True)]))
    assert [t.total for t in found] == [False] * (len(found) - 1) + [True]


def test_widths_that_a_talk_gives_are_kept(tmp_path: Path) -> None:
    (table,) = tables(composed(tmp_path, [table_draft(TOUCHPOINTS, widths=(1.0, 1.0, 2.0))]))
    assert table.widths[2] == pytest.approx(sum(table.widths) / 2, abs=2)
    assert table.widths[0] == pytest.approx(sum(table.widths) / 4, abs=2)


@both_themes
def test_empty_cells_ragged_rows_and_no_header(tmp_path: Path, theme: str) -> None:
    ragged = data(None, "Empfang | Frau Schmidt", "Technik |", "Küche")
    deck = composed(tmp_path, [table_draft(ragged)], theme)
    (table,) = read_back(deck, tmp_path)
    assert texts(table) == [["Empfang", "Frau Schmidt"], ["Technik", ""], ["Küche", ""]]
    assert not table.first_row
    assert "missing-table-header" in [f.code for f in deckgen.check(deck)]


def test_the_tables_of_a_deck_share_one_size(tmp_path: Path) -> None:
    found = tables(composed(tmp_path, [table_draft(rows(3), ident="a"), table_draft(rows(7), ident="b")]))
    sizes = {c.fit.size for t in found for row in t.rows[1:] for c in row.cells if c.fit is not None}
    assert len(sizes) == 1


def test_a_word_is_cut_where_its_author_marked_it_and_nowhere_else(tmp_path: Path) -> None:
    word = "Rechtsschutz\u00adversicherungs\u00adgesellschaften"
    narrow = data(" | ".join("ABCDE"), " | ".join([word] * 5))
    (table,) = tables(composed(tmp_path, [table_draft(narrow)]))
    shown = table.rows[1].cells[0].text.paragraphs[0].runs[0].text
    assert shown.replace("\u00ad", "") == "Rechtsschutz-\vversicherungs-\vgesellschaften"
    (wide,) = tables(composed(tmp_path, [table_draft(data("A | B", f"{word} | {word}"))]))
    assert "\v" not in wide.rows[1].cells[0].text.paragraphs[0].runs[0].text


def test_too_long_a_word_is_an_error_at_its_cell(tmp_path: Path) -> None:
    narrow = data(
        " | ".join("ABCDEFGH"),
        " | ".join("12345678"),
        " | ".join(["Rechtsschutzversicherungsgesellschaften"] * 8),
    )
    (found,) = problems(tmp_path, [table_draft(narrow)])
    assert found.code == "text-overflow"
    assert found.span is not None and found.span.line == 12
    assert "Rechtsschutzversicherungsgesellschaften" in found.message
    assert "864 pt" in found.message


def test_too_long_a_row_is_an_error_with_measured_and_allowed_height(tmp_path: Path) -> None:
    long = data("A | B", "kurz | kurz", f"lang | {'Ein Satz, der nicht enden will. ' * 60}")
    (found,) = problems(tmp_path, [table_draft(long)])
    assert found.span is not None and found.span.line == 12
    assert "row 2 needs" in found.message and "has 292 pt" in found.message
    assert "words in column 2" in found.message


def test_a_table_of_a_thousand_rows_is_refused(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, [table_draft(rows(1000))])
    assert "1000 rows" in found.message


def test_a_split_slide_keeps_notes_first_and_the_source_last(tmp_path: Path) -> None:
    slots = {"source": rich("Quelle: Beispieldaten"), "subtitle": rich("Nach Filialen")}
    deck = composed(tmp_path, [table_draft(rows(12), slots=slots)])
    words = [{i.placeholder.role for i in s.items if i.placeholder is not None} for s in deck.scenes]
    assert ["source" in w for w in words] == [False] * (len(words) - 1) + [True]
    assert all("subtitle" in w for w in words)


@both_themes
@pytest.mark.parametrize("ground", ["light", "dark", "accent"])
def test_tables_can_be_read_on_every_ground(tmp_path: Path, theme: str, ground: str) -> None:
    drafts = [
        table_draft(TOUCHPOINTS, ident="a", ground=ground, highlight=("Produkt",)),
        table_draft(REGIONS, "Zahlen", ident="b", ground=ground, highlight=("2020",), total=True),
    ]
    found = deckgen.check(composed(tmp_path, drafts, theme))
    assert [f for f in found if f.code == "low-contrast" and "Table" in f.message] == []


def test_from_right_to_left_the_first_column_stands_at_the_right(tmp_path: Path) -> None:
    (table,) = tables(
        composed(tmp_path, [table_draft(data("שם | מספר", "אחת | 12"), lang="he-IL")], lang="he")
    )
    assert table.rtl
    assert [c.text.paragraphs[0].align for c in table.rows[1].cells] == ["right", "right"]


@pytest.mark.libreoffice
@pytest.mark.usefixtures("libreoffice")
@both_themes
def test_libreoffice_draws_every_row_where_it_is_promised(tmp_path: Path, theme: str) -> None:
    drafts = [
        table_draft(TOUCHPOINTS, "Eins", "a", highlight=("Reklamation",)),
        table_draft(REGIONS, "Zwei", "b", total=True),
        table_draft(STEPS, "Drei", "c"),
        table_draft(rows(9, 8), "Vier", "d"),
    ]
    deck = composed(tmp_path, drafts, theme)
    pdf = to_pdf(deckgen.write(deck, tmp_path / "tables.pptx"))
    with pymupdf.open(pdf) as document:
        for scene, page in zip(deck.scenes, document, strict=True):
            (table,) = [i for i in scene.items if isinstance(i, Table)]
            _compare(table, page)


def _compare(table: Table, page: pymupdf.Page) -> None:
    """Rules at the rows' edges within 1 pt, all lines of text between the edges of their row and their column."""
    scale = 960 / page.rect.width
    drawn = {
        round((d["rect"].y0 + d["rect"].y1) / 2 * scale, 1)
        for d in page.get_drawings()
        if d["rect"].width * scale > 60
    }
    edges = [to_points(table.box.y)]
    for row in table.rows:
        edges.append(edges[-1] + to_points(row.height))
    for number, row in enumerate(table.rows):
        if row.cells[0].bottom is not None:
            assert min(abs(y - edges[number + 1]) for y in drawn) <= 1, (
                number,
                edges[number + 1],
                sorted(drawn),
            )
    left = [to_points(table.box.x)]
    for width in table.widths:
        left.append(left[-1] + to_points(width))
    words = [
        (c.text.plain.split(), n, at) for n, row in enumerate(table.rows) for at, c in enumerate(row.cells)
    ]
    for x0, y0, x1, y1, word, *_ in page.get_text("words"):
        top, bottom, start, end = y0 * scale, y1 * scale, x0 * scale, x1 * scale
        if not edges[0] < (top + bottom) / 2 < edges[-1] or end > left[-1] + 5:
            continue
        homes = [(n, at) for cell, n, at in words if word in cell]
        middle = (top + bottom) / 2
        assert any(
            edges[n] - 1 < middle < edges[n + 1] + 1 and left[at] - 1 <= start and end <= left[at + 1] + 1
            for n, at in homes
        ), (word, top, bottom)
