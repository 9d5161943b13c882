"""`check --fix`: talks' files with what is wrong beyond doubt mended, each change told."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import click

from ..errors import OutputError
from ..findings import Findings
from ..source.mending import mended
from ..source.workspace import Workspace
from ..writers import save
from ._report import printable


def fix_talk(name: str) -> None:
    """Mend the file of the talk `name` and say on stderr what was changed; a talk that can't be found or read is left to the check.

    Raises:
        OutputError: if the mended file can't be written; the talk is as it was.
    """
    findings = Findings()
    found = Workspace.for_talk(name, Path.cwd(), findings)
    data = found[0].read(found[1]) if found is not None else None
    if found is None or data is None:
        return
    workspace, path = found
    new, told = mended(data, workspace.label(path))
    if new == data:
        return
    mode = stat.S_IMODE(path.stat().st_mode)
    if not os.access(path, os.W_OK):  # a renamed file would take the place of one that is protected
        raise OutputError(path, "is write-protected; nothing was mended")
    save(new, path)
    path.chmod(mode)
    for finding in told:
        click.echo(f"{printable(str(finding.span))}: mended: {printable(finding.message)}", err=True)
