"""What is wrong with overlays: each message leads to what to write, with both places."""

from __future__ import annotations

from pathlib import Path

import pytest

import deckgen
from deckgen.findings import Severity

from .talks import TALK, loaded, project, variant, wrong


def strict(text: str) -> str:
    """An overlay for this talk alone, in a client's file; it begins in line 3, column 5."""
    return "talks:\n  marke:\n" + "".join(f"    {line}\n" for line in text.splitlines())


@pytest.mark.parametrize(
    ("text", "code", "place", "said"),
    [
        ("drop: [umsaz]", "unknown-id", "3:12", "did you mean 'umsatz'"),
        ("drop: [zahlenwerkk]", "unknown-id", "3:12", "did you mean 'zahlenwerk'"),
        ("change: {ales: {title: x}}", "unknown-id", "3:14", "did you mean 'alles'"),
        ("move: [{id: umsatzz, at: end}]", "unknown-id", "3:17", "did you mean 'umsatz'"),
        ("insert: [{after: gibtsnicht, slides: [blank]}]", "unknown-id", "3:22", "outline TALK --ids"),
        ("insert: [{after: alles, slides: [{statement: x, id: umsatz}]}]", "duplicate-id", "3:57", "give it another id"),
        ("drop: [umsatz]\ninsert: [{after: alles, slides: [{statement: x, id: umsatz}]}]", "duplicate-id", "4:57", "also where that one is dropped"),
        ("drop: [umsatz]\ninsert: [{after: alles, slides: [{statement: Umsatz}]}]", "duplicate-id", "4:38", "of a slide that is dropped"),
        ("insert: [{after: alles, points: [x]}]", "wrong-value", "3:22", "write `slides:`"),
        ("insert: [{after: ausrichten, slides: [blank]}]", "wrong-value", "3:22", "write `points:`"),
        ("insert: [{slides: [blank]}]", "missing-key", "3:14", "doesn't say where"),
        ("insert: [{after: alles, before: umsatz, slides: [blank]}]", "missing-key", "3:14", "has both"),
        ("insert: [{at: middle, slides: [blank]}]", "wrong-value", "3:19", "start or end"),
        ("insert: [{aftr: alles, slides: [blank]}]", "unknown-key", "3:15", "did you mean 'after'"),
        ("insert: [{after: alles}]", "missing-key", "3:14", "says nothing to insert"),
        ("move: [{after: alles}]", "missing-key", "3:12", "doesn't say what"),
        ("move: [{id: zahlen, after: umsatz}]", "wrong-value", "3:32", "moves with it"),
        ("move: [{id: preis, after: alles}]", "wrong-value", "3:31", "is an item"),
        ("change:\n  umsatz:\n    title:", "empty-value", "5:9", "title: null"),
        ("change: {umsatz: null}", "wrong-type", "3:14", "drop: [umsatz]"),
        ("change: {umsatz: {id: anders}}", "wrong-value", "3:23", "can't change an id"),
        ("change: {umsatz: {subtitel: null}}", "unknown-key", "3:23", "no `subtitel` to take out"),
        ("change: {umsatz: {bulets+: [x]}}", "nothing-to-append", "3:23", "write `bullets+:`"),
        ("change: {umsatz: {bulets: [x]}}", "unknown-key", "3:23", "did you mean 'bullets'"),
        ("change: {umsatz: {replace: {Mitarbeitr: x}}}", "nothing-replaced", "3:33", "'Mitarbeiter'"),
        ("replace: {mitarbeiter: x}", "nothing-replaced", "3:15", "there is 'Mitarbeiter'"),
        ("slides: [cover]", "unknown-key", "3:5", "insert: [{after: ID, slides: [...]}]"),
        ("dropp: [alles]", "unknown-key", "3:5", "did you mean 'drop'"),
        ("variant: kurs", "variant-missing", "3:14", "did you mean 'kurz'"),
        ("change: {umsatz: {when: {client.industri: Bau}}}", "unknown-variable", "3:30", "did you mean 'client.industry'"),
        ("change: {umsatz: {when: Bau}}", "wrong-type", "3:23", "a map of a variable"),
        ("vars: {brnche: x}", "unknown-variable", "3:12", "did you mean 'branche'"),
        ("drop:", "empty-value", "3:5", ""),
        ("drop: [thesen/recap]", "unknown-id", "3:12", "change `show` of 'thesen'"),
    ],
)  # fmt: skip
def test_mistakes_in_an_overlay_of_one_talk(
    tmp_path: Path, text: str, code: str, place: str, said: str
) -> None:
    found = wrong(tmp_path, strict(text), variant("duration: 20m"))
    assert [(f.code, f.severity, str(f.span)) for f in found] == [
        (code, Severity.ERROR, f"talks/clients/acme.yaml:{place}")
    ]
    assert said in str(found[0])


def test_at_the_top_of_a_client_file_they_are_findings(tmp_path: Path) -> None:
    client = (
        "drop: [umsaz, boersengang]\nreplace: {Chef: Leitung}\nvariant: kurz\nchange: {nix: {title: x}}\n"
    )
    found = wrong(tmp_path, client)
    assert [(f.code, f.severity.value) for f in found] == [
        ("variant-missing", "info"), ("unknown-id", "info"), ("nothing-replaced", "info"), ("unknown-id", "warning"), ("unknown-id", "info"),
    ]  # fmt: skip


def test_a_finding_names_both_places(tmp_path: Path) -> None:
    (found,) = wrong(tmp_path, "change: {umsatz: {time: 2}}\n")
    assert str(found.span) == "talks/clients/acme.yaml:1:25"
    line = TALK.splitlines().index("  - title: Umsatz") + 1
    assert [str(n.span) for n in found.notes] == [f"talks/marke.yaml:{line}:5"]


def test_a_text_that_does_not_fit_names_both_places(tmp_path: Path) -> None:
    talk = loaded(tmp_path, f"change: {{umsatz: {{title: {'Donaudampfschifffahrt ' * 60}}}}}\n")
    with pytest.raises(deckgen.TalkError) as caught:
        deckgen.compose(talk)
    found = next(f for f in caught.value.findings if f.span and f.span.file.endswith("acme.yaml"))
    assert any(n.span.file == "talks/marke.yaml" for n in found.notes)


def test_appended_lines_have_their_own_places(tmp_path: Path) -> None:
    client = "change:\n  alles:\n    notes+: |\n      Eins.\n\n      Zwei ${nix}.\n"
    (found,) = wrong(tmp_path, client)
    assert (found.code, str(found.span)) == ("unknown-variable", "talks/clients/acme.yaml:6:12")


def test_unchosen_variants_are_checked_too(tmp_path: Path) -> None:
    (found,) = wrong(tmp_path, talk=variant("drop: [umsaz]"))
    assert found.code == "unknown-id" and found.severity is Severity.ERROR


def test_variables_of_unchosen_variants_are_checked_too(tmp_path: Path) -> None:
    text = "insert: [{after: alles, slides: [{statement: 'In ${brnche}, bei `${x}`, ${client.name}'}]}]"
    (found,) = wrong(tmp_path, talk=variant(text))
    assert (found.code, found.severity) == (
        "unknown-variable",
        Severity.ERROR,
    ) and "did you mean 'branche'" in str(found)


def test_dropping_twice_or_changing_what_is_dropped_is_no_error(tmp_path: Path) -> None:
    text = variant("drop: [umsatz]")
    assert wrong(tmp_path, "drop: [umsatz]\nchange: {umsatz: {title: x}}\n", text, variant="kurz") == []


def test_a_shared_id_names_the_lines(tmp_path: Path) -> None:
    text = TALK.replace("  - closing", "  - title: Umsatz\n    bullets: [x]\n  - closing")
    (found,) = wrong(tmp_path, strict("drop: [umsatz]"), text)
    assert found.code == "shared-id" and "lines" in found.message and len(found.notes) == 2


def test_a_client_in_the_wrong_folder(tmp_path: Path) -> None:
    path = project(tmp_path)
    (tmp_path / "clients").mkdir()
    (tmp_path / "clients" / "acme.yaml").write_text("client: {name: x}\n", encoding="utf-8")
    with pytest.raises(deckgen.TalkError) as caught:
        deckgen.load(path, client="acme", cwd=tmp_path)
    (found,) = caught.value.findings
    assert found.code == "client-missing"
    assert "clients/acme.yaml" in found.message and "move it to talks/clients/acme.yaml" in found.fix
    assert deckgen.load(path, client="clients/acme.yaml", cwd=tmp_path).client == "acme"


def test_a_client_that_is_nowhere(tmp_path: Path) -> None:
    path = project(tmp_path, acme="client: {name: x}\n")
    with pytest.raises(deckgen.TalkError, match=r"did you mean 'acme'"):
        deckgen.load(path, client="acne", cwd=tmp_path)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (["brnche=x"], "did you mean 'branche'"),
        (["branche"], "NAME=VALUE"),
        ({"nix": "x"}, "no variable 'nix'"),
    ],
)
def test_what_cannot_be_set(tmp_path: Path, values: object, said: str) -> None:
    (found,) = wrong(tmp_path, set=values)
    assert said in str(found)


def test_a_talk_that_a_client_names_must_be_there(tmp_path: Path) -> None:
    found = wrong(tmp_path, "talks:\n  marc: {drop: [alles]}\n")
    assert [(f.code, f.severity) for f in found] == [("talk-missing", Severity.ERROR)]
    assert "did you mean 'marke'" in str(found[0])


def test_facts_of_the_talk_hold_only_when_no_client_is_chosen(tmp_path: Path) -> None:
    (found,) = wrong(tmp_path, "client: {industry: Bau}\n")
    assert found.code == "unknown-variable" and "'client.name'" in found.message and "`client:`" in found.fix
    assert found.span and found.span.file == "talks/marke.yaml"
    text = TALK.replace("client: {name: Ihre Firma}", "client: {name: Ihre Firma, ort: Bonn}")
    text = text.replace("    id: alles", "    id: alles\n    when: {client.ort: Bonn}")
    assert [s.id for s in loaded(tmp_path, talk=text).talk.slides].count("alles") == 1
    assert [s.id for s in loaded(tmp_path, "client: {name: x}\n", text).talk.slides].count("alles") == 0


@pytest.mark.parametrize(
    ("name", "said"),
    [("clients/acme.yaml", "--client acme"), ("marke.en.yaml", "deckgen build marke --lang en")],
)
def test_an_overlay_in_place_of_a_talk(tmp_path: Path, name: str, said: str) -> None:
    path = project(tmp_path, acme="client: {name: x}\n").parent
    (path / "marke.en.yaml").write_text("title: Everything\n", encoding="utf-8")
    with pytest.raises(deckgen.TalkError) as caught:
        deckgen.load(path / name, cwd=tmp_path)
    (found,) = caught.value.findings
    assert found.code == "no-talk" and said in found.fix


@pytest.mark.parametrize(
    "options",
    [{"client": "x" * 5000}, {"client": "a\0b"}, {"client": "../../../etc/passwd"}, {"client": "clients"}, {"lang": "de-??"}, {"lang": "x" * 300}, {"variant": "\n"}, {"duration": "bald"}, {"set": ["=x"]}, {"set": {"a" * 9999: "x"}}],
)  # fmt: skip
def test_nonsense_is_an_error_and_nothing_else(tmp_path: Path, options: dict[str, object]) -> None:
    found = wrong(tmp_path, **options)  # type: ignore[arg-type]
    assert found and all(f.severity is Severity.ERROR for f in found)


@pytest.mark.parametrize(
    "text",
    ["- a\n", "talks: [a]\n", "talks: {marke: x}\n", "variants: x\n", "client: x\n", "change: {alles: [x]}\n", "drop: {a: b}\n", "drop: [[a]]\n", "insert: x\n", "insert: [x]\n", "move: [[x]]\n", "replace: [a]\n", "replace: {Satz: [a]}\n", "vars: x\n", "avoid: {a: b}\n", "x: [\n", "a: &a [*a]\n", "theme: {colors: x}\n", "lang: [de]\n", "insert: [{after: [a], slides: [cover]}]\n"],
)  # fmt: skip
def test_clients_of_another_shape_are_errors_with_a_place(tmp_path: Path, text: str) -> None:
    found = [
        f
        for f in wrong(tmp_path, text)
        if f.severity is Severity.ERROR and f.span and f.span.file.endswith("acme.yaml")
    ]
    assert found and all(f.span and f.span.line for f in found)


def test_an_empty_client_file_asks_for_nothing(tmp_path: Path) -> None:
    text = TALK.replace("${client.name}", "uns")
    assert loaded(tmp_path, "# noch leer\n", text).findings == ()


def test_a_theme_beside_the_client_is_found_also_where_something_else_is_wrong(tmp_path: Path) -> None:
    theme = tmp_path / "talks" / "clients" / "look" / "theme.yaml"
    theme.parent.mkdir(parents=True)
    theme.write_text("name: look\nextends: plain\n", encoding="utf-8")
    talk = loaded(tmp_path, "theme: ./look\n")
    assert talk.theme.name == "look"
    (found,) = wrong(tmp_path, "theme: ./look\nchange: {umsatz: {time: 2}}\n")
    assert found.span and found.span.line == 2


def test_a_length_that_cannot_be_kept_names_the_command_line(tmp_path: Path) -> None:
    found = wrong(tmp_path, duration="bald")
    assert [f.span.file for f in found if f.span] == ["--duration bald"]


def test_priorities_of_what_overlays_put_in_count(tmp_path: Path) -> None:
    client = "insert: [{after: preis, items: [{text: Noch etwas, priority: could}]}, {after: alles, slides: [{statement: Weg, priority: could, time: 9m}]}]\n"
    talk = loaded(tmp_path, client, duration="10m")
    assert "weg" not in [s.id for s in talk.talk.slides]
