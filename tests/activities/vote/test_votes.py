"""A vote from the call to the bars, between a teacher's wall and learners' pages that share nothing but a folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from readtwice import classroom, course
from readtwice.activities.vote.asked import choices_of, decks, votable
from readtwice.activities.vote.ballots import CALL, new_number, read_call
from readtwice.activities.vote.wall import ENOUGH, VoteWall
from readtwice.activities.vote.widget import Vote
from readtwice.pack.compiled import all_packs
from readtwice.page.base import PageWidget
from readtwice.words import say
from tests.words.made_up import speaking_made_up


def send(widget: PageWidget, **message: Any) -> str:
    widget._take(None, {**message, "number": "n1"}, [])
    return str(widget.view["said"])


def look(widget: PageWidget, **message: Any) -> None:
    widget._take(None, {"type": "look", **message}, [])


class Phone:
    """A learner's page on a server of its own."""

    def __init__(self, folder: Path) -> None:
        self.device, self.page = new_number(), Vote()
        assert send(self.page, type="join", device=self.device, folder=str(folder)) == ""

    def vote(self, answer: str) -> str:
        look(self.page, device=self.device)
        return send(self.page, type="vote", device=self.device, answer=answer, round=self.page.view["round"])


@pytest.fixture
def wall(tmp_path: Path) -> VoteWall:
    wall = classroom.votes()
    assert send(wall, type="folder", path=str(tmp_path)) == say("votes.called")
    return wall


def counts(wall: VoteWall) -> dict[str, int]:
    look(wall)
    return {one["code"]: one["all"] for one in wall.view["card"]["choices"]}


def test_bars_show_when_all_have_voted_and_a_vote_may_be_changed_until_then(wall: VoteWall, tmp_path: Path) -> None:
    phones = [Phone(tmp_path) for _ in range(ENOUGH + 1)]
    look(wall)
    assert wall.view["joined"] == len(phones)
    send(wall, type="card", index=0)
    right, other, *_ = [one["code"] for one in wall.view["card"]["choices"]]
    for phone in phones[:-1]:
        assert phone.vote(other) == say("vote.voted")
    phones[0].vote(right)
    assert sum(counts(wall).values()) == 0, "the page itself holds no count before it is shown"
    assert (wall.view["voted"], wall.view["shown"], wall.view["card"]["key"]) == (ENOUGH, False, "")
    phones[-1].vote(right)
    assert counts(wall) | {} == {**dict.fromkeys(counts(wall), 0), right: 2, other: ENOUGH - 1}
    assert wall.view["shown"]
    assert phones[0].vote(other) == say("vote.over")
    assert counts(wall)[right] == 2
    assert not phones[0].page.view["open"]


def test_the_teacher_may_show_before_all_have_voted_and_ask_again(wall: VoteWall, tmp_path: Path) -> None:
    phones = [Phone(tmp_path) for _ in range(3)]
    send(wall, type="card", index=1)
    (answer, *_) = [one["code"] for one in wall.view["card"]["choices"]]
    for phone in phones:
        phone.vote(answer)
    assert sum(counts(wall).values()) == 0, "behind three everybody knows who it is, unless the teacher says so"
    assert send(wall, type="show") == say("votes.shown", count=3)
    assert counts(wall)[answer] == 3
    send(wall, type="again")
    assert (wall.view["shown"], wall.view["voted"]) == (False, 0)
    look(wall)
    assert (wall.view["joined"], wall.view["voted"]) == (3, 0), "all are still there, and nobody has voted"


def test_an_answer_of_another_card_and_one_that_is_none_count_nothing(wall: VoteWall, tmp_path: Path) -> None:
    phone = Phone(tmp_path)
    send(wall, type="card", index=0)
    assert phone.vote("constructor") == ""
    look(phone.page, device=phone.device)
    old = phone.page.view["round"]
    send(wall, type="card", index=1)
    answer = phone.page.view["choices"][0]["code"]
    assert send(phone.page, type="vote", device=phone.device, answer=answer, round=old) == say("vote.over")
    send(wall, type="show")
    assert wall.view["voted"] == 0


def test_nothing_is_written_where_no_teacher_called_a_vote(tmp_path: Path) -> None:
    page = course.vote()
    assert send(page, type="join", device=new_number(), folder=str(tmp_path)) == say("vote.no_call")
    assert send(page, type="vote", device=new_number(), answer="clash", round="") == say("vote.over")
    assert list(tmp_path.iterdir()) == []
    assert send(course.vote(), type="join", device=new_number(), folder=str(tmp_path / "no")) == say("votes.no_folder")


def test_a_hostile_call_shows_no_card_that_is_not_for_voting(wall: VoteWall, tmp_path: Path) -> None:
    phone = Phone(tmp_path)
    call = read_call(tmp_path)
    assert call is not None
    for pack, item in (("form-a", all_packs()["form-a"].items[0].id), ("..", "x"), ("skate-park", "nothing")):
        asked = {"readtwice_vote": 1, "vote": call.vote, "round": call.round, "pack": pack, "item": item, "open": True}
        (tmp_path / CALL).write_text(json.dumps(asked))
        look(phone.page, device=phone.device)
        assert phone.page.view["card"] is None
    send(wall, type="end")
    look(phone.page, device=phone.device)
    assert phone.page.view["card"] is None


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"type": "eval"},
        {"type": "card", "index": 10**9},
        {"type": "card", "index": True},
        {"type": "deck", "code": "x"},
    ],
)
def test_nonsense_is_passed_over(wall: VoteWall, message: dict[str, Any]) -> None:
    assert send(wall, **message) == ""
    assert send(course.vote(), **message) == ""


def test_a_folder_that_goes_away_is_one_sentence(wall: VoteWall, tmp_path: Path) -> None:
    (tmp_path / CALL).unlink()
    tmp_path.rmdir()
    look(wall)
    assert wall.view["trouble"]
    assert send(wall, type="card", index=0)


def test_a_folder_that_the_hub_names_is_typed_by_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READTWICE_VOTE_FOLDER", str(tmp_path))
    wall = classroom.votes()
    assert wall.view["named"]
    assert send(wall, type="folder", path="") == say("votes.called")
    assert send(course.vote(), type="join", device=new_number(), folder="") == ""


def test_every_deck_has_cards_that_can_be_voted_on_and_none_that_measures() -> None:
    assert len({one.code for one in decks()}) == len(decks()) > 7
    for deck in decks():
        assert deck.items
        for name in deck.items:
            found = votable(deck.pack, name)
            assert found is not None
            assert found[1].use not in ("form", "exit", "recall")
            assert found[1].key in choices_of(found[1])


def test_lessons_are_named_in_the_language_of_the_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = decks()
    with speaking_made_up(tmp_path, monkeypatch):
        assert {one.title for one in decks()} & {one.title for one in first} < {one.title for one in first}
        assert [one.code for one in decks()] == [one.code for one in first]
    assert decks() == first


def test_what_a_shelf_of_sources_decides_is_never_voted_on() -> None:
    asked = [(deck.pack, item) for deck in decks() for item in deck.items]
    assert len(asked) > 40
    assert {all_packs()[slug].item(item).judged_by for slug, item in asked} == {"text", "box"}
    (other,) = {
        item.judged_by for pack in all_packs().values() for item in pack.items if item.judged_by not in ("text", "box")
    } - {""}
    assert other == "shelf"


def test_who_comes_late_reloads_or_lags_behind_counts_once_and_on_the_card_that_is_asked(
    wall: VoteWall, tmp_path: Path
) -> None:
    early = [Phone(tmp_path) for _ in range(ENOUGH)]
    send(wall, type="card", index=0)
    (answer, other, *_) = [one["code"] for one in wall.view["card"]["choices"]]
    for phone in early[:-1]:
        phone.vote(answer)
    late = Phone(tmp_path)  # comes while the others vote, and is waited for
    look(wall)
    early[-1].vote(answer)
    look(wall)
    assert (wall.view["joined"], wall.view["voted"], wall.view["shown"]) == (ENOUGH + 1, ENOUGH, False)
    again = Phone(tmp_path)  # the page of one who has voted is opened anew, on the same device
    (tmp_path / f"readtwice-ballot-{again.device}.json").unlink()
    again.device = early[0].device
    assert again.vote(other) == say("vote.voted")
    look(wall)
    assert (wall.view["joined"], wall.view["voted"]) == (ENOUGH + 1, ENOUGH)
    behind = late.page.view["round"]
    send(wall, type="card", index=1)  # the teacher goes on before the last has voted
    gone = {"type": "vote", "device": late.device, "answer": answer, "round": behind}
    assert send(late.page, **gone) == say("vote.over")
    look(wall)
    assert (wall.view["voted"], wall.view["shown"]) == (0, False)
    assert late.vote(next(one["code"] for one in wall.view["card"]["choices"])) == say("vote.voted")
    send(wall, type="show")
    assert sum(counts(wall).values()) == 1
    after = Phone(tmp_path)  # comes when the bars are there
    look(after.page, device=after.device)
    assert not after.page.view["open"]
