"""The scripts in a page without Jupyter: whatever the browser's storage holds, widgets show and the copy is whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from readtwice import course
from readtwice.page.base import CourseWidget
from readtwice.page.session import Session
from readtwice.page.start import Start
from readtwice.record import Record, progress_text
from readtwice.record.files import read_bytes
from readtwice.words import say
from tests.specimens import hegseth

pytestmark = pytest.mark.long  # a browser draws each widget

ADDRESS = "http://localhost:9/page"
MOUNT = """async ({ code, name }) => {
  const script = await import(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
  const listeners = [];
  const state = await pythonState(name);
  const model = {
    get: (key) => state[key],
    on: (event, call) => { if (event === 'change:view') listeners.push(call); },
    off: () => {},
    send: (message) => pythonSend(name, JSON.stringify(message)).then((views) => {
      for (const view of views) { state.view = view; for (const call of listeners) call(); }
    }),
  };
  window.see = window.see || {};
  window.see[name] = (view) => { state.view = view; for (const call of listeners) call(); };
  const el = document.createElement('div');
  document.body.append(el);
  script.default.render({ model, el });
}"""

POISON = (
    *("", "not JSON", "null", "5", '"text"', "[]", "[null]", "{}", "true", "{" * 1000),
    *('{"__proto__": {"text": "x", "last": "2026-01-01"}}', '{"a": null}', '{"a": 5}', '{"a": {"text": 5}}'),
    *('{"a": {"text": "x"}}', '{"a": {"text": "x", "last": "never"}}', '{"a": {"text": "x", "last": {}, "count": {}}}'),
    *('[{"id": "x"}]', '[{"id": 5, "key": "k", "message": "m"}]', '[{"message": {}}]', '{"filter": 1}'),
)


class InPage:
    """Widgets on a page, each answered by its Python."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.widgets: dict[str, CourseWidget] = {}
        page.expose_function(
            "pythonState", lambda name: {"view": self.widgets[name].view, "words": self.widgets[name].words}
        )
        page.expose_function("pythonSend", self._send)

    def _send(self, name: str, message: str) -> list[dict[str, Any]]:
        widget, views = self.widgets[name], list[dict[str, Any]]()
        seen = lambda change: views.append(change["new"])  # noqa: E731
        widget.observe(seen, "view")
        widget._take(widget, json.loads(message), [])
        widget.unobserve(seen, "view")
        return views

    def show(self, name: str, widget: CourseWidget) -> None:
        self.widgets[name] = widget
        self.page.evaluate(MOUNT, {"code": widget._esm, "name": name})

    def see(self, name: str) -> None:
        self.page.evaluate("([name, view]) => window.see[name](view)", [name, self.widgets[name].view])


@pytest.fixture
def in_page(chromium: Browser) -> Iterator[InPage]:
    context = chromium.new_context()
    page = context.new_page()
    page.route("**/*", lambda route: route.fulfill(body="<!doctype html><title>x</title>", content_type="text/html"))
    page.goto(ADDRESS)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield InPage(page)
    assert errors == []
    context.close()


def kernel(folder: Path) -> Session:
    return Session(hegseth(), Record(folder, hegseth().slug))


def mirrored(page: Page, learner: str) -> set[str]:
    """The items of the answers in the browser's copy of a learner's work."""
    text = json.loads(page.evaluate("() => localStorage.getItem('readtwice-work')"))[learner]["text"]
    events, notices = read_bytes(text.encode(), "copy")
    assert notices == ()
    return {event.item for event in events}


@pytest.mark.long
@pytest.mark.parametrize("place", range(len(POISON)))
def test_whatever_stands_in_the_browsers_storage_every_widget_shows(
    place: int, in_page: InPage, tmp_path: Path
) -> None:
    in_page.page.evaluate(
        "text => { localStorage.setItem('readtwice-work', text); sessionStorage.setItem('readtwice-waiting', text); }",
        POISON[place],
    )
    course.begin(folder=tmp_path)
    for name, widget in {"start": course.start(), "judge": course.stories("02", "exit"), "end": course.end()}.items():
        in_page.show(name, widget)
        expect(in_page.page.get_by_role("region", name=widget.title(), exact=True)).to_be_visible()
    expect(in_page.page.locator("[data-key='more']")).to_be_visible()
    in_page.page.locator(".rt-scale button").first.click()
    expect(in_page.page.locator(".rt-feedback")).to_be_visible()
    session = course.session()
    in_page.see("start")
    in_page.page.wait_for_function(
        "learner => (localStorage.getItem('readtwice-work') || '').includes(learner)", arg=session.record.learner
    )
    assert len(mirrored(in_page.page, session.record.learner)) == 1


def test_the_copy_holds_every_answer_once_with_two_tabs_a_full_storage_and_a_wiped_one(
    in_page: InPage, tmp_path: Path
) -> None:
    page, one, other = in_page.page, kernel(tmp_path), kernel(tmp_path)
    for name, session in (("one", one), ("other", other)):
        in_page.show(name, Start(session))

    def save(item: str, session: Session, name: str) -> None:
        session.save(item, ["clash"])
        in_page.see(name)
        page.wait_for_timeout(50)

    save("a", one, "one")
    save("b", other, "other")
    page.evaluate("() => localStorage.clear()")
    save("c", one, "one")
    page.evaluate(
        """() => { window.real = Storage.prototype.setItem;
        Storage.prototype.setItem = () => { throw new Error('full'); }; }"""
    )
    save("d", one, "one")
    page.evaluate("() => { Storage.prototype.setItem = window.real; }")
    save("e", other, "other")
    save("f", one, "one")
    learner = one.record.learner
    assert learner == other.record.learner
    assert mirrored(page, learner) == {"a", "b", "c", "d", "e", "f"}


def test_a_fresh_start_leaves_the_first_learners_copy_and_a_slip_takes_over_its_own(
    in_page: InPage, tmp_path: Path
) -> None:
    session = kernel(tmp_path)
    session.save("of the first", ["clash"])
    first = session.record.learner
    page = in_page.page
    in_page.show("start", Start(session))
    page.wait_for_timeout(100)
    page.locator("[data-key='more']").click()
    in_page.see("start")
    later = kernel(tmp_path)
    in_page.show("later", Start(later))
    page.locator("[data-key='fresh']").last.click()
    expect(page.get_by_text(say("start.started_fresh")).first).to_be_visible()
    later.save("of the second", ["clash"])
    in_page.see("later")
    page.wait_for_timeout(100)
    assert mirrored(page, first) == {"of the first"}
    assert mirrored(page, later.record.learner) == {"of the second"}


def test_on_a_server_that_forgot_its_disk_the_browsers_copy_comes_back_by_itself(
    in_page: InPage, tmp_path: Path
) -> None:
    before = kernel(tmp_path / "before")
    before.save("a", ["clash"])
    text = progress_text(before.record.to_take_along)
    copy = {before.record.learner: {"last": before.record.saved_at, "count": 1, "text": text}}
    in_page.page.evaluate("text => localStorage.setItem('readtwice-work', text)", json.dumps(copy))
    session = kernel(tmp_path / "empty")
    in_page.show("start", Start(session))
    expect(in_page.page.get_by_text(say("start.from_browser"))).to_be_visible()
    assert [event.item for event in session.record.events] == ["a"]
    assert session.record.learner == before.record.learner


@pytest.mark.parametrize("text", ["", "no answers", '{"readtwice_record": 1}\n{"id": 5}\n'])
def test_newer_copies_that_cannot_be_read_do_not_stand_before_the_one_that_can(
    text: str, in_page: InPage, tmp_path: Path
) -> None:
    before = kernel(tmp_path / "before")
    before.save("a", ["clash"])
    sound = {"last": before.record.saved_at, "count": 1, "text": progress_text(before.record.to_take_along)}
    spoilt = {f"{code}": {"last": f"2999-01-0{code}", "count": 9, "text": text} for code in (1, 2)}
    copies = json.dumps({**spoilt, before.record.learner: sound})
    in_page.page.evaluate("text => localStorage.setItem('readtwice-work', text)", copies)
    session = kernel(tmp_path / "empty")
    in_page.show("start", Start(session))
    expect(in_page.page.get_by_text(say("start.from_browser"))).to_be_visible()
    assert [event.item for event in session.record.events] == ["a"]
    assert session.record.learner == before.record.learner


@pytest.mark.usefixtures("asking")
def test_on_a_shared_machine_it_is_offered(in_page: InPage, tmp_path: Path) -> None:
    before = kernel(tmp_path / "before")
    before.save("a", ["clash"])
    copy = {
        before.record.learner: {
            "last": before.record.saved_at,
            "count": 1,
            "text": progress_text(before.record.to_take_along),
        }
    }
    in_page.page.evaluate("text => localStorage.setItem('readtwice-work', text)", json.dumps(copy))
    session = kernel(tmp_path / "empty")
    in_page.show("start", Start(session))
    bring = in_page.page.get_by_role("button", name=say("start.mirror_yes"))
    expect(bring).to_be_visible()
    assert session.record.events == ()
    bring.click()
    expect(in_page.page.get_by_text(say("start.loaded", count=1)).first).to_be_visible()


@pytest.mark.long
def test_a_click_that_waits_goes_out_under_its_first_number(in_page: InPage, tmp_path: Path) -> None:
    course.begin(folder=tmp_path)
    judge = course.stories("02", "exit")
    card = judge.view["cards"][0]["id"]
    message = {"type": "answer", "item": card, "verdict": None, "relation": None, "sureness": "think_so", "hints": 0}
    judge._take(judge, {**message, "number": "rtold-1"}, [])
    waiting = [{"id": "rtold-1", "key": judge.view["key"], "message": message}]
    in_page.page.evaluate("text => sessionStorage.setItem('readtwice-waiting', text)", json.dumps(waiting))
    in_page.show("judge", judge)
    in_page.page.wait_for_function("() => sessionStorage.getItem('readtwice-waiting') === '[]'")
    assert len(course.session().record.events) == 1
