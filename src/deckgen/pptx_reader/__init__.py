"""Finished PowerPoint files, whoever made them, read with everything that their texts inherit.

The one reader of decks and templates that deckgen did not write: it knows nothing of talks and themes.  It opens the package itself rather
than by python-pptx, which unpacks every part into memory, refuses templates (.potx) and stops at the first part that is missing.
"""
