"""What can't be a template is refused with the reason, never with a traceback."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

import deckgen

from .templates import MAIN, MAIN_TYPE, TYPES, template

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PML = "http://schemas.openxmlformats.org/presentationml/2006/main"


def encrypted(path: Path) -> None:
    path.write_bytes(OLE + bytes(1000) + "EncryptedPackage".encode("utf-16-le") + bytes(1000))


def old(path: Path) -> None:
    path.write_bytes(OLE + bytes(4000))


def torn(path: Path) -> None:
    template(path)
    path.write_bytes(path.read_bytes()[:5000])


def strict(path: Path) -> None:
    template(path, edits={MAIN: lambda x: x.replace(PML, "http://purl.oclc.org/ooxml/presentationml/main")})


def word(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            TYPES, '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
        )
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr("word/document.xml", "<w/>")


def other(path: Path) -> None:
    template(
        path,
        edits={
            TYPES: lambda x: x.replace(
                MAIN_TYPE.replace("presentation.main", "template.main"), "application/xml"
            )
        },
    )


def empty(path: Path) -> None:
    path.write_bytes(b"")


def entities(path: Path) -> None:
    template(
        path,
        edits={
            "ppt/slideMasters/slideMaster1.xml": lambda x: x.replace(
                "<p:sldMaster", '<!DOCTYPE a [<!ENTITY e "x">]><p:sldMaster', 1
            )
        },
    )


def bomb(path: Path) -> None:
    template(path, edits={"ppt/theme/theme1.xml": lambda x: x + " " * 30_000_000})


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (encrypted, "deck-locked"), (old, "deck-type"), (torn, "deck-broken"), (strict, "deck-strict"), (word, "deck-type"),
        (other, "deck-type"), (empty, "deck-type"), (entities, "deck-doctype"), (bomb, "too-large"),
    ],
    ids=lambda x: x if isinstance(x, str) else x.__name__,
)  # fmt: skip
def test_what_is_no_template_is_refused(tmp_path: Path, make: object, code: str) -> None:
    make(tmp_path / "acme.potx")  # type: ignore[operator]
    (tmp_path / "talk.yaml").write_text("title: A\ntheme: acme.potx\nslides:\n  - cover\n", encoding="utf-8")
    with pytest.raises(deckgen.TalkError) as refused:
        deckgen.load(tmp_path / "talk.yaml")
    found = [f for f in refused.value.findings if f.severity.value == "error"]
    assert [f.code for f in found] == [code]
    assert found[0].span is not None
    assert found[0].span.line == 2
    assert found[0].fix
