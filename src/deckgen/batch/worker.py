"""What a worker does: one job after the other, with all that is read and prepared once kept warm."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import parent_process
from pathlib import Path
from time import perf_counter
from typing import Any

from ..api import compose, load, packed
from ..checks import run_checks, run_checks_at_build
from ..errors import OutputError, TalkError
from ..findings import Severity
from ..records import replace
from ..scene.deck import Deck
from ..trace import digest, traced
from ..writers import save
from .job import Built, Job
from .own import may_replace, present

NO_DECK = "changed since it was built; it stays as it is"


def warm_up() -> None:
    """Make a process a worker: an interrupt is its parent's to handle, and it doesn't outlive that."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.join,), daemon=True).start()


def _end_with(join: Callable[[], None]) -> None:
    join()
    os._exit(1)


def build_one(job: Job) -> Built:
    """Build one deck in a process that `warm_up` made a worker.

    What the first deck leaves behind, modules, themes, tables, is kept for good and never looked through; what each later one leaves is taken
    away at its end.  So memory stays where it was after the first deck, at no cost.
    """
    built = build_deck(job)
    gc.collect()
    if not gc.get_freeze_count():
        gc.freeze()
    return built


def build_deck(job: Job) -> Built:
    """Build one deck.  Never raises what one deck brings about: that becomes the result."""
    begun = perf_counter()
    with traced() as read:
        try:
            found = _built(job)
        except TalkError as error:
            found = Built(job, "failed", tuple(error.findings))
        except OutputError as error:
            found = Built(job, "failed", message=str(error))
        except Exception as error:  # of deckgen's own: the other decks are still to be built
            if os.environ.get("DECKGEN_TRACEBACK"):
                raise
            words = " ".join(str(error).split())
            found = Built(job, "bug", message=f"{type(error).__name__}: {words[:400]}")
    return replace(found, read=read, seconds=perf_counter() - begun, worker=os.getpid())


def _built(job: Job) -> Built:
    loaded = load(
        job.talk,
        client=job.client or None,
        variant=job.variant or None,
        lang=job.lang or None,
        duration=job.duration or None,
        keep_hidden=job.keep_hidden,
        set=job.values,
        fonts=job.fonts or None,
        theme=job.theme or None,
        cwd=Path(job.cwd) if job.cwd else None,
    )
    deck = compose(loaded)
    findings = tuple(run_checks(deck) if job.strict else run_checks_at_build(deck))
    target = Path(job.output)
    pieces = packed(deck, target, findings) if deck.guard is not None else None
    if job.strict and any(f.severity is not Severity.INFO for f in findings):
        return Built(job, "failed", findings, "nothing written (--strict)")
    if pieces is None:
        pieces = packed(deck, target)
    made = digest(b"".join(pieces))
    fonts: dict[str, Any] = _fonts(deck)
    if job.replaces is not None:
        if present(target) == made:
            return Built(job, "same", findings, digest=made, **fonts)
        if not may_replace(target, job.replaces):
            return Built(job, "kept", findings, NO_DECK)
    save(pieces, target)
    return Built(job, "built", findings, digest=made, **fonts)


def _fonts(deck: Deck) -> dict[str, Any]:
    """The brand's families that should be installed, and where their files are."""
    fonts = deck.theme.fonts
    if deck.fonts != "brand" or not fonts.files:
        return {}
    families = tuple(dict.fromkeys((fonts.brand.heading, fonts.brand.body)))
    return {"fonts": families, "font_folder": str(fonts.files[0].parent)}


def forget_parts(folders: set[Path], workers: set[int]) -> None:
    """Take away what workers that were stopped had half written."""
    for folder in folders:
        for worker in workers:
            with suppress(OSError):
                for part in folder.glob(f".deckgen-{worker}-*.part"):
                    part.unlink(missing_ok=True)
