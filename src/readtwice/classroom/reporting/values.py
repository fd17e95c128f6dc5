"""The class report as plain values, for programs. Intervals are 95 percent."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any

from readtwice.classroom.reporting.figures import (
    Card,
    ClassReport,
    Estimate,
    LessonCards,
    Measure,
    OnOccasion,
    SetReliability,
    Twins,
)
from readtwice.classroom.reporting.sentences import is_again, sentences
from readtwice.syllabus import syllabus


def as_json(report: ClassReport) -> dict[str, Any]:
    """One object. What belongs to a form says which: several forms are never mixed unless they are parallel."""
    return {
        "learners": report.learners,
        "shared": False,
        "first_day": report.first_day,
        "last_day": report.last_day,
        "sentences": sentences(report),
        "forms": [_form(measure) for measure in report.measures],
        "discernment": [
            _occasion(measure, on, matched_only=measure.compared and on.occasion != "fresh")
            for measure in report.measures
            for on in measure.occasions
        ],
        "items": [_card(card) for measure in report.measures for card in measure.cards],
        "twins": [_twins(one) for measure in report.measures for one in measure.twins],
        "reliability": [_reliability(one) for measure in report.measures for one in measure.reliability],
        "misconceptions": [
            {
                "forms": list(measure.forms),
                "misconception": one.misconception,
                "learners": one.learners,
                "items": list(one.items),
                "kind": "chose this option" if one.is_one_option else "misconception",
            }
            for measure in report.measures
            for one in measure.misconceptions
        ],
        "lessons": [_lesson(cards) for cards in report.lessons],
        "searches": [asdict(one) for one in report.searches],
        "by_slip": [asdict(one) for one in report.came],
        "not_counted": [asdict(one) for one in report.recognised],
        "rejected": [asdict(one) for one in report.rejected],
    }


def _reliability(one: SetReliability) -> dict[str, Any]:
    figures = one.figures
    told = {} if figures.is_told else {"kr20": None, "sem": None}
    shown = {**asdict(figures), "alpha": figures.alpha, **told, **({} if figures.is_told else {"alpha": None})}
    return {"set": one.name, "pack": one.pack, **shown, "kr20_interval": figures.interval and list(figures.interval)}


def _lesson(cards: LessonCards) -> dict[str, Any]:
    return {
        "pack": cards.pack,
        "lesson": cards.lesson,
        "use": cards.use,
        "learners": cards.learners,
        "finished": cards.finished,
        "answers": cards.answers,
        "right": cards.right,
        "items": [
            {
                "item": card.item.id,
                "topic": card.item.topic,
                "n": card.learners,
                "right": card.right,
                "options": dict(card.chosen),
            }
            for card in cards.cards
        ],
    }


def _form(measure: Measure) -> dict[str, Any]:
    return {
        "forms": list(measure.forms),
        "names": list(measure.names),
        "learners": measure.learners,
        "sets": [asdict(one) for one in measure.sets],
        "matched": measure.matched,
        "only_before": measure.only_before,
        "only_after": measure.only_after,
        "unfinished": measure.unfinished,
        "change": asdict(measure.change) if measure.change else None,
        "can_show": asdict(measure.bearing) if measure.bearing else None,
        "better": measure.better,
        "shift": measure.shift,
        "skills": [{**asdict(one), "lesson": syllabus().practises[one.skill]} for one in measure.skills],
        "teach": [one.skill for one in measure.skills if one.is_weak],
        "teach_again": [one.skill for one in measure.skills if is_again(one, measure)],
        "latest": _occasion(measure, measure.now, matched_only=False),
    }


CALLED = {"kept": "correct_acceptances", "caught": "hits", "levels": "sureness"}
"""What programs call some figures of an occasion; all others by the name of their field."""


def _occasion(measure: Measure, on: OnOccasion, *, matched_only: bool) -> dict[str, Any]:
    """All figures of an occasion, whatever there are: a new field stands here without being named."""
    told: dict[str, Any] = {"forms": list(measure.forms), "matched_only": matched_only, "held_back": on.held_back}
    for name, value in ((one.name, getattr(on, one.name)) for one in fields(on)):
        if isinstance(value, Estimate) or name == "auc":
            told |= _estimate(name, value)
        else:
            told[CALLED.get(name, name)] = [asdict(one) for one in value] if name == "levels" else value
    return told


def _estimate(name: str, one: Estimate | None) -> dict[str, Any]:
    interval = list(one.interval) if one and one.interval else None
    return {name: one.value if one else None, f"{name}_interval": interval}


def _card(card: Card) -> dict[str, Any]:
    figures = card.figures
    return {
        "item": card.item.id,
        "pack": card.pack,
        "form": card.form,
        "topic": card.item.topic,
        "prompt": card.item.prompt,
        "skill": card.skill,
        "n": figures.n,
        "right": figures.right,
        "facility": figures.facility,
        "facility_interval": list(figures.facility_interval),
        "discrimination": figures.discrimination,
        "interval": list(figures.interval) if figures.interval else None,
        "advises": figures.advises,
        "options": dict(figures.options),
        "sure_and_wrong": card.sure_and_wrong,
        "look_because": list(card.reasons),
    }


def _twins(one: Twins) -> dict[str, Any]:
    states = {state.state: {"n": state.n, "right": state.right} for state in one.states}
    return {"card": one.item.card, "pack": one.pack, "form": one.form, **states, **_estimate("d_prime", one.d_prime)}
