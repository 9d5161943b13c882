"""What a talk can be built for: its clients, variants, languages."""

from __future__ import annotations

from pathlib import Path

from ..findings import Findings
from ..records import dataclass
from ..source.kept import read_kept
from ..source.nodes import Map, Node, Scalar, Seq
from ..source.workspace import LIMIT, find_talk
from .files import client_files, language_files


@dataclass(frozen=True, slots=True)
class Choices:
    """Names for `load`'s `client`, `variant` and `lang`; the talk's own language is the first."""

    clients: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


def choices(talk: str | Path, *, client: str | None = None, cwd: Path | None = None) -> Choices:
    """The clients, variants and languages of a talk (a path or a name), those of `client` among them; nothing is checked.

    One file is read, or two with `client`; a talk that isn't there or can't be read has none.
    """
    path = find_talk(str(talk), cwd or Path.cwd())
    if path is None:
        return Choices()
    path = path.resolve()
    clients = client_files(path)
    node = _tree(path)
    variants = _names(node, "variants")
    if client in clients:
        variants += _names(_tree(clients[client]), "variants")
    lang = node.get("lang") if isinstance(node, Map) else None
    every = node.get("languages") if isinstance(node, Map) else None
    languages = [lang.text if isinstance(lang, Scalar) and lang.text else "en"]
    languages += [n.text for n in every.items if isinstance(n, Scalar)] if isinstance(every, Seq) else []
    languages += language_files(path)
    return Choices(tuple(clients), tuple(dict.fromkeys(variants)), tuple(dict.fromkeys(languages)))


def _tree(path: Path) -> Node | None:
    try:
        if path.stat().st_size > LIMIT:
            return None
        return read_kept(path.read_bytes(), path.name, Findings())
    except OSError:
        return None


def _names(node: Node | None, key: str) -> list[str]:
    value = node.get(key) if isinstance(node, Map) else None
    return [e.key.text for e in value.entries] if isinstance(value, Map) else []
