"""From `captions/study.yaml` to the captions studied.

The file has `subjects`, `captions`, `findings` and a `scene`. Its head says what a caption's fields hold.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from readtwice.activities.caption_study.part import (
    ASKED,
    PARTS,
    Around,
    CaptionStudy,
    Fact,
    Finding,
    Put,
    Scene,
    StudiedCaption,
    Subject,
    SwapTest,
)
from readtwice.article import Article
from readtwice.figures import Figures
from readtwice.pack.folder.fields import Report, fields_of, items_of, text_of, texts_of, word_of
from readtwice.pack.folder.items import quote_from
from readtwice.pack.folder.yaml_with_lines import Lined
from readtwice.pack.item import Quote
from readtwice.words import say

NEEDED = ("subjects", "captions", "findings", "scene")
SAID = ("acts", "to", "left_out", "model")
MAYBE = ("people", "harms", "harmed", "enemy")
CAPTION = ("caption", "subject", *SAID, "praise", *MAYBE, "facts", "added", "swap")
SCENE = ("picture", "neutral", "flattering", "hostile")
NONE = "none"
NOT_GIVEN = "not given"

QuoteReader = Callable[[Lined], Quote | None]
"""Reads exact words of the caption in hand."""


def read(root: Lined, article: Article, figures: Figures, report: Report) -> CaptionStudy | None:
    """The study in a file; None, with its problems reported, where a part of it is not sound."""
    problems: list[int] = []

    def told(line: int, message: str, remedy: str) -> None:
        problems.append(line)
        report(line, message, remedy)

    fields = fields_of(root, "study", NEEDED, (), told)
    if fields is None:
        return None
    subjects = tuple(
        Subject(text_of(one, "id", told), text_of(one, "label", told))
        for node in items_of(fields["subjects"], "subjects", told)
        if (one := fields_of(node, "subject", ("id", "label"), (), told))
    )
    known = tuple(subject.id for subject in subjects)
    if len(set(known)) < len(known):
        told(fields["subjects"].line, say("problem.subject_twice"), say("remedy.give_another_id"))
    captions: dict[str, StudiedCaption] = {}
    for node in items_of(fields["captions"], "captions", told):
        caption = _caption(node, known, article, told)
        if caption and caption.block in captions:
            told(node.line, say("problem.caption_twice", block=caption.block), say("remedy.take_one_out"))
        if caption:
            captions[caption.block] = caption
    findings = tuple(_finding(node, article, told) for node in items_of(fields["findings"], "findings", told))
    scene = fields_of(fields["scene"], "scene", SCENE, ("drawing",), told)
    drawing = text_of(scene, "drawing", told) if scene and "drawing" in scene else ""
    drawn = Scene(**{name: text_of(scene, name, told) for name in SCENE}, drawing=drawing) if scene else None
    if problems or drawn is None:
        return None
    return CaptionStudy(subjects, tuple(captions.values()), tuple(filter(None, findings)), drawn)


def _caption(node: Lined, subjects: tuple[str, ...], article: Article, report: Report) -> StudiedCaption | None:
    fields = fields_of(node, "caption", CAPTION, ("around",), report)
    if fields is None:
        return None
    block = text_of(fields, "caption", report)
    captions = tuple(one.id for one in article.blocks if one.kind == "caption")
    if block not in captions:
        report(
            fields["caption"].line,
            say("problem.no_caption", block=block[:40]),
            say("remedy.use_one_of", known=", ".join(captions)),
        )
        return None

    def quote(part: Lined) -> Quote | None:
        return quote_from(Lined({block: part}, part.line), article, report)

    def quotes(name: str) -> tuple[Quote, ...]:
        if fields[name].value == NONE:
            return ()
        found = [quote(part) for part in items_of(fields[name], name, report)]
        return tuple(one for one in found if one)

    people, harms, harmed, enemy = (None if fields[name].value == NONE else quote(fields[name]) for name in MAYBE)
    facts = [_fact(part, quote, report) for part in items_of(fields["facts"], "facts", report)]
    parts = {fact.part for fact in facts if fact}
    if all(facts) and (missing := [part for part in ASKED if part not in parts]):
        report(
            fields["facts"].line,
            say("problem.no_fact_says", missing=missing[0]),
            say("remedy.add_or_not_given", not_given=NOT_GIVEN),
        )
    swap = _swap(fields["swap"], quote, report)
    if swap is None:
        return None
    acts, to, left_out, model = (text_of(fields, name, report) for name in SAID)
    around = items_of(fields["around"], "around", report) if "around" in fields else []
    return StudiedCaption(
        block,
        word_of(fields, "subject", subjects, report) if subjects else "",
        acts,
        to,
        left_out,
        quotes("praise"),
        people,
        harms,
        harmed,
        enemy,
        tuple(fact for fact in facts if fact),
        quotes("added"),
        model,
        swap,
        tuple(one for part in around if (one := _around(part, article, report))),
        fields["model"].line,
    )


def _fact(node: Lined, quote: QuoteReader, report: Report) -> Fact | None:
    fields = fields_of(node, "fact", ("part", "words"), ("also", "doubt"), report)
    if fields is None:
        return None
    part, also = word_of(fields, "part", PARTS, report), texts_of(fields, "also", report)
    doubt = text_of(fields, "doubt", report) if "doubt" in fields else ""
    if fields["words"].value != NOT_GIVEN:
        return Fact(part, quote(fields["words"]), also, doubt)
    if also or doubt:
        report(node.line, say("problem.not_given_alone", not_given=NOT_GIVEN), say("remedy.take_them_out"))
    return Fact(part)


def _around(node: Lined, article: Article, report: Report) -> Around | None:
    fields = fields_of(node, say("problem.part_around"), ("quote",), ("also",), report)
    quote = quote_from(fields["quote"], article, report) if fields else None
    return Around(quote, texts_of(fields, "also", report)) if fields and quote else None


def _swap(node: Lined, quote: QuoteReader, report: Report) -> SwapTest | None:
    fields = fields_of(node, "swap", ("put", "note"), (), report)
    if fields is None:
        return None
    puts = []
    for part in items_of(fields["put"], "put", report):
        one = fields_of(part, say("problem.part_put"), ("words", "put"), (), report)
        words = quote(one["words"]) if one else None
        if one and words:
            puts.append(Put(words, text_of(one, "put", report)))
    puts.sort(key=lambda put: put.quote.span.start)
    if any(one.quote.span.overlaps(two.quote.span) for one, two in pairwise(puts)):
        report(fields["put"].line, say("problem.put_overlaps"), say("remedy.replace_once"))
    return SwapTest(tuple(puts), text_of(fields, "note", report))


def _finding(node: Lined, article: Article, report: Report) -> Finding | None:
    fields = fields_of(node, "finding", ("say", "quotes"), (), report)
    if fields is None:
        return None
    quotes = [quote_from(part, article, report) for part in items_of(fields["quotes"], "quotes", report)]
    return Finding(text_of(fields, "say", report), tuple(one for one in quotes if one))
