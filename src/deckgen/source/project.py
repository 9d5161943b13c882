"""The project's own file, deckgen.yaml: where talks, themes and decks are."""

from __future__ import annotations

from dataclasses import dataclass

from ..fields import described
from ..findings import Findings
from .decode import Decoder
from .variables import Variables
from .workspace import PROJECT, Workspace
from .yaml_reader import read


@dataclass(frozen=True, slots=True)
class Project:
    """The names of a project's folders, counted from its root."""

    talks: str = described("The folder of the talks.", default="talks")
    themes: str = described("The folder of the project's own themes.", default="themes")
    dist: str = described("The folder that decks are written to.", default="dist")


def read_project(workspace: Workspace, findings: Findings) -> Project | None:
    """The project of `workspace`; without a deckgen.yaml, or with an empty one, the usual names.  None after findings."""
    path = workspace.root / PROJECT
    if not path.is_file():
        return Project()
    data = workspace.read(path)
    if data is None:
        return None
    lines = data.removeprefix(b"\xef\xbb\xbf").splitlines()
    if all(not line.strip() or line.lstrip().startswith(b"#") for line in lines):
        return Project()
    node = read(data, workspace.label(path), findings)
    if node is None:
        return None
    decoder = Decoder(findings, workspace, Variables({}, findings), "en", path)
    return decoder.record(node, Project, where=PROJECT)
