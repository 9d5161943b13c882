"""`theme.yaml` for a template: what was understood as comments that can be taken over, and the lines that a person wrote."""

from __future__ import annotations

import json
from typing import Final

from ..units import to_inches
from .theme_of import Understood

MARK: Final = "# --- read from the template; written anew by each `deckgen theme inspect` ---"


def sheet(found: Understood, template: str, old: str = "") -> str:
    """The file's text; of `old`, the file as it was, all lines stay that aren't comments of ours."""
    above, below = old.partition(MARK)[::2] if old else ("", "")
    own = [line for line in below.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    head = above.rstrip() or "\n".join(_head(template))
    if own:  # written among the comments, where they would be lost
        head += "\n" + "\n".join(own)
    return f"{head}\n\n{MARK}\n" + "\n".join(f"# {line}".rstrip() for line in _lines(found)) + "\n"


def _head(template: str) -> list[str]:
    return [
        "# A theme from a client's PowerPoint template.  What deckgen read from it stands below as comments: copy a line up here without",
        "# its # and change it, and it holds, also after a new version of the template.",
        f"template: {json.dumps(template, ensure_ascii=False)}",
    ]


def _lines(found: Understood) -> list[str]:
    theme, box = found.theme, found.body
    lines = ["layouts:  # look: name of a layout, or its number"]
    width = max((len(name) for name in found.fits), default=0)
    for name, fit in found.fits.items():
        lines.append(
            f"  {name + ':':<{width + 1}} {json.dumps(fit.layout.name, ensure_ascii=False)}  # {fit.layout.number}; {fit.score} of 100: {fit.reason}"
        )
    lines += ["placeholders:  # look: {role: idx of the layout's placeholder, or none}"]
    for name, fit in found.fits.items():
        if fit.roles:
            held = ", ".join(f"{role}: {slot.idx}" for role, slot in fit.roles.items())
            lines.append(f"  {name}: {{{held}}}")
    edges = ", ".join(f"{to_inches(v):.3f}" for v in (box.x, box.y, box.w, box.h))
    lines.append(f"body: [{edges}]  # x, y, width, height in inches: where all else is composed")
    slots = ", ".join(f'{slot}: "#{value}"' for slot, value in theme.slots.items())
    lines.append(f"colors: {{{slots}}}  # a colour written here changes the template's")
    lines.append("fonts: {metrics: [fonts/NAME.metrics]}  # widths of fonts that deckgen doesn't know")
    lines.append(f"looks composed on “{found.base.layout.name}”: {', '.join(found.composed)}")
    names = ", ".join(f"{lay.number} {lay.name}" for lay in found.layouts)
    lines.append(f"all layouts: {names}")
    return lines
