"""On paper: a page of results, with what stands behind each as a strip to be handed out when somebody opens it."""

from __future__ import annotations

from collections.abc import Sequence

from readtwice.activities.results.part import LABELLED, Page, Result, Task, page_for, pages_of
from readtwice.markup import Html, html, joined, listed
from readtwice.pack import VERDICTS, Pack
from readtwice.pack.paper import PaperPart
from readtwice.page.paper.parts import card, labelled, row, rules, table, text, ticks, titled
from readtwice.page.paper.parts import part as part_html
from readtwice.page.paper.printing import Print
from readtwice.words import say, words


def _tasks(pack: Pack) -> dict[str, Task]:
    """The tasks of lessons by id. Those that measure stand on the sheets of their form."""
    held = pages_of(pack)
    return {task.id: task for task in held.tasks if not task.half} if held else {}


def _pages(pack: Pack, part: PaperPart) -> list[Page]:
    tasks = _tasks(pack)
    return [page_for(tasks[one]) for one in part.of or tasks]


def sheet(pack: Pack, part: PaperPart) -> Html:
    """Each claim with what a search shows."""
    return text(say("paper.results"), "lead") + joined(
        _claim(page, number) for number, page in enumerate(_pages(pack, part), start=1)
    )


def _label(result: Result) -> str:
    return f"{words()['results_kind'][result.kind]}: " if result.kind in LABELLED else ""


def result_rows(page: Page) -> Html:
    """The claim, what was typed, and each result on a line of its own with room to note what it is good for."""
    asked = words()["results"]
    rows = [[f"{_label(one)}{one.title} · {one.address} · {one.snippet} ({one.id})", "", ""] for one in page.results]
    body = text(page.task.claim) + text(say("results.typed", typed=page.task.typed), "label")
    body += text(say("paper.results_budget", budget=page.task.budget))
    return body + table((asked["result"], asked["opened_column"], asked["worth"]), rows, look="fine faces")


def strips(page: Page, end: str = "") -> Html:
    """What stands behind each result, to be cut apart."""
    asked = words()["results"]
    return joined(
        html(
            '<section class="card cut">{}{}{}</section>',
            titled(f"{page.task.id}-{one.id}{end}", one.title),
            labelled(asked["behind"], one.behind),
            labelled(asked["says"], one.page),
        )
        for one in page.results
    )


def _claim(page: Page, number: int) -> Html:
    asked = words()["results"]
    body = result_rows(page)
    body += text(say("paper.adds", adds=" · ".join(words()["results_worth"].values())), "label")
    choices = [words()["verdict_button"]["claim"][one] for one in VERDICTS["claim"]]
    body += row(text(asked["verdict"]), ticks(choices), rules(say("paper.reason")))
    return card(page.task.id, say("paper.card", number=number, topic=page.task.topic), body)


def answers(pack: Pack, part: PaperPart) -> Html:
    """The key of each claim, and what each page is good for."""
    worth = words()["results_worth"]
    return joined(
        card(
            page.task.id,
            say("paper.card", number=number, topic=page.task.topic),
            labelled(words()["verdict_button"]["claim"][page.state.verdict], page.state.why)
            + listed(f"{one.title} ({one.id}): {worth[one.worth]}. {one.why}" for one in page.results),
            "reply",
        )
        for number, page in enumerate(_pages(pack, part), start=1)
    )


def _end(pack: Pack, parts: Sequence[PaperPart]) -> Html:
    made = joined(strips(page) for part in parts for page in _pages(pack, part))
    return part_html(say("paper.strips_to_cut"), text(say("paper.cut_results")) + made, "new-page")


def _knows(pack: Pack, one: str) -> bool:
    return one in _tasks(pack)


OF_LESSONS = Print(sheet, answers, is_there=_tasks, knows=_knows, at_end=_end)
