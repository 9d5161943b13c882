"""Growth: CPU seconds of whole builds at 100, 1,000 and 4,000 slides, against plain python-pptx writing the same words.

    python benchmarks/growth.py [--sizes 100 1000 4000] [--plain-up-to 1000]

The figure to keep: CPU(4000) / CPU(1000) <= 4.4.  Every run is a process of its own; user and system time are counted.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

SLIDE = """  - title: Seite {n} hebt ab
    bullets:
      - Marke gibt allen __dieselbe__ Richtung
      - Vorleben beginnt ganz oben
      - Führung fordert und fördert
      - Weiterbildung macht das Warum verständlich
      - Coaching bringt es in den Alltag
    notes: |
      Auf Seite {n} geht es um den Alltag. Wer jeden Tag mit Kunden spricht, weiß es längst, und wer es nicht tut, soll es heute erfahren.

      - Erstens die Marke.
      - Zweitens das Vorbild.
"""
SECTION = "  - section: Abschnitt {n}\n"
STATEMENT = "  - statement: Gedanke {n} steht für sich.\n    notes: Den Satz stehen lassen, dann weiter zu Seite {n}.\n"

PLAIN = """
import sys
from pptx import Presentation
p = Presentation()
for n in range({count}):
    if n % 10 == 0:
        s = p.slides.add_slide(p.slide_layouts[2]); s.shapes.title.text = f"Abschnitt {{n}}"; continue
    if n % 10 == 5:
        s = p.slides.add_slide(p.slide_layouts[5]); s.shapes.title.text = f"Gedanke {{n}} steht für sich."
        s.notes_slide.notes_text_frame.text = f"Den Satz stehen lassen, dann weiter zu Seite {{n}}."; continue
    s = p.slides.add_slide(p.slide_layouts[1]); s.shapes.title.text = f"Seite {{n}} hebt ab"
    t = s.placeholders[1].text_frame
    t.text = "Marke gibt allen dieselbe Richtung"
    for line in ("Vorleben beginnt ganz oben", "Führung fordert und fördert", "Weiterbildung macht das Warum verständlich", "Coaching bringt es in den Alltag"):
        t.add_paragraph().text = line
    s.notes_slide.notes_text_frame.text = f"Auf Seite {{n}} geht es um den Alltag. Wer jeden Tag mit Kunden spricht, weiß es längst, und wer es nicht tut, soll es heute erfahren."
p.save(sys.argv[1])
"""


def talk(count: int) -> str:
    """A talk of `count` slides of this version's kinds."""
    head = "title: Wachstum\nspeaker: Siegfried Haider\nlang: de\ntheme: plain\nslides:\n"
    return head + "".join(
        SECTION.format(n=n) if n % 10 == 0 else STATEMENT.format(n=n) if n % 10 == 5 else SLIDE.format(n=n)
        for n in range(count)
    )


def cpu(command: list[str]) -> float:
    """CPU seconds (user and system) of a process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONUTF8": "1"})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 4000])
    parser.add_argument("--plain-up-to", type=int, default=1000)
    options = parser.parse_args()
    times: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        for count in options.sizes:
            source = base / f"talk{count}.yaml"
            source.write_text(talk(count), encoding="utf-8")
            out = base / f"{count}.pptx"
            times[count] = cpu(
                [sys.executable, "-m", "deckgen", "build", "--quiet", str(source), "-o", str(out)]
            )
            line = f"{count:5} slides: {times[count]:7.2f} s CPU, {out.stat().st_size / 1e6:.2f} MB"
            if count <= options.plain_up_to:
                script = base / "plain.py"
                script.write_text(PLAIN.format(count=count), encoding="utf-8")
                plain = cpu([sys.executable, str(script), str(base / "plain.pptx")])
                line += f"; python-pptx {plain:.2f} s, ratio {plain / times[count]:.1f}"
            print(line, flush=True)
    if 1000 in times and 4000 in times:
        print(f"growth CPU(4000)/CPU(1000): {times[4000] / times[1000]:.2f} (must be <= 4.4)")


if __name__ == "__main__":
    main()
