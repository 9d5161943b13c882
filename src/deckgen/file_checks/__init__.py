"""Checks over finished decks, whoever made them: whether texts fit where they stand.

Each text is measured twice: at most (the widest of what programs make of it, the fewest breaks; nothing comes out larger) and at least.
What overflows even at least is wrong in every program; what overflows only at most is close, and worth no more than a hint.
"""
