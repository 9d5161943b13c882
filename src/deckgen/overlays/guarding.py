"""What a deck must not say: the words that its client avoids, and the names of all other clients of the talk.

A client is called as its file is, and by each `name` below a `client:` in it, also without its legal form.  Names that are words of every day
("Sie", "Ihre Firma", "Bank") aren't looked for: who wants that writes them under `avoid`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from .. import trace
from ..findings import Findings, Note, Span
from ..model.guarded import AVOIDED, OTHER, Guard, Guarded
from ..model.talk import Talk
from ..patterns import pattern
from ..source.kept import read_kept
from ..source.nodes import Map, Node, Scalar
from ..source.suggest import did_you_mean
from ..source.workspace import LIMIT, Workspace
from ..source.yaml_reader import read
from .everyday import ORDINARY
from .files import client_files, client_folders, files_in
from .result import Merged

SHORT = 3  # letters of a name that is looked for only in capitals: SAP, VW, 3M
_FORMS = pattern(
    r"[\s,]+(?:(?:AG|SE|KG|KGaA|OHG|GbR|UG|GmbH|mbH|gGmbH|eG|e\.\s?V\.|e\.\s?K\.|Inc\.?|Ltd\.?|LLC|LLP|plc|PLC|Corp\.?|Co\.?|S\.?A\.?|S\.?p\.?A\.?|B\.?V\.?|N\.?V\.?"
    r"|& Co\.?|\(haftungsbeschränkt\))\s*)+$"
)
_WORD = pattern(r"[^\W_]+")
_BLOCK = re.compile(rb"(?m)^client[ \t]*:[^\n]*\n?(?:[ \t#][^\n]*\n?|\r?\n)*")
_known: dict[tuple[str, int, int, str], tuple[Guarded, ...]] = {}


def guard_of(
    talk: Talk, merged: Merged | None, path: Path, workspace: Workspace, findings: Findings
) -> Guard | None:
    """What the deck of `talk` must not say; None where there is nothing."""
    client = merged.client if merged is not None else ""
    avoided = merged.avoid if merged is not None else ()
    words = [Guarded(word.text, AVOIDED, word.span) for word in avoided if word.text.strip()]
    others = {name: names_of(name, file, workspace) for name, file in client_files(path).items()}
    if trace.tracing():
        for folder in client_folders(path):
            trace.called(folder, called_in(folder))
    own = [*talk.info.client.facts.values(), client]
    own += [word.text for word in others.pop(client, ())]
    allowed = {_folded(text) for text in talk.info.mentions}
    met: set[str] = set()
    for name, called in others.items():
        here = allowed & {_folded(name), *(_folded(word.text) for word in called)}
        met |= here
        if not here:
            words += called
    _tell_unmet(talk, allowed - met - {_folded(text) for text in own}, others, findings)
    if not words:
        return None
    mine = tuple(dict.fromkeys(text for text in own if _WORD.search(text)))
    return Guard(tuple(words), mine, talk, workspace.root, merged.with_places if merged is not None else list)


def _tell_unmet(
    talk: Talk, unmet: set[str], others: dict[str, tuple[Guarded, ...]], findings: Findings
) -> None:
    for text in talk.info.mentions:
        if _folded(text) in unmet:
            known = [n for name, called in others.items() for n in (name, *(w.text for w in called))]
            findings.warning(
                "client-missing", f"`mentions` names no client of this talk: {text[:60]!r}{did_you_mean(text, known)}", Span(talk.file, 0, 0),
                "write a client's name, or its file's", [Note("a client's file", w[0].span) for w in list(others.values())[:1] if w],
            )  # fmt: skip


def called_in(folder: Path) -> str:
    """How all clients in a folder are called, as one text; "" if it has none."""
    return "\n".join(
        f"{name}: {', '.join(word.text for word in names_of(name, file, None))}"
        for name, file in sorted(files_in(folder).items())
    )


def names_of(name: str, file: Path, workspace: Workspace | None) -> tuple[Guarded, ...]:
    """How the client in `file` is called.  A deck isn't made of that: it isn't written down what was read."""
    label = workspace.label(file) if workspace is not None else ""
    try:
        state = file.stat()
        key = (str(file), state.st_mtime_ns, state.st_size, label)
    except OSError:
        return ()
    known = _known.get(key)
    if known is None:
        with trace.apart():
            known = _known[key] = tuple(_names(name, file, label))
    return known


def _names(name: str, file: Path, label: str) -> Iterator[Guarded]:
    given = list(dict.fromkeys(_given(file, label)))
    found: dict[str, Span] = {}
    for text, span in given:
        for form in (text, _FORMS.sub("", text)):
            if _telling(form):
                found.setdefault(form, span)
    here = Span(label, 0, 0)
    spoken = name.replace("-", " ").replace("_", " ").strip()
    for text, span in given:  # "acme" is the ACME of "ACME Werke AG"
        words = text.split()
        for count in range(1, len(words) + 1):
            if _folded(" ".join(words[:count])) == _folded(spoken) and _telling(
                start := " ".join(words[:count])
            ):
                found.setdefault(start, span)
    short = len(spoken) <= SHORT
    for form in (spoken.upper(),) if short else (spoken, spoken.title(), spoken.upper()):
        if _telling(form):
            found.setdefault(form, here)
    for text, span in found.items():
        yield Guarded(text, OTHER, span, name)


def _telling(text: str) -> bool:
    """Whether a name tells whose it is: not by words of every day alone, and not by one short one in small letters."""
    words = _WORD.findall(text)
    if not words or all(word.casefold() in ORDINARY or word.isdigit() for word in words):
        return False
    letters = "".join(words)
    return len(letters) > SHORT or (
        len(letters) > 1 and (letters.isupper() or sum(map(str.isupper, letters)) > 1 or letters[0].isdigit())
    )


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text)).casefold()


def _given(file: Path, label: str) -> Iterator[tuple[str, Span]]:
    """Each `name` below a `client:` of the file, with its place."""
    try:
        if file.stat().st_size > LIMIT:
            return
        data = file.read_bytes()
    except OSError:
        return
    if b"name" not in data:
        return
    node: Node | None = None
    block = _BLOCK.search(data) if data.count(b"client") == 1 and b"&" not in data else None
    if block is not None:  # the rest of a long file needn't be read
        node = read(b"\n" * data.count(b"\n", 0, block.start()) + block[0], label, Findings())
    if block is None or node is None:
        node = read_kept(data, label, Findings())
    todo: list[tuple[Node, bool]] = [(node, False)] if node is not None else []
    while todo:
        node, in_client = todo.pop()
        if isinstance(node, Map):
            for entry in node.entries:
                if in_client and entry.key.text == "name":
                    yield from _scalars(entry.value)
                else:
                    todo.append((entry.value, entry.key.text == "client"))
        elif not isinstance(node, Scalar):
            todo += [(item, False) for item in node.items]


def _scalars(node: Node) -> Sequence[tuple[str, Span]]:
    """A name, or one for each language."""
    if isinstance(node, Scalar):
        return [(" ".join(node.text.split()), node.span)] if node.text.strip() and not node.null else []
    values = [e.value for e in node.entries] if isinstance(node, Map) else node.items
    return [(" ".join(v.text.split()), v.span) for v in values if isinstance(v, Scalar) and v.text.strip()]
