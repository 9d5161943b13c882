"""What was chosen for a build: client, variant, language, length, values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from ..fields import by_key
from ..findings import Findings, Span
from ..model.talk import TalkInfo
from ..records import dataclass
from ..source.nodes import Entry, Map, Scalar
from ..source.suggest import did_you_mean
from .shape import NOT_IN_OVERLAYS, Overlay

ALONE = "the command line"


@dataclass(frozen=True, slots=True)
class Request:
    """The choice, as the command line or a caller makes it; "" leaves it to the talk and its client."""

    client: str = ""
    variant: str = ""
    lang: str = ""
    duration: str = ""
    values: tuple[tuple[str, str], ...] = field(default=())
    bad: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        client: str | None,
        variant: str | None,
        lang: str | None,
        duration: str | None,
        set_: Iterable[str] | Mapping[str, str],
    ) -> Request:
        """The choice; `set_` is a mapping, or texts like "key=value"."""
        if isinstance(set_, Mapping):
            values, bad = [(str(k), str(v)) for k, v in set_.items()], []
        else:
            parts = [(text, *text.partition("=")) for text in ([set_] if isinstance(set_, str) else set_)]
            values = [(key.strip(), value) for _, key, equals, value in parts if equals and key.strip()]
            bad = [text for text, key, equals, _ in parts if not equals or not key.strip()]
        return cls(client or "", variant or "", lang or "", str(duration or ""), tuple(values), tuple(bad))

    def __bool__(self) -> bool:
        return bool(self.client or self.variant or self.lang or self.duration or self.values or self.bad)

    def overlay(self, variables: set[str], findings: Findings) -> Overlay:
        """The overlay of the command line; `variables` are those that may be set."""
        overlay = Overlay(ALONE, True, Span(ALONE, 0, 0), findings)
        maps: dict[str, list[Entry]] = {"vars": [], "client": []}
        if self.lang:
            overlay.top.append(_entry("lang", self.lang, "--lang"))
        if self.duration:
            overlay.top.append(_entry("duration", self.duration, "--duration"))
        for text in self.bad:
            span = Span(f"--set {text}", 0, 0)
            findings.error("wrong-value", "--set wants a name and a value", span, "write `--set NAME=VALUE`")
        top = [k for k in by_key(TalkInfo) if k not in (*NOT_IN_OVERLAYS, "vars", "client", "labels")]
        for name, value in self.values:
            group, dot, rest = name.partition(".")
            option = f"--set {name}"
            if dot and group in maps and rest:
                maps[group].append(_entry(rest, value, option))
            elif name in variables:
                maps["vars"].append(_entry(name, value, option))
            elif name in top:
                overlay.top.append(_entry(name, value, option))
            else:
                hint = did_you_mean(name, sorted({*variables, *top}))
                findings.error(
                    "unknown-variable", f"the talk has no variable {name[:60]!r}{hint}", Span(f"{option}={value}"[:80], 0, 0),
                    f"give it a value under `vars:` of the talk; there are: {', '.join(sorted(variables)[:12]) or 'none'}",
                )  # fmt: skip
        for key, entries in maps.items():
            if entries:
                span = entries[0].key.span
                overlay.top.append(Entry(Scalar(key, span), Map(tuple(entries), span)))
        return overlay


def _entry(key: str, value: str, option: str) -> Entry:
    span = Span(f"{option}={value}"[:80] if option.startswith("--set") else f"{option} {value}"[:80], 0, 0)
    return Entry(Scalar(key, span), Scalar(value, span, '"'))
