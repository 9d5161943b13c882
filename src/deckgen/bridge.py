"""The bridge to python-pptx, apart from the build path: importing it costs more than building a deck."""

from __future__ import annotations

from io import BytesIO

from pptx.presentation import Presentation

from pptx import Presentation as open_presentation


def presentation(data: bytes) -> Presentation:
    """A written deck, opened with python-pptx."""
    return open_presentation(BytesIO(data))
