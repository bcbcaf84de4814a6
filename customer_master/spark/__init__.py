"""Apache Spark as the place of builds: what `warehouse` and publishing ask of an engine."""

from customer_master.spark.publication import has_published, publish
from customer_master.spark.tables import has_table, load, native, open_checks, open_raw, open_work, place

__all__ = [
    "has_published",
    "has_table",
    "load",
    "native",
    "open_checks",
    "open_raw",
    "open_work",
    "place",
    "publish",
]
