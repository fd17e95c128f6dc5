"""The verbs of every page: whose work this is, back to the top, and the article as a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readtwice.page.open import session
from readtwice.page.progress import Progress
from readtwice.page.start import Start

if TYPE_CHECKING:
    from readtwice.course.article_map_widget import ArticleMap
    from readtwice.page.end import End
    from readtwice.page.session import Session


def start(pack: str = "") -> Start:
    """Whose work this is (Continue or Start fresh), and when it was last saved.

    A page that is not on the article under study names its pack here. Raises PackError for one that does not exist.
    """
    opened = session(pack)
    Progress(opened, _drawn)
    return Start(opened)


def end() -> End:
    """The last cell of a page: takes the reader back to the top after Run All."""
    from readtwice.page.end import End  # here, since the first cell of a page should not wait for its last

    return End(session())


def article() -> ArticleMap:
    """The article as a place: what was read, judged, kept, caught and held back, each block a way to it."""
    return _drawn(session())


def _drawn(opened: Session) -> ArticleMap:
    from readtwice.course.article_map_widget import ArticleMap  # here, since no page waits for it to open

    return ArticleMap(opened)
