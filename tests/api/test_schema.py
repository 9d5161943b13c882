"""The JSON Schemas say what the readers say: of talks in full, of small talks one way and the other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest
from PIL import Image

import deckgen
from deckgen.explanations import codes, explanation
from deckgen.kinds import kind, kind_names
from deckgen.schema import client_schema, project_schema, talk_schema, theme_schema

from ..plain_data import plain

ROOT = Path(__file__).resolve().parent.parent.parent
TALKS = sorted(ROOT.glob("talks/*.yaml"))
WHOLE = [p for p in TALKS if "." not in p.stem]  # the others are translations
STARTERS = sorted(ROOT.glob("src/deckgen/data/talks/*.yaml"))
THEMES = sorted([*ROOT.glob("themes/*/theme.yaml"), *ROOT.glob("src/deckgen/data/themes/*/theme.yaml")])
HEAD = "title: Ein Vortrag\nspeaker: Jemand\nslides:\n"
TALK = jsonschema.Draft202012Validator(talk_schema())
CLIENT = jsonschema.Draft202012Validator(client_schema())
THEME = jsonschema.Draft202012Validator(theme_schema())


def wrong(text: str, schema: Any = TALK) -> list[str]:
    return [f"{list(e.absolute_path)}: {e.message[:200]}" for e in schema.iter_errors(plain(text))]


@pytest.mark.parametrize("schema", [talk_schema(), client_schema(), theme_schema(), project_schema()])
def test_the_schemas_are_valid(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    refs = str(schema).count("$ref")
    assert refs == sum(str(schema).count(f"'#/$defs/{name}'") for name in schema.get("$defs", {}))


@pytest.mark.parametrize("file", [*WHOLE, *STARTERS], ids=lambda f: f.name)
def test_every_talk_is_accepted(file: Path) -> None:
    assert wrong(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "file",
    [*sorted(ROOT.glob("talks/clients/*.yaml")), *(p for p in TALKS if p not in WHOLE)],
    ids=lambda f: f.name,
)
def test_every_client_and_translation_is_accepted(file: Path) -> None:
    assert wrong(file.read_text(encoding="utf-8"), CLIENT) == []


@pytest.mark.parametrize("name", kind_names())
def test_every_example_is_accepted(name: str) -> None:
    slides = "".join(f"  {line}\n" for line in kind(name).example.split("\n"))
    assert wrong(HEAD + slides) == []


@pytest.mark.parametrize("file", THEMES, ids=lambda f: f.parent.name)
def test_every_theme_is_accepted(file: Path) -> None:
    assert wrong(file.read_text(encoding="utf-8"), THEME) == []


@pytest.mark.parametrize("text", ["colours: {}", "styles: {body: {sise: 3}}", "looks: {x: {placeholders: {bla: {}}}}", "looks: {x: {shapes: [{shap: rect}]}}", "table: {body: {colour: text}}", "colors: {light: {text: red}}"])  # fmt: skip
def test_wrong_themes_are_refused(text: str) -> None:
    assert wrong("extends: plain\n" + text, THEME)


def test_every_key_of_a_theme_has_a_form() -> None:
    bare: list[str] = []

    def walk(schema: Any, path: str) -> None:
        if isinstance(schema, dict):
            bare.extend(f"{path}.{k}" for k, v in schema.get("properties", {}).items() if v == {})
            for key, value in schema.items():
                walk(value, f"{path}.{key}")
        elif isinstance(schema, list):
            for value in schema:
                walk(value, path)

    walk(theme_schema(), "")
    assert [path for path in bare if not path.endswith(".let")] == []


GOOD = [
    "  - cover", "  - cover:\n    notes: Hallo", "  - closing: Ende", "  - closing:", "  - title: Nur ein Titel",
    "  - title: a\n    bullets: [eins, 2, true, {Lead: text}, {Lead: [a, b]}, {text: x}]", "  - title: a\n    bullets: |\n      - eins",
    "  - title: a\n    columns:\n      - Text\n      - [{text: b}, {bullets: [c]}]", "  - quote: a\n    by: b\n    text: c",
    "  - title: a\n    points:\n      - point: b\n        notes: c\n        slides:\n          - statement: d", "  - statement: a\n    time: 2m",
    "  - title: a\n    text: b\n    image: p.png\n    alt: c", "  - title: 2024\n    number: 7\n    unit: '%'\n    hidden: yes",
    "  - title: a\n    compare:\n      - {title: b, bullets: [c], result: d}\n      - {title: e, text: f}", "  - statement: {file: t.txt}",
]  # fmt: skip
BAD = [
    "  - covr", "  - statement: a\n    tilte: b", "  - title: a\n    bulets: [b]", "  - statement: a\n    time: 2", "  - title: a\n    bullets: [{text: x, imge: y}]", "  - title: a\n    bullets: [{text: x, icon: y}]",
    "  - title: a\n    columns:\n      - {text: b, notes: c}\n      - {text: d}", "  - statement: a\n    title: b", "  - title: a\n    bullets: [b]\n    quote: c",
    "  - title: a\n    bullets: []", "  - image: p.png\n    side: top", "  - []", "  - title: a\n    points:\n      - point: b\n        slides:\n          - statment: d",
    "  - title: a\n    columns: [{section: b}, {text: c}]", "  - title: {de: a, en: b}\n    bullets: [c]", "  - statement:",
]  # fmt: skip


def reads(folder: Path, text: str) -> bool:
    """Whether deckgen reads a talk; pictures and files that it names are there."""
    Image.new("RGB", (64, 48)).save(folder / "p.png")
    (folder / "t.txt").write_text("Ein Text", encoding="utf-8")
    (folder / "talk.yaml").write_text(text, encoding="utf-8")
    try:
        deckgen.load(folder / "talk.yaml")
    except deckgen.TalkError:
        return False
    return True


@pytest.mark.parametrize("slides", GOOD)
def test_what_is_read_is_accepted(tmp_path: Path, slides: str) -> None:
    assert reads(tmp_path, HEAD + slides)
    assert wrong(HEAD + slides) == []


@pytest.mark.parametrize("slides", BAD)
def test_what_is_not_read_is_refused(tmp_path: Path, slides: str) -> None:
    assert not reads(tmp_path, HEAD + slides)
    assert wrong(HEAD + slides)


@pytest.mark.parametrize("top", ["titel: x", "speaker: {nam: x}", "agenda: twice", "pace: 10", "duration: 1:30", "theme: {colors: {}}", "labels: {nix: x}"])  # fmt: skip
def test_wrong_keys_of_a_talk_are_refused(tmp_path: Path, top: str) -> None:
    text = HEAD.replace("speaker: Jemand", top) + "  - cover"
    assert not reads(tmp_path, text)
    assert wrong(text)


def test_maps_by_language_go_with_languages() -> None:
    slides = "  - title: {de: Eins, en: One}\n    bullets:\n      de: [Eins]\n      en: [One]\n  - statement: {de: Zwei, en: Two}\n    notes: {de: Ja, en: Yes}\n"
    head = "title: {de: Ein Vortrag, en: A talk}\nlang: de\nlanguages: [de, en]\nslides:\n"
    assert wrong(head + slides) == []
    assert wrong(head.replace("languages: [de, en]\n", "") + slides)
    assert wrong(head + slides.replace("title: {de", "tilte: {de"))


@pytest.mark.parametrize("code", [c for c in codes() if explanation(c).place in ("slides", "talk")])
def test_what_the_explanations_advise_is_accepted(code: str) -> None:
    found = explanation(code)
    text = found.instead if found.place == "talk" else HEAD + "".join(f"  {x}\n" for x in found.instead.split("\n"))  # fmt: skip
    assert wrong(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "client: {name: ACME AG, color: '#0A4DA2'}\n", "drop: [a, b]\nchange: {a: {title: x, 'notes+': y, subtitle: null}}\n",
        "insert: [{after: a, slides: [cover, {statement: b}]}, {after: b, points: [c]}]\nmove: [{id: a, at: start}]\n",
        "replace: {Mitarbeiter: Kollegen}\nvariant: kurz\navoid: [Krise]\ntheme: {colors: {}}\nlang: de-du\nduration: 20m\n",
        "talks: {marke: {drop: [x], variants: {kurz: {vars: {a: 1}}}}}\nvariants: {kurz: null}\n",
    ],
)  # fmt: skip
def test_what_a_client_may_say_is_valid(text: str) -> None:
    assert wrong(text, CLIENT) == []


@pytest.mark.parametrize(
    "text",
    ["slides: [cover]\n", "drpo: [a]\n", "insert: [{slides: [cover]}]\n", "insert: [{after: a, slides: [covr]}]\n", "move: [{id: a}]\n", "change: [a]\n", "talks: {marke: {talks: {}}}\n", "change: {a: {id: b}}\n"],
)  # fmt: skip
def test_what_a_client_may_not_say_is_refused(text: str) -> None:
    assert wrong(text, CLIENT)


def test_a_variant_is_an_overlay() -> None:
    head = "title: T\nslides: [cover]\nvariants:\n  kurz: "
    assert wrong(head + "{duration: 20m, drop: [cover]}\n") == [] == wrong(head + "\n")
    assert wrong(head + "{slides: [cover]}\n")


@pytest.mark.parametrize(
    ("project", "good"),
    [
        (None, True),
        ({"talks": "reden", "build": [{"clients": "all", "fonts": ["brand", "office"]}]}, True),
        ({"name": "{client/}{talk}{-lang}.pptx"}, True),
        ({"build": {"talks": "keynote"}}, True),
        ({"tals": "reden"}, False),
        ({"name": "deck.pptx"}, False),
        ({"build": [{"client": "acme"}]}, False),
        ({"build": [{"clients": []}]}, False),
    ],
)
def test_a_project_says_where_things_lie_and_what_to_build(project: object, good: bool) -> None:
    assert jsonschema.Draft202012Validator(project_schema()).is_valid(project) == good


def talk(slide: str, head: str = "") -> str:
    """A talk of one slide."""
    rows = "".join(f"  {line}\n" for line in slide.splitlines())
    return f"title: T\n{head}slides:\n{rows}"


@pytest.mark.parametrize("name", kind_names())
def test_every_kind_refuses_a_key_it_does_not_know(name: str) -> None:
    example = kind(name).example
    if ":" not in example:
        example += ":"
    assert wrong(talk(example + "\n  bulets: x"))


@pytest.mark.parametrize(
    "text",
    [
        talk("- cover", "speaker: [A, {name: B, photo: p.jpg}]\nstart: 9:00\ndate: 2021-01-04\nduration: 1h30m\n"),
        talk("- cover", "theme: {extends: plain, colors: {}}\nfonts: office\nvars: {a: 1}\nlabels: {source: x}\n"),
        talk("- title: {de: a, en: b}\n  bullets: {de: [a], en: [b]}", "languages: [de, en]\n"),
        talk("- cover", "languages: [en, de]\nspeaker: {name: Ann, role: {en: Boss, de: Chefin}}\n"),
        talk("- title: Nur ein Titel\n  hidden: yes\n  tags: a"),
        talk("- title: T\n  bullets: |\n    - a\n    - b"),
        talk("- title: {file: t.txt}\n  bullets: {file: l.md}\n  notes: {file: n.md}"),
        talk("- title: T\n  points:\n    - point: P\n      time: 2m\n      slides: [{statement: S}, blank]\n    - Lead: text"),
        talk("- title: T\n  number: 64\n  image: p.jpg\n  text: 5\n  background: dark"),
        talk("- image: p.jpg\n  text: Worte\n  side: left"),
        talk("- closing:\n- closing: Ende"),
        talk("- include: modules/x.yaml\n  pick: [a, b]\n  drop: c\n  change: {a: {title: T}}\n  when: {client.industry: [Bau]}"),
    ],
)  # fmt: skip
def test_what_a_talk_may_say_is_valid(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "slides: [cover]\n",
        "title: T\n",
        talk("- cover", "speeker: x\n"),
        talk("- cover", "agenda: immer\n"),
        talk("- cover", "speaker: {nmae: x}\n"),
        talk("- cover", "duration: 45\n"),
        talk("- cover", "labels: {sorce: x}\n"),
        talk("- coverr"),
        talk("- statement"),
        talk("- subtitle: ohne Inhalt"),
        talk("- statement: A\n  title: B"),
        talk("- statement: A\n  priority: shuld"),
        talk("- statement: A\n  by: nur Zitate haben das"),
        talk("- title: T\n  points:\n    - point: P\n      slides: [{statement: S, bulets: x}]"),
        talk("- title: A\n  transition: fade"),
        talk("- include: modules/x.yaml\n  title: T"),
    ],
)
def test_what_a_talk_may_not_say_is_refused(text: str) -> None:
    assert wrong(text)
