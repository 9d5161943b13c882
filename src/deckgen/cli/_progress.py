"""A line on the terminal that says how far long work is; it goes away when something else is printed."""

from __future__ import annotations

import sys

import click

from ._options import given

MANY = 300
"""Slides from which on one deck takes so long that its phases are shown."""
BAR = 20


class Progress:
    """One line on stderr, if that is a terminal and `--quiet` isn't given; `total` decks are to be made."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._width = 0
        self._shown = sys.stderr.isatty() and not given("quiet")

    def begin(self, name: str) -> None:
        """The next deck; alone it has no bar."""
        self._done += 1
        if self._total > 1:
            self._show(name)

    def waiting(self) -> None:
        """That several are on their way, and none is finished."""
        if self._total > 1:
            self._show("", 0)

    def made(self, name: str) -> None:
        """A deck that is finished, where several are built at once."""
        self._done += 1
        self._show(name, self._done)

    def phase(self, name: str, doing: str, slides: int) -> None:
        """What is being done to a deck; shown if it has many slides, or there are several decks."""
        if slides > MANY:
            self._show(f"{name}: {doing} {slides} slides")

    def clear(self) -> None:
        """Take the line away, so that something else can be printed."""
        if self._width:
            click.echo("\r" + " " * self._width + "\r", err=True, nl=False)
            self._width = 0

    def _show(self, text: str, made: int | None = None) -> None:
        if not self._shown:
            return
        self.clear()
        if self._total > 1:
            full = round(BAR * (made if made is not None else self._done - 1) / self._total)
            text = f"[{'#' * full}{'.' * (BAR - full)}] {self._done}/{self._total} {text}"
        import shutil  # loads all that packs files, and is needed for long work alone

        from ._report import printable

        line = printable(text)[: shutil.get_terminal_size((80, 24)).columns - 1]
        click.echo(line, err=True, nl=False)
        sys.stderr.flush()
        self._width = len(line)
