"""The verb that ends a page: back to the top."""

from __future__ import annotations

from readtwice.page.end import End
from readtwice.page.open import session


def end() -> End:
    """The last cell of a page: takes the reader back to the top after Run All."""
    return End(session())
