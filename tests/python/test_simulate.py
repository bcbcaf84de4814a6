"""Days of made-up life through the command line: every id ever given is a customer, leads to one, or is retired."""

from __future__ import annotations

import re

import pytest
from conftest import query, run_cli

from customer_master import pipeline
from customer_master.errors import BadInput
from customer_master.generate import generate
from customer_master.home import Home


def test_two_days_are_built_and_published_and_what_became_of_the_ids_is_told(tmp_path):
    home = Home(tmp_path / "life")
    code, said = run_cli(home, "simulate", "--days", "2", "--customers", "300")
    assert code == 0, said
    days = [line.split() for line in said.splitlines() if re.match(r"^ *\d+ +\d+ +\d+ +\d+ +[\d,]+ ", line)]
    assert [day[0] for day in days] == ["0", "1", "2"]
    versions = query(home.published, "select max(published_version) from governance.build_runs")
    assert versions == [(3,)]
    [(customers, given)] = query(
        home.published,
        "select (select count(*) from core.dim_customer where customer_id > 0 and status <> 'retired'),"
        " (select count(*) from state.customer_registry)",
    )
    assert re.search(rf"{given:,}  ids ever given", said)
    assert re.search(rf"{customers:,}  of them customers today", said)
    assert re.search(r"\b0  lead nowhere", said)
    kept, new, back, split = (int(days[2][place].replace(",", "")) for place in (4, 5, 9, 7))
    assert kept + new + split + back == customers

    code, said = run_cli(home, "simulate", "--days", "1")
    assert (code, "BadInput" in said) == (BadInput.exit_code, True), "made-up days never mix with what is published"


@pytest.fixture
def later_home(own_home: Home) -> Home:
    """The published home of the tests, with the raw tables of its 40th day."""
    with_days = query(own_home.raw, "select count(*) from truth.entities")[0][0]
    generate(own_home, with_days, seed=1, day=40)
    return own_home


def test_a_key_given_away_again_does_not_give_its_customer_away(later_home: Home) -> None:
    before = dict(query(later_home.published, "select record_id, customer_id from core.customer_crosswalk"))
    pipeline.build(later_home)
    reused = query(
        later_home.raw,
        "select record_id, entity_id from truth.events where event = 'key_reused' and record_id in "
        "(select record_id from truth.events where event = 'hard_deleted')",
    )
    reused = [(record, entity) for record, entity in reused if record in before]
    assert reused
    after = dict(query(later_home.published, "select record_id, customer_id from core.customer_crosswalk"))
    for record, _ in reused:
        assert after[record] != before[record]
    customers = dict(query(later_home.published, "select customer_id, status from core.dim_customer"))
    redirects = dict(query(later_home.published, "select old_customer_id, customer_id from core.customer_id_redirect"))
    for customer in before.values():
        assert redirects.get(customer, customer) in customers
