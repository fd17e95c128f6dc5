"""On paper: a source beside the article's version, and the signs of machine rewriting."""

from __future__ import annotations

from readtwice.activities.drift.mark import drift_match
from readtwice.activities.drift.part import drifts_of, the_drifts_of
from readtwice.marking.matching import Match
from readtwice.markup import Html
from readtwice.pack import Pack
from readtwice.pack.paper import PaperPart
from readtwice.page.paper.matching import match_answers, match_cards
from readtwice.page.paper.parts import short, table
from readtwice.page.paper.printing import Print
from readtwice.words import say, words


def _drift(pack: Pack, part: PaperPart) -> list[Match]:
    rows = {row.id: row for row in the_drifts_of(pack).rows} if drifts_of(pack) else {}
    return [drift_match(pack, rows[one]) for one in part.of or rows]


def signs(pack: Pack, part: PaperPart) -> Html:
    """Kinds of error that fit machine rewriting, as on screen."""
    asked = words()["signs"]
    rows = [
        (one.sign, "; ".join(map(short, one.quotes)), one.by_hand, asked[one.weight])
        for one in the_drifts_of(pack).signs
    ]
    header = [asked[name] for name in ("sign", "where", "by_hand", "weight")]
    return table(header, rows, caption=asked["title"], look="fine")


def matches(pack: Pack, part: PaperPart) -> Html:
    """Rows as cards that ask what changed."""
    return match_cards(pack, _drift(pack, part), say("drift.how"))


def answers(pack: Pack, part: PaperPart) -> Html:
    """What we say to each row, why, and on what that rests."""
    return match_answers(_drift(pack, part))


def _has_rows(pack: Pack) -> object:
    held = drifts_of(pack)
    return held and held.rows


def _has_signs(pack: Pack) -> object:
    held = drifts_of(pack)
    return held and held.signs


def _knows(pack: Pack, one: str) -> bool:
    held = drifts_of(pack)
    return held is not None and one in {row.id for row in held.rows}


PRINTS = {
    "drift": Print(matches, answers, is_there=_has_rows, knows=_knows),
    "signs": Print(signs, is_there=_has_signs),
}
