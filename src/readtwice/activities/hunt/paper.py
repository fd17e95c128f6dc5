"""On paper: a sentence, and lines for its partner."""

from __future__ import annotations

from collections.abc import Iterable

from readtwice.activities.hunt.mark import partners
from readtwice.markup import Html, joined, listed
from readtwice.pack import Pack, Quote
from readtwice.pack.paper import PaperPart
from readtwice.page.kept import HUNT
from readtwice.page.paper.parts import card, quoted, rules, short, text, ticks
from readtwice.page.paper.printing import Print, is_range
from readtwice.words import say


def _hunts(pack: Pack, part: PaperPart) -> Iterable[tuple[str, str, Quote, tuple[str, ...]]]:
    """Each start of a hunt: its id on screen, its title, its sentence, and the sentences to search."""
    within, *starts = part.of
    first, _, last = within.partition("-")
    sentences = tuple(one.id for one in pack.article.sentences_of(first, last))
    for number, start in enumerate(starts, start=1):
        sentence = pack.article.sentence(start)
        quote = Quote(sentence.block, sentence.id, pack.article.quote(sentence), sentence.span)
        title = say("hunt.progress", number=number, count=len(starts))
        yield HUNT + start.replace(".", "-"), title, quote, tuple(one for one in sentences if one != start)


def hunt(pack: Pack, part: PaperPart) -> Html:
    """A sentence, and lines for its partner."""
    cards = (
        card(name, title, quoted(pack, quote, marked=False) + rules(say("paper.partner")) + ticks([say("hunt.none")]))
        for name, title, quote, _ in _hunts(pack, part)
    )
    return text(say("hunt.how"), "lead") + joined(cards)


def hunt_answers(pack: Pack, part: PaperPart) -> Html:
    """All partners that the key holds, each with the item that says so."""
    cards = []
    for name, title, quote, within in _hunts(pack, part):
        found = partners(pack, quote.sentence, within)
        lines = [f"{item.id}: {' · '.join(map(short, item.shown))} {item.explanation}" for item in found.values()]
        body = listed(dict.fromkeys(lines)) or text(f"{say('heading.no_partner')} {say('line.no_partner')}")
        cards.append(card(name, title, text(short(quote), "label") + body, "reply"))
    return joined(cards) + text(f"{say('heading.own_finding')} {say('line.own_finding')}")


def _knows(pack: Pack, one: str) -> bool:
    return is_range(pack, one) or one in {sentence.id for sentence in pack.article.sentences}


PRINTS = {"hunt": Print(hunt, hunt_answers, knows=_knows, whole=False)}
