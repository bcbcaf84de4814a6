"""Why two records are one customer, or are not: the build's own numbers, for any two records."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

import duckdb
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from customer_master import warehouse
from customer_master.comparing import comparison_of
from customer_master.errors import BadInput
from customer_master.home import Home
from customer_master.project import comparison_levels
from customer_master.train import SHARES

BAR = 12  # characters of the longest bar of a waterfall
SHOWN = (
    "record_id", "full_name", "organization_name", "birth_date", "email", "phone", "street", "house_number",
    "postal_code", "city",
)  # fmt: skip


@dataclass(frozen=True)
class Term:
    """One row of an explanation: what was seen and the bits it adds for (or against) a match."""

    name: str
    label: str
    weight: float


@dataclass(frozen=True)
class PairScore:
    """What the comparison of two records says under one match model; the terms sum to match_weight."""

    match_model: str
    blocking_rule: str | None
    terms: tuple[Term, ...]

    @property
    def match_weight(self) -> float:
        return math.fsum(term.weight for term in self.terms)

    @property
    def match_probability(self) -> float:
        return 1 / (1 + 2.0 ** -max(min(self.match_weight, 500), -500))


@dataclass(frozen=True)
class Explanation:
    """Everything known about two records' relation."""

    records: tuple[dict, dict]
    score: PairScore | None
    same_customer: bool | None
    declared_link: str | None
    cut_reason: str | None
    path: tuple[str, ...]

    @property
    def verdict(self) -> str:
        """The relation in one sentence."""
        left, right = (record["record_id"] for record in self.records)
        if self.same_customer is None:
            return f"{left} and {right}: customers are not built yet."
        if not self.same_customer:
            cut = f" The tie between them was cut: {self.cut_reason}." if self.cut_reason else ""
            return f"{left} and {right} are two customers.{cut}"
        if self.declared_link:
            return f"{left} and {right} are one customer: their source says so ({self.declared_link})."
        if len(self.path) > 2:
            return f"{left} and {right} are one customer, joined through {len(self.path) - 2} other record(s)."
        return f"{left} and {right} are one customer."


def explain(home: Home, record: str, other_record: str) -> Explanation:
    """The relation of any two records of the last build, compared or not."""
    with warehouse.open_work(home) as database:
        records = tuple(_record(database, record_id) for record_id in (record, other_record))
        left, right = sorted(found["record_no"] for found in records)
        if left == right:
            raise BadInput(f"{record} is one record; an explanation needs two.", "Give another record id.")
        score = _built_score(database, left, right) or _fresh_score(database, home, left, right)
        clusters = _optional(
            database, "select record_no, cluster_no from intermediate.clusters where record_no in (?, ?)", left, right
        )
        same = None if clusters is None else len({cluster for _, cluster in clusters}) == 1
        pair = "record_no_l = ? and record_no_r = ?"
        link = _optional(database, f"select link_kind from intermediate.declared_links where {pair}", left, right)
        cut = _optional(database, f"select cut_reason from intermediate.cut_pairs where {pair}", left, right)
        path = _path(database, left, right, clusters[0][1]) if same else ()
        return Explanation(records, score, same, link[0][0] if link else None, cut[0][0] if cut else None, path)


def render(explanation: Explanation) -> RenderableType:
    """The explanation for a terminal."""
    parts: list[RenderableType] = [Text(explanation.verdict, style="bold"), "", facts_table(explanation.records), ""]
    if len(explanation.path) > 2:
        parts += [Text("Path: " + " — ".join(explanation.path)), ""]
    score = explanation.score
    if score is None:
        parts.append(Text("Neither record holds what a comparison needs."))
        return Group(*parts)
    if score.blocking_rule is None:
        parts.append(Text("No rule brought them together; a comparison would have said:"))
    else:
        parts.append(Text(f"Brought together by {score.blocking_rule}; the comparison says:"))
    told = [term for term in score.terms if term.label != "missing"]
    widest = max(abs(term.weight) for term in told)
    table = Table(box=None, pad_edge=False)
    for column in ("evidence", "seen"):
        table.add_column(column)
    table.add_column("weight (bits)", justify="right")
    table.add_column("against | for", justify="left", no_wrap=True)
    for term in told:
        bar = _bar(term.weight, widest)
        table.add_row(term.name.replace("_", " "), term.label, f"{term.weight:+.2f}", bar)
    said = f"probability {score.match_probability:.4f}"
    table.add_row("match weight", said, f"{score.match_weight:+.2f}", "", style="bold")
    return Group(*parts, table)


def _bar(weight: float, widest: float) -> Text:
    """A weight as a bar to the right of a line (for) or to the left of it (against): '     |###'."""
    length = round(BAR * min(abs(weight) / widest, 1)) if widest else 0
    side = "#" * length
    if weight >= 0:
        return Text(" " * BAR + "|" + side, style="green")
    return Text(side.rjust(BAR) + "|", style="red")


def facts_table(records: Sequence[dict]) -> Table:
    """Records side by side, what none of them says left out."""
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    for record in records:
        table.add_column(record["record_id"], overflow="fold")
    for name in SHOWN[1:]:
        values = [record[name] for record in records]
        if any(value is not None for value in values):
            table.add_row(name.replace("_", " "), *("" if value is None else str(value) for value in values))
    return table


def _record(database: duckdb.DuckDBPyConnection, record_id: str) -> dict:
    columns = ("record_no", *SHOWN)
    found = database.execute(
        f"select {', '.join(columns)} from intermediate.standardized_records where record_id = ?", [record_id]
    ).fetchone()
    if found is None:
        raise BadInput(
            f"No record {record_id} in the last build.",
            "A record id is system:object:key, as in core.customer_crosswalk.",
        )
    return dict(zip(columns, found, strict=True))


def _optional(database: duckdb.DuckDBPyConnection, query: str, *values: object) -> list[tuple] | None:
    """The rows, or nothing when the table was not built."""
    try:
        return database.execute(query, list(values)).fetchall()
    except duckdb.CatalogException:
        return None


def _built_score(database: duckdb.DuckDBPyConnection, left: int, right: int) -> PairScore | None:
    """The pair as the build compared it, kept or not; the likelier reading when it was compared twice."""
    found = database.execute(
        """
        select patterns.match_model, rules.blocking_rule, compared.pattern_no
        from intermediate.compared_pairs as compared
        inner join intermediate.match_patterns as patterns
            on compared.match_model_no = patterns.match_model_no and compared.pattern_no = patterns.pattern_no
        inner join intermediate.blocking_report_rows as rules on compared.rule_no = rules.rule_no
        where compared.record_no_l = ? and compared.record_no_r = ?
        order by patterns.match_probability desc, patterns.match_model
        """,
        [left, right],
    ).fetchone()
    if found is None:
        return None
    match_model, rule, pattern = found
    terms = database.execute(
        """
        select term, label, weight from intermediate.match_explanation_terms
        where match_model = ? and pattern_no = ? order by term_no
        """,
        [match_model, pattern],
    ).fetchall()
    return PairScore(match_model, rule, tuple(Term(*term) for term in terms))


def _fresh_score(database: duckdb.DuckDBPyConnection, home: Home, left: int, right: int) -> PairScore | None:
    """What the build's comparison says about a pair that no rule made: its compiled SQL, given this pair alone."""
    pairs = " union all ".join(
        f"select {left} as record_no_l, {right} as record_no_r, {number} as match_model_no, 0 as rule_no"
        for number in range(1, len(comparison_levels()) + 1)
    )
    comparison = comparison_of(home, pairs)
    if comparison is None:
        return None
    scores = [
        _score_of_pattern(database, model_number, pattern)
        for _, _, model_number, _, pattern in database.execute(f"select * from {comparison}").fetchall()
    ]
    return max(scores, key=lambda score: score.match_weight, default=None)


def _score_of_pattern(database: duckdb.DuckDBPyConnection, model_number: int, pattern: int) -> PairScore:
    """The terms of a pattern that the build may never have seen, by the formula of match_explanation_terms."""
    match_model, levels = list(comparison_levels().items())[model_number - 1]
    parameters = {
        (comparison, level): (label, probabilities)
        for comparison, level, label, *probabilities in database.execute(
            "select comparison, level, label, p_match, p_related, p_other from intermediate.match_parameters "
            "where match_model = ?",
            [match_model],
        ).fetchall()
    }
    seen = [("prior", *parameters[SHARES, 0])]
    for comparison, size in levels.items():
        pattern, code = divmod(pattern, size + 1)
        seen.append((comparison, *parameters.get((comparison, code - 1), ("missing", (1.0, 1.0, 1.0)))))
    related, other = (math.fsum(math.log2(p[rival]) for _, _, p in seen) for rival in (1, 2))
    rival = 1 if related > other else 2
    terms = [Term(name, label, math.log2(p[0] / p[rival])) for name, label, p in seen]
    label = ("unrelated" if rival == 1 else "related") + " is possible too"
    terms.append(Term("other_rival", label, -math.log2(1 + 2.0 ** -abs(related - other))))
    return PairScore(match_model, None, tuple(terms))


def _path(database: duckdb.DuckDBPyConnection, left: int, right: int, cluster: int) -> tuple[str, ...]:
    """The shortest chain of the customer's own ties from one record to the other, as record ids."""
    edges = database.execute(
        """
        select edges.record_no_l, edges.record_no_r
        from intermediate.match_edges as edges
        inner join intermediate.clusters as l on edges.record_no_l = l.record_no and l.cluster_no = $1
        inner join intermediate.clusters as r on edges.record_no_r = r.record_no and r.cluster_no = $1
        order by 1, 2
        """,
        [cluster],
    ).fetchall()
    ties: dict[int, list[int]] = {}
    for one, another in edges:
        ties.setdefault(one, []).append(another)
        ties.setdefault(another, []).append(one)
    came_from, waiting = {left: left}, deque([left])
    while waiting and right not in came_from:
        record = waiting.popleft()
        for neighbour in ties.get(record, []):
            if neighbour not in came_from:
                came_from[neighbour] = record
                waiting.append(neighbour)
    if right not in came_from:
        return ()
    chain = [right]
    while chain[-1] != left:
        chain.append(came_from[chain[-1]])
    ids = dict(
        database.execute(
            "select record_no, record_id from intermediate.standardized_records where list_contains($1, record_no)",
            [chain],
        ).fetchall()
    )
    return tuple(ids[record] for record in reversed(chain))
