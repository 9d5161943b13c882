"""Growth: CPU seconds of whole builds at 100, 1,000 and 4,000 slides, against plain python-pptx writing the same in the same run.

    python benchmarks/growth.py [--sizes 100 1000 4000] [--plain-up-to 1000]

The figure to keep: CPU(4000) / CPU(1000) <= 4.4.  Every run is a process of its own; user and system time are counted.  python-pptx takes
minutes for 4,000 slides (it grows with the square): `--plain-up-to 4000` waits for it.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from measure import cold, deckgen, plain
from talk import write

from deckgen.kinds import kind_names
from deckgen.prepare import prepare

MOST = 4.4


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 4000])
    parser.add_argument("--plain-up-to", type=int, default=1000)
    parser.add_argument("--theme", default="plain")
    options = parser.parse_args()
    prepare()  # as installed
    times: dict[int, float] = {}
    for count in options.sizes:
        with tempfile.TemporaryDirectory() as name:
            folder, out = Path(name), Path(name) / "deckgen.pptx"
            write(folder, count, kind_names(), options.theme)
            ours = cold(deckgen(folder / "talk.yaml", out))
            times[count] = ours.cpu
            line = f"{count:5} slides: {ours.cpu:7.2f} s CPU, {ours.memory:5.0f} MB memory, {out.stat().st_size / 1e6:.2f} MB file"
            if count <= options.plain_up_to:
                other = cold(plain(folder, Path(name) / "plain.pptx"))
                line += f"; python-pptx {other.cpu:.2f} s: {other.cpu / ours.cpu:.1f} times as long"
            print(line, flush=True)
    if 1000 in times and 4000 in times:
        growth = times[4000] / times[1000]
        print(
            f"CPU(4000) / CPU(1000): {growth:.2f} (must be <= {MOST}){'' if growth <= MOST else ': MISSED'}"
        )


if __name__ == "__main__":
    main()
