"""The live view without a browser: what it shows, what it keeps to itself, and that nobody waits for a slow drive."""

from __future__ import annotations

import asyncio
import json
import threading
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from readtwice import classroom
from readtwice.classroom.live_view.counts import LONGEST_PASTE, LiveClass
from readtwice.classroom.live_view.widget import LiveView
from readtwice.pack import load_pack
from readtwice.record import encode, form_set, known_sets
from readtwice.record.result_code import ANSWERS
from readtwice.words import say, words
from tests.classroom.codes import CODES, SHORT, code, half

SECRETS = ("Ada Lovelace", "my dog ate it", "09:14")
CHAT = "\n".join(f"{SECRETS[2]} {SECRETS[0]}: {one} {SECRETS[1]}" for one in CODES)


@pytest.fixture
def live() -> LiveView:
    return classroom.live()


def send(widget: LiveView, **message: Any) -> None:
    widget._take(None, {"number": "1", **message}, [])


def state(widget: LiveView) -> str:
    """All that the widget ever sends to a page, or a notebook could store."""
    return json.dumps({name: value for name, value in widget.get_state().items() if name not in ("_esm", "_css")})


def test_a_pasted_chat_becomes_bars_and_nothing_else_of_it_is_kept(live: LiveView) -> None:
    assert live.view["cards"] == []
    send(live, type="paste", text=CHAT)
    view = live.view
    pack, asked = load_pack(SHORT), Counter[str]()
    for card in view["cards"]:
        asked[pack.item(card["id"]).card] += card["asked"]
    assert (view["learners"], set(asked.values()), len(asked)) == (12, {6}, 8), "each card, in whichever state"
    assert view["news"] == say("live.arrived", count=12, all=12)
    assert view["title"] == "Entry cards · Two small stories"
    for card in view["cards"]:
        assert card["answered"] == card["asked"] > 0
        assert sum(choice["all"] for choice in card["choices"]) == card["asked"]
        labels = words()["verdict_button"][card["kind"]].values()
        assert {choice["label"] for choice in card["choices"]} == set(labels)
        assert sum(choice["key"] for choice in card["choices"]) == 1
        assert card["prompt"]
        assert all(quote["before"] + quote["exact"] for quote in card["quotes"])
    shown = state(live)
    assert not any(secret in shown for secret in SECRETS)
    assert not any(one[10:] in shown for one in CODES)
    assert not any(f"{n:010x}" in shown for n in range(12))


def test_the_key_of_each_card_is_that_of_its_item(live: LiveView) -> None:
    send(live, type="paste", text=CHAT)
    pack = load_pack(SHORT)
    for card in live.view["cards"]:
        item = pack.item(card["id"])
        (keyed,) = (choice for choice in card["choices"] if choice["key"])
        assert keyed["label"] == words()["verdict_button"][item.kind][item.key]
        assert card["explanation"] == item.explanation
        assert card["decided_by"] or item.state == "open"


def test_the_same_chat_again_says_that_nothing_is_new(live: LiveView) -> None:
    send(live, type="paste", text=CHAT)
    cards = live.view["cards"]
    send(live, type="paste", text=CHAT + f"\nBen: {code(half(0), 100, 'sure_not')}")
    assert live.view["news"] == say("live.arrived", count=1, all=13)
    number = live.view["number"]
    send(live, type="paste", text=CHAT)
    assert (live.view["news"], live.view["number"]) == (say("live.nothing_new"), number + 1)
    assert live.view["learners"] == 13
    assert [card["id"] for card in live.view["cards"]] == [card["id"] for card in cards]


def test_the_cards_on_the_screen_stay_until_somebody_chooses_others(live: LiveView) -> None:
    send(live, type="paste", text=CODES[0])
    before = live.view["chosen"]
    send(live, type="paste", text="\n".join(code(half(n, occasion="after"), n, "think_so") for n in range(5)))
    assert live.view["chosen"] == before
    after = next(one["code"] for one in live.view["groups"] if one["code"] != before)
    send(live, type="group", key=after)
    assert (live.view["learners"], live.view["chosen"]) == (5, after)
    send(live, type="group", key="nonsense")
    assert live.view["chosen"] == after


@pytest.mark.parametrize(
    ("text", "news"),
    [
        ("", ""),
        ("  \n", ""),
        ("hello", say("live.nothing_new")),
        (CODES[0][:-1] + "?", say("live.nothing_new")),
    ],
)
def test_a_paste_without_a_code(live: LiveView, text: str, news: str) -> None:
    send(live, type="paste", text=text)
    assert live.view["news"] == news
    assert live.view["cards"] == []


def test_a_far_too_long_paste_is_not_read(live: LiveView) -> None:
    send(live, type="paste", text=CHAT + " " * LONGEST_PASTE)
    assert live.view["said"] == say("live.long_paste")
    assert live.view["cards"] == []


@pytest.mark.parametrize("message", [{}, {"type": "no"}, {"type": "paste"}, {"type": "folder"}, {"type": ["look"]}])
def test_nonsense_changes_nothing(live: LiveView, message: dict[str, Any]) -> None:
    live._take(None, message, [])
    live._take(None, "not even a message", [])
    assert live.view["cards"] == []


def test_a_code_that_is_off_is_counted_with_its_reason(live: LiveView) -> None:
    send(live, type="paste", text=f"Ada {CODES[0]}\nBen {CODES[1][:-1]}{'0' if CODES[1][-1] != '0' else '1'}")
    assert live.view["unread"] == 1
    ((reason, times),) = live.view["troubles"]
    assert times == 1
    assert "Ben" not in reason


def test_starting_over_forgets_all(live: LiveView, tmp_path: Path) -> None:
    send(live, type="folder", path=str(tmp_path))
    send(live, type="paste", text=CHAT)
    send(live, type="clear")
    assert (live.view["cards"], live.view["groups"], live.view["folder"]) == ([], [], {"name": ""})
    send(live, type="paste", text=CODES[0])
    assert live.view["learners"] == 1


def test_a_folder_is_watched_until_it_is_not(live: LiveView, tmp_path: Path) -> None:
    (tmp_path / "Ada Lovelace.txt").write_text(CODES[0])
    send(live, type="folder", path=f' "{tmp_path}" ')
    assert (live.view["folder"]["name"], live.view["learners"]) == (tmp_path.name, 1)
    (tmp_path / "Ben.txt").write_text(CODES[1])
    send(live, type="look")
    assert (live.view["learners"], live.view["news"]) == (2, say("live.arrived", count=1, all=2))
    view = live.view
    send(live, type="look")
    assert live.view is view, "nothing new: nothing is sent"
    send(live, type="folder", path="")
    (tmp_path / "Cy.txt").write_text(CODES[2])
    send(live, type="look")
    assert live.view["learners"] == 2
    assert not any(name in state(live) for name in ("Ada", "Ben.txt", str(tmp_path.parent)))


def test_a_folder_that_goes_and_comes_back(live: LiveView, tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    send(live, type="folder", path=str(folder))
    assert (live.view["folder"], live.view["folder_trouble"]) == ({"name": ""}, say("live.no_folder"))
    folder.mkdir()
    (folder / "a.txt").write_text(CODES[0])
    send(live, type="folder", path=str(folder))
    assert (live.view["folder_trouble"], live.view["learners"]) == ("", 1)
    moved = folder.rename(tmp_path / "moved")
    send(live, type="look")
    assert (live.view["folder_trouble"], live.view["learners"]) == (say("live.no_folder"), 1)
    moved.rename(folder)
    send(live, type="look")
    assert (live.view["folder_trouble"], live.view["learners"]) == ("", 1)


def test_a_slow_drive_keeps_nobody_waiting_and_looks_do_not_pile_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(CODES[0])
    looks, waiting, go_on = [0], set[int](), threading.Event()

    async def lesson() -> LiveView:
        live = LiveView()
        acknowledged: list[object] = []
        monkeypatch.setattr(live, "send", lambda content, buffers=None: acknowledged.append(content))
        send(live, type="folder", path=str(tmp_path))
        while not live.view["folder"]["name"]:
            await asyncio.sleep(0.005)
        look = LiveClass.look

        def slow(self: LiveClass, folder: Path) -> int:
            looks[0] += 1
            waiting.add(threading.get_ident())
            assert go_on.wait(20)
            return look(self, folder)

        monkeypatch.setattr(LiveClass, "look", slow)
        for _ in range(50):
            live._take(None, {"type": "look"}, [])
        send(live, type="paste", text=CODES[1])
        await asyncio.sleep(0.02)
        while not waiting:
            await asyncio.sleep(0.005)
        assert threading.get_ident() not in waiting, "the loop goes on while the drive does not answer"
        assert len(live._jobs) == 2, "one look and the paste"
        assert acknowledged == []
        go_on.set()
        while live._jobs:
            await asyncio.sleep(0.005)
        assert acknowledged == [{"looked": True}]
        return live

    live = asyncio.run(lesson())
    assert looks == [1]
    assert live.view["learners"] == 2


@pytest.mark.parametrize("then", [{"type": "folder", "path": ""}, {"type": "clear"}])
def test_what_was_stopped_while_the_drive_took_its_time_stays_stopped(
    then: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(CODES[0])
    look, go_on = LiveClass.look, threading.Event()

    def slow(self: LiveClass, folder: Path) -> int:
        assert go_on.wait(20)
        return look(self, folder)

    monkeypatch.setattr(LiveClass, "look", slow)

    async def lesson() -> LiveView:
        live = LiveView()
        send(live, type="folder", path=str(tmp_path))
        await asyncio.sleep(0.02)
        send(live, **then)
        go_on.set()
        while live._jobs:
            await asyncio.sleep(0.005)
        return live

    live = asyncio.run(lesson())
    assert live.view["folder"] == {"name": ""}
    assert live.view["learners"] == (0 if then["type"] == "clear" else 1)


def test_where_nothing_runs_the_page_says_what_stands_here() -> None:
    bundle = classroom.live()._repr_mimebundle_()
    assert bundle is not None
    assert say("live.static").partition(".")[0] in bundle[0]["text/html"]


def test_a_form_as_a_whole_is_shown_by_its_cards(live: LiveView) -> None:
    whole = form_set(load_pack("fresh-text"), "whole", "fresh")
    send(live, type="paste", text=code(whole, 3, "think_so"))
    assert len(live.view["cards"]) == 16


def test_the_codes_of_every_set_have_a_name_on_the_wall_and_cards() -> None:
    """Those of sets that lessons had before, and of the searches, too."""
    live = classroom.live()
    sets = [one for one in known_sets() if one.items]
    for place, one in enumerate(sets):
        found = encode(one, f"{place:010x}", [ANSWERS[1]] * len(one.items))
        send(live, type="paste", text=found)
    groups = [(one["code"], one["label"]) for one in live.view["groups"]]
    assert len({label for _, label in groups}) > 20
    assert {one.occasion for one in sets if one.part == "" and one.pack == "form-a"} >= {"before", "after"}
    for code_, label in groups:
        send(live, type="group", key=code_)
        assert live.view["cards"], label
