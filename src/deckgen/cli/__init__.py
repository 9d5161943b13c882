"""The command line: one module a command, found by its name; none loads the library before it is called."""

from __future__ import annotations

import errno
import gc
import os
import sys
from contextlib import suppress
from typing import Any, NoReturn

from .. import loading

COLLECT_AFTER = 1_000_000  # objects: a build's hundred thousand records hold no cycles; looking for some takes a fifth of its time
gc.set_threshold(COLLECT_AFTER)
loading.install()

# isort: split
from .. import patterns as _patterns  # noqa: E402, F401  before click: it holds click's own, compiled

# isort: split
import click  # noqa: E402

from .._version import __version__  # noqa: E402
from ..discovery import module, names  # noqa: E402

EPILOG = "Example: deckgen build talks/alles-ist-marketing.yaml"
WRONG, BUG, INTERRUPTED, PIPE = 2, 70, 130, 141
"""Exit codes: the input is wrong; a bug of ours (EX_SOFTWARE); as a shell reports SIGINT and SIGPIPE."""


class Commands(click.Group):
    """Commands found by name; a module is imported when its command, or the list of all, is asked for."""

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

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a reader that went away ends it quietly."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if not _pipe_closed(error):
                raise
            _silence()
            raise SystemExit(PIPE) from None


@click.group(cls=Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="deckgen")
@click.option("--quiet", is_flag=True, help="Say nothing but errors.")
@click.option("--no-color", is_flag=True, help="No colours (also: NO_COLOR=1).")
def group(quiet: bool, no_color: bool) -> None:
    """YAML talk outlines in, branded, native, editable PowerPoint decks with speaker notes out."""


def main(arguments: list[str] | None = None) -> None:
    """The entry point.

    Exit codes: 0 done, 1 findings at the bar, 2 the input is wrong, 3 a program is missing; 70 a bug of deckgen's own.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        status = group.main(args=arguments, prog_name="deckgen", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        sys.exit(WRONG)
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped", err=True)
        sys.exit(INTERRUPTED)
    except SystemExit:
        raise
    except Exception as error:
        if _pipe_closed(error):
            _silence()
            sys.exit(PIPE)
        _bug(error)
    sys.exit(status if isinstance(status, int) else 0)


def entry() -> NoReturn:
    """The console script: `main`, and then the process ends at once.

    Taking all objects apart first, as the interpreter does at its end, would take a tenth of the time of a small build.
    """
    code: object = 0
    try:
        main()
    except SystemExit as end:
        code = end.code
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code if isinstance(code, int) else 0 if code is None else 1)


def _bug(error: Exception) -> None:
    """Own up to a bug, without a traceback; `DECKGEN_TRACEBACK=1` shows it."""
    if os.environ.get("DECKGEN_TRACEBACK"):
        raise error
    words = " ".join(str(error).split())
    click.echo(
        f"this is a bug in deckgen {__version__} ({type(error).__name__}: {words[:400]}); please report it with the"
        " talk and what DECKGEN_TRACEBACK=1 shows",
        err=True,
    )
    sys.exit(BUG)


def _pipe_closed(error: BaseException) -> bool:
    """Whether a write failed since nobody reads any more; Windows says EINVAL."""
    return isinstance(error, BrokenPipeError) or (
        sys.platform == "win32"
        and isinstance(error, OSError)
        and error.errno == errno.EINVAL
        and error.filename is None  # a wrong file name is something else
    )


def _silence() -> None:
    """Send what is still buffered nowhere, so that the interpreter's own flush at the end doesn't complain."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            try:
                os.dup2(nowhere, stream.fileno())
            except (OSError, ValueError):
                continue
