"""`deckgen theme`: which themes there are, what is in one, what is wrong with one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import _complete
from ._columns import definitions, table, terminal_width
from ._options import NO_COLOR, QUIET, colored, given, heading
from ._report import counted, printable, show

if TYPE_CHECKING:
    from ..findings import Findings
    from ..theme.records import Fonts, Ground, Theme


@click.group("theme", short_help="List, show and check themes.", epilog="Example: deckgen theme show plain")
def command() -> None:
    """Themes are brands: colours, fonts, layouts.  They lie in the project's folder themes/, or come with deckgen."""


@command.command(
    "list", short_help="List all themes that can be named.", epilog="Example: deckgen theme list"
)
def list_themes() -> None:
    """List the themes that `theme:` may name here: name, title, where it is, its grounds, its fonts."""
    from ..findings import Findings
    from ..source.project import folder_of
    from ..theme.find import names, theme_dirs
    from ..theme.reader import load_theme

    root = _root()
    rows = [["name", "title", "where", "grounds", "fonts"]]
    for name in names(theme_dirs(root)):
        findings = Findings()
        theme = load_theme(name, project=root, base=None, findings=findings)
        if theme is None or findings.has_errors:
            rows.append([name, "", "", "", f"can't be used: deckgen theme check {name}"])
            continue
        own = (
            root is not None
            and theme.folder is not None
            and theme.folder.is_relative_to(folder_of(root, "themes"))
        )
        fonts = ", ".join(dict.fromkeys((theme.fonts.brand.heading, theme.fonts.brand.body)))
        where = "project" if own else "shipped"
        rows.append([name, theme.title, where, ", ".join(theme.grounds), fonts])
    for line in table(rows):
        click.echo(printable(line))


@command.command(
    "show",
    short_help="Show a theme's colours, fonts, type scale and layouts, or its specimen.",
    epilog="Example: deckgen theme show plain -o specimen.pptx",
)
@click.argument("name", metavar="NAME|PATH", shell_complete=_complete.themes)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE",
    help="Deck (.pptx) to write: every kind and layout in this theme, on each of its grounds.",
)  # fmt: skip
@click.option(
    "--lang", metavar="LANG", shell_complete=_complete.specimen_languages,
    help="Language of that deck: en (default) or de.",
)  # fmt: skip
@QUIET
@NO_COLOR
def show_theme(name: str, output: Path | None, lang: str | None, quiet: bool, no_color: bool) -> None:
    """Show what is in a theme: colours by role and ground with their contrast, fonts, type scale, layouts.

    With -o a specimen is written: pages of colours, type and logo, then every kind of slide in every layout on light, dark and accent
    grounds; the notes say how each slide is written.  A client's template has one too.
    """
    from ..findings import Findings
    from ._specimen import languages, written

    if lang is not None and output is None:
        raise click.UsageError("--lang is the language of a specimen: add -o FILE.pptx")
    if lang is not None and lang not in languages():
        raise click.UsageError(f"--lang knows {' and '.join(languages())}, not {lang[:40]!r}")
    findings = Findings()
    theme, root = _load(name, findings)
    if theme is None or findings.has_errors:
        show(findings.sorted(), err=True, color=colored(), root=root)
        raise SystemExit(2)
    if output is not None:
        written(theme, lang, output, findings, root)
        return
    for line in (*_head(theme), *_colors(theme), *_type(theme), *_layouts(theme)):
        click.echo(line)


@command.command(
    "check",
    short_help="Report what is wrong with a theme.",
    epilog="Example: deckgen theme check themes/acme",
)
@click.argument("name", metavar="NAME|PATH", shell_complete=_complete.themes)
@QUIET
@NO_COLOR
def check_theme(name: str, quiet: bool, no_color: bool) -> None:
    """Report what is wrong with a theme: values, contrast, looks that lose a slot, fonts without file or widths.

    Exit code 1 if something was found, 2 if there is no such theme.
    """
    from ..findings import Findings
    from ..theme.review import review
    from ..trackers import check_trackers

    findings = Findings()
    theme, root = _load(name, findings)
    if theme is not None and theme.folder is not None:
        review(theme, findings)
        check_trackers(theme, findings)
    found = findings.sorted()
    missing = any(f.code == "theme-not-found" and f.span is None for f in found)
    show(found, err=missing, color=colored(err=missing), root=root)
    if missing:
        raise SystemExit(2)
    if not given("quiet"):
        click.echo(counted(found))
    if found:
        raise SystemExit(1)


@command.command(
    "new",
    short_help="Make a theme of your own from a colour and a logo.",
    epilog='Example: deckgen theme new acme --color "#1F6F5C" --logo acme.png',
)
@click.argument("name", metavar="NAME")
@click.option(
    "--color",
    metavar="COLOR",
    help="The brand's colour, six hex digits: \"#1F6F5C\".  Without it the logo's is taken.",
)
@click.option("--logo", type=click.Path(path_type=Path), help="The brand's logo; it is copied.")
@click.option(
    "--logo-dark", type=click.Path(path_type=Path), help="The logo for dark ground, if there is one."
)
@click.option(
    "--extends",
    "parent",
    metavar="THEME",
    default="plain",
    show_default=True,
    help="The theme whose layouts it takes.",
)
@QUIET
def new_theme(
    name: str, color: str | None, logo: Path | None, logo_dark: Path | None, parent: str, quiet: bool
) -> None:
    """Write themes/NAME/theme.yaml of the project: all that THEME draws, in the colour of the brand, with its logo; prints the paths.

    Text colours that can be read on it, tints, dark slides, dividers and the series of charts follow from the colour: they are listed with their
    contrasts.  Nothing is ever overwritten.
    """
    from ..findings import Findings
    from ..theme.reader import load_theme
    from ._palette import palette
    from ._theme_new import written

    made = written(name, color, parent, logo, logo_dark)
    for path in made.files:
        click.echo(printable(str(path)))
    if given("quiet"):
        return
    project = made.root or made.folder.parent.parent
    theme = load_theme(made.name, project=project, base=project, findings=Findings())
    for line in ([made.said] if made.said else []) + (palette(theme) if theme is not None else []):
        click.echo(printable(line), err=True)
    if made.root is None:
        click.echo("there is no project (deckgen.yaml) here; `deckgen init .` would make one", err=True)
    click.echo(
        f"write `theme: {made.name}` into a talk; `deckgen theme check {made.name}` after changes", err=True
    )


@command.command(
    "fonts",
    short_help="Say what fonts a theme needs; measure new ones.",
    epilog="Example: deckgen theme fonts acme --add Brandfont-Regular.ttf --add Brandfont-Bold.ttf",
)
@click.argument("name", metavar="NAME|PATH", shell_complete=_complete.themes)
@click.option(
    "--add", "files", multiple=True, type=click.Path(path_type=Path),
    help="Font file (TTF, OTF, TTC, WOFF, WOFF2) to make a table of widths from; may be repeated.",
)  # fmt: skip
@NO_COLOR
def fonts_of_theme(name: str, files: tuple[Path, ...], no_color: bool) -> None:
    """Say which fonts a theme writes, whether their widths are known, and what to install where.

    With --add, font files are measured: their table goes to fonts/FONT.metrics in the theme's folder and its path is printed.  Only
    widths and kerning are taken, no outlines.  Exit code 2 if a file is no font of the theme's, 3 if fontTools is missing.
    """
    from ..findings import Findings
    from . import _theme_fonts

    findings = Findings()
    theme, root = _load(name, findings)
    if theme is None or findings.has_errors:
        show(findings.sorted(), err=True, color=colored(), root=root)
        raise SystemExit(2)
    if not files:
        for line in _theme_fonts.said(theme):
            click.echo(line)
        return
    click.echo(printable(str(_theme_fonts.add(theme, files, root))))


@command.command(
    "inspect",
    short_help="Say what a client's PowerPoint template offers.",
    epilog="Example: deckgen theme inspect acme.potx -o themes/acme",
)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", "folder", type=click.Path(path_type=Path, file_okay=False),
    help="Folder of a theme: gets theme.yaml to correct by hand, a picture, and the template.",
)  # fmt: skip
@NO_COLOR
def inspect_template(file: Path, folder: Path | None, no_color: bool) -> None:
    """Say how a .potx or .pptx is understood as a theme: which layout draws which slide and why, what is composed, what stays behind.

    With -o a folder gets theme.yaml, which names what was understood in comments; what you write in it stays when the template is inspected
    again.  Exit code 2 if the file can't be a template.
    """
    from ..errors import OutputError
    from ..findings import Findings
    from ..source.parts import Refused
    from ..template.theme_of import understand
    from . import _inspect

    findings = Findings()
    try:
        with file.open("rb") as stream:
            node, folders = _inspect.corrections(file, folder, findings)
            found = understand(stream, file.resolve(), findings, None, node, folders)
    except Refused as error:
        findings.error(error.code, f"{file.name}: {error.message}", None, error.fix)
    except OSError as error:
        findings.error("theme-not-found", f"{file} can't be read: {error.strerror or error}", None)
    if findings.has_errors:
        show(findings.sorted(), err=True, color=colored(), root=None)
        raise SystemExit(2)
    show(findings.sorted(), err=True, color=colored(), root=None)
    for line in _inspect.lines(found, file.name):
        click.echo(line)
    if folder is not None:
        try:
            written = _inspect.write(found, file.resolve(), folder)
        except OutputError as error:
            click.echo(printable(str(error)), err=True)
            raise SystemExit(2) from error
        for path in written:
            click.echo(printable(str(path)), err=True)


def _root() -> Path | None:
    from ..source.workspace import project_root

    return project_root(Path.cwd())


def _load(name: str, findings: Findings) -> tuple[Theme | None, Path | None]:
    """The theme by name, or by a path that may lie anywhere, and the folder that its file is named from."""
    from ..source.workspace import project_root
    from ..theme.find import FILE, is_path, is_template
    from ..theme.reader import load_theme

    here, root = Path.cwd(), _root()
    if is_template(name):
        return load_theme(name, project=root, base=here, findings=findings, cwd=here), root
    if not is_path(name):
        return load_theme(name, project=root, base=here, findings=findings), root
    try:
        target = (here / name).resolve()
        folder = target.parent if target.name == FILE else target
        there = (folder / FILE).is_file()
    except (OSError, ValueError, RuntimeError):
        there = False
    if not there:
        findings.error(
            "theme-not-found", f"there is no theme at {name!r}", None, f"name a folder with a {FILE} in it"
        )
        return None, root
    project = project_root(folder) or (folder.parent.parent if folder.parent.name == "themes" else folder)
    found = load_theme(f"./{folder.name}", project=project, base=folder.parent, findings=findings)
    return found, project


def _head(theme: Theme) -> list[str]:
    rows = [("title", theme.title), ("transition", theme.transition or "none")]
    if theme.folder is not None:
        rows.insert(1, ("folder", str(theme.folder)))
    return [heading(theme.name), *definitions(((a, printable(b)) for a, b in rows), terminal_width()), ""]


def _colors(theme: Theme) -> list[str]:
    """A row for each role: on each ground its colour, and its contrast to what it stands on."""
    roles = list(dict.fromkeys(role for ground in theme.grounds.values() for role in ground.roles))
    rows = [["role", *theme.grounds]]
    for role in roles:
        cells = [_color(theme, ground, role) for ground in theme.grounds.values()]
        rows.append([role, *(text for text, _ in cells)])
    lines = [heading("Colours, and their contrast to the ground (of `on-X` to X)"), *table(rows, indent=2)]
    if colored(err=False):
        from ..theme.colors import to_rgb

        for at, role in enumerate(roles, 2):
            marks = [hex_ for _, hex_ in (_color(theme, g, role) for g in theme.grounds.values()) if hex_]
            lines[at] += "  " + "".join(click.style("  ", bg=to_rgb(m)) for m in marks)
    return [*lines, ""]


def _color(theme: Theme, ground: Ground, role: str) -> tuple[str, str]:
    """`#1F5FBF 6.1` and the colour, as it is shown; ("", "") where the ground hasn't the role."""
    from ..theme.colors import shown_color

    if role not in ground.roles:
        return "", ""
    shown, ratio = shown_color(theme, ground, role)
    return f"{shown} {ratio:4.1f}", shown


def _type(theme: Theme) -> list[str]:
    from ._fonts import missing_families

    fonts = theme.fonts
    sets = [
        ("brand", _set(fonts, "brand")),
        ("office", _set(fonts, "office")),
        ("files", ", ".join(f.name for f in fonts.files) or "none"),
    ]
    missing = missing_families(theme)
    if missing:
        sets.append(("not installed here", ", ".join(missing)))
    rows = [["style", "size", "leading", "font", "sizes to step down to"]]
    for name, style in theme.styles.items():
        face = style.font + (" bold" if style.bold else "") + (" italic" if style.italic else "")
        ladder = ", ".join(map(str, style.ladder))
        rows.append([name, str(style.size), f"{style.leading:g}", face, ladder])
    lines = [heading("Fonts"), *definitions(sets, terminal_width()), ""]
    return [*lines, heading("Type scale, in points"), *table(rows, right=(1, 2), indent=2), ""]


def _set(fonts: Fonts, name: str) -> str:
    chosen = fonts.brand if name == "brand" else fonts.office
    return f"{chosen.heading} for headings, {chosen.body} for text"


def _layouts(theme: Theme) -> list[str]:
    """Each layout with its grounds and placeholders, which are named as in the selection pane."""
    rows = []
    for look in theme.looks.values():
        roles = ", ".join(dict.fromkeys(p.role for p in look.placeholders)) or "no placeholders"
        rows.append((look.name, f"{look.label} ({', '.join(look.grounds)}): {roles}"))
    return [heading("Layouts, for `layout:`, with their placeholders"), *definitions(rows, terminal_width())]
