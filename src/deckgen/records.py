"""Dataclasses that are cheap to define.

The standard decorator compiles up to seven methods of a class when it is defined, 0.7 ms for a frozen one with slots: for our hundred records
that is more than all else that a build of ten slides does.  Here `__init__` is made when a class has several instances, from code that classes
of the same shape share, and all other methods are shared too.  To the standard library (`fields`, `replace`, `asdict`, `match`, pickle) the
classes are dataclasses.

That nothing assigns to a frozen record is held by the type checker, and by the records themselves where the environment has `DECKGEN_FROZEN`,
as in the tests: a class that forbids assignments makes each record take three times as long.
"""

from __future__ import annotations

import dataclasses
import marshal
import operator
import os
from collections.abc import Callable, Iterable
from functools import cache
from types import CodeType, FunctionType, SimpleNamespace
from typing import TYPE_CHECKING, Any, TypeVar

from .prepared import compiled

READY = "records"
_NOTHING = dataclasses.MISSING
_RECORDS: list[Any] = []
_MANY = 6  # fields
_GUARDED = bool(os.environ.get("DECKGEN_FROZEN"))
_FEW = 8  # records: to make an `__init__` takes as long as to fill so many without

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen=False, slots=True, eq=True, order=False, kw_only=False):
        """As `dataclasses.dataclass`, with slots always; every field is a parameter or `init=False`, none an `InitVar`."""
        if not slots:
            raise TypeError("records have slots")
        return lambda cls: _record(cls, frozen, eq or order, order, kw_only)


_Record = TypeVar("_Record")
_REPLACED: dict[type, tuple[Callable[[Any], tuple[Any, ...]], dict[str, int], bool]] = {}


def replace(record: _Record, /, **changes: Any) -> _Record:
    """As `dataclasses.replace`, for records all of whose fields are parameters; it takes a third of the time.

    Raises:
        TypeError: if there is no such field.
    """
    kind = type(record)
    known = _REPLACED.get(kind)
    if known is None:
        fields = dataclasses.fields(record)  # type: ignore[arg-type]
        if len(fields) < 2 or not all(f.init for f in fields):
            return dataclasses.replace(record, **changes)  # type: ignore[type-var]
        names = [f.name for f in fields]
        places = {name: n for n, name in enumerate(names)}
        known = _REPLACED[kind] = (operator.attrgetter(*names), places, any(f.kw_only for f in fields))
    values = list(known[0](record))
    for name, value in changes.items():
        if name not in known[1]:
            raise TypeError(f"{kind.__name__} has no field {name!r}")
        values[known[1][name]] = value
    return kind(**dict(zip(known[1], values, strict=True))) if known[2] else kind(*values)


def _record(cls: Any, frozen: bool, eq: bool, order: bool, kw_only: bool) -> type:
    """`cls` once more, with slots and methods."""
    own = _own_fields(cls, kw_only)
    fields: dict[str, Any] = {}
    for base in reversed(cls.__mro__[1:]):
        fields |= base.__dict__.get("__dataclass_fields__", {})
    inherited = set(fields)
    fields |= own
    body = {
        name: value
        for name, value in cls.__dict__.items()
        if name not in own and name not in ("__dict__", "__weakref__")
    }
    body |= {
        "__slots__": tuple(name for name in own if name not in inherited),
        "__dataclass_fields__": fields,
        "__dataclass_params__": SimpleNamespace(frozen=frozen, eq=eq, order=order, kw_only=kw_only),
        "__match_args__": tuple(f.name for f in fields.values() if f.init and not f.kw_only),
    }

    every, few = tuple(fields.values()), [_FEW]

    def __init__(self: Any, *values: Any, **named: Any) -> None:
        few[0] -= 1
        if few[0] < 0 or not _filled(self, every, values, named):
            made.__init__ = _init(made, list(every))  # from now on this one
            made.__init__(self, *values, **named)

    methods: dict[str, Any] = {"__init__": __init__, "__repr__": _repr}
    if eq:
        values = _values(f for f in fields.values() if f.compare)
        methods["__eq__"] = _compared(values, operator.eq)
        if "__eq__" not in body:
            hashed = _values(f for f in fields.values() if (f.compare if f.hash is None else f.hash))
            methods["__hash__"] = _hash(hashed) if frozen else None
        if order:
            for name in ("lt", "le", "gt", "ge"):
                methods[f"__{name}__"] = _compared(values, getattr(operator, name))
    if frozen and _GUARDED:
        methods |= {"__setattr__": _no_assignment, "__delattr__": _no_deletion, "__setstate__": _set_state}
    made: Any = type(cls)(cls.__name__, cls.__bases__, methods | body)
    made.__qualname__ = cls.__qualname__
    _RECORDS.append(made)
    return made  # type: ignore[no-any-return]


def _own_fields(cls: Any, kw_only: bool) -> dict[str, Any]:
    """The fields that the class itself defines, described as the standard library does it."""
    found: dict[str, Any] = {}
    for name, annotation in cls.__annotations__.items():
        if annotation.startswith(("ClassVar", "InitVar", "KW_ONLY")):
            if annotation.startswith("ClassVar"):
                continue
            raise TypeError(f"{name}: records know no {annotation}")
        field = cls.__dict__.get(name, _NOTHING)
        if not isinstance(field, dataclasses.Field):
            field = dataclasses.field(default=field)
        described: Any = field
        described.name, described.type, described._field_type = name, annotation, _KIND
        if described.kw_only is _NOTHING:
            described.kw_only = kw_only
        found[name] = described
    return found


@dataclasses.dataclass(init=False, repr=False, eq=False)
class _Sample:
    """Has one field, of which the sort (of a field, not of a class variable) is taken."""

    field: int


_KIND: Any = getattr(_Sample, "__dataclass_fields__")["field"]._field_type  # noqa: B009


def _filled(self: Any, fields: tuple[Any, ...], values: tuple[Any, ...], named: dict[str, Any]) -> bool:
    """Fill the slots of one of a class's first records, where that is plain; False leaves it, and what is wrong with it, to `__init__`."""
    if hasattr(self, "__post_init__"):
        return False
    place = used = 0
    for field in fields:
        if field.init and not field.kw_only and place < len(values):
            value = values[place]
            place += 1
        elif field.init and field.name in named:
            value = named[field.name]
            used += 1
        elif field.default_factory is not _NOTHING:
            value = field.default_factory()
        elif field.default is not _NOTHING and field.init:
            value = field.default
        elif field.init:
            return False
        else:
            continue
        object.__setattr__(self, field.name, value)
    return place == len(values) and used == len(named)


def _init(cls: Any, fields: list[Any]) -> FunctionType:
    """`__init__` of a record.

    An assignment to a slot takes a fourth of the time that any other way to set it does, and a frozen record's `__setattr__` forbids it.
    So a frozen one with many fields is of an open class with the same slots while it is made; for few fields that doesn't pay.
    """
    given, named, alone = _sorted(fields)
    every = [*given, *named, *alone]
    names: dict[str, Any] = {"nothing": _NOTHING}
    how = _how(cls, len(every))
    if how == "turned":
        opened = type(cls.__name__, (), {"__slots__": cls.__slots__})
        names |= {"turn": object.__setattr__, "opened": opened, "closed": cls}
    for n, field in enumerate(every):
        if how == "slots":
            names[f"slot{n}"] = getattr(cls, field.name).__set__
        if field.default_factory is not _NOTHING:
            names[f"make{n}"] = field.default_factory
    code = _code(*_shape(cls, fields))
    slots = {f"slot{n}": f.name for n, f in enumerate(every)} if how != "slots" else {}
    code = code.replace(
        co_varnames=("self", *(f.name for f in (*given, *named))),
        co_names=tuple(slots.get(name, name) for name in code.co_names),
    )
    defaults = [_default(f) for f in given]
    first = next((n for n, value in enumerate(defaults) if value is not _REQUIRED), len(defaults))
    if _REQUIRED in defaults[first:]:
        raise TypeError(f"{cls.__qualname__}: a field without a default follows one that has one")
    result = FunctionType(code, names, "__init__", tuple(defaults[first:]))
    result.__kwdefaults__ = {f.name: value for f in named if (value := _default(f)) is not _REQUIRED}
    result.__qualname__ = f"{cls.__qualname__}.__init__"
    return result


def _sorted(fields: Iterable[Any]) -> tuple[list[Any], list[Any], list[Any]]:
    """Fields that are parameters by place, by name, and none."""
    given, named, alone = [], [], []
    for field in fields:
        if not field.init:
            if field.default_factory is not _NOTHING:
                alone.append(field)
        elif field.kw_only:
            named.append(field)
        else:
            given.append(field)
    return given, named, alone


def _how(cls: Any, count: int) -> str:
    if not cls.__dataclass_params__.frozen or not _GUARDED:
        return "open"
    return "turned" if count >= _MANY and cls.__bases__ == (object,) else "slots"


_Shape = tuple[int, int, int, tuple[int, ...], str, bool]


def _shape(cls: Any, fields: Iterable[Any]) -> _Shape:
    """What the code of a record's `__init__` goes by: the numbers of fields by their sorts, those with factories, how they are set."""
    given, named, alone = _sorted(fields)
    every = [*given, *named, *alone]
    made = tuple([n for n, field in enumerate(every) if field.default_factory is not _NOTHING])
    return len(given), len(named), len(alone), made, _how(cls, len(every)), hasattr(cls, "__post_init__")


def shapes() -> list[tuple[Any, CodeType]]:
    """The shapes of all records that are defined so far, each with its code, to be compiled ahead."""
    every = dict.fromkeys(_shape(cls, cls.__dataclass_fields__.values()) for cls in _RECORDS)
    return [(shape, _code(*shape)) for shape in every]


@cache
def _ready() -> dict[Any, bytes]:
    """Codes by shape, compiled ahead (`precompile`)."""
    return dict(compiled(READY) or ())


_REQUIRED: Any = object()


def _default(field: Any) -> Any:
    """What stands for a parameter that isn't given: its default, or the mark that its factory is to be called."""
    if field.default is not _NOTHING:
        return field.default
    return _REQUIRED if field.default_factory is _NOTHING else _NOTHING


@cache
def _code(given: int, named: int, alone: int, made: tuple[int, ...], how: str, post: bool) -> CodeType:
    """The code of an `__init__` with so many parameters by place and by name; `made` are those with factories, `how` fields are set."""
    ahead = _ready().get((given, named, alone, made, how, post))
    if ahead is not None:
        return marshal.loads(ahead)  # type: ignore[no-any-return]
    parameters = ["self", *(f"a{n}" for n in range(given))]
    parameters += ["*", *(f"a{n}" for n in range(given, given + named))] if named else []
    rows = [" turn(self, '__class__', opened)"] if how == "turned" else []
    for n in range(given + named + alone):
        value = f"a{n}"
        if n in made:
            value = f"make{n}()" if n >= given + named else f"make{n}() if a{n} is nothing else a{n}"
        rows.append(f" slot{n}(self, {value})" if how == "slots" else f" self.slot{n} = {value}")
    if how == "turned":
        rows.append(" self.__class__ = closed")
    if post:
        rows.append(" self.__post_init__()")
    names: dict[str, Any] = {}
    exec(f"def __init__({', '.join(parameters)}):\n" + ("\n".join(rows) or " pass"), names)
    code: CodeType = names["__init__"].__code__
    return code


def _values(fields: Iterable[Any]) -> Callable[[Any], Any]:
    """What an instance is compared or hashed by."""
    names = [field.name for field in fields]
    return operator.attrgetter(*names) if names else lambda _: ()


def _compared(values: Callable[[Any], Any], how: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    def compare(self: Any, other: Any) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        if other is self and how is operator.eq:
            return True
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
