"""Decides for every column by itself what it may hold: by its header, and by its values where these say otherwise."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from customer_master.headers import BARE_NUMBERS, Meaning, plain, understand
from customer_master.trial.values import Column

# Kind of value -> how it is said.
PHRASES = {
    "email": "e-mail addresses",
    "website": "web addresses",
    "phone": "phone numbers",
    "date": "dates",
    "gender": "genders",
    "party_type": "kinds of customers",
    "organization": "names of organizations",
    "person": "names of persons",
    "street": "streets",
    "letter_postal_code": "postal codes",
    "country": "countries",
    "house_number": "house numbers",
    "letters": "words",
    "short_code": "short codes with digits",
}
# Attribute -> kinds of values one of which at least this share must have, or the header is not believed.
EXPECTED: dict[str, tuple[tuple[str, ...], float]] = {
    "email": (("email",), 0.2),
    "phone": (("phone",), 0.2),
    "website": (("website",), 0.2),
    "birth_date": (("date", "year"), 0.2),
    "gender": (("gender",), 0.2),
    "party_type": (("party_type",), 0.8),
    "country": (("country",), 0.2),
    "house_number": (("house_number",), 0.3),
    "postal_code": (("short_code",), 0.3),
    **{
        name: (("letters",), 0.5)
        for name in ("full_name", "given_name", "middle_name", "family_name", "organization_name", "city")
    },
    "street_address": (("letters",), 0.2),
}
PERSON_NAMES = ("full_name", "given_name", "family_name")
ADDRESS = ("street_address", "house_number", "unit", "city", "region", "postal_code", "country")
# Several columns of these are one value in parts: Street 1 and Street 2; the rest is told in one column.
JOINABLE = ("street_address", "full_name", "organization_name", "given_name", "family_name")
JOINED_PAIRS = {"primerapellido": "segundoapellido", "apellidopaterno": "apellidomaterno"}
# Headers that mean a whole name, a given name or a family name, depending on what stands beside them.
AMBIGUOUS_NAMES = ("name", "nom", "nombre", "nombres", "nome")
# Headers of organizations under which some systems keep persons too.
SOFT_ORGANIZATIONS = ("account", "accountname", "vendor", "vendorname", "supplier", "suppliername")


@dataclass(frozen=True)
class Candidate:
    """What one column may be: an attribute, or a kind (key, source, truth, other_party, unknown) with no attribute."""

    column: str
    position: int
    kind: str
    attribute: str | None
    reason: str
    by_header: bool
    role: str
    rank: int
    filled: int
    joined_with: str | None = None

    @property
    def header(self) -> str:
        """As headers.py compares it, without a trailing number."""
        return re.sub(r"\d+$", "", plain(self.column))


def find_candidates(columns: list[str], looks: dict[str, Column]) -> list[Candidate]:
    """One for each column, in their order."""
    candidates: list[Candidate] = []
    for position, column in enumerate(columns):
        meaning = understand(column)
        before = candidates[-1].attribute if candidates else None
        if meaning.kind in ("unknown", "key") and plain(column) in BARE_NUMBERS and before == "street_address":
            meaning = Meaning("attribute", "house_number")
        candidates.append(_judge(column, position, meaning, looks[column]))
    return _with_names_resolved(candidates, looks)


def percent(look: Column, kind: str) -> str:
    """'96 % are e-mail addresses'."""
    return f"{100 * look.share(kind):.0f} % are {PHRASES[kind]}"


def _judge(column: str, position: int, meaning: Meaning, look: Column) -> Candidate:
    found = Candidate(
        column, position, meaning.kind, meaning.attribute, "header", True, meaning.role, meaning.rank, look.filled
    )
    attribute, kind = by_values(look)
    shown = f"values: {percent(look, kind)}" if kind else ""
    overruled = f"values: the header says {meaning.attribute}, but"
    if not look.filled:
        found = replace(found, kind="unknown", attribute=None, reason="it is empty")
    elif meaning.kind == "unknown" or (meaning.kind == "key" and attribute == "email"):
        reason = shown or "its header is not known"
        found = replace(found, kind="attribute" if kind else "unknown", attribute=attribute, reason=reason)
        found = replace(found, by_header=False)
    elif meaning.kind == "attribute" and not _is_as_expected(meaning.attribute, attribute, look):
        if attribute is None:
            expected, _ = EXPECTED[meaning.attribute or ""]
            found = replace(found, kind="unknown", reason=f"{overruled} only {percent(look, expected[0])}")
        else:
            found = replace(found, reason=f"{overruled} {percent(look, kind)}", role="")
        found = replace(found, attribute=attribute, by_header=False)
    return found


def _is_as_expected(told: str | None, found: str | None, look: Column) -> bool:
    """An e-mail address is one under any header; for the rest, enough values must be what the header promises."""
    if "email" in (told, found):
        return told == found or (told == "email" and found is None and look.share("email") >= EXPECTED["email"][1])
    kinds, share = EXPECTED.get(told or "", ((), 0.0))
    return not kinds or look.share(*kinds) >= share


def by_values(look: Column) -> tuple[str | None, str]:
    """The attribute that the values show without any header, and the kind of value that shows it."""
    share = look.share
    tests = (
        ("email", "email", share("email") >= 0.8),
        ("website", "website", share("website") >= 0.8),
        ("phone", "phone", share("phone") >= 0.8 and share("written_phone") >= 0.5),
        ("birth_date", "date", share("date") >= 0.8 and share("old_date") >= 0.3),
        ("gender", "gender", share("gender") >= 0.9 and share("clear_gender") >= 0.5),
        ("party_type", "party_type", share("party_type") >= 0.9),
        ("street_address", "street", share("street") >= 0.5 and share("street") > share("organization")),
        ("organization_name", "organization", share("organization") >= 0.5 and is_mostly_firms(look)),
        ("postal_code", "letter_postal_code", share("letter_postal_code") >= 0.8),
        ("country", "country", share("country") >= 0.9 and share("us_state") < share("country")),
        ("full_name", "person", share("person") >= 0.6 and share("name_length") >= 0.7),
        ("given_name", "person", share("person") >= 0.6 and share("one_word") >= 0.8),
    )
    return next(((attribute, kind) for attribute, kind, is_so in tests if is_so), (None, ""))


def is_mostly_firms(look: Column) -> bool:
    return look.share("organization") >= 0.5 and look.share("organization") > look.share("person")


def _with_names_resolved(candidates: list[Candidate], looks: dict[str, Column]) -> list[Candidate]:
    """Settle what depends on the other columns: what a `name` is, and names that only values suggest."""
    clear = [c for c in candidates if c.by_header and c.header not in AMBIGUOUS_NAMES and c.attribute in PERSON_NAMES]
    return [_with_name_resolved(candidate, looks[candidate.column], clear) for candidate in candidates]


def _with_name_resolved(candidate: Candidate, look: Column, clear: list[Candidate]) -> Candidate:
    """`clear`: the columns whose headers leave no doubt which part of a person's name they hold."""
    if candidate.attribute in PERSON_NAMES:
        if not candidate.by_header and clear:
            return replace(candidate, kind="unknown", attribute=None, reason="its header is not known")
        if is_mostly_firms(look):
            return replace(candidate, attribute="organization_name", reason=f"values: {percent(look, 'organization')}")
        if candidate.by_header and candidate.header in AMBIGUOUS_NAMES:
            return _what_name(candidate, look, clear)
    elif candidate.header in SOFT_ORGANIZATIONS and look.share("person") >= 0.5 and not clear:
        return replace(candidate, attribute="full_name", reason=f"values: {percent(look, 'person')}")
    return candidate


def _what_name(candidate: Candidate, look: Column, clear: list[Candidate]) -> Candidate:
    """A `name`, `nom`, `nombre` or `nome`, given which other columns hold names of persons."""
    given = next((c.column for c in clear if c.attribute == "given_name"), None)
    family = next((c.column for c in clear if c.attribute == "family_name"), None)
    joined_with = None
    if given and family:
        attribute, reason = "full_name", "header, beside given and family name"
    elif given and look.share("organization") >= 0.1:
        attribute, joined_with = "full_name", given
        reason = f"values: {percent(look, 'organization')}, so {given} and it are read as one name"
    elif (given or family) and look.share("name_length") >= 0.8:
        attribute, reason = "full_name", "values: most are several words"
    elif given or family:
        attribute, reason = "family_name" if given else "given_name", f"header, beside {given or family}"
    elif not clear and look.share("one_word") >= 0.8 and look.share("person") >= 0.5:
        attribute, reason = "given_name", "values: most are single given names"
    else:
        attribute, reason = "full_name", "header"
    return replace(candidate, attribute=attribute, reason=reason, joined_with=joined_with)


def preferred(choice: list[Candidate]) -> Candidate:
    """One e-mail address or phone is as good as another, so the fullest column; else the usual header."""
    most = max(candidate.filled for candidate in choice)

    def order(candidate: Candidate) -> tuple[float, ...]:
        if candidate.attribute in ("email", "phone"):
            return (not candidate.by_header, -candidate.filled, candidate.position)
        return (not candidate.by_header, candidate.filled < most / 2, candidate.rank, candidate.position)

    return min(choice, key=order)


def parts_of(first: Candidate, choice: list[Candidate], renamed: list[str]) -> list[Candidate]:
    """The columns whose headers go on counting after the first: Street 1, Street 2; not a header that stood twice."""
    parts = [first]
    number = int((re.search(r"\d+$", plain(first.column)) or ["1"])[0])
    for candidate in sorted(choice, key=lambda c: plain(c.column)):
        is_other = candidate is not first and candidate.role == first.role and candidate.column not in renamed
        counts_on = candidate.header == first.header and plain(candidate.column).endswith(str(number + len(parts)))
        belongs = counts_on or JOINED_PAIRS.get(first.header) == candidate.header
        if is_other and belongs and first.attribute in JOINABLE:
            parts.append(candidate)
    return parts


def other_addresses(candidates: list[Candidate]) -> dict[str, str]:
    """Column -> why not; of a billing and a shipping address one is kept as a whole: parts of two make none."""
    groups: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.attribute in ADDRESS:
            groups.setdefault(candidate.role, []).append(candidate)

    def size(group: list[Candidate]) -> tuple[int, bool, int]:
        return len({c.attribute for c in group}), group[0].role == "", sum(c.filled for c in group)

    taken: set[str | None] = set()
    dropped: dict[str, str] = {}
    for role, group in sorted(groups.items(), key=lambda item: size(item[1]), reverse=True):
        attributes = {candidate.attribute for candidate in group}
        if attributes.isdisjoint(taken):
            taken |= attributes
        else:
            dropped |= {candidate.column: f"of another address{role and f' ({role})'}" for candidate in group}
    return dropped
