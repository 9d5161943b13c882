"""One talk of N slides in every form that the programs compared need: deckgen's YAML, Markdown for pandoc, JSON for python-pptx.

By position: 0 is the cover; every 10th a section; n % 10 == 3 a table; n % 10 == 6 a picture of its own; n % 20 == 8 a bar chart; all
others a title over five German bullets, a bold run in each.  About 120 words of notes in three paragraphs on every slide.  A kind that this
version of deckgen doesn't have becomes bullets, for everybody.  The same bytes on every run; standard library only.
"""

from __future__ import annotations

import json
import random
import struct
import zlib
from collections.abc import Collection
from pathlib import Path
from typing import Any

Slide = dict[str, Any]

NOUNS = [
    "Umsatz",
    "Wachstum",
    "Kundenzufriedenheit",
    "Lieferkette",
    "Qualität",
    "Zeitplan",
    "Vertrieb",
    "Budget",
    "Maßnahme",
    "Übergabe",
    "Größenordnung",
    "Strategie",
    "Ergebnis",
    "Auslastung",
    "Fertigung",
    "Rückmeldung",
    "Schulung",
    "Kennzahl",
    "Entscheidung",
    "Wettbewerb",
    "Marktanteil",
    "Zielgruppe",
    "Standort",
    "Prozess",
    "Verfügbarkeit",
    "Einführung",
    "Prüfung",
    "Änderung",
    "Abteilung",
    "Geschäftsführung",
    "Lösung",
    "Anforderung",
    "Fähigkeit",
    "Störung",
    "Wartung",
    "Energieverbrauch",
    "Sicherheit",
    "Datenschutz",
    "Projektleitung",
    "Zusammenarbeit",
    "Verantwortung",
    "Kostenrahmen",
    "Risikobewertung",
    "Ausschreibung",
    "Dienstleistung",
    "Nachhaltigkeit",
    "Betriebszeit",
    "Ersatzteil",
    "Kapazität",
    "Liefertermin",
    "Quartalsbericht",
    "Produktionslinie",
    "Schnittstelle",
    "Arbeitsgruppe",
    "Fördermittel",
    "Bestandsaufnahme",
    "Gewährleistung",
    "Umrüstung",
    "Ausfallzeit",
    "Grundsatzfrage",
    "Überprüfung",
    "Öffentlichkeit",
    "Ausbildung",
    "Messgröße",
    "Wirtschaftlichkeit",
]
VERBS = [
    "steigt",
    "sinkt",
    "bleibt",
    "wächst",
    "verbessert",
    "übertrifft",
    "stützt",
    "ersetzt",
    "erfordert",
    "ermöglicht",
    "verkürzt",
    "verzögert",
    "sichert",
    "belegt",
    "verändert",
    "beschleunigt",
    "entlastet",
    "bestätigt",
    "begrenzt",
    "erhöht",
    "prägt",
    "gefährdet",
    "vereinfacht",
    "überträgt",
    "bündelt",
    "klärt",
    "ergänzt",
    "verlängert",
]
ADJECTIVES = [
    "deutlich",
    "spürbar",
    "geringfügig",
    "dauerhaft",
    "frühzeitig",
    "zuverlässig",
    "erheblich",
    "schrittweise",
    "kurzfristig",
    "langfristig",
    "messbar",
    "nachweislich",
    "durchgängig",
    "vollständig",
    "planmäßig",
    "ungewöhnlich",
    "stabil",
    "außerordentlich",
    "regelmäßig",
    "gleichmäßig",
    "eindeutig",
    "künftig",
]
LINKS = (
    "gegenüber dem Vorjahr", "im laufenden Quartal", "trotz der höheren Kosten", "für alle Standorte", "nach der Umstellung",
    "vor dem Jahresende", "mit dem neuen Verfahren", "ohne zusätzliche Mittel", "bei gleicher Auslastung", "in der zweiten Jahreshälfte",
    "auf Wunsch der Kunden", "durch kürzere Wege", "wegen der längeren Lieferzeiten", "während der Übergangsphase", "aus Sicht der Fertigung",
    "dank der frühen Prüfung",
)  # fmt: skip
WHO = ("Der Bereich", "Die Gruppe", "Das Team", "Unser Haus", "Jede Abteilung", "Der Ausschuss")
SPEAKER = "Jürgen Groß"


def slides(count: int, kinds: Collection[str]) -> list[Slide]:
    """The slides of the talk; `kinds` are those that deckgen has."""
    return [_slide(n, kinds) for n in range(count)]


def _slide(n: int, kinds: Collection[str]) -> Slide:
    r = random.Random(f"deckgen-{n}")
    slide: Slide = {"kind": _kind(n, kinds), "title": _heading(r)}
    if slide["kind"] == "table":
        rows = [[r.choice(NOUNS), _figure(r), _figure(r), _adverbial(r)] for _ in range(4)]
        slide["rows"] = [["Kennzahl", "Ist", "Soll", "Bemerkung"], *rows]
    elif slide["kind"] == "image":
        slide["photo"], slide["alt"] = f"photo-{n // 10:04}.png", f"Foto: {r.choice(NOUNS)} {r.choice(LINKS)}"
    elif slide["kind"] == "chart":
        slide["categories"] = [f"Q{q} {2024 + q // 4}" for q in range(1, 7)]
        slide["series"] = {
            name: [round(r.uniform(5, 95), 1) for _ in range(6)] for name in ("Nord", "Süd", "Übersee")
        }
    elif slide["kind"] == "bullets":
        slide["bullets"] = [_bullet(r) for _ in range(5)]
    slide["notes"] = [" ".join(_sentence(r) for _ in range(sentences)) for sentences in (3, 2, 3)]
    return slide


def _kind(n: int, kinds: Collection[str]) -> str:
    if n == 0:
        return "cover"
    if n % 10 == 0:
        return "section"
    wanted = {3: "table", 6: "image"}.get(n % 10, "chart" if n % 20 == 8 else "bullets")
    return wanted if wanted in kinds else "bullets"


def _heading(r: random.Random) -> str:
    return f"{r.choice(NOUNS)} {r.choice(LINKS)}"


def _figure(r: random.Random) -> str:
    return f"{r.randint(100, 9999):,}".replace(",", ".")


def _adverbial(r: random.Random) -> str:
    return f"{r.choice(ADJECTIVES)} {r.choice(LINKS)}"


def _bullet(r: random.Random) -> list[str]:
    """What stands before the bold run, the bold run, what stands after it."""
    return [
        f"Die {r.choice(NOUNS)} {r.choice(VERBS)} ",
        f"{r.choice(ADJECTIVES)} um {r.randint(2, 98)} %",
        f" {r.choice(LINKS)}.",
    ]


def _sentence(r: random.Random) -> str:
    return (
        f"{r.choice(WHO)} {r.choice(NOUNS)} {r.choice(VERBS)} {_adverbial(r)} und {r.choice(VERBS)} die {r.choice(NOUNS)} um"
        f" {r.randint(2, 98)} Prozent."
    )


def write(folder: Path, count: int, kinds: Collection[str], theme: str = "plain") -> None:
    """Put talk.yaml, talk.md, talk.json and the pictures into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    every = slides(count, kinds)
    for n, slide in enumerate(every):
        if slide["kind"] == "image":
            (folder / slide["photo"]).write_bytes(photo(n // 10))
    (folder / "talk.yaml").write_text(as_yaml(every, theme), encoding="utf-8")
    (folder / "talk.md").write_text(as_markdown(every), encoding="utf-8")
    (folder / "talk.json").write_text(json.dumps(every, ensure_ascii=False), encoding="utf-8")


def as_yaml(every: list[Slide], theme: str) -> str:
    """The talk for deckgen, as a person writes it."""
    rows = [f"title: {every[0]['title']}", f"speaker: {SPEAKER}", "lang: de", f"theme: {theme}", "slides:"]
    for slide in every:
        kind = slide["kind"]
        if kind == "cover":
            rows.append("  - cover:")
        elif kind == "section":
            rows.append(f"  - section: {slide['title']}")
        else:
            rows.append(f"  - title: {slide['title']}")
        if kind == "bullets":
            rows.append("    bullets:")
            rows += [f"      - {before}**{bold}**{after}" for before, bold, after in slide["bullets"]]
        elif kind == "table":
            rows.append("    table:")
            rows += [f"      - [{', '.join(map(_quoted, row))}]" for row in slide["rows"]]
        elif kind == "chart":
            header = ["", *slide["categories"]]
            series = [[name, *map(str, values)] for name, values in slide["series"].items()]
            rows += ["    chart: |", *(f"      | {' | '.join(row)} |" for row in _ruled([header, *series]))]
            rows.append("    type: bar")
        elif kind == "image":
            rows += [f"    image: {slide['photo']}", "    fit: contain", f"    alt: {_quoted(slide['alt'])}"]
        rows += ["    notes: |", "\n\n".join(f"      {paragraph}" for paragraph in slide["notes"])]
    return "\n".join(rows) + "\n"


def as_markdown(every: list[Slide]) -> str:
    """The talk for pandoc: sections are headings of level 1, slides of level 2; it has no charts, their figures are a table."""
    first = every[0]
    rows = ["---", f"title: '{first['title']}'", f"author: '{SPEAKER}'", "lang: de-DE", "notes: |"]
    rows += ["  " + "\n\n  ".join(first["notes"]), "---", ""]
    for slide in every[1:]:
        kind = slide["kind"]
        rows.append(f"{'#' if kind == 'section' else '##'} {slide['title']}\n")
        if kind == "bullets":
            rows += [f"- {before}**{bold}**{after}" for before, bold, after in slide["bullets"]]
        elif kind == "table":
            rows += [f"| {' | '.join(row)} |" for row in _ruled(slide["rows"])]
        elif kind == "chart":
            series = [[name, *map(str, values)] for name, values in slide["series"].items()]
            rows += [f"| {' | '.join(row)} |" for row in _ruled([["", *slide["categories"]], *series])]
        elif kind == "image":
            rows.append(f"![{slide['alt']}]({slide['photo']})")
        rows.append("\n::: notes\n" + "\n\n".join(slide["notes"]) + "\n:::\n")
    return "\n".join(rows)


def _ruled(rows: list[list[str]]) -> list[list[str]]:
    """A pipe table's rows with the line below its header."""
    return [rows[0], ["---"] * len(rows[0]), *rows[1:]]


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def photo(seed: int, width: int = 400, height: int = 260) -> bytes:
    """A PNG: a gradient with three bits of noise, about 180 KB that no deflate can shrink again."""
    r = random.Random(seed)
    base, mask = bytearray(), bytearray()
    for y in range(height):
        value = (y * 200 // height + seed * 7) % 240
        base += b"\0" + bytes([value & 0xF8, (value * 3 // 4) & 0xF8, (200 - value * 3 // 4) & 0xF8]) * width
        mask += b"\0" + b"\x07" * (width * 3)
    noise = int.from_bytes(r.randbytes(len(base)), "big") & int.from_bytes(mask, "big")
    rows = (noise | int.from_bytes(base, "big")).to_bytes(len(base), "big")

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows, 6))
        + chunk(b"IEND", b"")
    )
