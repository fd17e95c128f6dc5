"""On paper: the article, who is who, the claim ledger, the hunt, speakers, and what happened when."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from html import escape
from string import ascii_uppercase

from readtwice.authoring.paper_page import (
    blank,
    block_html,
    card,
    labelled,
    listed,
    quoted,
    row,
    rules,
    short,
    specimen,
    table,
    text,
    ticks,
)
from readtwice.marking.findings import partners
from readtwice.marking.matching import Match, drift_match, key_line, statement_match, voice_match
from readtwice.marking.ordering import ORDER, day_words, stands_before, weekday_steps, when
from readtwice.pack import Pack, Quote
from readtwice.pack.check_form import blocks_of
from readtwice.pack.paper import PaperPart
from readtwice.widgets.judge import shuffled
from readtwice.widgets.kept import HUNT
from readtwice.widgets.ledger import FIELDS, MAXIMUM_PINS
from readtwice.widgets.reader import notes_on
from readtwice.words import say, words

LEDGER_ROWS = 2
"""Empty lines for each row of the ledger: together about as many as there are pins on screen."""

TICKED = 3
"""A question with more choices has them once above its cards, with letters."""

KNOWN_DAY = "2025-01-01"
"""A day that learners know, the same as on screen."""


def reading(pack: Pack, part: PaperPart) -> str:
    """The article or some of it, then who is who in it."""
    blocks = pack.article.blocks
    parts = part.of or (f"{blocks[0].id}-{blocks[-1].id}",)
    read = [block for one in parts for block in blocks_of(pack.article, one)]
    notes = [(f"{note['name']}", note["text"]) for note in notes_on(pack, read)]
    text_ = "".join(block_html(pack, block) for block in read)
    return specimen(pack) + text_ + (_glossary(notes, say("who_is_who.title")) if notes else "")


def names(pack: Pack, part: PaperPart) -> str:
    """The named people and terms, each with its sentence."""
    known = {person.name: person.who for person in pack.people} | {term.term: term.means for term in pack.terms}
    return _glossary([(name, known[name]) for name in part.of or known], "")


def _glossary(rows: Iterable[tuple[str, str]], title: str) -> str:
    return table((say("who_is_who.name"), say("who_is_who.says")), rows, caption=title, look="fine")


def ledger(pack: Pack, part: PaperPart) -> str:
    """The claim ledger as empty tables, one for each row on screen."""
    columns = _ledger_columns()
    empty = [[""] * len(columns)] * LEDGER_ROWS
    tables = (
        f'<div class="keep">{labelled(topic.label, topic.question)}{table(columns, empty, look="open")}</div>'
        for topic in pack.ledger
    )
    return text(say("paper.ledger", maximum=MAXIMUM_PINS), "lead") + "".join(tables)


def _ledger_columns() -> list[str]:
    return [say(f"ledger.columns.{name}") for name in ("where", "quote", *FIELDS)]


def ledger_answers(pack: Pack, part: PaperPart) -> str:
    """The prepared rows: what each sentence says, as it stands."""
    columns = _ledger_columns()
    tables = []
    for topic in pack.ledger:
        rows = [
            [quote.partition(" ")[0], quote.partition(" ")[2], *(getattr(entry, name) for name in FIELDS)]
            for entry in topic.entries
            for quote in (short(entry.quote),)
        ]
        tables.append(table(columns, rows, caption=f"{topic.label}: {topic.question}", look="fine"))
    return text(say("paper.ledger_answers")) + "".join(tables)


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


def hunt(pack: Pack, part: PaperPart) -> str:
    """A sentence, and lines for its partner."""
    cards = (
        card(name, title, quoted(pack, quote, marked=False) + rules(say("paper.partner")) + ticks([say("hunt.none")]))
        for name, title, quote, _ in _hunts(pack, part)
    )
    return text(say("hunt.how"), "lead") + "".join(cards)


def hunt_answers(pack: Pack, part: PaperPart) -> str:
    """All partners that the key holds, each with the item that says so."""
    cards = []
    for name, title, quote, within in _hunts(pack, part):
        found = partners(pack, quote.sentence, within)
        lines = [f"{item.id}: {' · '.join(map(short, item.shown))} {item.explanation}" for item in found.values()]
        body = listed(dict.fromkeys(lines)) or text(f"{say('heading.no_partner')} {say('line.no_partner')}")
        cards.append(card(name, title, text(short(quote), "label") + body, "reply"))
    return "".join(cards) + text(f"{say('heading.own_finding')} {say('line.own_finding')}")


def speakers(pack: Pack, part: PaperPart) -> str:
    """Paragraphs with each stretch of words underlined and its speaker after it, as a worked example."""
    assert pack.voices is not None
    labels = {speaker.id: speaker.label for speaker in pack.voices.speakers}
    paragraphs = []
    for block_id in part.of:
        block = pack.article.block(block_id)
        pieces, at = [], block.start
        for voice in sorted(pack.voices.within((block_id,)), key=lambda one: one.quote.span.start):
            label = escape(say("voices.label", speaker=labels[voice.speaker]))
            pieces.append(escape(pack.article.text[at : voice.quote.span.start]))
            pieces.append(f'<span class="seen">{escape(voice.quote.text)}</span> <strong>{label}</strong>')
            at = voice.quote.span.end
        pieces.append(escape(pack.article.text[at : block.end]))
        paragraphs.append(f"<p>{say('feedback.paragraph', number=int(block_id[1:]))} {''.join(pieces)}</p>")
    return specimen(pack) + "".join(paragraphs)


def _voices(pack: Pack, part: PaperPart) -> list[Match]:
    if pack.voices is None:
        return []
    found = pack.voices.within(part.of) if part.of else pack.voices.quotes
    return [voice_match(pack, voice) for voice in found]


def _dates(pack: Pack, part: PaperPart) -> list[Match]:
    return [statement_match(pack, one) for one in pack.timeline.statements] if pack.timeline else []


def _drift(pack: Pack, part: PaperPart) -> list[Match]:
    rows = {row.id: row for row in pack.drifts.rows} if pack.drifts else {}
    return [drift_match(pack, rows[one]) for one in part.of or rows]


MATCHES: dict[str, Callable[[Pack, PaperPart], list[Match]]] = {"voices": _voices, "dates": _dates, "drift": _drift}
"""The parts that are cards with short questions, and where their cards come from."""


def _how(does: str) -> str:
    """What is asked on all cards of a part."""
    return {"voices": say("voices.how"), "dates": say("timeline.how"), "drift": say("drift.how")}[does]


def matches(pack: Pack, part: PaperPart) -> str:
    """Cards with short questions. Where a question has many choices, they stand above all cards with letters."""
    found = MATCHES[part.does](pack, part)
    long = [one for one in found[0].parts if len(one.choices) > TICKED]
    legend = "".join(
        f'<div class="box keep lead"><p><strong>{escape(one.label)}</strong></p>'
        f'<ol class="letters">{"".join(f"<li>{escape(label)}</li>" for label in one.choices.values())}</ol></div>'
        for one in long
    )
    return (
        text(_how(part.does), "lead")
        + legend
        + "".join(_match(pack, one, number) for number, one in enumerate(found, start=1))
    )


def _match(pack: Pack, match: Match, number: int) -> str:
    body = []
    if match.original:
        body += [labelled(say("matching.source"), match.original), text(match.source, "label")]
        body.append(text(f"{say('matching.article')}:"))
    body += [quoted(pack, match.quote), text(match.asks)]
    for one in match.parts:
        if len(one.choices) > TICKED:
            body.append(blank(say("paper.letter", question=one.label, last=ascii_uppercase[len(one.choices) - 1])))
        else:
            body.append(row(text(one.label), ticks(one.choices.values())))
    body[-len(match.parts) :] = [row(*body[-len(match.parts) :])]
    return card(match.id, say("paper.numbered", number=number), "".join(body))


def match_answers(pack: Pack, part: PaperPart) -> str:
    """What we say to each card, why, and on what that rests."""
    cards = []
    for number, one in enumerate(MATCHES[part.does](pack, part), start=1):
        body = text(short(one.quote), "label") + text(say("matching.we_say", answers=key_line(one))) + text(one.why)
        cards.append(card(one.id, say("paper.numbered", number=number), body + listed(one.sources), "reply"))
    return "".join(cards)


def order(pack: Pack, part: PaperPart) -> str:
    """The events of the timeline, out of order, each with room for its place."""
    assert pack.timeline is not None
    rows = [[event.line, ""] for event in shuffled(pack.timeline.events)]
    asked = table((say("paper.event"), say("paper.place", count=len(rows))), rows)
    return text(say("order.how"), "lead") + card(ORDER, say("order.name"), asked, "keep")


def order_answers(pack: Pack, part: PaperPart) -> str:
    """The events in order, with days and sources; those that may stand either way share a place."""
    assert pack.timeline is not None
    rows, events = [], sorted(pack.timeline.events, key=when)
    for place, event in enumerate(events):
        tied = place and stands_before(event, events[place - 1])
        source = pack.evidence(event.source)
        rows.append(
            ["=" if tied else str(place + 1), event.line, day_words(event.day), source.source_line if source else ""]
        )
    header = (say("paper.place", count=len(rows)), say("paper.event"), say("paper.day"), words()["shelf"]["source"])
    return card(ORDER, say("order.name"), table(header, rows, look="fine"), "reply")


def weekday(pack: Pack, part: PaperPart) -> str:
    """A day whose weekday is asked, from one that is known: room for the count."""
    return "".join(
        '<div class="card">'
        + text(say("weekday.known", day=day_words(KNOWN_DAY)))
        + text(say("paper.weekday", day=_day(day)))
        + "".join(rules(say(f"paper.weekday_steps.{step}")) for step in ("days", "weeks", "rest", "so"))
        + "</div>"
        for day in part.of
    )


def weekday_answers(pack: Pack, part: PaperPart) -> str:
    """The count, step by step."""
    return "".join(listed(weekday_steps(KNOWN_DAY, day), "ol") for day in part.of)


def _day(day: str) -> str:
    """A date without its weekday."""
    read = date.fromisoformat(day)
    return say("paper.date", day=read.day, month=words()["weekday"]["months"][read.month - 1], year=read.year)
