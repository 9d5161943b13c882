"""Dataclasses that are cheap to define.

The standard decorator compiles up to seven methods of a class when it is defined, 0.7 ms for a frozen one with slots: for our hundred records
that is more than all else that a build of ten slides does.  This one leaves fields, inheritance, slots and `dataclasses.fields` and
`replace` to the standard library, but compiles `__init__` when the first instance is made and shares all other methods.
"""

from __future__ import annotations

import dataclasses
import operator
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen=False, slots=True, eq=True, order=False, kw_only=False):
        """As `dataclasses.dataclass`; `slots` must be true."""

        def decorate(cls: type) -> type:
            if not slots:
                raise TypeError("records have slots")
            made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(cls)
            return _with_methods(made, frozen, eq, order)

        return decorate


def _with_methods(cls: Any, frozen: bool, eq: bool, order: bool) -> type:
    """`cls` with the methods that it doesn't define itself."""
    own: dict[str, Any] = {"__init__": _lazy_init(cls, frozen), "__repr__": _repr}
    if eq or order:
        values = _values(cls)
        own |= {"__eq__": _compared(values, operator.eq), "__hash__": _hash(values) if frozen else None}
        if order:
            for name in ("lt", "le", "gt", "ge"):
                own[f"__{name}__"] = _compared(values, getattr(operator, name))
    for name, method in own.items():
        if name not in cls.__dict__ or (name == "__hash__" and cls.__dict__[name] is None):
            setattr(cls, name, method)
    if frozen:
        cls.__setattr__, cls.__delattr__, cls.__setstate__ = _no_assignment, _no_deletion, _set_state
    return cls  # type: ignore[no-any-return]


def _lazy_init(cls: Any, frozen: bool) -> Callable[..., None]:
    """An `__init__` that puts the real one in its place when it is called first."""

    def __init__(self: Any, *values: Any, **named: Any) -> None:
        cls.__init__ = _init(cls, frozen)
        cls.__init__(self, *values, **named)

    return __init__


def _init(cls: Any, frozen: bool) -> Callable[..., None]:
    """`__init__` as the standard library writes it, except that a frozen record's slots are set directly."""
    names: dict[str, Any] = {"_none": dataclasses.MISSING}
    given, named, rows = ["self"], list[str](), list[str]()
    for field in dataclasses.fields(cls):
        name, value = field.name, field.name
        if field.default_factory is not dataclasses.MISSING:
            names[f"_make_{name}"] = field.default_factory
            value = f"_make_{name}() if {name} is _none else {name}" if field.init else f"_make_{name}()"
        if field.init:
            parameter = name
            if field.default is not dataclasses.MISSING:
                names[f"_default_{name}"] = field.default
                parameter = f"{name}=_default_{name}"
            elif field.default_factory is not dataclasses.MISSING:
                parameter = f"{name}=_none"
            (named if field.kw_only else given).append(parameter)
        elif field.default_factory is dataclasses.MISSING:
            continue
        if frozen:
            names[f"_set_{name}"] = getattr(cls, name).__set__
            rows.append(f" _set_{name}(self, {value})")
        else:
            rows.append(f" self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        rows.append(" self.__post_init__()")
    parameters = ", ".join([*given, *(["*", *named] if named else [])])
    exec(f"def __init__({parameters}):\n" + ("\n".join(rows) or " pass"), names)
    made: Callable[..., None] = names["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _values(cls: Any) -> Callable[[Any], Any]:
    """What an instance is compared by."""
    names = [field.name for field in dataclasses.fields(cls) if field.compare]
    return operator.attrgetter(*names) if names else lambda _: ()


def _compared(values: Callable[[Any], Any], how: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    def compare(self: Any, other: Any) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return how(values(self), values(other))

    return compare


def _hash(values: Callable[[Any], Any]) -> Callable[[Any], int]:
    def __hash__(self: Any) -> int:
        return hash(values(self))

    return __hash__


def _repr(self: Any) -> str:
    shown = (f"{f.name}={getattr(self, f.name)!r}" for f in dataclasses.fields(self) if f.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _no_assignment(self: Any, name: str, value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _no_deletion(self: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _set_state(self: Any, state: tuple[None, dict[str, Any]]) -> None:
    """For pickle and copy, which would assign."""
    for name, value in state[1].items():
        object.__setattr__(self, name, value)
