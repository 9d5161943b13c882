"""Where a line may break: only where PowerPoint and LibreOffice both break.

Both programs fill lines greedily, which uses the fewest lines; leaving out an opportunity that only one of
them takes can therefore only predict more lines, never fewer.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

# A space, unless closing punctuation follows (UAX #14 LB13); a hyphen between a letter or digit and a letter;
# an en or em dash before a letter or digit. Not: slash, dot, underscore, soft hyphen, U+2010, NBSP, U+2011.
_WESTERN: Final = r"(?<![ \t])[ \t]++(?![)\]}!?.,:;/])|(?<=[^\W\d_])-(?=[^\W\d_])|[\u2013\u2014](?=[^\W_])"

_CJK: Final = (
    "\u2e80-\u2fdf\u3000-\u30ff\u3100-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003ffff"
)
# Kinsoku: characters that may not start a line (closing marks, small kana, marks of repetition and length)
# ...
_NOT_FIRST: Final = (
    "\u3001\u3002\u3005\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\u301c\u301e\u301f\u303b"
    "\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u3095\u3096\u3099-\u309e\u30a0"
    "\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5\u30f6\u30fb-\u30fe\u31f0-\u31ff"
    "\uff01\uff05\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d\uff5e\uff60\uffe0"
)
# ... and that may not end one (opening marks, currency).
_NOT_LAST: Final = (
    "\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\u301d\uff04\uff08\uff3b\uff5b\uff5f\uffe1\uffe5"
)
_IDEOGRAPHIC: Final = f"(?<=[{_CJK}])(?<![{_NOT_LAST}])(?=[{_CJK}])(?![{_NOT_FIRST}])"

_BREAK: Final = re.compile(_WESTERN)
_FIRST_CJK: Final = "\u2e80"


@cache
def _break_with_cjk() -> re.Pattern[str]:
    """Compiled only for texts that need it: it takes ten times as long as all other patterns of this package."""
    return re.compile(f"{_WESTERN}|{_IDEOGRAPHIC}")


def opportunities(text: str) -> list[int]:
    """Positions in `text` before which a line may start, ascending, without 0 and the end of the text.

    Hard breaks ("\\v") are not looked at. Korean breaks at spaces only.
    """
    n = len(text)
    pattern = _BREAK if text.isascii() or max(text) < _FIRST_CJK else _break_with_cjk()
    return [end for m in pattern.finditer(text) if 0 < (end := m.end()) < n]
