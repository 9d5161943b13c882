"""What a project's file, deckgen.yaml, may say: where things lie, and which decks are built."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path, PurePosixPath
from typing import Any

from ..errors import TalkError
from ..fields import described
from ..findings import Findings, Span
from ..patterns import pattern
from ..records import dataclass
from .decode import Decoder
from .nodes import Node, Seq
from .suggest import did_you_mean
from .variables import Variables
from .workspace import PROJECT, Workspace
from .yaml_reader import read

PARTS = ("talk", "client", "variant", "lang", "theme", "fonts")
PATTERN = "{client/}{talk}{-variant}{-lang}{-theme}{-fonts}.pptx"
_PART = pattern(r"\{([^{}]*)\}")
_NAME = pattern(r"([-_. /]*)([A-Za-z]*)([-_. /]*)")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Name:
    """A word, and where it stands."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Names:
    """Names, one or a list; `given` is false where the key is left out."""

    all: tuple[Name, ...] = ()
    given: bool = False

    @classmethod
    def from_node(cls, node: Node, decoder: Decoder) -> Names | None:
        """One name or a list of them, none empty, none twice."""
        nodes = node.items if isinstance(node, Seq) else (node,)
        if not nodes:
            decoder.fail(
                "empty-value",
                "the list is empty",
                node.span,
                "give a name or take the key out: then all count",
            )
            return None
        found: dict[str, Name] = {}
        good = True
        for one in nodes:
            text = decoder.plain(one, "a name")
            if text is None:
                good = False
                continue
            found.setdefault(text.strip(), Name(text.strip(), one.span))
        return cls(tuple(found.values()), True) if good else None

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """A text, or a list of texts."""
        one = {"type": ["string", "number", "boolean"]}
        return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of the project, as a path from its file."""

    path: str

    @classmethod
    def from_node(cls, node: Node, decoder: Decoder) -> Folder | None:
        """A path that stays within the project."""
        text = decoder.plain(node, "a folder")
        if text is None:
            return None
        path = text.strip().replace("\\", "/").rstrip("/")
        if not path or not within(decoder.workspace.root, path):
            decoder.fail(
                "path-outside",
                f"{text[:80]!r} leads out of the project",
                node.span,
                f"write a path from the folder of {PROJECT}",
            )
            return None
        return cls(PurePosixPath(path).as_posix())

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """A text."""
        return {"type": "string", "minLength": 1}


@dataclass(frozen=True, slots=True)
class FileName:
    """How decks are called: a path in the output folder with parts in braces.

    `{-lang}` stands for the language with a hyphen before it, and for nothing where a deck has none.
    """

    pattern: str = PATTERN
    span: Span | None = field(default=None, compare=False)

    @classmethod
    def from_node(cls, node: Node, decoder: Decoder) -> FileName | None:
        """A pattern with known parts, that of the talk among them."""
        text = decoder.plain(node, "a file's name")
        if text is None:
            return None
        text = text.strip()
        before = len(decoder.findings.found)
        named = []
        for part in _PART.finditer(text):
            name = found[2] if (found := _NAME.fullmatch(part[1])) else part[1]
            named.append(name)
            if name not in PARTS:
                decoder.fail(
                    "wrong-value",
                    f"there is no part {part[0][:40]!r}{did_you_mean(name, PARTS)}",
                    node.span,
                    f"parts are: {', '.join('{' + p + '}' for p in PARTS)}",
                )
        rest = _PART.sub("", text)
        if "{" in rest or "}" in rest:
            decoder.fail("wrong-value", "a brace has no partner", node.span, f"write for example: {PATTERN}")
        elif "talk" not in named and len(decoder.findings.found) == before:
            decoder.fail(
                "wrong-value", "talks would overwrite one another: {talk} is missing", node.span, f"write for example: {PATTERN}"
            )  # fmt: skip
        if not text.endswith(".pptx"):
            decoder.fail(
                "wrong-value", "the name has to end in .pptx", node.span, f"write for example: {PATTERN}"
            )
        if len(text) > _LONGEST or not all(
            _is_name(cls(text).path(dict.fromkeys(p, "x"))) for p in (PARTS, ("talk",))
        ):
            decoder.fail(
                "path-outside", f"{text[:80]!r} can't be a name in the output folder", node.span, f"write for example: {PATTERN}"
            )  # fmt: skip
        return cls(text, node.span) if len(decoder.findings.found) == before else None

    def path(self, values: Mapping[str, str]) -> str:
        """The name with its parts put in; what no file system takes in a part is a hyphen."""

        def put(part: re.Match[str]) -> str:
            found = _NAME.fullmatch(part[1])
            value = _plain(values.get(found[2], "")) if found is not None else ""
            return f"{found[1]}{value}{found[3]}" if found is not None and value else ""

        return _PART.sub(put, self.pattern)

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """A text that ends in .pptx."""
        return {"type": "string", "pattern": r"\{[-_. /]*talk[-_. /]*\}.*\.pptx$"}


@dataclass(frozen=True, slots=True)
class Combination:
    """Decks to build: each of these talks for each client, in each variant and language, on each theme, in each font set."""

    talks: Names = described("talks by name; all of the project where it is left out", default=Names())
    clients: Names = described(
        "clients by name, `all` of them, `base` for none; none where it is left out", default=Names()
    )
    variants: Names = described("variants by name, `all`, `base` for the whole talk", default=Names())
    languages: Names = described("languages by tag, `all`, `base` for the talk's own", default=Names())
    themes: Names = described("themes in place of the talks' own", default=Names())
    fonts: Names = described(
        "brand, office or both; the talk's own choice where it is left out", default=Names()
    )
    span: Span = field(default=Span(PROJECT), compare=False)

    @classmethod
    def from_node(cls, node: Node, decoder: Decoder) -> Combination | None:
        """A map of its keys; the place is kept."""
        found = decoder.record(node, cls, where="`build`")
        return (
            cls(**{f: getattr(found, f) for f in DIMENSIONS}, span=node.span) if found is not None else None
        )

    @classmethod
    def schema_within(cls, schemas: Any) -> dict[str, Any]:
        """A map of the keys below."""
        found: dict[str, Any] = schemas.record(cls)
        return found


DIMENSIONS = ("talks", "clients", "variants", "languages", "themes", "fonts")


@dataclass(frozen=True, slots=True)
class Project:
    """What a project's file says."""

    talks: Folder = described("the folder of the talks", default=Folder("talks"), example="talks")
    themes: Folder = described(
        "the folder of the project's own themes", default=Folder("themes"), example="themes"
    )
    clients: Folder | None = described(
        "a folder of clients for all talks, besides the folders `clients` beside talks",
        default=None,
        example="clients",
    )
    output: Folder = described("the folder for the decks", default=Folder("dist"), example="dist")
    name: FileName = described(
        "how a deck's file is called in the output folder", default=FileName(), example=PATTERN
    )
    build: tuple[Combination, ...] = described(
        "which combinations to build; every talk as it is where it is left out", default=()
    )


def decoded(data: bytes, path: Path, workspace: Workspace, findings: Findings) -> Project | None:
    """The project's file at `path`, which holds `data`."""
    node = read(data, workspace.label(path), findings)
    if node is None:
        return None
    decoder = Decoder(findings, workspace, Variables({}, findings), "en", path)
    try:
        return decoder.record(node, Project, where=PROJECT)
    except TalkError:  # too many problems: the findings have them
        return None


def _is_name(path: str) -> bool:
    """Whether `path` stays in its folder, and no part of it is empty or ends in what Windows drops."""
    parts = path.split("/")
    return (
        not re.search(r'[\x00-\x1f<>:"\\|?*]', path)
        and all(p.strip(" .") == p != "" for p in parts)
        and path[0] != "~"
    )


def within(root: Path, path: str) -> bool:
    """Whether a path, counted from `root`, stays in it, wherever links lead."""
    if path.startswith(("/", "~")) or ":" in path or "\x00" in path:
        return False
    try:
        return (root / path).resolve().is_relative_to(root)
    except (OSError, ValueError, RuntimeError):
        return False


_FORBIDDEN = pattern(r'[\x00-\x1f<>:"/\\|?*]+')


def _plain(text: str) -> str:
    """`text` as a part of a file's name that Windows, too, takes."""
    return _FORBIDDEN.sub("-", text).strip(" .")
