"""Typesetting without fonts installed: widths, line breaks, heights and fitting.

Everything is in points (1/72 inch). The model bounds PowerPoint and LibreOffice: what fits here fits in both.
"""
