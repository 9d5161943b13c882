"""PowerPoint: a deck as the bytes of a .pptx."""

from __future__ import annotations

from .._writer import Writer
from .presentation import pieces

WRITER = Writer("pptx", ".pptx", pieces)
