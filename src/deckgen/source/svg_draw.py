"""SVG drawn as PNG by resvg (the package resvg_py): for programs that don't draw SVG, and for what PowerPoint doesn't.

It reads no file but fonts and asks no address; what may take long is drawn in a process of its own, which ends after a time.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from .svg import Svg

INSTALL = "pip install 'deckgen-pptx[svg]'"
SECONDS = 60
SECONDS_SMALL = 10  # for a small picture, of which every sound SVG is drawn in a fraction of one
AREA = 16_000_000  # pixels at most
_SMALL = 1_000_000
_AT_ONCE = 400_000_000  # pixels painted, each time counted: some seconds
_MEMORY = 4 * 1024**3  # bytes; resvg aborts its process where it gets none
_CHILD = f"""
import sys
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, ({_MEMORY}, {_MEMORY}))
except (ImportError, ValueError, OSError):
    pass
folder, width, height, *fonts = sys.argv[1:]
sys.path.insert(0, folder)
import resvg_py
svg = sys.stdin.buffer.read().decode()
sys.stdout.buffer.write(resvg_py.svg_to_bytes(svg_string=svg, width=int(width), height=int(height), font_files=fonts or None,
    skip_system_fonts="<text" not in svg))
"""


class NotDrawn(ValueError):
    """The SVG can't be drawn."""


@cache
def can_draw() -> bool:
    """Whether resvg is there."""
    return find_spec("resvg_py") is not None


def drawn(svg: Svg, width: int, height: int, fonts: Sequence[Path] = (), data: bytes = b"") -> bytes:
    """The SVG (or `data`, a part of it) as a PNG of `width` x `height` pixels, fewer where they are more than `AREA`.

    `fonts` are files beside the system's fonts.

    Raises:
        NotDrawn: if it can't be, or takes too long.
    """
    if width * height > AREA:
        scale = (AREA / (width * height)) ** 0.5
        width, height = int(width * scale), int(height * scale)
    width, height = max(1, width), max(1, height)
    source = data or svg.data
    files = [str(path) for path in fonts] if b"<text" in source else []
    work = svg.load.work * width * height
    if svg.load.slow or work > _AT_ONCE:
        return _apart(source, width, height, files)
    resvg_py = import_module("resvg_py")
    try:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=source.decode(),
                width=width,
                height=height,
                font_files=files or None,
                skip_system_fonts=b"<text" not in source,
            )
        )
    except ValueError as error:
        raise NotDrawn("it can't be drawn") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # a bug in resvg, which must not end the program
            raise
        raise NotDrawn("it can't be drawn") from error


def _apart(source: bytes, width: int, height: int, fonts: list[str]) -> bytes:
    """The same in a process of its own, which sees nothing of this one but resvg's folder."""
    found = find_spec("resvg_py")
    folder = str(Path(found.origin).parent.parent) if found is not None and found.origin else ""
    seconds = SECONDS if width * height > _SMALL else SECONDS_SMALL
    command = [sys.executable, "-I", "-S", "-c", _CHILD, folder, str(width), str(height), *fonts]
    try:
        done = subprocess.run(command, input=source, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired as error:
        raise NotDrawn("drawing it takes too long") from error
    except (OSError, ValueError) as error:  # ValueError: an empty name of a program
        raise NotDrawn("it can't be drawn") from error
    if done.returncode or not done.stdout.startswith(b"\x89PNG"):
        raise NotDrawn("it can't be drawn")
    return done.stdout
