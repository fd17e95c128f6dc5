"""What the widgets send to their scripts: real views in several states, for the checks in Node."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from readtwice import classroom
from readtwice.activities.caption_study.caption_swap import CaptionSwap
from readtwice.activities.caption_study.part import study_of
from readtwice.activities.caption_study.rewrite import Rewrite
from readtwice.activities.caption_study.swap import SwapTest
from readtwice.activities.captions.widget import CaptionTagger
from readtwice.activities.cards.stories import Stories
from readtwice.activities.cards.widget import Judge
from readtwice.activities.comparison.part import comparisons_of
from readtwice.activities.comparison.widget import ComparisonLab
from readtwice.activities.drift.mark import drift_match
from readtwice.activities.drift.part import the_drifts_of
from readtwice.activities.fact_check.widget import FactCheckBuilder
from readtwice.activities.first_look.widget import FirstLook
from readtwice.activities.form.score_card_widget import ScoreCardView
from readtwice.activities.form.widget import Form
from readtwice.activities.hunt.widget import Hunt
from readtwice.activities.ledger.part import ledger_of
from readtwice.activities.ledger.widget import Ledger
from readtwice.activities.numbers.widget import NumberBench
from readtwice.activities.off_page.widget import OffPage
from readtwice.activities.own_article.widget import OwnArticle
from readtwice.activities.projector.widget import Projector
from readtwice.activities.reader.widget import Reader
from readtwice.activities.results.measured import SearchAnswers, SearchTask
from readtwice.activities.results.part import the_pages_of
from readtwice.activities.results.widget import Results
from readtwice.activities.shelf.part import the_shelf_of
from readtwice.activities.shelf.widget import SourceShelf
from readtwice.activities.timeline.part import the_timeline_of
from readtwice.activities.timeline.widget import Order
from readtwice.activities.told_apart.part import PART as TOLD_APART
from readtwice.activities.told_apart.widget import TellApart
from readtwice.activities.vote.ballots import new_number
from readtwice.activities.vote.wall import VoteWall
from readtwice.activities.vote.widget import Vote
from readtwice.classroom import verbs
from readtwice.classroom.checkup.finding import Finding
from readtwice.classroom.checkup.widget import DoctorWidget
from readtwice.course.article_map_widget import ArticleMap
from readtwice.lessons.for_teacher import ForTeacher
from readtwice.lessons.maker import Maker
from readtwice.lessons.opener import Opener
from readtwice.pack import load_pack
from readtwice.page.base import PageWidget
from readtwice.page.end import End
from readtwice.page.exports import Exports
from readtwice.page.matching import Matching
from readtwice.page.own_text import begun
from readtwice.page.session import Session
from readtwice.page.start import Start
from readtwice.record import Record
from tests.activities.numbers.number_items import us_aid
from tests.classroom.codes import CODES
from tests.specimens import exit_cards, form_pack, hegseth

OWN_TEXT = (
    "The Pond\n\nMayor Ann Bell opened the pond. 120 adults and 45 children came, 175 in total.\n\n"
    "Photo: A child swims happily\n\nMayor Eve Bell closed it on Monday, 3 March 2025."
)


@dataclass
class Payload:
    """A widget with the path of its script, below the package, and its views in the order in which they came."""

    script: str
    widget: PageWidget
    views: list[dict[str, Any]] = field(default_factory=list)

    def look(self) -> Payload:
        self.views.append(dict(self.widget.view))
        return self

    def send(self, *buffers: bytes, **message: Any) -> Payload:
        """What the page would send; the view that answers it is kept."""
        self.widget._take(None, {**message, "number": f"n{len(self.views)}"}, list(buffers))
        return self.look()

    @property
    def values(self) -> dict[str, Any]:
        """All that Node needs, as plain JSON."""
        return {
            "script": self.script,
            "esm": str(self.widget._esm),
            "words": self.widget.words,
            "views": self.views,
        }


def payloads(folder: Path) -> Iterator[Payload]:
    """Every widget, with what a learner or teacher would do in it. Records go below `folder`."""
    places = itertools.count()

    def session() -> Session:
        record = Record(folder / str(next(places)), hegseth().slug)
        record.continue_()
        return Session(hegseth(), record)

    def opened(script: str, widget: PageWidget) -> Payload:
        return Payload(script, widget).look()

    pack = hegseth()
    yield from _cards(session, opened)
    article = [("b04", "b06"), ("b07", "b11")]
    yield opened("activities/reader/script.js", Reader(session(), article))
    ledger = opened("activities/ledger/script.js", Ledger(session(), "b04", "b11", ledger_of(pack)))
    topic = ledger.views[0]["topics"][0]["id"]
    for sentence in ("b11.s1", "b06.s1"):
        ledger.send(type="pin", sentence=sentence, topic=topic)
    ledger.send(type="correct", pin=ledger.views[-1]["pins"][0]["id"], field="who", value="x" * 390)
    yield ledger
    hunt = opened("activities/hunt/script.js", Hunt(session(), ["b10.s1", "b04.s2"], "b04", "b11"))
    hunt.send(type="hunt", hunt="b10.s1", choice="none").send(type="hunt", hunt="b10.s1", choice="b08.s1")
    yield hunt.send(type="hunt", hunt="b04.s2", choice="none")
    captions = opened("activities/captions/script.js", CaptionTagger(session(), pack.captions))
    tags = ["told" if n % 2 else "" for n in range(len(captions.views[0]["captions"][0]["words"]))]
    yield captions.send(type="tags", caption=captions.views[0]["captions"][0]["id"], tags=tags)
    study = study_of(pack)
    assert study
    yield opened("activities/caption_study/caption_swap.js", CaptionSwap(session(), study.scene))
    swap = opened("activities/caption_study/swap.js", SwapTest(session(), study.caption("b12")))
    yield swap.send(type="talk", sounds="side")
    rewrite = opened("activities/caption_study/rewrite.js", Rewrite(session(), study.caption("b02")))
    yield rewrite.send(type="check", text="A brave tank in Kyiv in 2031.").send(type="model")
    for comparison in comparisons_of(pack):
        lab = opened("activities/comparison/script.js", ComparisonLab(session(), comparison))
        by = {toggle["id"]: toggle["choices"][0]["code"] for toggle in lab.views[0]["toggles"]}
        yield lab.send(type="talk", to="both", by=by)
    check = opened("activities/fact_check/script.js", FactCheckBuilder(session()))
    check.send(type="choose", claim=check.views[0]["menu"][0]["code"])
    draft = check.views[-1]["fact_check"]
    evidence = [{"source": "own", "adds": "a", "address": "b", "date": "c"}]
    check.send(type="write", claim=check.views[-1]["chosen"], fact_check={**draft, "says": "x", "evidence": evidence})
    yield check.send(type="choose", claim="own")
    own = opened("activities/own_article/script.js", OwnArticle(session().beside(begun())))
    own.send(type="text", text="").send(type="text", text=OWN_TEXT)
    own.send(type="work_out", one="¶2 120 adults", other="¶2 45 children", how="share")
    yield own.send(type="answer", key=own.views[-1]["sections"][3]["offers"][0]["key"], choice="clash")
    yield from _numbers(session, opened)
    projector = opened("activities/projector/script.js", Projector(session()))
    card = next(slide for slide in projector.views[0]["slides"] if slide["kind"] == "caption")
    counts = [[3, 1, 0] for _ in card["questions"]]
    projector.send(type="state", card=card["id"], state=[4, counts, counts])
    yield projector.send(type="new_class")
    yield from _votes(opened)
    off_page = opened("activities/off_page/script.js", OffPage(session(), "01"))
    yield off_page.send(type="found", found={"typed": "a name", "where": "a page", "says": "a line"})
    results = opened("activities/results/script.js", Results(session(), the_pages_of(pack).tasks[0]))
    first = results.views[0]["results"][0]["id"]
    results.send(type="rest")
    results.send(type="open", result=first)
    results.send(type="worth", result=first, worth=results.views[0]["worths"][0]["code"])
    yield results.send(type="verdict", verdict=results.views[0]["verdicts"][0])
    form = session().beside(load_pack("form-a"))
    task = opened("activities/results/script.js", SearchTask(form, "before"))
    said = opened("activities/results/answers.js", SearchAnswers(form, ("before",)))
    task.send(type="open", result=task.views[0]["results"][0]["id"])
    yield task.send(type="answer", sureness="think_so")
    after = SearchTask(form, "after")
    after._take(None, {"type": "open", "result": after.view["results"][0]["id"], "number": "a1"}, [])
    after._take(None, {"type": "answer", "sureness": "think_not", "number": "a2"}, [])
    yield said.look()
    told = TOLD_APART.needed(pack)
    apart = opened("activities/told_apart/script.js", TellApart(session(), "kinds", told.kinds))
    yield apart.send(type="answer", piece=told.kinds[0].id, said="satire")
    past = opened("activities/told_apart/script.js", TellApart(session(), "pictures", told.pictures))
    yield past.send(type="answer", piece=told.pictures[0].id, said="open")

    shelf = opened("activities/shelf/script.js", SourceShelf(session(), the_shelf_of(pack).tasks[0]))
    first = shelf.views[0]["cards"][0]["id"]
    shelf.send(type="open", card=first)
    shelf.send(type="adds", card=first, adds=shelf.views[0]["adds"][0]["code"])
    yield shelf.send(type="verdict", verdict=shelf.views[0]["verdicts"][0])
    order = opened("activities/timeline/script.js", Order(session(), the_timeline_of(pack).events))
    order.send(type="check", order=order.views[0]["order"])
    yield order.send(type="check", order=[event.id for event in the_timeline_of(pack).events])
    drifts = [drift_match(pack, row) for row in the_drifts_of(pack).rows]
    matching = opened("page/matching.js", Matching(session(), "Cards", "How", drifts))
    parts = matching.views[0]["cards"][0]["parts"]
    answer = {part["name"]: part["choices"][0]["code"] for part in parts}
    yield matching.send(type="answer", card=matching.views[0]["cards"][0]["id"], answer=answer)
    yield opened("page/exports.js", Exports(session(), lambda format: (f"file.{format}", "text"))).send(
        type="make", format="csv"
    )
    yield opened("activities/first_look/script.js", FirstLook(session()))
    yield opened("page/end.js", End(session()))
    here = session()
    cards = Judge(here, pack.items_for("01", "solo"))
    drawn = opened("course/article_map.js", ArticleMap(here))
    for item, verdict in zip(pack.items_for("01", "solo"), ("clash", "no_clash", "undetermined"), strict=False):
        cards._take(None, {"type": "answer", "item": item.id, "verdict": verdict, "number": item.id}, [])
    yield drawn.look()
    yield from _start(session, opened)
    yield from _classroom(opened)
    opener = opened("lessons/opener.js", Opener())
    opener.send(b"no zip", type="piece", file=0, name="a.zip", start=0)
    yield opener.send(type="load")
    made = Maker(folder / str(next(places)), lambda _pack, _what: None, lambda _pack, _key: "")
    maker = opened("lessons/maker.js", made)
    maker.send(type="text", text=" ").send(type="text", text=OWN_TEXT)
    sides = ["b02.s1", "b04.s1"]
    pair = {"kind": "pair", "key": "clash", "relation": "name or role", "sentences": sides, "topic": "who"}
    share = {"kind": "number", "key": "supported", "sentences": ["b02.s2"], "verb": "share", "figures": ["n02", "n01"]}
    maker.send(type="card", values=pair).send(type="card", values=share)
    maker.send(type="tag", block="b03", values={"quote": "happily", "tag": "added", "reason": "x"})
    changed = {"sentences": {"b02.s1": "Something else."}, "relation": "number"}
    maker.send(type="twin", card="card-01", state="flawed", values=changed)
    yield maker.send(type="edit", card="card-01", values={"explanation": "x " * 50}).send(type="save")
    shown = ForTeacher(load_pack("skate-park"), lambda _pack, _key: "")
    yield opened("lessons/for_teacher.js", shown).send(type="sheet")


def _cards(session: Any, opened: Any) -> Iterator[Payload]:
    pack, script = hegseth(), "activities/cards/script.js"
    yield opened(script, Judge(session(), pack.items_for("01", "worked")))
    yield opened(script, Judge(session(), pack.items_for("01", "faded")))
    solo = opened(script, Judge(session(), pack.items_for("01", "solo")))
    one = solo.views[0]["cards"][0]
    yield solo.send(type="answer", item=one["id"], verdict=one["verdicts"][0], hints=1).send(
        type="hint", item=one["id"]
    )
    ending = opened(script, exit_cards(session()))
    for card in ending.views[0]["cards"]:
        ending.send(type="answer", item=card["id"], sureness="think_not")
    yield ending
    stories = load_pack("short-stories")
    told = opened(script, Stories(session().beside(stories), stories.items_for("01", "solo")))
    story = told.views[0]["cards"][0]
    yield told.send(type="answer", item=story["id"], verdict="undetermined", hints=0)
    here = session().beside(form_pack())
    before = opened("activities/form/script.js", Form(here, "before"))
    review = opened("activities/form/script.js", Form(here, "before", review=True))
    after = Form(here, "after")
    score = opened("activities/form/score_card.js", ScoreCardView(here, lambda: {"waiting": "Not yet."}))
    for card in before.views[0]["cards"]:
        before.send(type="answer", item=card["id"], sureness="sure_not")
    for card in after.view["cards"]:
        after._take(None, {"type": "answer", "item": card["id"], "sureness": "think_so", "number": "n"}, [])
    yield before
    yield review.look()
    from readtwice.activities.form.score_card import compared, practice_lines, score_card
    from readtwice.activities.form.widget import cards_for

    made = [score_card(here.pack, cards_for(here, one)[1], here.record.events, one) for one in ("before", "after")]
    elsewhere = [{"learner": "000000000c", "count": 2, "last": "2026-01-01T10:00:00+00:00"}]
    sets = [
        {
            "occasion": occasion,
            "tried": card.score.tried,
            "elsewhere": elsewhere if occasion == "after" else [],
            "sentences": list(card.sentences),
            "levels": [
                {name: getattr(level, name) for name in ("sureness", "right", "of", "percent", "promise")}
                for level in card.levels
            ],
        }
        for occasion, card in zip(("before", "after"), made, strict=True)
    ]
    score.widget._make = lambda: {  # type: ignore[attr-defined]
        "waiting": "",
        "sets": sets,
        "compared": list(compared(made[0].score, made[1].score)),
        "practise": list(practice_lines(made[-1].practise)),
    }
    score.widget.show()
    yield score.look()


def _numbers(session: Any, opened: Any) -> Iterator[Payload]:
    pack, script = hegseth(), "activities/numbers/script.js"
    yield opened(script, NumberBench(session(), [us_aid(pack, "worked")])).send(
        type="estimate", item="us-aid-share-worked", text="2"
    )
    bench = opened(script, NumberBench(session(), [us_aid(pack, one) for one in ("solo", "faded", "worked")]))
    bench.send(type="estimate", item="us-aid-share-worked", text="0.01")  # with a second one, guesses are run through
    item = "us-aid-share-solo"
    bench.send(type="estimate", item=item, text="nonsense")
    bench.send(type="estimate", item=item, text="2")
    share = {"take": "b19.us-aid", "divide_by": "R88", "rate": "", "per_year": ""}
    parts = bench.views[-1]["cards"][0]["number"]["parts"]
    rate = next(part for part in parts if part["name"] == "rate")["options"][-1]["code"]
    bench.send(type="work", item=item, parts={**share, "rate": rate})
    bench.send(type="work", item=item, parts=share)
    bench.send(type="number", item=item, text="abc")
    bench.send(type="number", item=item, text="23")
    bench.send(type="number", item=item, text="0.23")
    yield bench.send(type="verdict", item=item, verdict="not_supported")
    claims = [item for item in pack.items if item.kind == "claim" and not item.sureness][:2]
    yield opened(script, NumberBench(session(), claims))


def _start(session: Any, opened: Any) -> Iterator[Payload]:
    here = session()
    start = opened("page/start.js", Start(here))
    here.save("hunt-b10-s1", "b08.s1")
    start.look().send(type="mirror", since=0)
    start.send(type="download").send(type="slip", text="no slip").send(type="ask", on=True)
    start.send(type="choose", choice="fresh")
    here.save("hunt-b10-s1", "b08.s1")
    start.look().send(type="erase")
    yield start.send(type="load", text="nothing of ours")
    asking = Record(here.record.folder, hegseth().slug)
    yield opened("page/start.js", Start(Session(hegseth(), asking)))


def _votes(opened: Any) -> Iterator[Payload]:
    device = new_number()
    with TemporaryDirectory() as folder:
        wall = opened("activities/vote/wall.js", VoteWall()).send(type="folder", path=folder)
        phone = opened("activities/vote/script.js", Vote()).send(type="join", device=device, folder=folder)
        wall.send(type="card", index=0)
        phone.widget._take(None, {"type": "look", "device": device}, [])
        card = phone.look().views[-1]
        yield phone.send(type="vote", device=device, answer=card["choices"][0]["code"], round=card["round"])
        yield wall.send(type="show")


def _classroom(opened: Any) -> Iterator[Payload]:
    report = opened("classroom/reporting/script.js", classroom.report("form-a", hegseth().slug).children[0])
    report.send(b"nothing of ours", type="piece", file=0, name="a.txt", start=0)
    yield report.send(type="make", text="\n".join(CODES))
    verbs._handed_in.clear()
    gradebook = opened("classroom/gradebooks/script.js", classroom.gradebook_column("form-a", hegseth().slug))
    yield gradebook.send(type="make", format="plain", what=[], overwrite=False)
    yield opened("classroom/slips/script.js", classroom.slips_to_print()).send(type="make", count="many")
    live = opened("classroom/live_view/script.js", classroom.live()).send(
        type="paste", text="\n".join([*CODES, "RT-broken"])
    )
    yield live.send(type="group", key=live.look().views[-1]["groups"][-1]["code"])
    states = {name: (lambda state=state: Finding("memory", state, "found", "remedy")) for name, state in _STATES}
    doctor = opened("classroom/checkup/script.js", DoctorWidget(states))
    doctor.widget._findings = {name: make() for name, make in states.items()}  # type: ignore[attr-defined]
    yield doctor.send(type="ping", mark="m")


_STATES = (("memory", "ok"), ("folder", "look"), ("versions", "broken"))
