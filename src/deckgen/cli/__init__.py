"""The command line: one module a command, loaded when it is called; `--help` loads click and nothing else."""

from __future__ import annotations

import os
import sys

import click

from .._version import __version__
from ..discovery import module, names

EPILOG = "Example: deckgen build talks/alles-ist-marketing.yaml"
SUMMARIES = {
    "build": "Build decks from talks.",
    "check": "Report what is wrong with talks; write nothing.",
    "doctor": "Say what is there (fonts, LibreOffice) and what is missing for what.",
    "outline": "Show a talk's slides, times and a running clock.",
}


class Commands(click.Group):
    """Commands found by name; their modules are imported when they run, their summaries stand here."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, sorted."""
        return list(names(__name__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command called `cmd_name`."""
        try:
            found: click.Command = module(__name__, cmd_name).command
        except LookupError:
            return None
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(n, SUMMARIES.get(n, "")) for n in self.list_commands(ctx)])


@click.group(cls=Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="deckgen")
def group() -> None:
    """YAML talk outlines in, branded, native, editable PowerPoint decks with speaker notes out."""


def main(arguments: list[str] | None = None) -> None:
    """The entry point; exit codes: 0 done, 1 findings at the bar, 2 the input is wrong, 3 a program is missing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        group.main(args=arguments, prog_name="deckgen", standalone_mode=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except (SystemExit, KeyboardInterrupt):
        raise
    except Exception as error:
        if os.environ.get("DECKGEN_TRACEBACK"):
            raise
        click.echo(
            f"this is a bug in deckgen ({type(error).__name__}: {error}); please report it with the talk",
            err=True,
        )
        sys.exit(70)
