"""What a notebook calls: read a text of one's own."""

from __future__ import annotations

from readtwice.activities.own_article.widget import OwnArticle
from readtwice.page.open import session
from readtwice.page.own_text import begun


def own_article() -> OwnArticle:
    """Paste or load a text: its numbers, pairs worth a second look, words, captions, voices, to be judged by hand."""
    return OwnArticle(session().beside(begun()))
