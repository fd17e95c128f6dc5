"""A page of HTML that stands alone."""

from __future__ import annotations

from html import escape

from readtwice.colours import STYLE as COLOURS
from readtwice.words import language

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def standing_alone(title: str, style: str, body: str) -> str:
    """A whole page around a body that is HTML already: a policy that lets nothing run and nothing be fetched."""
    return f"""<!DOCTYPE html>
<html lang="{language()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{escape(title)}</title>
<style>
{COLOURS}{style}</style>
</head>
<body>
{body}
</body>
</html>
"""
