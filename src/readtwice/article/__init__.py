"""Floor 1: the article as text, blocks, sentences and spans, and the selectors that find a span again."""

from readtwice.article.article import Article, Block, Sentence, Span
from readtwice.article.markdown import ArticleError, article_from_markdown
from readtwice.article.selectors import SpanNotFound, find_span, selectors_for

__all__ = [
    "Article",
    "ArticleError",
    "Block",
    "Sentence",
    "Span",
    "SpanNotFound",
    "article_from_markdown",
    "find_span",
    "selectors_for",
]
