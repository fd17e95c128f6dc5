"""Whatever a record file holds, every verb opens, every widget shows, and every command answers in a sentence."""

from __future__ import annotations

import json
import random
import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from readtwice import course
from readtwice.activities.comparison.part import comparisons_of
from readtwice.activities.results.part import pages_of
from readtwice.activities.shelf.part import shelf_of
from readtwice.cli.main import main
from readtwice.pack import load_pack
from readtwice.pack.found import shipped_packs
from readtwice.page.open import CourseError
from readtwice.publish import FORMATS
from readtwice.record import Event, Record
from readtwice.words import words
from tests.notebooks import COURSE
from tests.notebooks.verbs import calls
from tests.specimens import hegseth

TEXTS = ("", "x", "clash", "flawed", "undetermined", "sure_it_holds", "\ud83d", "\u202e", "<img src=x>", "A" * 5000)
NUMBERS = (0, -1, 3.5, 10**30, -(10**30), 1e308, True, False, None, 10**4000)
NAMES = (
    "verdict",
    "topic",
    "sentence",
    "who",
    "claim_id",
    "evidence",
    "address",
    "opened",
    "said",
    "to",
    "by",
    "checked",
)
OCCASIONS = ("lesson", "before", "after", "fresh", "talk", "estimate", "exit", "recall-02", "recall-05", "before-x")
LESSONS = [one for one in sorted((COURSE / "notebooks").glob("*.ipynb")) if one.stem != "one_shot_invented"]
"""All but the one on another pack."""

CHARTS = {"bars", "vintages"}
"""Drawn from the pack alone, by arguments with names."""

IMPOSSIBLE = ("recall-", "recall-x", "recall-٣", "recall-99999", "lesson-\ud83d")


def nonsense(chance: random.Random, depth: int = 0) -> Any:
    kind = chance.randrange(8 if depth < 3 else 4)
    if kind < 2:
        return chance.choice(TEXTS)
    if kind < 4:
        return chance.choice(NUMBERS)
    if kind < 6:
        return [nonsense(chance, depth + 1) for _ in range(chance.randrange(4))]
    return {chance.choice(NAMES): nonsense(chance, depth + 1) for _ in range(chance.randrange(5))}


def verbs() -> dict[str, Callable[[], Any]]:
    """Every verb that shows saved work, on every part of the course."""
    pack = hegseth()
    found: dict[str, Callable[[], Any]] = {"start": course.start, "ledger": lambda: course.ledger("b04-b11")}
    for lesson, use in sorted({(item.lesson, item.use) for item in pack.items}):
        deck = course.numbers if any(i.kind == "number" for i in pack.items_for(lesson, use)) else course.judge
        found[f"{use} of {lesson}"] = lambda deck=deck, lesson=lesson, use=use: deck(lesson, use)
    for lesson in ("02", "05", "09"):
        found[f"recall {lesson}"] = lambda lesson=lesson: course.recall(lesson)
    for occasion in ("before", "after"):
        found[f"form {occasion}"] = lambda occasion=occasion: course.form(occasion, "form-a")
        found[f"answers {occasion}"] = lambda occasion=occasion: course.form_answers(occasion, "form-a")
    found["whole form"] = lambda: course.whole_form("before", "form-a", "form-b")
    found["fresh"] = lambda: course.form("fresh", "fresh-text")
    found["score"] = lambda: course.score_card("form-a", "before", "after")
    found["score of fresh"] = lambda: course.score_card("fresh-text", "fresh")
    found["hunt"] = lambda: course.hunt("b04-b11", "b10.s1", "b04.s2")
    for name in ("captions", "timeline", "place", "voices", "fact_check", "exports", "caption_swap"):
        found[name] = getattr(course, name)
    found["drift"] = course.drift
    for task in held.tasks if (held := shelf_of(pack)) else ():
        found[f"shelf {task.item}"] = lambda task=task: course.shelf(task.item)
    for one in pages.tasks if (pages := pages_of(pack)) else ():
        found[f"results {one.id}"] = lambda one=one: course.results(one.id)
    found["off the page"] = lambda: course.found("01")
    for block in ("b02", "b12"):
        found[f"swap {block}"] = lambda block=block: course.swap(block)
        found[f"rewrite {block}"] = lambda block=block: course.rewrite(block)
    for one in comparisons_of(pack):
        found[f"comparison {one.id}"] = lambda one=one: course.comparison(one.id)
    for page in LESSONS:
        for verb, arguments in (one for one in calls(page) if one[0] not in CHARTS):
            called = f"{verb}{tuple(arguments)}"
            found[called] = lambda verb=verb, arguments=arguments: getattr(course, verb)(*arguments)
    return found


@pytest.fixture
def looked_up(monkeypatch: pytest.MonkeyPatch) -> set[tuple[str, str, str]]:
    """What the verbs ask a record for: pack, item and occasion."""
    asked: set[tuple[str, str, str]] = set()
    answers = Record.answers

    def spy(self: Record, item: str, occasion: str = "lesson", pack: str = "") -> Any:
        asked.add((pack or self.pack, item, occasion))
        return answers(self, item, occasion, pack)

    monkeypatch.setattr(Record, "answers", spy)
    return asked


def poisoned(asked: set[tuple[str, str, str]], chance: random.Random) -> list[str]:
    lines = ['{"readtwice_record": 1, "begun": ""}']
    items = {(slug, item.id): item.revision for slug in shipped_packs() for item in load_pack(slug).items}
    places = asked | {(pack, item, chance.choice((*OCCASIONS, *IMPOSSIBLE))) for pack, item in items}
    for pack, item, occasion in sorted(places):
        for _ in range(2):
            revision = chance.choice([items.get((pack, item), 1), 0, 999])
            time = chance.choice(
                [f"2026-11-{chance.randrange(1, 28):02}T10:00:00.000Z"] * 4 + ["2026-99-99T99:99:99.999Z"]
            )
            event = Event(
                *(f"{chance.getrandbits(128):032x}", "a" * 10, pack, item, revision, occasion),
                answer=nonsense(chance),
                sureness=chance.choice(TEXTS[:8]),
                n=1,
                time=time,
            )
            lines.append(event.to_line().replace("Infinity", "1e308"))
    return lines


@pytest.mark.long
@pytest.mark.parametrize("seed", [1, 2, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(3, 15))])
def test_no_line_breaks_a_verb_a_widget_or_a_command(
    seed: int, looked_up: set[tuple[str, str, str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance, every = random.Random(seed), verbs()
    course.begin(folder=tmp_path / "clean")
    clean = {name: verb() for name, verb in every.items()}
    folder = tmp_path / "my-work"
    folder.mkdir()
    lines = poisoned(looked_up, chance)
    (folder / "session-x.jsonl").write_text("\n".join(lines) + "\n")
    record = course.begin(folder=folder).record
    assert record.learner == "a" * 10
    assert len(record.events) > 100, "much of it passes the gate"
    assert record.notices, "and what does not is named"
    for name, verb in every.items():
        widget = verb()
        if not hasattr(widget, "view"):
            assert str(widget) == str(clean[name]), f"{name} shows nothing that was saved"
            continue
        json.dumps(widget.view, ensure_ascii=False, allow_nan=False).encode()
        assert widget.view["name"] == clean[name].view["name"]
        widget._repr_mimebundle_()
        record.answer("another", ["x"])
        widget.show()
    exports = course.exports()
    for format in words()["exports"]["formats"]:
        exports._take(exports, {"format": format, "number": uuid.uuid4().hex}, [])
        assert exports.view["said"]
    for format in FORMATS:
        with suppress(CourseError):  # nothing of this format is there
            course.export(format, folder=tmp_path)
        assert main(["export", str(folder), "--format", format, "-o", str(tmp_path / f"out-{format}")]) in (0, 1)
    assert main(["code", str(folder)]) in (0, 1)
    assert main(["report", str(folder), "-o", str(tmp_path / "report.html")]) in (0, 1)
    assert "Traceback" not in "".join(capsys.readouterr())
