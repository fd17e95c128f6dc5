"""Floor 1: the article as text, blocks, sentences and spans, and the selectors that find a span again."""

from readtwice.article.article import Article, Block, Sentence, Span
from readtwice.article.files import MAXIMUM_TEXT, UnfitFile, read_plain, too_large
from readtwice.article.markdown import ArticleError, article_from_markdown, line_in
from readtwice.article.selectors import SpanNotFound, find_span, selectors_for

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
]
