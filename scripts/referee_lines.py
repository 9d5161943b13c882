"""Let LibreOffice judge the typesetter: random paragraphs, fitted bodies and balanced titles, predicted and drawn lines compared.

    python scripts/referee_lines.py [--paragraphs 1000] [--odd 500] [--seeds 1 2 3 4 5] [--titles 300] [--bodies 500]
        [--scripts 200] [--fonts DIR ...] [--verbose]

Needs LibreOffice and Debian's fortunes-de, fortunes and debian-faq-fr; families whose stand-in isn't installed (or found in the folders of --fonts) are left
out.  Prints lines under (predicted fewer than drawn: must be 0), over (of running text at most 3 %) and, where the counts agree, how
far the height is off.  Running text is plain, bold, with bold runs and bulleted, in one font; paragraphs with a word wider than the line
are counted as refused.  The odd ones have tracking, tabs, hanging lines, signs that fonts lack, or come out in either of two fonts.
Bodies are set by the fitter at the largest whole size: none may leave its box, and half of them must fill 92 % of it or more.
Other scripts (Chinese, Japanese, Korean, Arabic, Hebrew, Hindi, Thai, emoji) need Debian's Noto fonts.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.typeset import bodies, corpus, referee, scripts


def count(outcomes: Sequence[referee.Outcome], verbose: bool) -> Counter[tuple[str, str]]:
    """Outcomes by group and verdict; prints those under, and with `verbose` those over and off."""
    counts: Counter[tuple[str, str]] = Counter()
    for o in outcomes:
        groups = ["all", "running text" if o.running else "odd text", o.sample.kind, o.sample.drawn]
        if len(o.sample.para.spans[0].measure.faces) > 1:
            groups.append("in the wider of two fonts")
        if o.sample.para.spans[0].tracking:
            groups.append("tracked")
        off = not o.excess and abs(o.height_error) > 0.5
        verdicts = {
            "refused": o.predicted is None, "set": o.predicted is not None, "under": o.excess < 0, "over": o.excess > 0,
            "same breaks": o.same, "height off": off,
        }  # fmt: skip
        for group in groups:
            for verdict, holds in verdicts.items():
                counts[group, verdict] += holds
        if o.excess < 0 or (verbose and (o.excess or off)):
            show(o)
    return counts


def show(o: referee.Outcome) -> None:
    """Where an outcome differs first."""
    s = o.sample
    mine = list(o.predicted.texts[0]) if o.predicted else []
    print(
        f"  {o.excess:+} lines, {o.height_error:+.2f} pt: {s.kind}, {s.drawn} {s.size} pt in {s.width} pt, tracking {s.para.spans[0].tracking}"
    )
    for i in range(max(len(mine), len(o.drawn))):
        left, right = mine[i] if i < len(mine) else "", o.drawn[i].text if i < len(o.drawn) else ""
        if referee.bare(left) != right:
            print(f"    predicted {left!r}\n    drawn     {right!r}")
            return


def titles(number: int, seed: int, families: Sequence[str], fonts: Sequence[Path], folder: Path) -> None:
    """Balance titles, let LibreOffice draw them, print what came out otherwise."""
    verdicts = referee.judge_titles(referee.titles(number, seed, families), folder, fonts)
    for v in verdicts:
        if v.adds or not v.holds:
            print(
                f"  {'a line added' if v.adds else 'other breaks'}: {v.sample.drawn} {v.sample.size} pt in {v.sample.width} pt,"
                f" inset {v.sample.inset:.1f}: {v.sample.text}\n    wanted {v.wanted}"
            )
            for font, lines in v.after.items():
                print(f"    {font}: {len(v.before[font])} lines, now {[d.text for d in lines]}")
    others = [v for v in verdicts if len(v.after) > 1]
    same = sum([d.text for d in v.after["Liberation Sans"]] == v.wanted for v in others)
    print(
        f"{number} titles (seed {seed}), {len(verdicts)} balanced: a line added {sum(v.adds for v in verdicts)} (must be 0), other breaks"
        f" than predicted {sum(not v.holds for v in verdicts)} (must be 0); the same in the font that stands in: {same} of {len(others)}"
    )


def fitted_bodies(
    number: int, seed: int, families: Sequence[str], fonts: Sequence[Path], folder: Path
) -> None:
    """Fit bodies, let LibreOffice draw them, print what leaves its box."""
    found = [bodies.fitted(b) for b in bodies.bodies(number + number // 4, seed, families)]
    fitting = [b for b in found if b.size][:number]
    judged = bodies.judge(fitting, folder, fonts)
    for j in judged:
        if j.outside:
            text = j.body.body.samples[0].text[:60]
            print(
                f"  outside by {j.below:.2f} pt below, {j.right:.2f} pt at the right: {j.body.size} pt, {text}"
            )
    fill = statistics.median(b.fill for b in fitting)
    print(
        f"{len(fitting)} bodies (seed {seed}; {sum(not b.size for b in found)} more fit at no size): outside of their boxes"
        f" {sum(j.outside for j in judged)} (must be 0), median fill {100 * fill:.1f} % (must be at least 92), least room left"
        f" {-max(j.below for j in judged):.2f} pt below, {-max(j.right for j in judged):.2f} pt at the right",
        flush=True,
    )


def other_scripts(
    number: int, seed: int, families: Sequence[str], fonts: Sequence[Path], folder: Path
) -> None:
    """Let LibreOffice draw paragraphs in other scripts, print what is under or outside."""
    for lang in scripts.LOCALES:
        outcomes = referee.judge(scripts.paragraphs(number, seed, lang, families), folder, fonts)
        counts = count(outcomes, False)
        print(
            f"{lang:6} (seed {seed}): {summary(counts, 'all')}, outside {sum(o.wide for o in outcomes)} (must be 0)",
            flush=True,
        )


def main() -> None:
    """Parse the command line, let LibreOffice judge, print."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--paragraphs", type=int, default=1000, help="of running text, for each seed")
    cli.add_argument("--odd", type=int, default=500, help="odd paragraphs, for each seed")
    cli.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3, 4, 5])
    cli.add_argument("--titles", type=int, default=300, help="with the first seed")
    cli.add_argument("--bodies", type=int, default=500, help="with the first seed")
    cli.add_argument(
        "--scripts", type=int, default=200, help="paragraphs of each script, with the first seed"
    )
    cli.add_argument("--fonts", type=Path, nargs="*", default=[], help="folders of further fonts")
    cli.add_argument("--verbose", action="store_true", help="show also what is over or off")
    options = cli.parse_args()
    if not corpus.texts():
        cli.error("no texts: install the Debian packages fortunes-de, fortunes and debian-faq-fr")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        families = referee.families(folder, options.fonts)
        found = ", ".join(f"{len(texts)} {lang}" for lang, texts in corpus.texts().items())
        print(f"texts: {found}; families: {', '.join(families)}", flush=True)
        if options.titles:
            titles(options.titles, options.seeds[0], families, options.fonts, folder)
        if options.bodies:
            fitted_bodies(options.bodies, options.seeds[0], families, options.fonts, folder)
        if options.scripts:
            other_scripts(options.scripts, options.seeds[0], families, options.fonts, folder)
        total: Counter[tuple[str, str]] = Counter()
        for seed in options.seeds:
            samples = referee.paragraphs(options.paragraphs, seed, families, running=True)
            samples += referee.paragraphs(options.odd, seed, families)
            if not samples:
                break
            counts = count(referee.judge(samples, folder, options.fonts), options.verbose)
            total += counts
            print(f"seed {seed}: {summary(counts, 'all')}", flush=True)
        for group in dict.fromkeys(group for group, _ in total):
            print(f"{group:26} {summary(total, group)}")


def summary(counts: Counter[tuple[str, str]], group: str) -> str:
    """The figures of a group on one line."""
    number = counts[group, "set"]
    share = 100 * counts[group, "over"] / max(1, number)
    return (
        f"{number:5} set ({counts[group, 'refused']} refused): under {counts[group, 'under']}, over {counts[group, 'over']} ({share:.1f} %),"
        f" same breaks {counts[group, 'same breaks']}, height off by more than 0.5 pt {counts[group, 'height off']}"
    )


if __name__ == "__main__":
    main()
