"""Numbering plans as rows, read off the patterns of phonenumbers: leading digits and national length -> type of number.

The longest leading digits that fit decide, so that an exception is one row and not a split of everything around it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from re import _constants as op
from re import _parser as parser

import phonenumbers

# Deeper than this no plan of phonenumbers decides anything.
MAX_PREFIX = 7
MAX_LENGTH = 15
UNASSIGNED = "unassigned"
# The order in which phonenumbers asks what a number is; a number may be called both fixed_line and mobile.
SPECIAL = ("premium_rate", "toll_free", "shared_cost", "voip", "personal_number", "pager", "uan", "voicemail")
TYPES = (*SPECIAL, "fixed_line", "mobile")


class Automaton:
    """Thompson's construction for the subset phonenumbers uses: digits, classes, groups, alternatives, repetition."""

    def __init__(self) -> None:
        self.silent: list[set[int]] = []
        self.by_digit: list[dict[str, int]] = []
        self.finals: dict[int, tuple[int, str, frozenset[int]]] = {}

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


@dataclass
class Part:
    """The numbers that start with some digits: the rows they need, by what a shorter prefix already says of them."""

    prefix: str
    own_type: str
    rows_under: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def rows(self, inherited: str) -> list[tuple[str, str]]:
        own = [(self.prefix, self.own_type), *self.rows_under[self.own_type]]
        return min(self.rows_under.get(inherited, own), own, key=len)


def automaton_of(country_code: int) -> tuple[Automaton, int]:
    """The patterns of all regions that share a calling code; a final state knows region, type and lengths."""
    automaton = Automaton()
    start = automaton.state()
    for place, region in enumerate(phonenumbers.COUNTRY_CODE_TO_REGION_CODE[country_code]):
        metadata = phonenumbers.PhoneMetadata.metadata_for_region(region)
        for name in TYPES:
            description = getattr(metadata, name)
            if description and description.national_number_pattern:
                lengths = frozenset(description.possible_length or metadata.general_desc.possible_length)
                first = automaton.state()
                automaton.silent[start].add(first)
                final = automaton.add(parser.parse(description.national_number_pattern), first)
                automaton.finals[final] = (place, name, lengths)
    return automaton, start


def phone_type(found: list[tuple[int, str, frozenset[int]]], length: int) -> str:
    """What phonenumbers calls a number that these patterns match: the first region with a match decides."""
    matches = [(place, name) for place, name, lengths in found if length in lengths]
    if not matches:
        return UNASSIGNED
    first = min(place for place, _ in matches)
    names = {name for place, name in matches if place == first}
    special = [name for name in SPECIAL if name in names]
    if special:
        return special[0]
    return "fixed_line_or_mobile" if len(names) == 2 else names.pop()


def plan(country_code: int) -> list[tuple[str, int, str]]:
    """(leading digits, national length, phone type): as few rows as say it all."""
    automaton, start = automaton_of(country_code)

    @cache
    def counts(states: frozenset[int], remaining: int, length: int) -> Counter:
        if not remaining:
            found = [automaton.finals[state] for state in states if state in automaton.finals]
            return Counter({phone_type(found, length): 1})
        if not states:
            return Counter({UNASSIGNED: 10**remaining})
        return sum((counts(automaton.step(states, d), remaining - 1, length) for d in "0123456789"), Counter())

    def part(states: frozenset[int], prefix: str, length: int) -> Part:
        types = counts(states, length - len(prefix), length)
        if prefix and (len(types) == 1 or len(prefix) == min(MAX_PREFIX, length)):
            usual = max(sorted(types), key=lambda name: types[name])
            return Part(prefix, usual, {usual: []})
        parts = [part(automaton.step(states, d), prefix + d, length) for d in "0123456789"]
        said = {name for p in parts for name in p.rows_under} | {UNASSIGNED}
        rows_under = {name: [row for p in parts for row in p.rows(name)] for name in sorted(said)}
        fewest = min(rows_under, key=lambda name: (len(rows_under[name]), name))
        return Part(prefix, fewest, rows_under)

    begin = automaton.close({start})
    found = []
    for length in range(2, MAX_LENGTH + 1):
        if set(counts(begin, length, length)) != {UNASSIGNED}:
            found += [(prefix, length, name) for prefix, name in part(begin, "", length).rows_under[UNASSIGNED]]
    return sorted(found)


def rows(countries: list[str]) -> list[tuple[int, str, int, str]]:
    """The plans of all calling codes that the countries use (+1 holds the US, Canada and the Caribbean)."""
    codes = sorted({phonenumbers.country_code_for_region(country) for country in countries})
    return [(code, *row) for code in codes for row in plan(code)]
