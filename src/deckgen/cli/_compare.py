"""`deckgen outline TALK --against OTHER`: what is other, for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, NoReturn

import click

from ..records import replace
from ..units import minutes
from ._columns import table, terminal_width
from ._options import colored

if TYPE_CHECKING:
    from ..api import Loaded
    from ..comparison import Change, Comparison, SlideChange
    from ..findings import Finding

BASE = "base"
WITH = {"variant": "variant", "lang": "lang", "client": "client", "duration": "duration"}
COLORS = {
    "added": "green", "kept": "green", "dropped": "red", "left out": "red", "moved": "cyan", "hidden": "magenta", "shown": "magenta",
    "changed": "yellow", "longer": "yellow", "shorter": "yellow",
}  # fmt: skip
AROUND = 3  # words that stay beside those that are other
PLACES = 4  # of one text that are shown
RATHER_NEW = 0.3  # texts that have less in common are another text


def show_comparison(talk: str, mine: Mapping[str, Any], against: str, ids: bool) -> None:
    """Print what is other in the talk with the choice `mine` than in the talk that `against` means.

    Raises:
        SystemExit: with code 2 if one of the two is wrong, after all that is wrong with both.
    """
    from ..comparison import compare
    from ._report import root_of, show

    here, wrong = _loaded(talk, mine)
    there, more = _loaded(talk, _other(against))
    wrong += [f for f in (_told(f, talk, against) for f in more) if f not in wrong]
    if here is None or there is None:
        _fail(talk, wrong)
    for line, color in _report(compare(here, there), _named(mine), against, ids):
        click.echo(click.style(line, fg=color) if color and colored(err=False) else line)
    if wrong:
        show(wrong, err=True, color=colored(), root=root_of(talk))
        raise SystemExit(2)


def _fail(talk: str, wrong: Sequence[Finding]) -> NoReturn:
    from ._report import counted, root_of, show

    show(wrong, err=True, color=colored(), root=root_of(talk))
    click.echo(f"{talk}: {counted(wrong)}", err=True)
    raise SystemExit(2)


def _loaded(talk: str, choice: Mapping[str, Any]) -> tuple[Loaded | None, list[Finding]]:
    """The talk, and the errors in it; None with all findings where it can't be read."""
    from ..api import load
    from ..errors import TalkError
    from ..findings import Severity

    try:
        found = load(talk, **choice)
    except TalkError as error:
        return None, list(error.findings)
    return found, [f for f in found.findings if f.severity is Severity.ERROR]


def _other(against: str) -> dict[str, str]:
    """The choice that `--against` names: `base`, CLIENT, `variant:NAME`, `lang:TAG`, `duration:TIME`, several with commas between.

    Raises:
        click.UsageError: if it names nothing, or something twice.
    """
    choice: dict[str, str] = {}
    parts = [part.strip() for part in against.split(",")]
    for part in parts:
        word, colon, name = part.partition(":")
        key = WITH.get(word, "client") if colon else "client"
        value = name.strip() if colon and word in WITH else part
        if not value:
            raise click.UsageError(
                f"--against {against!r} names nothing to compare with; write base, a client's name, variant:NAME or lang:TAG",
                click.get_current_context(silent=True),
            )
        if key in choice or (part == BASE and "client" in choice):
            raise click.UsageError(
                f"--against {against!r} names two {key}s; a talk is compared with one other",
                click.get_current_context(silent=True),
            )
        choice[key] = value if part != BASE else ""
    return choice


def _told(finding: Finding, talk: str, against: str) -> Finding:
    """A finding of the other version: of its options as they were typed, with the word that was meant."""
    from ..findings import Span
    from ..overlays import choices

    span = finding.span
    if span is None or not span.file.startswith("--"):
        return finding
    fix = finding.fix.replace("--client ", "--against ")
    if finding.code == "client-missing":
        name = span.file.removeprefix("--client ")
        there = choices(talk)
        if name in there.variants:
            fix = f"{name[:60]!r} is a variant: write --against variant:{name[:60]}"
        elif name in there.languages:
            fix = f"{name[:60]!r} is a language: write --against lang:{name[:60]}"
        else:
            fix += "; `--against base` is the talk without a client"
    return replace(finding, span=Span(f"--against {against}"[:80], 0, 0), fix=fix)


def _named(choice: Mapping[str, Any]) -> str:
    """What was chosen, as `--against` would name it."""
    said = [str(choice["client"])] if choice.get("client") else []
    said += [f"{key}:{choice[key]}" for key in ("variant", "lang", "theme", "duration") if choice.get(key)]
    return ",".join([*said, *choice.get("set", ())]) or BASE


# ---------------------------------------------------------------- the report


def _report(result: Comparison, name: str, other: str, ids: bool) -> Iterator[tuple[str, str]]:
    """Its lines with their colours."""
    from ..comparison import counts
    from ._report import printable

    width = terminal_width()
    name, other = printable(name), printable(other)
    found = [f"{n} {word}" for word, n in counts(result.slides).items()]
    yield f"{name} against {other}: {', '.join([*found, f'{result.same} the same'])}", ""
    if result.languages is not None:
        one, two = result.languages
        yield (
            f"texts aren't compared, for one is in {one}, the other in {two}: `--against {_with_lang(other, one)}` does",
            "",
        )
    if result.top:
        yield "", ""
        yield from ((printable(line), "") for line in _changes(result.top, 0, width))
    if result.slides:
        yield "", ""
        heads = ["", "no", "was", "time", "was", "id" if ids else "title"]
        rows = table([heads, *(_row(s, ids) for s in result.slides)], right=(1, 2, 3, 4))
        yield rows[0], ""
        for row, slide in zip(rows[1:], result.slides, strict=True):
            yield printable(row), COLORS[slide.what[0]]
            yield from ((printable(line), "") for line in _details(slide, width))
    yield "", ""
    yield _total(result), ""


def _with_lang(other: str, lang: str) -> str:
    parts = [part for part in other.split(",") if not part.startswith("lang:")]
    return ",".join([*parts, f"lang:{lang}"])


def _row(slide: SlideChange, ids: bool) -> list[str]:
    time, was = (minutes(s) if s is not None else "-" for s in (slide.seconds, slide.was_seconds))
    return [
        ", ".join(slide.what),
        str(slide.number or "-"),
        str(slide.was_number or "-"),
        time,
        was,
        shortened(slide.id if ids else slide.title, 60),
    ]


def _details(slide: SlideChange, width: int) -> Iterator[str]:
    if slide.along:
        yield "    moved with the slide before it"
    elif "moved" in slide.what:
        room = max(20, (width - 24) // 2)
        places = [
            f'behind "{shortened(p, room)}"' if p else "at the start"
            for p in (slide.behind, slide.was_behind)
        ]
        yield f"    {places[0]}, was {places[1]}"
    yield from _changes(slide.changes, 4, width)


def _changes(changes: Sequence[Change], indent: int, width: int) -> Iterator[str]:
    """Each key with what is other: `old -> new`, `+ new`, `- old`."""
    wide = max((len(change.key) for change in changes), default=0)
    room = max(30, width - indent - wide - 2)
    for change in changes:
        label = change.key
        for line in _differences(change.old, change.new, room):
            yield f"{' ' * indent}{label.ljust(wide)}  {line}"
            label = ""


def _differences(old: Sequence[str], new: Sequence[str], room: int) -> Iterator[str]:
    for what, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes():
        if what == "equal":
            continue
        both = min(b - a, d - c)
        for before, after in zip(old[a : a + both], new[c : c + both], strict=True):
            yield from in_words(before, after, room)
        yield from (f"- {shortened(line.strip(), room - 2)}" for line in old[a + both : b])
        yield from (f"+ {shortened(line.strip(), room - 2)}" for line in new[c + both : d])


def in_words(old: str, new: str, room: int) -> Iterator[str]:
    """`old -> new`, in two lines where they are long; of long texts each place that is other, with a few words around it."""
    old, new = old.strip(), new.strip()
    if len(old) + len(new) + 4 <= room:
        yield f"{old} -> {new}"
        return
    before, after = old.split(), new.split()
    matcher = SequenceMatcher(None, before, after)
    groups: list[list[tuple[str, int, int, int, int]]] = list(matcher.get_grouped_opcodes(AROUND))
    if matcher.ratio() < RATHER_NEW or not groups:
        groups = [[("replace", 0, len(before), 0, len(after))]]
    for group in groups[:PLACES]:
        sides = [_part(before, group[0][1], group[-1][2]), _part(after, group[0][3], group[-1][4])]
        if len(sides[0]) + len(sides[1]) + 4 <= room:
            yield " -> ".join(sides)
        else:
            yield shortened(sides[0], room)
            yield f"-> {shortened(sides[1], room - 3)}"
    if len(groups) > PLACES:
        yield f"and in {len(groups) - PLACES} more places"


def _part(words: Sequence[str], start: int, end: int) -> str:
    """Some of the words, with dots where there are more."""
    part = " ".join(words[start:end])
    return f"{'... ' if start else ''}{part}{' ...' if end < len(words) else ''}"


def shortened(text: str, most: int) -> str:
    """At most so many characters."""
    return text if len(text) <= most else text[: most - 3].rstrip() + "..."


def _total(result: Comparison) -> str:
    rest = result.total - result.was_total
    words = "as long" if abs(rest) < 1 else f"{minutes(abs(rest))} {'longer' if rest > 0 else 'shorter'}"
    here, there = (
        minutes(total) + (f" of {minutes(duration)}" if duration is not None else "")
        for total, duration in ((result.total, result.duration), (result.was_total, result.was_duration))
    )
    return f"total {here}, was {there}: {words}"
