"""Talks from YAML: what decodes, and what is wrong where."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.model.reading import derive_id

from .reading import slides_in, talk_in, talk_of

ROOT = Path(__file__).parents[2]

TWELVE = """
title: Zwölf Folien
subtitle: Für "alle"
speaker: [{name: A. B., email: a@example.com}, C. D.]
date: 2021-01-04
start: 9:00
lang: de-AT
theme: {extends: helium, fonts: {body: Arial}}
duration: 45m
client: {name: ACME GmbH, industry: Bau, motto: Auf!}
vars: {bereich: Ihr *Bereich*}
labels: {source: "Beleg:"}
slides:
  - cover
  - agenda
  - section: Teil A
    time: 6m
  - statement: __ALLES__ bei ${client.name}, ${bereich}
    text: Am ${date} sind es ${gruende.words}.
    background: dark
  - quote: Immer öfter gekauft werden!
    by: S. H.
  - title: Größe & Maß
    bullets: [Eins, "Zwei: b"]
    tags: [x]
  - title: Gründe
    id: gruende
    points:
      - Erster.
      - point: Zweiter
        short: Zwei
        notes: Das sage ich.
        background: accent
        slides:
          - title: Größe & Maß
            triangle: [A, B, C]
      - {point: Weg, skip: true}
  - number: 64
    unit: "%"
    title: So viele
  - blank:
    title: Pause
  - title: Nur ein Titel
  - statement: Ungesagt
    skip: true
  - closing: Danke. [Zurück](#gruende/overview)
"""


def test_twelve_slides(tmp_path: Path) -> None:
    talk, findings = talk_in(tmp_path, TWELVE, "de-AT")
    assert not findings.found, [str(f) for f in findings]
    assert talk is not None
    assert [(s.kind, s.id) for s in talk.slides] == [
        ("cover", "cover"), ("agenda", "agenda"), ("section", "teil-a"), ("statement", "alles-bei-acme-gmbh-ihr-bereich"),
        ("quote", "immer-oefter-gekauft-werden"), ("bullets", "groesse-mass"), ("points", "gruende"), ("number", "so-viele"),
        ("blank", "pause"), ("blank", "nur-ein-titel"), ("closing", "closing"),
    ]  # fmt: skip
    statement = talk.slides[3]
    assert statement.content.statement.plain == "ALLES bei ACME GmbH, Ihr *Bereich*"  # type: ignore[attr-defined]
    assert statement.keys.text is not None and statement.keys.text.plain == "Am 4. Jänner 2021 sind es zwei."
    points = talk.slides[6].content.points  # type: ignore[attr-defined]
    assert [p.point.plain if p.point else p.text.plain for p in points] == ["Erster.", "Zweiter"]
    assert points[1].keys.background.ground == "accent" and points[1].keys.notes.spoken_words == 3
    assert [s.id for s in points[1].slides.slides] == ["groesse-mass-2"]
    assert talk.slides[9].content is None and talk.slides[8].content is not None
    info = talk.info
    assert [s.name for s in info.speakers] == ["A. B.", "C. D."]
    assert info.subtitle is not None and info.subtitle.plain == "Für „alle“"
    assert info.theme_name == "helium" and info.theme is not None and info.theme.overrides is not None
    assert info.client.facts["motto"] == "Auf!" and info.labels == {"source": "Beleg:"}
    assert talk.lang == "de-AT"


def test_the_keynote() -> None:
    talk, findings = talk_of(ROOT / "talks" / "alles-ist-marketing.yaml")
    assert not findings.found, [str(f) for f in findings]
    assert talk is not None
    points = next(s for s in talk.slides if s.id == "thesen").content.points  # type: ignore[attr-defined]
    assert len(points) == 7
    assert all(p.keys.notes is not None for p in points)
    assert talk.slides[0].keys.notes is not None


@pytest.mark.parametrize(
    ("slides", "code", "place", "words"),
    [
        ("- title: T\n  bulets: [a]", "unknown-key", "5:5", "did you mean 'bullets'"),
        ("- title: T\n  process: [a, b]", "unknown-key", "5:5", "isn't part of this version"),
        ("- statement: A\n  bullets: [a]", "two-contents", "5:5", "`statement` and `bullets`"),
        ("- statement: A\n  title: B", "two-titles", "5:5", "is its title"),
        ("- coverr", "unknown-kind", "4:5", "did you mean 'cover'"),
        ("- statement", "missing-content", "4:5", "- statement: ..."),
        ("- cover: Hallo", "wrong-value", "4:12", "takes no content"),
        ("- subtitle: A", "missing-content", "4:5", "has no content"),
        ("- title: A\n  id: x\n- title: B\n  id: x", "duplicate-id", "7:9", "given twice"),
        ("- title: A\n  id: a b", "bad-id", "5:9", "can't be an id"),
        ("- title: A [x](javascript:y)", "bad-link", "4:16", "javascript"),
        ("- title: ${client.nam}", "unknown-variable", "4:12", "client.nam"),
        ("- title: A\n  background: pink", "wrong-value", "5:17", "light, dark, accent"),
        ("- title: A\n  priority: shuld", "wrong-value", "5:15", "should"),
        ("- statement: A\n  lang: Deutsche Sprache", "bad-language", "5:11", "de-AT"),
        ("- statement: A\n  time: 1,5h", "bad-duration", "5:11", "write 1h30m"),
        ("- title: A\n  hidden: vielleicht", "wrong-type", "5:13", "true"),
    ],
)
def test_errors_say_where_and_what_to_write(
    tmp_path: Path, slides: str, code: str, place: str, words: str
) -> None:
    _, findings = slides_in(tmp_path, slides)
    assert [f.code for f in findings] == [code], [str(f) for f in findings]
    assert str(findings.found[0].span) == f"talk.yaml:{place}"
    assert words in str(findings.found[0])


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("transition: fade\n", "unknown-key"),
        ("transition: morph\n", "unknown-key"),
        ("embed-fonts: vielleicht\n", "wrong-type"),
        ("spaeker: x\n", "unknown-key"),
        ("labels: {sorce: x}\n", "unknown-key"),
        ("theme: {fonts: x}\n", "missing-key"),
        ("date: 4.1.2021\n", "bad-date"),
        ("start: neun\n", "bad-time"),
        ("agenda: immer\n", "wrong-value"),
        ("variants: {kurz: {dauer: 20m}}\n", "unknown-key"),
    ],
)
def test_errors_at_the_top(tmp_path: Path, head: str, code: str) -> None:
    _, findings = slides_in(tmp_path, "- cover", head)
    assert [f.code for f in findings] == [code], [str(f) for f in findings]
    assert findings.found[0].span is not None and findings.found[0].span.line == 3


def test_all_errors_come_in_one_run(tmp_path: Path) -> None:
    _, findings = slides_in(
        tmp_path, "- title: T\n  bulets: [a]\n- coverr\n- title: A\n  time: 2\n- statement: A\n  bullets: [a]"
    )
    assert {f.code for f in findings} == {"unknown-key", "unknown-kind", "bad-duration", "two-contents"}


@pytest.mark.parametrize(
    ("title", "ident"),
    [
        ("Größe & Maß", "groesse-mass"),
        ("Über uns!", "ueber-uns"),
        ("Café", "cafe"),
        ("x" * 90, "x" * 60),
        ("日本", ""),
    ],
)
def test_ids_from_titles(title: str, ident: str) -> None:
    assert derive_id(title) == ident
