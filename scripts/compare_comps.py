"""Compare our slides with the art direction's comps: places, type, colours; pictures side by side.

scripts/compare-comps [ART] [--theme NAME] [-o FOLDER] [--blind SEED] [--no-pictures]

ART is the art folder (default: ../shared/art beside the repository), NAME a theme of tests/comps/plans (default: all).  A difference beyond the tolerances (2 px at 960, 0.5 pt of baseline,
CIEDE2000 5) needs a reason in the theme's plan; one without, and a reason without a difference, is an error (exit 1).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.comps.elements import read_comps
from tests.comps.plan import ROOT, THEMES, Plan, Talks, Verdict, judge, read_plan


def main() -> int:
    """Parse the command line, compare, print, draw."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("art", type=Path, nargs="?", default=ROOT.parent / "shared" / "art")
    parser.add_argument("--theme", choices=THEMES, help="only this one")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "dist" / "comps")
    parser.add_argument(
        "--blind", type=int, metavar="SEED", help="unnamed pairs too, and their key beside them"
    )
    parser.add_argument(
        "--no-pictures", action="store_true", help="compare figures only; needs no LibreOffice"
    )
    options = parser.parse_args()
    wanted = [options.theme] if options.theme else list(THEMES)
    missing = [t for t in wanted if not (options.art / t / "elements.json").is_file()]
    if missing:
        print(f"no comps of {', '.join(missing)} in {options.art}", file=sys.stderr)
        return 2
    talks = Talks()
    return max([run(options, theme, talks) for theme in wanted])


def run(options: argparse.Namespace, theme: str, talks: Talks) -> int:
    """Compare one theme: 1 if something differs without a reason."""
    art, plan = options.art / theme, read_plan(theme)
    comps = read_comps(art, plan.slides)
    verdicts = [judge(plan, talks, comp, comps[comp]) for comp in plan.slides]
    print(table(verdicts))
    if not options.no_pictures:
        draw(art, plan, talks, options.output / theme, options.blind)
    return 1 if any(v.off or v.idle for v in verdicts) else 0


def table(verdicts: list[Verdict]) -> str:
    """A line for each comp, then everything that differs: with its reason, or without."""
    head = f"{'comp':<20}{'elements':>9}{'matched':>9}{'box px':>9}{'baseline pt':>13}{'dE':>7}{'excepted':>10}{'off':>5}"
    rows = [head]
    for v in verdicts:
        c = v.comparison
        excepted = {e.element for e, found in v.allowed if found}
        box, base, color = (_worst(values, excepted) for values in (c.boxes, c.baselines, c.colors))
        count = sum(len(found) for _, found in v.allowed)
        off = len(v.off) + len(v.idle)
        rows.append(
            f"{c.name:<20}{c.elements:>9}{c.matched:>9}{box:>9.2f}{base:>13.2f}{color:>7.2f}{count:>10}{off:>5}"
        )
    rows.append("\nworst figures leave out elements with an exception; the exceptions:")
    for v in verdicts:
        for exception, found in v.allowed:
            rows.append(f"  {exception}")
            rows += [f"      {d}" for d in found]
    for v in verdicts:
        rows += [f"off: {v.comparison.name}: {line}" for line in (*map(str, v.off), *v.idle)]
    return "\n".join(rows)


def _worst(values: list[tuple[float, str]], excepted: set[str]) -> float:
    return max((amount for amount, element in values if element not in excepted), default=0.0)


def draw(art: Path, plan: Plan, talks: Talks, out: Path, seed: int | None) -> None:
    """Render and lay side by side."""
    from tests.comps.pictures import blind, pairs, render

    ours = render(plan, talks, out / "ours")
    print(f"side by side, comp at the left: {pairs(art, ours, out / 'pairs')}")
    if seed is not None:
        blind(art, ours, out / "blind", out / f"key-{seed}.yaml", seed)
        print(f"unnamed pairs: {out / 'blind'}, their key: {out / f'key-{seed}.yaml'}")


if __name__ == "__main__":
    sys.exit(main())
