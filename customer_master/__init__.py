"""customer-master: thin orchestration over a dbt project that masters customer data."""

__version__ = "0.1.0"
