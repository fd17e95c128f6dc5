"""Floor 1: the article as text, blocks, sentences and spans, and the selectors that find a span again.

All is imported when it is first named: the first cell of a page opens no text.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from readtwice.article.article import Article, Block, Sentence, Span, whole_words
    from readtwice.article.files import MAXIMUM_TEXT, UnfitFile, read_plain, too_large
    from readtwice.article.markdown import ArticleError, article_from_markdown, line_in
    from readtwice.article.selectors import SpanNotFound, find_span, selectors_for

_LATER = {
    "article": ("Article", "Block", "Sentence", "Span", "whole_words"),
    "files": ("MAXIMUM_TEXT", "UnfitFile", "read_plain", "too_large"),
    "markdown": ("ArticleError", "article_from_markdown", "line_in"),
    "selectors": ("SpanNotFound", "find_span", "selectors_for"),
}

__all__ = [
    "MAXIMUM_TEXT",
    "Article",
    "ArticleError",
    "Block",
    "Sentence",
    "Span",
    "SpanNotFound",
    "UnfitFile",
    "article_from_markdown",
    "find_span",
    "line_in",
    "read_plain",
    "selectors_for",
    "too_large",
    "whole_words",
]


def __getattr__(name: str) -> Any:
    for module, names in _LATER.items():
        if name in names:
            return getattr(import_module(f"readtwice.article.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
