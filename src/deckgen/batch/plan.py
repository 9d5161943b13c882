"""Which of a project's decks are to be built, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from ..records import dataclass, replace
from .job import Job
from .state import State


@dataclass(slots=True)
class Plan:
    """What is to be done: jobs with the reason in a few words, those that are up to date, those whose file was changed by hand.

    Of the last, `edited` are up to date but for that, and left alone; `refused` are out of date, which needs a decision.
    """

    stale: list[tuple[Job, str]] = field(default_factory=list)
    fresh: list[Job] = field(default_factory=list)
    edited: list[Job] = field(default_factory=list)
    refused: list[tuple[Job, str]] = field(default_factory=list)
    stuck: list[Job] = field(default_factory=list)

    @property
    def total(self) -> int:
        """All decks."""
        return len(self.stale) + len(self.fresh) + len(self.edited) + len(self.refused) + len(self.stuck)


def plan(jobs: Iterable[Job], state: State, *, force: bool = False, again: bool = True) -> Plan:
    """Sort `jobs`.  `force` builds all, over whatever is there; without `again` those that failed and would once more are `stuck`."""
    found = Plan()
    for job in jobs:
        if force:
            found.stale.append((job, "--force"))
            continue
        if not again and state.failed_alike(job):
            found.stuck.append(job)
            continue
        why = state.why(job)
        standing = state.standing(job)
        if standing == "edited":
            if why:
                found.refused.append((job, why))
            else:
                found.edited.append(job)
            continue
        if standing == "other" and not why:
            why = "its file is from another build"
        if why:
            found.stale.append((replace(job, replaces=state.digest(job)), why))
        else:
            found.fresh.append(job)
    return found
