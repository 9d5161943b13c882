"""deckgen's own dataclass decorator does what the standard one does."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field
from typing import Any, ClassVar

import pytest

from deckgen import records
from deckgen.records import dataclass


@dataclass(frozen=True, slots=True)
class Base:
    """A record."""

    name: str
    size: int = 3
    tags: dict[str, int] = field(default_factory=dict, compare=False)
    known: ClassVar[int] = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived(Base):
    """With more fields."""

    more: str
    quiet: str = field(default="", repr=False)


@dataclass(slots=True)
class Open:
    """Not frozen."""

    value: int = 0
    twice: int = field(init=False)

    def __post_init__(self) -> None:
        self.twice = 2 * self.value


@dataclass(frozen=True, slots=True, order=True)
class Ordered:
    """With an order."""

    first: int
    second: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Itself:
    """Equal to nothing but itself."""

    name: str


def test_fields_are_set_by_place_and_by_name() -> None:
    assert (Base("a").name, Base("a").size, Base("a").tags, Base.known) == ("a", 3, {}, 7)
    assert Base("a").tags is not Base("a").tags
    one = Derived(name="b", size=4, more="m")
    assert (one.name, one.size, one.more, one.quiet) == ("b", 4, "m", "")
    assert Open(4).twice == 8


@pytest.mark.parametrize(
    ("make", "names"),
    [
        (lambda: Base(), "name"),  # type: ignore[call-arg]
        (lambda: Base("a", 1, {}, 2), "positional"),  # type: ignore[call-arg]
        (lambda: Base("a", sise=1), "sise"),  # type: ignore[call-arg]
    ],
)
def test_wrong_arguments_are_type_errors(make: Any, names: str) -> None:
    for _ in range(2):  # by the method in waiting and by the compiled one
        with pytest.raises(TypeError, match=names):
            make()


def test_frozen_records_stay_as_they_are() -> None:
    one = Base("a")
    with pytest.raises(FrozenInstanceError):
        one.name = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del one.name
    with pytest.raises((FrozenInstanceError, AttributeError)):
        one.other = 1  # type: ignore[attr-defined]
    assert not hasattr(one, "__dict__")
    loose = Open(1)
    loose.value = 5
    assert loose.value == 5


def test_equality_hash_and_order() -> None:
    assert Base("a", 1, {"x": 1}) == Base("a", 1, {"y": 2})
    assert Base("a") != Base("b")
    assert Base("a") != Derived(name="a", more="")
    assert hash(Base("a")) == hash(Base("a"))
    assert len({Base("a"), Base("a"), Base("b")}) == 2
    assert Open(1) == Open(1)
    with pytest.raises(TypeError):
        hash(Open(1))
    assert sorted([Ordered(2), Ordered(1, 5), Ordered(1)]) == [Ordered(1), Ordered(1, 5), Ordered(2)]
    assert Itself("a") != Itself("a")
    assert len({Itself("a"), Itself("a")}) == 2


def test_it_is_a_dataclass_to_the_standard_library() -> None:
    one = Derived(name="b", more="m", quiet="q")
    assert [f.name for f in dataclasses.fields(one)] == ["name", "size", "tags", "more", "quiet"]
    assert dataclasses.replace(one, size=9).size == 9
    assert dataclasses.asdict(one) == {"name": "b", "size": 3, "tags": {}, "more": "m", "quiet": "q"}
    assert repr(one) == "Derived(name='b', size=3, tags={}, more='m')"
    assert Ordered.__match_args__ == ("first", "second")


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
@pytest.mark.parametrize("one", [Base("a", 5), Derived(name="b", more="m"), Ordered(1, 2)])
def test_records_can_be_copied_and_pickled(one: Any, copied: Any) -> None:
    again = copied(one)
    assert again == one
    assert again is not one or copied is copy.copy


def test_a_field_may_be_left_out_of_the_hash() -> None:
    @dataclass(frozen=True, slots=True)
    class Named:
        name: str
        facts: dict[str, int] = field(hash=False)

    assert hash(Named("a", {"b": 1})) == hash(Named("a", {}))
    assert Named("a", {"b": 1}) != Named("a", {})


def test_replace_is_the_standard_one() -> None:
    for record, changes in (
        (Base("a", tags={"x": 1}), {"size": 5}),
        (Derived("a", more="b"), {"quiet": "c", "name": "d"}),
        (Ordered(1), {"second": 2, "first": 3}),
        (Open(2), {"value": 4}),
        (Itself("a"), {"name": "b"}),
    ):
        made, wanted = records.replace(record, **changes), dataclasses.replace(record, **changes)
        assert type(made) is type(record)
        assert [getattr(made, f.name) for f in dataclasses.fields(made)] == [
            getattr(wanted, f.name) for f in dataclasses.fields(wanted)
        ]
    with pytest.raises(TypeError):
        records.replace(Ordered(1), third=3)


def test_the_first_records_and_later_ones_are_alike() -> None:
    @dataclass(frozen=True)
    class Many:
        a: int
        b: int = 2
        c: list[int] = field(default_factory=list)
        d: str = ""
        e: str = field(default="e", kw_only=True)
        f: int = 0

    for n in range(20):
        made = Many(n, d="d", e="E")
        assert (made.a, made.b, made.c, made.d, made.e, made.f) == (n, 2, [], "d", "E", 0)
        assert type(made) is Many
        with pytest.raises(FrozenInstanceError):
            made.a = 1
        for wrong, named in (((), {}), ((1, 2, [], "", 5, 6), {}), ((1,), {"g": 1}), ((1,), {"a": 1})):
            with pytest.raises(TypeError):
                Many(*wrong, **named)
