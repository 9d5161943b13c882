"""Variables in texts: `${client.name}` inserts one as plain text, `$${` stands for `${`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..findings import Findings, Span
from .suggest import did_you_mean

_REFERENCE = re.compile(r"\$(\$\{)|\$\{([^{}\n]{0,100})\}")


class Variables:
    """The values that texts may insert; unknown names are findings."""

    def __init__(self, values: Mapping[str, str], findings: Findings) -> None:
        self._values = dict(values)
        self._findings = findings

    def extend(self, values: Mapping[str, str]) -> None:
        """Add values; later ones win."""
        self._values.update(values)

    def pieces(self, text: str, span: Span) -> list[tuple[str, bool]]:
        """`text` as (piece, whether a variable put it in); `span` is the place of the text's start."""
        if "${" not in text:
            return [(text, False)]
        result: list[tuple[str, bool]] = []
        at = 0
        for match in _REFERENCE.finditer(text):
            if match.start() > at:
                result.append((text[at : match.start()], False))
            if match[1]:
                result.append(("${", True))
            else:
                name = match[2].strip()
                value = self._values.get(name)
                if value is None:
                    lines = text.count("\n", 0, match.start())
                    place = Span(span.file, span.line + lines, span.column + (0 if lines else match.start()))
                    hint = did_you_mean(name, self._values)
                    self._findings.error(
                        "unknown-variable",
                        f"unknown variable {name!r}{hint}",
                        place,
                        "give it under `vars:`, or write `$${` for the signs themselves",
                    )
                    value = ""
                result.append((value, True))
            at = match.end()
        if at < len(text):
            result.append((text[at:], False))
        return result

    def insert(self, text: str, span: Span) -> str:
        """`text` with its variables put in."""
        return "".join(piece for piece, _ in self.pieces(text, span))
