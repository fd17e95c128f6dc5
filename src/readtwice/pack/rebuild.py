"""Plain dataclasses out of the compiled form of a pack, led by their own type hints."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from readtwice.pack.item import Quote

T = TypeVar("T")


@cache
def hints(kind: type[Any]) -> dict[str, Any]:
    """The type of each field of a dataclass, by its name."""
    return get_type_hints(kind)  # slow, and a pack has a hundred records of a kind


def rebuild(kind: type[T], compiled: dict[str, Any], quote: Callable[[dict[str, Any]], Quote]) -> T:
    """A dataclass out of its compiled form; `quote` reads a quote. Raises KeyError and TypeError for a damaged one."""
    known = hints(kind)  # type: ignore[arg-type]
    return kind(**{name: _rebuilt(known[name], value, quote) for name, value in compiled.items()})


@cache
def _inner(hint: Any) -> Any:
    """What a tuple holds; None for anything else. Typing says it slowly, and each lesson's start asks for thousands."""
    return get_args(hint)[0] if get_origin(hint) is tuple else None


def _rebuilt(hint: Any, value: Any, quote: Callable[[dict[str, Any]], Quote]) -> Any:
    inner = _inner(hint)
    if inner is not None:
        return tuple(_rebuilt(inner, one, quote) for one in value)
    if hint is Quote:
        return quote(value)
    return rebuild(hint, value, quote) if isinstance(value, dict) else value
