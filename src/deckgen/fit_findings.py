"""What is said of texts that don't fit, and of words that were divided; loaded where there are some."""

from __future__ import annotations

from collections.abc import Sequence

from .findings import Finding, Findings, Severity
from .layout.chrome import CHROME
from .layout.jobs import PROBLEMS
from .layout.placed import Placed

SHORTEN = "without an overview the title stands above each point: give the series a `short` label"


def tell_fit(placed: Sequence[Placed], findings: Findings) -> None:
    """Report texts that don't fit, and words that were divided."""
    told: set[object] = set()  # what stands on all slides, or on several of a series, is said once
    for p in placed:
        for job in p.jobs:
            if job.trouble and job.key[0] == CHROME:
                if job.role not in told:
                    findings.error("text-overflow", f"{job.role}: {job.trouble}", job.span)
                told.add(job.role)
            elif job.trouble and (again := (job.role, job.span or p.draft.span, job.trouble)) not in told:
                told.add(again)
                findings.add(
                    Finding(
                        "text-overflow",
                        f"{job.role} of slide {p.draft.id!r}: {job.trouble}",
                        job.span or p.draft.span,
                        fix=SHORTEN if p.draft.titled and job.role == "kicker" else "",
                        slide=p.draft.id,
                    )
                )
            for word in job.division.words if not job.trouble else ():
                findings.add(
                    Finding(
                        "word-divided",
                        f"{_undivided(word)!r} is divided as {' '.join(word)}",
                        job.span or p.draft.span,
                        Severity.INFO,
                        "mark other places with \\- or write a shorter word",
                        slide=p.draft.id,
                    )
                )
    if sum(bool(job.trouble) for p in placed for job in p.jobs) >= PROBLEMS:
        message = f"{PROBLEMS} texts don't fit; the rest wasn't looked at"
        findings.error("too-many", message, fix="another `profile` or theme sets smaller type")


def _undivided(parts: tuple[str, ...]) -> str:
    return "".join(part.removesuffix("-") for part in parts[:-1]) + parts[-1]
