"""Where themes are: beside a project, in the installed package, in a checkout of the repository."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from .. import trace
from ..findings import Findings, Span
from ..source.project import folder_of
from ..source.suggest import nearest

FILE = "theme.yaml"
FALLBACK = "plain"
TEMPLATES = (".potx", ".pptx", ".potm", ".pptm", ".ppsx", ".ppsm")


def shipped_dirs() -> tuple[Path, ...]:
    """Folders of themes that come with deckgen, first come first served."""
    package = Path(__file__).resolve().parent.parent
    source = package.parent
    dirs = [package / "themes"]
    if source.name == "src":
        dirs.append(source.parent / "themes")
    dirs.append(package / "data" / "themes")
    return tuple(d for d in dirs if d.is_dir())


def theme_dirs(project: Path | None) -> list[Path]:
    """Folders of themes: the project's own, those that come with deckgen; first come first served."""
    return ([folder_of(project, "themes")] if project is not None else []) + list(shipped_dirs())


def names(dirs: Iterable[Path]) -> list[str]:
    """The themes in these folders, sorted."""
    found: set[str] = set()
    for folder in dirs:
        try:
            found |= {child.name for child in folder.iterdir() if (child / FILE).is_file()}
        except OSError:
            continue
    return sorted(found)


def is_template(name: str) -> bool:
    """Whether a theme is given as a PowerPoint file."""
    return name.lower().endswith(TEMPLATES)


def find_template(
    name: str, *, project: Path | None, base: Path | None, findings: Findings, span: Span | None = None, cwd: Path | None = None
) -> Path | None:  # fmt: skip
    """A client's .potx or .pptx: by a path from `base`, else in the project's `themes/` or the project's own folder.

    What the command line names is looked for from `cwd` first and may lie anywhere.  Adds `theme-not-found` or `path-outside` and returns None
    where there is none.
    """
    root = project.resolve() if project is not None else None
    places = [place for place in (cwd, base) if place is not None]
    if project is not None and not is_path(name):
        places += [folder_of(project, "themes"), project]
    outside = False
    for place in places:
        try:
            target = (place / name.replace("\\", "/")).resolve()
            if not trace.is_file(target):
                continue
        except (OSError, ValueError, RuntimeError):
            continue
        if root is None or place is cwd or target.is_relative_to(root):
            return target
        outside = True
    if outside:
        findings.error(
            "path-outside", f"the theme {name!r} lies outside of the project", span, "copy it into the project's folder `themes`"
        )  # fmt: skip
    else:
        findings.error(
            "theme-not-found",
            f"there is no file {name!r}",
            span,
            "name a .potx or .pptx, as a path from the talk's folder",
        )
    return None


def guess(word: str, known: Iterable[str]) -> str:
    """The known word that was meant, or ""."""
    return nearest(word, sorted(known))


def is_path(text: str) -> bool:
    """Whether a theme is given as a path: it starts with ./ or ../ or has a slash."""
    return "/" in text or "\\" in text or text in (".", "..")


def find_theme(
    name: str, *, project: Path | None, base: Path | None, findings: Findings, span: Span | None = None
) -> Path | None:
    """The `theme.yaml` of a theme: a path within the project (from `base`), else by name in the project's `themes/`, else shipped.

    Adds the finding `theme-not-found` or `path-outside` and returns None where there is none.
    """
    if is_path(name):
        return _by_path(name, project or base, base or project, findings, span)
    dirs = theme_dirs(project)
    if name not in ("", ".", ".."):
        for folder in dirs:
            file = folder / name / FILE
            if trace.is_file(file):
                return file
    known = names(dirs)
    near = guess(name, known)
    fix = f"write `theme: {near}`" if near else f"write one of: {', '.join(known)}"
    findings.error("theme-not-found", f"there is no theme {name!r}", span, fix)
    return None


def _by_path(
    text: str, project: Path | None, base: Path | None, findings: Findings, span: Span | None
) -> Path | None:
    if project is None or base is None:
        findings.error("theme-not-found", f"the theme path {text!r} needs a file that it starts from", span)
        return None
    root = project.resolve()
    try:
        target = (base / text.replace("\\", "/")).resolve()
        if not target.is_relative_to(root):
            findings.error(
                "path-outside", f"the theme {text!r} lies outside of the project", span, "copy it into the project's folder `themes`"
            )  # fmt: skip
            return None
        file = target / FILE if target.is_dir() else target
        found = trace.is_file(file)
    except (OSError, ValueError, RuntimeError):
        found = False
        file = base
    if not found or file.name != FILE:
        findings.error(
            "theme-not-found", f"there is no theme at {text!r}", span, f"name a folder with a {FILE} in it"
        )
        return None
    return file
