"""The package and its zip: names, relationships, stable ids."""

from __future__ import annotations

import io
import re
import uuid
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from deckgen.errors import OutputError
from deckgen.writers.pptx import package
from deckgen.writers.pptx.package import Entry, Package, deflated, relative, zip_pieces
from deckgen.writers.pptx.xml import esc, guid, u32


@given(st.text())
def test_escaped_text_parses_in_text_and_attributes(text: str) -> None:
    tree = etree.fromstring(f'<x y="{esc(text)}">{esc(text)}</x>')
    assert (tree.text or "") == tree.get("y")
    kept = re.sub("[^\\w&<>]", "", text.replace("\u00ad", ""))
    assert re.sub("[^\\w&<>]", "", tree.text or "") == kept


@given(st.text())
def test_ids_are_valid_and_stable(key: str) -> None:
    name = "deckgen:item/" + key
    assert guid("item", key) == "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, name)).upper() + "}"
    assert 0 < u32(key) < 2**32 - 1


@given(st.lists(st.tuples(st.binary(max_size=200), st.booleans()), max_size=20))
def test_zips_are_read_back(contents: list[tuple[bytes, bool]]) -> None:
    files = [
        (f"ü{n}.xml", Entry(0, zlib.crc32(d), len(d), d) if stored else deflated(d))
        for n, (d, stored) in enumerate(contents)
    ]
    data = b"".join(zip_pieces(files))
    assert b"".join(zip_pieces(files)) == data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert [archive.read(n) for n in archive.namelist()] == [d for d, _ in contents]
        for info in archive.infolist():
            assert (info.date_time, info.create_system, info.external_attr) == ((1980, 1, 1, 0, 0, 0), 0, 0)


def test_a_deck_too_large_for_a_zip_is_refused() -> None:
    with pytest.raises(OutputError, match="split the talk"):
        zip_pieces((str(n), Entry(0, 0, 0, b"")) for n in range(70_000))


@pytest.mark.parametrize(
    ("folder", "target", "shown"),
    [
        ("", "ppt/presentation.xml", "ppt/presentation.xml"),
        ("ppt", "ppt/slides/slide1.xml", "slides/slide1.xml"),
        ("ppt/slides", "ppt/slides/slide2.xml", "slide2.xml"),
        ("ppt/slides", "ppt/media/image1.png", "../media/image1.png"),
    ],
)
def test_targets_are_relative(folder: str, target: str, shown: str) -> None:
    assert relative(folder, target) == shown


def test_relationships_are_made_once_and_counted_by_source() -> None:
    made = Package()
    assert [made.rel("a", "slide", "x"), made.rel("a", "slide", "y"), made.rel("a", "slide", "x"), made.rel("b", "slide", "y")] == [
        "rId1", "rId2", "rId1", "rId1",
    ]  # fmt: skip


def test_addresses_are_percent_encoded_once() -> None:
    assert (
        package.address("https://ex.org/a b%20c?q=ä&x=[1]#y") == "https://ex.org/a%20b%20c?q=%C3%A4&x=[1]#y"
    )
