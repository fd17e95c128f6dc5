"""What a part of a pack may rest on."""

from __future__ import annotations

from collections.abc import Iterator

from readtwice.pack.pack import Pack
from readtwice.pack.problem import Problem
from readtwice.words import say


def unknown_evidence(pack: Pack, file: str, where: str, evidence: tuple[str, ...]) -> Iterator[Problem]:
    """A problem for each id that is no source and no figure of the pack."""
    for one in evidence:
        if pack.evidence(one) is None:
            remedy = say("remedy.add_evidence")
            yield Problem(file, 0, where, say("problem.no_source", source=one), remedy)


def is_gradable(pack: Pack, evidence_id: str) -> bool:
    """Whether a source or figure is there, was read, and is of tier trade or better."""
    evidence = pack.evidence(evidence_id)
    return evidence is not None and evidence.is_gradable
