"""Talks whose only slide holds a table or a chart, read through the real reader, with records of the tests' own."""

from __future__ import annotations

from collections import ChainMap
from dataclasses import dataclass
from pathlib import Path

from deckgen.fields import described
from deckgen.findings import Findings, Severity
from deckgen.kinds import Records
from deckgen.model.chart import ChartData
from deckgen.model.reader import read_talk
from deckgen.model.table import TableData
from deckgen.source.decode import Decoder
from deckgen.source.variables import Variables
from deckgen.source.workspace import Workspace
from deckgen.source.yaml_reader import read


@dataclass(frozen=True, slots=True)
class ProbeTable:
    table: TableData = described("a table", content=True)


@dataclass(frozen=True, slots=True)
class ProbeChart:
    chart: ChartData = described("a chart", content=True)


PROBES = {"table": ProbeTable, "chart": ProbeChart}


def read_kind(folder: Path, slide: str, lang: str = "de") -> tuple[object | None, Findings]:
    """The content of the talk's one slide; the slide is YAML, its first line at line 4, column 5."""
    path = folder / "talk.yaml"
    body = slide.strip("\n").replace("\n", "\n    ").replace("\n    - ", "\n  - ")
    path.write_text(
        f"title: Probe\nvars: {{land: Österreich}}\nslides:\n  - {body}\n", encoding="utf-8", newline="\n"
    )
    findings = Findings()
    workspace = Workspace(folder, folder, findings)
    data = workspace.read(path)
    assert data is not None
    node = read(data, path.name, findings)
    if node is None:
        return None, findings
    decoder = Decoder(findings, workspace, Variables({}, findings), lang, path)
    talk = read_talk(node, decoder, ChainMap(PROBES, Records()))  # type: ignore[arg-type]
    return talk.slides[0].content if talk is not None and talk.slides else None, findings


def table(folder: Path, source: str, lang: str = "de") -> tuple[TableData | None, Findings]:
    """The table that `table: SOURCE` gives."""
    content, findings = read_kind(folder, f"table: {source}", lang)
    return content.table if isinstance(content, ProbeTable) else None, findings


def chart(folder: Path, source: str, lang: str = "de") -> tuple[ChartData | None, Findings]:
    """The chart's data that `chart: SOURCE` gives."""
    content, findings = read_kind(folder, f"chart: {source}", lang)
    return content.chart if isinstance(content, ProbeChart) else None, findings


def good_table(folder: Path, source: str, lang: str = "de") -> TableData:
    """The same without any error or warning."""
    found, findings = table(folder, source, lang)
    assert found is not None, [str(f) for f in findings]
    assert all(f.severity is Severity.INFO for f in findings), [str(f) for f in findings]
    return found


def good_chart(folder: Path, source: str, lang: str = "de") -> ChartData:
    """The same without any error or warning."""
    found, findings = chart(folder, source, lang)
    assert found is not None, [str(f) for f in findings]
    assert all(f.severity is Severity.INFO for f in findings), [str(f) for f in findings]
    return found


def texts(found: TableData) -> list[list[str]]:
    """All rows as plain texts, the header first."""
    rows = [found.header, *found.rows] if found.header is not None else list(found.rows)
    return [[cell.plain for cell in row] for row in rows]


def places(findings: Findings) -> list[tuple[str, str]]:
    """(code, file:line:column) of each finding that isn't information, in their order."""
    return [(f.code, str(f.span)) for f in findings.sorted() if f.severity is not Severity.INFO]


def block(text: str) -> str:
    """`text` as the `|` block of a content key; its first line stands at line 5, column 7."""
    return "|\n" + "\n".join("  " + line for line in text.strip("\n").split("\n"))
