from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.typeset.breaking import opportunities
from deckgen.typeset.fit import balance, divide, fits, largest
from deckgen.typeset.measure import measure_for
from deckgen.typeset.metrics import envelope, load_faces, shipped
from deckgen.typeset.paragraph import Para, Span, overlong, set_paragraphs
from tests.typeset.fonts import OUTFIT

OUTFIT_BOLD = load_faces(OUTFIT)["bold"]
REGULAR = measure_for((shipped("Arial") or {})["regular"])
BOLD = measure_for((shipped("Arial") or {})["bold"])
BRAND = measure_for(envelope(OUTFIT_BOLD, BOLD.face), OUTFIT_BOLD)

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
        ("日本語、「本」です", ["日", "本", "語、", "「本」", "で", "す"]),
    ],
)
def test_lines_break_only_where_every_program_breaks(text: str, parts: list[str]) -> None:
    cuts = [0, *opportunities(text), len(text)]
    assert [text[a:b] for a, b in pairwise(cuts)] == parts


@given(PARAS, st.integers(8, 40), st.floats(150, 700), st.floats(0, 300))
def test_a_wider_box_never_takes_more_lines(paras: list[Para], size: int, width: float, more: float) -> None:
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


@given(PARAS, st.floats(150, 700), st.floats(60, 500), st.floats(0, 200))
def test_largest_is_the_largest_and_grows_with_the_box(
    paras: list[Para], width: float, height: float, more: float
) -> None:
    sizes = range(8, 49)
    best = largest(paras, sizes, width, height)
    assert best == max((s for s in sizes if fits(paras, s, width, height)), default=None)
    if best is not None:
        assert (largest(paras, sizes, width + more, height + more) or 0) >= best


@settings(max_examples=200)
@given(
    st.lists(TEXTS, min_size=1, max_size=2),
    st.integers(20, 50),
    st.floats(250, 900),
    st.sampled_from(["de", "en"]),
)
def test_balance_never_adds_a_line(texts: list[str], size: int, width: float, lang: str) -> None:
    paras = [Para((Span(t, BRAND),)) for t in texts]
    before = set_paragraphs(paras, size, width)
    inset = balance(paras, size, width, lang)
    assert 0 <= inset < width
    if before is None:
        assert inset == 0
        return
    after = set_paragraphs(paras, size, width - inset)
    assert after is not None
    assert after.count <= before.count
    if inset:  # the intended breaks hold by the narrow model too
        true = [Para((Span(t, BRAND.narrow or BRAND),)) for t in texts]
        assert set_paragraphs(true, size, width - inset, margin=0) is not None
        assert lines(tuple(true), size, width - inset) == lines(tuple(paras), size, width - inset)


@pytest.mark.parametrize(
    ("text", "width", "lang", "wanted"),
    [
        ("Die Zukunft der Energie liegt in unseren Händen", 620, "de",
         ["Die Zukunft der Energie", "liegt in unseren Händen"]),
        ("Ein Titel, der so gerade eben nicht passt", 620, "de", ["Ein Titel, der so gerade", "eben nicht passt"]),
        ("Wir bauen das größte Netz der Welt neu", 740, "de", ["Wir bauen das größte", "Netz der Welt neu"]),
        ("Kurzer Titel", 740, "de", ["Kurzer Titel"]),
    ],
)  # fmt: skip
def test_headlines_break_like_set_by_hand(text: str, width: float, lang: str, wanted: list[str]) -> None:
    paras = headline(text)
    assert lines(paras, 40, width - balance(paras, 40, width, lang)) == wanted


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


@pytest.mark.parametrize(
    ("word", "lang", "width", "parts"),
    [
        ("Marketingverantwortungsbewusstsein", "de", 330, ("Marketingverantwortungs", "bewusstsein")),
        ("Arbeitszeitgesetz", "de", 200, ("Arbeits", "zeitgesetz")),
        ("Donau\u00addampf\u00adschiff", "de", 120, ("Donau", "dampf\u00adschiff")),
        ("Donau\u00addampf\u00adschiff", "en", 180, ("Donaudampf", "schiff")),
        ("Urinstinktforschung", "de", 200, None),
        ("Geburtstagsfeier", "en", 100, None),
    ],
)
def test_long_words_are_divided_where_it_is_safe(
    word: str, lang: str, width: float, parts: tuple[str, str] | None
) -> None:
    assert divide(word, lang, BOLD, 24, width) == parts


@pytest.mark.parametrize(
    "text", ["x" * 9000, " " * 9000 + ")", "a-" * 4500, "漢" * 9000, "\t" * 9000, "wort " * 9000]
)
def test_hostile_texts_are_set_or_named(text: str) -> None:
    paras = headline(text)
    assert (set_paragraphs(paras, 20, 400) is None) == bool(overlong(paras, 20, 400))
    assert balance(paras, 20, 400, "de") >= 0
    assert divide("ungs" * 2000, "de", BOLD, 20, 200) is not None
