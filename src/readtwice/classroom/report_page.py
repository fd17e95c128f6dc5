"""The class report in words, as one page that stands alone and prints, and as plain values for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from html import escape
from typing import Any

from readtwice.classroom.class_report import ClassReport, OnOccasion
from readtwice.publish.inert import inert
from readtwice.statistics.items import ENOUGH_LEARNERS
from readtwice.words import say, words

STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111}"
    "table{border-collapse:collapse;width:100%;font-size:.9em}caption{text-align:left;font-weight:600;padding:.6em 0}"
    "th,td{border-bottom:1px solid #888;padding:.25em .6em .25em 0;text-align:left;vertical-align:top}"
    ".first{font-size:1.15em}@media print{body{margin:0}}"
)
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def sentences(report: ClassReport) -> list[str]:
    """What a teacher can act on, the most important first."""
    if not report.occasions:
        return [say("report.nothing")]
    last = report.occasions[-1]
    lines = [_can_do(last), _habit(last)]
    if report.change:
        lines.append(_changed(report))
    elif len(report.occasions) > 1 or report.dropped:
        lines.append(say("report.no_matched", dropped=report.dropped))
    for skill, count in report.again[:2]:
        lines.append(say("report.again", what=words()["score"]["practise"][skill], count=count, of=last.learners))
    if report.learners < ENOUGH_LEARNERS:
        lines.append(say("report.few", count=report.learners, enough=ENOUGH_LEARNERS))
    return lines


def _can_do(on: OnOccasion) -> str:
    figures = on.figures
    return say(
        "report.can_do",
        learners=on.learners,
        occasion=words()["score_card"]["occasion"][on.occasion],
        kept=figures.correct_acceptances,
        sound=figures.correct_acceptances + figures.false_alarms,
        caught=figures.hits,
        flawed=figures.hits + figures.misses,
        held=figures.held_back,
    )


def _habit(on: OnOccasion) -> str:
    low, high = on.figures.criterion_interval
    told_apart = on.figures.d_prime_interval[0] > 0
    apart = say("report.apart") if told_apart else say("report.not_apart")
    habit = say("report.suspicious") if high < 0 else say("report.trusting") if low > 0 else say("report.balanced")
    return f"{habit} {apart}"


def _changed(report: ClassReport) -> str:
    assert report.change
    (_, better), (_, stricter) = report.change
    more = (
        say("report.better") if better[0] > 0 else say("report.worse") if better[1] < 0 else say("report.cannot_tell")
    )
    shift = say("report.stricter") if stricter[1] < 0 else say("report.milder") if stricter[0] > 0 else ""
    return " ".join(filter(None, (more, shift, say("report.matched", matched=report.matched, dropped=report.dropped))))


def as_json(report: ClassReport) -> dict[str, Any]:
    """The report as plain values. Intervals are 95 percent."""
    return {
        "learners": report.learners,
        "matched": report.matched,
        "dropped": report.dropped,
        "items": [asdict(one) | {"options": dict(one.options)} for one in report.items],
        "reliability": [{"set": name, **asdict(one), "alpha": one.alpha} for name, one in report.reliability],
        "discernment": [
            {
                "occasion": on.occasion,
                "learners": on.learners,
                **asdict(on.figures),
                "auc": on.auc[0] if on.auc else None,
                "auc_interval": list(on.auc[1]) if on.auc else None,
            }
            for on in report.occasions
        ],
        "change": [list(one) for one in report.change] if report.change else None,
        "misconceptions": [asdict(one) for one in report.misconceptions],
        "again": [list(one) for one in report.again],
        "rejected": [asdict(one) for one in report.rejected],
        "sentences": sentences(report),
    }


def as_page(report: ClassReport) -> str:
    """One HTML page: no script, nothing fetched, everything escaped."""
    first = "".join(f"<p class='first'>{escape(line)}</p>" for line in sentences(report))
    body = [
        f"<h1>{escape(say('report.title'))}</h1>",
        first,
        _table("discernment", ("occasion", "learners", "d_prime", "criterion", "auc"), _occasion_rows(report)),
        _table("misconceptions", ("misconception", "learners", "items"), _misconception_rows(report)),
        _table("items", ("item", "facility", "discrimination"), _item_rows(report)),
        _table("reliability", ("set", "learners", "kr20", "sem"), _reliability_rows(report)),
        _table("rejected", ("where", "reason"), ((one.where, one.reason) for one in report.rejected)),
        f"<p>{escape(say('report.note'))}</p>",
    ]
    head = (
        '<meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(say('report.title'))}</title><style>{STYLE}</style>"
    )
    return f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head><body>{"".join(body)}</body></html>\n'


def _table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = ["".join(f"<td>{escape(inert(cell))}</td>" for cell in row) for row in rows]
    if not lines:
        return ""
    head = "".join(f'<th scope="col">{escape(words()["report"]["columns"][name])}</th>' for name in columns)
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    caption = escape(words()["report"]["tables"][title])
    return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _with(value: float | None, interval: Sequence[float] | None) -> str:
    if value is None:
        return "–"
    return f"{value:.2f}" + (f" ({interval[0]:.2f} to {interval[1]:.2f})" if interval else "")


def _occasion_rows(report: ClassReport) -> Iterator[Sequence[str]]:
    for on in report.occasions:
        name = words()["score_card"]["occasion"][on.occasion]
        d, c = on.figures.d_prime_interval, on.figures.criterion_interval
        auc = _with(*on.auc) if on.auc else "–"
        yield name, str(on.learners), _with(on.figures.d_prime, d), _with(on.figures.criterion, c), auc


def _misconception_rows(report: ClassReport) -> Iterator[Sequence[str]]:
    for one in report.misconceptions:
        shown = one.misconception if len(one.items) > 1 else say("report.one_option", misconception=one.misconception)
        yield shown, str(one.learners), ", ".join(one.items)


def _item_rows(report: ClassReport) -> Iterator[Sequence[str]]:
    for one in sorted(report.items, key=lambda item: item.facility):
        facility = f"{one.right}/{one.n} ({_with(one.facility, one.facility_interval)})"
        yield one.item, facility, _with(one.discrimination, one.interval)


def _reliability_rows(report: ClassReport) -> Iterator[Sequence[str]]:
    for name, one in report.reliability:
        yield name, str(one.learners), _with(one.kr20, None), _with(one.sem, None)
