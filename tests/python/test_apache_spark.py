"""The same models on Apache Spark: every mart as DuckDB makes it, value by value; versions and their views."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb
import parity
import pytest
from identity_graphs import SHORTER, assert_components, long_shapes
from parity import CUSTOMERS, differences, learn, write_report
from spark_home import ON_SPARK, spark_home

from customer_master import pipeline
from customer_master.console import show_status
from customer_master.dbt import Dbt
from customer_master.errors import BadInput, NotPublishable
from customer_master.home import Home
from customer_master.pipeline import environment
from customer_master.spark import publication, tables
from customer_master.spark.session import session


@dataclass(frozen=True)
class Twins:
    """The same raw tables, built with the shipped parameters and published on both."""

    files: Home
    home: Home

    def build(self, day: int) -> None:
        pipeline.generate(self.files, CUSTOMERS, seed=1, day=day)
        pipeline.build(self.files)
        with environment(ON_SPARK):
            pipeline.generate(self.home, CUSTOMERS, seed=1, day=day)
            pipeline.build(self.home)

    def compare(self) -> list[parity.Compared]:
        """Spark's files as database `spark` beside DuckDB's."""
        with duckdb.connect() as connection:
            connection.execute(f"attach '{self.files.published}' as files (read_only)")
            connection.execute("attach ':memory:' as spark; use spark")
            tables.attach(connection, self.home)
            return parity.compare(connection, "spark")


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Twins]:
    made = Twins(Home(tmp_path_factory.mktemp("files")), spark_home())
    with pipeline.settings(match_parameter_version="seed"):
        made.build(day=0)
        yield made


def test_every_published_table_is_the_same(twins: Twins) -> None:
    compared = twins.compare()
    write_report("spark", 0, compared)
    assert not differences(compared)


def test_views_read_the_published_version(twins: Twins) -> None:
    spark = session(twins.home)
    through_views = spark.sql("select count(*), max(customer_id) from core.dim_customer").collect()
    assert through_views == spark.sql("select count(*), max(customer_id) from core_v1.dim_customer").collect()
    assert spark.sql("select count(*) from state.crosswalk_versions").collect()[0][0] > 4000


@pytest.mark.in_full
def test_unit_tests_hold(twins: Twins) -> None:
    with environment(ON_SPARK):
        results = Dbt(twins.home).run("test", "--select", "test_type:unit")
    assert len(results) > 40


def test_tables_of_others_are_not_replaced(twins: Twins) -> None:
    spark = session(twins.home)
    spark.sql("create table core.mine as select 1 as a")
    with environment(ON_SPARK), pytest.raises(NotPublishable, match=r"core\.mine is a table"):
        publication.publish(twins.home, {"core.mine": "core.mine"}, {}, run_no=1, version=2, gates=[])
    with environment(ON_SPARK), pytest.raises(NotPublishable, match="Version 1 was published meanwhile"):
        publication.publish(twins.home, {}, {}, run_no=9, version=5, gates=[])
    spark.sql("drop table core.mine")


def test_a_missing_raw_table_is_named_before_anything_is_built(twins: Twins) -> None:
    spark = session(twins.home)
    spark.sql("alter table zendesk.user rename to zendesk.users")
    with environment(ON_SPARK), pytest.raises(BadInput, match=r"zendesk\.zendesk\.user does not exist.*'users'"):
        pipeline.check(Dbt(twins.home))
    spark.sql("alter table zendesk.users rename to zendesk.user")


@pytest.mark.in_full
def test_the_next_day_gives_both_the_same_ids(twins: Twins) -> None:
    twins.build(day=3)
    compared = twins.compare()
    write_report("spark", 3, compared)
    assert not differences(compared)


def said(home: Home, record: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What the commands that read a build say of it."""
    capsys.readouterr()
    pipeline.evaluate(home)
    pipeline.explain(home, record)
    pipeline.blocking(home)
    return capsys.readouterr().out


@pytest.mark.in_full
def test_commands_say_the_same(twins: Twins, capsys: pytest.CaptureFixture[str]) -> None:
    [(record,)] = session(twins.home).sql("select min(record_id) from core.customer_crosswalk").collect()
    here = said(twins.files, record, capsys)
    with environment(ON_SPARK):
        assert said(twins.home, record, capsys) == here
        show_status(twins.home)
    assert "published" in capsys.readouterr().out


@pytest.mark.in_full
def test_training_learns_the_same(twins: Twins) -> None:
    here = learn(twins.files)
    with environment(ON_SPARK):
        there = learn(twins.home)
    assert here.parameter_version == there.parameter_version
    kept = session(twins.home).sql("select distinct parameter_version from inbox.match_model_parameters").collect()
    assert [row[0] for row in kept] == [there.parameter_version]


@pytest.mark.in_full
def test_components_are_those_of_union_find(twins: Twins) -> None:
    """Last: it takes the place of match_edges."""
    file = twins.files.path / "edges.parquet"
    duckdb.sql(f"copy ({long_shapes(SHORTER)}) to '{file}' (format parquet)")
    spark = session(twins.home)
    spark.sql("drop table intermediate.match_edges")
    spark.sql(f"create table intermediate.match_edges using parquet as select * from parquet.`file:{file}`")
    with environment(ON_SPARK):
        Dbt(twins.home).run("run", "--select", "match_components")
    found = spark.sql("from intermediate.match_components").collect()
    assert_components([tuple(row) for row in found], long_shapes(SHORTER))
