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
        _project(root, given.decks, given.slides, given.theme)
        findings = Findings()
        jobs = jobs_of(root, Chosen(cwd=root), findings)
        if findings.has_errors:
            sys.exit("\n".join(map(str, findings.sorted())))
        command = deckgen(root / "talks" / "keynote.yaml", root / "alone.pptx")
        some = jobs[:: max(len(jobs) // SAMPLE, 1)][:SAMPLE]
        alone = [cold([*command, "--client", job.client], root).cpu for job in some]
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


def _project(root: Path, decks: int, slides: int, theme: str) -> None:
    """A project with one talk and a file for each client: name, logo, a word replaced, a slide changed; a colour where `theme` takes one."""
    (root / "deckgen.yaml").write_text("build:\n  - clients: all\n", encoding="utf-8")
    folder = root / "talks"
    workload.write(folder, slides, ("bullets", "section", "table", "image", "chart"), theme)
    text = (folder / "talk.yaml").read_text(encoding="utf-8")
    (folder / "talk.yaml").unlink()
    text = text.replace("title: ", "title: Für ${client.name}, ", 1).replace(
        "  - cover:", "  - cover:\n    id: first", 1
    )
    (folder / "keynote.yaml").write_text(text, encoding="utf-8")
    clients = folder / "clients"
    clients.mkdir()
    for n in range(decks):
        (clients / f"logo-{n:03d}.png").write_bytes(workload.photo(n, 120, 40))
        (clients / f"client-{n:03d}.yaml").write_text(
            f'client: {{name: Kunde {n}, logo: logo-{n:03d}.png, color: "#{0x1F6F5C + n:06X}"}}\n'
            f"change:\n  first: {{notes: Guten Tag Kunde {n}.}}\n",
            encoding="utf-8",
        )


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
