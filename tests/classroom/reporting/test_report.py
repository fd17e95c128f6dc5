"""From what a class hands in, in any mixture, to a report that says what is true of the class."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readtwice.classroom.collecting.collect import Collected, collect, collect_contents
from readtwice.classroom.reporting.class_report import WELL_APART, class_report
from readtwice.classroom.reporting.content import content
from readtwice.classroom.reporting.example_class import LEARNERS, example_class
from readtwice.classroom.reporting.figures import ClassReport
from readtwice.classroom.reporting.page import as_page
from readtwice.classroom.reporting.parts import Heading, Table
from readtwice.classroom.reporting.sentences import PLAIN_IN_100, lines, sentences
from readtwice.classroom.reporting.values import as_json
from readtwice.cli.main import main
from readtwice.pack import Item, Pack, load_pack
from readtwice.reading.readability import readability
from readtwice.record import Event, Record, known_sets
from readtwice.syllabus import syllabus
from readtwice.words import say, words
from tests.classroom.classes import FORM, answers_in_memory, code_of, halves_of, progress_of, record_of, zip_of
from tests.publish import learners
from tests.publish.learners import Answer
from tests.specimens import HEGSETH
from tests.steps import with_steps

SETS = tuple(known_sets())
PACKS = {FORM: load_pack(FORM)}
LESSONS = {slug: load_pack(slug) for slug in (HEGSETH, *syllabus().stories)}
EXAMPLE = example_class(PACKS[FORM], LESSONS[HEGSETH])


def report_on(*paths: Path) -> ClassReport:
    return class_report(collect(paths, SETS), PACKS)


def class_of(folder: Path, learner: Answer, count: int = 30) -> Path:
    """A folder of progress files of so many learners of one habit."""
    handed_in = folder / "handed-in"
    handed_in.mkdir()
    for seed in range(count):
        record = record_of(folder, learner, seed)
        (handed_in / f"progress-{seed}.jsonl").write_text(progress_of(record))
    return handed_in


def told(report: ClassReport) -> dict[str, str]:
    """The lines of the only measure, by what they are about."""
    (measure,) = report.measures
    names = {label: name for name, label in words()["report"]["labels"].items()}
    return {names[line.label]: line.text for line in lines(measure)}


HABITS: dict[str, tuple[Answer, dict[str, str]]] = {
    "suspicious": (learners.suspicious, {"can_do": "can_do.turns_down", "changed": "changed.unsure"}),
    "trusting": (learners.trusting, {"can_do": "can_do.keeps", "changed": "changed.unsure"}),
    "careful": (learners.careful, {"can_do": "can_do.well_apart_balanced", "teach": "teach.none"}),
    "guessing": (learners.guessing, {"can_do": "can_do.balanced", "changed": "changed.none"}),
    "waiting": (learners.waiting, {"can_do": "can_do.holds_back"}),
    "learning": (learners.learning, {"can_do": "can_do.well_apart_balanced", "changed": "changed.up"}),
    "hardening": (learners.hardening, {"can_do": "can_do.turns_down", "changed": "changed.suspicious"}),
}


@pytest.mark.long
@pytest.mark.parametrize("habit", HABITS)
def test_a_class_of_thirty_is_called_what_it_is_in_the_first_three_lines(habit: str, tmp_path: Path) -> None:
    learner, expected = HABITS[habit]
    report = report_on(class_of(tmp_path, learner))
    first = " ".join(sentences(report)[:3])
    for key in expected.values():
        assert words_of(f"report.{key}") in first
    assert report.learners == report.measures[0].matched == 30


def words_of(key: str) -> str:
    """A phrase with its values filled in as for a class after the course."""
    node = words()
    for part in key.split("."):
        node = node[part]
    return str(node).replace("{when}", words()["report"]["when"]["after"]).replace("{plain}", str(PLAIN_IN_100))


def test_thirty_suspicious_learners_are_counted(tmp_path: Path) -> None:
    report = report_on(class_of(tmp_path, learners.suspicious))
    assert "suspicious" in sentences(report)[0]
    after = report.measures[0].occasions[1]
    assert (after.caught, after.false_alarms) == (120, 120)
    assert after.criterion
    assert after.criterion.interval
    assert after.criterion.interval[1] < 0
    assert (after.lean, after.apart, report.measures[0].better) == ("down", "can't tell", "can't tell")


def test_thirty_who_only_hardened_are_not_called_better(tmp_path: Path) -> None:
    changed = told(report_on(class_of(tmp_path, learners.hardening)))["changed"]
    assert changed.startswith(say("report.changed.suspicious"))
    assert say("report.changed.unsure") in changed
    assert say("report.changed.up") not in changed


def test_thirty_who_learned_are_not_called_suspicious(tmp_path: Path) -> None:
    report = report_on(class_of(tmp_path, learners.learning))
    assert say("report.changed.stricter") in told(report)["changed"]
    assert [(one.right, one.answers) for one in report.measures[0].skills] == [(60, 60)] * 4


def test_a_class_that_knew_all_before_had_little_to_gain(tmp_path: Path) -> None:
    changed = told(report_on(class_of(tmp_path, learners.careful)))["changed"]
    assert changed.startswith(f"{say('report.changed.unsure')} {say('report.changed.little_to_gain')}")
    changed = told(class_report(a_class(PACKS[FORM], *[learners.trusting] * 30), PACKS))["changed"]
    assert say("report.changed.little_to_gain") not in changed


def test_a_mistake_of_one_in_ten_stands_out_nowhere() -> None:
    """Each kind of card went wrong for the same one learner: no reason to teach any of it again."""

    def one_wrong_of_each(item: Item, chance: Random, taught: bool) -> str:
        return "sure_not" if item.is_clean else "sure_it_holds"

    report = class_report(a_class(PACKS[FORM], *[learners.careful] * 9, one_wrong_of_each), PACKS)
    assert told(report)["teach"] == say("report.teach.alike")


def test_a_little_better_than_guessing_is_not_called_able() -> None:
    """Three of ten answers are known and the rest guessed: forty learners are enough to exclude chance alone."""

    def weak(item: Item, chance: Random, taught: bool) -> str:
        return (learners.careful if chance.random() < 0.3 else learners.guessing)(item, chance, taught)

    report = class_report(a_class(PACKS[FORM], *[weak] * 40), PACKS)
    now = report.measures[0].now
    assert now.d_prime
    assert (now.apart, now.is_well_apart, now.d_prime.value < WELL_APART) == ("up", False, True)
    assert "only a little better than by guessing" in told(report)["can_do"]


def test_what_was_wrong_before_and_right_after_is_told_with_its_sets(tmp_path: Path) -> None:
    """Nothing is left to teach, and yet a card is to be looked at: the page says that this counts both sets."""

    def one_card(item: Item, chance: Random, taught: bool) -> str:
        return "sure_it_holds" if item.id == "ferry-starter" and not taught else learners.careful(item, chance, taught)

    report = class_report(a_class(PACKS[FORM], *[one_card] * 30), PACKS)
    assert told(report)["teach"] == words_of("report.teach.none")
    assert told(report)["look"].startswith(say("report.look.together"))
    assert PACKS[FORM].item("ferry-starter").topic in told(report)["look"]


def test_the_trusting_are_told_what_they_seem_to_think(tmp_path: Path) -> None:
    (measure,) = report_on(class_of(tmp_path, learners.trusting)).measures
    assert {one.skill: (one.wrong_learners, one.is_weak) for one in measure.skills} == dict.fromkeys(
        ("agreement", "who and when", "number", "caption"), (30, False)
    )
    assert {one.mostly for one in measure.skills} == {"miss"}
    named = {one.misconception: one for one in measure.misconceptions}
    assert named["a number in print has been checked"].learners == 30
    assert len(named["a number in print has been checked"].items) >= 2


def a_class(pack: Pack, *habits: Answer, occasions: tuple[str, ...] = ("before", "after")) -> Collected:
    """Learners with one habit each, in memory."""
    found: dict[str, tuple[Event, ...]] = {}
    for seed, habit in enumerate(habits):
        halves = {when: half for when, half in halves_of(seed).items() if when in occasions}
        found |= answers_in_memory(pack, habit, seed, halves)
    return Collected(found, ())


def test_one_wrong_option_of_one_card_is_no_misconception() -> None:
    pack = PACKS[FORM]
    item = pack.item("ferry-starter")

    def once(item_: Item, chance: Random, taught: bool) -> str:
        return "sure_it_holds" if item_.id == item.id else learners.careful(item_, chance, taught)

    report = class_report(a_class(pack, *[once] * 4), PACKS)
    (one,) = report.measures[0].misconceptions
    assert one.is_one_option
    assert one.misconception == item.options["supported"].misconception
    assert say("report.one_option", misconception=one.misconception) in as_page(report)
    assert as_json(report)["misconceptions"][0]["kind"] == "chose this option"


def test_before_and_after_count_the_matched_alone_and_the_drop_outs_apart() -> None:
    pack = PACKS[FORM]
    both = a_class(pack, *[learners.learning] * 12)
    more: dict[str, tuple[Event, ...]] = {}
    for seed in range(12, 15):
        more |= answers_in_memory(pack, learners.guessing, seed, {"before": "first"})
    more |= answers_in_memory(pack, learners.guessing, 15, {"after": "second"})
    unfinished = answers_in_memory(pack, learners.guessing, 16, halves_of(16))
    more |= {learner: events[:-1] for learner, events in unfinished.items()}
    report = class_report(Collected(both.learners | more, ()), PACKS)
    (measure,) = report.measures
    assert report.learners == 17
    assert (measure.matched, measure.only_before, measure.only_after, measure.unfinished) == (12, 3, 1, 1)
    before, after = measure.occasions
    assert [before.learners, after.learners] == [12, 12]
    assert (before.kept, before.misses, after.caught) == (48, 48, 48)
    assert measure.now.learners == 14
    document = as_json(report)
    assert [one["hits"] for one in document["discernment"]] == [0, 48]
    assert [one["matched_only"] for one in document["discernment"]] == [True, True]
    assert say("report.changed.matched", matched=12) in told(report)["changed"]
    assert say("report.changed.left_out", count=5) in told(report)["changed"]


def test_forms_are_never_mixed_unless_they_are_built_alike() -> None:
    """A learner's whole forms A and B are one measure; a fresh text and a one-shot are measures of their own."""
    packs = {slug: load_pack(slug) for slug in ("form-a", "form-b", "fresh-text", "one-shot-cards")}
    found: dict[str, tuple[Event, ...]] = {}
    for seed in range(6):
        first, second = ("form-b", "form-a") if seed & 1 else ("form-a", "form-b")
        whole = [
            answers_in_memory(packs[first], learners.learning, seed, {"before": "whole"}),
            answers_in_memory(packs[second], learners.learning, seed, {"after": "whole"}),
        ]
        if seed < 5:
            whole.append(answers_in_memory(packs["fresh-text"], learners.suspicious, seed, {"fresh": "whole"}))
        if seed < 4:
            whole.append(answers_in_memory(packs["one-shot-cards"], learners.trusting, seed, halves_of(seed)))
        found |= {code: tuple(e for one in whole for e in one[code]) for code in whole[0]}
    report = class_report(Collected(found, ()), packs)
    assert [one.forms for one in report.measures] == [("form-a", "form-b"), ("fresh-text",), ("one-shot-cards",)]
    ours, fresh, shot = report.measures
    assert (ours.matched, len(ours.cards), [one.learners for one in ours.occasions]) == (6, 32, [6, 6])
    assert [one.name for one in ours.reliability] == [
        *("form A, whole form, before", "form B, whole form, before"),
        *("form A, whole form, after", "form B, whole form, after"),
    ]
    assert [on.occasion for on in fresh.occasions] == ["fresh"]
    assert fresh.now.habit == "turns down"
    assert (shot.matched, len(shot.cards), shot.now.habit) == (4, 8, "keeps")
    shown = sentences(report)
    assert shown[0] == say("report.forms", names="A, B")
    assert say("report.form_titled", name="C", title=packs["fresh-text"].article.title) in shown
    document = as_json(report)
    assert {one["pack"] for one in document["items"]} == set(packs)
    assert [(one["forms"], one["occasion"]) for one in document["discernment"]] == [
        (["form-a", "form-b"], "before"),
        (["form-a", "form-b"], "after"),
        (["fresh-text"], "fresh"),
        (["one-shot-cards"], "before"),
        (["one-shot-cards"], "after"),
    ]


def test_a_last_occasion_of_very_few_does_not_speak_for_the_class() -> None:
    pack = PACKS[FORM]
    found = a_class(pack, *[learners.trusting] * 12, occasions=("before",)).learners
    found |= answers_in_memory(pack, learners.suspicious, 20, {"after": "first"})
    (measure,) = class_report(Collected(found, ()), PACKS).measures
    assert (measure.now.occasion, measure.now.learners) == ("before", 12)
    changed = told(class_report(Collected(found, ()), PACKS))["changed"]
    assert changed == f"{say('report.changed.unsure')} {say('report.changed.no_matched')}"


@pytest.mark.parametrize(("count", "found"), [(40, True), (24, False)])
def test_a_card_that_goes_wrong_for_the_best_is_pointed_out_from_thirty_learners_on(count: int, found: bool) -> None:
    pack = PACKS[FORM]

    def best(item: Item, chance: Random, taught: bool) -> str:
        if item.id == "ferry-pier":
            return "think_not"
        return learners.careful(item, chance, taught)

    def worst(item: Item, chance: Random, taught: bool) -> str:
        return "think_so" if item.id == "ferry-pier" else learners.guessing(item, chance, taught)

    answers: dict[str, tuple[Event, ...]] = {}
    for seed in range(count):
        answers |= answers_in_memory(pack, (best, worst)[seed % 2], seed, {"before": "first"})
    report = class_report(Collected(answers, ()), PACKS)
    (card,) = [one for one in report.measures[0].cards if one.item.id == "ferry-pier"]
    assert card.figures
    assert card.figures.discrimination
    assert card.figures.discrimination < 0
    assert ("backwards" in card.reasons) is found
    assert (say("report.look.backwards_too") in told(report)["look"]) is found
    assert (card.item.topic in told(report)["look"]) is found
    assert card.figures.advises is found


def test_items_come_in_words_with_who_chose_what_and_who_was_sure() -> None:
    pack = PACKS[FORM]
    report = class_report(a_class(pack, *[learners.guessing] * 10, *[learners.waiting] * 2), PACKS)
    for one in as_json(report)["items"]:
        item = pack.item(one["item"])
        assert (one["topic"], one["prompt"]) == (item.topic, item.prompt)
        assert sum(one["options"].values()) == one["n"] == 12
        assert one["options"].get(item.key, 0) == one["right"]
        assert one["sure_and_wrong"] == one["n"] - one["right"] - one["options"]["undetermined"]
        assert escape(item.topic) in as_page(report)


STATISTICS = re.compile(r"criterion|d′|AUC|interval|significan|correlat|discriminat|deviat|\bmean\b|median|\bp\b", re.I)


@pytest.mark.parametrize("habit", HABITS)
def test_the_first_block_is_short_plain_and_without_statistics(habit: str) -> None:
    report = class_report(a_class(PACKS[FORM], *[HABITS[habit][0]] * 12), PACKS)
    block = sentences(report)
    text = " ".join(block)
    acted_on = " ".join(str(line) for line in lines(report.measures[0]))
    assert len(acted_on.split()) <= 130, "half a minute, at 260 words a minute"
    assert not STATISTICS.search(text)
    # Topics and names of lessons stand in quotation marks or brackets; a sentence may end inside them.
    bare = re.sub(r"“[^”]*”|\([^)]*\)", "this", text)
    assert max(len(one.split()) for one in re.split(r"(?<=[.?!])\s", bare)) < 20
    assert readability(bare).flesch_kincaid_grade <= 9


def test_the_example_reads_as_it_did() -> None:
    """Golden: what a teacher sees first, and the bones of the page. A change here is looked at by a person."""
    report = class_report(EXAMPLE, PACKS | LESSONS)
    golden = Path(__file__).parent / "golden"
    assert "\n".join(sentences(report)) + "\n" == (golden / "example_sentences.txt").read_text(encoding="utf-8")
    outline = outline_of(as_page(report, invented=True))
    assert outline == (golden / "example_outline.txt").read_text(encoding="utf-8")


def test_the_example_is_called_invented_at_every_heading_and_table() -> None:
    report = class_report(EXAMPLE, PACKS | LESSONS)
    named = [one for one in content(report, invented=True) if isinstance(one, Heading | Table)]
    assert len(named) >= 8
    assert all("invented learners" in (one.text if isinstance(one, Heading) else one.title) for one in named)
    assert say("report.example_note", count=LEARNERS) in as_page(report, invented=True)


class _Outline(HTMLParser):
    """Tags that make a page's bones, with the text of headings, labels, captions and heads of columns."""

    SHOWN = ("title", "h1", "h2", "h3", "caption", "strong", "th")

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "td", "tr", "span", "small", "br") and ("scope", "row") not in attrs:
            self._open.append(tag)
        if tag in ("main", "table", "ul"):
            self.lines.append("  " * len(self._open) + tag)

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] in self.SHOWN and data.strip():
            self.lines.append("  " * len(self._open) + f"{self._open[-1]}: {data.strip()}")


def outline_of(page: str) -> str:
    parser = _Outline()
    parser.feed(page)
    return "\n".join(parser.lines) + "\n"


def test_any_mixture_counts_each_learner_and_each_answer_once(tmp_path: Path) -> None:
    one, two, three, four = (record_of(tmp_path, learners.careful, seed) for seed in range(4))
    folder = tmp_path / "handed-in"
    folder.mkdir()
    (folder / "one.jsonl").write_text(progress_of(one))
    (folder / "one (1).jsonl").write_text(progress_of(one))
    (folder / "two.zip").write_bytes(zip_of(**{"a/two.jsonl": progress_of(two), "one-again.jsonl": progress_of(one)}))
    chat = f"10:02 Sir: here it is {code_of(three, 'before').lower()} thanks\n10:03 {code_of(three, 'after')}\n"
    (folder / "chat.txt").write_text(chat)
    form = f'Timestamp,Paste your code\n2026-11-24 10:01,"{code_of(four, "before")}"\n2026,{code_of(one, "before")}\n'
    (folder / "responses.csv").write_text(form)
    report = report_on(folder)
    assert report.rejected == ()
    assert report.learners == 4
    (measure,) = report.measures
    assert (measure.matched, measure.only_before, measure.only_after, measure.unfinished) == (3, 1, 0, 0)
    assert [one.learners for one in measure.occasions] == [3, 3]
    assert measure.occasions[0].caught == measure.occasions[0].kept == 12


def test_what_is_in_memory_is_read_like_what_is_on_disk(tmp_path: Path) -> None:
    folder = class_of(tmp_path, learners.guessing, 4)
    code = code_of(record_of(tmp_path, learners.careful, 9), "before")
    (folder / "chat.txt").write_text(code)
    held = {path.name: path.read_bytes() for path in sorted(folder.glob("*.jsonl"))}
    contents = [("class.zip", zip_of(**held)), ("", f"my code: {code}".encode())]
    assert as_json(class_report(collect_contents(contents, SETS), PACKS)) == as_json(report_on(folder))


def test_no_order_of_handing_in_changes_the_report(tmp_path: Path) -> None:
    folder = class_of(tmp_path, learners.guessing, 5)
    paths = sorted(folder.iterdir())
    assert as_json(report_on(*paths)) == as_json(report_on(*paths[::-1]))


@pytest.mark.parametrize("moment", ["2026-99-99T99:99:99.999Z", "2026-02-30T10:00:00.000Z", "0000-01-01T00:00:00.000Z"])
def test_a_day_that_never_was_is_no_day_of_the_report(moment: str) -> None:
    collected = a_class(PACKS[FORM], learners.careful, learners.guessing)
    (name, events), *others = collected.learners.items()
    edited = {name: tuple(replace(event, time=moment) for event in events)}
    report = class_report(replace(collected, learners=edited), PACKS)
    assert (report.learners, report.first_day, report.last_day) == (1, "", "")
    both = class_report(replace(collected, learners=dict(others) | edited), PACKS)
    assert both.learners == 1 + len(others)
    assert both.first_day
    assert moment[:10] not in as_page(both)


def test_a_second_try_does_not_count(tmp_path: Path) -> None:
    record = record_of(tmp_path, learners.trusting, 1)
    before = as_json(report_on(record.folder))
    for item in load_pack(FORM).items:
        record.answer(item.id, [item.key], occasion="before", sureness="sure_not", pack=FORM)
        record.answer(item.id, [item.key], occasion="after", sureness="sure_not", pack=FORM)
    after = report_on(record.folder)
    assert [one["misses"] for one in as_json(after)["discernment"]] == [one["misses"] for one in before["discernment"]]


HOSTILE = {
    "bomb.zip": zip_of(bomb=b"0" * 15_000_000),
    "nested.zip": zip_of(**{"inner.zip": zip_of(x="y")}),
    "slip.zip": zip_of(**{"../../etc/passwd": "no code", "/abs": "no code"}),
    "broken.zip": b"PK\x03\x04 not a zip",
    "many.zip": zip_of(**{f"f{n}": "x" for n in range(5_001)}),
    "deep.jsonl": b"[" * 100_000,
    "numbers.jsonl": b'{"readtwice_record": 1}\n{"id": "a", "learner": "b", "n": NaN}\n',
    "surrogate.jsonl": b'{"readtwice_record": 1}\n{"id": "\\ud800", "learner": 5}\n',
    "page.html": b"<script>alert(1)</script>",
    "picture.png": b"\x89PNG\r\n\x1a\n\x00\xff\xfe",
    "empty.txt": b"",
    "forged.txt": b"AAAA-AAAA-AAAA-AAAA-AAAA-AAAA",
    "other-course.jsonl": b'{"course": "another"}\n',
    "code.py": b"import os; os.system('true')",
    "<img src=x onerror=alert(1)>.txt": b"x",
}


@pytest.mark.long
@pytest.mark.parametrize("name", HOSTILE)
def test_one_bad_file_is_listed_with_its_reason_and_the_class_goes_on(name: str, tmp_path: Path) -> None:
    folder = class_of(tmp_path, learners.careful, 2)
    as_page(report_on(folder))  # what is loaded once is no step below
    _, usual = with_steps(lambda: as_page(report_on(folder)))
    (folder / name).write_bytes(HOSTILE[name])
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    report, steps = with_steps(lambda: report_on(folder))
    page, more = with_steps(lambda: as_page(report))
    assert steps + more - usual < 2_000 + 5 * len(HOSTILE[name]), "work for what arrived, not for what it claims to be"
    assert report.learners == 2
    assert report.rejected, "it is listed"
    assert all(one.reason.endswith((".", "”.")) and one.where for one in report.rejected)
    assert "<script" not in page
    assert "<img" not in page
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@given(st.binary(max_size=400), st.sampled_from([".jsonl", ".zip", ".txt", ".csv"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None)
def test_random_bytes_never_stop_the_class(tmp_path: Path, content: bytes, suffix: str) -> None:
    path = tmp_path / f"random{suffix}"
    path.write_bytes(content)
    report = report_on(path)
    assert report.learners == 0
    assert "<script" not in as_page(report)


def test_what_a_learner_wrote_stands_nowhere_in_the_page(tmp_path: Path) -> None:
    record = record_of(tmp_path, learners.careful, 1)
    record.answer("fact-check-x", ["SECRET <b>words</b>"], occasion="talk")
    assert "SECRET" not in as_page(report_on(record.folder))
    assert "SECRET" not in json.dumps(as_json(report_on(record.folder)))


def test_the_command_writes_a_page_that_stands_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, page = class_of(tmp_path, learners.suspicious, 3), tmp_path / "report.html"
    assert main(["report", str(folder), "-o", str(page)]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert "suspicious" in " ".join(shown[:3])
    text = page.read_text(encoding="utf-8")
    assert "Content-Security-Policy" in text
    assert "http:" not in text
    assert "https:" not in text
    assert main(["report", str(folder), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["learners"] == 3
    assert {"items", "reliability", "discernment", "misconceptions", "rejected"} <= set(told)
    assert {"hits", "misses", "false_alarms", "correct_acceptances", "held_back", "d_prime", "criterion", "auc"} <= set(
        told["discernment"][0]
    )


def test_nothing_handed_in_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(tmp_path / "nothing.jsonl")]) == 1
    told = capsys.readouterr()
    assert say("report.nothing") in told.out
    assert say("collect.no_file") in told.err


def test_an_empty_record_of_one_learner_has_no_figures(tmp_path: Path) -> None:
    Record(tmp_path, FORM)
    assert report_on(tmp_path).measures == ()
