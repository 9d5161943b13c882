"""What overlays make of a talk, through the API: each action, and the order of all."""

from __future__ import annotations

from pathlib import Path

import pytest

import deckgen

from .talks import TALK, ids, items, loaded, project, slide, title, variant

BASE = [
    "cover",
    "die-provokation",
    "alles",
    "thesen",
    "zahlen",
    "umsatz",
    "ein-satz-von-ihre-firma",
    "closing",
]


def test_without_overlays_the_talk_is_as_it_stands(tmp_path: Path) -> None:
    talk = loaded(tmp_path)
    assert ids(talk) == BASE and talk.merged is None


def test_a_client_of_two_lines(tmp_path: Path) -> None:
    talk = loaded(tmp_path, "client: {name: ACME AG, color: '#0A4DA2'}\n")
    assert title(talk, "ein-satz-von-ihre-firma") == "Ein Satz von ACME AG"
    assert ids(talk) == BASE, "a variable in a title doesn't change an id"
    assert talk.talk.info.client.facts == {"name": "ACME AG", "color": "#0A4DA2"}
    deckgen.write(deckgen.compose(talk), tmp_path / "x.pptx")


def test_every_layer_wins_over_the_one_before(tmp_path: Path) -> None:
    text = variant("vars: {branche: variant}\nevent: variant\nplace: variant\nsubtitle: variant")
    client = """\
vars: {branche: client}
event: client
place: client
variants:
  kurz: {vars: {branche: clients variant}, event: clients variant}
talks:
  marke: {place: this talk}
"""
    base = loaded(tmp_path, talk=text)
    assert items(base, "umsatz")[-1] == "In Ihrer Branche"
    short = loaded(tmp_path, talk=text, variant="kurz")
    assert items(short, "umsatz")[-1] == "In variant"
    both = loaded(tmp_path, client, text, variant="kurz")
    assert items(both, "umsatz")[-1] == "In clients variant"
    info = both.talk.info
    assert [t.plain for t in (info.event, info.place, info.subtitle) if t] == [
        "clients variant",
        "this talk",
        "variant",
    ]
    last = loaded(tmp_path, client, text, variant="kurz", set={"branche": "Zeile", "event": "Fest"})
    assert items(last, "umsatz")[-1] == "In Zeile"
    assert last.talk.info.event and last.talk.info.event.plain == "Fest"


def test_a_client_chooses_its_variant_and_the_caller_another(tmp_path: Path) -> None:
    text = variant("drop: [alles]").replace("  kurz:\n", "  lang: {drop: [umsatz]}\n  kurz:\n")
    assert "alles" not in ids(loaded(tmp_path, "variant: kurz\n", text))
    other = loaded(tmp_path, "variant: kurz\n", text, variant="lang")
    assert "alles" in ids(other) and "umsatz" not in ids(other) and other.variant == "lang"


def test_drop_takes_ids_and_tags_and_sections_with_their_slides(tmp_path: Path) -> None:
    assert ids(loaded(tmp_path, "drop: [zahlenwerk, alles]\n")) == [
        "cover",
        "die-provokation",
        "thesen",
        "closing",
    ]
    assert items(loaded(tmp_path, "drop: [preis, ausrichten]\n"), "umsatz") == [
        "Mitarbeiter zuerst",
        "In Ihrer Branche",
    ]
    two = loaded(tmp_path, "drop: [thesen/1]\n")
    assert items(two, "thesen") == ["Alle Mitarbeiter richten sich aus.", "Preise sind ehrlich."]
    kept = loaded(tmp_path, "change: {zahlen: {divider: false}}\n")
    assert ids(kept) == BASE


def test_change_merges_appends_and_removes(tmp_path: Path) -> None:
    client = """\
change:
  cover: {kicker: Für ACME}
  alles:
    notes+: "[could] Noch eine Geschichte."
    time: 3m
  umsatz:
    title: Ihr Umsatz
    bullets+: [Neu]
  preis: {text: verhandelbar}
  ausrichten: {point: Alle ziehen mit., short: Alle}
  thesen/3: {text: "Preise: fair"}
"""
    talk = loaded(tmp_path, client)
    assert ids(talk) == BASE, "a slide keeps its id when its title changes"
    kicker = slide(talk, "cover").keys.kicker
    assert kicker and kicker.plain == "Für ACME"
    notes = slide(talk, "alles").keys.notes
    assert notes and notes.plain() == "Satz stehen lassen.\n\n[could] Noch eine Geschichte."
    assert title(talk, "umsatz") == "Ihr Umsatz"
    assert items(talk, "umsatz") == ["Mitarbeiter zuerst", "Preis: verhandelbar", "In Ihrer Branche", "Neu"]
    assert items(talk, "thesen")[1:] == ["Alle ziehen mit.", "Preise: fair"]
    assert slide(loaded(tmp_path, "change: {alles: {notes: null}}\n"), "alles").keys.notes is None


def test_the_text_of_a_point_is_its_own_and_not_its_notes(tmp_path: Path) -> None:
    talk = TALK.replace(
        "id: ausrichten",
        "id: ausrichten\n        background: dark\n        text: Auf drei Pole.\n        notes: Langsam.",
    )
    found = loaded(tmp_path, "change: {ausrichten: {text: Auf einen Pol.}}\n", talk)
    (point,) = (p for p in slide(found, "thesen").content.points if p.id == "ausrichten")
    assert (point.text.plain, point.keys.notes.plain()) == ("Auf einen Pol.", "Langsam.")


def test_another_content_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    client = """\
change:
  umsatz: {chart: {Nord: 3, Süd: 4}, type: column, alt: Umsatz nach Regionen}
  alles: {bullets: [Erstens, Zweitens]}
  thesen: {statement: Kurz gesagt}
"""
    talk = loaded(tmp_path, client)
    assert [slide(talk, i).kind for i in ("umsatz", "alles", "thesen")] == ["chart", "bullets", "statement"]
    assert title(talk, "alles").startswith("ALLES, was")
    assert ids(talk) == BASE


def test_insert_and_move(tmp_path: Path) -> None:
    client = """\
insert:
  - after: alles
    slides: [{statement: Neu}]
  - at: end
    slides: [blank]
  - before: ausrichten
    points: [Dazwischen]
  - after: preis
    items: ["Rabatt: keiner"]
move:
  - {id: zahlen, before: die-provokation}
  - {id: ausrichten, after: thesen/3}
"""
    talk = loaded(tmp_path, client)
    assert ids(talk) == [
        "cover", "zahlen", "umsatz", "ein-satz-von-ihre-firma", "die-provokation", "alles", "neu", "thesen", "closing", "blank",
    ]  # fmt: skip
    assert items(talk, "thesen") == [
        "Unternehmen begeistern Kunden.", "Dazwischen", "Preise sind ehrlich.", "Alle Mitarbeiter richten sich aus.",
    ]  # fmt: skip
    assert items(talk, "umsatz")[2] == "Rabatt: keiner"


def test_a_section_goes_behind_all_of_another_one(tmp_path: Path) -> None:
    moved = loaded(tmp_path, "move: [{id: die-provokation, after: zahlen}]\n")
    assert ids(moved) == [*BASE[:1], *BASE[4:7], *BASE[1:4], "closing"]
    first = loaded(tmp_path, "insert: [{after: zahlen, slides: [{statement: Neu}]}]\n")
    assert ids(first)[4:6] == ["zahlen", "neu"]


def test_what_a_variant_inserts_a_client_can_change(tmp_path: Path) -> None:
    text = variant("insert: [{after: alles, slides: [{statement: Neu, id: neu}]}]")
    client = "talks: {marke: {change: {neu: {statement: Anders}}}}\n"
    assert title(loaded(tmp_path, client, text, variant="kurz"), "neu") == "Anders"
    assert ids(loaded(tmp_path, client, text)) == BASE, "without the variant there is nothing to change"


def test_replace_takes_whole_words_in_what_people_read(tmp_path: Path) -> None:
    talk = loaded(tmp_path, "replace: {Mitarbeiter: Kollegen, Umsatz: Ertrag, Satz: Gedanke, bullets: x}\n")
    assert items(talk, "umsatz")[0] == "Kollegen zuerst"
    assert title(talk, "umsatz") == "Ertrag"
    assert items(talk, "thesen")[1] == "Alle Kollegen richten sich aus."
    notes = slide(talk, "alles").keys.notes
    assert notes and notes.plain() == "Gedanke stehen lassen."
    only = loaded(tmp_path, "change: {umsatz: {replace: {Mitarbeiter: Kollegen}}}\n")
    assert items(only, "umsatz")[0] == "Kollegen zuerst"
    assert items(only, "thesen")[1] == "Alle Mitarbeiter richten sich aus."


def test_words_are_replaced_once(tmp_path: Path) -> None:
    talk = loaded(tmp_path, "replace: {Mitarbeiter: Preise, Preise: Mitarbeiter}\n")
    assert items(talk, "thesen")[1:] == ["Alle Preise richten sich aus.", "Mitarbeiter sind ehrlich."]


@pytest.mark.parametrize(
    ("condition", "there"),
    [
        ("when: {client.industry: [Bau, Handel]}", False), ("when: {client.name: ihre firma}", True),
        ("unless: {client.industry: Bau}", True), ("unless: {branche: Ihrer Branche}", False),
        ("when: {lang: de, variant: kurz}", False), ("when: {lang: [en, de]}", True),
    ],
)  # fmt: skip
def test_conditions(tmp_path: Path, condition: str, there: bool) -> None:
    for at in (
        "  - statement: Ein Satz",
        "      - point: Alle",
        "        id: preis",
        "  - section: Zahlen\n",
    ):
        indent = " " * (8 if "point" in at or "preis" in at else 4)
        line = at if at.endswith("\n") else next(row for row in TALK.splitlines(True) if row.startswith(at))
        text = TALK.replace(line, f"{line}{indent}{condition}\n", 1)
        talk = loaded(tmp_path, talk=text)
        shown = " ".join(
            [*ids(talk), *items(talk, "thesen"), *(items(talk, "umsatz") if "umsatz" in ids(talk) else ())]
        )
        word = {"  - s": "ein-satz", "     ": "richten", "    i": "hoch"}.get(at[:5], "zahlen")
        word = "hoch" if "preis" in at else "zahlen umsatz" if "Zahlen" in at else word
        assert (word in shown) is there, at


def test_a_theme_of_a_client(tmp_path: Path) -> None:
    talk = loaded(
        tmp_path,
        "theme: {colors: {light: {primary: '#AA0000'}}}\n",
        TALK.replace("lang: de", "lang: de\ntheme: plain"),
    )
    assert talk.theme.name == "plain"
    other = loaded(tmp_path, "theme: werkbank\n")
    assert other.theme.name == "werkbank"
    assert loaded(tmp_path, "theme: werkbank\n", theme="plain").theme.name == "plain"


def test_paths_count_from_the_clients_file(tmp_path: Path) -> None:
    from PIL import Image

    project(tmp_path)
    Image.new("RGB", (40, 20), "red").save(tmp_path / "talks" / "clients" / "logo.png")
    (tmp_path / "talks" / "clients" / "mehr.txt").write_text("Aus der Datei", encoding="utf-8")
    client = "client: {name: ACME, logo: logo.png}\nchange: {umsatz: {title: {file: mehr.txt}, image: logo.png, alt: Logo}}\n"
    talk = loaded(tmp_path, client)
    assert title(talk, "umsatz") == "Aus der Datei"
    assert talk.talk.info.client_logo is not None and len(talk.assets) == 1


def test_a_folder_talk_has_clients_of_its_own_first(tmp_path: Path) -> None:
    folder = tmp_path / "talks" / "kurs"
    (folder / "clients").mkdir(parents=True)
    (tmp_path / "talks" / "clients").mkdir()
    (folder / "talk.yaml").write_text(TALK, encoding="utf-8")
    (folder / "clients" / "acme.yaml").write_text("client: {name: Eigene}\n", encoding="utf-8")
    for name in ("acme", "beta"):
        (tmp_path / "talks" / "clients" / f"{name}.yaml").write_text(
            "client: {name: Alle}\n", encoding="utf-8"
        )
    names = [
        deckgen.load(folder, client=c, cwd=tmp_path).talk.info.client.facts["name"] for c in ("acme", "beta")
    ]
    assert names == ["Eigene", "Alle"]


def test_links_to_what_is_dropped_stand_as_plain_text(tmp_path: Path) -> None:
    text = TALK.replace("Satz stehen lassen.", "Siehe [den Umsatz](#umsatz) und [alles](#alles).")
    talk = loaded(tmp_path, "drop: [umsatz]\n", text)
    notes = slide(talk, "alles").keys.notes
    assert notes and notes.plain() == "Siehe den Umsatz und alles."
    assert [f.code for f in talk.findings] == ["link-dropped"]
    deckgen.compose(talk)


def test_items_that_a_change_puts_in_can_be_changed_by_the_next_overlay(tmp_path: Path) -> None:
    first = "change: {umsatz: {bullets: [{text: a, id: neu}, {text: b, id: preis}]}, thesen: {points+: [{point: Vierter, id: vierter}]}}"
    client = "talks: {marke: {change: {neu: {text: c}, preis: {text: d}, vierter: {point: Noch einer}, thesen/1: {text: Erster}}}}\n"
    found = loaded(tmp_path, client, variant(first), variant="kurz")
    assert items(found, "umsatz") == ["c", "d"]
    assert items(found, "thesen")[::3] == ["Erster", "Noch einer"]
    twice = "talks: {marke: {change: {umsatz: {bullets: [{text: a, id: alles}]}}}}\n"
    with pytest.raises(deckgen.TalkError, match="duplicate-id"):
        loaded(tmp_path, twice)
