"""Contrast as WCAG 2 defines it, of colours as style sheets and browsers write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

Colour = tuple[float, float, float]
NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


def rgb(value: str, theme: Mapping[str, str] = NOTHING, under: Colour = (1, 1, 1)) -> Colour:
    """The colour that is seen, from 0 to 1, where a value lies over another."""
    value = {"white": "#fff", "black": "#000"}.get(value.strip(), value.strip())
    if found := re.fullmatch(r"var\((--[\w-]+)(?:,\s*(.+))?\)", value):
        return rgb(theme.get(found[1], found[2]), theme, under)
    if found := re.fullmatch(r"rgba?\(([\d.]+),\s*([\d.]+),\s*([\d.]+)(?:,\s*([\d.]+))?\)", value):
        *parts, alpha = (float(part) for part in found.groups(default="1"))
        red, green, blue = (alpha * part / 255 + (1 - alpha) * below for part, below in zip(parts, under, strict=True))
        return red, green, blue
    digits = value.removeprefix("#")
    digits = "".join(2 * one for one in digits) if len(digits) == 3 else digits
    red, green, blue = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return red, green, blue


def luminance(parts: Colour) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """As WCAG 2 defines it, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
