"""Reads YAML of tests with the real reader, decoder and kinds."""

from __future__ import annotations

from pathlib import Path

from deckgen.findings import Findings
from deckgen.kinds import Records
from deckgen.model.reader import read_talk
from deckgen.model.talk import Talk
from deckgen.source.decode import Decoder
from deckgen.source.variables import Variables
from deckgen.source.workspace import Workspace
from deckgen.source.yaml_reader import read


def talk_in(folder: Path, text: str, lang: str = "de") -> tuple[Talk | None, Findings]:
    """The talk that `text` is, as talk.yaml in `folder`, and what was found."""
    path = folder / "talk.yaml"
    path.write_text(text, encoding="utf-8")
    return talk_of(path, lang)


def talk_of(path: Path, lang: str = "de") -> tuple[Talk | None, Findings]:
    """The talk in a file."""
    findings = Findings()
    found = Workspace.for_talk(str(path), path.parent, findings)
    assert found is not None, list(findings)
    workspace, file = found
    data = workspace.read(file)
    assert data is not None
    node = read(data, path.name, findings)
    if node is None:
        return None, findings
    return read_talk(
        node, Decoder(findings, workspace, Variables({}, findings), lang, file), Records()
    ), findings


def slides_in(folder: Path, slides: str, head: str = "") -> tuple[Talk | None, Findings]:
    """A talk that has these slides (YAML list, not indented)."""
    rows = "\n".join("  " + line for line in slides.strip("\n").split("\n"))
    return talk_in(folder, f"title: Probe\nlang: de\n{head}slides:\n{rows}\n")
