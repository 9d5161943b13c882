"""Slides of generated text: endless words, many bullets, empty texts, emoji, right-to-left, Chinese, signs where words are expected."""

from __future__ import annotations

import json
import random

from tests.typeset.corpus import words_of
from tests.typeset.scripts import EMOJI, declaration

LONG = (
    "Donaudampfschifffahrtsgesellschaftskapitänsmütze", "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", "Kfz-Haftpflichtversicherung",
    "https://example.org/ein/sehr-langer/pfad/zu-einer-seite?mit=fragen", "CO2-Bepreisung", "WWWWWWWWWWWWWWWWWWWWWWWW", "3.141592653589793238462643", "Vertriebs\u00adleitungs\u00adsitzung",
)  # fmt: skip
ODD = (
    "",
    " ",
    "-",
    "\u2026",
    "\u2010",
    "\u00a0",
    "\u200b",
    "Ja/Nein/Vielleicht",
    "1-800",
    "\u201eJa.\u201c",
    "50\u00a0%",
    "e\u0301\u0323",
)


def text(rng: random.Random, most: int) -> str:
    """A text of up to `most` words, one kind of script or several, perhaps none."""
    if rng.random() < 0.04:
        return rng.choice(ODD)
    parts: list[str] = []
    count = max(1, int(most * rng.random() ** 2))
    while len(parts) < count:
        draw = rng.random()
        if draw < 0.6:
            parts += words_of(rng, min(count, rng.randint(1, 12))).split(" ")
        elif draw < 0.7:
            parts.append(rng.choice(LONG))
        elif draw < 0.78:
            parts.append("".join(rng.choice(EMOJI) for _ in range(rng.randint(1, 3))))
        elif draw < 0.82:
            parts.append(rng.choice(ODD))
        else:
            passage = rng.choice(declaration()[rng.choice(("zh", "ja", "ko", "ar", "he", "hi", "th"))])
            words = passage.split(" ")
            start = rng.randrange(len(words))
            parts += [w[: rng.randint(4, 40)] for w in words[start : start + rng.randint(1, 8)]]
    return "".join(c for c in " ".join(parts) if c not in "*_`[]~^${}<>\\|#")


def slide(rng: random.Random) -> str:
    """One slide in YAML, indented as an item of `slides:`."""
    say = lambda most: json.dumps(text(rng, most), ensure_ascii=False)  # noqa: E731
    draw = rng.randrange(8)
    if draw == 0:
        keys = [f"statement: {say(24)}"]
    elif draw == 1:
        keys = [f"quote: {say(50)}", f"by: {say(5)}"]
    elif draw == 2:
        keys = [f"section: {say(8)}"]
    elif draw == 3:
        keys = [f"title: {say(12)}", "columns:"]
        for _ in range(rng.randint(2, 4)):
            keys += [f"  - title: {say(5)}", f"    text: {say(40)}"]
    elif draw == 4:
        cells = lambda: " | ".join(json.loads(say(8)) or "-" for _ in range(width))  # noqa: E731
        width = rng.randint(2, 6)
        rows = [cells(), " | ".join(["---"] * width), *(cells() for _ in range(rng.randint(1, 12)))]
        keys = [f"title: {say(10)}", "table: |", *(f"  {row}" for row in rows)]
    else:
        keys = [f"title: {say(12)}", "bullets:", *(f"  - {say(25)}" for _ in range(rng.randint(1, 14)))]
    return "  - " + "\n    ".join(keys) + "\n"
