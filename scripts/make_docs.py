"""Writes docs/reference from the records, the findings' explanations and the commands' help.

python scripts/make_docs.py          writes the files
python scripts/make_docs.py --check  exit code 1 if one of them isn't what this would write
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from deckgen import cli
from deckgen.cli._sketch import sketch
from deckgen.cli.explain import PLACES
from deckgen.explanations import codes, explanation
from deckgen.findings import Findings
from deckgen.kinds import kind, kind_names, summary
from deckgen.model.keys import CommonKeys
from deckgen.model.talk import Speaker
from deckgen.reference import KeyRow, item_keys, keys_of, looks_of, talk_keys
from deckgen.schema import client_schema
from deckgen.source.project_file import Combination, Project
from deckgen.theme.key_help import HELP
from deckgen.theme.reader import load_theme
from deckgen.theme.roles import ROLES
from deckgen.trackers import tracker, tracker_names

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "reference"
MADE = "<!-- made by scripts/make_docs.py; change the sources, not this file -->\n"
WIDTH = 100


def pages() -> dict[str, str]:
    """All files of docs/reference by name."""
    made = {
        "kinds.md": _kinds(),
        "talk.md": _talk(),
        "findings.md": _findings(),
        "commands.md": _commands(),
        "project.md": _project(),
        "theme.md": _theme(),
    }
    return {name: MADE + _joined(lines) for name, lines in made.items()}


def _joined(lines: Iterable[str]) -> str:
    """The page with one blank line at most between paragraphs."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).rstrip() + "\n"


SECTIONS = {
    "theme": "The file", "colors": "`colors`", "ground": "A ground: `light`, `dark`, `accent`", "recipe": "A colour that a client's changes",
    "fonts": "`fonts`", "families": "`brand`, `office`", "style": "A style", "text": "How a text is set", "placeholder": "A placeholder: a text's keys, and",
    "bullet": "`bullet`", "shape": "A shape", "outline": "A shape's `line`", "gradient": "A gradient: `fill`, `scrim`", "repeat": "`repeat`",
    "around": "`around`", "copies": "A repeat's `grid`", "when": "`when`", "look": "A look", "logo": "`logo`", "table": "`table`",
    "cell": "`head`, `body`, `first`, `highlight`, `total`", "rules": "`rules`", "stroke": "A stroke", "chart": "`chart`",
    "chart text": "A chart's texts", "chart colors": "A chart's `colors`", "chart pair": "A chart's `lines`, `markers`", "chart grid": "A chart's `grid`",
    "grid": "`grid`", "guides": "`guides`", "master": "`master`", "chrome": "`chrome`",
}  # fmt: skip


def _theme() -> Iterator[str]:
    yield "# Keys of theme.yaml\n"
    yield "A theme says what differs from the one that it `extends`, at any depth: a map is laid over the parent's key by key, a list or a single value takes its place, an"
    yield "empty value takes the parent's away; within a look a placeholder is replaced whole. Keys that aren't listed are errors with their line, column and the key that was"
    yield "probably meant. [Your brand](../themes.md) shows the keys at work; `deckgen schema theme` has them for editors, with the forms of their values.\n"
    for section, title in SECTIONS.items():
        yield f"\n## {title}\n\n| key | is |\n|---|---|"
        for key, words in HELP[section].items():
            yield f"| `{key}` | {words} |"
        if section == "ground":
            yield "\nAny other role may be named, and used by its name wherever a role stands."
    yield "\n## Roles\n\nPlaceholders of a look, `common` and what `below` and `hug` name:"
    yield ", ".join(f"`{name}`" for name in ROLES) + "."
    yield "\n## Trackers\n\n| name | options |\n|---|---|"
    for name in tracker_names():
        yield f"| `{name}` | {', '.join(f'`{key}` ({sort})' for key, sort in tracker(name).options.items())} |"


def _kinds() -> Iterator[str]:
    theme = load_theme("plain", project=None, base=None, findings=Findings())
    assert theme is not None
    yield "# Kinds of slides\n"
    yield "A slide's kind is the key that carries its content. The kind's own keys and the common keys stand beside it. `deckgen kinds KIND`"
    yield "prints the same in a terminal. The drawings show the theme `plain`; other themes put the same parts elsewhere.\n"
    names = [name.replace("_", "-") for name in kind_names()]
    yield ", ".join(f"[{name}](#{name})" for name in names) + "\n"
    yield "## Common keys\n\nEvery slide may have them, also beside the keys of its kind.\n"
    yield from _table(keys_of(CommonKeys))
    for name, key in zip(kind_names(), names, strict=True):
        record = kind(name).record
        yield f"\n## {key}\n\n{summary(name)}\n\n```yaml\n{kind(name).example}\n```\n"
        if own := keys_of(record):
            yield from _table(own)
        for field, rows in item_keys(record).items():
            yield f"\nKeys of an item of `{field}`:\n"
            yield from _table(rows)
        looks = looks_of(name, theme)
        yield f"\nLayout `{looks[0].name}`:\n\n```\n" + "\n".join(sketch(looks[0], theme)) + "\n```"
        if looks[1:]:
            yield f"\nOther layouts: {', '.join(f'`{look.name}`' for look in looks[1:])}."


def _talk() -> Iterator[str]:
    yield "# A talk's own keys\n"
    yield "They stand at the top of a talk, beside `slides`; [the slides' keys](kinds.md) are apart.\n"
    yield from _table(talk_keys())
    yield "\nKeys of a speaker:\n"
    yield from _table(keys_of(Speaker))
    yield "\n## Overlays\n\nA variant of the talk, a language file (`NAME.en.yaml`) and a client's file are [overlays](../clients.md). All of these keys"
    yield "may stand there, but for `languages` and `variants`, and these:\n"
    overlay = client_schema()["properties"]
    rows = [key for key in overlay if key not in {row.key for row in talk_keys()} or key == "variants"]
    where = {"variant", "variants", "avoid", "talks"}
    yield "| key | where | for |\n|---|---|---|"
    for key in rows:
        yield f"| `{key}` | {'clients' if key in where else 'any overlay'} | {overlay[key]['description']} |"


def _project() -> Iterator[str]:
    yield "# Keys of deckgen.yaml\n"
    yield "All may be left out; [Projects](../projects.md) says what they do.\n"
    yield from _table(keys_of(Project))
    yield "\nKeys of an entry of `build`:\n"
    yield from _table(keys_of(Combination))


def _findings() -> Iterator[str]:
    yield "# Findings\n"
    yield "What `deckgen build` and `deckgen check` report, by the word in brackets: `error[unknown-key]`. `deckgen explain CODE` prints the"
    yield "same in a terminal."
    for code in codes():
        found = explanation(code)
        yield f"\n## {code}\n\n{found.means}\n"
        if found.place == "words":
            yield f"This causes it: {found.example}\n"
            yield f"Instead: {found.instead}"
            continue
        where = PLACES.get(found.place, f"in {found.place}")
        language = "yaml" if found.place in PLACES else "text"
        yield f"This causes it, {where}:\n\n```{language}\n{found.example}\n```\n"
        yield f"Write instead:\n\n```{language}\n{found.instead}\n```"


def _commands() -> Iterator[str]:
    yield "# Commands\n"
    yield "Exit codes: 0 done; 1 findings at or above the bar; 2 the input is wrong, nothing written; 3 an outside program is missing."
    yield "Results go to stdout, messages and progress to stderr."
    settings = cli.group.context_settings
    yield from _command(
        cli.group, click.Context(cli.group, info_name="deckgen", terminal_width=WIDTH, **settings)
    )


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    yield f"\n## {context.command_path}\n\n```\n{command.get_help(context)}\n```"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from _command(
                inner, click.Context(inner, info_name=name, parent=context, terminal_width=WIDTH)
            )


def _table(rows: Iterable[KeyRow]) -> Iterator[str]:
    yield "| key | type | default | what it is for |"
    yield "|---|---|---|---|"
    for row in rows:
        words = row.help + (f" (example: `{row.example}`)" if row.example else "")
        key = f"`{row.key}`" + (" (content)" if row.content else " (required)" if row.required else "")
        default = f"`{row.default}`" if row.default else ""
        yield f"| {key} | {_cell(row.type)} | {_cell(default)} | {_cell(words)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> None:
    """Write the files, or compare them."""
    stale = []
    for name, text in pages().items():
        path = FOLDER / name
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if "--check" not in sys.argv[1:]:
            FOLDER.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            print(path)
    if stale and "--check" in sys.argv[1:]:
        print("out of date:", ", ".join(stale), "(run: python scripts/make_docs.py)", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
