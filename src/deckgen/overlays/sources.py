"""All overlays of a talk: those that are chosen, in their order, and the others, whose ids are checked as well."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from .. import trace
from ..findings import Findings, Note, Span
from ..records import dataclass
from ..source.languages import choose
from ..source.nodes import Map, Node, Scalar
from ..source.suggest import did_you_mean, nearest
from ..source.workspace import Workspace
from .files import client_files, client_folders, find_client, language_files, read_file, talk_name
from .request import Request
from .shape import Overlay, read_overlay

CLIENT_KEYS = ("variant", "variants", "avoid", "talks")
TALK_KEYS = ("variant", "variants", "avoid")


@dataclass(slots=True)
class Sources:
    """What a talk is changed by.  `chosen` stand in the order in which they are applied, `others` aren't part of this deck."""

    chosen: list[Overlay]
    others: list[Overlay]
    lang: str
    base_lang: str
    languages: list[str]
    client: str
    before_client: int  # how many of the chosen ones come before the client's
    variant: str
    avoid: list[Scalar]
    nodes: list[Node]  # all trees of overlays


class Reader:
    """Reads the overlays of one talk."""

    def __init__(
        self, talk: Map, path: Path, workspace: Workspace, cwd: Path, request: Request, findings: Findings
    ) -> None:
        self.talk = talk
        self.path = path
        self.workspace = workspace
        self.cwd = cwd
        self.request = request
        self.findings = findings
        self.name = talk_name(path)

    def read(self) -> Sources:
        """All of them."""
        base_lang = _text(self.talk, "lang") or "en"
        languages = _texts(self.talk, "languages")
        client_node, client, strict = self._client()
        own = self._own(client_node)
        variant = self.request.variant or _text(own, "variant") or _text(client_node, "variant")
        layers: list[tuple[Node | None, str, bool, tuple[str, ...]]] = []
        self._shapes(client_node)
        self._shapes(own)
        label = client_node.span.file if client_node is not None else ""
        talks_own = _entries(self.talk, "variants")
        by_client = _entries(client_node, "variants")
        by_own = _entries(own, "variants")
        self._check_variant(variant, client_node, own, talks_own, {**by_client, **by_own}, strict)
        words = f"the variant {variant[:60]!r}"
        layers.append((talks_own.get(variant), words, True, ()))
        layers.append((client_node, label, strict, CLIENT_KEYS))
        layers.append((own, f"`talks: {self.name}` of {label}", True, TALK_KEYS))
        layers.append((by_client.get(variant), f"{words} of {label}", strict, ()))
        layers.append((by_own.get(variant), f"{words} of {label}", True, ()))
        lang = self.request.lang
        for node, _, _, _ in reversed(layers):
            lang = lang or _text(node, "lang")
        lang = lang or base_lang
        translations = self._translations(lang, base_lang, languages)
        chosen: list[Overlay] = []
        before_client = len(translations) + (layers[0][0] is not None)
        for node, name, is_strict, extra in (*translations, *layers):
            if node is not None:
                part = (
                    choose(node, languages, lang, self.findings)
                    if lang in languages or lang.split("-")[0] in languages
                    else node
                )
                chosen.append(read_overlay(part, name, is_strict, self.findings, extra))
        others = [
            read_overlay(node, f"the variant {name[:60]!r}", is_strict, self.findings)
            for entries, is_strict in ((talks_own, True), (by_client, strict), (by_own, True))
            for name, node in entries.items() if name != variant
        ]  # fmt: skip
        avoid = [*_scalars(client_node, "avoid", self.findings), *_scalars(own, "avoid", self.findings)]
        nodes = [n for n in (client_node, *(n for n, *_ in translations)) if n is not None]
        return Sources(
            chosen, others, lang, base_lang, languages, client, before_client, variant, avoid, nodes
        )

    def _client(self) -> tuple[Map | None, str, bool]:
        """The client's tree, its name, whether it holds for this talk alone."""
        name = self.request.client
        if not name:
            return None, "", False
        file = find_client(name, self.path, self.workspace, self.cwd, self.findings)
        if file is None:
            return None, "", False
        node = read_file(file, self.workspace, self.findings)
        alone = self.path.name == "talk.yaml" and file.parent == client_folders(self.path)[0].resolve()
        if node is not None and not isinstance(node, Map):
            self.findings.error(
                "wrong-type", "a client's file is a map", node.span, "begin with `client: {name: ...}`"
            )
        return node if isinstance(node, Map) else None, file.stem, alone

    def _own(self, client: Map | None) -> Map | None:
        """What a client's file says of this talk alone."""
        talks = client.get("talks") if client is not None else None
        if talks is None:
            return None
        if not isinstance(talks, Map):
            self.findings.error(
                "wrong-type",
                "`talks` is a map of talks",
                talks.span,
                f"write `talks: {{{self.name}: {{...}}}}`",
            )
            return None
        names = self._talk_names()
        for entry in talks.entries:
            if entry.key.text not in names:
                hint = did_you_mean(entry.key.text, names)
                fix = (
                    "a talk is named by its file, without .yaml"
                    if hint
                    else f"there are: {', '.join(sorted(names)[:12])}"
                )
                self.findings.error(
                    "talk-missing", f"there is no talk {entry.key.text[:60]!r}{hint}", entry.key.span, fix
                )
        own = talks.get(self.name)
        if own is None or isinstance(own, Map):
            return own
        if not (isinstance(own, Scalar) and own.null and not own.text):
            self.findings.error(
                "wrong-type",
                f"`talks: {self.name}` is a map",
                own.span,
                "write `drop:`, `change:` and the like below it",
            )
        else:
            self.findings.error(
                "empty-value",
                f"`{self.name}` has no value",
                own.span,
                "write what is other in this talk, or take the key out",
            )
        return None

    def _shapes(self, node: Map | None) -> None:
        """Report what of a client's own keys is no map or no text."""
        for key, what, form in (
            ("variants", Map, "{NAME: {drop: [ID]}}"),
            ("variant", Scalar, "NAME"),
            ("lang", Scalar, "TAG"),
        ):
            value = node.get(key) if node is not None else None
            if value is not None and (
                not isinstance(value, what) or (isinstance(value, Scalar) and value.null)
            ):
                kind = "a map" if what is Map else "one word"
                self.findings.error("wrong-type", f"`{key}` is {kind}", value.span, f"write `{key}: {form}`")

    def _talk_names(self) -> set[str]:
        """The talks for which a client's file could be meant."""
        folder = self.path.parent.parent if self.path.name == "talk.yaml" else self.path.parent
        found = {self.name}
        with suppress(OSError):
            found |= {p.stem for p in folder.glob("*.yaml")} | {
                p.parent.name for p in folder.glob("*/talk.yaml")
            }
        return found

    def _check_variant(
        self,
        variant: str,
        client: Map | None,
        own: Map | None,
        talk: dict[str, Node],
        clients: dict[str, Node],
        strict: bool,
    ) -> None:
        """Report a variant that neither the talk nor its client has."""
        if not variant or variant in talk or variant in clients:
            return
        known = sorted({*talk, *clients})
        near = nearest(variant, known)
        span = Span(f"--variant {variant}"[:80], 0, 0)
        overlay = Overlay("", True, span, self.findings)
        if not self.request.variant:
            holder = own if _text(own, "variant") else client
            named = holder.get("variant") if holder is not None else None
            assert named is not None
            span, overlay.strict = named.span, strict or holder is own
        fix = (
            f"there are: {', '.join(known[:12])}"
            if known
            else "the talk has none; `variants: {NAME: {duration: 20m}}` makes one"
        )
        notes = (
            ()
            if not known or not (at := self.talk.get("variants"))
            else (Note("the talk's variants stand here", at.span),)
        )
        overlay.missing(
            "variant-missing",
            f"the talk has no variant {variant[:60]!r}",
            span,
            fix,
            near,
            notes,
        )

    def _translations(
        self, lang: str, base: str, languages: list[str]
    ) -> list[tuple[Node | None, str, bool, tuple[str, ...]]]:
        """The language files that lead to `lang`: for `de-du` those of `de` and `de-du`, so far as they are needed."""
        if lang == base:
            return []
        files = language_files(self.path)
        wanted = [
            tag
            for tag in dict.fromkeys((lang.split("-")[0], lang))
            if tag != base and not (tag == lang.split("-")[0] and tag == base.split("-")[0])
        ]
        found = [tag for tag in wanted if tag in files]
        for tag in wanted:
            if tag not in files:
                trace.missed(self.path.parent / f"{self.path.stem}.{tag}.yaml")
        same = lang.split("-")[0] == base.split("-")[0]
        if not found and not same and not any(tag in languages for tag in (lang, lang.split("-")[0])):
            exist = dict.fromkeys([base, *languages, *files])
            at = self.talk.get("lang")
            self.findings.error(
                "translation-missing", f"the talk doesn't exist in {lang[:40]!r}", at.span if at is not None else self.talk.span,
                f"write the translation into {self.workspace.label(self.path.parent / f'{self.path.stem}.{lang[:40]}.yaml')};"
                f" the talk exists in: {', '.join(exist)}",
            )  # fmt: skip
        result: list[tuple[Node | None, str, bool, tuple[str, ...]]] = []
        for tag in found:
            node = read_file(files[tag], self.workspace, self.findings)
            if node is not None:
                result.append((node, self.workspace.label(files[tag]), True, ()))
        return result


def other_client_maps(path: Path, workspace: Workspace) -> list[Map]:
    """The `client:` facts of all clients of the talk, for names that conditions ask for."""
    result = []
    for file in client_files(path).values():
        with trace.apart():
            node = read_file(file, workspace, Findings())
        facts = node.get("client") if isinstance(node, Map) else None
        if isinstance(facts, Map):
            result.append(facts)
    return result


def _text(node: Node | None, key: str) -> str:
    value = node.get(key) if isinstance(node, Map) else None
    return value.text if isinstance(value, Scalar) and not value.null else ""


def _texts(node: Map, key: str) -> list[str]:
    value = node.get(key)
    return (
        []
        if value is None or isinstance(value, (Scalar, Map))
        else [n.text for n in value.items if isinstance(n, Scalar)]
    )


def _entries(node: Node | None, key: str) -> dict[str, Node]:
    value = node.get(key) if isinstance(node, Map) else None
    return {e.key.text: e.value for e in value.entries} if isinstance(value, Map) else {}


def _scalars(node: Map | None, key: str, findings: Findings) -> list[Scalar]:
    value = node.get(key) if node is not None else None
    if value is None:
        return []
    items = value.items if not isinstance(value, (Scalar, Map)) else (value,)
    good = [n for n in items if isinstance(n, Scalar) and not n.null]
    if len(good) < len(items) or not good:
        findings.error(
            "wrong-type", f"`{key}` is a list of words", value.span, f"write `{key}: [WORD, WORD]`"
        )
    return good
