"""The verbs of every page: whose work this is, and back to the top."""

from __future__ import annotations

from readtwice.page.end import End
from readtwice.page.open import session
from readtwice.page.progress import Progress
from readtwice.page.start import Start


def start(pack: str = "") -> Start:
    """Whose work this is (Continue or Start fresh), and when it was last saved.

    A page that is not on the article under study names its pack here. Raises PackError for one that does not exist.
    """
    opened = session(pack)
    Progress(opened)
    return Start(opened)


def end() -> End:
    """The last cell of a page: takes the reader back to the top after Run All."""
    return End(session())
