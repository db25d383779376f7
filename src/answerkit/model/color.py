"""Colours as a Word file writes them, ``RRGGBB``, and how well two of them can be told apart."""

from __future__ import annotations

READABLE = 4.5
"""The least contrast of text. Source: WCAG 2.1, 1.4.3 (contrast, level AA)."""

DISCERNIBLE = 3.0
"""The least contrast of bars, lines and other shapes. Source: WCAG 2.1, 1.4.11 (non-text contrast)."""

_DARKEST_OF_THE_CURVE = 0.03928


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21; the order does not matter.

    Source: WCAG 2.1, definition of contrast ratio.
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    """The relative luminance, from 0 to 1. Source: WCAG 2.1, definition of relative luminance."""
    red, green, blue = (_linear(int(color[start : start + 2], 16) / 255) for start in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= _DARKEST_OF_THE_CURVE else float(((share + 0.055) / 1.055) ** 2.4)
