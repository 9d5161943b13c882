"""What the shell completes: talks, themes, kinds, codes.  The library is loaded only while completing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem

Completer = Callable[["click.Context", "click.Parameter", str], "list[CompletionItem | str]"]


def _completer(words: Callable[[], Iterable[str]], *, files: bool = False) -> Completer:
    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem | str]:
        from click.shell_completion import CompletionItem

        given: Any = ctx.params.get(param.name or "") or ()
        taken = set(given) if isinstance(given, tuple) else set()
        try:
            found = sorted(w for w in set(words()) - taken if w.startswith(incomplete))
        except Exception:
            found = []  # whatever is wrong here, the command itself will say it
        if files and not found:
            return [CompletionItem(incomplete, type="file")]
        return list(found)

    return complete


def _talks() -> Iterable[str]:
    from ..source.workspace import talk_names

    return talk_names(Path.cwd())


def _themes() -> Iterable[str]:
    from ..source.workspace import project_root
    from ..theme.find import names, theme_dirs

    root = project_root(Path.cwd())
    return names(theme_dirs(root))


def _kinds() -> Iterable[str]:
    from ..kinds import kind_names

    return kind_names()


def _codes() -> Iterable[str]:
    from ..explanations import codes

    return codes()


def _specimen_languages() -> Iterable[str]:
    from ..specimen import LANGS

    return LANGS


def _choices(kind: str) -> Completer:
    """Clients, variants or languages of the talks that stand on the line, else of all in the project."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem | str]:
        def words() -> Iterable[str]:
            from ..overlays import choices

            named = ctx.params.get("talks") or ctx.params.get("talk") or ()
            talks = [named] if isinstance(named, str) else list(named)
            client = ctx.params.get("client") if kind == "variants" else None
            return [w for t in talks or _talks() for w in getattr(choices(t, client=client), kind)]

        return _completer(words)(ctx, param, incomplete)

    return complete


def against(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem | str]:
    """What a talk may be compared with: `base`, its clients, its variants and languages by `variant:` and `lang:`."""

    def words() -> Iterable[str]:
        from ..overlays import choices

        named = ctx.params.get("talk")
        every = [choices(t) for t in ([named] if named else _talks())]
        return [
            "base",
            *(name for one in every for name in one.clients),
            *(f"variant:{name}" for one in every for name in one.variants),
            *(f"lang:{tag}" for one in every for tag in one.languages[1:]),
        ]

    return _completer(words)(ctx, param, incomplete)


clients = _choices("clients")
variants = _choices("variants")
languages = _choices("languages")
talks = _completer(_talks, files=True)
themes = _completer(_themes, files=True)
kinds = _completer(_kinds)
codes = _completer(_codes)
specimen_languages = _completer(_specimen_languages)
