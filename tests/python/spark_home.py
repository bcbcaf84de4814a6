"""The one Spark warehouse that a test process has: a JVM has one metastore."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from customer_master.home import Home
from customer_master.spark.session import SETTINGS

# Few rows: what Java's second compiler costs is not won back.
JAVA_OPTIONS = f"{SETTINGS['java_options']} -XX:TieredStopAtLevel=1"
ON_SPARK = {"DBT_TARGET": "spark", "CUSTOMER_MASTER_SPARK_JAVA_OPTIONS": JAVA_OPTIONS}


@cache
def spark_home() -> Home:
    folder = Path(tempfile.mkdtemp(prefix="customer_master_spark_"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Home(folder)
