"""Variables in texts: `${client.name}` inserts one as plain text, `$${` stands for `${`."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..findings import Findings, Span
from ..patterns import pattern
from .suggest import did_you_mean

LIMIT = 16 * 1024 * 1024  # characters that all variables together may put in
PROBLEMS = 100
_REFERENCE = pattern(r"\$(\$\{)|\$\{(?:([^{}\n]{0,100})\})?")


class Variables:
    """The values that texts may insert; unknown names are findings."""

    def __init__(self, values: Mapping[str, str], findings: Findings, deferred: Collection[str] = ()) -> None:
        """`deferred` names are known to come later (`extend`); until then their references stay as written."""
        self._values = dict(values)
        self._findings = findings
        self._deferred = deferred
        self._inserted = 0
        self._problems = 0

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
                name = (match[2] or "").strip()
                value = self._values.get(name)
                if value is None and name in self._deferred:
                    value = match[0]
                elif value is None:
                    value = ""
                    lines = text.count("\n", 0, match.start()) if self._problems < PROBLEMS else 0
                    place = Span(span.file, span.line + lines, span.column + (0 if lines else match.start()))
                    self._unknown(name if match[2] is not None else None, place)
                value = self._bounded(value, span)
                result.append((value, True))
            at = match.end()
        if at < len(text):
            result.append((text[at:], False))
        return result

    def insert(self, text: str, span: Span) -> str:
        """`text` with its variables put in."""
        return "".join(piece for piece, _ in self.pieces(text, span))

    def _unknown(self, name: str | None, place: Span) -> None:
        """Report a name that isn't known, or (None) a reference without its closing brace."""
        self._problems += 1
        if self._problems > PROBLEMS:
            return
        if name is None:
            self._findings.error(
                "unclosed-variable",
                "`${` begins a variable, and no `}` closes it",
                place,
                "write `${name}`, or `$${` for the signs themselves",
            )
            return
        self._findings.error(
            "unknown-variable",
            f"unknown variable {name!r}{did_you_mean(name, self._values)}",
            place,
            f"give it under {_place(name)}, or write `$${{` for the signs themselves",
        )

    def _bounded(self, value: str, span: Span) -> str:
        """`value`, or "" once variables have put in more than LIMIT characters."""
        self._inserted += len(value)
        if self._inserted <= LIMIT:
            return value
        if self._inserted - len(value) <= LIMIT:
            message = "variables make the talk far too large"
            self._findings.error("too-large", message, span, "put in shorter values, or fewer")
        return ""


def _place(name: str) -> str:
    """Where a variable gets its value."""
    return (
        "`client:` of the talk, and of the client for whom it is built"
        if name.startswith("client.")
        else "`vars:`"
    )
