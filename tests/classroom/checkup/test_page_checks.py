"""What a page says of itself, and the doctor's widget without a browser."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from readtwice import classroom
from readtwice.classroom.checkup.finding import Finding, ok
from readtwice.classroom.checkup.page_checks import Browser, page_findings
from readtwice.classroom.checkup.widget import DoctorWidget
from readtwice.words import say, words

NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)
GOOD = Browser(12.0, True, True, "http:", "127.0.0.1:8888", NOW.timestamp() * 1000)
MESSAGE: dict[str, Any] = {
    "milliseconds": 12.5,
    "local": True,
    "session": True,
    "protocol": "https:",
    "host": "hub.example",
    "now": 1e12,
}


def found(page: Browser | None, check: str) -> Finding:
    return next(one for one in page_findings(page, NOW) if one.check == check)


def test_a_good_page_needs_nothing() -> None:
    assert [one.state for one in page_findings(GOOD, NOW)] == ["ok"] * 4
    assert "12 milliseconds" in found(GOOD, "page").found
    assert all(one.check in words()["doctor"]["check"] for one in page_findings(GOOD, NOW))


def test_a_page_that_was_not_heard_of_does_not_work() -> None:
    (finding,) = page_findings(None)
    assert (finding.state, finding.found) == ("broken", say("doctor.page.silent"))


def test_a_slow_round_trip() -> None:
    finding = found(replace(GOOD, milliseconds=2345.6), "page")
    assert (finding.state, finding.found) == ("look", say("doctor.page.answers", milliseconds="2,346"))


@pytest.mark.parametrize("closed", ["local", "session"])
def test_a_browser_that_stores_nothing(closed: str) -> None:
    finding = found(replace(GOOD, **{closed: False}), "storage")
    assert (finding.state, finding.found) == ("look", say("doctor.storage.closed"))


@pytest.mark.parametrize(
    ("protocol", "host"),
    [("vscode-webview:", "1abc"), ("file:", ""), ("about:", ""), ("https:", "x-colab.googleusercontent.com")],
)
def test_an_address_that_is_thrown_away(protocol: str, host: str) -> None:
    assert found(replace(GOOD, protocol=protocol, host=host), "address").found == say("doctor.address.throw_away")


def test_binder_gives_another_address_next_time(monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(GOOD, "address").found == say("doctor.address.fine", host="127.0.0.1:8888")
    monkeypatch.setenv("READTWICE_TEMPORARY", "1")
    assert found(GOOD, "address").found == say("doctor.address.binder")


@pytest.mark.parametrize(("minutes", "state"), [(0, "ok"), (4, "ok"), (-4, "ok"), (61, "look"), (-61, "look")])
def test_a_clock_beside_the_courses(minutes: int, state: str) -> None:
    finding = found(replace(GOOD, now=GOOD.now + minutes * 60_000), "clocks")
    assert finding.state == state
    if state == "look":
        assert finding.found == say("doctor.clocks.apart", minutes="61")


@pytest.mark.parametrize(
    "change",
    [{"milliseconds": -1}, {"milliseconds": "nan"}, {"milliseconds": 1e9}, {"now": None}, {"now": 1e99}, {"host": ...}],
)
def test_nonsense_from_a_page_changes_nothing(change: dict[str, Any]) -> None:
    widget = DoctorWidget({})
    message = {key: value for key, value in {"type": "page", **MESSAGE, **change}.items() if value is not ...}
    widget._take(None, message, [])
    assert [one["check"] for one in widget.view["findings"]] == ["page"]
    widget._take(None, {"type": "page", **MESSAGE}, [])
    assert len(widget.view["findings"]) == 4


def test_a_ping_comes_back_at_once() -> None:
    widget = DoctorWidget({})
    widget._take(None, {"type": "ping", "mark": "m1", "number": "n1"}, [])
    assert (widget.view["pong"], widget.view["answers"]) == ("m1", "n1")


def test_checks_run_beside_the_loop_one_after_the_other_and_only_once() -> None:
    runs: list[str] = []

    def check() -> Finding:
        runs.append(threading.current_thread().name)
        return ok("disk", "fine")

    async def press_twice() -> list[dict[str, Any]]:
        widget = DoctorWidget({"disk": check, "clock": check})
        seen: list[dict[str, Any]] = []
        widget.observe(lambda change: seen.append(change.new), "view")
        for number in ("1", "2"):
            widget._take(None, {"type": "check", "number": number}, [])
            assert widget.view["running"]
            assert not widget.view["summary"]
        while widget.view["running"]:
            await asyncio.sleep(0.01)
        return seen

    seen = asyncio.run(press_twice())
    assert len(runs) == 2
    assert threading.main_thread().name not in runs
    assert [len(view["findings"]) for view in seen][-3:] == [2, 3, 3]
    assert seen[-1]["summary"] == say("doctor.sum.broken", count=1), "the page was not heard of"


def test_where_nothing_runs_the_page_says_what_to_do_and_tells_nothing_of_this_machine() -> None:
    bundle = classroom.doctor()._repr_mimebundle_()
    assert bundle is not None
    assert say("doctor.static") in bundle[0]["text/html"]
    assert classroom.doctor()._repr_mimebundle_()[0]["text/html"] == bundle[0]["text/html"]  # type: ignore[index]
