"""Jobs handed to an executor: processes of this machine, or whatever follows `concurrent.futures`."""

from __future__ import annotations

import gc
import os
import queue
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from pathlib import Path
from traceback import clear_frames

from .job import Built, Job
from .worker import build_deck, build_one, forget_parts, warm_up

ALONE = 2
"""Up to so many decks no other process is started for: that takes as long as to build one."""
_TICK = 0.5  # seconds; on Windows a wait without an end can't be interrupted
Done = Callable[[Built], None]


def processors() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


def build_all(
    jobs: Iterable[Job], *, executor: Executor | None = None, workers: int = 0, done: Done | None = None
) -> list[Built]:
    """Build every deck of `jobs`; what became of each, in their order.

    `executor` is any of `concurrent.futures`, of Dask (`Client().get_executor()`) or of another library that follows it; the machines it
    runs on need the same deckgen and see the same files.  Without one, `workers` processes of this machine are started (0: as many as there are
    processors), afresh (`spawn`): a script that calls this keeps its own code under `if __name__ == "__main__":`.  `done` is called in this
    thread as each is finished.  An interrupt stops the workers, leaves no half file and is raised again.

    Raises:
        ValueError: if two jobs write one file.
    """
    every = list(jobs)
    outputs = [os.path.normcase(os.path.abspath(job.output)) for job in every]
    if len(set(outputs)) < len(outputs):
        twice = next(job.output for job, out in zip(every, outputs) if outputs.count(out) > 1)
        raise ValueError(f"two jobs write {twice}")
    tell = done or (lambda _: None)
    if executor is not None:
        return _collect(every, executor, tell)
    count = min(workers or processors(), len(every))
    if count < 2 or (not workers and len(every) <= ALONE):
        return [_told(build_deck(job), tell) for job in every]
    return _in_processes(every, count, tell)


def _told(built: Built, tell: Done) -> Built:
    tell(built)
    return built


def _collect(
    jobs: Sequence[Job], executor: Executor, tell: Done, build: Callable[[Job], Built] = build_deck
) -> list[Built]:
    """Hand all jobs over, and take what comes back as it comes."""
    finished: queue.SimpleQueue[Future[Built]] = queue.SimpleQueue()
    places: dict[Future[Built], int] = {}
    results: dict[int, Built] = {}
    try:
        with _held_back():
            for place, job in enumerate(jobs):
                future = executor.submit(build, job)
                places[future] = place
                future.add_done_callback(finished.put)
        while len(results) < len(jobs):
            try:
                future = finished.get(timeout=_TICK)
            except queue.Empty:
                continue
            place = places[future]
            results[place] = _told(_result(future, jobs[place]), tell)
    except BaseException:
        for future in places:
            future.cancel()
        raise
    return [results[place] for place in range(len(jobs))]


@contextmanager
def _held_back() -> Iterator[None]:
    """Hold interrupts back until this is over: processes that start meanwhile inherit that, and none is interrupted while it loads."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _result(future: Future[Built], job: Job) -> Built:
    try:
        return future.result()
    except BrokenProcessPool:
        raise
    except Exception as error:
        return Built(job, "bug", message=f"{type(error).__name__}: {' '.join(str(error).split())[:400]}")


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=warm_up)


def _in_processes(jobs: Sequence[Job], workers: int, tell: Done) -> list[Built]:
    """In processes of our own.  If one of them dies (memory, a kill), those left are built one by one, so that only its job fails."""
    results: dict[str, Built] = {}

    def keep(built: Built) -> None:
        results[built.job.output] = built
        tell(built)

    try:
        _once(jobs, workers, keep)
    except BrokenProcessPool:
        for job in jobs:
            if job.output in results:
                continue
            try:
                _once([job], 1, keep)
            except BrokenProcessPool:
                keep(
                    Built(
                        job, "failed", message="the process that built it ended; is there too little memory?"
                    )
                )
    return [results[job.output] for job in jobs]


def _once(jobs: Sequence[Job], workers: int, keep: Done) -> None:
    pool = _pool(workers)
    try:
        _collect(jobs, pool, keep, build_one)
        pool.shutdown()
    except BaseException as error:
        stop(pool, {Path(job.output).parent for job in jobs})
        clear_frames(error.__traceback__)  # they hold the pool, and the pool holds semaphores
        del pool
        gc.collect()
        raise


def stop(pool: ProcessPoolExecutor, folders: set[Path]) -> None:
    """End the pool's processes at once, and take away what they had half written to `folders`."""
    running = dict(getattr(pool, "_processes", None) or {})
    pool.shutdown(wait=False, cancel_futures=True)
    for process in running.values():
        with suppress(OSError, ValueError):
            process.kill()
    for process in running.values():
        with suppress(OSError, ValueError, AssertionError):
            process.join(5)
    pool.shutdown()
    forget_parts(folders, set(running))
