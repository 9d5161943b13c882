"""A brand colour on `light` carries to all that a theme inherits; what is wrong is told at the theme's own lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.findings import Finding, Findings
from deckgen.theme.colors import contrast, resolve, to_hsl
from deckgen.theme.reader import load_theme
from deckgen.theme.records import Theme
from deckgen.theme.type_reader import FAMILIES
from deckgen.typeset.metrics import shipped

ACCENTS = '["{}", "#7FB5A6", "#D9822B", "#3B5B8C", "#1F6F5C", "#8A93A3"]'


def made(
    folder: Path, light: str, parent: str = "plain", more: str = ""
) -> tuple[Theme | None, list[Finding]]:
    home = folder / "themes" / "acme"
    home.mkdir(parents=True, exist_ok=True)
    text = f"extends: {parent}\ncolors:\n  light:\n    {light}\n{more}"
    (home / "theme.yaml").write_text(text, encoding="utf-8")
    findings = Findings()
    return load_theme("acme", project=folder, base=folder, findings=findings), findings.sorted()


def shown(theme: Theme, ground: str, role: str) -> str:
    own = theme.grounds[ground]  # type: ignore[index]
    return resolve(own.roles[role], own, theme.slots)


def hue(color: str) -> float:
    return to_hsl(color)[0] * 360


COLORS = [
    "#2F6B4F",
    "#8A5BB5",
    "#FFD400",
    "#E2001A",
    "#00A0E3",
    "#003366",
    "#B5E61D",
    "#808080",
    "#000000",
    "#FFFFFF",
]


@pytest.mark.parametrize("parent", ["plain", "helium"])
@pytest.mark.parametrize("color", COLORS)
def test_any_brand_colour_alone_makes_a_sound_theme(tmp_path: Path, color: str, parent: str) -> None:
    for light in (f'primary: "{color}"', "accents: " + ACCENTS.format(color)):
        theme, findings = made(tmp_path, light, parent)
        assert findings == [] and theme is not None, (light, findings)


def test_what_was_blue_is_green_on_every_ground(tmp_path: Path) -> None:
    theme, findings = made(tmp_path, 'primary: "#2F6B4F"')
    assert findings == [] and theme is not None
    assert shown(theme, "accent", "ground") == "#2F6B4F"
    assert shown(theme, "light", "accent1") == "#2F6B4F"
    for ground, role in (
        ("light", "accent-text"),
        ("light", "soft"),
        ("dark", "ground"),
        ("dark", "primary"),
    ):
        assert abs(hue(shown(theme, ground, role)) - hue("#2F6B4F")) < 12, (ground, role)
    assert shown(theme, "light", "accent3") == "#D9822B"  # no blue, so it stays


def test_the_first_accent_is_the_brand_where_no_primary_is_given(tmp_path: Path) -> None:
    theme, findings = made(tmp_path, "accents: " + ACCENTS.format("#8A5BB5"))
    assert findings == [] and theme is not None
    assert shown(theme, "light", "primary") == shown(theme, "accent", "ground") == "#8A5BB5"


def test_words_on_a_bright_divider_turn_dark(tmp_path: Path) -> None:
    theme, findings = made(tmp_path, 'primary: "#FFD400"')
    assert findings == [] and theme is not None
    assert shown(theme, "accent", "ground") == "#FFD400"
    assert contrast(shown(theme, "accent", "text"), "#FFD400") > 7
    assert contrast(shown(theme, "light", "on-primary"), "#FFD400") > 7
    assert contrast(shown(theme, "light", "accent-text"), "#FFFFFF") >= 4.5


def test_an_accent_that_comes_too_near_to_the_brand_gives_way(tmp_path: Path) -> None:
    theme, _ = made(tmp_path, 'primary: "#D9822B"')  # plain's third accent
    assert theme is not None
    assert shown(theme, "light", "accent1") == "#D9822B"
    assert shown(theme, "light", "accent3") == "#1F5FBF"


def test_what_a_theme_gives_itself_stays(tmp_path: Path) -> None:
    dark = '  dark: {ground: "#141B2D", primary: "#7FA6DE"}\n'
    theme, findings = made(tmp_path, 'primary: "#2F6B4F"\n    soft: "#E3ECF8"', more=dark)
    assert findings == [] and theme is not None
    assert theme.grounds["dark"].hexes["ground"] == "#141B2D"
    assert theme.grounds["dark"].hexes["primary"] == "#7FA6DE"
    assert theme.grounds["light"].hexes["soft"] == "#E3ECF8"


@pytest.mark.parametrize(
    ("light", "word"),
    [
        ('ground: "#333333"', 'write `light: {text: "#..."}` in `colors`'),
        ('text: "#C0C4CC"', "make one of both lighter or darker"),
        ('node: "#39FF14"', "take a colour nearer"),
        ('tint: "#14181F"', "take another colour role"),
    ],
)
def test_what_cannot_be_is_told_at_the_themes_own_line(tmp_path: Path, light: str, word: str) -> None:
    _, findings = made(tmp_path, light)
    assert findings and any(word in f.fix for f in findings)
    assert {(f.span.file, f.span.line) for f in findings if f.span} == {("themes/acme/theme.yaml", 4)}


def test_a_colour_without_quotes_is_told_and_nothing_else(tmp_path: Path) -> None:
    for light in ('text: "#101010"\n    primary: #2F6B4F', "ground: #FFFFFF", "accents: #FFFFFF"):
        _, findings = made(tmp_path, light)
        assert [f.code for f in findings] == ["value-is-comment"]
        assert "without quotes" in findings[0].message


def test_a_font_that_is_nearly_known_is_asked_back(tmp_path: Path) -> None:
    more = "fonts: {brand: {heading: Gorgia, body: Arial}}\n"
    _, findings = made(tmp_path, 'text: "#101010"', more=more)
    assert [(f.code, f.span.column) for f in findings if f.span] == [("font-metrics", 26)]
    assert "did you mean `Georgia`?" in findings[0].fix and "very wide" not in findings[0].message
    for real in ("Georgia Pro", "Arial Narrow", "Calibri Light", "Outfit"):
        _, findings = made(tmp_path, 'text: "#101010"', more=more.replace("Gorgia", real))
        assert "did you mean" not in findings[0].fix


def test_the_families_that_are_suggested_have_tables() -> None:
    assert all(shipped(family) for family in FAMILIES)
