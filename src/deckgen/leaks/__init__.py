"""Leaks: whether a finished deck says what its client must not hear, or names another client (DESIGN.md section 8, promise 9).

The bytes as they are written are searched, all of their parts; nothing here is loaded for a talk without clients.
"""

from __future__ import annotations

from .search import find_leaks

__all__ = ["find_leaks"]
