"""SVG pictures for tests, and whether they can be drawn here."""

from __future__ import annotations

import os

import pytest

if not os.environ.get("CI"):  # there it is required
    pytest.importorskip("resvg_py")

NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(body: str, keys: str = 'viewBox="0 0 100 50"', head: str = "") -> bytes:
    """A file with `body` on an area of 100 x 50."""
    return f"{head}<svg {NAMES} {keys}>{body}</svg>".encode()


RECT = '<rect width="9" height="9"/>'
HALVES = '<rect width="50" height="50" fill="#ff0000"/><rect x="50" width="50" height="50" fill="#0000ff"/>'
