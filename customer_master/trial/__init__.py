"""Parts of a command that tries the project on anybody's customer file: reading it, mapping its columns, the report."""
