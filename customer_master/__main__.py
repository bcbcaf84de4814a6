"""`python -m customer_master` is the command line."""

from customer_master.cli import app

app()
