"""The same talk by plain python-pptx, as its documentation shows it: what deckgen's speed is compared with.

python benchmarks/plain.py FOLDER OUT.pptx     (FOLDER as `talk.write` makes it)
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from pptx import Presentation

LAYOUTS = {"cover": 0, "section": 2, "bullets": 1, "table": 5, "image": 5, "chart": 5}
BOX = (Inches(1), Inches(2), Inches(8), Inches(4.5))


def main() -> None:
    """Write the deck."""
    folder, out = Path(sys.argv[1]), sys.argv[2]
    deck = Presentation()
    for slide in json.loads((folder / "talk.json").read_text(encoding="utf-8")):
        page = deck.slides.add_slide(deck.slide_layouts[LAYOUTS[slide["kind"]]])
        page.shapes.title.text = slide["title"]
        if slide["kind"] == "bullets":
            _bullets(page.placeholders[1].text_frame, slide["bullets"])
        elif slide["kind"] == "image":
            left, top, width, _ = BOX
            page.shapes.add_picture(str(folder / slide["photo"]), left, top, width)
        elif slide["kind"] == "table":
            rows = slide["rows"]
            table = page.shapes.add_table(len(rows), len(rows[0]), *BOX).table
            for y, row in enumerate(rows):
                for x, text in enumerate(row):
                    table.cell(y, x).text = text
        elif slide["kind"] == "chart":
            data = CategoryChartData()
            data.categories = slide["categories"]
            for name, values in slide["series"].items():
                data.add_series(name, values)
            page.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *BOX, data)
        page.notes_slide.notes_text_frame.text = "\n".join(slide["notes"])
    deck.save(out)


def _bullets(frame: Any, bullets: list[list[str]]) -> None:
    for n, (before, bold, after) in enumerate(bullets):
        paragraph = frame.paragraphs[0] if n == 0 else frame.add_paragraph()
        paragraph.add_run().text = before
        run = paragraph.add_run()
        run.text, run.font.bold = bold, True
        paragraph.add_run().text = after


if __name__ == "__main__":
    main()
