"""deckgen from Python: load, compose, check, write (DESIGN.md section 7).

talk = deckgen.load("talks/alles-ist-marketing.yaml")
deck = deckgen.compose(talk)
for finding in deckgen.check(deck):
    print(finding)
deckgen.write(deck, "talk.pptx")
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field, replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from .checks import run_checks
from .compiler import compose_deck
from .discovery import module
from .errors import TalkError, gate
from .findings import Finding, Findings, Span, sort_findings
from .kinds import Records
from .model.picture import PictureRef
from .model.reader import read_talk
from .model.talk import Talk
from .records import dataclass
from .scene.deck import Asset, Deck
from .source.decode import Decoder
from .source.languages import choose
from .source.nodes import Map, Node, Scalar
from .source.project import check_project, has_clients
from .source.variables import Variables
from .source.workspace import Workspace
from .source.yaml_reader import read
from .theme.reader import load_theme
from .theme.records import Theme
from .trace import tracing
from .trackers import check_trackers
from .writers import save, writer_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from pptx.presentation import Presentation

    from .model.guarded import Guard
    from .model.length import Cut
    from .overlays import Merged
    from .schedule import Outline
    from .typeset.sfnt import Sfnt


_KEYS = rb"(?:when|unless|include)[\"']?[ \t]*:"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A talk with the theme it asks for and its pictures, ready to be composed.

    `findings` holds warnings of the reading, and the error of a talk that can't be as short as its duration: `compose` raises that.
    `client` and `variant` name what it is for, `lang` the language if that isn't the talk's own, `merged` the overlays' places.
    `cut` says what the talk lost for its duration, None if nothing; `guard` what the deck must not say.
    """

    talk: Talk
    theme: Theme
    fonts: str
    assets: dict[str, Asset]
    path: Path
    root: Path
    findings: tuple[Finding, ...] = field(default=())
    embedded: tuple[Sfnt, ...] = ()
    client: str = ""
    variant: str = ""
    lang: str = ""
    merged: Merged | None = None
    cut: Cut | None = None
    guard: Guard | None = None


def load(
    talk: str | Path,
    *,
    client: str | None = None,
    variant: str | None = None,
    lang: str | None = None,
    theme: str | None = None,
    duration: str | None = None,
    set: Iterable[str] | Mapping[str, str] = (),
    fonts: str | None = None,
    keep_hidden: bool = False,
    cwd: Path | None = None,
) -> Loaded:
    """Read a talk: a file, a folder with `talk.yaml`, or a talk's name.

    `client` is a client's name, or the path of its file; `variant` one of the talk's or the client's; `lang` a language that the talk exists in;
    `duration` such as "20m"; `set` gives variables their values: a mapping, or texts like "name=value" (`client.city=Köln` for a client's
    facts).  `fonts` ("brand" or "office") and `theme` too win over what the talk says.
    Slides for which the duration leaves no time are left out, or hidden if `keep_hidden`.

    Raises:
        TalkError: with everything that is wrong with the talk, its theme and its pictures.
    """
    findings = Findings()
    found = Workspace.for_talk(str(talk), cwd or Path.cwd(), findings)
    if found is None:
        raise TalkError(findings)
    workspace, path = found
    check_project(workspace, findings)
    data = workspace.read(path)
    label = workspace.label(path)
    tree = (
        module("deckgen.source", "kept").read_kept if tracing() else read
    )  # one of many decks, or the only one
    node: Node | None = tree(data, label, findings) if data is not None else None
    if node is None:
        raise TalkError(findings)
    if (
        isinstance(node, Map)
        and node.get("slides") is None
        and (what := module("deckgen", "overlays").misnamed(path))
    ):
        raise TalkError([*findings, Finding("no-talk", what[0], Span(label), fix=what[1])])
    whole = node
    own_lang, languages = _languages(node)
    seen = Findings()  # of the talk's language, beside those of its YAML
    merged = None
    if client or variant or lang or duration or set or _overlaid(data or b"", node):
        request = (client, variant, lang, duration, set)
        merged = _merged(node, path, workspace, cwd or Path.cwd(), request, seen)
    if merged is not None:
        node, tag = merged.node, merged.lang
    else:
        node, tag = choose(node, languages, own_lang, seen), own_lang
    decoder = Decoder(seen, workspace, Variables({}, seen), tag, path)
    try:
        read_in = read_talk(node, decoder, Records())
    except TalkError as error:
        raise TalkError(error.findings if merged is None else merged.with_places(error.findings)) from None
    if read_in is not None and any(
        f"${{{name}}}".encode() not in (data or b"") for name in read_in.info.vars.words
    ):
        module("deckgen.overlays", "naming").report_unused(whole, node, path, workspace, seen)
    if merged is not None:
        seen = Findings(merged.with_places(seen.found))
    _add(seen, findings)
    if findings.has_errors:
        _find_named(theme, node, workspace, path, findings)
    gate(findings)
    assert read_in is not None
    name = theme or read_in.info.theme_name
    asked = read_in.info.theme
    chosen = load_theme(
        name,
        project=workspace.root,
        base=_base(read_in.info.theme_span, workspace, path) if theme is None else path.parent,
        findings=findings,
        span=read_in.info.theme_span,
        overrides=asked.overrides if asked is not None and theme is None else None,
        client=read_in.info.client.color,
        cwd=(cwd or Path.cwd()) if theme is not None else None,
    )
    if chosen is not None:
        check_trackers(chosen, findings)
    logos = chosen.logo.files if chosen is not None and chosen.logo is not None else ()
    refs = [*read_in.pictures, *(PictureRef(f.path, f.label, f.span) for f in logos)]
    assets = pictures_of(refs, findings, chosen, workspace.label)
    gate(findings)
    assert chosen is not None
    cut = None
    if read_in.info.duration is not None:

        def again(counts: Mapping[str, int]) -> Talk | None:
            unheard = Findings()
            return read_talk(
                node, Decoder(unheard, workspace, Variables({}, unheard), tag, path), Records(), counts
            )

        told = Findings()
        read_in, cut = module("deckgen.model", "shortened").in_time(read_in, again, told, keep_hidden)
        for finding in told if merged is None else merged.with_places(told.found):
            findings.add(finding)
    which = fonts or read_in.info.fonts
    files = _fonts(node, chosen, which, findings) if read_in.info.embed_fonts else ()
    guard = None
    if merged is not None or read_in.info.mentions or has_clients(path, workspace):
        guard = module("deckgen", "overlays").guard_of(read_in, merged, path, workspace, findings)
    result = Loaded(
        read_in, chosen, which, assets, path, workspace.root, tuple(findings), files, cut=cut, guard=guard
    )
    if merged is None:
        return result
    return replace(
        result,
        client=merged.client,
        variant=merged.variant,
        lang=tag if tag != own_lang else "",
        merged=merged,
    )


def _overlaid(data: bytes, node: Node) -> bool:
    """Whether a talk may say something that only overlays know: conditions, includes, variants that are more than a length."""
    if (b"when" in data or b"unless" in data or b"include" in data) and re.search(_KEYS, data):
        return True
    variants = node.get("variants") if isinstance(node, Map) else None
    return isinstance(variants, Map) and any(
        not isinstance(e.value, Map) or e.value.keys() != ["duration"] for e in variants.entries
    )


def _merged(
    node: Node,
    path: Path,
    workspace: Workspace,
    cwd: Path,
    request: tuple[Any, ...],
    findings: Findings,
) -> Merged | None:
    """The talk with its overlays; None where it is no map, which the reader says."""
    if not isinstance(node, Map):
        return None
    overlays = module("deckgen", "overlays")  # only for talks that have some
    asked = overlays.Request.of(*request)
    result: Merged = overlays.merged(node, path, workspace, cwd, asked, Records(), findings)
    return result


def _base(span: Span | None, workspace: Workspace, path: Path) -> Path:
    """The folder from which a theme's path counts: that of the file in which it stands."""
    return (workspace.bases.get(span.file, path) if span is not None else path).parent


def _find_named(theme: str | None, node: Node, workspace: Workspace, path: Path, findings: Findings) -> None:
    """Add what is wrong with the theme of a talk that can't be read itself: all problems come in one run."""
    named = node.get("theme") if isinstance(node, Map) else None
    name = theme or (named.text if isinstance(named, Scalar) and not named.null else "")
    if name:
        span = named.span if named is not None and theme is None else None
        base = _base(span, workspace, path)
        load_theme(name, project=workspace.root, base=base, findings=findings, span=span)


def _add(seen: Findings, findings: Findings) -> None:
    """Add what was found in a tree to what its YAML says; a line that YAML reads otherwise than meant has only one problem."""
    wrong = {(f.span.file, f.span.line) for f in findings if f.span is not None}
    for finding in seen:
        if finding.span is None or (finding.span.file, finding.span.line) not in wrong:
            findings.add(finding)


def _languages(node: Node) -> tuple[str, list[str]]:
    """The talk's language and all it exists in, read before anything else since texts may be maps by language."""
    lang, languages = "en", []
    if isinstance(node, Map):
        value = node.get("lang")
        if isinstance(value, Scalar) and value.text:
            lang = value.text
        every = node.get("languages")
        if every is not None and not isinstance(every, (Scalar, Map)):
            languages = [n.text for n in every.items if isinstance(n, Scalar)]
    return lang, languages


def _fonts(node: Node, theme: Theme, fonts: str, findings: Findings) -> tuple[Sfnt, ...]:
    """The font files that the talk `node` wants embedded."""
    wish = node.get("embed-fonts") if isinstance(node, Map) else None
    span = wish.span if wish is not None else None
    result: tuple[Sfnt, ...] = module("deckgen.theme", "embedding").embedded(theme, fonts, findings, span)
    return result


def pictures_of(
    refs: Sequence[PictureRef],
    findings: Findings,
    theme: Theme | None = None,
    named: Callable[[Path], str] | None = None,
) -> dict[str, Asset]:
    """Every picture of the talk and the theme's logo, read once; `named` says how findings name a file, for places within an SVG."""
    if not refs:
        return {}
    assets = module("deckgen.source", "assets")  # only for talks with pictures
    fonts = theme.fonts.files if theme is not None else ()
    result: dict[str, Asset] = {}
    for ref in refs:
        key = str(ref.path)
        if key in result:
            continue
        picture = assets.load_picture(ref.path, ref.label, findings, ref.span, fonts, named)
        if picture is None:
            continue
        svg = picture.svg
        result[key] = Asset(
            picture.suffix,
            picture.data,
            picture.width,
            picture.height,
            ref.label,
            cache(partial(assets.mean_colors, picture.data)),
            partial(assets.is_whole, picture.data) if picture.suffix == "png" and svg is None else None,
            assets.fitting(picture, ref.label),
            svg.data if svg is not None else b"",
            svg is not None and not svg.pixels,
            svg.families if svg is not None else (),
        )
    return result


def compose(loaded: Loaded) -> Deck:
    """Lay the talk out: every slide with its layout and all things placed, in EMU.

    Raises:
        TalkError: if a text can't fit or a slide can't be drawn.
    """
    findings = Findings(list(loaded.findings))
    try:
        deck = compose_deck(loaded.talk, loaded.theme, loaded.assets, findings, loaded.fonts)
    except TalkError as error:
        raise TalkError(
            error.findings if loaded.merged is None else loaded.merged.with_places(error.findings)
        ) from None
    if loaded.embedded or loaded.guard is not None:
        deck = replace(deck, embedded=loaded.embedded, guard=loaded.guard)
    return deck


def check(deck: Deck) -> list[Finding]:
    """Everything that the checks find in `deck`, and what composing found, ordered by place; names of other clients in its file too."""
    found = run_checks(deck)
    if deck.guard is None:
        return found
    return sort_findings([*found, *_leaks(deck, writer_for(".pptx").pieces(deck))])


def packed(deck: Deck, path: Path | None = None, found: Sequence[Finding] = ()) -> list[bytes]:
    """The bytes of `deck` in pieces, as they may be written to `path` (None: to no file, as .pptx).

    Raises:
        OutputError: if there is no writer for the suffix.
        TalkError: if the file says what the deck's client must not hear, or names another client; `found` is told with it.
    """
    pieces = writer_for(path.suffix if path is not None else ".pptx").pieces(deck)
    if deck.guard is not None and (leaks := _leaks(deck, pieces, path)):
        raise TalkError([*found, *leaks])
    return pieces


def _leaks(deck: Deck, pieces: Sequence[bytes], path: Path | None = None) -> list[Finding]:
    found: list[Finding] = module("deckgen", "leaks").find_leaks(deck, deck.guard, pieces, path)
    return found


def check_file(path: str | Path, *, cwd: Path | None = None) -> list[Finding]:
    """Whether the texts of a finished deck (.pptx, .potx), whoever made it, fit where they stand.

    A finding's `span` names the file, its `slide` the slide's number.

    Raises:
        TalkError: if the file can't be read or is no deck.
    """
    found: list[Finding] = module("deckgen.file_checks", "checker").check_file(path, cwd or Path.cwd())
    return found


def outline(loaded: Loaded) -> Outline:
    """The talk's slides with times, priorities and a running clock."""
    result: Outline = module("deckgen", "schedule").outline_of(loaded.talk, loaded.cut)
    return result


def write(deck: Deck, path: str | Path) -> Path:
    """Write `deck` to `path`; the suffix chooses the writer.  The file is written under another name, then renamed.

    Raises:
        OutputError: if there is no writer for the suffix, or the file can't be written.
        TalkError: if the file would say what the deck's client must not hear, or name another client; nothing is written.
    """
    target = Path(path)
    save(packed(deck, target), target)
    return target


def presentation(deck: Deck) -> Presentation:
    """`deck` as a python-pptx Presentation, for who wants to go on by script.

    Raises:
        TalkError: as `write`.
    """
    result: Presentation = module("deckgen", "bridge").presentation(b"".join(packed(deck)))
    return result
