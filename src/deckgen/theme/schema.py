"""JSON Schema of theme.yaml, from the key lists that its readers hold keys against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..source.json_schema import DRAFT
from . import chart_reader, table_reader
from .client import RECIPE_KEYS, WORDS
from .grounds import ACCENTS, NAMES, REQUIRED
from .key_help import with_help
from .look_reader import LAYOUT_TYPES, LOOK_KEYS
from .repeat_reader import OVERS
from .roles import ROLES
from .shape_reader import PLACEHOLDER_KEYS, PRESETS, SHAPE_KEYS, TABLE_KEYS, TEXT_KEYS
from .type_reader import FONTS, STYLE_KEYS
from .whole import TOP_KEYS

WORD: dict[str, Any] = {"type": ["string", "number"]}
NUMBER: dict[str, Any] = {"type": "number"}
FLAG: dict[str, Any] = {"type": "boolean"}
HEX: dict[str, Any] = {"type": ["string", "integer"], "pattern": "^#?([0-9A-Fa-f]{3}){1,2}$"}
_RECIPE = {
    "own": HEX,
    **dict.fromkeys(("lightness", "lightness-most", "chroma", "mix"), NUMBER),
    "near": {"type": "array"},
}
DERIVED: dict[str, Any] = {
    "anyOf": [
        HEX,
        {"enum": list(WORDS)},
        {
            "type": "object",
            "properties": {key: _RECIPE[key] for key in RECIPE_KEYS},
            "additionalProperties": False,
            "required": ["own"],
            "description": "the theme's own colour, and what a client's makes of it",
        },
    ]
}
COLOR: dict[str, Any] = {"type": "string", "description": "a colour role of the look's grounds"}


def _numbers(count: int, words: str) -> dict[str, Any]:
    return {
        "type": "array",
        "items": NUMBER,
        "minItems": count,
        "maxItems": count,
        "description": words,
    }


COUNT: dict[str, Any] = {"type": ["string", "integer"], "pattern": r"^\d{1,3}(-\d{1,3})?$"}
BOX = _numbers(4, "left, top, width, height in inches")
POINT = _numbers(2, "x and y in inches")


def _list(one: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": one}


def _texts() -> dict[str, Any]:
    return {"anyOf": [WORD, _list(WORD)]}


def _one_of(words: Iterable[str]) -> dict[str, Any]:
    return {"enum": sorted(set(words))}


def _map(keys: Iterable[str], values: Mapping[str, Any], words: str = "") -> dict[str, Any]:
    """A map of exactly these keys; an empty value takes the parent's away, and a key without a form may hold anything."""
    empty: dict[str, Any] = {"type": "null"}
    properties = {
        key: {"anyOf": [values[key], empty], **_words(values[key])} if key in values else {} for key in keys
    }
    result: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**result, "description": words} if words else result


def _words(value: Mapping[str, Any]) -> dict[str, Any]:
    return {"description": value["description"]} if "description" in value else {}


def _free(one: dict[str, Any], words: str) -> dict[str, Any]:
    """A map with free keys."""
    return {
        "type": "object",
        "additionalProperties": {"anyOf": [one, {"type": "null"}]},
        "description": words,
    }


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


def theme_schema() -> dict[str, Any]:
    """theme.yaml: all keys that its readers know.  Nothing is required, since a theme may extend another."""
    looks = _free(_ref("look"), "how kinds are drawn: a look by its name")
    common = {**_placeholders(), "description": "placeholders that every look gets"}
    master = _map(
        ("title", "body"), dict.fromkeys(("title", "body"), _ref("placeholder")), "the slide master"
    )
    chrome = ("number", "footer", "date")
    top: dict[str, Any] = {
        "name": {**WORD, "description": "the theme's name"},
        "title": {**WORD, "description": "its name as PowerPoint shows it"},
        "extends": {**WORD, "description": "a theme's name or path; this one is laid over it"},
        "colors": _map(
            (*NAMES, "visited", "client"),
            {
                **dict.fromkeys(NAMES, _ref("ground")),
                "visited": DERIVED,
                "client": {**HEX, "description": "the colour that a client's own takes the place of"},
            },
            "colours by ground and role",
        ),
        "fonts": _ref("fonts"),
        "styles": _free(_ref("style"), "the type scale: styles by name"),
        "grid": _map(
            ("columns", "margin", "gutter"),
            {"columns": {"type": "integer", "minimum": 1, "maximum": 48}, "margin": NUMBER, "gutter": NUMBER},
        ),
        "guides": _map(
            ("x", "y"), {"x": _list(NUMBER), "y": _list(NUMBER)}, "guides of the slide master in inches"
        ),
        "master": master,
        "chrome": _map(chrome, dict.fromkeys(chrome, _ref("placeholder")), "slide number, footer and date"),
        "labels": _free({"type": "object", "additionalProperties": WORD}, "label words by language"),
        "transition": {**_one_of(("morph", "fade", "none")), "description": "from slide to slide"},
        "logo": {
            "anyOf": [WORD, _map(("light", "dark"), {"light": WORD, "dark": WORD})],
            "description": "pictures within the theme's folder: one, or one for light ground and one for dark",
        },
        "table": _ref("table"),
        "chart": _ref("chart"),
        "common": common,
        "page": {**_list(_ref("shape")), "description": "shapes that every layout has"},
        "looks": looks,
        "tracker": _ref("tracker"),
        "half-leading": {
            **FLAG,
            "description": "whether the boxes were drawn with half-leading, as design programs do",
        },
        "scrim": {**_gradient(), "description": "what lies between a background picture and its texts"},
        "let": {"description": "a place for YAML anchors"},
    }
    return with_help(
        {
            "$schema": DRAFT,
            "title": "A deckgen theme",
            **_map(TOP_KEYS, top),
            "$defs": {
                "chart": _chart(),
                "fonts": _fonts(),
                "ground": _ground(),
                "look": _look(),
                "placeholder": {"anyOf": [_placeholder(), _list(_placeholder())]},
                "repeat": _repeat(),
                "shape": _map(SHAPE_KEYS, _shape(), "a shape, or a group of shapes"),
                "style": _style(),
                "table": _table(),
                "text": _map(TEXT_KEYS, _text(), "how a text is set"),
                "tracker": {"anyOf": [{"enum": ["none", False]}, {"type": "object", "required": ["name"]}]},
                "when": _when(),
            },
        }
    )


def _fonts() -> dict[str, Any]:
    names = ("heading", "body")
    family = {"type": "string", "description": "a font family"}
    sets = _map(names, dict.fromkeys(names, family))
    files = _list({"type": "string"})
    keys = {
        "brand": {**sets, "description": "the brand's fonts"},
        "office": {**sets, "description": "fonts that every Office machine has"},
        "files": {**files, "description": "the brand's TTFs, within the theme's folder"},
        "metrics": {**files, "description": "tables of widths made from them"},
    }
    return _map(keys, keys)


def _ground() -> dict[str, Any]:
    roles = dict.fromkeys(REQUIRED, DERIVED)
    own = {
        "ground": {
            "anyOf": [DERIVED, {**_list(DERIVED), "minItems": 2}],
            "description": "one colour, or a gradient's",
        },
        "flat": DERIVED,
        "angle": NUMBER,
        "accents": {
            **_list(DERIVED),
            "minItems": 6,
            "maxItems": 6,
            "description": "six colours in chart order",
        },
    }
    properties = {**own, **roles}
    result = _map(properties, properties, "a ground and its colour roles")
    return {
        **result,
        "additionalProperties": DERIVED,
        "propertyNames": {"pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "not": {"enum": list(ACCENTS)}},
    }


def _style() -> dict[str, Any]:
    keys: dict[str, Any] = {
        "like": WORD,
        "size": {"type": "integer", "description": "points"},
        "leading": {**NUMBER, "description": "from line to line, points"},
        "bold": FLAG,
        "italic": FLAG,
        "font": _one_of(FONTS),
        "tracking": {**NUMBER, "description": "em"},
        "ladder": {**_list({"type": "integer"}), "description": "sizes to step down to, largest first"},
    }
    whole = _map(STYLE_KEYS, keys)
    return {"anyOf": [{"type": "string"}, _numbers(2, "size and leading in points"), whole]}


def _text() -> dict[str, Any]:
    return {
        "slot": WORD, "style": _ref("style"), "color": COLOR, "align": _one_of(("left", "center", "right")),
        "anchor": _one_of(("top", "middle", "bottom")), "stop": COLOR, "lead-style": _ref("style"), "lead-color": COLOR,
        "text-color": COLOR, "tab": NUMBER, "maximum": {"type": "integer", "minimum": 0, "maximum": 99}, "hang-mark": FLAG, "hang-text": FLAG, "even-rows": FLAG, "mark-color": COLOR, "shorten": FLAG, "strong": COLOR, "literal": WORD, "label": WORD,
        "pitches": {"type": "object", "additionalProperties": NUMBER}, "spare": POINT, "sizes": _list(_numbers(2, "length, size")),
        "suffix": WORD, "suffix-scale": NUMBER,
    }  # fmt: skip


def _placeholder() -> dict[str, Any]:
    bullet = {
        "char": WORD,
        "color": COLOR,
        "size": {"type": "integer"},
        "indent": NUMBER,
        "sub": WORD,
        "step": NUMBER,
    }
    values = {
        **_text(), "box": BOX, "when": _ref("when"), "move": POINT, "geometry": _one_of(("rect", "roundRect", "ellipse")),
        "radius": NUMBER, "behind": FLAG, "below": _one_of(ROLES), "below-gap": NUMBER, "bullet": _map(bullet, bullet),
        "name": WORD, "prompt": WORD, "chart": _ref("chart"), "push": {**FLAG, "description": "the content gives way where its text reaches into it"},
    }  # fmt: skip
    return _map(PLACEHOLDER_KEYS, values, "a placeholder")


def _placeholders() -> dict[str, Any]:
    """A map of roles; a table's placeholder has keys of its own."""
    values = {"box": BOX, "when": _ref("when"), "table": _ref("table"), "name": WORD, "prompt": WORD}
    values |= {"below": _one_of(ROLES), "below-gap": NUMBER}
    tabular = _map(TABLE_KEYS, values, "a table's placeholder")
    table = {"anyOf": [tabular, _list(tabular)]}
    return _map(ROLES, {n: table if role.type == "tbl" else _ref("placeholder") for n, role in ROLES.items()})


def _table() -> dict[str, Any]:
    cell = {"style": _ref("style"), "color": COLOR, "fill": COLOR}
    head = {**cell, "height": NUMBER, "anchor": _one_of(("top", "middle", "bottom"))}
    part = _map(table_reader.CELL_KEYS, cell)
    lengths = {"anyOf": [NUMBER, _numbers(2, "points")]}
    stroke = _stroke()
    values = {
        "head": _map(table_reader.HEAD_KEYS, head), "body": part, "first": part, "highlight": part, "total": part, "pitch": lengths,
        "rules": _map(table_reader.RULE_KEYS, dict.fromkeys(table_reader.RULE_KEYS, stroke)), "insets": lengths,
        "maximum": {"type": "integer", "minimum": 0, "maximum": 99}, "bleed": NUMBER, "band": COLOR,
    }  # fmt: skip
    return _map(table_reader.TABLE_KEYS, values, "how tables are drawn; lengths in points")


def _chart() -> dict[str, Any]:
    part = {"style": _ref("style"), "color": COLOR}
    colors = {
        "highlight": COLOR,
        "rest": COLOR,
        "rest-alpha": NUMBER,
        "line-rest": COLOR,
        "line-highlight": COLOR,
        "lines": _list(COLOR),
        "rests": _list(COLOR),
        "other": COLOR,
    }
    pair = {"highlight": NUMBER, "other": NUMBER}
    grid = {"color": COLOR, "alpha": NUMBER, "width": NUMBER}
    parts = ("category", "value", "value-highlight", "axis", "label", "label-highlight")
    shown = _one_of(("name", "value"))
    values = {
        **dict.fromkeys(parts, _map(part, part)), "colors": _map(colors, colors), "gap": {"type": "integer"},
        "lines": _map(pair, pair), "markers": _map(pair, pair), "grid": _map(grid, grid), "base": _stroke(), "outline": _stroke(),
        "edge": _stroke(), "end-label": {"anyOf": [shown, _list(shown)]}, "legend": _one_of(("top", "right", "bottom")),
        "hole": {"type": "integer", "minimum": 10, "maximum": 90},
    }  # fmt: skip
    return _map(chart_reader.KEYS, values, "how charts are drawn; lengths in points")


def _stroke() -> dict[str, Any]:
    stroke = {"color": COLOR, "width": NUMBER}
    return _map(stroke, stroke)


def _shape() -> dict[str, Any]:
    line = {"color": COLOR, "width": NUMBER, "head": FLAG, "tail": FLAG}
    return {
        "name": WORD, "shape": _one_of(PRESETS), "box": BOX, "fill": {"anyOf": [COLOR, _gradient()]},
        "alpha": {"type": "number", "minimum": 0, "maximum": 100}, "line": _map(line, line), "radius": NUMBER,
        "path": _list({"type": "array", "minItems": 1, "maxItems": 7, "items": WORD}), "text": _ref("text"), "slot": WORD,
        "when": _ref("when"), "repeat": _ref("repeat"), "behind": FLAG, "fixed": _one_of(("", "to")), "link": WORD,
        "fills": _list(COLOR), "text-colors": _list(COLOR), "shapes": _list(_ref("shape")),
        "hug": {**_one_of(ROLES), "description": "it is as wide as the text of this placeholder"}, "hug-height": FLAG,
    }  # fmt: skip


def _gradient() -> dict[str, Any]:
    stop = {"type": "array", "minItems": 2, "maxItems": 3, "items": WORD}
    keys = {"angle": NUMBER, "stops": {**_list(stop), "minItems": 2}}
    return _map(keys, keys)


def _look() -> dict[str, Any]:
    values = {
        "like": {**WORD, "description": "another look of this theme; this one is laid over it"},
        "label": {**WORD, "description": "the layout's name in PowerPoint"},
        "ground": _one_of(NAMES), "grounds": _list(_one_of(NAMES)), "layout-type": _one_of(LAYOUT_TYPES), "hidden-title": FLAG,
        "number": FLAG, "footer": FLAG, "page": {**FLAG, "description": "whether it has the theme's page shapes"}, "placeholders": _placeholders(),
        "shapes": _list(_ref("shape")), "tracker": _ref("tracker"), "common": {"anyOf": [FLAG, _texts()]},
        "omits": {**_texts(), "description": "what deckgen adds and this look leaves out"},
    }  # fmt: skip
    return _map(LOOK_KEYS, values, "how a kind is drawn")


def _when() -> dict[str, Any]:
    values = {
        "slot": _texts(), "without": _texts(), "count": COUNT, "rows": COUNT,
        "current": FLAG, "done": FLAG, "first": FLAG, "last": FLAG, "before-current": FLAG, "grounds": {"anyOf": [_one_of(NAMES), _list(_one_of(NAMES))]},
    }  # fmt: skip
    return _map(values, values, "conditions, all of which must hold")


def _repeat() -> dict[str, Any]:
    around = {"centre": POINT, "radius": NUMBER, "start": NUMBER}
    grid = {"columns": {"type": "integer"}, "gap": POINT, "pitch": POINT, "down": FLAG}
    values = {
        "over": _one_of(OVERS), "step": POINT, "at": _list(POINT), "between": {**_list(POINT), "minItems": 2, "maxItems": 2},
        "around": _map(around, around), "grid": _map(grid, grid), "rows": _one_of(ROLES), "gaps": _one_of(ROLES),
    }  # fmt: skip
    return _map(values, values, "where copies of a shape stand")
