"""theme.yaml -> `Theme`: puts the theme over the one it extends, reads its parts.

A look that a theme and its parents lack is taken from the theme `plain`, with plain's type scale in this theme's fonts and colours.
What comes from another theme is moved into this one's zone (`theme.zone`); its titles stand where this theme's do, in its style.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from pathlib import Path

from .. import trace
from ..discovery import module
from ..findings import Findings, Span
from ..records import dataclass
from ..source.kept import read_kept
from ..source.nodes import Map, Node
from ..units import inches
from .brand import carry
from .chart_reader import ChartBase
from .find import FALLBACK, find_template, find_theme
from .grounds import read_colors, takes_client
from .look_reader import LookReader
from .marks import LogoFile, Logos
from .reader import label_of
from .records import Ground, Theme
from .shared import Shared
from .table_reader import TableReader
from .type_reader import brand_faces, inside, read_fonts, read_styles
from .values import Values, empty, merge
from .zone import Move, Zone, zone_of

TOP_KEYS = (
    "name", "title", "extends", "colors", "fonts", "styles", "grid", "guides", "master", "chrome", "labels", "transition", "logo",
    "table", "chart", "common", "looks", "tracker", "let", "half-leading", "scrim", "page",
)  # fmt: skip
MAX_FILE = 1 << 20
MAX_CHAIN = 6
WIDTH = 13.333


@dataclass(slots=True)
class _Chain:
    """The theme's maps merged, and the folder that each file's label stands for; `levels` are the maps by label, eldest first."""

    node: Map
    levels: list[tuple[str, Map]]
    folders: dict[str, Path]
    files: list[Path]
    names: list[str] = field(default_factory=list)


def read_theme(
    file: Path,
    project: Path | None,
    findings: Findings,
    files: list[Path],
    overrides: Map | None = None,
    base: Path | None = None,
) -> Theme | None:
    """The theme in `file`, `overrides` (with paths from the folder `base`) laid over it; `files` takes what it was read from."""
    chain = _chain(file, project, findings, files)
    if chain is None:
        return None
    if overrides is not None:
        whole = merge(carry(chain.node, overrides), overrides)
        assert isinstance(whole, Map)
        folders = {**chain.folders, overrides.span.file: base or file.parent}
        levels = [*chain.levels, (overrides.span.file, overrides)]
        chain = replace(chain, node=whole, folders=folders, levels=levels)
    if (given := chain.node.get("template")) is not None:
        return _from_template(chain, given, project, findings, files)
    spare: _Chain | None = None
    if FALLBACK not in chain.names:
        found = find_theme(FALLBACK, project=None, base=None, findings=findings)
        spare = _chain(found.resolve(), None, findings, files) if found is not None else None
        if spare is None:
            return None
    return _theme(chain, spare, Values(findings, chain.node.span.file))


def _from_template(
    chain: _Chain, given: Node, project: Path | None, findings: Findings, files: list[Path]
) -> Theme | None:
    """The theme of the client's template that a theme names, what the theme says laid over it."""
    values, folder = Values(findings), chain.folders[given.span.file]
    found = find_template(
        values.text(given), project=project or folder, base=folder, findings=findings, span=given.span
    )
    if found is None:
        return None
    files.append(found)
    read = module("deckgen.template", "theme_of").template_theme
    theme: Theme | None = read(
        found, label_of(found, project), findings, given.span, chain.node, chain.folders
    )
    if theme is None:
        return None
    name = theme.name if chain.node.get("name") is not None else chain.names[0]
    return replace(theme, folder=chain.files[0].parent, name=name)


def _chain(file: Path, project: Path | None, findings: Findings, files: list[Path]) -> _Chain | None:
    """A theme over its parents."""
    maps: list[Map] = []
    folders: dict[str, Path] = {}
    seen: list[Path] = []
    while True:
        node = _parse(file, label_of(file, project), findings)
        if node is None:
            return None
        maps.append(node)
        folders[label_of(file, project)] = file.parent
        seen.append(file)
        files.append(file)
        parent = node.get("extends")
        if parent is None or empty(parent):
            break
        name = Values(findings).text(parent)
        found = find_theme(name, project=project, base=file.parent, findings=findings, span=parent.span)
        if found is not None and found.resolve() in seen and name == file.parent.name:
            # a project's own `a theme` may extend the shipped one
            found = find_theme(name, project=None, base=None, findings=findings, span=parent.span)
        if found is None:
            return None
        if found.resolve() in seen or len(seen) >= MAX_CHAIN:
            findings.error(
                "theme-loop",
                f"the theme {name!r} extends itself",
                parent.span,
                "extend another theme, or none",
            )
            return None
        file = found.resolve()
    whole = maps[-1]
    for child in reversed(maps[:-1]):
        merged = merge(carry(whole, child), child)
        assert isinstance(merged, Map)
        whole = merged
    levels = list(zip((label_of(path, project) for path in reversed(seen)), reversed(maps), strict=True))
    return _Chain(whole, levels, folders, seen, [path.parent.name for path in seen])


def _parse(file: Path, label: str, findings: Findings) -> Map | None:
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_FILE + 1)
        trace.saw(file, data)
    except OSError as error:
        findings.error("theme-unreadable", f"{label} can't be read: {error.strerror or error}", Span(label))
        return None
    if len(data) > MAX_FILE:
        findings.error("theme-unreadable", f"{label} is larger than 1 MiB", Span(label))
        return None
    node = read_kept(data, label, findings)
    if node is None:
        return None
    if not isinstance(node, Map):
        findings.error("theme-value", "a theme is a map", node.span)
        return None
    return node


def _moves(chain: _Chain, spare: _Chain | None) -> dict[str, Move]:
    """How what is written in each file comes to the theme's own page; nothing where the pages are alike."""
    zones: dict[str, Zone | None] = {}
    zone: Zone | None = None
    for label, node in (*(spare.levels if spare is not None else ()), *chain.levels):
        zone = zones[label] = zone_of(node, zone)
    return {
        label: Move(own, zone)
        for label, own in zones.items()
        if own is not None and zone is not None and own != zone
    }


def _theme(chain: _Chain, spare: _Chain | None, values: Values) -> Theme | None:
    findings, node = values.findings, chain.node
    keys = values.keys(node, TOP_KEYS, "a theme")
    fallback = values.entries(spare.node, "a theme") if spare is not None else {}
    slots: dict[str, str] = {}
    grounds: dict[str, Ground] = {}
    if "colors" in keys:
        slots, grounds = read_colors(values, keys["colors"])
    else:
        findings.error("theme-value", "a theme needs colors", node.span, "or write `extends: plain`")
    fonts = read_fonts(values, keys.get("fonts"), chain.folders, node)
    if not grounds or fonts is None:
        return None
    styles = read_styles(values, keys.get("styles"))
    moves = _moves(chain, spare)
    plain_styles = read_styles(values, fallback.get("styles")) if spare is not None else {}
    tables = TableReader(values, grounds, slots, styles, keys.get("table"))
    if "table" not in keys and spare is not None:  # the fallback's tables, in its type
        tables = TableReader(values, grounds, slots, plain_styles, fallback.get("table"))
    charts = ChartBase(keys["chart"], styles) if "chart" in keys else None
    if charts is None and "chart" in fallback:
        charts = ChartBase(fallback["chart"], plain_styles)
    labels = _labels(values, keys.get("labels"))
    names = frozenset(name for words in labels.values() for name in words)
    common, tracker = keys.get("common"), keys.get("tracker")
    plain: LookReader | None = None
    if spare is not None:
        lent = Shared(tables, charts, moves=moves)
        plain = LookReader(values, grounds, slots, plain_styles, fallback.get("common"), tracker, lent)
    drawn = brand_faces(fonts) if values.flag(keys.get("half-leading")) else {}
    shared = Shared(tables, charts, drawn, moves, names)
    own = LookReader(values, grounds, slots, styles, common, tracker, shared, plain, keys.get("page"))
    looks = own.looks(keys.get("looks"))
    master = own.master(keys.get("master"), node) if plain is None or "master" in keys else None
    chrome = own.chrome(keys.get("chrome"), node) if plain is None or "chrome" in keys else None
    if plain is not None:
        if master is None:
            master = plain.master(fallback.get("master"), node)
        else:
            plain.title = master.title
        chrome = chrome or plain.chrome(fallback.get("chrome"), node)
        looks = {**plain.looks(fallback.get("looks"), looks), **looks}
    if master is None or chrome is None:
        return None
    return Theme(
        name=values.text(keys.get("name"), chain.names[0]),
        title=values.text(keys.get("title"), values.text(keys.get("name"), chain.names[0]).capitalize()),
        slots=slots, fonts=fonts, styles=styles, grounds=grounds, looks=looks, master=master, chrome=chrome,
        labels=labels, guides=_guides(values, keys),
        transition=values.choice(keys.get("transition"), ("morph", "fade", "none", ""), "fade").replace("none", ""),
        logo=_logos(values, keys.get("logo"), chain),
        client=values.text(values.entries(keys["colors"], "colors").get("client")) or takes_client(keys["colors"]) * "own",
        scrim=own.scrim(keys.get("scrim")), folder=chain.files[0].parent, table=tables.read(None, node),
    )  # fmt: skip


def _logos(values: Values, node: Node | None, chain: _Chain) -> Logos | None:
    """`logo: logo.png`, or one for each sort of ground: `logo: {light: logo.png, dark: logo-white.png}`."""
    if node is None or empty(node):
        return None
    keys = values.keys(node, ("light", "dark"), "logo") if isinstance(node, Map) else {"light": node}
    if not keys:
        values.wrong(node, "`logo` names no file", "write `logo: logo.png`")
    found: dict[str, LogoFile] = {}
    for ground, value in keys.items():
        path = inside(values, value, chain.folders[value.span.file])
        if path is not None:
            found[ground] = LogoFile(path, values.text(value), value.span)
    return Logos(found.get("light"), found.get("dark")) if found else None


def _labels(values: Values, node: Node | None) -> dict[str, dict[str, str]]:
    return {
        lang: {key: values.text(value) for key, value in values.entries(texts, "labels").items()}
        for lang, texts in values.entries(node, "labels").items()
    }


def _guides(values: Values, keys: Mapping[str, Node]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """`guides: {x: [...], y: [...]}`, else the edges of `grid: {columns, margin, gutter}`."""
    given = values.keys(keys.get("guides"), ("x", "y"), "guides")
    grid = values.keys(keys.get("grid"), ("columns", "margin", "gutter"), "grid")
    xs = tuple(values.length(item, low=0) for item in values.items(given.get("x"), "guides"))
    ys = tuple(values.length(item, low=0) for item in values.items(given.get("y"), "guides"))
    if grid and not xs:
        columns = values.whole(grid.get("columns"), 12, 1, 48)
        margin = values.number(grid.get("margin"), 0.667, 0, WIDTH / 2)
        gutter = values.number(grid.get("gutter"), 0.167, 0, WIDTH / columns)
        pitch = (WIDTH - 2 * margin + gutter) / columns
        xs = tuple(inches(margin + pitch * i) for i in range(columns)) + (inches(WIDTH - margin),)
    return xs, ys
