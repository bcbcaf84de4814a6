"""`customer-master simulate`: builds and publishes generated tables day by day, and tells what became of the ids."""

from __future__ import annotations

from dataclasses import dataclass

from customer_master import pipeline, warehouse
from customer_master import publish as publishing
from customer_master.console import building, console
from customer_master.dbt import Dbt
from customer_master.errors import BadInput
from customer_master.evaluation.scores import score_clusters
from customer_master.generate import generate
from customer_master.home import Home

# Of state.identity_events, in the order of the columns after the ids that were kept.
ID_EVENTS = ("created", "merged", "split", "retired", "reactivated", "record_moved")
COLUMN_WIDTHS = (6, 6, 6, 6, 7, 5, 5)

DAY_SQL = """
with latest as (select max(published_version) as version from state.build_runs),

identity as (
    select event, count(*) as events
    from state.identity_events
    where version = (select version from latest)
    group by event
),

records as (
    select
        count(*) filter (event in ('record_created', 'key_reused')) as appeared,
        count(*) filter (event = 'hard_deleted') as gone,
        count(*) filter (event not in ('record_created', 'key_reused', 'hard_deleted')) as others
    from raw.truth.events
    where day = $day
)

select
    (select version from latest) as version, r.others, r.appeared, r.gone,
    (select count(*) from core.dim_customer where customer_id > 0 and status <> 'retired') as customers,
    (select map_from_entries(list((event, events))) from identity) as identity,
    (select count(*) from state.customer_registry) as ids_given,
    (
        select count(*)
        from state.customer_registry as r
        left join core.customer_id_redirect as d on d.old_customer_id = r.customer_id
        left join core.dim_customer as c on c.customer_id = coalesce(d.customer_id, r.customer_id)
        where c.customer_id is null and r.status <> 'retired'
    ) as ids_lost
from records as r
"""

CAUSES_SQL = """
select event, cause, count(*) as events
from state.identity_events
where version > 1
group by event, cause
order by event, events desc, cause
"""


@dataclass(frozen=True)
class Day:
    """What one day did: happenings in the world, records, and what became of the customer ids."""

    day: int
    version: int
    happenings: int
    records_new: int
    records_gone: int
    customers: int
    identity: dict[str, int]
    ids_given: int
    ids_lost: int
    f1: float

    @property
    def ids_kept(self) -> int:
        """Customers that had their id the day before."""
        return self.customers - sum(self.identity.get(event, 0) for event in ("created", "split", "reactivated"))


def simulate(home: Home, customers: int, seed: int, days: int) -> list[Day]:
    """Generates, builds and publishes the first load and then each day; the home must be a new one."""
    if warehouse.has_published(home):
        raise BadInput(
            f"{warehouse.place(home)} has customers already; they would be mixed with made-up ones.",
            "Set CUSTOMER_MASTER_HOME to a new folder for the simulation, or name a new database.",
        )
    dbt = Dbt(home)
    lived: list[Day] = []
    for day in range(days + 1):
        generate(home, customers, seed, day)
        warehouse.load_generated(home)
        if day == 0:
            pipeline.train(home)
            pipeline.check(dbt)
            show_header()
        with building(dbt, f"Day {day} of {days}", announced=False):
            dbt.build()
        publishing.publish(home, dbt)
        lived.append(measure(home, day))
        show_day(lived[-1])
    show_summary(home, lived)
    return lived


def measure(home: Home, day: int) -> Day:
    """Reads what is published and the truth of the day."""
    with warehouse.open_published(home) as connection:
        connection.execute(f"attach '{home.raw}' as raw (read_only)")
        row = connection.execute(DAY_SQL, {"day": day}).fetchone()
        assert row is not None
        version, happenings, appeared, gone, customers, identity, given, lost = row
        score = score_clusters(connection, pipeline.CROSSWALK)["all"]
    return Day(day, version, happenings, appeared, gone, customers, dict(identity or {}), given, lost, score.f1)


def show_header() -> None:
    """Over the columns that `show_day` writes; 80 characters wide."""
    console.print("              - records - ----------------- customer ids ----------------")
    console.print("day happened   new  gone   kept    new merged  split retired  back moved     F1", style="bold")


def show_day(day: Day) -> None:
    counts = (day.ids_kept, *(day.identity.get(event, 0) for event in ID_EVENTS))
    console.print(
        f"{day.day:>3} {day.happenings:>8,} {day.records_new:>5,} {day.records_gone:>5,} "
        + " ".join(f"{count:>{width},}" for count, width in zip(counts, COLUMN_WIDTHS, strict=True))
        + f"  {day.f1:.3f}",
        highlight=False,
    )


def show_summary(home: Home, lived: list[Day]) -> None:
    last = lived[-1]
    with warehouse.open_published(home) as connection:
        causes = connection.execute(CAUSES_SQL).fetchall()
        [(redirected, retired)] = connection.execute(
            "select count(*) filter (status = 'merged'), count(*) filter (status = 'retired') "
            "from state.customer_registry"
        ).fetchall()
    console.print(
        f"\n{last.ids_given:>9,}  ids ever given\n{last.customers:>9,}  of them customers today\n"
        f"{redirected:>9,}  lead to another customer now\n{retired:>9,}  retired: no record is left\n"
        f"{last.ids_lost:>9,}  lead nowhere\n",
        highlight=False,
    )
    for event, cause, count in causes:
        console.print(f"{count:>9,}  {event}: {cause}", highlight=False)
