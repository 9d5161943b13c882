"""`outline --against`: what one version of a talk says, shows and takes that another doesn't."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..cli.running import run
from .talks import TALK, project, variant

ACME = """\
client: {name: ACME AG, color: '#1F6F5C'}
theme: kontor
event: Jahresauftakt
duration: 30m
change:
  umsatz: {title: Ihr Umsatz, hidden: true}
  preis: {text: verhandelbar}
  thesen: {points+: [Noch einer]}
  alles: {notes+: Und warten., time: 4m}
drop: [thesen/1, zahlenwerk]
"""


def lines(folder: Path, *options: str) -> list[str]:
    """The report's lines, all spaces single."""
    done = run(folder, "outline", "marke", *options)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return [" ".join(row.split()) for row in done.stdout.splitlines()]


def test_a_client_against_the_talk_itself(tmp_path: Path) -> None:
    project(tmp_path, acme=ACME.replace(", zahlenwerk", ""))
    rows = lines(tmp_path, "--client", "acme", "--against", "base")
    assert rows[0] == "acme against base: 1 added, 1 dropped, 1 hidden, 3 changed, 8 the same"
    for row in (
        "theme plain -> kontor", "event + Jahresauftakt", "client.name Ihre Firma -> ACME AG", "client.color + #1F6F5C",
        "no was time was title",
        "changed 3 3 4:00 0:02 ALLES, was passiert, ist marketingrelevant!", "notes + Und warten.",
        "dropped - 5 - 0:45 Unternehmen begeistern Kunden.",
        "added 7 - 0:45 - Noch einer",
        "hidden, changed 10 10 0:00 1:00 Ihr Umsatz", "bullets Preis: hoch -> Preis: verhandelbar", "title Umsatz -> Ihr Umsatz",
        "statement Ein Satz von Ihre Firma -> Ein Satz von ACME AG",
        "total 8:30 of 30:00, was 5:32: 2:58 longer",
    ):  # fmt: skip
        assert row in rows, "\n".join(rows)


def test_the_other_way_round_and_by_ids(tmp_path: Path) -> None:
    project(tmp_path, acme=ACME)
    rows = lines(tmp_path, "--against", "acme", "--ids")
    assert rows[0].startswith("base against acme: 4 added, 1 dropped, ")
    assert {"added 5 - 0:45 - thesen/1", "dropped - 7 - 0:45 thesen/3", "added 9 - 0:10 - zahlen"} <= set(
        rows
    )
    assert not [row for row in rows if "Umsatz" in row]


def test_two_clients_and_a_variant(tmp_path: Path) -> None:
    project(
        tmp_path,
        variant("drop: [alles]"),
        acme="client: {name: A}\n",
        bank="client: {name: B}\nvariant: kurz\n",
    )
    rows = lines(tmp_path, "--client", "acme", "--against", "bank")
    assert rows[0] == "acme against bank: 1 added, 1 changed, 10 the same"
    assert "client.name B -> A" in rows
    rows = lines(tmp_path, "--client", "bank", "--against", "acme,variant:kurz")
    assert rows[0] == "bank against acme,variant:kurz: 1 changed, 10 the same"
    assert lines(tmp_path, "--variant", "kurz", "--against", "variant:kurz")[0].endswith(": 11 the same")


def test_what_is_moved_is_told_once_with_both_places(tmp_path: Path) -> None:
    project(tmp_path, acme="client: {name: Ihre Firma}\nmove: [{id: zahlen, before: die-provokation}]\n")
    rows = lines(tmp_path, "--client", "acme", "--against", "base")
    assert rows[0] == "acme against base: 3 moved, 9 the same"
    at = next(n for n, row in enumerate(rows) if row.startswith("moved 2 9"))
    assert rows[at + 1] == 'behind "Alles ist Marketing", was behind "Woher speist sich das?"'
    assert rows[at + 3] == "moved with the slide before it"


def test_slides_without_ids_of_their_own_are_known_by_what_they_say(tmp_path: Path) -> None:
    talk = TALK + "".join(f"  - {{title: Fall, bullets: [{w}], when: {{client: {c}}}}}\n" for w, c in (("Eins", "acme"), ("Zwei", "[acme, bank]"), ("Drei", "[acme, bank]")))  # fmt: skip
    project(tmp_path, talk, acme="client: {name: A}\n", bank="client: {name: A}\n")
    rows = lines(tmp_path, "--client", "bank", "--against", "acme")
    assert rows[0] == "bank against acme: 1 dropped, 14 the same"


def test_what_the_length_takes_is_left_out_and_long_notes_show_each_place(tmp_path: Path) -> None:
    words = " ".join(f"Wort{n}" for n in range(60))
    talk = TALK.replace(
        "notes: Satz stehen lassen.", f"notes: Der Mitarbeiter {words} der Mitarbeiter am Ende."
    )
    talk = talk.replace("  - title: Umsatz\n", "  - title: Umsatz\n    priority: could\n")
    project(tmp_path, talk, acme="client: {name: Ihre Firma}\nreplace: {Mitarbeiter: Azubi}\n")
    rows = lines(tmp_path, "--client", "acme", "--duration", "5m30s", "--against", "base")
    assert "left out - 10 - 1:00 Umsatz" in rows
    at = next(n for n, row in enumerate(rows) if row.startswith("notes"))
    assert rows[at : at + 4] == [
        "notes Der Mitarbeiter Wort0 Wort1 Wort2 ...", "-> Der Azubi Wort0 Wort1 Wort2 ...",
        "... Wort58 Wort59 der Mitarbeiter am Ende.", "-> ... Wort58 Wort59 der Azubi am Ende.",
    ]  # fmt: skip


def test_texts_of_two_languages_are_not_compared(tmp_path: Path) -> None:
    project(tmp_path, acme="lang: en\nclient: {name: Ihre Firma}\n")
    (tmp_path / "talks" / "marke.en.yaml").write_text(
        "title: All is marketing\nchange: {umsatz: {title: Sales}}\n", encoding="utf-8"
    )
    rows = lines(tmp_path, "--client", "acme", "--against", "base")
    assert "12 the same" in rows[0] and "lang de -> en" in rows
    assert "`--against base,lang:en`" in rows[1]
    assert (
        lines(tmp_path, "--client", "acme", "--against", "base,lang:en")[0]
        == "acme against base,lang:en: 12 the same"
    )


@pytest.mark.parametrize(
    ("against", "said"),
    [
        ("kurz", "'kurz' is a variant: write --against variant:kurz"),
        ("acm", "there is no client 'acm'; did you mean 'acme'?"),
        ("variant:kruz", "the talk has no variant 'kruz'; did you mean 'kurz'?"),
        ("lang:fr", "the talk doesn't exist in 'fr'"),
        ("acme,bank", "names two clients"),
        ("acme,base", "names two clients"),
        (" ", "write base, a client's name, variant:NAME or lang:TAG"),
    ],
)
def test_mistake_a_name_that_is_none(tmp_path: Path, against: str, said: str) -> None:
    project(tmp_path, variant("drop: [alles]"), acme="client: {name: A}\n", bank="client: {name: B}\n")
    done = run(tmp_path, "outline", "marke", "--against", against)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "--client" not in done.stderr


def test_mistakes_on_both_sides_are_told_in_one_run_each_once(tmp_path: Path) -> None:
    broken = "client: {name: A}\ntalks: {marke: {drop: [umsaz]}}\n"
    project(tmp_path, variant("drop: [alls]"), acme=broken, bank=broken.replace("umsaz", "zahln"))
    done = run(tmp_path, "outline", "marke", "--client", "acme", "--against", "bank")
    assert (done.returncode, done.stdout) == (2, "")
    for ident in ("umsaz", "zahln", "alls"):
        assert done.stderr.count(f"has the id or tag '{ident}'") == 1
    assert "marke: 3 errors" in done.stderr


def test_mistake_a_length_that_cannot_be_is_compared_and_is_exit_2(tmp_path: Path) -> None:
    project(tmp_path, acme="client: {name: Ihre Firma}\nduration: 1m\n")
    done = run(tmp_path, "outline", "marke", "--against", "acme")
    assert done.returncode == 2 and "must-too-long" in done.stderr
    assert "total 5:32, was 5:32 of 1:00: as long" in done.stdout


def test_tables_charts_columns_and_code_words_are_told_line_by_line(tmp_path: Path) -> None:
    talk = TALK + (
        "  - {title: Preise, table: [[Jahr, Preis], ['2021', '3'], ['2022', '4']]}\n"
        "  - {title: Absatz, chart: {Nord: 3, Süd: 4}}\n"
        "  - title: Früher und heute\n    columns: [{title: Früher, bullets: [Folien]}, {title: Heute, text: Gliederung}]\n"
    )
    project(tmp_path, talk, acme="""\
client: {name: Ihre Firma}
change:
  preise: {table: [[Jahr, Preis], ['2021', '3'], ['2022', '5'], ['2023', '6']]}
  absatz: {chart: {Nord: 3, Süd: 1234567}}
  fruher-und-heute: {columns: [{title: Früher, bullets: [Folien, Zettel]}, {title: Heute, text: Eine Gliederung}]}
""".replace("fruher", "frueher"))  # fmt: skip
    rows = lines(tmp_path, "--client", "acme", "--against", "base")
    for row in (
        "table 2022 | 4 -> 2022 | 5", "+ 2023 | 6", "chart Süd: 4 -> Süd: 1234567", "columns + Zettel", "Gliederung -> Eine Gliederung",
    ):  # fmt: skip
        assert row in rows, "\n".join(rows)
