"""A project of many clients: what a deck costs among hundreds, beside a command of its own; the workers' memory; how busy they keep the processors.

python benchmarks/project.py [--decks 300] [--slides 40] [--jobs 2]

Goals: a deck at most 60 % of the CPU that a command of its own takes; no worker's peak after all its decks above 1.2 times that after its
first 30; CPU over wall time at least 1.7 on two processors that have nothing else to do.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

import talk as workload
from measure import cold, deckgen

from deckgen.batch.axes import Chosen
from deckgen.batch.combine import jobs_of
from deckgen.batch.job import Built
from deckgen.batch.pool import build_all
from deckgen.findings import Findings

EARLY = 30
SAMPLE = 6


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--decks", type=int, default=300)
    parser.add_argument("--slides", type=int, default=40)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--theme", default="plain")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        talks = _project(root, given.decks, given.slides, given.theme)
        step = max(len(talks) // SAMPLE, 1)
        alone = [cold(deckgen(path, root / "alone.pptx"), root).cpu for path in talks[::step]][:SAMPLE]
        findings = Findings()
        jobs = jobs_of(root, Chosen(cwd=root), findings)
        peaks: dict[int, list[float]] = {}

        def done(built: Built) -> None:
            if built.status != "built":
                sys.exit(
                    f"{built.job.talk}: {built.status} {built.message} {[str(f) for f in built.findings]}"
                )
            peaks.setdefault(built.worker, []).append(_peak(built.worker))

        before, begun = _children(), time.monotonic()
        build_all(jobs, workers=given.jobs, done=done)
        cpu, wall = _children() - before, time.monotonic() - begun
    each, one = cpu / len(jobs), statistics.median(alone)
    print(f"{len(jobs)} decks of {given.slides} slides, {given.jobs} workers")
    print(
        f"CPU per deck: {each * 1000:.0f} ms; by a command of its own {one * 1000:.0f} ms; ratio {each / one:.2f} (goal 0.60)"
    )
    print(f"CPU / wall: {cpu / wall:.2f} ({wall:.1f} s; goal 1.7 on two free processors)")
    for worker, seen in peaks.items():
        early = seen[min(EARLY, len(seen)) - 1]
        print(
            f"worker {worker}: {len(seen)} decks, peak {early:.0f} MB after {min(EARLY, len(seen))},"
            f" {seen[-1]:.0f} MB at the end; ratio {seen[-1] / early if early else 0:.2f} (goal 1.2)"
        )


def _project(root: Path, decks: int, slides: int, theme: str) -> list[Path]:
    """A project with a talk for each client; all are alike but for title and colour."""
    (root / "deckgen.yaml").write_text("", encoding="utf-8")
    folder = root / "talks"
    workload.write(folder, slides, ("bullets", "section", "table", "image", "chart"), theme)
    source = folder / "talk.yaml"
    text = source.read_text(encoding="utf-8")
    source.unlink()
    paths = []
    for n in range(decks):
        path = folder / f"client-{n:03d}.yaml"
        path.write_text(text.replace("title: ", f"title: Kunde {n}, ", 1), encoding="utf-8")
        paths.append(path)
    return paths


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _peak(worker: int) -> float:
    """The most memory that a process held, in MB (Linux; 0 elsewhere)."""
    try:
        text = Path(f"/proc/{worker}/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1000 for line in text.splitlines() if line.startswith("VmHWM")), 0.0)


if __name__ == "__main__":
    os.environ.setdefault("PYTHONUTF8", "1")
    main()
