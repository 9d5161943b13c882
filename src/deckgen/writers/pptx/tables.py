"""Native tables: p:graphicFrame with a:tbl.

Fills, rules and text colours stand in the cells, and the brand's table style is named too: renderers don't agree on styles that a deck
brings along (presentationml.md section 9), and what people add to the table takes the style.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...scene.items import Cell, Table
from . import paint
from .page import Page
from .shapes import graphic_frame
from .table_styles import style_id
from .text import ANCHOR, Setting, empty, paragraph
from .xml import A16, u32

URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
_ROW_ID = "{0D108BD9-81ED-4DB2-BD59-A6C34878D82A}"
_COLUMN_ID = "{9D8B030D-6E8A-4147-A177-3AD203B41FA5}"


def table(item: Table, page: Page) -> str:
    """p:graphicFrame of a table."""
    head = page.head(item)
    setting = Setting(page.scene.lang, page.link)
    key = ("table", page.scene.id, item.id)
    columns = "".join(
        f'<a:gridCol w="{w}">{_mark(_COLUMN_ID, "colId", u32(*key, "column", n))}</a:gridCol>'
        for n, w in enumerate(item.widths)
    )
    covered = _covered(item)
    edges: dict[tuple[int, ...], str] = {}
    rows = "".join(
        f'<a:tr h="{row.height}">{"".join(_cell(c, covered.get((n, at)), setting, edges) for at, c in enumerate(row.cells))}'
        f"{_mark(_ROW_ID, 'rowId', u32(*key, 'row', n))}</a:tr>"
        for n, row in enumerate(item.rows)
    )
    style = f"<a:tableStyleId>{style_id(page.theme)}</a:tableStyleId>"
    grid = f"<a:tblGrid>{columns}</a:tblGrid>"
    return graphic_frame(
        item, head, URI, f"<a:tbl><a:tblPr{_flags(item)}>{style}</a:tblPr>{grid}{rows}</a:tbl>"
    )


def _flags(item: Table) -> str:
    """What a:tblPr says of the table: `firstRow` is the mark of a header row that accessibility checkers read."""
    flags = {
        "rtl": item.rtl, "firstRow": item.header, "firstCol": item.first_column, "lastRow": item.total, "bandRow": item.banded,
    }  # fmt: skip
    return "".join(f' {name}="1"' for name, on in flags.items() if on)


def _mark(uri: str, tag: str, value: int) -> str:
    """The stable id of a row or column ([MS-ODRAWXML] a16:rowId, a16:colId)."""
    return f'<a:extLst><a:ext uri="{uri}"><a16:{tag} xmlns:a16="{A16}" val="{value}"/></a:ext></a:extLst>'


def _covered(item: Table) -> dict[tuple[int, int], str]:
    """The merge attributes of cells that another one covers, by (row, column)."""
    return dict(_spans(item))


def _spans(item: Table) -> Iterator[tuple[tuple[int, int], str]]:
    for r, row in enumerate(item.rows):
        for c, cell in enumerate(row.cells):
            for dy in range(cell.rows):
                for dx in range(cell.columns):
                    if not dx and not dy:
                        continue
                    merged = (' hMerge="1"' if dx else "") + (' vMerge="1"' if dy else "")
                    tall = f' rowSpan="{cell.rows}"' if cell.rows > 1 and not dy else ""
                    wide = f' gridSpan="{cell.columns}"' if cell.columns > 1 and not dx else ""
                    yield (r + dy, c + dx), tall + wide + merged


def _cell(cell: Cell, covered: str | None, setting: Setting, edges: dict[tuple[int, ...], str]) -> str:
    """a:tc; a covered one keeps its rules and has no text.  `edges` holds the rules of cells before, by what draws them."""
    if covered is not None:
        span, words = covered, empty(setting.lang)
    else:
        span = (f' rowSpan="{cell.rows}"' if cell.rows > 1 else "") + (
            f' gridSpan="{cell.columns}"' if cell.columns > 1 else ""
        )
        words = "".join(paragraph(p, setting) for p in cell.text.paragraphs) or empty(setting.lang)
    left, top, right, bottom = cell.text.insets or (0, 0, 0, 0)
    anchor = f' anchor="{ANCHOR[cell.text.anchor]}"' if cell.text.anchor is not None else ""
    key = (id(cell.left), id(cell.right), id(cell.top), id(cell.bottom))
    rules = edges.get(key)
    if rules is None:
        sides = (("lnL", cell.left), ("lnR", cell.right), ("lnT", cell.top), ("lnB", cell.bottom))
        rules = edges[key] = "".join([paint.line(stroke, tag) for tag, stroke in sides])
    return (
        f"<a:tc{span}><a:txBody><a:bodyPr/><a:lstStyle/>{words}</a:txBody>"
        f'<a:tcPr marL="{left}" marR="{right}" marT="{top}" marB="{bottom}"{anchor}>{rules}{paint.fill(cell.fill)}</a:tcPr></a:tc>'
    )
