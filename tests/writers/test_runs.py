"""Runs: what one says beside its text is written, whatever else it leaves to its paragraph."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckgen.scene.items import Link, Run
from deckgen.theme.paint import Color
from deckgen.writers.pptx.text import Setting, run


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, '<a:rPr lang="de-DE"/>'),
        ({"size": 24}, 'sz="2400"'),
        ({"bold": False}, 'b="0"'),
        ({"italic": True}, 'i="1"'),
        ({"strike": True}, 'strike="sngStrike"'),
        ({"tracking": -12}, 'spc="-12"'),
        ({"script": "sub"}, 'baseline="-25000"'),
        ({"mono": True}, 'noProof="1"'),
        ({"color": Color("accent1")}, '<a:schemeClr val="accent1"/>'),
        ({"mark": Color("accent2")}, "<a:highlight>"),
        ({"font": "heading"}, '<a:latin typeface="+mj-lt"/>'),
        ({"font": "body"}, '<a:latin typeface="+mn-lt"/>'),
        ({"link": Link(url="https://example.com")}, "<linked/>"),
    ],
    ids=str,
)
def test_each_property_is_written_alone(change: dict[str, object], said: str) -> None:
    setting = Setting("de-DE", lambda link, *, own_color=False: "<linked/>")
    assert said in run(replace(Run("x"), **change), setting)  # type: ignore[arg-type]
