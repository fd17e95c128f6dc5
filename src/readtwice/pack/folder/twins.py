"""A card and its variants, side by side in one entry of a file, to one entry for each.

    variants:
      flawed:
        words: [{b05: "All eight guests"}]
      clean:
        words: [{b05: "All twelve guests"}]

The first stands in the article; the others say which words are there instead, or in the record (`record`), and what
else differs: feedback, explanation, hints.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from readtwice.article import Article
from readtwice.pack.draw import RECORD, article_with
from readtwice.pack.folder.fields import Report
from readtwice.pack.folder.yaml_with_lines import Lined
from readtwice.pack.item import CLEAN, STATES, Change, Twin, verdict_of
from readtwice.words import say

OWN = ("words", "decided_by")
"""What a variant has beside fields of an item."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as if it stood alone: its fields, the article as it reads with it, and what makes it a twin."""

    node: Lined
    article: Article
    twin: Twin | None = None


def entries(node: Lined, article: Article, report: Report) -> Iterator[Entry]:
    """The entry itself or, where it has `variants`, one for each of them."""
    if not isinstance(node.value, dict) or "variants" not in node.value:
        yield Entry(node, article)
        return
    shared = {name: value for name, value in node.value.items() if name != "variants"}
    found = node.value["variants"]
    kind = shared["kind"].value if "kind" in shared else ""
    if (
        not isinstance(found.value, dict)
        or not 2 <= len(found.value) <= len(STATES)
        or set(found.value) - {*STATES}
        or not all(isinstance(one.value, dict) for one in found.value.values())
        or kind not in CLEAN
        or "key" in shared
    ):
        report(found.line, say("problem.variants_name", known=", ".join(STATES)), say("remedy.write_variants"))
        return
    printed = next(iter(found.value))
    texts = {state: _words(one) for state, one in found.value.items()}
    places = {state: [where for where, _ in words] for state, words in texts.items()}
    if not all(places.values()) or any(one != places[printed] for one in places.values()):
        report(found.line, say("problem.variants_places"), say("remedy.same_places"))
        return
    for state, one in found.value.items():
        own = {name: value for name, value in one.value.items() if name not in OWN}
        fields = {**shared, "key": Lined(verdict_of(kind, state), one.line), **own}
        if state == printed:
            yield Entry(Lined(fields, node.line), article)
            continue
        pairs = zip(texts[printed], texts[state], strict=True)
        changes = tuple(Change(where, before, after) for (where, before), (_, after) in pairs)
        for name in ("sides", "targets"):
            if name in shared and name not in own:
                fields[name] = _changed(shared[name], changes)
        if "box" in shared and "box" not in own:
            fields["box"] = _told(shared["box"], changes, report)
        card = str(shared["id"].value) if "id" in shared else ""
        fields["id"] = Lined(f"{card}-{_suffix(printed, state)}", node.line)
        decided_by = str(one.value["decided_by"].value) if "decided_by" in one.value else ""
        try:
            entry = Entry(Lined(fields, one.line), article_with(article, changes), Twin(card, changes, decided_by))
            for change in changes:
                if change.where != RECORD:
                    article.find_in_block(change.where, change.printed)  # which tells of a part of a word
            yield entry
        except ValueError as error:
            report(one.line, str(error), say("remedy.copy_once"))


def _suffix(printed: str, state: str) -> int:
    """2 or 3: in an id it tells nothing of the key, and it stays where variants change places."""
    others = [one for one in STATES if one != printed]
    return 2 + others.index(state)


def _words(variant: Lined) -> list[tuple[str, str]]:
    """Where a variant has words of its own, and which."""
    node = variant.value.get("words")
    if node is None or not isinstance(node.value, list):
        return []
    found = [next(iter(one.value.items())) for one in node.value if isinstance(one.value, dict) and len(one.value) == 1]
    return [(where, words.value) for where, words in found if isinstance(words.value, str)]


def _told(box: Lined, changes: tuple[Change, ...], report: Report) -> Lined:
    """What the record shows, as it reads with the changes."""
    text = str(box.value)
    for change in changes:
        if change.where == RECORD:
            if text.count(change.printed) != 1:
                message = say("problem.words_not_once_record", words=change.printed[:50])
                report(box.line, message, say("remedy.copy_from_box"))
            text = text.replace(change.printed, change.told)
    return Lined(" ".join(text.split()), box.line)


def _changed(node: Lined, changes: tuple[Change, ...]) -> Lined:
    """Quotes as they read with the changes."""
    if isinstance(node.value, list):
        return Lined([_changed(one, changes) for one in node.value], node.line)
    if not isinstance(node.value, dict):
        return node
    fields = {}
    for block, words in node.value.items():
        text = words.value
        for change in changes:
            if change.where == block and change.where != RECORD and isinstance(text, str):
                text = text.replace(change.printed, change.told)
        fields[block] = Lined(text, words.line)
    return Lined(fields, node.line)
