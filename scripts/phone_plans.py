"""Numbering plans as rows: which leading digits allow which national lengths, read off the patterns of phonenumbers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from re import _constants as op
from re import _parser as parser

import phonenumbers

# A prefix this long is looked at no further; India would need 9,000 more rows for a fifth digit.
MAX_PREFIX = 5
MAX_PREFIX_OF = {91: 4}
MAX_LENGTH = 15
TYPES = ("fixed_line", "mobile", "toll_free", "premium_rate", "shared_cost", "personal_number", "voip", "pager", "uan")


class Automaton:
    """Thompson's construction for the subset phonenumbers uses: digits, classes, groups, alternatives, repetition."""

    def __init__(self) -> None:
        self.silent: list[set[int]] = []
        self.by_digit: list[dict[str, int]] = []
        self.finals: set[int] = set()

    def state(self) -> int:
        self.silent.append(set())
        self.by_digit.append({})
        return len(self.silent) - 1

    def add(self, nodes: list, start: int) -> int:
        for kind, value in nodes:
            start = self._node(kind, value, start)
        return start

    def _node(self, kind: object, value: object, start: int) -> int:
        end = self.state()
        if kind is op.LITERAL:
            self.by_digit[start][chr(value)] = end
        elif kind is op.IN:
            for digit in _digits(value):
                self.by_digit[start][digit] = end
        elif kind is op.SUBPATTERN:
            self.silent[self.add(value[3], start)].add(end)
        elif kind is op.BRANCH:
            for nodes in value[1]:
                first = self.state()
                self.silent[start].add(first)
                self.silent[self.add(nodes, first)].add(end)
        elif kind is op.MAX_REPEAT:
            low, high, nodes = value
            here = start
            for count in range(high):
                if count >= low:
                    self.silent[here].add(end)
                following = self.state()
                self.silent[self.add(nodes, here)].add(following)
                here = following
            self.silent[here].add(end)
        else:
            raise ValueError(f"phonenumbers uses {kind}, which this reader does not know: add it to Automaton._node")
        return end

    def close(self, states: set[int]) -> frozenset[int]:
        seen, todo = set(states), list(states)
        while todo:
            for following in self.silent[todo.pop()] - seen:
                seen.add(following)
                todo.append(following)
        return frozenset(seen)

    def step(self, states: frozenset[int], digit: str) -> frozenset[int]:
        return self.close({self.by_digit[s][digit] for s in states if digit in self.by_digit[s]})


def _digits(items: list) -> Iterator[str]:
    for kind, value in items:
        if kind is op.LITERAL:
            yield chr(value)
        elif kind is op.RANGE:
            yield from map(chr, range(value[0], value[1] + 1))
        elif kind is op.CATEGORY and value is op.CATEGORY_DIGIT:
            yield from "0123456789"
        else:
            raise ValueError(f"a class with {kind} in a pattern of phonenumbers: add it to phone_plans._digits")


def plan(country_code: int) -> list[tuple[str, int]]:
    """(leading digits, national length) of every valid number; prefixes are as short as the plan allows."""
    automaton = Automaton()
    start = automaton.state()
    for region in phonenumbers.COUNTRY_CODE_TO_REGION_CODE[country_code]:
        metadata = phonenumbers.PhoneMetadata.metadata_for_region(region)
        for name in TYPES:
            description = getattr(metadata, name)
            if description and description.national_number_pattern:
                first = automaton.state()
                automaton.silent[start].add(first)
                automaton.finals.add(automaton.add(parser.parse(description.national_number_pattern), first))

    deepest = MAX_PREFIX_OF.get(country_code, MAX_PREFIX)

    @cache
    def accepted(states: frozenset[int], remaining: int) -> int:
        if not remaining:
            return int(bool(states & automaton.finals))
        return sum(accepted(automaton.step(states, d), remaining - 1) for d in "0123456789") if states else 0

    def rows(states: frozenset[int], prefix: str, length: int) -> Iterator[tuple[str, int]]:
        remaining = length - len(prefix)
        count = accepted(states, remaining)
        if prefix and (count == 10**remaining or (count and len(prefix) == min(deepest, length))):
            yield prefix, length
        elif count:
            for digit in "0123456789":
                yield from rows(automaton.step(states, digit), prefix + digit, length)

    begin = automaton.close({start})
    return sorted(row for length in range(2, MAX_LENGTH + 1) for row in rows(begin, "", length))


def rows(countries: list[str]) -> list[tuple[int, str, int]]:
    """The plans of all calling codes that the countries use (+1 holds the US, Canada and the Caribbean)."""
    codes = sorted({phonenumbers.country_code_for_region(country) for country in countries})
    return [(code, prefix, length) for code in codes for prefix, length in plan(code)]
