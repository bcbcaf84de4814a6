"""Writes raw tables of customers as Fivetran lands them, and the truth about them, from a number and a seed."""

from customer_master.generate.generator import TABLES, generate

__all__ = ["TABLES", "generate"]
