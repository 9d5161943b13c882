"""A theme's colours from a client's: the art direction's examples, any other colour, the talk's `client.color`."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

import deckgen
from deckgen.findings import Findings, Span
from deckgen.source.nodes import Scalar
from deckgen.theme.client import client_of
from deckgen.theme.colors import contrast, difference, resolve
from deckgen.theme.reader import load_theme
from deckgen.theme.records import Theme

INK, PAPER, NIGHT, CREAM = "#1E1913", "#F5EFE4", "#26201A", "#FBF6EC"
EXAMPLES = {  # accent, on it, text on paper, text on night, soft on paper and on night (ART.md section 9)
    "#FFC21A": ("#FFC21A", INK, "#8A6805", "#FFC21A", "#FFF3D1", "#634D1A"),
    "#0A4DA2": ("#0A4DA2", "#FFFFFF", "#0A4DA2", "#4C8AE5", "#CEDBEC", "#1E2D40"),
    "#D4002A": ("#D4002A", "#FFFFFF", "#D4002A", "#FD424C", "#F6CCD4", "#57171E"),
    "#19B5C9": ("#19B5C9", INK, "#087684", "#19B5C9", "#D1F0F4", "#224A4B"),
    "#A8D8F0": ("#A8D8F0", INK, "#447287", "#A8D8F0", "#EEF7FC", "#4A5456"),
    "#161616": ("#161616", "#FFFFFF", "#161616", "#898989", "#D0D0D0", "#221D19"),
    "#7F7F7F": ("#828282", INK, "#6D6D6D", "#888888", "#E6E6E6", "#403B37"),
}


def with_color(color: str) -> tuple[Theme | None, list[str]]:
    findings = Findings()
    theme = load_theme(
        "werkbank", project=None, base=None, findings=findings, client=Scalar(color, Span("talk.yaml", 3, 1))
    )
    return theme, [str(f) for f in findings]


@pytest.mark.parametrize("color", EXAMPLES)
def test_the_art_directions_examples(color: str) -> None:
    client = client_of(color, INK)
    assert (client.color, client.on) == EXAMPLES[color][:2]
    made = [
        client.on_ground(w, g, t)
        for w in ("client-text", "client-soft")
        for g, t in ((PAPER, INK), (NIGHT, CREAM))
    ]
    assert all(difference(a, b) < 1 for a, b in zip(made, EXAMPLES[color][2:], strict=True)), made


def test_a_line_that_would_not_stand_out_is_ink() -> None:
    assert client_of("#FFC21A", INK).on_ground("client-line", PAPER, INK) == INK
    assert client_of("#0A4DA2", INK).on_ground("client-line", PAPER, INK) == "#0A4DA2"


def test_any_colour_makes_a_sound_theme() -> None:
    draw = random.Random(5)
    for color in ("#FFFFFF", "#000000", *(f"#{draw.randrange(1 << 24):06X}" for _ in range(20))):
        theme, found = with_color(color)
        assert theme is not None and found == [], color
        for name in ("text", "accent-text"):
            for ground in theme.grounds.values():
                shown = resolve(ground.roles[name], ground, theme.slots)
                assert contrast(shown, resolve(ground.roles["ground"], ground, theme.slots)) >= 4.5, (
                    color,
                    name,
                )


def test_what_is_no_colour_is_found_where_it_stands() -> None:
    theme, found = with_color("blau")
    assert theme is None
    assert "talk.yaml:3:1" in found[0]


@pytest.mark.parametrize(("name", "takes"), [("werkbank", True), ("helium", False)])
def test_a_talks_client_colour_goes_to_themes_that_take_one(tmp_path: Path, name: str, takes: bool) -> None:
    text = f'title: T\ntheme: {name}\nclient: {{name: ACME, color: "#0A4DA2"}}\nslides:\n  - section: Eins\n'
    (tmp_path / "talk.yaml").write_text(text, encoding="utf-8")
    theme = deckgen.load(tmp_path / "talk.yaml").theme
    assert (theme.slots["accent1"] == "0A4DA2") is takes


def test_a_talk_may_set_the_colour_in_place(tmp_path: Path) -> None:
    own = 'theme: {extends: werkbank, colors: {client: "#D4002A"}}'
    (tmp_path / "talk.yaml").write_text(f"title: T\n{own}\nslides:\n  - section: Eins\n", encoding="utf-8")
    theme = deckgen.load(tmp_path / "talk.yaml").theme
    ground = theme.grounds["accent"]
    assert resolve(ground.roles["ground"], ground, theme.slots) == "#D4002A"
    assert resolve(ground.roles["text"], ground, theme.slots) == "#FFFFFF"
