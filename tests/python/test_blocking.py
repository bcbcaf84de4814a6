"""`customer-master blocking`: what rules brought, and what they will cost."""

from __future__ import annotations

from conftest import query, run_cli

from customer_master import blocking, pipeline
from customer_master.dbt import Dbt

MADE = """
    select rules.blocking_rule, count(*)
    from intermediate.blocked_pairs as pairs
    inner join intermediate.blocking_report_rows as rules using (rule_no)
    group by all
"""


def compiled_forecast(home, **variables) -> blocking.Forecast:
    dbt = Dbt(home, variables=variables)
    dbt.run("build", "--select", "blocked_pairs_sample", *pipeline.WITHOUT_TESTS)
    compiled = dbt.run("compile", "--select", "compared_pairs", "blocking_forecast")
    [analysis] = [r.node.compiled_code for r in compiled if r.node.name == "blocking_forecast"]
    return blocking.forecast(home, analysis)


def test_a_forecast_says_what_comparing_will_find(own_home):
    made = dict(query(own_home.work, MADE))
    found = compiled_forecast(own_home)
    assert {rule.blocking_rule: rule.new_pairs for rule in found.rules if rule.new_pairs} == made
    assert [rule.rule_no for rule in found.rules] == list(range(1, len(found.rules) + 1))
    assert found.rules[-1].pairs_so_far == found.pairs == sum(made.values())
    assert found.seconds > 0


def test_a_forecast_from_a_sample_is_near(demo_home, copy_home):
    home = copy_home(demo_home)
    pairs = sum(dict(query(home.work, MADE)).values())
    found = compiled_forecast(home, forecast_pairs=15_000)
    one_in = query(home.work, "select any_value(one_in), count(*) from intermediate.blocked_pairs_sample")[0]
    assert one_in[0] > 1
    assert one_in[1] < pairs / 2
    assert abs(found.pairs / pairs - 1) < 0.1


def test_the_command_shows_rules_and_forecast(own_home):
    code, said = run_cli(own_home, "blocking")
    assert code == 0, said
    assert "person.same_email" in said
    code, said = run_cli(own_home, "blocking", "--forecast")
    assert code == 0, said
    assert "pairs to compare" in said
    assert query(own_home.work, "select count(*) from intermediate.blocked_pairs")[0][0] > 0


def test_a_home_without_a_build_says_what_to_do(tmp_path):
    from customer_master.home import Home  # noqa: PLC0415

    code, said = run_cli(Home(tmp_path), "blocking")
    assert code == 3, said
    assert "customer-master build" in said
