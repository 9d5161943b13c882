from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from deckgen.typeset.balance import balance
from deckgen.typeset.breaking import anywhere, at_signs, opportunities, preferred
from deckgen.typeset.divide import linked, marked
from deckgen.typeset.measure import measure_for
from deckgen.typeset.metrics import load_faces, shipped
from deckgen.typeset.overlong import overlong
from deckgen.typeset.paragraph import Para, Span, break_lines, set_paragraphs
from tests.typeset.fonts import OUTFIT

OUTFIT_BOLD = load_faces(OUTFIT)["bold"]
REGULAR = measure_for((shipped("Arial") or {})["regular"])
BOLD = measure_for((shipped("Arial") or {})["bold"])
BRAND = measure_for(OUTFIT_BOLD, BOLD.face)

WORDS = st.sampled_from(
    [
        "der",
        "die",
        "Energie",
        "in",
        "Wärmepumpe",
        "12",
        "Prozent",
        "und",
        "(neu)",
        "CO2",
        "Netz-Ausbau",
        "2030",
        "–",
        "Grünes",
        "Geld,",
        "am",
        "Ende?",
        "漢字の本",
        "a\xadb",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=25).map(" ".join)
PARAS = st.lists(
    st.builds(
        lambda a, b, indent, tab, leading: Para((Span(a, REGULAR), Span(b, BOLD)), indent, before=6, tab=tab, leading=leading),
        TEXTS,
        st.one_of(TEXTS, st.sampled_from(["", "\tweiter", "\vneue Zeile", "  "])),
        st.sampled_from([0.0, 18.0]),
        st.sampled_from([0.0, 120.0]),
        st.sampled_from([1.0, 1.2]),
    ),
    min_size=1,
    max_size=3,
)  # fmt: skip


def headline(text: str) -> tuple[Para, ...]:
    return (Para((Span(text, BRAND),)),)


def lines(paras: tuple[Para, ...], size: int, width: float) -> list[str]:
    found = set_paragraphs(paras, size, width)
    assert found is not None
    return [t.rstrip() for para in found.texts for t in para]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Netz-Ausbau im Jahr", ["Netz-", "Ausbau ", "im ", "Jahr"]),
        ("10-20 Euro", ["10-20 ", "Euro"]),
        ("24-Stunden-Dienst", ["24-Stunden-", "Dienst"]),
        ("12\u00a0% mehr", ["12\u00a0% ", "mehr"]),
        ("E\u2011Auto", ["E\u2011Auto"]),
        ("und/oder a.b_c", ["und/oder ", "a.b_c"]),
        ("warum ? (ja )", ["warum ? ", "(ja )"]),
        ("drei – vier", ["drei ", "– ", "vier"]),
        ("2020–2030", ["2020–", "2030"]),
        ("語 、本 だ", ["語 、", "本 ", "だ"]),
        ("a-b/c-d e-f", ["a-b/c-", "d ", "e-", "f"]),
        ("das \u2060 da: eins\t, zwei", ["das \u2060 da: ", "eins\t", ", ", "zwei"]),
        ("日本語、「本」です", ["日", "本", "語、", "「本」", "で", "す"]),
    ],
)
def test_lines_break_only_where_every_program_breaks(text: str, parts: list[str]) -> None:
    cuts = [0, *opportunities(text), len(text)]
    assert [text[a:b] for a, b in pairwise(cuts)] == parts


@given(PARAS, st.integers(8, 40), st.floats(150, 700), st.floats(0, 300))
def test_a_wider_box_never_takes_more_lines(paras: list[Para], size: int, width: float, more: float) -> None:
    # a tab that leads out of its line leaves that line empty (LibreOffice), which a wider box may bring about
    assume(not any("\t" in span.text for para in paras for span in para.spans))
    narrow, wide = set_paragraphs(paras, size, width), set_paragraphs(paras, size, width + more)
    if narrow is not None:
        assert wide is not None
        assert wide.count <= narrow.count
        assert wide.height <= narrow.height + 1e-6


@given(PARAS, st.integers(8, 40), st.floats(100, 700))
def test_every_character_survives_and_no_line_is_too_wide(paras: list[Para], size: int, width: float) -> None:
    found = set_paragraphs(paras, size, width)
    if found is None:
        assert overlong(paras, size, width)
        return
    assert overlong(paras, size, width) is None
    whole = ["".join(s.text for s in p.spans).replace("\v", "") for p in paras]
    assert ["".join(t) for t in found.texts] == whole
    assert found.width <= width
    assert found.count == sum(map(len, found.texts))


@given(st.lists(st.tuples(TEXTS, st.sampled_from([0.0, -0.03])), min_size=1, max_size=3), st.integers(8, 40),
       st.floats(100, 700), st.data())  # fmt: skip
def test_a_wider_word_never_takes_fewer_lines(
    texts: list[tuple[str, float]], size: int, width: float, data: st.DataObject
) -> None:
    words = [w for t, _ in texts for w in t.split(" ")]
    at = data.draw(st.integers(0, len(words) - 1))
    more = data.draw(st.text(alphabet="aMW", min_size=1, max_size=4))
    wider = [*words[:at], more + words[at], *words[at + 1 :]]
    counts = []
    for some in (words, wider):
        found = set_paragraphs([Para((Span(" ".join(some), BRAND, tracking=texts[0][1]),))], size, width)
        counts.append(found.count if found else 10_000)
    assert counts[1] >= counts[0]


@settings(max_examples=200)
@given(
    st.lists(TEXTS, min_size=1, max_size=2),
    st.integers(20, 50),
    st.floats(250, 900),
    st.sampled_from(["de", "en"]),
)
def test_balance_never_adds_a_line_in_any_font(texts: list[str], size: int, width: float, lang: str) -> None:
    inset = balance([Para((Span(t, BRAND),)) for t in texts], size, width, lang)
    assert 0 <= inset < width
    if inset:
        for face in BRAND.faces:
            paras = [Para((Span(t, face),)) for t in texts]
            before = [len(list(break_lines(p, size, width))) for p in paras]
            after = [list(break_lines(p, size, width - inset)) for p in paras]
            assert [len(lines) for lines in after] <= before
            assert all(line.end <= width - inset for lines in after for line in lines)


@pytest.mark.parametrize(
    ("text", "width", "lang", "wanted"),
    [
        ("Die Zukunft der Energie liegt in unseren Händen", 620, "de",
         ["Die Zukunft der Energie", "liegt in unseren Händen"]),
        ("Ein Titel, der so gerade eben nicht passt", 620, "de", ["Ein Titel, der so gerade", "eben nicht passt"]),
        ("Wir bauen das größte Netz der Welt neu", 720, "de", ["Wir bauen das größte", "Netz der Welt neu"]),
        ("Kurzer Titel", 740, "de", ["Kurzer Titel"]),
    ],
)  # fmt: skip
def test_headlines_break_like_set_by_hand(text: str, width: float, lang: str, wanted: list[str]) -> None:
    paras = headline(text)
    assert lines(paras, 40, width - balance(paras, 40, width, lang)) == wanted


def test_a_title_that_one_font_sets_in_a_line_gets_no_second_one() -> None:
    paras = headline("Wir bauen das größte Netz der Welt neu")
    assert len(lines(paras, 40, 740)) == 2  # in Arial; Outfit is narrower
    assert balance(paras, 40, 740, "de") == 0


def test_hard_breaks_tabs_and_hanging_first_lines() -> None:
    assert lines(headline("Eins zwei\vdrei"), 20, 500) == ["Eins zwei", "drei"]
    tabbed = set_paragraphs([Para((Span("a\tb", REGULAR),), tab=200)], 20, 500)
    assert tabbed is not None
    assert tabbed.width == pytest.approx(200 + REGULAR.width("b", 20))
    past = set_paragraphs([Para((Span("a\tb", REGULAR),), tab=5)], 20, 500)
    assert past is not None
    assert past.width == pytest.approx(72 + REGULAR.width("b", 20))
    hang = [Para((Span("wort " * 12, REGULAR),), indent=60, first_indent=-60)]
    first, second = lines(tuple(hang), 20, 300)[:2]
    assert len(first) > len(second)


def test_heights_follow_the_leading() -> None:
    def height(**how: float) -> float:
        found = set_paragraphs([Para((Span("eins\vzwei", REGULAR),), **how)] * 2, 20, 500)  # type: ignore[arg-type]
        assert found is not None
        return found.height

    assert height() == pytest.approx(4 * 24)
    assert height(before=6) == pytest.approx(4 * 24 + 6)
    assert height(leading=1.08) == pytest.approx(4 * 21.6 + 0.3 * 20 * 0.1)
    assert height(scale=0.7) == pytest.approx(4 * 14 * 1.2)
    assert height(subscript=True) == pytest.approx(4 * 24 + 2 * 0.165 * 20)


def test_tabs_go_as_far_as_in_the_program_that_takes_them_farthest() -> None:
    """LibreOffice counts tab stops from the indent and leaves a line empty where one leads out of it."""
    found = set_paragraphs([Para((Span("a\tb", REGULAR),), indent=30, tab=200)], 20, 500)
    assert found is not None
    assert found.width == pytest.approx(230 + REGULAR.width("b", 20))
    out = set_paragraphs([Para((Span("a\tb", REGULAR),), indent=30, tab=200)], 20, 220)
    assert out is not None
    assert out.texts == (("a\t", "", "b"),)


def test_negative_tracking_takes_nothing_off_behind_a_lines_last_glyph() -> None:
    span = Span("Ein Titel", BOLD, tracking=-0.03)
    (line,) = break_lines(Para((span,)), 100, 1000)
    assert line.end == pytest.approx(BOLD.width("Ein", 100, -0.03) + BOLD.width(" ", 100, -0.03)
                                     + BOLD.width("Titel", 100, -0.03) + 3)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "lang", "parts"),
    [
        ("Am 3. Mai 2026 in der „Alten Post“", "de", ["Am 3. Mai 2026 ", "in der „Alten Post“"]),
        ("zum Beispiel z. B. Dr. Anna K. Maier", "de", ["zum Beispiel ", "z. B. Dr. Anna ", "K. Maier"]),
        ("Siehe S. 5 und Kapitel 3 – ganz oben", "de", ["Siehe ", "S. 5 ", "und Kapitel 3 – ", "ganz ", "oben"]),
        ("12 Prozent mehr im Jahr 2030", "de", ["12 Prozent ", "mehr ", "im Jahr 2030"]),
        ("2030 wird alles gut", "de", ["2030 ", "wird ", "alles ", "gut"]),
        ("„Ein langes Zitat bricht doch um“, sagt er", "de",
         ["„Ein langes ", "Zitat ", "bricht ", "doch ", "um“, ", "sagt ", "er"]),
        ("The house on the 4 hills of Rome", "en", ["The house ", "on the 4 hills ", "of Rome"]),
        ("La force de la marque", "fr", ["La force ", "de la marque"]),
        ("Netz-Ausbau", "de", ["Netz-", "Ausbau"]),
    ],
)  # fmt: skip
def test_what_belongs_together_is_kept_together(text: str, lang: str, parts: list[str]) -> None:
    cuts = [0, *preferred(text, lang), len(text)]
    assert [text[a:b] for a, b in pairwise(cuts)] == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("CO2-Preis 24-Stunden", ["CO2-", "Preis ", "24-", "Stunden"]),
        ("und/oder wer?was (ja )", ["und/", "oder ", "wer?", "was ", "(ja ", ")"]),
        ("a☕b", ["a", "☕", "b"]),
        ("Ja—nein 1-800", ["Ja—", "nein ", "1-", "800"]),
    ],
)
def test_where_one_program_or_the_other_breaks(text: str, parts: list[str]) -> None:
    cuts = [0, *anywhere(text), len(text)]
    assert [text[a:b] for a, b in pairwise(cuts)] == parts


@given(TEXTS)
def test_the_three_sets_of_breaks_lie_within_each_other(text: str) -> None:
    assert set(preferred(text, "de")) <= set(opportunities(text)) <= set(anywhere(text))


@pytest.mark.parametrize(
    ("word", "lang", "points"),
    [
        ("Marketingverantwortungsbewusstsein", "de", [["Marketingverantwortungs"], ["Marketingverantwortungs"]]),
        ("ARBEITSZEITGESETZ", "de", [[], ["ARBEITS"]]),
        ("Schifffahrtsamt", "de", [["Schiff"], []]),
        ("Teeernte", "de", [[], []]),
        ("Urinstinktforschung", "de", [[], []]),
        ("Geburtstagsfeier", "en", []),
    ],
)  # fmt: skip
def test_compounds_are_divided_where_it_is_safe(word: str, lang: str, points: list[list[str]]) -> None:
    assert [[word[:p] for p in some] for some in linked(word, lang)] == points


def test_marks_and_signs_are_places_for_breaks_in_any_language() -> None:
    word = "Donau\u00addampf-\u00adschiff\u00ad"
    assert [word[:p] for p in marked(word)] == ["Donau", "Donau\u00addampf-"]
    word = "CO2-Bepreisung/Handel"
    assert [word[:p] for p in at_signs(word)] == ["CO2-", "CO2-Bepreisung/"]
    assert at_signs("-x/y") == []


@pytest.mark.parametrize(
    "text", ["x" * 9000, " " * 9000 + ")", "a-" * 4500, "漢" * 9000, "\t" * 9000, "wort " * 9000]
)
def test_hostile_texts_are_set_or_named(text: str) -> None:
    paras = headline(text)
    assert (set_paragraphs(paras, 20, 400) is None) == bool(overlong(paras, 20, 400))
    assert balance(paras, 20, 400, "de") >= 0
    assert len(linked("ungs" * 2000, "de")) == 2
