"""`include`: slides of another file, chosen and changed; words to avoid."""

from __future__ import annotations

from pathlib import Path

import pytest

import deckgen

from .talks import ids, loaded, project, slide, title, wrong

MODULE = """\
title: Baustein
lang: de
vars: {preis: 100 Euro}
slides:
  - cover
  - section: Preise
  - statement: Es kostet ${preis}
    id: kosten
  - title: Rabatt
    image: logo.png
    alt: Logo
  - section: Garantie
  - statement: Zwei Jahre
  - closing
"""
TALK = """\
title: Vortrag
lang: de
slides:
  - cover
  - include: bausteine/preise.yaml
    {more}
  - statement: Ende
"""


def talk(folder: Path, more: str = "") -> str:
    """The talk with `more` beside its include; the file is there."""
    from PIL import Image

    (folder / "talks" / "bausteine").mkdir(parents=True, exist_ok=True)
    (folder / "talks" / "bausteine" / "preise.yaml").write_text(MODULE, encoding="utf-8")
    Image.new("RGB", (40, 20), "red").save(folder / "talks" / "bausteine" / "logo.png")
    return TALK.replace("{more}", more or "# nothing")


def test_a_whole_talk_comes_without_cover_and_closing(tmp_path: Path) -> None:
    found = loaded(tmp_path, talk=talk(tmp_path))
    assert ids(found) == ["cover", "preise", "kosten", "rabatt", "garantie", "zwei-jahre", "ende"]
    assert title(found, "kosten") == "Es kostet 100 Euro"
    deckgen.write(deckgen.compose(found), tmp_path / "x.pptx")


def test_pick_drop_change(tmp_path: Path) -> None:
    picked = loaded(tmp_path, talk=talk(tmp_path, "pick: [garantie, closing, kosten]"))
    assert ids(picked) == ["cover", "kosten", "garantie", "zwei-jahre", "closing", "ende"]
    dropped = loaded(tmp_path, talk=talk(tmp_path, "drop: [preise]"))
    assert ids(dropped) == ["cover", "garantie", "zwei-jahre", "ende"]
    changed = loaded(
        tmp_path, talk=talk(tmp_path, "change: {zwei-jahre: {statement: Drei Jahre, notes: Neu.}}")
    )
    assert title(changed, "zwei-jahre") == "Drei Jahre"


def test_conditions_hold_for_all_that_is_included(tmp_path: Path) -> None:
    text = talk(tmp_path, "when: {client.industry: Bau}")
    assert ids(loaded(tmp_path, talk=text)) == ["cover", "ende"]
    assert "kosten" in ids(loaded(tmp_path, "client: {industry: Bau}\n", text))


def test_overlays_reach_what_is_included(tmp_path: Path) -> None:
    client = "drop: [garantie]\nchange: {rabatt: {title: Nachlass}}\nvars: {preis: 90 Euro}\n"
    found = loaded(tmp_path, client, talk(tmp_path))
    assert title(found, "rabatt") == "Nachlass" and title(found, "kosten") == "Es kostet 90 Euro"
    assert "zwei-jahre" not in ids(found)


def test_a_list_of_slides_and_an_overlay_that_includes(tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "talks" / "clients" / "mehr.yaml").write_text(
        "- statement: Mehr\n- cover\n", encoding="utf-8"
    )
    found = loaded(tmp_path, "insert: [{after: alles, slides: [{include: mehr}]}]\n")
    assert ids(found)[3:5] == ["mehr", "cover-2"]


def test_mistakes(tmp_path: Path) -> None:
    cases = {
        "pick: [garantee]": ("unknown-id", "did you mean 'garantie'"), "pik: [x]": ("unknown-key", "did you mean 'pick'"),
        "drop: [x-y]": ("unknown-id", "there are:"), "change: {kosten: {statment: x}}": ("unknown-key", "did you mean 'statement'"),
    }  # fmt: skip
    for more, (code, said) in cases.items():
        (found,) = wrong(tmp_path, talk=talk(tmp_path, more))
        assert found.code == code and said in str(found), more
    text = talk(tmp_path)
    (tmp_path / "talks" / "bausteine" / "preise.yaml").write_text(
        "- include: ../marke.yaml\n", encoding="utf-8"
    )
    (found,) = wrong(tmp_path, talk=text)
    assert found.code == "include-loop"
    assert [f.code for f in wrong(tmp_path, talk=text.replace("preise.yaml", "nix"))] == ["file-missing"]
    (tmp_path / "talks" / "bausteine" / "preise.yaml").write_text("title: Leer\n", encoding="utf-8")
    assert [f.code for f in wrong(tmp_path, talk=text)] == ["include-empty"]


def test_a_slide_of_another_language_says_so(tmp_path: Path) -> None:
    text = talk(tmp_path)
    file = tmp_path / "talks" / "bausteine" / "preise.yaml"
    file.write_text(MODULE.replace("lang: de", "lang: en"), encoding="utf-8")
    assert slide(loaded(tmp_path, talk=text), "kosten").keys.lang == "en"


def test_avoided_words_are_found_wherever_they_stand(tmp_path: Path) -> None:
    client = "avoid: [umsatz, satz, Ihre]\nreplace: {Umsatz: Finanzumsatz}\nclient: {name: Meine Firma}\n"
    deck = deckgen.compose(loaded(tmp_path, client))
    found = [f for f in deckgen.check(deck) if f.code == "avoided-word"]
    assert {f.message.split("'")[1] for f in found} == {"umsatz", "satz", "Ihre"}
    assert all(f.severity is deckgen.Severity.ERROR for f in found)
    assert all(f.notes and f.notes[-1].span.file == "talks/clients/acme.yaml" for f in found)
    with pytest.raises(deckgen.TalkError):
        deckgen.write(deck, tmp_path / "x.pptx")
    assert not (tmp_path / "x.pptx").exists()
    assert wrong(tmp_path, "avoid: [Krise]\n") == []
