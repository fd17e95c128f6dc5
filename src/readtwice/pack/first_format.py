"""Packs compiled before offsets were worked out at loading: a document of format 1 becomes one of today's."""

from __future__ import annotations

from typing import Any

from readtwice.article import Article, Block, Sentence
from readtwice.pack.compiled_article import plain_article

_QUOTE = {"block", "sentence", "span", "text"}


def from_first_format(document: dict[str, Any]) -> dict[str, Any]:
    """The document in today's format. Raises KeyError, TypeError and AttributeError for a damaged one."""
    told = document["article"]
    article = Article(
        told["title"],
        told["text"],
        tuple(Block(**block) for block in told["blocks"]),
        tuple(Sentence(**sentence) for sentence in told["sentences"]),
        told.get("front_matter", {}),
    )
    return {**_with_quotes_of_today(document), "article": plain_article(article)}


def _with_quotes_of_today(value: Any) -> Any:
    if isinstance(value, list):
        return [_with_quotes_of_today(one) for one in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == _QUOTE:
        return {value["block"]: value["text"]}
    return {name: _with_quotes_of_today(one) for name, one in value.items()}
