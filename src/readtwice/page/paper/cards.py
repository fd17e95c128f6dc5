"""Cards on paper: an item as a question, and the same item as its answer."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Context, Decimal

from readtwice.figures.check import as_read, measured_in
from readtwice.marking import Answer, relations_for
from readtwice.marking.marking import source_lines
from readtwice.markup import Html, html, joined, listed
from readtwice.pack import VERDICTS, Item, Pack
from readtwice.pack.item import CLEAN, FLAWED, Computation
from readtwice.page.answers import verdict_words
from readtwice.page.check_parts import UNCHOSEN, parts_view
from readtwice.page.paper.parts import card, labelled, row, rules, short, text, ticks
from readtwice.page.views import item_quotes, quote_html
from readtwice.words import say, words


def choices(item: Item) -> list[str]:
    """The words to choose from, in the order in which the screen has them."""
    labels: dict[str, str] = words()["sureness_button" if item.sureness else "verdict_button"][item.kind]
    return list(labels.values()) if item.sureness else [labels[verdict] for verdict in VERDICTS[item.kind]]


def relations(items: Iterable[Item]) -> Html:
    """What a pair can be about, said once above its cards; nothing where there is no pair to say it of."""
    if not any(item.kind == "pair" and not item.sureness for item in items):
        return Html()
    lines = []
    for verdict in (FLAWED["pair"], CLEAN["pair"]):
        button, question = words()["verdict_button"]["pair"][verdict], words()["relation_question"][verdict]
        listing = " · ".join(words()["relation"][one] for one in relations_for(verdict))
        lines.append(html("<p><strong>{}.</strong> {} {}</p>", button, question, listing))
    return html('<div class="box label lead">{}</div>', joined(lines))


def question(pack: Pack, item: Item, number: int, above: str = "", *, end: str = "", numbered: bool = True) -> Html:
    """An item as a card: quotations, box, prompt, and room for the answer. A worked item shows its steps and answer.

    `above` is HTML between the quotations and the prompt, `end` ends its id where a card stands on several sheets. The
    id is the card's, whichever of its states is printed: that of a state would tell which one it is. The paragraphs
    of a story are not `numbered`.
    """
    worked = item.use == "worked"
    views = item_quotes(pack.article, item, marked=worked or item.kind != "pair")
    body: list[str] = [quote_html(view if numbered else {**view, "where": ""}) for view in views]
    body += [_box(item), above, text(item.prompt)]
    steps = item.steps if worked else item.steps[: item.given]
    body.append(listed(steps, "ol"))
    if worked:
        body += [_number_worked(item.computation), labelled(_solution(item), item.options[item.key].feedback)]
        body.append(text(item.explanation))
    else:
        if item.steps:
            body.append(text(say("judge.your_turn")))
        body += [_number_to_do(pack, item), _room(item)]
    return card(item.card + end, say("paper.card", number=number, topic=item.topic), joined(body))


def _room(item: Item) -> Html:
    """Boxes for the verdict, and lines for what is asked after it."""
    boxes = ticks(choices(item))
    if item.sureness:
        return boxes
    if item.kind == "pair":
        return row(boxes, rules(say("paper.about")))
    return row(boxes, rules(say("paper.reason"))) + rules()


def _box(item: Item) -> Html:
    if not item.box:
        return Html()
    return html('<p class="box"><strong>{}:</strong> {}</p>', say("feedback.box"), item.box)


def _number_to_do(pack: Pack, item: Item) -> Html:
    """Estimate first, then the check, then the number."""
    computation = item.computation
    if computation is None:
        return Html()
    unit = measured_in(computation.unit)
    low, high = (as_read(one, computation.unit) for one in (computation.estimate_low, computation.estimate_high))
    built = joined(
        html("<p>{}:</p>{}", one["label"], ticks(o["label"] for o in one["options"] if o["code"] != UNCHOSEN))
        for one in parts_view(item, computation, pack.figures)
    )
    return (
        html("<p><strong>{}</strong></p>", computation.ask)
        + rules(say("paper.estimate", step=say("bench.step.estimate"), unit=unit, low=low, high=high))
        + html("<p><strong>{}</strong></p>{}", say("bench.step.build"), built)
        + rules(say("bench.working"), 2)
        + rules(say("bench.ask_number", unit=unit))
    )


def _number_worked(computation: Computation | None) -> Html:
    if computation is None:
        return Html()
    got = say("bench.we_get", shown=computation.shown)
    return html("<p><strong>{}</strong> {}</p>", computation.ask, got) + text(computation.perspective)


def _solution(item: Item) -> str:
    return say("feedback.solution", verdict=verdict_words(item, Answer(item.key, item.relation)))


def answer(pack: Pack, item: Item, number: int, more: str = "", sheet: str = "", *, numbered: bool = True) -> Html:
    """An item on the answer page: the key, a line for each wrong answer, why, sources, hints. `more` is HTML.

    `sheet` ends its id where a card stands on several sheets.
    """
    body: list[str] = [
        html("<p><strong>{}</strong></p>", _solution(item)),
        text(" · ".join(short(quote, numbered=numbered) for quote in item.shown), "label"),
        more,
        text(item.options[item.key].feedback),
        _wrong(item),
        _number_answer(item.computation),
        text(item.explanation),
        labelled(say("feedback.why"), item.why),
        _dissent(item),
        _sources(pack, item),
        labelled(say("paper.reasons"), ", ".join(item.reasons_accepted)),
        labelled(say("paper.hints"), " / ".join(item.hints)),
        labelled(say("feedback.next"), item.next_step),
    ]
    return card(item.card + sheet, say("paper.card", number=number, topic=item.topic), joined(body), "reply")


def _wrong(item: Item) -> Html:
    """What is said to each other answer, and what it shows."""
    lines = []
    for verdict in VERDICTS[item.kind]:
        if verdict != item.key:
            option = item.options[verdict]
            shows = say("paper.misconception", misconception=option.misconception) if option.misconception else ""
            label = words()["verdict_button"][item.kind][verdict]
            lines.append(html("<li><strong>{}:</strong> {}</li>", label, f"{option.feedback} {shows}".strip()))
    return html("<p>{}</p><ul>{}</ul>", say("paper.other_answers"), joined(lines))


def _number_answer(computation: Computation | None) -> Html:
    if computation is None:
        return Html()
    low, high = (as_read(one, computation.unit) for one in (computation.low, computation.high))
    slips = [f"{as_read(_short(slip.value), computation.unit)}: {slip.feedback}" for slip in computation.slips]
    return (
        labelled(computation.ask, say("paper.counts", shown=computation.shown, low=low, high=high))
        + text(say("bench.our_working"))
        + listed(computation.working)
        + (text(say("paper.slips")) + listed(slips) if slips else Html())
        + text(computation.perspective)
    )


def _short(value: Decimal) -> Decimal:
    """Three digits are enough to know a slip again."""
    return Decimal(format(Context(prec=3).create_decimal(value), "f"))


def _dissent(item: Item) -> Html:
    if item.accept_dissent is None:
        return Html()
    verdict = words()["verdict_button"][item.kind][item.accept_dissent.answer]
    return labelled(say("paper.dissent", verdict=verdict), item.accept_dissent.say)


def _sources(pack: Pack, item: Item) -> Html:
    lines = source_lines(item, pack)
    return text(f"{say('feedback.record_says', as_of=item.as_of)}:") + listed(lines) if lines else Html()
