"""What findings mean, by code: an example that causes each, and what to write instead.

All stands in data/findings.yaml, in a speaker's words; a check that is silent there is explained by its docstring and summary.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from .discovery import module, names
from .findings import Findings
from .records import dataclass
from .source.nodes import Map, Scalar
from .source.yaml_reader import read

FILE = Path(__file__).resolve().parent / "data" / "findings.yaml"
CHECKS = "deckgen.checks"


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a finding means.

    `place` is where `example` and `instead` stand: "slides" of a talk, a whole "talk", a "theme", a data file's name, or "words", which are
    no file's text.  `check` says that a check of that code reports it.
    """

    code: str
    means: str
    example: str
    instead: str
    place: str = "slides"
    check: bool = False


def codes() -> list[str]:
    """The codes of all findings, sorted."""
    return sorted(_all())


def explanation(code: str) -> Explanation:
    """What the finding `code` means.

    Raises:
        LookupError: if no finding has that code.
    """
    return _all()[code]


@cache
def _all() -> dict[str, Explanation]:
    node = read(FILE.read_bytes(), FILE.name, Findings())
    assert isinstance(node, Map)
    said = _checks()
    result = {}
    for entry in node.entries:
        code = entry.key.text
        assert isinstance(entry.value, Map)
        texts = {
            e.key.text: e.value.text.strip("\n") for e in entry.value.entries if isinstance(e.value, Scalar)
        }
        result[code] = Explanation(
            code=code,
            means=texts.get("means") or said.get(code, ""),
            example=texts.get("example", ""),
            instead=texts.get("instead", ""),
            place=texts.get("in", "slides"),
            check=code in said,
        )
    return result


def _checks() -> dict[str, str]:
    """What each check says of itself."""
    found = [module(CHECKS, name) for name in names(CHECKS)]
    return {
        m.CHECK.code: f"{' '.join((m.__doc__ or '').split())} The rule: {m.CHECK.summary}." for m in found
    }
