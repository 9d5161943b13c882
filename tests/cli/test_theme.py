"""`deckgen theme`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from deckgen.findings import Findings
from deckgen.theme.reader import load_theme

from .running import run

HELIUM = Path(__file__).parents[2] / "themes" / "helium"


def project(folder: Path, theme: str, name: str = "acme") -> Path:
    home = folder / "themes" / name
    home.mkdir(parents=True)
    (folder / "deckgen.yaml").write_text("", encoding="utf-8")
    (home / "theme.yaml").write_text(theme, encoding="utf-8")
    return home


def test_shipped_and_own_themes_are_listed(tmp_path: Path) -> None:
    project(tmp_path, "title: Acme GmbH\nextends: plain\n")
    project(tmp_path / "x", "extends: nowhere\n", "broken")
    rows = run(tmp_path, "theme", "list").stdout.splitlines()
    assert any(row.split()[:4] == ["acme", "Acme", "GmbH", "project"] for row in rows)
    assert any(row.startswith("plain ") and " shipped " in row and "light, dark, accent  Arial" in row for row in rows)  # fmt: skip
    rows = run(tmp_path / "x", "theme", "list").stdout.splitlines()
    assert any(row.startswith("broken ") and "deckgen theme check broken" in row for row in rows)


def test_a_theme_is_shown_with_colours_fonts_type_and_layouts(tmp_path: Path) -> None:
    done = run(tmp_path, "theme", "show", "plain")
    assert done.returncode == 0, done.stderr
    theme = load_theme("plain", project=None, base=None, findings=Findings())
    assert theme is not None
    rows = [" ".join(row.split()) for row in done.stdout.splitlines()]
    words = " ".join(done.stdout.split())
    for look in theme.looks.values():
        assert f"{look.name} {look.label} ({', '.join(look.grounds)}): " in words
    for name, style in theme.styles.items():
        assert any(row.startswith(f"{name} {style.size} {style.leading:g} ") for row in rows)
    for role in theme.grounds["light"].roles:
        assert any(row.startswith(f"{role} #") for row in rows)
    assert any(row.startswith("text #14181F 17.8") for row in rows)  # on white, by WCAG's formula
    assert "Arial for headings" in done.stdout
    assert "\x1b[" not in done.stdout


@pytest.mark.parametrize("name", ["plain", "helium"])
def test_shipped_themes_are_sound(tmp_path: Path, name: str) -> None:
    done = run(tmp_path, "theme", "check", name)
    assert (done.returncode, done.stdout) == (0, "nothing found\n"), done.stdout


THEME = """extends: plain
fonts:
  brand: {heading: Futura, body: Futura}
  office: {heading: Arial, body: Arial}
looks:
  number:
    common: false
    placeholders:
      title: {box: [1, 1, 3, 3], style: nowhere}
  own:
    common: [kicker, support, source]
    placeholders:
      title: {box: [1, 1, 3, 3], style: title}
"""


@pytest.mark.parametrize("how", ["acme", "themes/acme", "./themes/acme", "themes/acme/theme.yaml"])
def test_all_that_is_wrong_is_found_by_name_and_path(tmp_path: Path, how: str) -> None:
    project(tmp_path, THEME)
    done = run(tmp_path, "theme", "check", how)
    assert done.returncode == 1
    assert "themes/acme/theme.yaml:3:3: warning[font-not-shipped]" in done.stdout
    assert "themes/acme/theme.yaml:3:20: warning[font-metrics]" in done.stdout
    assert "themes/acme/theme.yaml:9:41: error[unknown-style]" in done.stdout
    assert "themes/acme/theme.yaml:11:5: error[slot-unshown]: the look 'own' of theme 'plain' doesn't always show 'subtitle'\n" in done.stdout  # fmt: skip
    assert done.stdout.count("themes/acme/theme.yaml:7:5: error[slot-unshown]") == 2  # kicker, source
    assert done.stdout.endswith("5 errors, 2 warnings\n")


@pytest.mark.parametrize("office", ["", "  office: {heading: Arial, body: Arial}\n"])
def test_a_font_that_is_measured_but_not_shipped_is_told(tmp_path: Path, office: str) -> None:
    fonts = "fonts:\n  brand: {heading: Outfit, body: Outfit}\n" + office + "  metrics: [outfit.metrics]\n"
    home = project(tmp_path, "extends: plain\n" + fonts)
    shutil.copy(HELIUM / "fonts" / "outfit.metrics", home)
    done = run(tmp_path, "theme", "check", "acme")
    assert "[font-not-shipped]" in done.stdout and done.stdout.endswith("1 warning\n")


def test_a_theme_may_lie_anywhere(tmp_path: Path) -> None:
    home = project(tmp_path / "there", "extends: plain\n")
    (tmp_path / "here").mkdir()
    done = run(tmp_path / "here", "theme", "check", "../there/themes/acme")
    assert (done.returncode, done.stdout) == (0, "nothing found\n"), done.stdout + done.stderr
    assert run(home, "theme", "check", ".").stdout == "nothing found\n"


@pytest.mark.parametrize("command", ["show", "check"])
@pytest.mark.parametrize("name", ["plian", "./nowhere", "a/b/c", "", ".."])
def test_no_such_theme_is_exit_2(tmp_path: Path, command: str, name: str) -> None:
    done = run(tmp_path, "theme", command, name)
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no theme" in done.stderr


def test_a_broken_theme_cannot_be_shown(tmp_path: Path) -> None:
    project(tmp_path, "extends: plain\ntransition: wipe\n")
    done = run(tmp_path, "theme", "show", "acme")
    assert (done.returncode, done.stdout) == (2, "")
    assert "themes/acme/theme.yaml:2:13: error[theme-value]" in done.stderr


def test_quiet_prints_findings_alone(tmp_path: Path) -> None:
    project(tmp_path, "extends: plain\ntransition: wipe\n")
    assert run(tmp_path, "theme", "check", "acme", "--quiet").stdout.count("theme-value") == 1
    assert run(tmp_path, "--quiet", "theme", "check", "plain").stdout == ""


@pytest.mark.parametrize("later", ["preview"])
def test_what_comes_later_is_unknown(tmp_path: Path, later: str) -> None:
    done = run(tmp_path, "theme", later)
    assert done.returncode == 2
    assert f"No such command '{later}'" in done.stderr
