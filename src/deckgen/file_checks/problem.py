"""What is wrong with a shape, before it is said on which slide."""

from __future__ import annotations

from ..findings import Severity
from ..records import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding's code, grade, words and what to do."""

    code: str
    severity: Severity
    message: str
    fix: str
