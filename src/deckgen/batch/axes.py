"""What a combination multiplies: clients, variants, languages of each of its talks, themes and font sets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field
from itertools import product
from pathlib import Path

from ..findings import Findings
from ..overlays import Choices, choices
from ..records import dataclass
from ..source.project import ALL, BASE
from ..source.project_file import Combination, Name, Names, within
from ..source.suggest import did_you_mean
from ..theme.find import is_path, is_template, names, theme_dirs

FONTS = ("brand", "office")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the command line says beside deckgen.yaml: only these talks, and one choice in place of all that a combination names.

    `all_clients` makes a deck for each client; `fonts` are font sets; `values` are variables' as "name=value".
    """

    talks: tuple[str, ...] = ()
    client: str = ""
    all_clients: bool = False
    variant: str = ""
    lang: str = ""
    duration: str = ""
    values: tuple[str, ...] = ()
    theme: str = ""
    fonts: tuple[str, ...] = ()
    output: Path | None = None
    keep_hidden: bool = False
    strict: bool = False
    cwd: Path = field(default_factory=Path.cwd)


@dataclass(frozen=True, slots=True)
class Pick:
    """One of a talk's decks."""

    talk: str
    client: str
    variant: str
    lang: str
    theme: str
    fonts: str


class Axes:
    """One combination for the talks of a project, which are given by name."""

    def __init__(
        self,
        one: Combination,
        talks: dict[str, Path],
        only: dict[str, Path],
        chosen: Chosen,
        root: Path,
        findings: Findings,
    ) -> None:
        self._one, self._chosen, self._findings = one, chosen, findings
        wanted = self._known(one.talks, list(talks), "talk") if one.talks.given else list(talks)
        if only:
            self.talks = {n: p for n, p in only.items() if n in wanted or not one.talks.given}
        else:
            self.talks = {n: talks[n] for n in wanted}
        self.themes = [chosen.theme] if chosen.theme else self._themes(root)
        sets = self._known(one.fonts, FONTS, "font set") if one.fonts.given else [""]
        self.fonts = list(chosen.fonts) or sets
        self._choices: dict[tuple[str, str], Choices] = {}

    def picks(self) -> Iterator[Pick]:
        """All decks, talk by talk.  Names that no talk has are errors; a talk that lacks what another one has is left out there."""
        one, chosen = self._one, self._chosen
        met: dict[str, set[str]] = {"client": set(), "variant": set(), "language": set()}
        for talk, path in self.talks.items():
            known = self._of(path).clients if one.clients.given or chosen.all_clients else ()
            met["client"].update(known)
            for client in self._some(one.clients, chosen.client, known, everyone=chosen.all_clients):
                variants = self._of(path, client).variants if one.variants.given else ()
                languages = self._of(path).languages if one.languages.given or chosen.lang else ()
                met["variant"].update(variants)
                met["language"].update(languages)
                own = languages[0] if languages else ""
                tags = dict.fromkeys(
                    "" if t == own else t for t in self._some(one.languages, chosen.lang, languages)
                )
                rest = (self._some(one.variants, chosen.variant, variants), tags, self.themes, self.fonts)
                for variant, lang, theme, fonts in product(*rest):
                    yield Pick(talk, client, variant, lang, theme, fonts)
        for given, what, override in (
            (one.clients, "client", chosen.client or chosen.all_clients),
            (one.variants, "variant", chosen.variant),
            (one.languages, "language", chosen.lang),
        ):
            if given.given and not override and self.talks:
                self._known(given, [*sorted(met[what]), ALL, BASE], what)

    def _of(self, talk: Path, client: str = "") -> Choices:
        """What a talk can be built for; loaded where a combination asks for it."""
        key = (str(talk), client)
        if key not in self._choices:
            self._choices[key] = choices(talk, client=client or None, cwd=self._chosen.cwd)
        return self._choices[key]

    def _some(
        self, given: Names, override: str, known: Sequence[str], *, everyone: bool = False
    ) -> list[str]:
        """What one talk has of what is asked for; "" is the talk as it is."""
        if override:
            return [override]
        if everyone:
            return list(known)
        if not given.given:
            return [""]
        found: list[str] = []
        for name in given.all:
            found += (
                known
                if name.text == ALL
                else [""]
                if name.text == BASE
                else [n for n in known if n == name.text]
            )
        return list(dict.fromkeys(found))

    def _themes(self, root: Path) -> list[str]:
        if not self._one.themes.given:
            return [""]
        here = names(theme_dirs(root))
        for name in self._one.themes.all:
            if is_path(name.text):
                _check_inside(name, root, self._findings)
            elif not is_template(name.text):
                self._check(name, here, "theme")
        return [n.text for n in self._one.themes.all]

    def _known(self, given: Names, known: Sequence[str], what: str) -> list[str]:
        return [name.text for name in given.all if self._check(name, known, what)]

    def _check(self, name: Name, known: Sequence[str], what: str) -> bool:
        if name.text in known:
            return True
        listed = ", ".join(known[:12])
        self._findings.error(
            "wrong-value",
            f"there is no {what} {name.text[:60]!r}{did_you_mean(name.text, known)}",
            name.span,
            f"there are: {listed}" if listed else "",
        )
        return False


def _check_inside(name: Name, root: Path, findings: Findings) -> None:
    if not within(root, name.text.replace("\\", "/")):
        findings.error(
            "path-outside", f"the theme {name.text[:80]!r} lies outside of the project", name.span, "copy it into the project's folder of themes"
        )  # fmt: skip
