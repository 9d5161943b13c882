"""deckgen beside pandoc, plain python-pptx and the least that packing the deck costs, on the same talk (benchmarks/talk.py).

    python benchmarks/workload.py [--sizes 10 40 1000] [--rounds 5] [--pandoc PATH]

Every run is a process of its own; the programs take turns (A B C A B C ...), and every figure but the seconds is a median of ratios pair by
pair.  pandoc is no dependency: it takes part where `pip install pypandoc-binary` brought it along, where it is on the PATH, or where
`--pandoc` names it.
"""

from __future__ import annotations

import argparse
import importlib
import shutil
import statistics
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from measure import Cost, cold, deckgen, floor, plain, ratio
from talk import write

from deckgen.kinds import kind_names
from deckgen.prepare import prepare

PANDOC_UP_TO = 100  # it grows faster than linearly: half a minute for 1,000 slides
GOALS = {"pandoc": {10: 1.0, 40: 0.5}, "floor": {1000: 6.0}, "plain": {1000: 10.0}, "memory": {1000: 80.0}}
SIZE_GOAL = 1.03
HELP_GOAL = 1.5


@dataclass
class Taken:
    """What was measured at one size, round by round."""

    deckgen: list[Cost] = field(default_factory=list)
    plain: list[float] = field(default_factory=list)
    pandoc: list[float] = field(default_factory=list)
    floor: list[float] = field(default_factory=list)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 40, 1000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--plain-up-to", type=int, default=1000)
    parser.add_argument("--theme", default="plain")
    parser.add_argument("--pandoc", default=_pandoc())
    options = parser.parse_args()
    prepare()  # as installed
    kinds = kind_names()
    missing = sorted({"table", "chart", "image"} - set(kinds))
    if missing:
        print(f"this version has no {', '.join(missing)}: bullets stand there, for everybody")
    if options.pandoc is None:
        print("no pandoc here: pip install pypandoc-binary")
    _help(options.rounds)
    for count in options.sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write(folder, count, kinds, options.theme)
            rounds = options.rounds if count < 500 else min(options.rounds, 3)
            pandoc = options.pandoc if count <= PANDOC_UP_TO else None
            _report(count, _measure(folder, rounds, pandoc, count <= options.plain_up_to), folder)


def _pandoc() -> str | None:
    """The pandoc of pypandoc-binary, else the one on the PATH."""
    try:
        found: str = importlib.import_module("pypandoc").get_pandoc_path()
        return found
    except (ImportError, OSError):
        return shutil.which("pandoc")


def _help(rounds: int) -> None:
    """`deckgen --help` against what it can't do without."""
    ours, least = [], []
    for _ in range(rounds * 3):
        ours.append(cold([sys.executable, "-m", "deckgen", "--help"]).cpu)
        least.append(cold([sys.executable, "-c", "import click"]).cpu)
    print(f"--help: {ratio(ours, least):.2f} x `import click`{_goal(ratio(ours, least), HELP_GOAL)}")


def _measure(folder: Path, rounds: int, pandoc: str | None, by_hand: bool) -> Taken:
    taken = Taken()
    for turn in range(-1, rounds):  # the first is to warm up
        ours = cold(deckgen(folder / "talk.yaml", folder / "deckgen.pptx"))
        other = (
            cold([pandoc, "--slide-level=2", "talk.md", "-o", "pandoc.pptx"], folder).cpu if pandoc else 0.0
        )
        hand = cold(plain(folder, folder / "plain.pptx")).cpu if by_hand else 0.0
        packing = floor(folder / "deckgen.pptx")
        if turn >= 0:
            taken.deckgen.append(ours)
            taken.floor.append(packing)
            taken.plain += [hand] if by_hand else []
            taken.pandoc += [other] if pandoc else []
    return taken


def _report(count: int, taken: Taken, folder: Path) -> None:
    ours = [cost.cpu for cost in taken.deckgen]
    memory = max(cost.memory for cost in taken.deckgen)
    size = (folder / "deckgen.pptx").stat().st_size
    print(f"\n{count} slides: {statistics.median(ours):.3f} s CPU")
    print(f"  memory   {memory:6.1f} MB{_goal(memory, GOALS['memory'].get(count))}")
    _line("pandoc", ours, taken.pandoc, GOALS["pandoc"].get(count))
    _line("floor", ours, taken.floor, GOALS["floor"].get(count))
    if taken.plain:
        faster = ratio(taken.plain, ours)
        print(
            f"  plain    {faster:6.2f} x faster than python-pptx{_goal(faster, GOALS['plain'].get(count), least=True)}"
        )
        share = size / (folder / "plain.pptx").stat().st_size
        goal = SIZE_GOAL if count >= 1000 else None
        print(f"  size     {share:6.3f} x python-pptx's, {size / 1e6:.2f} MB{_goal(share, goal)}", flush=True)


def _line(name: str, ours: list[float], others: list[float], goal: float | None) -> None:
    if others:
        print(f"  {name:8} {ratio(ours, others):6.2f} x{_goal(ratio(ours, others), goal)}")


def _goal(value: float, goal: float | None, *, least: bool = False) -> str:
    if goal is None:
        return ""
    met = value >= goal if least else value <= goal
    return f"  (goal {'>=' if least else '<='} {goal:g}{'' if met else ': MISSED'})"


if __name__ == "__main__":
    main()
