"""`deckgen schema`: JSON Schema of talks, clients, themes and projects, for editors."""

from __future__ import annotations

from pathlib import Path

import click

NAMES = ("talk", "client", "theme", "project")


@click.command(
    "schema",
    short_help="Print the JSON Schema of talks, clients, themes or projects, for editors.",
    epilog="Example: deckgen schema talk -o talk.schema.json",
)
@click.argument("name", type=click.Choice(NAMES), default="talk", metavar="[talk|client|theme|project]")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write it to this file."
)
def command(name: str, output: Path | None) -> None:
    """Print the JSON Schema (draft 2020-12) of talks, of clients' files, of theme.yaml or of deckgen.yaml.

    With it an editor completes keys, explains them and marks what is wrong while you type. In VS Code with the YAML extension
    write into the talk's first line:

    \b
        # yaml-language-server: $schema=talk.schema.json
    """
    import json

    from ..schema import SCHEMAS

    text = json.dumps(SCHEMAS[name](), ensure_ascii=False, indent=2)
    if output is None:
        click.echo(text)
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(text + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        click.echo(f"{output} can't be written: {error.strerror}", err=True)
        raise SystemExit(2) from None
    click.echo(str(output))
