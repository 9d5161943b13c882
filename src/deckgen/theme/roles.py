"""The roles of placeholders: type, idx and name, the same in every layout of every theme.

The same role has the same idx everywhere: then PowerPoint's Home > Layout moves content across, and a reader finds
a slot by its idx (presentationml.md section 1).
"""

from __future__ import annotations

from typing import NamedTuple


class Role(NamedTuple):
    """`type` of `p:ph` ("" writes none: an object placeholder), `idx`, the name in the selection pane, the prompt."""

    type: str
    idx: int
    name: str
    prompt: str


ROLES: dict[str, Role] = {
    "title": Role("title", 0, "Title", "Title"),
    "body": Role("body", 1, "Body", ""),
    "date": Role("dt", 10, "Date", ""),
    "footer": Role("ftr", 11, "Footer", ""),
    "slide-number": Role("sldNum", 12, "Slide number", ""),
    "support": Role("body", 13, "Support", "Supporting text"),
    "picture": Role("pic", 14, "Picture", "Picture"),
    "number": Role("body", 15, "Number", "1"),
    "counter": Role("body", 16, "Counter", "1/7"),
    "subtitle": Role("body", 17, "Subtitle", "Subtitle"),
    "kicker": Role("body", 18, "Kicker", "Kicker"),
    "quote": Role("body", 19, "Quote", "Quote"),
    "name": Role("body", 20, "Name", "Name"),
    "role": Role("body", 21, "Role", "Role"),
    "source": Role("body", 22, "Source", "Source"),
    "credit": Role("body", 23, "Credit", "Picture credit"),
    "centre": Role("body", 24, "Centre", "Centre"),
    "eyebrow": Role("body", 25, "Eyebrow", "Part 1"),
    "contact": Role("body", 26, "Contact", "Contact"),
    "wordmark": Role("body", 27, "Wordmark", "Name"),
    "logo": Role("pic", 28, "Logo", "Logo"),
    "table": Role("tbl", 29, "Table", "Table"),
    "chart": Role("chart", 30, "Chart", "Chart"),
    "body-2": Role("body", 31, "Body 2", ""),
    "heading": Role("body", 32, "Heading", "Heading"),
    "heading-2": Role("body", 33, "Heading 2", "Heading"),
    "result": Role("body", 34, "Result", "Result"),
    "result-2": Role("body", 35, "Result 2", "Result"),
    "body-3": Role("body", 36, "Body 3", ""),
    "heading-3": Role("body", 37, "Heading 3", "Heading"),
    "body-4": Role("body", 38, "Body 4", ""),
    "heading-4": Role("body", 39, "Heading 4", "Heading"),
    "occasion": Role("body", 40, "Occasion", "Event, place, date"),
}
