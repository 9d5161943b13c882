"""Files to start from: names that every system takes, the starter talk, writing without overwriting."""

from __future__ import annotations

import re
from pathlib import Path

import click

from ..patterns import pattern

LANGUAGES = ("en", "de")
LANG = click.option(
    "--lang", type=click.Choice(LANGUAGES), default="en", show_default=True, help="Language of the talk."
)
TITLE = click.option("--title", metavar="TEXT", help="The talk's title.")
_RESERVED = pattern(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_FORBIDDEN = pattern(r'[<>:"/\\|?*\x00-\x1f\x7f]')
LONGEST = 80


def talk_name(text: str) -> str:
    """A talk's name as a file's name, without `.yaml`.

    Raises:
        click.UsageError: if some system can't have a file of that name.
    """
    return file_name(text, "talk")


def file_name(text: str, what: str) -> str:
    """The name of a talk or theme (`what`) as a file's or folder's name.

    Raises:
        click.UsageError: if some system can't have a file of that name.
    """
    name = re.sub(r"\.ya?ml\Z", "", text.strip())
    if not name or _FORBIDDEN.search(name) or name[0] in ".-" or name[-1] in ". " or len(name) > LONGEST:
        raise click.UsageError(
            f"{text[:60]!r} can't be the name of a {what}: write letters, digits and hyphens, such as first-{what}",
            click.get_current_context(silent=True),
        )
    if _RESERVED.fullmatch(name):
        raise click.UsageError(
            f"{text[:60]!r} is a name that Windows keeps for itself", click.get_current_context(silent=True)
        )
    return name


def starter(lang: str, title: str) -> str:
    """The text of the starter talk in a language, with the title put in."""
    stem = "starter" if lang == "en" else f"starter.{lang}"
    file = Path(__file__).resolve().parent.parent / "data" / "talks" / f"{stem}.yaml"
    text = file.read_text(encoding="utf-8")
    line = " ".join("".join(c if c.isprintable() else " " for c in title).split()).replace("${", "$${")
    if not line:
        return text
    quoted = "'" + line.replace("'", "''") + "'"
    return re.sub(r"(?m)^title: .*$", lambda _: f"title: {quoted}", text, count=1)


def argument(word: str) -> str:
    """A word as an argument that any shell takes."""
    return word if all(c.isalnum() or c in "-_." for c in word) else f'"{word}"'


def write_new(path: Path, text: str) -> None:
    """Write a file that isn't there yet.

    Raises:
        SystemExit: with code 2, after saying so, if it is there or can't be written.
    """
    try:
        if not path.parent.is_dir():
            path.parent.mkdir(parents=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        if isinstance(error, FileExistsError) and path.exists():
            refuse(path)
        click.echo(f"{path} can't be written: {error.strerror}", err=True)
        raise SystemExit(2) from None


def refuse(path: Path) -> None:
    """Say that a file is there already.

    Raises:
        SystemExit: with code 2.
    """
    click.echo(f"{path} is there already; it was left as it is, nothing was written", err=True)
    raise SystemExit(2)
