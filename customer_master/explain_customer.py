"""Why a customer is one: its records, the links that hold them together, and what was kept out."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from customer_master import warehouse
from customer_master.errors import BadInput
from customer_master.explain import SHOWN, facts_table
from customer_master.home import Home


@dataclass(frozen=True)
class Link:
    """Two records of a customer, or one of it and one kept out of it; evidence: the weightiest, in words."""

    record_id_l: str
    record_id_r: str
    kind: str
    probability: float | None
    evidence: str | None


@dataclass(frozen=True)
class CustomerExplanation:
    """links: the strongest that hold the records together, strongest first; cut: pairs that a guard keeps apart."""

    customer: str
    records: tuple[dict, ...]
    links: tuple[Link, ...]
    matching_pairs: int
    bridges: tuple[Link, ...]
    cut: tuple[Link, ...]

    @property
    def verdict(self) -> str:
        """What holds it together, in a sentence or two."""
        count = len(self.records)
        if count == 1:
            return f"{self.customer} is one record; no other matches it."
        pairs = count * (count - 1) // 2
        weakest = self.links[-1]
        said = (
            f"{self.customer} is made of {count} records; {self.matching_pairs} of their {pairs} pairs match. "
            f"Its weakest link is that of {weakest.record_id_l} and {weakest.record_id_r} ({_share(weakest)})."
        )
        if self.bridges:
            ends = ", ".join(f"{bridge.record_id_l} and {bridge.record_id_r}" for bridge in self.bridges)
            said += f" Parts of it hang together by one link alone: {ends}."
        return said


def explain_customer(home: Home, name: str) -> CustomerExplanation:
    """The customer of a record (system:object:key) or of an id in the last build; BadInput when there is none."""
    with warehouse.open_work(home) as database:
        cluster = _cluster(database, name)
        columns = ", ".join(f"records.{column}" for column in SHOWN)
        records = database.execute(
            f"select {columns} from intermediate.clusters "
            "inner join intermediate.standardized_records as records using (record_no) "
            "where cluster_no = $1 order by records.record_no",
            [cluster],
        ).fetchall()
        [(matching,)] = database.execute(MATCHING, [cluster]).fetchall()
        return CustomerExplanation(
            customer=f"customer {name}" if name.isdecimal() else f"the customer of {name}",
            records=tuple(dict(zip(SHOWN, record, strict=True)) for record in records),
            links=tuple(Link(*row) for row in database.execute(LINKS, [cluster]).fetchall()),
            matching_pairs=matching,
            bridges=tuple(Link(*row) for row in database.execute(BRIDGES, [cluster]).fetchall()),
            cut=tuple(Link(*row) for row in database.execute(CUT, [cluster]).fetchall()),
        )


def render_customer(explanation: CustomerExplanation) -> RenderableType:
    """The explanation for a terminal."""
    verdict = explanation.verdict
    parts: list[RenderableType] = [Text(verdict[0].upper() + verdict[1:], style="bold"), ""]
    parts += [facts_table(explanation.records), ""]
    if explanation.links:
        parts.append(Text("The links that hold it together, strongest first:"))
        parts.append(_link_table(explanation.links))
    if explanation.cut:
        parts += ["", Text("Kept apart although the evidence says otherwise:"), _link_table(explanation.cut)]
    return Group(*parts)


def _link_table(links: tuple[Link, ...]) -> Table:
    table = Table(box=None, pad_edge=False)
    for column in ("record", "record", "decided by", "probability", "evidence that weighs most (bits)"):
        table.add_column(column, overflow="fold")
    for link in links:
        kind = link.kind.replace("_", " ")
        table.add_row(link.record_id_l, link.record_id_r, kind, _share(link), link.evidence or "")
    return table


def _share(link: Link) -> str:
    return "" if link.probability is None else f"{link.probability:.4f}"


def _cluster(database: duckdb.DuckDBPyConnection, name: str) -> int:
    if name.isdecimal():
        query = "select cluster_no from intermediate.cluster_customers where customer_id = $1::bigint"
        todo = "Ids of merged customers lead elsewhere: see core.customer_id_redirect."
    else:
        query = (
            "select cluster_no from intermediate.clusters "
            "inner join intermediate.standardized_records using (record_no) where record_id = $1"
        )
        todo = "A record id is system:object:key, as in core.customer_crosswalk; a customer id is a number."
    try:
        found = database.execute(query, [name]).fetchone()
    except duckdb.CatalogException as error:
        raise BadInput("Customers are not built yet.", "Run `customer-master build` first.") from error
    if found is None:
        raise BadInput(f"No {'customer' if name.isdecimal() else 'record'} {name} in the last build.", todo)
    return found[0]


MATCHING = "select coalesce(max(edge_count), 0) from intermediate.cluster_quality where cluster_no = $1"
# The two pieces of evidence for a match that weigh most, and the one against it that does.
_EVIDENCE = """
weighty as (
    select
        pairs.record_no_l,
        pairs.record_no_r,
        terms.term,
        terms.label,
        terms.weight,
        row_number() over (
            partition by pairs.record_no_l, pairs.record_no_r, terms.weight > 0 order by abs(terms.weight) desc
        ) as place
    from pairs
    inner join intermediate.scored_pairs as scored using (record_no_l, record_no_r)
    inner join intermediate.match_explanation_terms as terms using (match_model, pattern_no)
    where terms.term not in ('prior', 'other_rival') and terms.label <> 'missing' and abs(terms.weight) >= 0.5
),

said as (
    select
        record_no_l,
        record_no_r,
        string_agg(
            replace(term, '_', ' ') || ' ' || label || printf(' (%+.1f)', weight), ', ' order by weight desc
        ) as evidence
    from weighty
    where place <= case when weight > 0 then 2 else 1 end
    group by all
)

select l.record_id, r.record_id, pairs.kind, pairs.match_probability, said.evidence
from pairs
inner join intermediate.standardized_records as l on pairs.record_no_l = l.record_no
inner join intermediate.standardized_records as r on pairs.record_no_r = r.record_no
left join said using (record_no_l, record_no_r)
order by pairs.place, l.record_no, r.record_no
"""
LINKS = f"""
with pairs as (
    select record_no_l, record_no_r, edge_kind as kind, match_probability, strength_rank as place
    from intermediate.cluster_links
    inner join intermediate.clusters on record_no_l = record_no
    where cluster_no = $1
),
{_EVIDENCE}
"""
BRIDGES = f"""
with pairs as (
    select record_no_l, record_no_r, edge_kind as kind, match_probability, match_probability as place
    from intermediate.cluster_bridges
    where cluster_no = $1
),
{_EVIDENCE}
"""
CUT = f"""
with pairs as (
    select
        cut_pairs.record_no_l,
        cut_pairs.record_no_r,
        coalesce(cut_pairs.cut_reason, 'a guard') as kind,
        cut_pairs.match_probability,
        -cut_pairs.match_probability as place
    from intermediate.cut_pairs
    inner join intermediate.clusters as l on cut_pairs.record_no_l = l.record_no
    inner join intermediate.clusters as r on cut_pairs.record_no_r = r.record_no
    where $1 in (l.cluster_no, r.cluster_no)
),
{_EVIDENCE}
"""
