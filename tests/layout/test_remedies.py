"""What happens to a text that doesn't fit at its first size, in the order of the remedies."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx.presentation import Presentation as Deck

import deckgen
from deckgen.layout import division
from tests.kinds.talks import both_themes, deck_of, findings_of, texts, written

CAPTAIN = "Donaudampfschifffahrtsgesellschaftskapitän"


def built(folder: Path, slides: str, theme: str = "plain") -> tuple[Deck, list[deckgen.Finding]]:
    """The deck and the findings that came with it."""
    deck = deck_of(folder, slides, theme)
    return written(deck, folder / "talk.pptx"), list(deck.findings)


def sizes(deck: Deck) -> list[float | None]:
    """The size of each slide's title where it isn't the layout's."""
    found = (
        next((r.font.size for p in s.shapes.title.text_frame.paragraphs for r in p.runs), None)
        for s in deck.slides
    )
    return [size.pt if size else None for size in found]


def divided(findings: list[deckgen.Finding]) -> list[str]:
    return [f.message for f in findings if f.code == "word-divided"]


def test_a_long_word_gets_a_smaller_size_before_it_is_divided(tmp_path: Path) -> None:
    """The titles of a kind agree on it."""
    word = "Marketingverantwortungsbewusstseinsbildung"
    deck, found = built(tmp_path, f"- title: {word}\n  bullets: [eins]\n- title: Kurz\n  bullets: [zwei]")
    assert deck.slides[0].shapes.title.text_frame.text == word
    assert divided(found) == []
    assert sizes(deck)[0] == sizes(deck)[1]
    assert sizes(deck)[0] is not None
    assert sizes(deck)[0] < 36


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (CAPTAIN, "Donaudampfschiff- fahrtsgesellschaftskapitän"),
        (CAPTAIN.upper(), "DONAUDAMPFSCHIFF- FAHRTSGESELLSCHAFTS- KAPITÄN"),
        ("Donaudampf\\-schifffahrtsgesellschaftskapitän", "Donaudampf- schifffahrtsgesellschaftskapitän"),
    ],
)
def test_a_word_too_long_for_any_size_is_divided_and_reported(
    tmp_path: Path, written: str, shown: str
) -> None:
    """Where the author marked it, else where a compound is linked."""
    deck, found = built(tmp_path, f"- statement: {written}", "helium")
    assert deck.slides[0].shapes.title.text_frame.text == shown.replace(" ", "\v")
    assert divided(found) == [f"{shown.replace('- ', '')!r} is divided as {shown}"]


def test_several_long_words_are_divided_each_and_a_tail_again(tmp_path: Path) -> None:
    first = "Donau\\-dampf\\-schifffahrts\\-gesellschafts\\-kapitäns\\-witwen\\-renten\\-auszahlungs\\-stellen\\-leiter\\-anwärter\\-schule"
    second = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
    deck, found = built(tmp_path, f"- statement: {first} und {second}")
    text = deck.slides[0].shapes.title.text_frame.text
    plain = first.replace("\\-", "")
    assert text.replace("-\v", "") == f"{plain} und {second}"
    assert text.count("-\v") >= 3
    words = [m.split(" is divided as ") for m in divided(found)]
    assert [(whole, parts.replace("- ", "")) for whole, parts in words] == [
        (repr(plain), plain),
        (repr(second), second),
    ]
    assert all(parts.replace(" ", "\v") in text for _, parts in words)


def test_a_marked_word_that_fits_stays_whole(tmp_path: Path) -> None:
    deck, found = built(tmp_path, "- title: Donau\\-dampf\\-schiff\n  bullets: [Donau\\-dampf\\-schiff]")
    assert "Donaudampfschiff" in texts(deck.slides[0])
    assert divided(found) == []


@pytest.mark.parametrize(
    ("slides", "shown"),
    [
        ("- triangle: [Personal\\-planung, b, c]\n  title: Drei", "Personal- planung"),
        ("- triangle: [Anbau/Service, b, c]\n  title: Drei", "Anbau/ Service"),
        ("- triangle: [CO2-Bepreisung, b, c]\n  title: Drei", "CO2- Bepreisung"),
        ("- title: x\n  bullets:\n  - " + "Donau\\-dampf\\-" * 12 + "schiff", None),
        ("- statement: " + "Donau\\-dampf\\-" * 8 + "schiff", None),
    ],
)  # fmt: skip
def test_marks_and_signs_are_used_in_every_text(tmp_path: Path, slides: str, shown: str | None) -> None:
    deck, found = built(tmp_path, slides)
    shapes = texts(deck.slides[0])
    if shown is not None:
        assert shown in shapes
    else:
        long = next(s for s in shapes if "Donaudampf" in s)
        assert long.replace("- ", "") == "Donaudampf" * (long.count("Donau")) + "schiff"
        assert "- " in long
    assert bool(divided(found)) == ("\\-" in slides)


@pytest.mark.parametrize(
    "slides",
    [f"- triangle: [{CAPTAIN}, b, c]\n  title: Drei", "- title: x\n  bullets: [" + CAPTAIN * 3 + "]"],
)
def test_outside_of_titles_only_the_author_divides(tmp_path: Path, slides: str) -> None:
    (found,) = findings_of(tmp_path, slides)
    assert found.code == "text-overflow"
    assert "wider than its box" in found.message
    assert "mark a break with \\-" in found.message


def test_the_part_that_is_too_wide_is_named(tmp_path: Path) -> None:
    (found,) = findings_of(
        tmp_path, "- triangle: [Personal\\-donaudampfschifffahrtsgesellschaft, b, c]\n  title: Drei"
    )
    assert "'donaudampfschifffahrtsgesellschaft' is wider" in found.message


def test_a_list_is_not_split_for_a_word_that_fits_nowhere(tmp_path: Path) -> None:
    rows = "\n".join(f"  - Punkt {i}" for i in range(3))
    found = findings_of(tmp_path, f"- title: x\n  bullets:\n{rows}\n  - {'a' * 200}")
    assert [f.code for f in found] == ["text-overflow"]


def test_runs_of_a_divided_word_keep_their_looks(tmp_path: Path) -> None:
    deck, _ = built(
        tmp_path,
        "- statement: Donau\\-dampf\\-schifffahrts\\-gesellschafts\\-**kapitäns**\\-witwen\\-renten\\-stelle",
    )
    frame = deck.slides[0].shapes.title.text_frame
    assert frame.text.replace("-\v", "") == "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenstelle"
    assert "kapitäns" in "".join(r.text for p in frame.paragraphs for r in p.runs if len(r.text) < 10)


def test_the_inset_of_a_centred_text_is_on_both_sides(tmp_path: Path) -> None:
    deck, _ = built(tmp_path, "- triangle: [Die Marke und der Kunde, b, c]\n  title: Drei", "helium")
    frame = next(
        s.text_frame
        for s in deck.slides[0].shapes
        if s.has_text_frame and s.text_frame.text.startswith("Die Marke")
    )
    assert abs(frame.margin_left - frame.margin_right) <= 1


@both_themes
def test_a_subscript_in_a_text_of_one_line_needs_no_more_room(tmp_path: Path, theme: str) -> None:
    """No word that could be cut would help: LibreOffice's room below a lowered sign moves nothing."""
    slides = (
        "- statement: Weniger davon.\n  kicker: Klima und CO~2~\n"
        "- quote: Weniger davon.\n  by: CO~2~-Rat\n  role: Ausschuss CO~2~\n- closing: Danke.\n  text: CO~2~"
    )
    deck, _ = built(tmp_path, slides, theme)
    assert "Klima und CO2" in texts(deck.slides[0])
    assert "CO2-Rat" in texts(deck.slides[1])


@pytest.mark.parametrize("word", ["ab/", "Donau\\-", "Schiffs"], ids=["signs", "marks", "compound"])
def test_a_word_that_fills_many_pages_is_given_up_at_once(
    tmp_path: Path, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a look for breaks: each of forty would measure what is left of the word again."""
    monkeypatch.setattr(division, "_point", lambda *_: pytest.fail("a break was looked for"))
    slides = f"- title: {word * 2000}\n  bullets: [{word * 2000}]\n- statement: A {word * 2000}"
    found = findings_of(tmp_path, slides)
    assert [f.code for f in found] == ["text-overflow"] * 3
    assert all("the word" in f.message and len(f.message) < 240 for f in found)
