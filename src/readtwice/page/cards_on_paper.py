"""Cards on paper: an item as a question, and the same item as its answer."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Context, Decimal
from html import escape

from readtwice.figures.check import as_read, measured_in
from readtwice.marking import Answer, relations_for
from readtwice.marking.marking import source_lines
from readtwice.pack import VERDICTS, Item, Pack
from readtwice.pack.item import CLEAN, FLAWED, Computation
from readtwice.page.answers import verdict_words
from readtwice.page.check_parts import UNCHOSEN, parts_view
from readtwice.page.on_paper import card, labelled, listed, quoted, row, rules, short, text, ticks
from readtwice.page.views import View
from readtwice.words import say, words


def choices(item: Item) -> list[str]:
    """The words to choose from, in the order in which the screen has them."""
    labels: dict[str, str] = words()["sureness_button" if item.sureness else "verdict_button"][item.kind]
    return list(labels.values()) if item.sureness else [labels[verdict] for verdict in VERDICTS[item.kind]]


def relations(items: Iterable[Item]) -> str:
    """What a pair can be about, said once above its cards; nothing where there is no pair to say it of."""
    if not any(item.kind == "pair" and not item.sureness for item in items):
        return ""
    lines = []
    for verdict in (FLAWED["pair"], CLEAN["pair"]):
        button, question = words()["verdict_button"]["pair"][verdict], words()["relation_question"][verdict]
        listing = " · ".join(words()["relation"][one] for one in relations_for(verdict))
        lines.append(f"<p><strong>{escape(button)}.</strong> {escape(question)} {escape(listing)}</p>")
    return f'<div class="box label lead">{"".join(lines)}</div>'


def question(pack: Pack, item: Item, number: int, above: str = "") -> str:
    """An item as a card: quotations, box, prompt, and room for the answer. A worked item shows its steps and answer.

    `above` is HTML between the quotations and the prompt.
    """
    worked = item.use == "worked"
    body = [quoted(pack, quote, marked=worked or item.kind != "pair") for quote in item.shown]
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
    return card(item.id, say("paper.card", number=number, topic=item.topic), "".join(body))


def _room(item: Item) -> str:
    """Boxes for the verdict, and lines for what is asked after it."""
    boxes = ticks(choices(item))
    if item.sureness:
        return boxes
    if item.kind == "pair":
        return row(boxes, rules(say("paper.about")))
    return row(boxes, rules(say("paper.reason"))) + rules()


def _box(item: Item) -> str:
    if not item.box:
        return ""
    return f'<p class="box"><strong>{escape(say("feedback.box"))}:</strong> {escape(item.box)}</p>'


def _number_to_do(pack: Pack, item: Item) -> str:
    """Estimate first, then the check, then the number."""
    computation = item.computation
    if computation is None:
        return ""
    unit = measured_in(computation.unit)
    low, high = (as_read(one, computation.unit) for one in (computation.estimate_low, computation.estimate_high))
    built = "".join(
        f"<p>{escape(one['label'])}:</p>{ticks(label for code, label in _coded(one) if code != UNCHOSEN)}"
        for one in parts_view(item, computation, pack.figures)
    )
    return (
        f"<p><strong>{escape(computation.ask)}</strong></p>"
        f"{rules(say('paper.estimate', step=say('bench.step.estimate'), unit=unit, low=low, high=high))}"
        f"<p><strong>{escape(say('bench.step.build'))}</strong></p>{built}"
        f"{rules(say('bench.working'), 2)}{rules(say('bench.ask_number', unit=unit))}"
    )


def _coded(part: View) -> list[tuple[str, str]]:
    """The codes and labels of one part of a check."""
    return [(option["code"], option["label"]) for option in part["options"]]


def _number_worked(computation: Computation | None) -> str:
    if computation is None:
        return ""
    got = say("bench.we_get", shown=computation.shown)
    return f"<p><strong>{escape(computation.ask)}</strong> {escape(got)}</p>" + text(computation.perspective)


def _solution(item: Item) -> str:
    return say("feedback.solution", verdict=verdict_words(item, Answer(item.key, item.relation)))


def answer(pack: Pack, item: Item, number: int, more: str = "", sheet: str = "") -> str:
    """An item on the answer page: the key, a line for each wrong answer, why, sources, hints. `more` is HTML.

    `sheet` ends its id where a card stands on several sheets.
    """
    body = [
        f"<p><strong>{escape(_solution(item))}</strong></p>",
        text(" · ".join(short(quote) for quote in item.shown), "label"),
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
    return card(item.id + sheet, say("paper.card", number=number, topic=item.topic), "".join(body), "reply")


def _wrong(item: Item) -> str:
    """What is said to each other answer, and what it shows."""
    lines = []
    for verdict in VERDICTS[item.kind]:
        if verdict != item.key:
            option = item.options[verdict]
            shows = say("paper.misconception", misconception=option.misconception) if option.misconception else ""
            label = words()["verdict_button"][item.kind][verdict]
            lines.append(f"<li><strong>{escape(label)}:</strong> {escape(f'{option.feedback} {shows}'.strip())}</li>")
    return f"<p>{escape(say('paper.other_answers'))}</p><ul>{''.join(lines)}</ul>"


def _number_answer(computation: Computation | None) -> str:
    if computation is None:
        return ""
    low, high = (as_read(one, computation.unit) for one in (computation.low, computation.high))
    slips = [f"{as_read(_short(slip.value), computation.unit)}: {slip.feedback}" for slip in computation.slips]
    return (
        labelled(computation.ask, say("paper.counts", shown=computation.shown, low=low, high=high))
        + text(say("bench.our_working"))
        + listed(computation.working)
        + (text(say("paper.slips")) + listed(slips) if slips else "")
        + text(computation.perspective)
    )


def _short(value: Decimal) -> Decimal:
    """Three digits are enough to know a slip again."""
    return Decimal(format(Context(prec=3).create_decimal(value), "f"))


def _dissent(item: Item) -> str:
    if item.accept_dissent is None:
        return ""
    verdict = words()["verdict_button"][item.kind][item.accept_dissent.answer]
    return labelled(say("paper.dissent", verdict=verdict), item.accept_dissent.say)


def _sources(pack: Pack, item: Item) -> str:
    lines = source_lines(item, pack)
    return text(f"{say('feedback.record_says', as_of=item.as_of)}:") + listed(lines) if lines else ""
