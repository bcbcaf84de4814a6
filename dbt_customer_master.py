"""A plugin of dbt (it imports modules named dbt_*): has the Spark session ready before dbt asks for one."""

from __future__ import annotations

import os

from dbt.flags import get_flags
from dbt.plugins.manager import dbtPlugin


class CustomerMaster(dbtPlugin):
    """On target spark, `dbt build` alone finds the functions and settings that `customer-master build` has."""

    def initialize(self) -> None:
        target = getattr(get_flags(), "TARGET", None) or os.environ.get("DBT_TARGET")
        if target == "spark":
            from customer_master.spark.session import session  # noqa: PLC0415 - pyspark is an extra

            session()


plugins = [CustomerMaster]
