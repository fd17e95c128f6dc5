"""Finding a figure, by its id or by what it is about; one that is not there is told with the nearest that are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from readtwice.figures.figure import Figure, Table
from readtwice.words import say

NEAREST = 3
CRITERIA = ("series", "entity", "period", "counter", "vintage")
ALSO_CALLED = {
    "united kingdom": ("uk", "u.k.", "britain", "great britain"),
    "united states": ("us", "u.s.", "usa", "america", "united states of america"),
}
"""Other names under which people look for an entity."""


class FigureNotFound(LookupError):
    """A figure that is not there, or a question that several answer; the message is one sentence that names them."""

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: the sentence, and no traceback."""
        return [str(self)]


@dataclass(frozen=True)
class Figures:
    """All figures of a pack: single ones, and wide tables whose cells are figures too."""

    rows: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()
    language: str = field(default="", compare=False)
    """That of the text which they are filled into, where it is not the one spoken."""

    def __iter__(self) -> Iterator[Figure]:
        yield from self._by_id.values()

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, figure_id: object) -> bool:
        return figure_id in self._by_id

    def __getitem__(self, figure_id: str) -> Figure:
        """The figure with this id. Raises FigureNotFound, naming ids that look like it."""
        found = self._by_id.get(figure_id)
        if found is not None:
            return found
        import difflib

        near = [known for known in self._by_id if known.startswith(f"{figure_id}.")][:NEAREST]
        near = near or difflib.get_close_matches(figure_id[:80], self._by_id, NEAREST, 0.5)
        told = say("figure.nearest", listed=_listed(near)) if near else say("figure.no_id_like")
        raise FigureNotFound(say("error.figures.no_figure", figure_id=figure_id[:40], told=told))

    def get(self, figure_id: str) -> Figure | None:
        """The figure with this id; None where there is none."""
        return self._by_id.get(figure_id)

    def where(
        self, *, series: str = "", entity: str = "", period: str = "", counter: str = "", vintage: str = ""
    ) -> tuple[Figure, ...]:
        """All figures that fit, in the order of the files; small and capital letters count alike."""
        wanted = _wanted(series, entity, period, counter, vintage)
        return tuple(
            figure for figure in self if all(_is(getattr(figure, name), text) for name, text in wanted.items())
        )

    def find(
        self, *, series: str = "", entity: str = "", period: str = "", counter: str = "", vintage: str = ""
    ) -> Figure:
        """The one figure that fits.

        Raises FigureNotFound where none fits, naming the nearest, and where several do, naming what tells them apart.
        """
        wanted = _wanted(series, entity, period, counter, vintage)
        found = self.where(**wanted)
        if found and all(_same(found[0], other) for other in found):
            return found[0]
        if found:
            told = _listed([_described(figure) for figure in found[:NEAREST]])
            raise FigureNotFound(say("error.figures.several_fit", count=len(found), asked=_asked(wanted), told=told))
        near = sorted(self, key=lambda figure: -_closeness(figure, wanted))[:NEAREST]
        told = (
            say("figure.nearest", listed=_listed([_described(figure) for figure in near]))
            if near
            else say("figure.none")
        )
        raise FigureNotFound(say("error.figures.none_fits", asked=_asked(wanted), told=told))

    def repeated_ids(self) -> tuple[str, ...]:
        """Ids that stand more than once; each finds only one of its figures."""
        seen = Counter(figure.id for figure in self._all())
        return tuple(figure_id for figure_id, count in seen.items() if count > 1)

    def _all(self) -> Iterator[Figure]:
        yield from self.rows
        for table in self.tables:
            yield from table

    @cached_property
    def _by_id(self) -> dict[str, Figure]:
        return {figure.id: figure for figure in self._all()}


def _is(said: str, asked: str) -> bool:
    asked = asked.casefold()
    return said.casefold() == asked or asked in ALSO_CALLED.get(said.casefold(), ())


def _wanted(*texts: str) -> dict[str, str]:
    return {name: text for name, text in zip(CRITERIA, texts, strict=True) if text}


def _same(one: Figure, other: Figure) -> bool:
    """Whether two figures say the same: a row and the cell of a table from which it was picked out."""
    names = (*CRITERIA, "value", "unit", "bound")
    return all(getattr(one, name) == getattr(other, name) for name in names)


def _closeness(figure: Figure, wanted: dict[str, str]) -> float:
    import difflib

    said = {name: getattr(figure, name) for name in wanted}
    return sum(
        1
        if _is(said[name], text)
        else difflib.SequenceMatcher(None, text[:80].casefold(), said[name].casefold()).ratio() / 2
        for name, text in wanted.items()
    )


def _asked(wanted: dict[str, str]) -> str:
    return ", ".join(f"{name} “{text[:40]}”" for name, text in wanted.items()) or say("figure.nothing_particular")


def _described(figure: Figure) -> str:
    parts = (figure.entity, figure.series, figure.period, figure.counter)
    return f"{', '.join(part for part in parts if part)} (`{figure.id}`)"


def _listed(names: list[str]) -> str:
    return "; ".join(name if "`" in name else f"`{name}`" for name in names)
