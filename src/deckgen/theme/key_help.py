"""What each key of theme.yaml is for, in words: for the JSON Schema (editors show it) and docs/reference/theme.md.

`HELP` has a section for each map of the schema; a test holds that it names all keys that the readers know, and no others.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

HELP: dict[str, dict[str, str]] = {
    "theme": {
        "name": "the theme's name; its folder's name without one",
        "title": "its name as PowerPoint shows it",
        "extends": "a theme's name or path; this one is laid over it, key by key",
        "colors": "colours by ground and role",
        "fonts": "the brand's fonts, and those that every office has",
        "styles": "the type scale: styles by name",
        "grid": "the page's columns; a theme that names its margin has inherited looks moved onto it",
        "guides": "guides of the slide master, in inches",
        "master": "the slide master's title and body: where the body stands, inherited looks are moved to",
        "chrome": "slide number, footer and date",
        "labels": "words that the theme puts on slides, by language",
        "transition": "from slide to slide: morph (with a fade for programs that lack it), fade or none",
        "logo": "the brand's logo: a picture within the theme's folder, or one for each ground",
        "table": "how tables are drawn; a look may lay its own over it",
        "chart": "how charts are drawn; a look may lay its own over it",
        "common": "placeholders that every look gets, unless it has its own or says `common: false`",
        "looks": "how kinds are drawn: a look by its name; each becomes a slide layout",
        "tracker": "what shows where the talk is: a name and its options, or none",
        "let": "a place for YAML anchors; nothing in it is drawn",
        "half-leading": "the boxes were drawn with half-leading, as design programs and browsers set text",
        "scrim": "what lies between a background picture and its texts",
        "page": "shapes that every layout has, also those for slides that people add",
    },
    "colors": {
        "light": "the ground for explaining",
        "dark": "the ground for openings and statements",
        "accent": "the ground for dividers and breaks",
        "visited": "visited links",
        "client": "the colour that a client's own takes the place of; roles take it by name (`client`, `on-client` ...)",
    },
    "ground": {
        "ground": "what slides stand on: one colour, or a gradient's from top to bottom",
        "flat": "one colour for the ground where a gradient can't be",
        "angle": "the gradient's direction in degrees; 90 is downwards",
        "accents": "six colours in the order in which charts take them",
        "text": "words",
        "muted": "sources, support texts, minutes",
        "surface": "cards and sheets",
        "line": "rules and outlines",
        "soft": "discs and quiet areas",
        "primary": "what is to be looked at now: current rows, balloons, panels",
        "on-primary": "words on `primary`",
        "accent-text": "numbers of points, key figures, links",
    },
    "recipe": {
        "own": "the theme's own colour, without a client's",
        "lightness": "the client's hue at this lightness (OKLCH, 0 to 1)",
        "lightness-most": "the client's colour, at most so light",
        "chroma": "at most so colourful (OKLCH; 0 is grey)",
        "mix": "that share of it in the ground's colour",
        "near": "[hue, degrees, colour]: `own`, but that colour for clients whose hue is so near",
    },
    "fonts": {
        "brand": "the brand's families",
        "office": "families that every Office machine has, for `fonts: office` and where the brand's are missing",
        "files": "the brand's TTFs, within the theme's folder",
        "metrics": "tables of widths, made by `deckgen theme fonts NAME --add FILE`",
    },
    "families": {"heading": "the family of titles and headings", "body": "the family of all other texts"},
    "style": {
        "like": "another style; this one is laid over it",
        "size": "size in points, a whole number",
        "leading": "from line to line, in points; its ratio to the size is kept when the size changes",
        "bold": "bold",
        "italic": "italic",
        "font": "`heading`, `body`, or `numerals` (the heading's, in the office set the body's)",
        "tracking": "space between letters, in em; negative is tighter",
        "ladder": "sizes to step down to where a text doesn't fit, largest first",
    },
    "text": {
        "slot": "the text's name in the slide, where it isn't the role's or shape's own",
        "style": "a style's name, [size, leading], or a style",
        "color": "a colour role",
        "align": "left, center or right",
        "anchor": "top, middle or bottom",
        "stop": "colour role of a headline's full stop",
        "lead-style": "style of leads, where all items of a list have one",
        "lead-color": "colour role of leads",
        "text-color": "colour role of what stands beside leads",
        "tab": "inches from the box's left edge to the text beside a lead",
        "pitches": "inches from item to item, by how many there are at most: `{3: 1.1, 5: 0.9}`",
        "maximum": "items that one slide takes; more go on to the next",
        "hang-mark": "an opening quotation mark hangs left of the text's edge",
        "hang-text": "a text hangs beside its lead, its further lines too",
        "even-rows": "items begin a pitch apart, however many lines each has",
        "mark-color": "colour role of a hanging quotation mark",
        "shorten": "what doesn't fit is cut behind a word, with an ellipsis",
        "strong": "colour role of strong words, where the text isn't bold",
        "spare": "[width, height] in inches that may be added if nothing else fits",
        "sizes": "sizes by length: `[[28, 104], [54, 84]]` sets up to 28 characters in 104 pt",
        "suffix": "the slot set after it, smaller: a number's unit",
        "suffix-scale": "the suffix's size as a share of the text's",
        "literal": "a fixed text, the same in every language",
        "label": "a fixed text by its name in `labels`",
    },
    "placeholder": {
        "box": "left, top, width, height in inches",
        "when": "conditions under which it is there",
        "move": "[right, down] in inches that the last slide of a series is moved by; those before it less",
        "geometry": "a picture's form: rect, roundRect or ellipse",
        "radius": "of roundRect, in points",
        "behind": "it is drawn below all else",
        "below": "the role of the placeholder whose text it follows",
        "below-gap": "inches between both",
        "bullet": "the list's bullet",
        "name": "its name in the selection pane",
        "prompt": "what PowerPoint shows while it is empty",
        "chart": "how charts in it are drawn",
        "table": "how tables in it are drawn",
        "push": "the content gives way where its text reaches into it",
    },
    "bullet": {
        "char": "the sign",
        "color": "its colour role",
        "size": "in percent of the text's size",
        "indent": "inches from the bullet to the text",
        "sub": "the sign of lists within lists",
        "step": "inches that each level is further in",
    },
    "shape": {
        "name": "its name in the selection pane; one that begins with !! is moved by the transition morph",
        "shape": "a preset of PowerPoint's, `line`, `text`, `path` or `picture`",
        "box": "left, top, width, height in inches; of a line from its start, so both may be negative",
        "fill": "a colour role, or a gradient of roles",
        "alpha": "the fill's opacity in percent",
        "line": "its outline",
        "radius": "of roundRect, in points",
        "path": "a freeform's commands: [M, x, y], [L, x, y], [C, ...], [Z] in inches",
        "text": "the text in it",
        "slot": "the picture's name in the slide",
        "when": "conditions under which it is there",
        "repeat": "copies of it",
        "behind": "it is drawn below the placeholders",
        "fixed": "`to`: copies of a line end where the first one does",
        "link": "the slot that names the slide it leads to",
        "fills": "fill roles of copies, in turn; the last one goes on",
        "text-colors": "text colour roles of copies, in turn",
        "shapes": "a group: shapes that share `when` and `repeat`",
        "hug": "the role of the placeholder whose text it is as wide as",
        "hug-height": "it is as high as that text, too",
    },
    "outline": {
        "color": "a colour role",
        "width": "in points",
        "head": "an arrowhead at the start",
        "tail": "an arrowhead at the end",
    },
    "stroke": {"color": "a colour role", "width": "in points"},
    "gradient": {
        "angle": "direction in degrees; 0 is to the right, 90 downwards",
        "stops": "[place in percent, role, opacity in percent]",
    },
    "repeat": {
        "over": "what copies stand for: `items`, `body`, `columns`, or `series` (the slides of numbered points)",
        "step": "[right, down] in inches from copy to copy",
        "at": "offsets of the copies in inches",
        "between": "offsets of the first and the last copy; the others are spread evenly",
        "around": "on a circle",
        "grid": "in rows and columns",
        "rows": "the role of a list: a copy at each row, wherever it comes to stand",
        "gaps": "the role of a list: a copy in the gap below each row",
    },
    "around": {
        "centre": "x and y in inches",
        "radius": "in inches",
        "start": "where the first copy stands, in degrees; 0 is up, then clockwise",
    },
    "copies": {
        "columns": "how many stand side by side",
        "gap": "[across, down] in inches between copies",
        "pitch": "[across, down] in inches from one copy to the next, in place of `gap`",
        "down": "filled column by column",
    },
    "when": {
        "slot": "these slots have content (`leads`: all items have one; `nested`: one has a list below it)",
        "without": "these slots have none",
        "count": "so many items, or slides of a series: `3`, `1-4`",
        "rows": "so many items in the slide's list, in a series too",
        "current": "the item is the current one",
        "done": "the item is done",
        "first": "the item is the first",
        "last": "the item is the last",
        "before-current": "the next item is the current one",
        "grounds": "the slide stands on one of these grounds",
    },
    "look": {
        "like": "another look of this theme; this one is laid over it",
        "label": "the layout's name in PowerPoint",
        "ground": "the ground that slides have unless they say another",
        "grounds": "the grounds that it is drawn on; all without it",
        "layout-type": "PowerPoint's type of the layout: title, secHead, obj, titleOnly, blank",
        "hidden-title": "it shows no title; outlines and screen readers still have it",
        "number": "whether it has the slide number",
        "footer": "whether it has the footer",
        "placeholders": "its placeholders by role; one role may have several, each with its `when`",
        "shapes": "its shapes, from back to front",
        "tracker": "a tracker of its own, or none",
        "common": "which of the theme's `common` placeholders it takes: true, false or their roles",
        "page": "whether it has the theme's `page` shapes",
        "omits": "what deckgen adds to the slide by itself, and this look leaves out",
    },
    "logo": {"light": "the file for light grounds", "dark": "the file for dark and coloured grounds"},
    "table": {
        "head": "the header",
        "body": "all cells, what others lay theirs over",
        "first": "the first column",
        "highlight": "rows and columns that stand out",
        "total": "the row of sums",
        "rules": "the lines",
        "pitch": "height of rows in points: as drawn, and with more rows than `maximum`",
        "maximum": "rows up to which they have their full height",
        "insets": "left and right, top and bottom of cells, in points",
        "bleed": "points by which the table's fills reach over the texts' edges",
        "band": "colour role behind every other row",
    },
    "cell": {
        "style": "a style's name, or a style",
        "color": "a colour role",
        "fill": "a colour role behind it",
        "height": "the header's height in points",
        "anchor": "top, middle or bottom",
    },
    "rules": {
        "head": "below the header",
        "row": "between rows",
        "column": "between columns",
        "outer": "round the table",
        "last": "below the last row",
        "total": "above the sums",
    },
    "chart": {
        "category": "names of categories",
        "value": "values at bars, columns and slices",
        "value-highlight": "values of what is highlighted",
        "axis": "numbers along axes",
        "label": "names at the ends of lines",
        "label-highlight": "the highlighted line's name",
        "colors": "colour roles",
        "gap": "between bars, in percent of their width",
        "lines": "widths of lines in points",
        "markers": "sizes of markers in points",
        "grid": "the grid's lines",
        "base": "the line that bars stand on",
        "outline": "round bars and slices",
        "edge": "between parts of a stack or a pie",
        "end-label": "what stands at the end of a line: name, value or both",
        "legend": "where a legend stands: top, right or bottom",
        "hole": "a doughnut's hole in percent",
    },
    "chart text": {"style": "a style's name, or a style", "color": "a colour role"},
    "chart colors": {
        "highlight": "what the headline is about",
        "rest": "all else",
        "rest-alpha": "its opacity in percent",
        "line-rest": "lines that aren't highlighted",
        "line-highlight": "the highlighted line",
        "lines": "lines in order, where none is highlighted",
        "rests": "the parts of a stack or pie that aren't highlighted, in order",
        "other": "what is summed up as others",
    },
    "chart pair": {"highlight": "of the highlighted line", "other": "of the others"},
    "chart grid": {"color": "a colour role", "alpha": "opacity in percent", "width": "in points"},
    "grid": {
        "columns": "how many",
        "margin": "left and right, in inches",
        "gutter": "between columns, in inches",
    },
    "guides": {"x": "from the left, in inches", "y": "from the top, in inches"},
    "master": {"title": "the master's title", "body": "the master's body: the zone that content stands in"},
    "chrome": {"number": "the slide number", "footer": "the footer", "date": "the date"},
}
_SUBS = {
    "colors": "colors", "fonts": "fonts", "brand": "families", "office": "families", "bullet": "bullet", "around": "around", "fill": "gradient",
    "scrim": "gradient", "when": "when", "rules": "rules", "guides": "guides", "master": "master", "chrome": "chrome",
}  # fmt: skip
"""The section of a map by the key that holds it, where that is the same everywhere."""


def sections(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """(section, properties) of every map in the theme's schema, but for maps of roles, whose keys are the roles."""
    yield "theme", schema["properties"]
    yield from _within(schema["properties"], "theme")
    for name, value in schema["$defs"].items():
        yield from _maps(value, name)


def _maps(value: Any, section: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, list):
        for one in value:
            yield from _maps(one, section)
    elif isinstance(value, dict):
        own = value.get("properties")
        if own is not None and section == "roles":
            yield from _maps(own.get("table", {}), "placeholder")
        elif own is not None:
            named = "recipe" if "own" in own else section
            yield named, own
            yield from _within(own, named)
        for key in ("anyOf", "items", "additionalProperties"):
            yield from _maps(value.get(key), section)


def _within(properties: dict[str, Any], section: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for key, value in properties.items():
        yield from _maps(value, _section(section, key))


def _section(section: str, key: str) -> str:
    """The section of the map under `key`."""
    if key in ("placeholders", "common"):
        return "roles"
    if section == "chart":
        known = {
            "colors": "chart colors",
            "lines": "chart pair",
            "markers": "chart pair",
            "grid": "chart grid",
        }
        return known.get(key, "stroke" if key in ("base", "outline", "edge") else "chart text")
    if section == "table":
        return "rules" if key == "rules" else "cell"
    if section == "rules":
        return "stroke"
    if key == "grid":
        return "copies" if section == "repeat" else "grid"
    if key == "line":
        return "outline"
    return _SUBS.get(key, key)


def with_help(schema: dict[str, Any]) -> dict[str, Any]:
    """`schema`, each key with the words of `HELP` where it has none."""
    for section, properties in list(sections(schema)):
        for key, value in list(properties.items()):
            words = HELP.get(section, {}).get(key) or HELP["text"].get(key, "")
            if isinstance(value, dict) and words and "description" not in value:
                properties[key] = {**value, "description": words}
    return schema
