"""The themes that come with deckgen, and what a theme's author sees when something is wrong."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from deckgen.findings import Finding, Findings
from deckgen.theme.colors import apply, contrast, difference, resolve
from deckgen.theme.paint import Gradient
from deckgen.theme.reader import load_theme
from deckgen.theme.records import Look, PlaceholderSpec, Theme
from deckgen.typeset.baseline import first_baseline
from deckgen.units import inches, to_points

NAMES = ("helium", "kontor", "plain", "werkbank")
LOOKS = {
    "cover", "agenda", "section", "statement", "quote", "bullets", "points", "points-recap", "point", "point-picture", "number",
    "image", "image-side", "image-left", "image-right", "image-plain", "triangle", "closing", "blank", "title-only", "compare",
}  # fmt: skip
PLAIN_SLOTS = {"title", "subtitle", "kicker", "support"}


def loaded(name: str, project: Path | None = None) -> tuple[Theme | None, list[Finding]]:
    findings = Findings()
    return load_theme(name, project=project, base=project, findings=findings), findings.sorted()


def sound(name: str) -> Theme:
    theme, findings = loaded(name)
    assert findings == []
    assert theme is not None
    return theme


def made(folder: Path, text: str, name: str = "acme") -> tuple[Theme | None, list[Finding]]:
    home = folder / "themes" / name
    home.mkdir(parents=True, exist_ok=True)
    (home / "theme.yaml").write_text(text, encoding="utf-8")
    return loaded(name, folder)


def codes(findings: list[Finding]) -> set[str]:
    return {f.code for f in findings}


@pytest.mark.parametrize("name", NAMES)
def test_draws_every_look(name: str) -> None:
    assert set(sound(name).looks) >= LOOKS


@pytest.mark.parametrize("name", NAMES)
def test_tokens_are_met(name: str) -> None:
    theme = sound(name)
    for ground in theme.grounds.values():
        for role, color in ground.roles.items():
            assert difference(ground.hexes[role], resolve(color, ground, theme.slots)) <= 5, (
                ground.name,
                role,
            )
            if ground.hexes[role] == "#FFFFFF":
                assert resolve(color, ground, theme.slots) == "#FFFFFF"
        stops = [c for _, c in ground.fill.stops] if isinstance(ground.fill, Gradient) else [ground.fill]
        for token, stop in zip(ground.fill_hexes, stops, strict=True):
            assert stop is not None
            assert difference(token, resolve(stop, ground, theme.slots)) <= 5  # type: ignore[arg-type]


@pytest.mark.parametrize("name", NAMES)
def test_links_can_be_read_before_and_after_a_click(name: str) -> None:
    theme = sound(name)
    for ground in theme.grounds.values():
        for link in ("hlink", "folHlink"):
            shown = apply(theme.slots[ground.color_map[link]], ())
            assert all(contrast(shown, stop) >= 4.5 for stop in ground.fill_hexes), (ground.name, link)


@pytest.mark.parametrize("name", NAMES)
def test_no_text_below_its_profiles_least(name: str) -> None:
    """18 points for what is read, 14 for the rest in a room (DESIGN.md 8.3); on a stage the fit takes no step below 18."""
    for look in sound(name).looks.values():
        texts = [(p.role, p.text) for p in look.placeholders] + [("", s.text) for s in look.shapes]
        for role, text in texts:
            if text is not None:
                least = 18 if role.startswith(("title", "body", "subtitle")) else 14
                assert min((text.style.size, *text.style.ladder)) >= least, (look.name, text.slot)


@pytest.mark.parametrize("name", NAMES)
def test_every_look_shows_what_any_slide_may_carry(name: str) -> None:
    for look in sound(name).looks.values():
        if look.name == "blank":
            continue
        roles = {p.role for p in look.placeholders}
        wanted = PLAIN_SLOTS - ({"title"} if look.hidden_title else set())
        assert wanted <= roles, (look.name, wanted - roles)


def _collide(a: PlaceholderSpec, b: PlaceholderSpec) -> bool:
    close = inches(0.06)  # leading's share of empty room
    wide = min(a.box.right, b.box.right) - max(a.box.x, b.box.x)
    return wide > close and min(a.box.bottom, b.box.bottom) - max(a.box.y, b.box.y) > close


def _together(a: PlaceholderSpec, b: PlaceholderSpec, look: Look) -> bool:
    """Whether both can stand on one slide: not if one gives way to an alternative where the other's slot is filled."""
    gives_way = {s for p in look.placeholders for s in p.when.slot if p.role in (a.role, b.role)}
    apart = a.role == b.role or a.role in b.when.without or b.role in a.when.without
    return not apart and not gives_way & {a.role, b.role}


@pytest.mark.parametrize("name", NAMES)
def test_placeholders_stay_clear_of_each_other(name: str) -> None:
    """What follows another text, or what gives way to one, is tried on slides (test_clearance, test_follow); pictures and numerals have other
    things on them by design."""
    free = ("subtitle", "picture", "number", "logo", "counter")
    for look in sound(name).looks.values():
        specs = [
            p
            for p in look.placeholders
            if p.role not in free and not p.when.slot and not p.below and not p.push
        ]
        found = [
            (a.role, b.role) for i, a in enumerate(specs) for b in specs[i + 1 :] if _collide(a, b) and _together(a, b, look)
        ]  # fmt: skip
        assert found == [], look.name


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("count", range(1, 10))
def test_an_overview_has_one_number_and_label_for_each_point(name: str, count: int) -> None:
    look = sound(name).looks["points"]
    for slot in ("number", "label"):
        drawn = [
            s for s in look.shapes
            if s.text is not None and s.text.slot == slot and (s.when.count is None or s.when.count[0] <= count <= s.when.count[1])
        ]  # fmt: skip
        assert len(drawn) == 1, (slot, count)
        assert drawn[0].repeat is not None
        assert not drawn[0].repeat.at or len(drawn[0].repeat.at) >= count


def test_helium_stands_where_the_comps_stand() -> None:
    theme = sound("helium")
    point = theme.looks["point"].placeholder("number")
    assert point is not None and point.text is not None
    assert point.move == (0, inches(-3.917))
    assert point.text.style.spc(200) == -600
    title = theme.looks["bullets"].placeholder("title")
    assert title is not None and title.text is not None
    style = title.text.style
    face = theme.fonts.faces["Outfit", "bold"]
    baseline = to_points(title.box.y) + first_baseline(face, style.size, style.leading)
    assert title.box.x == inches(0.833)
    assert baseline == pytest.approx(90, abs=0.5)  # the comp's, by PowerPoint's rule
    assert title.text.style.spc(44) == -97
    assert theme.looks["section"].ground == "accent"
    assert theme.transition == "morph"
    assert theme.looks["cover"].tracker is None
    assert theme.looks["point"].tracker is not None and theme.looks["point"].tracker.options["large"] is True
    assert {s.name for s in theme.looks["cover"].shapes} >= {"!!balloon", "!!thread"}


def test_an_unknown_key_has_its_place_and_the_word_that_was_meant(tmp_path: Path) -> None:
    _, findings = made(tmp_path, "extends: plain\ntransitoin: morph\n")
    [finding] = [f for f in findings if f.code == "unknown-key"]
    assert finding.span is not None
    assert (finding.span.file, finding.span.line, finding.span.column) == ("themes/acme/theme.yaml", 2, 1)
    assert "transition" in finding.fix


@pytest.mark.parametrize(
    ("look", "code", "word"),
    [
        ("placeholders: {titel: {box: [1, 1, 5, 1], style: title}}", "unknown-role", "title"),
        ("placeholders: {title: {box: [1, 1, 5, 1], style: titel}}", "unknown-style", "title"),
        (
            "placeholders: {title: {box: [1, 1, 5, 1], style: title, color: primry}}",
            "unknown-color",
            "primary",
        ),
        ("placeholders: {title: {box: [1, 1, 5], style: title}}", "theme-value", "4 numbers"),
        ("placeholders: {title: {box: [1, 1, 1e9, 1], style: title}}", "theme-value", "number"),
        ("placeholders: {title: {box: [14, 1, 5, 1], style: title}}", "theme-value", "outside"),
        ("shapes: [{name: a, shape: elipse, box: [1, 1, 1, 1]}]", "theme-value", "ellipse"),
        (
            "shapes: [{name: a, shape: rect, box: [1, 1, 1, 1], repeat: {over: items}}]",
            "theme-value",
            "exactly one",
        ),
        ("shapes: [{name: a, shape: rect, box: [1, 1, 1, 1], when: {count: lots}}]", "theme-value", "count"),
        ("like: nothing", "unknown-look", "nothing"),
        ("like: agenda", "theme-value", "like itself"),
    ],
)
def test_what_a_look_cannot_mean_is_said(tmp_path: Path, look: str, code: str, word: str) -> None:
    base = "{placeholders: {title: {box: [1, 1, 5, 1], style: title}}}"
    lines = "\n".join(f"    {line}" for line in look.splitlines())
    _, findings = made(tmp_path, f"extends: plain\nlooks:\n  other: {base}\n  agenda:\n{lines}\n")
    assert [f for f in findings if f.code == code and word in f.message + f.fix and f.span is not None], (
        findings
    )


def test_a_text_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    _, findings = made(tmp_path, 'extends: plain\ncolors: {light: {muted: "#C0C4CC"}}\n')
    assert "theme-contrast" in codes(findings)
    assert any("muted on light" in f.message for f in findings)


def test_a_colour_that_no_slot_comes_near_is_an_error(tmp_path: Path) -> None:
    _, findings = made(tmp_path, 'extends: plain\ncolors: {light: {node: "#39FF14"}}\n')
    assert "color-unsolved" in codes(findings)


@pytest.mark.parametrize("value", ["red", '"#12"', "[1, 2]", '"#12345G"'])
def test_a_colour_is_six_hex_digits(tmp_path: Path, value: str) -> None:
    _, findings = made(tmp_path, f"extends: plain\ncolors: {{light: {{text: {value}}}}}\n")
    assert codes(findings) == {"theme-value"}


def test_extends_merges_maps_and_replaces_the_rest(tmp_path: Path) -> None:
    theme, findings = made(
        tmp_path,
        'extends: helium\ntitle: ACME\ncolors: {light: {accent-text: "#A02C08"}}\n'
        "looks: {bullets: {placeholders: {title: {box: [1, 1, 9, 1]}}}}\ntracker: none\n",
    )
    assert findings == []
    assert theme is not None
    helium = sound("helium")
    assert theme.title == "ACME"
    assert theme.slots["hlink"] == "A02C08"
    assert theme.slots["accent1"] == helium.slots["accent1"]
    title, before = theme.looks["bullets"].placeholder("title"), helium.looks["bullets"].placeholder("title")
    assert title is not None and before is not None
    assert title.box.x == inches(1)
    assert title.text == before.text
    assert theme.looks["bullets"].tracker is None
    assert theme.fonts.files[0].name == "Outfit-Regular.ttf"


def test_a_project_theme_may_extend_the_shipped_one_of_the_same_name(tmp_path: Path) -> None:
    theme, findings = made(tmp_path, "extends: helium\ntitle: Ours\n", name="helium")
    assert findings == []
    assert theme is not None and theme.title == "Ours"


def test_looks_that_a_theme_lacks_come_from_plain(tmp_path: Path) -> None:
    own = (Path(__file__).parents[2] / "src/deckgen/data/themes/plain/theme.yaml").read_text(encoding="utf-8")
    head = own[: own.index("looks:\n")]
    theme, findings = made(
        tmp_path, head + "looks:\n  title-only: {placeholders: {title: {box: [2, 1, 9, 1], style: title}}}\n"
    )
    assert findings == []
    assert theme is not None
    assert set(theme.looks) >= LOOKS
    title = theme.looks["title-only"].placeholder("title")
    assert title is not None and title.box.x == inches(2)


def test_a_loop_of_extends_ends(tmp_path: Path) -> None:
    made(tmp_path, "extends: b\n", name="a")
    _, findings = made(tmp_path, "extends: a\n", name="b")
    assert codes(findings) == {"theme-loop"}


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    first, _ = made(tmp_path, "extends: plain\ntitle: One\n")
    again, _ = loaded("acme", tmp_path)
    assert first is not None and again is first
    file = tmp_path / "themes/acme/theme.yaml"
    file.write_text("extends: plain\ntitle: Two!\n", encoding="utf-8")
    os.utime(file, ns=(1, 1))
    changed, _ = loaded("acme", tmp_path)
    assert changed is not None and changed.title == "Two!"


def test_an_unknown_theme_names_the_one_that_was_meant() -> None:
    theme, findings = loaded("helum")
    assert theme is None
    assert codes(findings) == {"theme-not-found"}
    assert "helium" in findings[0].fix


@pytest.mark.parametrize("path", ["../outside", "./../outside", "themes/../../outside", "/etc"])
def test_a_path_stays_within_the_project(tmp_path: Path, path: str) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/theme.yaml").write_text("extends: plain\n", encoding="utf-8")
    project = tmp_path / "project"
    project.mkdir()
    theme, findings = loaded(path, project)
    assert theme is None
    assert codes(findings) == {"path-outside"}


def test_a_path_within_the_project_is_read(tmp_path: Path) -> None:
    made(tmp_path, "extends: plain\ntitle: By path\n")
    theme, findings = loaded("./themes/acme", tmp_path)
    assert findings == []
    assert theme is not None and theme.title == "By path"


@pytest.mark.parametrize(
    "line",
    [
        "logo: ../../secret.png",
        "fonts: {files: [/etc/passwd]}",
        "fonts: {metrics: [../x.metrics]}",
        'logo: "a\\0b"',
    ],
)
def test_a_themes_files_stay_within_its_folder(tmp_path: Path, line: str) -> None:
    (tmp_path / "secret.png").write_bytes(b"x")
    _, findings = made(tmp_path, f"extends: plain\n{line}\n")
    assert codes(findings) & {"path-outside", "file-missing", "control-character"}, findings


def test_a_font_without_metrics_is_an_error(tmp_path: Path) -> None:
    _, findings = made(tmp_path, "extends: plain\nfonts: {brand: {heading: Nowhere Sans}}\n")
    assert codes(findings) == {"font-metrics"}


@pytest.mark.parametrize(
    "text",
    ["", "[]", "just words", "looks: 3\nextends: plain", "extends: plain\nlooks: {a: 3}", "extends: [a]"],
)
def test_nonsense_is_a_finding(tmp_path: Path, text: str) -> None:
    _, findings = made(tmp_path, text)
    assert findings


@pytest.mark.parametrize("name", NAMES)
def test_a_scrim_or_a_plate_stands_on_the_slide_above_the_picture(name: str) -> None:
    look = sound(name).looks["image"]
    own = [s for s in look.shapes if not s.page]
    scrims = [s for s in own if s.name == "scrim"]  # one for each sort of ground
    scrims = scrims or [s for s in own if s.name.endswith("plate")]
    picture = look.placeholder("picture")
    assert scrims and all(s.behind and not s.static for s in scrims)
    assert picture is not None and picture.behind


def test_boxes_drawn_with_half_leading_move_to_where_their_baselines_are(tmp_path: Path) -> None:
    """leading - 1.26 x size shared out evenly, then the ascent; PowerPoint's line has ascent / (ascent + descent) of the leading above."""
    here = load_theme("helium", project=None, base=None, findings=Findings())
    (tmp_path / "themes/acme").mkdir(parents=True)
    (tmp_path / "themes/acme/theme.yaml").write_text(
        "extends: helium\nhalf-leading: false\n", encoding="utf-8"
    )
    there = load_theme("acme", project=tmp_path, base=tmp_path, findings=Findings())
    assert here is not None and there is not None
    for look, role, drawn in (
        ("cover", "title", 0.37 * 144 - 134 * 0.29365),
        ("bullets", "title", 0.37 * 44 - 48 * 0.29365),
    ):
        moved, kept = here.looks[look].placeholder(role), there.looks[look].placeholder(role)
        assert moved is not None and kept is not None
        assert to_points(moved.box.y - kept.box.y) == pytest.approx(drawn, abs=0.02)
        assert (moved.box.x, moved.box.w, moved.box.h) == (kept.box.x, kept.box.w, kept.box.h)
