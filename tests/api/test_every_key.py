"""Nothing is accepted and ignored: every key that a slide, block or item may have changes the deck, the outline or the findings."""

from __future__ import annotations

import copy
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

import deckgen
from deckgen.api import outline
from deckgen.kinds import kind, kind_names
from deckgen.model.block import BLOCK_KEYS
from deckgen.reference import common_keys, item_keys, keys_of
from deckgen.writers import writer_for

PICTURES = Path(__file__).resolve().parent.parent.parent / "talks" / "pictures"
VALUES: dict[str, Any] = {
    "id": "own-id", "title": "Ein anderer Titel", "subtitle": "Darunter", "kicker": "Darüber", "short": "Kurz", "notes": "Gesagt.",
    "time": "7m", "priority": "could", "tags": ["a"], "hidden": "yes", "skip": "yes", "background": "sky.jpg", "layout": "text",
    "source": "ACME", "alt": "Ein Bild", "lang": "fr", "text": "Daneben", "image": "seven.jpg", "lead": "Lead", "point": "Satz",
    "unit": "km", "delta": "+1", "aspects": ["Lead: text"], "slides": [{"statement": "Darin"}], "children": None, "when": {"title": "Anders"}, "unless": {"title": "T"},
}  # fmt: skip
FOR_OVERLAYS = {"id", "tags"}  # by these an item of a list is chosen (tests/overlays)
SAME = {("text", "layout"), ("blocks", "layout")}  # they have that layout anyway
WITHOUT_WORDS = ("image", "lang")  # a picture alone has no language
BLOCKS = [name for name in kind_names() if getattr(kind(name).record, "block", False)]
LISTS = [(name, key) for name in kind_names() for key in item_keys(kind(name).record)]


@pytest.fixture(autouse=True)
def pictures(tmp_path: Path) -> None:
    for name in ("seven.jpg", "sky.jpg"):
        shutil.copy(PICTURES / name, tmp_path / name)


def example(name: str) -> dict[str, Any]:
    """The kind's example as a map."""
    (slide,) = yaml.safe_load(kind(name).example.replace("pictures/", ""))
    return {slide: None} if isinstance(slide, str) else slide


def seen(folder: Path, slide: dict[str, Any]) -> tuple[Any, ...] | None:
    """What a user sees of a talk with `slide`: outline, findings, the file; None if it is refused."""
    slides = [
        {"section": "Erster", "id": "eins"},
        slide,
        {"section": "Zweiter", "id": "zwei"},
        {"statement": "Ende"},
    ]
    talk = {"title": "T", "lang": "de", "speaker": "A B", "slides": slides}
    (folder / "talk.yaml").write_text(
        yaml.safe_dump(talk, allow_unicode=True, sort_keys=False), encoding="utf-8"
    )
    try:
        loaded = deckgen.load(folder / "talk.yaml")
        deck = deckgen.compose(loaded)
    except deckgen.TalkError:
        return None
    found = [(f.code, f.message) for f in deckgen.check(deck)]
    return outline(loaded), found, writer_for(".pptx").write(deck)


@pytest.mark.parametrize("name", kind_names())
def test_common_keys_of_slides(tmp_path: Path, name: str) -> None:
    base = example(name)
    before = seen(tmp_path, base)
    assert before is not None
    ignored = [
        row.key
        for row in common_keys(name)
        if base.get(row.key) != VALUES[row.key]
        and (name, row.key) not in SAME
        and seen(tmp_path, {**base, row.key: VALUES[row.key]}) == before
    ]
    assert ignored == []


@pytest.mark.parametrize("name", BLOCKS)
def test_keys_of_blocks(tmp_path: Path, name: str) -> None:
    known = {*BLOCK_KEYS, *(row.key for row in keys_of(kind(name).record))}
    block = {key: value for key, value in example(name).items() if key in known}

    def column(**more: Any) -> dict[str, Any]:
        return {"title": "Spalten", "columns": [{**block, **more}, {"text": "Daneben"}]}

    before = seen(tmp_path, column())
    assert before is not None
    keys = [key for key in BLOCK_KEYS if key not in block and (name, key) != WITHOUT_WORDS]
    assert [key for key in keys if seen(tmp_path, column(**{key: VALUES[key]})) == before] == []


@pytest.mark.parametrize(("name", "key"), LISTS)
@pytest.mark.parametrize("in_block", [False, True])
def test_keys_of_items(tmp_path: Path, name: str, key: str, in_block: bool) -> None:
    record = kind(name).record
    base = example(name)
    if not isinstance(base.get(key), list) or (in_block and name not in BLOCKS):
        pytest.skip("no such list")

    def talk(item: dict[str, Any]) -> dict[str, Any]:
        slide = copy.deepcopy(base)
        slide[key][0] = item
        return {"title": "Spalten", "columns": [slide, {"text": "Daneben"}]} if in_block else slide

    first = base[key][0]
    item = first if isinstance(first, dict) else {"point" if name == "points" else "text": first}
    before = seen(tmp_path, talk(item))
    assert before is not None
    ignored = [
        row.key
        for row in item_keys(record)[key]
        if row.key not in item
        and (name == "points" or row.key not in FOR_OVERLAYS)
        and seen(tmp_path, talk({**item, row.key: VALUES[row.key]})) == before
    ]
    plain, listed = talk({"lead": "Lead", "text": "eins"}), talk({"Lead": ["eins", "zwei"]})
    if (found := seen(tmp_path, listed)) is not None and found == seen(tmp_path, plain):
        ignored.append("the list below")
    assert ignored == []
