"""Drafts on looks: placed, fitted, repeated."""
