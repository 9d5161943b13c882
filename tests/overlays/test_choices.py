"""What a talk can be built for."""

from __future__ import annotations

from pathlib import Path

from deckgen.overlays import Choices, choices

from .talks import project, variant


def test_clients_variants_and_languages_of_a_talk(tmp_path: Path) -> None:
    path = project(tmp_path, variant("duration: 20m"), acme="variants: {lang: {duration: 60m}}\n", beta="")
    (path.parent / "marke.en.yaml").write_text("title: x\n", encoding="utf-8")
    (path.parent / "marke.notiz-nur-fuer-mich.yaml").write_text("title: x\n", encoding="utf-8")
    assert choices(path) == Choices(("acme", "beta"), ("kurz",), ("de", "en"))
    assert choices("marke", client="acme", cwd=tmp_path).variants == ("kurz", "lang")


def test_a_talk_that_cannot_be_read_has_none(tmp_path: Path) -> None:
    path = project(tmp_path, "title: [\n")
    assert choices(path) == Choices((), (), ("en",))
    assert choices(tmp_path / "nix.yaml") == Choices()
