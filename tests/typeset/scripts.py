"""Paragraphs in other scripts, alone and within German: Chinese, Japanese, Korean, Arabic, Hebrew, Hindi, Thai, emoji.

Texts are those of the Universal Declaration of Human Rights.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import yaml

from deckgen.typeset.paragraph import Para, Span
from tests.typeset.corpus import words_of
from tests.typeset.referee import STAND_INS, Piece, Sample, measure_of

NOTO = Path("/usr/share/fonts/opentype/noto")
LOCALES = {
    "zh": "zh-CN", "ja": "ja-JP", "ko": "ko-KR", "ar": "ar-SA", "he": "he-IL", "hi": "hi-IN", "th": "th-TH", "emoji": "de-DE",
}  # fmt: skip
RTL = {"ar", "he"}
EMOJI = (
    "\U0001f600", "\U0001f680", "\u2705", "\u2764\ufe0f", "\U0001f469\u200d\U0001f4bb", "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
    "\U0001f1e9\U0001f1ea", "\U0001f1eb\U0001f1f7", "\U0001f44d\U0001f3fd", "\U0001f3f3\ufe0f\u200d\U0001f308", "1\ufe0f\u20e3", "\U0001f9d1\U0001f3ff\u200d\U0001f52c",
    "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", "\u2600", "\u00a9\ufe0f",
)  # fmt: skip
SIZES = (10, 12, 14, 18, 20, 24, 28, 32, 40, 48)


@cache
def declaration() -> dict[str, list[str]]:
    """Its paragraphs by language."""
    found: dict[str, list[str]] = yaml.safe_load(
        Path(__file__).with_name("declaration.yaml").read_text(encoding="utf-8")
    )
    return found


def _passage(rng: random.Random, lang: str, length: int) -> str:
    if lang == "emoji":
        return "".join(rng.choice(EMOJI) for _ in range(min(3, length)))
    text = rng.choice(declaration()[lang])
    if lang in ("zh", "ja", "th"):
        start = rng.randrange(max(1, len(text) - length))
        return text[start : start + length].strip().lstrip("\u0e30\u0e31\u0e32\u0e33\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e45\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d")  # fmt: skip
    words = text.split(" ")
    count = max(1, length // 6)
    start = rng.randrange(max(1, len(words) - count))
    return " ".join(words[start : start + count])


def paragraphs(count: int, seed: int, lang: str, families: Sequence[str]) -> list[Sample]:
    """Random paragraphs, two in five of them German with some `lang` in it; emoji stand in German always."""
    rng = random.Random(f"{lang} {seed}")
    return [_paragraph(rng, lang, rng.choice(families)) for _ in range(count)]


def _paragraph(rng: random.Random, lang: str, family: str) -> Sample:
    brand, _, office = family.partition("/")
    size, width = rng.choice(SIZES), float(rng.randint(180, 880))
    room = max(4, int(rng.uniform(1, 6) * width / size))
    mixed = lang == "emoji" or rng.random() < 0.4
    if mixed:
        words = words_of(rng, max(2, room // 4)).split(" ")
        for _ in range(rng.randint(1, 4)):
            at, part = rng.randrange(len(words) + 1), _passage(rng, lang, rng.randint(2, 14))
            words[at:at] = [part] if rng.random() < 0.7 or not at else [words[at - 1] + part]
        text = " ".join(words)
    else:
        text = _passage(rng, lang, room)
    bold = rng.random() < 0.3
    drawn = rng.choice((brand, office or brand))
    para = Para((Span(text, measure_of(brand, bold, office)),))
    return Sample((Piece(text, bold),), para, STAND_INS.get(drawn, drawn), size, width, lang, lang=LOCALES[lang], rtl=lang in RTL and not mixed)  # fmt: skip
