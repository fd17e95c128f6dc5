"""`readtwice code` and `readtwice decode`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from readtwice.cli.main import main
from readtwice.pack import load_pack
from readtwice.record import Record, form_set, learner_of
from readtwice.words import say
from tests.specimens import exits_of


def answered(folder: Path, *halves: str, count: int = 8) -> Record:
    """A record with the cards of some halves of form A answered before the course."""
    pack, record = load_pack("form-a"), Record(folder, "form-a")
    assert pack.form
    for half in halves:
        for card in pack.form.cards_of(half)[:count]:  # type: ignore[arg-type]
            item = pack.item(card.item)
            said = "think_so" if item.is_clean else "sure_not"
            record.answer(item.id, [item.key], revision=item.revision, occasion="before", sureness=said)
    return record


def lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().out.splitlines()


def test_a_record_gives_a_code_and_the_code_gives_the_answers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = answered(tmp_path, "first")
    assert main(["code", str(tmp_path)]) == 0
    (line,) = lines(capsys)
    assert line.endswith("form A, first half, before, 8 of 8 answered")
    code = line.split()[0]
    assert main(["decode", code.lower(), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["learner"], told["pack"], told["occasion"]) == (record.learner, "form-a", "before")
    assert [card["right"] for card in told["cards"]] == [True] * 8
    assert (told["score"]["kept"], told["score"]["caught"]) == (4, 4)
    assert main(["decode", code]) == 0
    assert len(lines(capsys)) == 9


def test_both_halves_make_one_code_for_the_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answered(tmp_path, "first", "second", count=5)
    main(["code", str(tmp_path)])
    (line,) = lines(capsys)
    assert line.endswith("form A, whole form, before, 10 of 16 answered")
    main(["decode", line.split()[0], "--json"])
    told = json.loads(capsys.readouterr().out)
    assert [card["right"] for card in told["cards"]].count(None) == 6
    assert told["score"]["not_tried"] == 6


def test_exit_cards_have_a_code_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = Record(tmp_path, "short-stories")
    record.start_fresh()
    for item in exits_of(record.learner):
        record.answer(item.id, [item.key], sureness="cant_tell")
    main(["code", str(tmp_path)])
    (line,) = lines(capsys)
    assert "lesson 02, exit" in line


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("", "There is no code here."),
        ("UUUU", "Character 1 is “U”, which no result code has."),
        ("0000-0000", "This has 8 characters, too few for a result code."),
        ("0" * 24, "its first character is off."),
        ("A" * 70, "This has 70 characters, more than any result code."),
        ("<script>", "This has 6 characters, too few for a result code."),
    ],
)
def test_a_code_that_is_off_is_told_in_one_sentence(code: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["decode", code]) == 1
    error = capsys.readouterr().err
    assert told in error
    assert error.count("\n") == 1


def test_no_record_and_a_record_without_card_sets_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["code", str(tmp_path / "nowhere")]) == 1
    assert "There is no record at" in capsys.readouterr().err
    Record(tmp_path, "hegseth-nato-2025").answer("ledger-x", [])
    assert main(["code", str(tmp_path)]) == 1
    assert "holds no answers to a card set" in capsys.readouterr().err


def test_what_no_line_holds_is_told_in_figures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Answers to two states of one card: of two numbers, or of two versions of the cards."""
    record = answered(tmp_path, "first")
    twin = next(one for one in load_pack("form-a").twins if one.card == record.events[0].item)
    record.answer(twin.id, [twin.key], occasion="before", sureness="think_so")
    main(["code", str(tmp_path)])
    (line,) = lines(capsys)
    assert line.endswith("8 of 8 answered. This line holds 8 of your 9 answers. " + say("result_code.instead"))


def test_what_was_answered_before_a_slip_is_told_under_its_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = Record(tmp_path, "short-stories")
    before = record.learner
    for item in exits_of(before):
        record.answer(item.id, [item.key], sureness="cant_tell", revision=item.revision)
    record.use_slip("TEAL-27-K4" if exits_of(before) != exits_of(learner_of("TEAL-27-K4")) else "RED-10-R4")
    main(["code", str(tmp_path)])
    (line,) = lines(capsys)
    assert line.endswith(f"2 of 2 answered. {say('result_code.earlier')} {say('result_code.instead')}")
    main(["decode", line.split()[0], "--json"])
    assert json.loads(capsys.readouterr().out)["learner"] == before


def test_two_halves_under_two_numbers_are_two_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One code of the whole form would hold fewer answers."""
    pack, record = load_pack("form-a"), Record(tmp_path, "form-a")
    numbers = record.learner, learner_of("TEAL-27-K4")
    for number, half in zip(numbers, ("first", "second"), strict=True):
        if number != record.learner:
            record.use_slip("TEAL-27-K4")
        for item in form_set(pack, half, "before").of(number).items:
            record.answer(item.id, [item.key], occasion="before", sureness="think_so", revision=item.revision)
    main(["code", str(tmp_path)])
    found = lines(capsys)
    assert ["8 of 8 answered" in line for line in found] == [True] * len(found)
    assert len(found) == 2
