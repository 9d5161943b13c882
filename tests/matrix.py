"""Slides of every kind by how much they hold: one item, few, many, too many; in ordinary and in long words.

`KINDS` gives for each kind the content of its variants at each of the four amounts.  `cases()` lays the matrix out; `talk()`
writes cases as a talk whose lines are known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, product
from typing import Any

import yaml

WORDS = ("ordinary", "long", "marked")
AMOUNTS = ("one", "few", "many", "too many")
GROUNDS = ("light", "dark", "accent")
PROFILES = ("room", "stage", "read")
SENTENCE = (1, 6, 14, 90)  # words of a text that is no list, by amount
FRAME = ("cover", "agenda", "closing")  # they show what the talk says, so each amount is a talk of its own

ORDINARY = [
    "Angebot",
    "Marke",
    "Kunde",
    "Rechnung",
    "Empfang",
    "Vertrieb",
    "Leitung",
    "Abteilung",
    "Gedanke",
    "Versprechen",
    "Termin",
    "Antwort",
    "Qualität",
    "Haltung",
    "Wirkung",
    "Gespräch",
    "Größe",
    "Straße",
    "Auftrag",
    "Lager",
    "Service",
    "Nachfrage",
    "Umsatz",
    "Erfolg",
    "Führung",
]
SMALL = [
    "für",
    "und",
    "mit",
    "jeder",
    "hält",
    "was",
    "alle",
    "bei",
    "uns",
    "ist",
    "neu",
    "oder",
    "wird",
    "gut",
]
LONG = [
    "Marketing~verantwortungs~bewusstsein",
    "Außenhandels~überschuss~größe",
    "Straßenverkehrs~zulassungs~ordnung",
    "Qualitätssicherungs~beauftragte",
    "Führungskräfte~entwicklungs~maßnahmen",
    "Lebensmittel~kennzeichnungs~vorschriften",
]
LONGER = [
    "Kraftfahrzeug~haftpflicht~versicherungs~bedingungen",
    "Donaudampf~schifffahrts~gesellschafts~kapitäns~anwärter~prüfung",
]
HEBREW = [
    "שיווק",
    "לקוח",
    "מותג",
    "הצעה",
    "שירות",
    "חברה",
    "עובד",
    "מנהל",
    "רעיון",
    "שאלה",
    "תשובה",
    "דרך",
    "מטרה",
    "הבטחה",
    "איכות",
]


class Words:
    """A stream of words, each time the same.

    `long` ones are German compounds of 26 to 38 letters, up to 58 where too much is asked; `marked` ones say where they may break.
    """

    def __init__(self, name: str, start: int = 0, longer: bool = False) -> None:
        self.name = name
        self._long = LONG + LONGER if longer else LONG
        self._count = count(start)

    def word(self) -> str:
        """One word that says something."""
        number = next(self._count)
        stock = {"ordinary": ORDINARY, "hebrew": HEBREW}.get(self.name, self._long)
        return stock[number % len(stock)].replace("~", "\\-" if self.name == "marked" else "")

    def person(self) -> str:
        """What stands for a name; a long one has two parts."""
        first, second, third = (ORDINARY[next(self._count) % len(ORDINARY)] for _ in range(3))
        if self.name == "hebrew":
            return f"{self.word()} {self.word()}"
        return f"{first} {second}" + (f"-{third}" if self.name != "ordinary" else "")

    def text(self, words: int) -> str:
        """So many words; of long ones every sixth, the rest are ordinary and small."""
        if self.name == "hebrew":
            return " ".join(self.word() for _ in range(words))
        made = []
        for place in range(words):
            if place % 6 == 0:
                made.append(self.word())
            else:
                stock = SMALL if place % 2 else ORDINARY
                made.append(stock[next(self._count) % len(stock)])
        return " ".join(made)

    def texts(self, number: int, words: int) -> list[str]:
        """So many texts."""
        return [self.text(words) for _ in range(number)]


Content = Callable[[int, Words], dict[str, Any]]


def _leads(w: Words, number: int, words: int) -> list[dict[str, str]]:
    return [{"lead": w.word(), "text": w.text(words)} for _ in range(number)]


def _tree(w: Words, breadth: int, depth: int) -> list[Any]:
    """Items with lists below them."""
    if not depth:
        return w.texts(breadth, 3)
    return [{f"{w.word()} {n}": _tree(w, breadth, depth - 1)} for n in range(breadth)]


def _pipe(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def _table(w: Words, rows: int, columns: int) -> str:
    head = w.texts(columns, 1)
    return _pipe(head, [[w.text(1), *(w.texts(columns - 2, 1)), str(100 + n)] for n in range(rows)])


def _series(w: Words, categories: int, series: int) -> str:
    rows = [
        [f"{w.word()} {n}", *(str(10 + (7 * n + 3 * s) % 80) for s in range(series))]
        for n in range(categories)
    ]
    return _pipe(["Wer", *(f"{w.word()} {s}" for s in range(series))], rows)


def _picture() -> dict[str, Any]:
    return {"image": "p.jpg", "alt": "Ballons am Himmel"}


def _block(a: int, w: Words, number: int) -> dict[str, Any]:
    """Blocks of all the kinds that can be one, in turn."""
    amount = min(a, 2)
    kinds: tuple[Callable[[], dict[str, Any]], ...] = (
        lambda: {"bullets": w.texts((1, 2, 4)[amount], 3)},
        lambda: {"text": w.text((2, 8, 16)[amount])},
        lambda: {"number": "64", "unit": "%"},
        lambda: {"table": _table(w, (1, 2, 4)[amount], 2)},
        lambda: {"quote": w.text((2, 6, 10)[amount]), "by": w.word()},
        lambda: {**_picture(), "credit": w.text(2)},
        lambda: {"chart": _series(w, (2, 3, 4)[amount], 1)},
        lambda: {"numbers": _leads(w, 2, 2) and [{"lead": "71 %", "text": w.text(2)}, {"lead": "+9", "text": w.text(2)}]},
        lambda: {"triangle": [w.word() for _ in range(3)]},
    )  # fmt: skip
    return kinds[number % len(kinds)]()


def _headed(a: int, w: Words, number: int) -> dict[str, Any]:
    return {"title": w.text(1 + a), **_block(a, w, number)}


def _side(w: Words, items: int) -> dict[str, Any]:
    return {"title": w.text(2), "bullets": w.texts(items, 2), "result": w.text(2)}


def _point(w: Words, words: int, aspects: int, **more: Any) -> dict[str, Any]:
    own = {"aspects": _leads(w, aspects, 4)} if aspects else {}
    return {"point": w.text(words), "short": w.text(2), **own, **more}


OLDEST = ("helium", "plain", "werkbank")
"""The order of themes, whichever are there: a further one changes no other's cases."""

KINDS: dict[str, dict[str, Content]] = {
    "agenda": {"": lambda a, w: {"agenda": None}},
    "blank": {"": lambda a, w: {"title": w.text(SENTENCE[a])}},
    "blocks": {"": lambda a, w: {"blocks": [_headed(a, w, n) for n in range((1, 2, 3, 8)[a])]},
               "others": lambda a, w: {"blocks": [_block(a, w, n + 3) for n in range((1, 2, 2, 6)[a])]}},
    "bullets": {"": lambda a, w: {"bullets": w.texts((1, 3, 7, 24)[a], 4)},
                "leads": lambda a, w: {"bullets": _leads(w, (1, 3, 7, 24)[a], 5)},
                "tree": lambda a, w: {"bullets": _tree(w, *((1, 2), (2, 1), (2, 2), (3, 3))[a])},
                "deep": lambda a, w: {"bullets": [{w.word(): w.texts((1, 3, 6, 30)[a], 3)}]},
                "picture": lambda a, w: {"bullets": w.texts((1, 3, 5, 16)[a], 3), **_picture()},
                "words": lambda a, w: {"bullets": [w.text((1, 8, 25, 200)[a])]}},
    "chart": {kind: lambda a, w, kind=kind, most=most: {"chart": _series(w, (1, 3, 8, most)[a], (1, 1, 2, 4)[a] if kind != "pie" else 1),
                                                         "type": kind}
              for kind, most in (("column", 24), ("bar", 24), ("line", 40), ("pie", 20))},
    "closing": {"": lambda a, w: {"closing": w.text((1, 5, 9, 40)[a])}},
    "columns": {"": lambda a, w: {"columns": [_headed(a, w, n) for n in range((2, 3, 4, 6)[a])]},
                "others": lambda a, w: {"columns": [_headed(a, w, n + 5) for n in range((1, 2, 3, 4)[a])]},
                "plain": lambda a, w: {"columns": [{"bullets": w.texts((1, 3, 5, 20)[a], 3)}, {"text": w.text(SENTENCE[a])}]}},
    "compare": {"": lambda a, w: {"compare": [_side(w, (1, 3, 5, 16)[a]), _side(w, (1, 3, 5, 16)[a])]},
                "rows": lambda a, w: {"compare": [_side(w, (1, 3, 6, 20)[a]) for _ in range((2, 2, 3, 4)[a])],
                                      "rows": w.texts((1, 3, 6, 20)[a], 1)}},
    "cover": {"": lambda a, w: {"cover": None}},
    "image": {"": lambda a, w: {**_picture(), "credit": w.text(2)},
              "left": lambda a, w: {**_picture(), "side": "left"},
              "right": lambda a, w: {**_picture(), "side": "right", "credit": w.text(2)},
              "plain": lambda a, w: {**_picture(), "fit": "contain"}},
    "number": {"": lambda a, w: {"number": ("7", "64", "1.234,5", "1.234.567.890,12")[a], "unit": ("x", "%", "Mio. €", "Fahrzeuge")[a]},
               "word": lambda a, w: {"number": f"{('3', '42', '1.250', '1.234.567')[a]} {w.word()}"}},
    "numbers": {"": lambda a, w: {"numbers": [{"lead": ("71 %", "+48", "1,5 Mio. €", "12.000")[n % 4], "text": w.text(1 + 2 * a)}
                                              for n in range((1, 3, 4, 6)[a])]},
                "delta": lambda a, w: {"numbers": [{"lead": "71", "unit": "%", "text": w.text(1 + 2 * a), "delta": w.text(1 + a)}
                                                   for _ in range((1, 2, 3, 4)[a])]}},
    "points": {"": lambda a, w: {"points": w.texts((1, 3, 7, 20)[a], 5)},
               "aspects": lambda a, w: {"points": [_point(w, 5, (1, 2, 3, 8)[a]) for _ in range((1, 3, 5, 12)[a])]},
               "picture": lambda a, w: {"points": [_point(w, 4, (0, 1, 2, 6)[a], **_picture()) for _ in range((1, 2, 3, 4)[a])]}},
    "quote": {"": lambda a, w: {"quote": w.text(SENTENCE[a]), "by": w.text(2), "role": w.text((1, 2, 4, 20)[a])},
              "portrait": lambda a, w: {"quote": w.text(SENTENCE[a]), "by": w.text(2), **_picture()}},
    "section": {"": lambda a, w: {"section": w.text((1, 3, 6, 40)[a])}},
    "statement": {"": lambda a, w: {"statement": w.text((1, 5, 11, 60)[a])},
                  "picture": lambda a, w: {"statement": w.text((1, 5, 8, 40)[a]), **_picture()}},
    "table": {"": lambda a, w: {"table": _table(w, (1, 4, 9, 40)[a], (2, 3, 4, 8)[a])},
              "wide": lambda a, w: {"table": _table(w, (1, 3, 5, 12)[a], (3, 4, 6, 9)[a])}},
    "text": {"": lambda a, w: {"text": w.text((3, 20, 60, 400)[a])},
             "blocks": lambda a, w: {"text": "\n\n".join(w.texts((1, 2, 4, 16)[a], 8)) + "\n\n" + "\n".join(f"- {t}" for t in w.texts(3, 3))}},
    "triangle": {"": lambda a, w: {"triangle": w.texts(3, (1, 2, 4, 20)[a]), "centre": w.text((1, 1, 2, 8)[a])}},
}  # fmt: skip
TITLED = {"section", "statement", "closing", "blank", "cover", "agenda"}
"""Kinds whose title the matrix leaves alone: it is their content, the talk's or a label."""

UNTITLED = {"quote", "image"}
"""Kinds that say something without a title; on all others it is missed by `check`."""


@dataclass(frozen=True)
class Case:
    """A slide of the matrix, or several that need each other."""

    name: str
    kind: str
    theme: str
    amount: int
    words: str
    profile: str
    ground: str
    slides: tuple[dict[str, Any], ...]
    head: tuple[int, str] = (1, "ordinary")  # amount and words of what the talk itself says

    @property
    def deck(self) -> tuple[object, ...]:
        """Which cases may stand in one deck with it."""
        return (self.theme, self.profile, self.words == "hebrew", self.kind in FRAME and self.head)


def _dress(kind: str, number: int, a: int, w: Words) -> dict[str, Any]:
    """The common keys: none, title and notes, with lines below the title, all; no more where the content is too much."""
    keys: dict[str, Any] = {}
    if kind not in TITLED and (number or kind not in UNTITLED):
        keys["title"] = w.text((2, 5, 7, 3)[a])
    if number:
        keys["notes"] = "Das sage ich dazu.\n\n[click] Und das danach."
    if number >= 2:
        keys |= {"subtitle": w.text((2, 3, 4, 2)[a]), "source": w.text((2, 3, 5, 2)[a])}
    if number == 3:
        keys["kicker"] = w.text((1, 3, 3, 1)[a])
        keys |= {"text": w.text((2, 4, 5, 2)[a])} if kind not in ("text", "blank") else {}
    return keys


def cases(kinds: Sequence[str], themes: Sequence[str]) -> Iterator[Case]:
    """Every variant of every kind in every theme: ordinary words in all amounts, long and marked ones in two each by turns.

    Of long and marked words the themes beyond the first two have half as many cases.  Grounds, profiles and common keys go round against these with periods of 3, 3 and 4: the product is thinned so that the
    matrix takes about a minute.
    """
    known = {theme: place for place, theme in enumerate(OLDEST)}
    ordered = sorted(themes, key=lambda theme: (known.get(theme, len(known)), theme))
    for number, (theme, kind) in enumerate(product(ordered, kinds)):
        thin = 2 if known.get(theme, 2) < 2 else 4
        for v, (variant, content) in enumerate(KINDS[kind].items()):
            for a, (n, words) in product(range(4), enumerate(WORDS)):
                if n and (a + n + v) % thin:
                    continue
                turn = number + v + 3 * a + n
                yield _case(kind, variant, content, theme, a, words, turn)
            yield _case(kind, variant, content, theme, 1, "hebrew", number + v)


def _case(kind: str, variant: str, content: Content, theme: str, a: int, words: str, turn: int) -> Case:
    w = Words(words, turn, a == 3)
    frame = kind in FRAME
    ground = GROUNDS[turn % 3]
    name = "-".join(p for p in (kind, variant, AMOUNTS[a].replace(" ", ""), words) if p)
    slide = {
        "id": name,
        **content(a, w),
        **_dress(kind, (turn + turn // 4) % 4, a, w),
        "background": ground,
    }
    slides = [slide]
    if kind == "agenda":
        titles = w.texts((1, 3, 8, 15)[a], (1, 2, 3, 3)[a])
        slides += [{"section": t, "id": f"{name}-{n}", "time": "5m"} for n, t in enumerate(titles)]
    profile = "room" if frame or words == "hebrew" else PROFILES[turn // 3 % 3]
    return Case(
        name, kind, theme, a, words, profile, ground, tuple(slides), (a, words) if frame else (1, "ordinary")
    )


def talk(of: Sequence[Case]) -> tuple[str, dict[str, range]]:
    """A talk with these cases (all of one deck), and the lines of each by its name; those of the head stand under ""."""
    case = of[0]
    a, words = case.head
    w = Words("hebrew" if case.words == "hebrew" else words, longer=a == 3)
    speakers = [
        {"name": w.person(), "role": w.text(2), "email": "name@example.com", "url": "example.com/kontakt"}
        for _ in range((1, 2, 4, 8)[a])
    ]
    head = {
        "title": w.text((1, 5, 9, 40)[a]),
        "speaker": speakers if len(speakers) > 1 else speakers[0],
        "event": w.text((1, 2, 3, 12)[a]),
        "date": "2026-03-04",
        "lang": "he" if case.words == "hebrew" else "de",
        "theme": case.theme,
        "profile": case.profile,
        "footer": "Tagung",
    }
    if a > 1:
        head["subtitle"] = w.text((0, 0, 6, 30)[a])
    text = _yaml(head) + "slides:\n"
    line = text.count("\n") + 1
    lines = {"": range(1, line)}
    for one in of:
        own = _yaml(list(one.slides))
        lines[one.name] = range(line, line + own.count("\n"))
        text, line = text + own, lines[one.name].stop
    return text, lines


def _yaml(value: object) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=100_000)
