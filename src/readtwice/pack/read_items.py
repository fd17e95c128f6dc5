"""From a file such as `items/01/solo.yaml` to items, with a problem for all that a kind lacks or does not know."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from readtwice.article import Article
from readtwice.figures import Figures
from readtwice.pack.item import (
    AGREEMENTS,
    CLEAN,
    DISAGREEMENTS,
    FAVOURS,
    FIELDS,
    JUDGED_BY,
    KINDS,
    LESSON,
    MAXIMUM_EXPLANATION_WORDS,
    REASONS,
    UNDETERMINED,
    USES,
    VERDICTS,
    Dissent,
    Item,
    Option,
    Quote,
)
from readtwice.pack.problem import Problem
from readtwice.pack.read_computation import computation_of
from readtwice.pack.read_fields import Report, count_of, said_in, text_of, texts_of, word_of, words_of
from readtwice.pack.read_twins import entries
from readtwice.pack.yaml_with_lines import Lined

ITEM_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def read_items(root: Lined, file: str, article: Article, problems: list[Problem], figures: Figures) -> list[Item]:
    """All sound items of one file, twins among them. What is wrong with the others goes into `problems`."""
    if not isinstance(root.value, list):
        problems.append(Problem(file, root.line, "", "the file is not a list of items", "Begin each item with `- id:`"))
        return []
    items = []
    for written in root.value:
        item_id = _item_id(written)
        before = len(problems)

        def report(line: int, message: str, remedy: str, item_id: str = item_id) -> None:
            problems.append(Problem(file, line, item_id, message, remedy))

        found = [
            (_read_item(one.node, file, one.article, figures, report), one.twin)
            for one in entries(written, article, report)
        ]
        if len(problems) == before:
            items += [replace(item, twin=twin) if twin else item for item, twin in found if item is not None]
    return items


def _item_id(node: Lined) -> str:
    if isinstance(node.value, dict) and "id" in node.value and isinstance(node.value["id"].value, str):
        return node.value["id"].value
    return "?"


def _read_item(node: Lined, file: str, article: Article, figures: Figures, report: Report) -> Item | None:
    if not isinstance(node.value, dict):
        report(node.line, "an item is not a list of `name: value` lines", "Begin it with `- id:`")
        return None
    fields: dict[str, Lined] = node.value
    kind = word_of(fields, "kind", KINDS, report)
    if not kind:
        if "kind" not in fields:
            report(node.line, "the item has no `kind`", f"Add one of: {', '.join(KINDS)}")
        return None
    known = {field.name: field for field in FIELDS}
    for name, value in fields.items():
        if name not in known:
            report(value.line, f"`{name}` is not a field of an item", "Correct the spelling or take it out")
        elif known[name].need(kind) == "never":
            report(value.line, f"a {kind} has no `{name}`", "Take it out")
    missing = [f.name for f in FIELDS if f.need(kind) == "required" and f.name not in fields]
    for name in missing:
        report(node.line, f"a {kind} needs `{name}`", f"Add it: {known[name].meaning}")
    if missing:
        return None

    item_id = text_of(fields, "id", report)
    if item_id and not ITEM_ID.fullmatch(item_id):
        report(fields["id"].line, f"`{item_id}` is not an id", "Use small letters, digits and hyphens")
    key = word_of(fields, "key", VERDICTS[kind], report)
    relation = word_of(fields, "relation", DISAGREEMENTS + AGREEMENTS, report) if kind == "pair" else ""
    if relation and key and (relation in AGREEMENTS) != (key == CLEAN["pair"]):
        wanted = AGREEMENTS if key == CLEAN["pair"] else DISAGREEMENTS
        report(fields["relation"].line, f"relation `{relation}` does not fit key `{key}`", f"Use: {', '.join(wanted)}")
    explanation = said_in(fields, "explanation", figures, report)
    if len(explanation.split()) > MAXIMUM_EXPLANATION_WORDS:
        report(
            fields["explanation"].line,
            f"the explanation has {len(explanation.split())} words, more than {MAXIMUM_EXPLANATION_WORDS}",
            "Shorten it and put the rest into `why`",
        )
    hints = texts_of(fields, "hints", report, figures)
    if len(hints) != 3 and isinstance(fields["hints"].value, list):
        report(fields["hints"].line, f"there are {len(hints)} hints", "Write three, from a nudge to nearly the answer")
    steps = texts_of(fields, "steps", report, figures)
    use = word_of(fields, "use", USES, report)
    given = count_of(fields, "given", report)
    if use in ("worked", "faded") and not steps:
        report(node.line, f"a {use} item needs `steps`", "Write the reasoning line by line")
    elif use == "faded" and not 0 < given < len(steps):
        report(
            node.line, f"a faded item needs `given` between 1 and {max(1, len(steps) - 1)}", "Say how many steps show"
        )
    as_of = text_of(fields, "as_of", report) if "as_of" in fields else ""
    if as_of and not _is_date(as_of):
        report(fields["as_of"].line, f"`{as_of}` is not a date", "Write it as YYYY-MM-DD")
    evidence = texts_of(fields, "evidence", report)
    judged_by = word_of(fields, "judged_by", JUDGED_BY, report)
    has_own_record = use != "form"  # the box of an invented story stands in form.yaml and is its whole record
    if judged_by in ("box", "shelf") and has_own_record and not evidence:
        report(
            fields["judged_by"].line,
            f"judged by {judged_by}, but no `evidence` is named",
            "Name at least one source or figure",
        )
    if evidence and not as_of:
        report(fields["evidence"].line, "evidence is named without its date", "Add `as_of: YYYY-MM-DD`")
    dissent = _dissent(fields, kind, key, figures, report)
    sides = _sides(fields, article, report) if kind == "pair" else ()
    targets = _quotes(fields["targets"], article, report) if kind != "pair" else ()
    box = said_in(fields, "box", figures, report) if "box" in fields else ""
    if judged_by == "box" and has_own_record and not box and "box" not in fields:
        report(fields["judged_by"].line, "judged by box, but there is no `box`", "Write what the record shows")
    return Item(
        id=item_id,
        revision=count_of(fields, "revision", report),
        entry=text_of(fields, "entry", report) if "entry" in fields else "",
        lesson=_lesson(fields, report),
        use=use,
        kind=kind,
        topic=text_of(fields, "topic", report),
        prompt=text_of(fields, "prompt", report),
        sides=sides,
        targets=targets,
        computation=computation_of(fields["computation"], figures, report) if kind == "number" else None,
        box=box,
        key=key,
        relation=relation,
        judged_by=judged_by,
        reasons_accepted=words_of(fields, "reasons_accepted", REASONS, report),
        options=_options(fields["options"], kind, (key, dissent.answer if dissent else ""), figures, report),
        explanation=explanation,
        why=said_in(fields, "why", figures, report) if "why" in fields else "",
        evidence=evidence,
        next_step=said_in(fields, "next_step", figures, report),
        hints=hints,
        favours=word_of(fields, "favours", FAVOURS, report),
        sureness=word_of(fields, "sureness", ("yes", "no"), report) == "yes",
        as_of=as_of,
        accept_dissent=dissent,
        steps=steps,
        given=given,
        file=file,
        line=node.line,
    )


def _lesson(fields: dict[str, Lined], report: Report) -> str:
    text = text_of(fields, "lesson", report)
    if text and not LESSON.fullmatch(text):
        report(fields["lesson"].line, f"`{text}` is not a lesson", "Write two digits, such as 01")
    return text


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def quote_from(node: Lined, article: Article, report: Report) -> Quote | None:
    """A quote written as `b06: exact words`. None, with a problem reported, where it does not stand there once."""
    if not isinstance(node.value, dict) or len(node.value) != 1:
        report(node.line, "a quote is not written as `block: exact words`", "Write, for example, `- b06: the words`")
        return None
    (block_id, words) = next(iter(node.value.items()))
    if not isinstance(words.value, str) or not words.value.strip():
        report(words.line, f"the quote from {block_id} is empty", "Copy the exact words from the article")
        return None
    try:
        span = article.find_in_block(block_id, words.value)
    except KeyError:
        last = article.blocks[-1].id
        report(words.line, f"there is no block `{block_id}`", f"Blocks run from {article.blocks[0].id} to {last}")
        return None
    except ValueError as error:
        report(
            words.line,
            f"{error}: “{' '.join(words.value.split())[:50]}”",
            "Copy exact words, curly quotes too, long enough to stand there once",
        )
        return None
    sentence = article.sentence_at(span)
    if span.end > sentence.end:
        report(words.line, f"the quote runs over the end of {sentence.id}", "Keep each quote inside one sentence")
        return None
    return Quote(block_id, sentence.id, article.quote(span), span)


def _quotes(node: Lined, article: Article, report: Report) -> tuple[Quote, ...]:
    if not isinstance(node.value, list) or not node.value:
        report(node.line, "a list of quotes is missing", "Write each as `- b06: exact words`")
        return ()
    quotes = [quote_from(part, article, report) for part in node.value]
    return tuple(quote for quote in quotes if quote is not None)


def _sides(fields: dict[str, Lined], article: Article, report: Report) -> tuple[tuple[Quote, ...], ...]:
    node = fields["sides"]
    if not isinstance(node.value, list) or len(node.value) != 2:
        report(node.line, "a pair does not have two sides", "Write two lists of quotes under `sides`")
        return ()
    sides = tuple(_quotes(side, article, report) for side in node.value)
    if all(sides) and {q.sentence for q in sides[0]} & {q.sentence for q in sides[1]}:
        report(node.line, "the same sentence stands on both sides", "A pair compares two different sentences")
    return sides


def _options(node: Lined, kind: str, accepted: tuple[str, str], figures: Figures, report: Report) -> dict[str, Option]:
    if not isinstance(node.value, dict):
        report(node.line, "`options` does not name the verdicts", f"Write one for each of: {', '.join(VERDICTS[kind])}")
        return {}
    options = {}
    for verdict in VERDICTS[kind]:
        if verdict not in node.value:
            report(node.line, f"no feedback for the answer `{verdict}`", f"Add `{verdict}:` under `options`")
            continue
        option = node.value[verdict]
        if not isinstance(option.value, dict) or "feedback" not in option.value:
            report(
                option.line, f"the option `{verdict}` has no `feedback`", "Say what a learner who chose it should hear"
            )
            continue
        for name, value in option.value.items():
            if name not in ("feedback", "misconception"):
                report(value.line, f"`{name}` is not a field of an option", "Use `feedback` and `misconception`")
        misconception = text_of(option.value, "misconception", report) if "misconception" in option.value else ""
        if not misconception and verdict not in (*accepted, UNDETERMINED) and accepted[0] not in ("", UNDETERMINED):
            report(option.line, f"the wrong answer `{verdict}` names no `misconception`", "Say which idea it shows")
        feedback = said_in(option.value, "feedback", figures, report)
        if len(feedback.split()) > MAXIMUM_EXPLANATION_WORDS:
            message = (
                f"the feedback to `{verdict}` has {len(feedback.split())} words, more than {MAXIMUM_EXPLANATION_WORDS}"
            )
            report(option.line, message, "Shorten it and put the rest into `why`")
        options[verdict] = Option(feedback, misconception)
    for verdict, option in node.value.items():
        if verdict not in VERDICTS[kind]:
            report(option.line, f"`{verdict}` is not a verdict on a {kind}", f"Use: {', '.join(VERDICTS[kind])}")
    return options


def _dissent(fields: dict[str, Lined], kind: str, key: str, figures: Figures, report: Report) -> Dissent | None:
    node = fields.get("accept_dissent")
    if node is None:
        return None
    if not isinstance(node.value, dict) or set(node.value) != {"answer", "say"}:
        report(node.line, "`accept_dissent` does not have `answer` and `say`", "Write both, or take it out")
        return None
    answer = word_of(node.value, "answer", VERDICTS[kind], report)
    if answer and answer == key:
        report(node.line, "`accept_dissent` names the key itself", "Name the other defensible answer")
    return Dissent(answer, said_in(node.value, "say", figures, report))
