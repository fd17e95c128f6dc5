"""The fact-check builder: one claim, step by step, with advice beside the steps. Kept as written, never marked."""

from __future__ import annotations

from typing import Any

from readtwice.activities.fact_check.about import FACT_CHECK
from readtwice.activities.fact_check.mark import MAXIMUM_TEXT, OWN, FactCheck, Used, from_answer, to_answer
from readtwice.activities.fact_check.part import Draft, MenuClaim, fact_checks_of, the_fact_checks_of
from readtwice.activities.fact_check.warnings import is_complete, menu_claim, warnings
from readtwice.markup import Html, html, listed
from readtwice.pack import Pack
from readtwice.pack.shuffled import shuffled_for
from readtwice.page.base import CourseWidget, script
from readtwice.page.demand import Demand, words_in
from readtwice.page.kept import OFF_PAGE, TALK, found_off_page
from readtwice.page.session import Session
from readtwice.page.views import View, quote_view
from readtwice.syllabus import syllabus
from readtwice.words import say, words


class FactCheckBuilder(CourseWidget):
    """Saved under `fact-check-<claim>` whenever a step is left."""

    _esm = script(__package__, "script.js")
    name = "fact_check"
    marks = False
    phrases = ("fact_check_verdict", "fact_check_list")

    def __init__(self, session: Session) -> None:
        self._chosen = ""
        super().__init__(session)

    def build(self) -> View:
        pack = self.session.pack
        claims = held.claims if (held := fact_checks_of(pack)) else ()
        menu = [{"code": claim.id, "label": claim.topic} for claim in claims]
        menu.append({"code": OWN, "label": words()["fact_check"]["own"]})
        view: View = {"menu": menu, "chosen": self._chosen, "longest": MAXIMUM_TEXT}
        if not self._chosen:
            return view
        fact_check = saved_fact_check(self.session, self._chosen)
        claim = menu_claim(pack, fact_check)
        return view | {
            "quotes": [quote_view(pack.article, quote) for quote in claim.quotes] if claim else [],
            "offers": self._offers(claim),
            "fact_check": to_answer(fact_check),
            "warnings": [{"step": one.step, "line": one.line} for one in warnings(pack, fact_check)],
            "complete": is_complete(fact_check),
            "model": model_lines(claim) if claim and is_complete(fact_check) else [],
        }

    def asked(self) -> list[bool]:
        return [any(event.item.startswith(FACT_CHECK) for event in self.session.record.events)]

    def demand(self) -> Demand:
        return Demand(words_in(self.build()), decisions=1, texts=len(words()["fact_check"]["steps"]))

    def _offers(self, claim: MenuClaim | None) -> list[View]:
        offered = []
        learner = self.session.record.learner
        for source_id in shuffled_for(learner, claim.id, claim.offers) if claim else ():
            evidence = self.session.pack.evidence(source_id)
            if evidence is not None:
                offered.append({"id": source_id, "line": evidence.source_line, "says": getattr(evidence, "says", "")})
        return offered + self._found()

    def _found(self) -> list[View]:
        """What the learner found off the page, lesson by lesson: each with its day, to be taken along by a tick."""
        noted = []
        for lesson in syllabus().lessons:
            event = self.session.latest(OFF_PAGE + lesson.id, TALK)
            told = found_off_page(event.answer if event else None)
            if event and told["where"].strip() + told["says"].strip():
                day = event.time[:10]
                line = say("fact_check.found", lesson=lesson.id.lstrip("0") or "0", day=day, where=told["where"] or "–")
                row = {"adds": told["says"], "address": told["where"], "date": day}
                noted.append({"id": OFF_PAGE + lesson.id, "line": line, "says": told["says"], "row": row})
        return noted

    def forget(self) -> None:
        self._chosen = ""

    def receive(self, message: dict[str, Any]) -> str:
        known = (
            [OWN, *(claim.id for claim in the_fact_checks_of(self.session.pack).claims)]
            if fact_checks_of(self.session.pack)
            else [OWN]
        )
        claim_id = message["claim"]
        if claim_id not in known:
            raise ValueError("there is no such claim")
        self._chosen = claim_id
        if message["type"] == "choose":
            return say("fact_check.chosen")
        if message["type"] != "write":
            raise ValueError("a claim is chosen or written on")
        fact_check = from_answer({**message["fact_check"], "claim_id": claim_id})
        if fact_check is None:
            raise ValueError("that is no fact-check")
        if fact_check != saved_fact_check(self.session, claim_id):
            self.session.save(FACT_CHECK + claim_id, to_answer(fact_check), occasion=TALK)
        found = warnings(self.session.pack, fact_check)
        return say("fact_check.saved", count=len(found))

    def static_html(self) -> Html:
        claims = held.claims if (held := fact_checks_of(self.session.pack)) else ()
        menu, phrases = listed(f"{claim.topic}: “{claim.words}”" for claim in claims), words()["fact_check"]
        return html("<p>{}</p>{}{}", phrases["how"], menu, listed(phrases["steps"].values(), "ol"))


def saved_fact_check(session: Session, claim_id: str) -> FactCheck:
    """What is saved on a claim, or an empty fact-check of it."""
    event = session.latest(FACT_CHECK + claim_id, TALK)
    return from_answer(event.answer if event else None) or FactCheck(claim_id)


def model_lines(claim: MenuClaim) -> list[list[str]]:
    """Our own fact-check of a claim: step and text."""
    model, steps = claim.model, words()["fact_check"]["steps"]
    verdict: str = words()["fact_check_verdict"][claim.verdict]
    lines = [
        [steps["says"], model.says],
        [steps["would_settle"], model.would_settle],
        [steps["evidence"], " ".join(model.evidence)],
        [steps["computation"], model.computation],
        [steps["verdict"], say("fact_check.as_of", verdict=verdict, as_of=claim.as_of)],
        [steps["unknown"], model.unknown],
        [steps["write"], " ".join((model.fact_first, model.claim_line, model.fact_again))],
    ]
    return [line for line in lines if line[1]]


def written_draft(draft: Draft) -> FactCheck:
    """A draft by us as the fact-check that a learner could have written."""
    used = tuple(Used(source, say("draft.adds")) for source in draft.evidence)
    texts = ("verdict", "unknown", "fact_first", "claim_line", "fact_again")
    return FactCheck(draft.claim, evidence=used, **{name: getattr(draft, name) for name in texts})


def draft_rows(pack: Pack, draft: Draft) -> list[list[str]]:
    """A draft step by step: the step, and what the draft says there."""
    steps, claims = words()["fact_check"], fact_checks_of(pack)
    sources = [pack.evidence(one) for one in draft.evidence]
    lines = "; ".join(one.source_line for one in sources if one is not None)
    return [
        [steps["claim"], claims.claim(draft.claim).quote.text if claims else ""],
        [steps["steps"]["evidence"], lines or "–"],
        [steps["steps"]["verdict"], words()["fact_check_verdict"][draft.verdict]],
        [steps["steps"]["unknown"], draft.unknown or "–"],
        [steps["fact_first"], draft.fact_first],
        [steps["claim_line"], draft.claim_line],
        [steps["fact_again"], draft.fact_again or "–"],
    ]
