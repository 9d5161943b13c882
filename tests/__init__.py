"""Tests of what users see; records forbid assignments here (`deckgen.records`)."""

import os

os.environ.setdefault("DECKGEN_FROZEN", "1")
