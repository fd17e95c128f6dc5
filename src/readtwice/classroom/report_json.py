"""The class report as plain values, for programs. Hidden values are null. Intervals are 95 percent."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from readtwice.classroom.report_figures import (
    Card,
    ClassReport,
    Estimate,
    Measure,
    OnOccasion,
    SetReliability,
    SureLevel,
)
from readtwice.classroom.report_sentences import sentences


def as_json(report: ClassReport) -> dict[str, Any]:
    """One object. What belongs to a form says which: several forms are never mixed unless they are parallel.

    Where it is shared, figures have two decimals: all the digits of one may tell the counts that it was made from.
    """
    document = {
        "learners": report.learners,
        "shared": report.is_shared,
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
        "reliability": [
            _reliability(one, is_shared=report.is_shared) for measure in report.measures for one in measure.reliability
        ],
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
        "rejected": [asdict(one) for one in report.rejected],
    }
    return dict(_rounded(document)) if report.is_shared else document


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _rounded(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(one) for one in value]
    return round(value, 2) if isinstance(value, float) else value


def _reliability(one: SetReliability, *, is_shared: bool) -> dict[str, Any]:
    """Without mean and spread where it is shared: they tell how many answers were wrong on one occasion."""
    found = {"set": one.name, "pack": one.pack, **asdict(one.figures), "alpha": one.figures.alpha}
    return found | ({"mean": None, "sd": None} if is_shared else {})


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
        "better": measure.better,
        "shift": measure.shift,
        "teach_again": [asdict(one) for one in measure.again],
        "latest": _occasion(measure, measure.now, matched_only=False),
    }


def _occasion(measure: Measure, on: OnOccasion, *, matched_only: bool) -> dict[str, Any]:
    return {
        "forms": list(measure.forms),
        "occasion": on.occasion,
        "matched_only": matched_only,
        "learners": on.learners,
        "hits": on.caught.answers,
        "misses": on.misses.answers,
        "false_alarms": on.false_alarms.answers,
        "correct_acceptances": on.kept.answers,
        "held_back": on.held_back,
        "rightly_held_back": on.rightly_held_back.answers,
        **_estimate("d_prime", on.d_prime),
        **_estimate("criterion", on.criterion),
        **_estimate("auc", on.auc),
        "sureness": [_level(level) for level in on.levels],
    }


def _estimate(name: str, one: Estimate | None) -> dict[str, Any]:
    interval = list(one.interval) if one and one.interval else None
    return {name: one.value if one else None, f"{name}_interval": interval}


def _level(level: SureLevel) -> dict[str, Any]:
    return {"sureness": level.sureness, "right": level.right.answers, "wrong": level.wrong.answers}


def _card(card: Card) -> dict[str, Any]:
    figures = card.figures
    return {
        "item": card.item.id,
        "pack": card.pack,
        "form": card.form,
        "topic": card.item.topic,
        "prompt": card.item.prompt,
        "skill": card.skill,
        "n": figures.n if figures else None,
        "right": figures.right if figures else None,
        "facility": figures.facility if figures else None,
        "facility_interval": list(figures.facility_interval) if figures else None,
        "discrimination": figures.discrimination if figures else None,
        "interval": list(figures.interval) if figures and figures.interval else None,
        "advises": figures.advises if figures else None,
        "options": dict(card.options) if card.options is not None else None,
        "sure_and_wrong": card.sure_and_wrong,
        "look_because": list(card.reasons),
    }
