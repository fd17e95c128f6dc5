"""Parts of a pack that belong to activities: each a file of the folder and an entry of the compiled form.

The pack holds them without knowing what is in them. An activity says in its `part.py` what it holds; a part out of the
compiled form is built when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from readtwice.pack.item import Quote
from readtwice.words import say

if TYPE_CHECKING:
    from readtwice.pack.pack import Pack

T = TypeVar("T")

QuoteOf = Callable[[dict[str, Any]], Quote]


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """What an activity holds in a pack, under a `name`; `file` is where an author writes it.

    It is one dataclass, `kind`, read and built by its type hints. An activity whose part is something else names
    `build` (from the compiled form) and `read` (from YAML: the function `read` of that module).
    """

    name: str
    file: str
    kind: type[T] | None = None
    build: Callable[[Any, QuoteOf], T] | None = None
    read: str = ""

    def of(self, pack: Pack) -> T | None:
        """This part of a pack; None where the pack has none. Raises PackError for a damaged one."""
        return pack.parts.get(self)

    def needed(self, pack: Pack) -> T:
        """This part of a pack. Raises PackError where the pack has none, or a damaged one."""
        found = self.of(pack)
        if found is None:
            from readtwice.pack.compiled import PackError

            raise PackError(say("error.pack.no_file", slug=pack.slug, file=self.file))
        return found

    def built(self, compiled: Any, quote: QuoteOf) -> T:
        """The part out of its compiled form. Raises KeyError and TypeError for a damaged one."""
        if self.build is not None:
            return self.build(compiled, quote)
        from readtwice.pack.rebuild import rebuild

        assert self.kind is not None
        return rebuild(self.kind, compiled, quote)


@dataclass(frozen=True, slots=True)
class Compiled:
    """A part as it stands in `pack.json`, not built yet, with who reads its quotes and what to call its file."""

    value: Any
    quote: QuoteOf
    file: str


class Parts:
    """The parts of one pack, by name. Two are equal where they would compile alike."""

    def __init__(self, held: Mapping[str, Any] | None = None) -> None:
        self._held = dict(held or {})

    def __repr__(self) -> str:
        return f"Parts({', '.join(sorted(self._held))})"

    def get(self, part: Part[T]) -> T | None:
        """A part, built now if it was not yet. Raises PackError for a damaged one."""
        found = self._held.get(part.name)
        if isinstance(found, Compiled):
            try:
                found = part.built(found.value, found.quote)
            except (ValueError, LookupError, TypeError, AttributeError) as error:
                from readtwice.pack.compiled import damaged

                raise damaged(self._held[part.name].file, error) from None
            self._held[part.name] = found
        return found

    def with_(self, part: Part[T], value: T | None) -> Parts:
        """A copy in which one part is another, or none."""
        others = {name: one for name, one in self._held.items() if name != part.name}
        return Parts(others if value is None else {**others, part.name: value})

    def plain(self) -> dict[str, Any]:
        """All parts ready for JSON."""
        from readtwice.pack.pack import plain

        told = {n: one.value if isinstance(one, Compiled) else plain(one) for n, one in self._held.items()}
        return {name: one for name, one in told.items() if one}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Parts) and self.plain() == other.plain()

    __hash__ = None  # type: ignore[assignment]
