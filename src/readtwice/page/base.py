"""What every widget does: show a view, take messages, answer each with a new view, and look right when not running."""

from __future__ import annotations

import json
import logging
import os
import re
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from readtwice.colours import STYLE
from readtwice.markup import Html, html
from readtwice.page.session import Session
from readtwice.page.views import View, page_html
from readtwice.words import say, words

if TYPE_CHECKING:
    from readtwice.page.demand import Demand

_log = logging.getLogger(__name__)


@cache
def static(package: str, name: str) -> str:
    """The text of a file beside the code of a package."""
    return (resources.files(package) / name).read_text(encoding="utf-8")


def script(package: str, name: str, *, of_a_class: bool = False) -> str:
    """A widget's script behind the shared one, without types, comments and indents: they are for those who change it,
    and each widget carries its script. One file each: a widget's script cannot import another.

    A page `of_a_class` carries besides what such pages share.
    """
    shared = ("core.js", "class.js") if of_a_class else ("core.js",)
    return "\n".join([*(_stripped(__package__, one) for one in shared), _stripped(package, name)])


@cache
def _stripped(package: str, name: str) -> str:
    lines = map(str.strip, re.sub(r"/\*\*.*?\*/", "", static(package, name), flags=re.DOTALL).splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def style(package: str = "", name: str = "", *, of_a_class: bool = False) -> str:
    """The shared style sheet behind the one that names the colours, then a style sheet of an activity's own. A page
    `of_a_class` has between them what such pages share."""
    shared = ("course.css", "class.css") if of_a_class else ("course.css",)
    own = [static(package, name)] if package else []
    return "\n".join([STYLE, *(static(__package__, one) for one in shared), *own])


def whole(view: View) -> View:
    """A view without halves of an emoji, which no message to a page can hold and a damaged record can."""
    try:
        json.dumps(view, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        text = json.dumps(view, ensure_ascii=False).encode("utf-8", "replace").decode()
        return dict(json.loads(text))
    return view


class PageWidget(anywidget.AnyWidget):
    """What a widget does that belongs to nobody's record. A subclass gives `_esm`, `name` and `build`, takes
    `receive`, and says in `static_html` what it shows where nothing is running.

    `view` holds all that the page shows and nothing in the notebook's file: the repr and the HTML for a page that is
    not running are always the same. What a browser saves as a file goes out by `hand_over`, and never into the view.
    """

    _css = style()
    name = ""
    phrases: tuple[str, ...] = ()
    """Sections of the interface words that the script needs beyond its own, feedback and connection."""
    static_phrase = "how"
    """What of its own section stands where nothing is running."""

    view = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)

    def __init__(self) -> None:
        super().__init__()
        needed = (self.name, "feedback", "connection", *self.phrases)
        self.words = {section: words()[section] for section in needed}
        self.show()
        self.on_msg(self._take)

    def title(self) -> str:
        """What the widget is called on its page. No two on one page may be called the same, or nobody can tell them
        apart by ear."""
        return say(f"{self.name}.name")

    def build(self) -> View:
        """All that the page shows."""
        raise NotImplementedError

    def receive(self, message: dict[str, Any]) -> str:
        """Act on what somebody did, and return a sentence to speak. Bytes that came with it are `message["buffers"]`.

        Raises ValueError or KeyError for nonsense.
        """
        raise NotImplementedError

    def static_html(self) -> Html:
        """The body of what shows where nothing is running."""
        return html("<p>{}</p>", say(f"{self.name}.{self.static_phrase}"))

    def show(self, **more: Any) -> None:
        """Send a new view."""
        self.view = whole({**self.build(), "name": self.title(), "key": self.place, **more})

    def hand_over(self, name: str, text: str) -> None:
        """Let the browser save a file. It passes by in a message: no trait, and so no notebook, ever holds it."""
        self.send({"file": {"name": name, "text": text}})

    def belongs_to(self) -> str:
        """What the widget is about, where two pages may show widgets of one name."""
        return ""

    @property
    def place(self) -> str:
        """Names this widget on this notebook's page, also after a restart, so that waiting clicks find it again."""
        page = os.environ.get("JPY_SESSION_NAME", "")  # set by the Jupyter server
        return sha256(f"{page} {self.belongs_to()} {self.title()}".encode()).hexdigest()[:16]

    def _take(self, _widget: object, content: Any, buffers: object) -> None:
        number = content.get("number", "") if isinstance(content, dict) else ""
        try:
            said = self.receive({**content, "buffers": buffers} if buffers else content)
        except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError):
            _log.warning("a message that no widget sends was passed over", exc_info=True)
            said = ""
        last = self.view  # the page hears of a view only where it differs from the one before
        again = {"again": last.get("again", 0) + 1} if number and last.get("answers") == number else {}
        self.show(answers=number, said=said, **again)

    def __repr__(self) -> str:
        return f"{self.title()}. {say('static.not_running')}"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is None:
            return None
        data, metadata = bundle
        head = html("<h3>{}</h3><p><strong>{}</strong></p>", self.title(), say("static.not_running"))
        foot = html("<p><em>{}</em></p>", say("static.widgets_missing"))
        return {**data, "text/plain": repr(self), "text/html": page_html(head, self.static_html(), foot)}, metadata


class CourseWidget(PageWidget):
    """The base of the widgets that a learner touches: `session` has the pack and the record.

    Learner state lives in the view and nowhere in the notebook's file, which is the same whatever was answered.
    """

    marks = True
    """Whether an answer hears at once what becomes of it."""

    follows = True
    """Whether, before it acts, it looks whether the learner chose other work on another page."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._answering, self._shows = False, session.record.learner
        super().__init__()
        session.widgets.append(self)
        session.tell(chosen=self._show_other_work)

    def belongs_to(self) -> str:
        return self.session.slug

    def _take(self, widget: object, content: Any, buffers: object) -> None:
        self._answering = True
        try:
            with self.session.answer_first(), self.session.record.message(self._name_of(content)):
                if self.follows:
                    self.session.look()
                super()._take(widget, content, buffers)
        finally:
            self._answering = False

    def asked(self) -> Sequence[bool]:
        """For each thing that the learner is asked for here, whether the record has an answer. A widget that only shows
        something asks for nothing."""
        return ()

    def holds(self) -> Iterable[str]:
        """The ids of the questions about the article that can be answered here: a drawing of it leads to them."""
        return ()

    def demand(self) -> Demand:
        """What it asks of somebody who meets it first: as many decisions as it has answers, unless it knows better."""
        from readtwice.page.demand import Demand, words_in  # here: what measures lessons asks, and no learner

        return Demand(words_in(self.build()), len(self.asked()))

    def forget(self) -> None:
        """Drop what was written or opened here and not saved: somebody else is at work now."""

    def _show_other_work(self) -> None:
        record = self.session.record
        if self._shows not in record.codes:
            self.forget()
        self._shows = record.learner
        if not self._answering:  # else the answer to the click shows it already
            self.show()

    def _name_of(self, message: object) -> str:
        """Names a message for good: what is saved twice under one name is saved once, also by another kernel.

        The page numbers its messages; the content is part of the name, in case two pages should number alike.
        """
        if not isinstance(message, dict) or not message.get("number"):
            return ""
        return f"{self.place} {json.dumps(message, sort_keys=True, default=repr)}"
