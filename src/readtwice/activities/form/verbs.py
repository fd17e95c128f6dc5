"""The verbs that measure: cards before and after the course and on a fresh text, their answers, the score card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readtwice.pack import load_pack
from readtwice.page.open import CourseError, session
from readtwice.words import say, words

if TYPE_CHECKING:
    from readtwice.activities.form.score_card_widget import ScoreCardView
    from readtwice.activities.form.widget import Form
    from readtwice.page.session import Session


def form(occasion: str, pack: str, *, whole: bool = False) -> Form:
    """The cards of a form on an occasion: `before`, `after` or `fresh`. Half of them, unless the form is one text.

    The parity of the learner's code decides which half comes first; after the course it is the other half.
    """
    from readtwice.activities.form.widget import Form

    return Form(_beside(pack, occasion), occasion, whole=whole)


def whole_form(occasion: str, first: str, second: str) -> Form:
    """A whole form: for classes that can spare 15 minutes before and after. Parity decides which form comes first."""
    from readtwice.activities.form.widget import Form

    return Form(_beside(first, occasion), occasion, whole=True, parallel=_beside(second, occasion))


def form_answers(occasion: str, pack: str, *, parallel: str = "", whole: bool = False) -> Form:
    """The cards of an occasion once more, each with the learner's answer and all that is to be said to it.

    `parallel` names the second form where whole forms were given.
    """
    from readtwice.activities.form.widget import Form

    second = _beside(parallel, occasion) if parallel else None
    return Form(_beside(pack, occasion), occasion, whole=whole or bool(parallel), review=True, parallel=second)


def score_card(pack: str, *occasions: str, parallel: str = "") -> ScoreCardView:
    """The score card for a form on one occasion or two; two are put side by side.

    It says nothing before the last card is answered, or a tap and a look at it would be feedback on each card.
    `parallel` names the second form where whole forms were given.
    """
    from readtwice.activities.form.score_card import compared, practice_lines, score_card
    from readtwice.activities.form.score_card_widget import ScoreCardView
    from readtwice.activities.form.widget import dealt_for, is_unlocked, session_for
    from readtwice.page.elsewhere import elsewhere

    whole = bool(parallel)
    sessions = [_beside(slug, *occasions) for slug in (pack, parallel) if slug]

    def make() -> dict[str, object]:
        if not all(is_unlocked(sessions, occasion, whole=whole) for occasion in occasions):
            return {"waiting": say("score.waiting")}
        opened = [(when, session_for(sessions, when)) for when in occasions]
        dealt = [(when, dealt_for(one, when, whole=whole)) for when, one in opened]
        made = [score_card(one.pack, cards, one.record.events, when) for when, (one, _, cards) in dealt]
        return {
            "waiting": "",
            "sets": [
                {
                    "occasion": occasion,
                    "tried": card.score.tried,
                    "elsewhere": (found := elsewhere(sessions, occasion) if card.score.not_tried else []),
                    "sentences": [] if found and not card.score.tried else list(card.sentences),
                    "levels": [
                        {
                            "sureness": level.sureness,
                            "right": level.right,
                            "of": level.of,
                            "percent": level.percent,
                            "promise": level.promise,
                        }
                        for level in card.levels
                    ],
                }
                for occasion, card in zip(occasions, made, strict=True)
            ],
            "compared": list(compared(made[0].score, made[1].score)) if len(made) == 2 else [],
            "practise": list(practice_lines(made[-1].practise)),
        }

    return ScoreCardView(session(), make)


def _beside(pack: str, *occasions: str) -> Session:
    known = words()["score_card"]["occasion"]
    for occasion in occasions:
        if occasion not in known:
            raise CourseError(say("error.form.no_occasion", occasion=occasion, known=", ".join(known)))
    return session().beside(load_pack(pack))
