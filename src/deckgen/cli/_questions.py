"""The questionnaire that `deckgen new client` writes: a client's file to fill in, in the words of the talks that it is for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import field
from pathlib import Path

from ..patterns import pattern
from ..records import dataclass
from ._starter import LANGUAGES, argument

_BLANK = pattern(r"«(\w+)»")
MOST = 200  # talks that are looked at
KNOWN = ("name", "industry", "color", "logo")  # facts of which the questionnaire asks itself
_YAML = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})
WORDS = {
    "facts": {
        "de": "Was setzen die Vorträge sonst noch ein? Hier steht, was ohne Kunden gilt.",
        "en": "What else do the talks insert? This is what holds without a client.",
    },
    "vars": {
        "de": "Welche Wörter setzen die Vorträge ein? Hier steht, was gilt, wenn nichts anderes gesagt ist.",
        "en": "Which words do the talks insert? This is what holds if nothing else is said.",
    },
    "variant": {
        "de": "Welche Fassung des Vortrags? Es gibt: {}.",
        "en": "Which variant of the talk? There are: {}.",
    },
}


@dataclass(slots=True)
class Asked:
    """What a client's talks say of themselves: the languages of all, and what they insert, by name."""

    talk: str = "TALK"
    spot: str = "at: end"
    langs: Counter[str] = field(default_factory=Counter)
    variables: dict[str, str] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    variants: list[str] = field(default_factory=list)

    @property
    def lang(self) -> str:
        """The language of most talks, of those that the questionnaire has; English otherwise."""
        return next((lang for lang, _ in self.langs.most_common() if lang in LANGUAGES), LANGUAGES[0])


def asked_by(talks: Sequence[Path]) -> Asked:
    """What the talks ask for; one that can't be read says nothing, as `check` will tell."""
    from ..findings import Findings
    from ..model.locale import base
    from ..overlays.files import talk_name
    from ..source.nodes import Map, Scalar, Seq
    from ..source.workspace import LIMIT
    from ..source.yaml_reader import read

    found = Asked()
    for path in talks[:MOST]:
        try:
            node = read(path.read_bytes(), path.name, Findings()) if path.stat().st_size <= LIMIT else None
        except OSError:
            continue
        slides = node.get("slides") if isinstance(node, Map) else None
        if not isinstance(node, Map) or not isinstance(slides, Seq):
            continue
        lang = node.get("lang")
        tag = lang.text if isinstance(lang, Scalar) and not lang.null else "en"
        found.langs[base(tag)] += 1
        if found.talk == "TALK":
            found.talk = talk_name(path)
            ids = [s.get("id") for s in slides.items if isinstance(s, Map)]
            first = next((i.text for i in ids if isinstance(i, Scalar) and not i.null), "")
            found.spot = f"after: {quoted(first)}" if first else found.spot
        for key, words in (("vars", found.variables), ("client", found.facts)):
            group = node.get(key)
            for entry in group.entries if isinstance(group, Map) else ():
                value = entry.value
                if isinstance(value, Map):  # one of its languages
                    value = next((v for v in (value.get(tag), *(e.value for e in value.entries)) if v), value)
                if isinstance(value, Scalar) and not value.null:
                    words.setdefault(entry.key.text, value.text)
        variants = node.get("variants")
        if isinstance(variants, Map):
            found.variants += [name for name in variants.keys() if name not in found.variants]
    return found


def questions(lang: str, stem: str, name: str, asked: Asked) -> str:
    """The text of the questionnaire for the client called `stem`, whose name on slides is `name`."""
    file = f"questions.{lang}.yaml" if lang != "en" else "questions.yaml"
    text = (Path(__file__).resolve().parent.parent / "data" / "clients" / file).read_text(encoding="utf-8")
    line = " ".join("".join(c if c.isprintable() else " " for c in name).split())
    facts = {key: value for key, value in asked.facts.items() if key not in KNOWN}
    blanks = {
        "facts": _listed("  # ", "  #", WORDS["facts"][lang], facts),
        "vars": _listed("# ", "#  ", WORDS["vars"][lang], asked.variables, "#vars:\n"),
        "variant": _variant(asked.variants, lang),
        "title": [line],
        "name": ["'" + line.replace("'", "''").replace("${", "$${") + "'"],
        "talk": [argument(asked.talk)],
        "key": [quoted(asked.talk)],
        "client": [argument(stem)],
        "spot": [asked.spot],
    }
    filled = {key: "".join(rows) for key, rows in blanks.items()}
    return _BLANK.sub(lambda match: filled[match[1]], text)


def _listed(note: str, start: str, words: str, values: dict[str, str], head: str = "") -> Iterator[str]:
    if values:
        yield f"{note}{words}\n{head}"
        for key, value in values.items():
            yield f"{start}{quoted(key)}: {quoted(value)}\n"


def _variant(names: Sequence[str], lang: str) -> Iterator[str]:
    if names:
        yield "# " + WORDS["variant"][lang].format(", ".join(" ".join(n.split()) for n in names[:12])) + "\n"
        yield f"#variant: {quoted(names[0])}\n"


def quoted(text: str) -> str:
    """A text as a YAML scalar in one line: as it is where that is safe."""
    line = " ".join(text.split())
    plain = (
        line[:1].isalpha() and all(c.isalnum() or c in " -_/" for c in line) and line.casefold() not in _YAML
    )
    return line if plain else "'" + line.replace("'", "''") + "'"
