"""Make ready in this checkout what an installed deckgen has ready: shipped themes and their layouts (deckgen.prepare).

    python scripts/prepare.py

Without it, and after any change of the sources, a build reads its theme: same decks, later.
"""

from __future__ import annotations

from deckgen.prepare import prepare

if __name__ == "__main__":
    for path in prepare():
        print(path)
