"""From a file such as `items/01/solo.yaml` to items, with a problem for all that a kind lacks or does not know."""

from __future__ import annotations

import re
from dataclasses import replace

from readtwice.article import Article
from readtwice.figures import Figures
from readtwice.pack.folder.computation import computation_of
from readtwice.pack.folder.defaults import with_defaults
from readtwice.pack.folder.fields import Report, count_of, respelt, said_in, text_of, texts_of, word_of, words_of
from readtwice.pack.folder.twins import entries
from readtwice.pack.folder.yaml_with_lines import Lined
from readtwice.pack.item import (
    AGREEMENTS,
    CLEAN,
    DISAGREEMENTS,
    FIELDS,
    JUDGED_BY,
    KINDS,
    LESSON,
    MAXIMUM_EXPLANATION_WORDS,
    NOBODY,
    REASONS,
    SEARCH,
    UNDETERMINED,
    USES,
    VERDICTS,
    Dissent,
    Item,
    Option,
    Quote,
)
from readtwice.pack.problem import Problem, is_day
from readtwice.words import say

ITEM_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def read_items(
    root: Lined,
    file: str,
    article: Article,
    problems: list[Problem],
    figures: Figures,
    drafts: list[Problem] | None = None,
) -> list[Item]:
    """All sound items of one file, twins among them. What is wrong with the others goes into `problems`.

    An item with `draft: yes` is none yet: what it lacks is told in `drafts`, and no learner ever sees it.
    """
    if not isinstance(root.value, list):
        problems.append(Problem(file, root.line, "", say("problem.no_list_of_items"), say("remedy.begin_items")))
        return []
    items = []
    for written in root.value:
        item_id = _item_id(written)
        is_draft = _is_draft(written)
        told: list[Problem] = [] if is_draft else problems
        before = len(told)

        def report(line: int, message: str, remedy: str, item_id: str = item_id, told: list[Problem] = told) -> None:
            told.append(Problem(file, line, item_id, message, remedy))

        found = [
            (_read_item(one.node, file, one.article, figures, report), one.twin)
            for one in entries(written, article, report)
        ]
        if is_draft:
            whole = [Problem(file, written.line, item_id, say("problem.draft_is_whole"), say("remedy.take_draft_out"))]
            if drafts is not None:
                drafts += told or whole
        elif len(told) == before:
            items += [replace(item, twin=twin) if twin else item for item, twin in found if item is not None]
    return items


def _is_draft(node: Lined) -> bool:
    found = node.value.get("draft") if isinstance(node.value, dict) else None
    return found is not None and str(found.value).strip().lower() not in ("no", "false")


def _item_id(node: Lined) -> str:
    if isinstance(node.value, dict) and "id" in node.value and isinstance(node.value["id"].value, str):
        return node.value["id"].value
    return "?"


def _read_item(node: Lined, file: str, article: Article, figures: Figures, report: Report) -> Item | None:
    if not isinstance(node.value, dict):
        report(node.line, say("problem.item_no_mapping"), say("remedy.begin_item"))
        return None
    fields: dict[str, Lined] = node.value
    kind = word_of(fields, "kind", KINDS, report)
    if not kind:
        if "kind" not in fields:
            report(node.line, say("problem.item_has_no_kind"), say("remedy.add_one_of", known=", ".join(KINDS)))
        return None
    known = {field.name: field for field in FIELDS}
    for name, value in fields.items():
        if name not in known:
            report(value.line, say("problem.unknown_item_field", name=name), respelt(name, known))
        elif known[name].need(kind) == "never":
            report(value.line, say("problem.field_of_other_kind", kind=kind, name=name), say("remedy.take_out"))
    missing = [f.name for f in FIELDS if f.need(kind) == "required" and f.name not in fields]
    for name in missing:
        report(
            node.line,
            say("problem.kind_needs", kind=kind, name=name),
            say("remedy.add_field", meaning=known[name].meaning),
        )
    if missing:
        return None

    fields = with_defaults(fields, kind, file, node.line, figures.language)
    item_id = text_of(fields, "id", report)
    if item_id and not ITEM_ID.fullmatch(item_id):
        report(fields["id"].line, say("problem.not_id", text=item_id), say("remedy.id_of_letters"))
    key = word_of(fields, "key", VERDICTS[kind], report)
    relation = word_of(fields, "relation", DISAGREEMENTS + AGREEMENTS, report) if kind == "pair" else ""
    if relation and key and (relation in AGREEMENTS) != (key == CLEAN["pair"]):
        wanted = AGREEMENTS if key == CLEAN["pair"] else DISAGREEMENTS
        report(
            fields["relation"].line,
            say("problem.relation_of_other_key", relation=relation, name=key),
            say("remedy.use_these", known=", ".join(wanted)),
        )
    explanation = said_in(fields, "explanation", figures, report)
    if len(explanation.split()) > MAXIMUM_EXPLANATION_WORDS:
        report(
            fields["explanation"].line,
            say(
                "problem.explanation_too_long",
                count=len(explanation.split()),
                most=MAXIMUM_EXPLANATION_WORDS,
            ),
            say("remedy.shorten"),
        )
    hints = texts_of(fields, "hints", report, figures)
    if len(hints) != 3 and isinstance(fields["hints"].value, list):
        report(fields["hints"].line, say("problem.hint_count", count=len(hints)), say("remedy.write_hints"))
    steps = texts_of(fields, "steps", report, figures)
    use = word_of(fields, "use", USES, report)
    given = count_of(fields, "given", report)
    if use in ("worked", "faded") and not steps:
        report(node.line, say("problem.no_steps", use=use), say("remedy.write_steps"))
    elif use == "faded" and not 0 < given < len(steps):
        report(
            node.line,
            say("problem.given_out_of_range", last=max(1, len(steps) - 1)),
            say("remedy.say_given"),
        )
    as_of = text_of(fields, "as_of", report) if "as_of" in fields else ""
    if as_of and not is_day(as_of):
        report(fields["as_of"].line, say("problem.not_date", text=as_of), say("remedy.write_day"))
    evidence = texts_of(fields, "evidence", report)
    judged_by = word_of(fields, "judged_by", JUDGED_BY, report)
    is_form = use == "form"  # its box stands in form.yaml
    measures = is_form or use == SEARCH  # on texts and results that are invented
    if judged_by in ("box", "shelf") and not evidence and not measures and not is_invented(article):
        report(
            fields["judged_by"].line,
            say("problem.no_evidence", judged_by=judged_by),
            say("remedy.name_evidence"),
        )
    if evidence and not as_of:
        report(fields["evidence"].line, say("problem.evidence_undated"), say("remedy.add_as_of"))
    dissent = _dissent(fields, kind, key, figures, report)
    sides = _sides(fields, article, report) if kind == "pair" else ()
    targets = _quotes(fields["targets"], article, report) if kind != "pair" else ()
    box = said_in(fields, "box", figures, report) if "box" in fields else ""
    if judged_by == "box" and not is_form and not box and "box" not in fields:
        report(fields["judged_by"].line, say("problem.no_box"), say("remedy.write_box"))
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
        options=_options(fields.get("options"), kind, (key, dissent.answer if dissent else ""), figures, report),
        explanation=explanation,
        why=said_in(fields, "why", figures, report) if "why" in fields else "",
        evidence=evidence,
        next_step=said_in(fields, "next_step", figures, report),
        hints=hints,
        favours=word_of(fields, "favours", favours_of(article), report),
        sureness=word_of(fields, "sureness", ("yes", "no"), report) == "yes",
        as_of=as_of,
        accept_dissent=dissent,
        steps=steps,
        given=given,
        file=file,
        line=node.line,
    )


def favours_of(article: Article) -> tuple[str, ...]:
    """Whom an error of this article can favour: nobody, and those that its front matter names, with commas between."""
    named = (" ".join(one.split()) for one in article.front_matter.get("favours", "").split(","))
    return tuple(dict.fromkeys((NOBODY, *filter(None, named))))


def is_invented(article: Article) -> bool:
    """Whether the front matter says so: then a box is all that there is to know, and rests on no source."""
    return article.front_matter.get("invented", "") == "yes"


def _lesson(fields: dict[str, Lined], report: Report) -> str:
    text = text_of(fields, "lesson", report)
    if text and not LESSON.fullmatch(text):
        report(fields["lesson"].line, say("problem.not_lesson", text=text), say("remedy.write_lesson"))
    return text


def quote_from(node: Lined, article: Article, report: Report) -> Quote | None:
    """A quote written as `b06: exact words`. None, with a problem reported, where it does not stand there once."""
    if not isinstance(node.value, dict) or len(node.value) != 1:
        report(node.line, say("problem.quote_form"), say("remedy.write_quote"))
        return None
    (block_id, words) = next(iter(node.value.items()))
    if not isinstance(words.value, str) or not words.value.strip():
        report(words.line, say("problem.quote_from_empty", block_id=block_id), say("remedy.copy_exact"))
        return None
    try:
        span = article.find_in_block(block_id, words.value)
    except KeyError:
        last = article.blocks[-1].id
        report(
            words.line,
            say("problem.no_block", block=block_id),
            say("remedy.blocks_from_to", id=article.blocks[0].id, last=last),
        )
        return None
    except ValueError as error:
        report(
            words.line,
            f"{error}: “{' '.join(words.value.split())[:50]}”",
            say("remedy.copy_once_exact"),
        )
        return None
    sentence = article.sentence_at(span)
    if span.end > sentence.end:
        report(
            words.line,
            say("problem.quote_too_long", id=sentence.id),
            say("remedy.quote_in_sentence"),
        )
        return None
    return Quote(block_id, sentence.id, article.quote(span), span)


def _quotes(node: Lined, article: Article, report: Report) -> tuple[Quote, ...]:
    if not isinstance(node.value, list) or not node.value:
        report(node.line, say("problem.no_quotes"), say("remedy.write_quotes"))
        return ()
    quotes = [quote_from(part, article, report) for part in node.value]
    return tuple(quote for quote in quotes if quote is not None)


def _sides(fields: dict[str, Lined], article: Article, report: Report) -> tuple[tuple[Quote, ...], ...]:
    node = fields["sides"]
    if not isinstance(node.value, list) or len(node.value) != 2:
        report(node.line, say("problem.pair_sides"), say("remedy.write_sides"))
        return ()
    sides = tuple(_quotes(side, article, report) for side in node.value)
    if all(sides) and {q.sentence for q in sides[0]} & {q.sentence for q in sides[1]}:
        report(
            node.line,
            say("problem.same_sentence"),
            say("remedy.two_different_sentences"),
        )
    return sides


def _options(
    node: Lined | None, kind: str, accepted: tuple[str, str], figures: Figures, report: Report
) -> dict[str, Option]:
    if node is None:  # there is no default where the key is wrong, which is reported already
        return {}
    if not isinstance(node.value, dict):
        report(
            node.line,
            say("problem.options_incomplete"),
            say("remedy.write_one_each", known=", ".join(VERDICTS[kind])),
        )
        return {}
    options = {}
    for verdict in VERDICTS[kind]:
        if verdict not in node.value:
            report(
                node.line,
                say("problem.no_feedback_to", verdict=verdict),
                say("remedy.add_option", verdict=verdict),
            )
            continue
        option = node.value[verdict]
        if not isinstance(option.value, dict) or "feedback" not in option.value:
            report(
                option.line,
                say("problem.no_option_feedback", verdict=verdict),
                say("remedy.say_feedback"),
            )
            continue
        for name, value in option.value.items():
            if name not in ("feedback", "misconception"):
                report(value.line, say("problem.unknown_option_field", name=name), say("remedy.option_fields"))
        misconception = text_of(option.value, "misconception", report) if "misconception" in option.value else ""
        if not misconception and verdict not in (*accepted, UNDETERMINED) and accepted[0] not in ("", UNDETERMINED):
            report(
                option.line,
                say("problem.no_misconception", verdict=verdict),
                say("remedy.say_misconception"),
            )
        feedback = said_in(option.value, "feedback", figures, report)
        if len(feedback.split()) > MAXIMUM_EXPLANATION_WORDS:
            message = say(
                "problem.feedback_too_long",
                verdict=verdict,
                count=len(feedback.split()),
                most=MAXIMUM_EXPLANATION_WORDS,
            )
            report(option.line, message, say("remedy.shorten"))
        options[verdict] = Option(feedback, misconception)
    for verdict, option in node.value.items():
        if verdict not in VERDICTS[kind]:
            report(
                option.line,
                say("problem.not_verdict", verdict=verdict, kind=kind),
                say("remedy.use_these", known=", ".join(VERDICTS[kind])),
            )
    return options


def _dissent(fields: dict[str, Lined], kind: str, key: str, figures: Figures, report: Report) -> Dissent | None:
    node = fields.get("accept_dissent")
    if node is None:
        return None
    if not isinstance(node.value, dict) or set(node.value) != {"answer", "say"}:
        report(node.line, say("problem.dissent_incomplete"), say("remedy.write_both"))
        return None
    answer = word_of(node.value, "answer", VERDICTS[kind], report)
    if answer and answer == key:
        report(node.line, say("problem.dissent_is_key"), say("remedy.name_other_answer"))
    return Dissent(answer, said_in(node.value, "say", figures, report))
