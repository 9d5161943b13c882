"""Themes from a client's own PowerPoint template (.potx, .pptx): opened, understood, matched to looks, carried into decks.

It reads with `pptx_reader` (and so lxml), is loaded by name, and nothing on the build path of other themes imports it.
"""
