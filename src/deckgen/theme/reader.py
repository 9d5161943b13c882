"""The theme that a talk asks for: found, taken as it was prepared or read (`theme.whole`), kept for the process."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from .. import trace
from ..discovery import module
from ..findings import Finding, Findings, Span
from ..source.nodes import Entry, Map, Node, Scalar
from .find import find_template, find_theme, is_template
from .prepared import prepared_theme
from .records import Theme

_Stamps = tuple[tuple[Path, int, int], ...]
_Known = tuple[_Stamps, Theme | None, tuple[Finding, ...], trace.Trace]
_CACHE: dict[tuple[Path, Path | None], _Known] = {}
_KEPT = 32
"""Themes; a process that builds for hundreds of clients keeps the last ones."""


def load_theme(
    name_or_path: str,
    *,
    project: Path | None,
    base: Path | None,
    findings: Findings,
    span: Span | None = None,
    overrides: Map | None = None,
    client: Node | None = None,
    cwd: Path | None = None,
) -> Theme | None:
    """The theme by name, or by a path within `project` that starts from the folder `base`.

    Everything wrong with it becomes a finding; None where it can't be drawn with.  Kept for the process while its files stay the same.
    `overrides` are keys of a theme laid over it in place (a talk's `theme:` map); paths in them count from `base`.
    `client` is a client's colour, taken by a theme whose colours derive from one; others leave it.
    """
    if client is not None:
        plain = load_theme(
            name_or_path, project=project, base=base, findings=Findings(), span=span, overrides=overrides
        )
        if plain is not None and plain.client:
            colors = Map((Entry(Scalar("client", client.span), client),), client.span)
            over = Map((Entry(Scalar("colors", client.span), colors),), client.span)
            overrides = (
                over if overrides is None else module("deckgen.theme", "values").merge(overrides, over)
            )
    if is_template(name_or_path):
        return _client(name_or_path, project, base, cwd, findings, span, overrides)
    file = find_theme(name_or_path, project=project, base=base, findings=findings, span=span)
    if file is None:
        return None
    file = file.resolve()
    if overrides is not None and overrides.entries:
        return _reader()(file, project, findings, [], overrides, base)
    known = _known(file, project)
    if known is None:
        own = Findings()
        with trace.traced() as read:
            found = prepared_theme(file, partial(label_of, project=project))
            if found is not None:
                theme: Theme | None
                theme, files = found
            else:
                files = [file]
                theme = _reader()(file, project, own, files)
        known = _keep(file, project, (_stamps([*files, *map(Path, read)]), theme, tuple(own), read))
    return _told(known, findings)


def _known(file: Path, project: Path | None) -> _Known | None:
    """What is known of the theme at `file`, if none of the files it was read from changed."""
    known = _CACHE.get((file, project))
    return known if known is not None and known[0] == _stamps([path for path, _, _ in known[0]]) else None


def _keep(file: Path, project: Path | None, known: _Known) -> _Known:
    """Keep a theme, and the last ones beside it."""
    _CACHE.pop((file, project), None)
    while len(_CACHE) >= _KEPT:
        _CACHE.pop([*_CACHE][0], None)  # noqa: RUF015  several threads may be here
    _CACHE[file, project] = known
    return known


def _told(known: _Known, findings: Findings) -> Theme | None:
    """The theme; what was found in it, and read for it, is told once more."""
    for finding in known[2]:
        findings.add(finding)
    trace.again(known[3])
    return known[1]


def _client(
    name: str, project: Path | None, base: Path | None, cwd: Path | None, findings: Findings, span: Span | None, overrides: Map | None
) -> Theme | None:  # fmt: skip
    """The theme of a client's template, `overrides` laid over it."""
    file = find_template(name, project=project, base=base, findings=findings, span=span, cwd=cwd)
    if file is None:
        return None
    read = module("deckgen.template", "theme_of").template_theme
    label = label_of(file, project)
    if overrides is not None and overrides.entries:
        theme: Theme | None = read(
            file, label, findings, span, overrides, {overrides.span.file: base or file.parent}
        )
        return theme
    known = _known(file, project)
    if known is None:
        own, stamps = Findings(), _stamps([file])
        with trace.traced() as told:
            theme = read(file, label, own, span)
        known = _keep(file, project, (stamps, theme, tuple(own), told))
    return _told(known, findings)


def _stamps(files: list[Path]) -> _Stamps:
    result = []
    for path in dict.fromkeys(files):
        try:
            stat = path.stat()
            result.append((path, stat.st_mtime_ns, stat.st_size))
        except OSError:
            result.append((path, 0, -1))
    return tuple(result)


def _reader() -> Callable[..., Theme | None]:
    """What reads `theme.yaml`; a build on a prepared theme does without it."""
    read: Callable[..., Theme | None] = module("deckgen.theme", "whole").read_theme
    return read


def label_of(file: Path, project: Path | None) -> str:
    """How findings name `file`: from the project's folder where it lies in it."""
    root = project.resolve() if project is not None else None
    return (file.relative_to(root) if root is not None and file.is_relative_to(root) else file).as_posix()
