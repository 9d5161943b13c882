"""Languages: maps, whole translations beside the talk, forms of address; gaps are told."""

from __future__ import annotations

from pathlib import Path

import deckgen

from .talks import TALK, ids, items, loaded, project, slide, title, wrong

ENGLISH = """\
title: Everything is marketing
vars: {branche: your industry}
client: {name: your company}
change:
  die-provokation: {section: Provocation}
  alles: {statement: EVERYTHING is marketing!, notes: Let it stand.}
  thesen: {title: Where from?}
  thesen/1: {text: Companies delight customers.}
  ausrichten: {point: All people pull together.}
  thesen/3: {text: Prices are honest.}
  zahlen: {section: Figures}
  umsatz: {title: Revenue, bullets: [People first, 'Price: high', 'In ${branche}']}
  ein-satz-von-ihre-firma: {statement: 'A sentence by ${client.name}'}
"""


def english(folder: Path, text: str = ENGLISH, tag: str = "en") -> None:
    """A translation beside the talk."""
    project(folder)
    (folder / "talks" / f"marke.{tag}.yaml").write_text(text, encoding="utf-8")


def test_a_whole_translation(tmp_path: Path) -> None:
    english(tmp_path)
    base = loaded(tmp_path)
    found = loaded(tmp_path, lang="en")
    assert (found.talk.lang, found.lang, found.findings) == ("en", "en", ())
    assert ids(found) == ids(base)
    assert items(found, "umsatz")[-1] == "In your industry"


def test_gaps_are_told_with_their_place(tmp_path: Path) -> None:
    english(tmp_path, ENGLISH.replace("title: Revenue, ", "").replace(", notes: Let it stand.", ""))
    found = wrong(tmp_path, lang="en")
    assert {f.code for f in found} == {"translation-missing"}
    assert [(f.message, f.severity.value) for f in found] == [
        ("the slide 'alles' isn't translated into 'en': notes", "warning"), ("the slide 'umsatz' isn't translated into 'en': title", "warning"),
    ]  # fmt: skip
    assert all(f.span and f.span.file == "talks/marke.yaml" for f in found)


def test_a_language_that_isnt_there(tmp_path: Path) -> None:
    english(tmp_path)
    (found,) = wrong(tmp_path, lang="fr")
    assert (
        found.code == "translation-missing" and "talks/marke.fr.yaml" in found.fix and "de, en" in found.fix
    )


def test_a_talk_that_names_its_languages_knows_its_points_and_items_too(tmp_path: Path) -> None:
    talk = TALK.replace("lang: de", "lang: de\nlanguages: [de, en]").replace(
        "id: ausrichten", "id: ausrichten\n        notes: Langsam.\n        text: Auf drei Pole."
    )
    project(tmp_path, talk)
    (tmp_path / "talks" / "marke.en.yaml").write_text(
        "change:\n  ausrichten: {text: To three poles.}\n  preis: {text: high}\n", encoding="utf-8"
    )
    found = deckgen.load(tmp_path / "talks" / "marke.yaml", cwd=tmp_path, lang="en")
    (point,) = (p for p in slide(found, "thesen").content.points if p.id == "ausrichten")
    assert point.text.plain == "To three poles." and items(found, "umsatz")[1] == "Preis: high"


def test_a_form_of_address_changes_only_what_it_says(tmp_path: Path) -> None:
    english(tmp_path, "vars: {branche: deiner Branche}\n", "de-du")
    found = loaded(tmp_path, lang="de-du")
    assert items(found, "umsatz")[-1] == "In deiner Branche"
    assert title(found, "thesen") == "Woher speist sich das?" and found.findings == ()
    assert loaded(tmp_path, lang="de-AT").findings == ()


def test_a_client_gets_its_language(tmp_path: Path) -> None:
    english(tmp_path)
    found = loaded(tmp_path, "lang: en\nclient: {name: ACME}\n")
    assert title(found, "ein-satz-von-ihre-firma") == "A sentence by ACME"
    assert loaded(tmp_path, "lang: en\n", lang="de").talk.lang == "de"


def test_maps_by_language_keep_ids_and_show_gaps(tmp_path: Path) -> None:
    text = """\
title: {de: Vortrag, en: Talk}
lang: de
languages: [de, en]
slides:
  - title: {de: Umsatz im Jahr, en: Revenue}
    bullets: [{de: Viel Geld, en: Much}, Nur deutsche Worte]
  - statement: {de: Siehe den Umsatz, en: 'See [it](#umsatz-im-jahr)'}
"""
    found = loaded(tmp_path, "change: {umsatz-im-jahr: {kicker: {de: Hier, en: Here}}}\n", text, lang="en")
    assert ids(found) == ["umsatz-im-jahr", "siehe-den-umsatz"]
    kicker = slide(found, "umsatz-im-jahr").keys.kicker
    assert kicker and kicker.plain == "Here"
    assert ["bullets" in f.message for f in found.findings] == [True]


def test_conditions_by_language(tmp_path: Path) -> None:
    text = TALK.replace("    id: alles\n", "    id: alles\n    when: {lang: de}\n")
    english(tmp_path)
    assert "alles" in ids(loaded(tmp_path, talk=text, lang="de-du"))
    assert "alles" not in ids(loaded(tmp_path, talk=text, lang="en"))


def test_variables_and_facts_are_texts_too(tmp_path: Path) -> None:
    english(tmp_path, ENGLISH.replace("vars: {branche: your industry}\n", ""))
    text = TALK.replace("lang: de", "lang: de\nevent: Jahrestagung\nplace: Bonn")
    found = [(f.message.split(" isn't")[0], f.severity.value) for f in wrong(tmp_path, talk=text, lang="en")]
    assert found == [
        ("the talk's event", "info"),
        ("the talk's place", "info"),
        ("the variable 'branche'", "warning"),
    ]
