"""A drawing of a pack on a page: an address that holds it whole. Nothing is fetched, and nothing in it can run."""

from __future__ import annotations

from base64 import b64encode


def as_address(svg: str) -> str:
    """For the `src` of an image, where a browser runs no script and fetches nothing; empty without a drawing."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}" if svg else ""
