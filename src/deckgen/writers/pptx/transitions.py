"""Transitions: newer effects stand in mc:AlternateContent with a fade for programs that don't know them."""

from __future__ import annotations

from .xml import MC, P159

_FADE = '<p:transition spd="fast"><p:fade/></p:transition>'  # half a second, since PowerPoint 2007


def _alternate(prefix: str, namespace: str, choice: str) -> str:
    return (
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice xmlns:{prefix}="{namespace}" Requires="{prefix}">{choice}</mc:Choice>'
        f"<mc:Fallback>{_FADE}</mc:Fallback></mc:AlternateContent>"
    )


_TRANSITIONS = {
    "": "",
    "fade": _FADE,
    # on the slide that arrives; shapes are matched by names that begin with "!!"
    "morph": _alternate(
        "p159", P159, '<p:transition spd="slow"><p159:morph option="byObject"/></p:transition>'
    ),
}


def transition(name: str) -> str:
    """The transition `name`: "morph", "fade" or ""."""
    return _TRANSITIONS[name]
