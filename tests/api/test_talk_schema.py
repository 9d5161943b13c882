"""The JSON Schema of a talk takes what deckgen takes, and refuses what it doesn't know."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from deckgen.findings import Findings
from deckgen.kinds import kind, kind_names
from deckgen.schema import talk_schema
from deckgen.source.nodes import Map, Node, Scalar
from deckgen.source.yaml_reader import read

SCHEMA = talk_schema()
VALID = jsonschema.Draft202012Validator(SCHEMA)


def core(node: Node) -> Any:
    """A node as an editor sees it: YAML 1.2's core types."""
    if isinstance(node, Map):
        return {e.key.text: core(e.value) for e in node.entries}
    if not isinstance(node, Scalar):
        return [core(i) for i in node.items]
    if node.style:
        return node.text
    if node.null:
        return None
    if node.text.lower() in ("true", "false"):
        return node.text.lower() == "true"
    if re.fullmatch(r"[-+]?\d+", node.text):
        return int(node.text)
    return float(node.text) if re.fullmatch(r"[-+]?\d+\.\d+", node.text) else node.text


def problems(text: str) -> list[str]:
    """What the schema says of a talk's text."""
    findings = Findings()
    node = read(text.encode(), "t.yaml", findings)
    assert node is not None and not findings.has_errors, list(findings)
    return [e.message for e in VALID.iter_errors(core(node))]


def talk(slide: str, head: str = "") -> str:
    rows = "".join(f"  {line}\n" for line in slide.splitlines())
    return f"title: T\n{head}slides:\n{rows}"


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


@pytest.mark.parametrize("file", sorted(Path("talks").glob("*.yaml")), ids=lambda p: p.stem)
def test_every_talk_here_is_valid(file: Path) -> None:
    assert problems(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", kind_names())
def test_every_kinds_example_is_valid(name: str) -> None:
    assert problems(talk(kind(name).example)) == []
    assert problems(talk(kind(name).example + "\n", "")) == []


@pytest.mark.parametrize("name", kind_names())
def test_every_kind_refuses_a_key_it_does_not_know(name: str) -> None:
    example = kind(name).example
    if ":" not in example:
        example += ":"
    assert problems(talk(example + "\n  bulets: x")) != []


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
    ],
)  # fmt: skip
def test_what_a_talk_may_say_is_valid(text: str) -> None:
    assert problems(text) == []


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
    ],
)
def test_what_a_talk_may_not_say_is_refused(text: str) -> None:
    assert problems(text) != []
