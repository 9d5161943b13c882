"""Every shipped theme shows every common key with every kind on every ground; where that makes no sense an error says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

import deckgen
from deckgen.scene.items import Item, Picture

from ..kinds.talks import composed

THEMES = sorted(p.parent.name for p in Path("themes").glob("*/theme.yaml")) + ["plain"]
TEXTS = {
    "kicker": "Ein Gedanke",
    "subtitle": "Darunter steht mehr",
    "source": "Umfrage 2021",
    "text": "Dazu ein Satz.",
}
GROUNDS = ["", "light", "dark", "accent", "p.jpg"]
BROAD = "columns: [{title: A, text: Eins}, {title: B, text: Zwei}, {title: C, text: Drei}"
SIDES = "compare: [{title: A, bullets: [Eins, Zwei], result: so}, {title: B, bullets: [Drei, Vier], result: anders}]"
KINDS = {
    "cover": "title: Ein Titel\ncover:",
    "agenda": "title: Agenda\nagenda:",
    "section": "section: Zweiter",
    "statement": "statement: Ein Satz.",
    "quote": "quote: Gesagt.\nby: Jemand",
    "bullets": "title: Liste\nbullets: [Eins, Zwei]",
    "blocks": "title: Text\nblocks: [{text: Ein Absatz.}, {bullets: [Eins]}]",
    "points": "title: Reihe\nshow: [overview]\npoints: [Eins, Zwei]",
    "number": "title: Zahl\nnumber: 64\nunit: '%'",
    "numbers": "title: Zahlen\nnumbers: ['+48: mehr', '71 %: wieder']",
    "numbers-4": "title: Zahlen\nnumbers: ['+48: mehr', '71 %: wieder', {lead: 3, text: drei, delta: '+1'}, '4: vier']",
    "image": "title: Bild\nimage: p.jpg\nalt: Figur",
    "image-left": "title: Bild\nimage: p.jpg\nside: left\nalt: Figur",
    "image-whole": "title: Bild\nimage: p.jpg\nfit: contain\nalt: Figur",
    "table": "title: Tabelle\ntable: [[A, B, C], [Eins, 2, 3], [Zwei, 3, 4]]\nhighlight: Zwei",
    "bars": "title: Diagramm\nchart: {A: 3, B: 4, C: 5}\nhighlight: B",
    "lines": "title: Diagramm\nchart: [[Q, A, B, C], [Q1, 3, 4, 5], [Q2, 4, 5, 6], [Q3, 5, 7, 9]]\ntype: line",
    "pie": "title: Diagramm\nchart: {A: 3, B: 4, C: 5}\ntype: pie",
    "triangle": "title: Dreieck\ntriangle: [Eins, Zwei, Drei]",
    "columns": "title: Spalten\ncolumns: [{title: A, text: Eins}, {title: B, text: Zwei}]",
    "columns-plain": "title: Spalten\ncolumns: [{text: Eins}, {text: Zwei}]",
    "columns-3": f"title: Spalten\n{BROAD}]",
    "columns-4": f"title: Spalten\n{BROAD}, {{title: D, text: Vier}}]",
    "compare": f"title: Vergleich\n{SIDES}",
    "compare-rows": "title: Vergleich\nrows: [x, y]\n" + SIDES.replace(", result: so", "").replace(", result: anders", ""),
    "text": "title: Text\ntext: |\n  Ein Absatz.",
    "blank": "title: Nur ein Titel",
    "closing": "closing: Ende.",
}  # fmt: skip
FULL = ("columns-3", "columns-4", "compare")  # no room is left beside them
OWN_PICTURE = ("image", "image-left", "image-whole", "text")  # with a picture a text is what stands beside it
NO_TEXT_BESIDE = ("text", "blank")  # there `text` is the content


def slide(kind: str, keys: list[str], ground: str, theme: str) -> str:
    lines = [KINDS[kind], *(f"{key}: {TEXTS[key]}" for key in keys if key in TEXTS)]
    lines += ["image: p.jpg\nalt: Figur"] if "image" in keys else []
    lines += [f"background: {ground}"] if ground else []
    body = "\n".join(lines).replace("\n", "\n    ")
    return (
        f"title: T\nsubtitle: U\nspeaker: {{name: N, role: R, email: a@example.com}}\nlang: de\ntheme: {theme}\nfooter: Fuß\n"
        f"slides:\n  - section: Erster\n  - id: x\n    {body}\n  - statement: Z\n"
    )


def words(items: tuple[Item, ...]) -> str:
    return " ".join(t.plain for i in items if (t := getattr(i, "text", None)) is not None)


def wrong(folder: Path, kind: str, keys: list[str], ground: str, theme: str) -> str:
    """What is amiss with the slide: "" if all is shown, within the slide and legible."""
    (folder / "talk.yaml").write_text(slide(kind, keys, ground, theme), encoding="utf-8")
    try:
        deck = composed(folder, slide(kind, keys, ground, theme))
    except deckgen.TalkError as error:
        return "; ".join(str(f) for f in error.findings)
    found = [
        f
        for f in deckgen.check(deck)
        if f.code in ("low-contrast", "off-slide", "text-overflow", "slot-lost")
    ]
    scenes = [s for s in deck.scenes if s.id == "x" or s.id.startswith("x/")]
    if found or not scenes:
        return "; ".join(map(str, found)) or "no slide"
    items = tuple(i for scene in scenes for i in scene.walk())
    lost = [key for key in keys if key in TEXTS and TEXTS[key] not in words(items)]
    lost += (
        ["image"]
        if "image" in keys and not any(isinstance(i, Picture) and i.alt == "Figur" for i in items)
        else []
    )
    if ground and ground != "p.jpg" and {s.layout.ground for s in scenes} != {ground}:
        lost.append(ground)
    return f"lost: {lost}" if lost else ""


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_shown_on_every_ground(tmp_path: Path, theme: str, kind: str) -> None:
    Image.new("RGB", (160, 90), (90, 120, 200)).save(tmp_path / "p.jpg")
    own = [k for k in (*TEXTS, "image") if not (k == "text" and kind in NO_TEXT_BESIDE)]
    own = [k for k in own if not (k == "image" and kind in (*OWN_PICTURE, *FULL, "blank"))]
    found = []
    for ground in GROUNDS:
        if ground == "p.jpg" and kind == "image":
            continue  # one picture would hide the other
        for keys in ([], *([key] for key in own), own):
            message = wrong(tmp_path, kind, keys, ground, theme)
            if ground == "p.jpg" and "image" in keys and "[background-covered]" in message:
                continue  # so it would where the theme lets the slide's own fill it
            found += [(ground, keys, message)] if message else []
    assert found == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("kind", FULL)
def test_a_picture_that_has_no_room_is_an_error_at_its_place(tmp_path: Path, theme: str, kind: str) -> None:
    Image.new("RGB", (160, 90), (90, 120, 200)).save(tmp_path / "p.jpg")
    with pytest.raises(deckgen.TalkError) as caught:
        composed(tmp_path, slide(kind, ["image"], "", theme))
    (finding,) = caught.value.findings
    text = slide(kind, ["image"], "", theme).splitlines()
    assert finding.code == "slot-lost" and finding.span is not None
    assert text[finding.span.line - 1].strip() == "image: p.jpg"
    assert ("one of the columns" if "columns" in kind else "a slide of its own") in finding.fix
