"""Shortened talks as written decks: numbers, overviews, agendas, links and notes follow."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

import deckgen
from deckgen.api import Loaded
from pptx import Presentation

FLAGSHIP = Path(__file__).resolve().parent.parent.parent / "talks" / "alles-ist-marketing.yaml"

SERIES = """
title: Ein Vortrag
lang: de
theme: plain
duration: {duration}
agenda: each-section
slides:
  - cover:
    time: 20s
  - section: Anfang
  - statement: Wir haben ${{reihe.words}} Punkte, also ${{reihe.count}}.
    time: 1m
    notes: "Davon sind es ${{reihe.words}}."
  - title: Eine Reihe.
    id: reihe
    notes: Hier.
    points:
      - {{point: Der erste., time: 1m}}
      - {{point: Der zweite., time: 1m, priority: could}}
      - {{point: Der dritte., time: 1m, text: "Zurück zum [ersten](#reihe/1)."}}
      - {{point: Der vierte., time: 1m, text: "Weiter mit [dem letzten](#reihe/5)."}}
      - {{point: Der fünfte., time: 1m}}
  - section: Zugabe
    id: zugabe
    priority: could
  - statement: Noch ein Gedanke.
    time: 2m
  - statement: Und noch einer.
    time: 2m
  - closing: Danke.
"""


def load(folder: Path, text: str, **more: object) -> Loaded:
    (folder / "talk.yaml").write_text(text, encoding="utf-8")
    return deckgen.load(folder / "talk.yaml", **more)  # type: ignore[arg-type]


def deck_of(loaded: Loaded, folder: Path) -> Deck:
    return Presentation(str(deckgen.write(deckgen.compose(loaded), folder / "deck.pptx")))


def words(slide: Slide) -> str:
    return "\n".join(s.text_frame.text.replace("\v", " ") for s in slide.shapes if s.has_text_frame)


def notes(slide: Slide) -> str:
    frame = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    return frame.text if frame is not None else ""


def hidden(slide: Slide) -> bool:
    return slide._element.get("show") == "0"


def titles(deck: Deck) -> list[str]:
    return [s.shapes.title.text_frame.text.replace("\v", " ") for s in deck.slides]


@pytest.fixture
def short(tmp_path: Path) -> Deck:
    return deck_of(load(tmp_path, SERIES.format(duration="7m")), tmp_path)


def test_a_section_without_slides_goes_with_its_divider_its_agenda_and_its_row(short: Deck) -> None:
    assert not any("Zugabe" in words(s) or "Gedanke" in words(s) for s in short.slides)
    assert b"Zugabe" not in short.part.blob  # PowerPoint's sections


def test_a_series_counts_what_is_left(short: Deck) -> None:
    assert "Wir haben vier Punkte, also 4." in titles(short)
    points = [s for s in short.slides if "/4" in words(s)]
    assert [words(s).count("4/4") for s in points] == [0, 0, 0, 1]
    assert "Der zweite." not in "".join(map(words, short.slides))
    assert any("Davon sind es vier." in notes(s) for s in short.slides)


def test_links_lead_to_the_point_that_was_meant(short: Deck) -> None:
    fourth = next(s for s in short.slides if "Weiter mit" in words(s))
    relations = [r.target_part for r in fourth.part.rels.values() if r.reltype.endswith("/slide")]
    assert [Slide_title(part) for part in relations] == ["Der fünfte."]


def Slide_title(part: object) -> str:
    return part.slide.shapes.title.text_frame.text  # type: ignore[attr-defined]


def test_dropped_slides_can_stay_hidden_with_their_number_in_the_whole_talk(tmp_path: Path) -> None:
    deck = deck_of(load(tmp_path, SERIES.format(duration="7m"), keep_hidden=True), tmp_path)
    away = [s for s in deck.slides if hidden(s)]
    assert [s.shapes.title.text_frame.text for s in away] == [
        "Der zweite.",
        "Zugabe",
        "Noch ein Gedanke.",
        "Und noch einer.",
    ]
    assert "2/5" in words(away[0])
    shown = [s for s in deck.slides if not hidden(s)]
    assert sum("/4" in words(s) for s in shown) == 4
    assert not any(
        "Zugabe" in words(s) or "Der zweite." in words(s) for s in shown
    )  # agendas, overview, recap
    alone = deck_of(load(tmp_path, SERIES.format(duration="7m")), tmp_path)
    assert [words(s).rsplit("\n", 1)[0] for s in shown] == [words(s).rsplit("\n", 1)[0] for s in alone.slides]


def test_what_fits_is_written_as_if_there_were_no_duration(tmp_path: Path) -> None:
    long = load(tmp_path, SERIES.format(duration="60m"))
    assert long.cut is None
    first = deckgen.write(deckgen.compose(long), tmp_path / "a.pptx").read_bytes()
    text = SERIES.format(duration="60m").replace("duration: 60m\n", "")
    assert deckgen.write(deckgen.compose(load(tmp_path, text)), tmp_path / "b.pptx").read_bytes() == first


LINKS = """
title: T
lang: en
theme: plain
duration: 2m
slides:
  - {{title: A, text: "{text}", time: 1m30s, notes: "See [the end](#end)."}}
  - {{statement: The end, id: end, priority: could, time: 1m}}
"""


def test_a_link_within_a_sentence_becomes_plain_words(tmp_path: Path) -> None:
    loaded = load(tmp_path, LINKS.format(text="As [the end](#end) shows."))
    (found,) = [f for f in loaded.findings if f.code == "link-dropped"]
    assert found.severity is deckgen.Severity.INFO
    assert (found.span.line, [n.span.line for n in found.notes]) == (7, [8])  # type: ignore[union-attr]
    (slide,) = deck_of(loaded, tmp_path).slides
    assert "As the end shows." in words(slide)
    assert b"hlinkClick" not in slide.part.blob


def test_a_line_that_is_nothing_but_a_link_is_an_error(tmp_path: Path) -> None:
    loaded = load(tmp_path, LINKS.format(text="[To the end](#end)"))
    with pytest.raises(deckgen.TalkError) as caught:
        deckgen.compose(loaded)
    (found,) = [f for f in caught.value.findings if f.severity is deckgen.Severity.ERROR]
    assert (found.code, found.span.line, found.notes[0].span.line) == ("link-to-dropped", 7, 8)  # type: ignore[union-attr]
    kept = load(tmp_path, LINKS.format(text="[To the end](#end)"), keep_hidden=True)
    slides = deck_of(kept, tmp_path).slides
    assert [hidden(s) for s in slides] == [False, True]
    assert b"hlinkClick" in slides[0].part.blob


def test_a_link_that_leads_nowhere_is_an_error_at_any_length(tmp_path: Path) -> None:
    for duration in ("2m", "20m"):
        text = LINKS.format(text="[x](#nowhere) y").replace("2m", duration)
        with pytest.raises(deckgen.TalkError) as caught:
            deckgen.compose(load(tmp_path, text))
        assert [f.code for f in caught.value.findings if f.severity is deckgen.Severity.ERROR] == [
            "unknown-slide"
        ]


PARTS = """
title: T
lang: en
pace: 120
theme: plain
duration: {duration}
slides:
  - statement: One
    notes: |
      {sixty}

      [could] {sixty}
  - title: Two
    time: 60s
    bullets:
      - Stays
      - {{text: Goes late, priority: should}}
      - {{text: Goes first, priority: could}}
"""


@pytest.mark.parametrize(
    ("duration", "gone", "seconds"),
    [
        ("2m", [], 120),
        ("1m55s", ["Goes first"], 100),
        ("99s", ["Goes first", "word"], 70),
        ("65s", ["Goes first", "word", "Goes late"], 50),
    ],
)
def test_slides_are_shortened_before_they_go(
    tmp_path: Path, duration: str, gone: list[str], seconds: float
) -> None:
    sixty = " ".join(["word"] * 60)
    loaded = load(tmp_path, PARTS.format(duration=duration, sixty=sixty))
    one, two = deck_of(loaded, tmp_path).slides
    assert notes(one).count("word") == (60 if "word" in gone else 120)
    for line in ("Goes first", "Goes late"):
        assert (line in words(two)) is (line not in gone)
    assert deckgen.outline(loaded).total == pytest.approx(seconds)


def test_the_last_line_of_a_list_stays(tmp_path: Path) -> None:
    slides = "  - {title: A, time: 1m, bullets: [{text: a, priority: could}, {text: b, priority: could}]}\n"
    loaded = load(tmp_path, f"title: T\ntheme: plain\nduration: 30s\nslides:\n{slides}")
    (slide,) = deck_of(loaded, tmp_path).slides
    assert words(slide).split("\n")[:2] == ["A", "a"]


MARKS = """
title: T
lang: {lang}
theme: plain
slides:
  - {{statement: One., notes: Words.}}
  - {{statement: Two., time: 40s, priority: could}}
  - {{statement: Hidden., hidden: true}}
  - {{statement: Three., time: 50s, priority: should}}
  - {{statement: Four., time: 20s}}
  - {{statement: Five., time: 20s, priority: could}}
  - {{statement: Six., time: 20s}}
  - {{statement: Seven., time: 50s, priority: could}}
"""


@pytest.mark.parametrize(
    ("lang", "mark"),
    [
        ("en", "[If late, go on with slide 5 (saves 1:30)]"),
        ("de", "[Wenn die Zeit knapp ist: weiter mit Folie 5 (spart 1:30)]"),
    ],
)
def test_notes_say_where_to_go_on_when_time_is_short(tmp_path: Path, lang: str, mark: str) -> None:
    loaded = load(tmp_path, MARKS.format(lang=lang))
    deck = deckgen.compose(loaded)
    slides = Presentation(str(deckgen.write(deck, tmp_path / "deck.pptx"))).slides
    assert [notes(s) for s in slides] == [
        f"Words.\n{mark}",
        *[""] * 7,
    ]  # a short run and one at the end have none
    silent = MARKS.format(lang=lang).replace(", notes: Words.", "")
    assert not any(notes(s) for s in deck_of(load(tmp_path, silent), tmp_path).slides)


def test_a_mark_alone_is_no_note(tmp_path: Path) -> None:
    text = (
        MARKS.format(lang="en")
        .replace("{statement: Four.", "{statement: Four., notes: Words.")
        .replace(", notes: Words.}", "}", 1)
    )
    found = deckgen.check(deckgen.compose(load(tmp_path, text)))
    assert "one" in {f.slide for f in found if f.code == "missing-notes"}


def test_marks_skip_a_section_of_which_all_can_go(tmp_path: Path) -> None:
    deck = deck_of(
        load(tmp_path, SERIES.format(duration="60m") + "  - {statement: Schluss., time: 5s}\n"), tmp_path
    )
    marked = [(s.shapes.title.text_frame.text, notes(s)) for s in deck.slides if "knapp" in notes(s)]
    assert [(title, text.rsplit("Folie ", 1)[1]) for title, text in marked] == [
        ("Der erste.", "8 (spart 1:00)]"), ("Rückblick: Eine Reihe.", "16 (spart 4:25)]"),
    ]  # fmt: skip
    assert titles(deck)[7] == "Der dritte."
    assert titles(deck)[15] == "Danke."


@pytest.mark.parametrize("duration", ["20m", "45m", "60m"])
def test_the_keynote_works_in_three_lengths(tmp_path: Path, duration: str) -> None:
    loaded = deckgen.load(FLAGSHIP, duration=duration)
    total = deckgen.outline(loaded).total
    assert 0.9 * int(duration[:-1]) * 60 <= total <= int(duration[:-1]) * 60
    deck = deckgen.compose(loaded)
    assert not [f for f in deckgen.check(deck) if f.severity is not deckgen.Severity.INFO]
    slides = Presentation(str(deckgen.write(deck, tmp_path / "deck.pptx"))).slides
    assert len(slides) == {"20m": 24, "45m": 36, "60m": 37}[duration]
    assert sum("/7" in words(s) for s in slides) == 7


def test_titles_that_count_a_series_make_no_other_slides(tmp_path: Path) -> None:
    loaded = load(tmp_path, SERIES.format(duration="7m"))
    whole = load(tmp_path, SERIES.format(duration="60m"))
    rows = deckgen.outline(loaded).rows
    assert [r.id for r in rows] == [r.id for r in deckgen.outline(whole).rows]
    assert [r.title for r in rows if not r.dropped][3] == "Wir haben vier Punkte, also 4."


@pytest.mark.parametrize("theme", ["helium", "kontor", "werkbank"])
def test_every_theme_draws_what_is_left_and_what_is_hidden(tmp_path: Path, theme: str) -> None:
    few = SERIES.replace("time: 1m}", "time: 1m, priority: could}").replace(
        "1m, text", "1m, priority: should, text"
    )
    for duration, points in (("4m30s", 2), ("4m", 1), ("3m20s", 0)):
        loaded = load(tmp_path, few.format(duration=duration), theme=theme, keep_hidden=True)
        slides = deck_of(loaded, tmp_path).slides
        assert len(slides) == 15
        shown = [s for s in slides if not hidden(s)]
        assert len(shown) == 5 + (points + 2 if points else 0)
        assert f"also {points}." in "".join(map(words, shown))


def test_marks_and_times_count_lists_that_go_on(tmp_path: Path) -> None:
    items = ", ".join(f"Zeile {n}" for n in range(30))
    slides = (
        "  - {statement: One., notes: Worte., time: 1m}\n"
        f"  - {{title: Liste, priority: could, time: 4m, bullets: [{items}]}}\n"
        "  - {statement: Two., time: 1m}\n"
    )
    head = "title: T\nlang: de\ntheme: plain\nduration: {}\nslides:\n"
    deck = deck_of(load(tmp_path, head.format("6m") + slides), tmp_path)
    assert len(deck.slides) > 4
    assert (
        notes(deck.slides[0])
        == f"Worte.\n[Wenn die Zeit knapp ist: weiter mit Folie {len(deck.slides)} (spart 4:00)]"
    )
    assert titles(deck_of(load(tmp_path, head.format("5m") + slides), tmp_path)) == ["One.", "Two."]


def test_the_clock_and_agendas_follow(tmp_path: Path) -> None:
    text = (
        "title: T\nlang: de\ntheme: plain\nstart: 9:00\nagenda: once\nduration: {}\nslides:\n"
        "  - cover\n  - section: Eins\n  - {{statement: a, time: 5m}}\n  - {{statement: b, time: 10m, priority: could}}\n"
        "  - {{section: Zwei, time: 20m}}\n  - {{statement: c, time: 5m}}\n"
    )
    for duration, two in (("30m", "20"), ("15m", "5")):  # a budget of which less is needed now
        loaded = load(tmp_path, text.format(duration))
        agenda = words(deck_of(loaded, tmp_path).slides[1])
        assert [part.split("\u00a0")[0] for part in agenda.split("\n") if "min" in part][-1] == two
        shown = [r for r in deckgen.outline(loaded).rows if not r.dropped]
        assert shown[-1].clock == pytest.approx(sum(r.seconds for r in shown[:-1]))


def test_a_variant_is_shortened_to_its_own_duration() -> None:
    impuls = deckgen.load(FLAGSHIP, variant="impuls")
    asked = deckgen.load(FLAGSHIP, duration="20m")
    assert impuls.cut is not None
    assert [s.id for s in impuls.talk.slides] == [s.id for s in asked.talk.slides]
    assert deckgen.load(FLAGSHIP, variant="langfassung").cut is None
