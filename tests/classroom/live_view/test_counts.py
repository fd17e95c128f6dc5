"""Counts for a projector: whatever comes in, in whatever order and however often, and nothing of it but counts."""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.classroom.collecting.collect import Reading, collect_contents
from readtwice.classroom.live_view import counts
from readtwice.classroom.live_view.counts import CardCounts, FolderTrouble, GroupCounts, LiveClass
from readtwice.classroom.reporting.first_answers import first_answers
from readtwice.classroom.reporting.lesson_cards import answers_in_lessons
from readtwice.marking.answer import verdict_of_sureness
from readtwice.pack import Item, load_pack
from readtwice.pack.compiled import all_packs
from readtwice.record import CardSet, Event, known_sets, learner_of, progress_text, with_earlier
from readtwice.record.card_sets import card_sets
from readtwice.record.result_code import ANSWERS, decode
from readtwice.words import say
from tests.classroom.classes import FORM, progress_of, record_of
from tests.classroom.codes import CODES, SHORT, code, half
from tests.publish.learners import careful

KNOWN = tuple(known_sets())


def only_group(live: LiveClass) -> GroupCounts:
    (group,) = live.groups()
    return group


def table(group: GroupCounts) -> dict[str, list[tuple[int, int]]]:
    return {card.item.id: [(one.sure, one.unsure) for one in card.choices] for card in group.counts}


def by_card(group: GroupCounts) -> dict[str, list[CardCounts]]:
    """The states of each card that somebody got."""
    found: dict[str, list[CardCounts]] = {}
    for one in group.counts:
        found.setdefault(one.item.card, []).append(one)
    return found


def asked_and_answered(group: GroupCounts) -> list[tuple[int, int]]:
    return [
        (sum(one.asked for one in states), sum(one.answered for one in states)) for states in by_card(group).values()
    ]


def test_before_anything_came_there_is_no_group() -> None:
    assert LiveClass(KNOWN).groups() == ()
    assert LiveClass(KNOWN).troubles() == ()


def test_each_tap_is_counted_where_it_belongs() -> None:
    live, cards = LiveClass(KNOWN), half(0)
    live.paste("\n".join(code(cards, 2 * n, tap) for n, tap in enumerate((*ANSWERS[1:], "sure_not"))))
    group = only_group(live)
    assert group.learners == 6
    found = by_card(group)
    assert len(found) == 4
    for states in found.values():
        assert (sum(one.asked for one in states), sum(one.answered for one in states)) == (6, 6)
        # sure it holds, think so | can't tell | think not, sure not twice
        told = [[(one.sure, one.unsure) for one in state.choices] for state in states]
        assert [tuple(map(sum, zip(*places, strict=True))) for places in zip(*told, strict=True)] == [
            (1, 1),
            (0, 1),
            (2, 1),
        ]


def test_both_halves_of_a_class_are_one_group_and_each_card_knows_who_was_asked_it() -> None:
    live = LiveClass(KNOWN)
    live.paste(" ".join(code(half(n), n, "think_so") for n in range(0, 10, 2)))
    assert len(by_card(only_group(live))) == 4, "a half that nobody handed in is not shown"
    live.paste(" ".join(code(half(n), n, "sure_not") for n in (1, 3, 5)))
    group = only_group(live)
    assert group.learners == 8
    assert list(by_card(group)) == [one.id for n in (0, 1) for one in half(n).items]
    assert asked_and_answered(group) == [(5, 5)] * 4 + [(3, 3)] * 4


def test_cards_left_out_are_asked_and_not_answered() -> None:
    live = LiveClass(KNOWN)
    live.paste(code(half(0), 2, "sure_not", "") + "\n" + code(half(0), 4, "sure_not"))
    assert asked_and_answered(only_group(live)) == [(2, 2), (2, 1), (2, 2), (2, 1)]


@pytest.mark.parametrize("cards", [one for one in KNOWN if one.items], ids=lambda one: f"{one.pack}: {one.name}")
def test_every_card_set_of_every_pack_can_be_shown(cards: CardSet) -> None:
    live = LiveClass(KNOWN)
    live.paste(code(cards, 7, "think_not"))
    group = only_group(live)
    assert {card.item.id for card in group.counts if card.answered} == {item.id for item in cards.of(f"{7:010x}").items}
    assert all([(one.sure, one.unsure) for one in card.choices][2] == (0, 1) for card in group.counts)


@pytest.mark.parametrize("old", ["7W2D-WCW1-BTG0-0DWT-0002-49Q8", "7W2E-BF41-BTG0-ZBRT-0001-7STD"])
def test_what_was_chosen_while_cards_had_other_words_is_counted_with_them(old: str) -> None:
    """Codes that a version made in which states of these cards read otherwise."""
    result, live = decode(old, KNOWN), LiveClass(KNOWN)
    [today] = [one for one in KNOWN if not one.is_old and _place(one) == _place(result.cards)]
    assert {item.revision for item in result.cards.items} < {item.revision for item in today.every}
    live.paste(old)
    live.paste(code(today, 7, "sure_not"))
    group = only_group(live)
    assert not group.cards.is_old
    assert sum(card.answered for card in group.counts) == 2 * len(today.items)
    assert all(card.item in today.every for card in group.counts), "as it reads today"


def _place(cards: CardSet) -> tuple[str, int]:
    return cards.pack, cards.number


def test_before_and_after_are_two_groups() -> None:
    live = LiveClass(KNOWN)
    live.paste(code(half(0), 2, "think_so") + " " + code(half(1, occasion="after"), 2, "think_so"))
    assert [(group.cards.occasion, group.learners) for group in live.groups()] == [("before", 1), ("after", 1)]


@given(st.permutations(range(12)), st.lists(st.integers(0, 11), max_size=8), st.integers(1, 5))
def test_order_repetition_and_portions_make_no_difference(order: list[int], again: list[int], portion: int) -> None:
    once, live = LiveClass(KNOWN), LiveClass(KNOWN)
    once.paste("\n".join(CODES))
    codes = [CODES[n] for n in [*order, *again]]
    for start in range(0, len(codes), portion):
        live.paste("Ada 09:14\n" + "\nsays Ben: ".join(codes[start : start + portion]))
    assert table(only_group(live)) == table(only_group(once))
    assert live.troubles() == ()


def test_a_fuller_code_of_one_learner_counts_whichever_comes_first() -> None:
    full, part = code(half(0), 2, "sure_not"), code(half(0), 2, "think_so", "")
    for order in ([full, part], [part, full]):
        live = LiveClass(KNOWN)
        for one in order:
            live.paste(one)
        assert all(card.choices[2].sure == 1 and card.choices[0].all == 0 for card in only_group(live).counts)


SLIP = learner_of("TEAL-27-K4")
SETS = [
    sets
    for slug in ("short-stories", "form-a", SHORT)
    for sets in with_earlier(load_pack(slug))
    if sets[0].items and (sets[0].part, sets[0].occasion) in (("", "lesson"), ("first", "before"))
]


@st.composite
def joined(draw: st.DrawFn) -> list[str]:
    """The progress files of a few learners who answered cards of a set under two numbers, in any versions."""
    sets, lines = draw(st.sampled_from(SETS)), list[str]()
    for n, slip in enumerate([SLIP, learner_of("RED-10-R4")][: draw(st.integers(1, 2))]):
        other, events = f"{draw(st.integers(0, (1 << 40) - 1)):010x}", list[Event]()
        for place in range(draw(st.integers(1, 10))):
            number, cards = draw(st.sampled_from((slip, other))), draw(st.sampled_from(sets))
            item = draw(st.sampled_from(cards.of(number).items))
            tap = draw(st.sampled_from(ANSWERS[1:]))
            about = (number, item, cards.occasion, tap)
            events.append(_event(f"e{n}-{place}", *about, pack=cards.pack))
        made = Event(f"j{n}", slip, answer=other, time="2026-02-01T00:00:00.000Z", kind="join")
        lines.append(progress_text([*events, made]))
    return lines


@given(joined())
def test_a_wall_counts_what_a_class_report_counts_under_whichever_number_it_was_answered(files: list[str]) -> None:
    live = LiveClass(KNOWN)
    for text in files:
        live.paste(text)
    told = {
        (group.cards.pack, group.cards.occasion, card.item.id, choice.verdict): choice.all
        for group in live.groups()
        for card in group.counts
        for choice in card.choices
        if choice.all
    }
    collected = collect_contents([("a.jsonl", text.encode()) for text in files], KNOWN)
    in_lessons, _ = answers_in_lessons(collected, all_packs())
    lessons = [
        (pack, "lesson", item, one.said)
        for (pack, _, _), who in in_lessons.items()
        for mine in who.values()
        for item, one in mine.items()
    ]
    forms = [(one.pack, one.occasion, one.item.id, one.row.choice) for one in first_answers(collected, all_packs())]
    assert told == Counter([*lessons, *forms])
    assert all(card.asked >= card.answered for group in live.groups() for card in group.counts)


def test_who_answered_all_under_an_earlier_number_was_asked_nothing_else() -> None:
    for sets in SETS:
        other = next(f"{n:010x}" for n in range(1, 99) if _ids(sets, f"{n:010x}") != _ids(sets, SLIP))
        events = [
            _event(f"e{n}", other, item, sets[0].occasion, "sure_not", pack=sets[0].pack)
            for n, item in enumerate(sets[0].of(other).items)
        ]
        live = LiveClass(KNOWN)
        made = Event("j", SLIP, answer=other, time="2026-02-01T00:00:00.000Z", kind="join")
        live.paste(progress_text([*events, made]))
        group = only_group(live)
        assert {card.item.id: (card.asked, card.answered) for card in group.counts} == dict.fromkeys(
            _ids(sets, other), (1, 1)
        )


def test_who_began_under_an_earlier_number_is_asked_as_many_cards_as_anybody() -> None:
    for sets in SETS:
        for n in range(1, 20):
            item = sets[0].of(f"{n:010x}").items[0]
            live = LiveClass(KNOWN)
            event = _event("e", f"{n:010x}", item, sets[0].occasion, "sure_not", pack=sets[0].pack)
            made = Event("j", SLIP, answer=event.learner, time="2026-02-01T00:00:00.000Z", kind="join")
            live.paste(progress_text([event, made]))
            group = only_group(live)
            assert sum(card.asked for card in group.counts) == len(sets[0].items)
            assert [card.item.id for card in group.counts if card.answered] == [item.id]


def test_a_card_of_an_earlier_version_that_is_gone_stops_nothing() -> None:
    now = half(0)
    gone = replace(now.every[0], id="gone", prompt="Is it gone?")
    items = (gone, *now.items[1:])
    old = replace(now, items=items, states=tuple((one,) for one in items), deal=None, is_old=True)
    live = LiveClass((*KNOWN, old))
    live.paste(code(old, 2, "sure_not"))
    assert sum(card.answered for card in only_group(live).counts) == 3


def _ids(sets: list[CardSet], number: str) -> list[str]:
    return [item.id for item in sets[0].of(number).items]


def _event(name: str, number: str, item: Item, occasion: str, tap: str, *, pack: str) -> Event:
    answer = [verdict_of_sureness(item.kind, tap)]
    at = f"2026-01-01T00:00:00.{int(name.rpartition('-')[2].strip('e') or 0):03}Z"
    return Event(name, number, pack, item.id, item.revision, occasion, answer, tap, time=at)


# --- what cannot be read


def test_a_code_that_is_off_is_counted_once_with_its_reason_however_often_it_is_pasted() -> None:
    live = LiveClass(KNOWN)
    good, other = code(half(0), 2, "think_so"), code(half(0), 4, "sure_not")
    off = good[:-1] + ("0" if good[-1] != "0" else "1")
    for chat in (f"Ada: {good}\nBen: {off}", f"Ada: {good}\nBen: {off}\nCy: {other[:-5]}", f"Ben: {off}"):
        live.paste(chat)
    troubles = live.troubles()
    assert sum(one.times for one in troubles) == 2
    assert only_group(live).learners == 1
    assert not any(word in one.reason for one in troubles for word in ("Ada", "Ben", "Cy", good[:9], off[-4:]))


@given(st.text(max_size=400))
def test_any_text_is_taken_without_an_error(text: str) -> None:
    live = LiveClass(KNOWN)
    live.paste(text)
    assert live.groups() == ()


def test_a_progress_file_may_be_pasted_too(tmp_path: Path) -> None:
    record = record_of(tmp_path, careful, 1, ("before",))
    live = LiveClass(KNOWN)
    live.paste(progress_of(record))
    assert only_group(live).learners == 1
    live.paste('{"readtwice_record": 1}\nnot a line of ours\n')
    assert live.troubles()


# --- a folder


def test_a_folder_is_read_once_and_then_only_what_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    path_of = Reading.path

    def watched(self: Reading, path: Path, name: str, *, follow: bool) -> None:
        read.append(path.name)
        path_of(self, path, name, follow=follow)

    monkeypatch.setattr(Reading, "path", watched)
    for n in range(500):
        (tmp_path / f"learner {n}.txt").write_text(code(half(n), n, "think_so"))
    live = LiveClass(KNOWN)
    assert live.look(tmp_path) == 500
    assert only_group(live).learners == 500
    assert live.look(tmp_path) == 0
    assert len(read) == 500
    (tmp_path / "late.txt").write_text(code(half(7), 1007, "sure_not"))
    os.utime(tmp_path / "learner 3.txt", ns=(1, 1))
    assert live.look(tmp_path) == 2
    assert read[500:] == ["late.txt", "learner 3.txt"]
    assert only_group(live).learners == 501


def test_a_file_that_was_half_copied_is_put_right_later_and_its_trouble_goes(tmp_path: Path) -> None:
    file, live, whole = tmp_path / "a.txt", LiveClass(KNOWN), code(half(0), 2, "think_so")
    file.write_text(whole[:-6])
    live.look(tmp_path)
    assert live.groups() == ()
    assert len(live.troubles()) == 1
    file.write_text(whole)
    live.look(tmp_path)
    assert only_group(live).learners == 1
    assert live.troubles() == ()


def test_a_progress_file_that_grows_adds_what_is_new(tmp_path: Path) -> None:
    record = record_of(tmp_path / "work", careful, 1, ("before",))
    lines = progress_of(record).splitlines(keepends=True)
    folder, live = tmp_path / "shared", LiveClass(KNOWN)
    folder.mkdir()
    for count in (3, len(lines)):
        (folder / "ada-lovelace.jsonl").write_text("".join(lines[:count]))
        live.look(folder)
        assert sum(card.answered for card in only_group(live).counts) == count - 1
    assert only_group(live).learners == 1


def test_bad_files_stop_nothing_and_are_never_named(tmp_path: Path) -> None:
    (tmp_path / "anna schmidt.zip").write_bytes(b"PK\x03\x04 broken")
    (tmp_path / "ben.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    (tmp_path / "cy.jsonl").write_text("{" * 5000)
    (tmp_path / "dan.txt").write_bytes(b"\xff\xfe\x00\xd8")
    (tmp_path / "eve.json").write_text(json.dumps({"a": "<script>"}))
    (tmp_path / "loop").symlink_to(tmp_path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")  # opened, it would wait for ever
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "zoe.txt").write_text(f"Zoe {code(half(0), 2, 'think_so')}")
    before = sorted(path.name for path in tmp_path.rglob("*"))
    live = LiveClass(KNOWN)
    live.look(tmp_path)
    assert only_group(live).learners == 1
    shown = " ".join(one.reason for one in live.troubles()).lower()
    assert sum(one.times for one in live.troubles()) >= 6
    assert not any(name in shown for name in ("anna", "ben", "cy.", "dan", "eve", "zoe", "script"))
    assert sorted(path.name for path in tmp_path.rglob("*")) == before, "nothing is written"


def test_a_folder_that_is_not_there_or_far_too_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    live = LiveClass(KNOWN)
    (tmp_path / "file").touch()
    for name in ("nowhere", "file", "a\0b"):
        with pytest.raises(FolderTrouble, match="There is no such folder"):
            live.look(tmp_path / name)
    monkeypatch.setattr(counts, "MOST_FILES", 3)
    for n in range(4):
        (tmp_path / f"{n}.txt").touch()
    with pytest.raises(FolderTrouble) as told:
        live.look(tmp_path)
    assert str(told.value) == say("live.full_folder", most="3")
    assert live.troubles() == (), "nothing of it was read"


def test_the_counts_hold_nothing_of_a_learner(tmp_path: Path) -> None:
    record = record_of(tmp_path, careful, 1)
    live = LiveClass(tuple(card_sets(load_pack(FORM))))
    live.paste(progress_of(record))
    shown = repr([(group.learners, group.key, table(group)) for group in live.groups()])
    assert record.learner not in shown
