"""One table of records for the peers: the columns of a labelled set under one name each, lightly cleaned in DuckDB.

Grain: one row a row of the set's CSV files, numbered over the files in the order of their names, as truth.csv numbers
them. Columns a set has nothing for are left out. What a peer's own documentation would clean is cleaned here, inside
the time that is measured: case, blanks, dates written as ISO, digits of numbers, placeholders.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

# A mailbox or phone number of more records is a placeholder.
MOST_RECORDS = 100
# Per family of sets: name for the peers -> SQL over the columns of the files.
DAY = "strftime(coalesce({}), '%Y-%m-%d')"
COLUMNS = {
    "fake_1000": {
        "given": "lower(first_name)",
        "family": "lower(surname)",
        "birth_date": "dob",
        "city": "city",
        "email": "lower(email)",
    },
    "febrl": {
        "given": "lower(given_name)",
        "family": "lower(surname)",
        "birth_date": "date_of_birth",
        "national_id": "soc_sec_id",
        "house_number": "street_number",
        "street": "address_1",
        "city": "suburb",
        "postcode": "postcode",
        "region": "state",
    },
    "pseudopeople": {
        "given": "lower(first_name)",
        "family": "lower(last_name)",
        "middle": "lower(substr(coalesce(middle_initial, middle_name), 1, 1))",
        "birth_date": DAY.format(
            "try_strptime(date_of_birth, '%m/%d/%Y'), try_strptime(date_of_birth, '%Y%m%d'), "
            "try_strptime(date_of_birth, '%m%d%Y')"
        ),
        "national_id": "ssn",
        "house_number": "coalesce(street_number, mailing_address_street_number)",
        "street": "lower(coalesce(street_name, mailing_address_street_name))",
    },
    "generated": {
        "given": "lower(coalesce(given_name, case when organization_name is null"
        " then split_part(full_name, ' ', 1) end))",
        "family": "lower(coalesce(family_name, case when organization_name is null and full_name like '% %'"
        " then split_part(full_name, ' ', -1) end))",
        "organization": "lower(trim(regexp_replace(case when family_name is null then organization_name end,"
        " '(?i)[ ,.]+(inc|llc|ltd|limited|gmbh|ag|corp|co|plc|sa|sl|sarl|sas|srl|spa|bv|nv|kg|llp)[.]?$', '')))",
        "birth_date": DAY.format("try_strptime(birth_date, ['%Y-%m-%d', '%Y%m%d', '%d.%m.%Y', '%d/%m/%Y'])"),
        "email": "lower(email)",
        "phone": "right(regexp_replace(phone, '[^0-9]', '', 'g'), 9)",
        "house_number": "coalesce(house_number, regexp_extract(street_address, '[0-9]+'))",
        "street": "lower(trim(regexp_replace(street_address, '[0-9]+[a-zA-Z]?|[.,]', '', 'g')))",
        "city": "lower(city)",
        "postcode": "upper(postal_code)",
        "national_id": "coalesce(national_id, vat_id, tax_id)",
    },
}


def family_of(folder: Path) -> str:
    return next(name for name in COLUMNS if folder.name.startswith(name))


def prepare(connection: duckdb.DuckDBPyConnection, folder: Path) -> list[str]:
    """Makes the table `records` (row_number, source, columns); returns its columns that hold values."""
    files = sorted(path for path in folder.glob("*.csv") if path.name != "truth.csv")
    read, first = [], 0
    for path in files:
        said = f"read_csv('{path}', all_varchar = true, header = true)"
        connection.execute(
            f"create temp table file_{len(read)} as select row_number() over () - 1 + {first} as row_number,"
            f" '{path.stem}' as source, * from {said}"
        )
        first += connection.execute(f"select count(*) from file_{len(read)}").fetchone()[0]
        read.append(f"select * from file_{len(read)}")
    names = {c[0] for r in read for c in connection.execute(f"{r} limit 0").description}
    columns = COLUMNS[family_of(folder)]
    wanted = {word for sql in columns.values() for word in _words(sql)}
    missing = "".join(f", cast(null as varchar) as {name}" for name in sorted((wanted & ALL_NAMES) - names))
    said = ", ".join(f"nullif(trim({sql}), '') as {name}" for name, sql in columns.items())
    connection.execute(
        f"create table records as select row_number, source, {said}"
        f" from (select *{missing} from ({' union all by name '.join(read)}))"
    )
    for name in {"email", "phone"} & set(columns):
        connection.execute(
            f"update records set {name} = null where {name} in"
            f" (select {name} from records group by {name} having count(*) > {MOST_RECORDS})"
        )
    counts = connection.execute(f"select {', '.join(f'count({name})' for name in columns)} from records").fetchone()
    return [name for name, count in zip(columns, counts, strict=True) if count]


def _words(sql: str) -> set[str]:
    return set(sql.replace("(", " ").replace(")", " ").replace(",", " ").split())


ALL_NAMES = {"street_number", "mailing_address_street_number", "street_name", "mailing_address_street_name",
             "middle_initial", "middle_name", "ssn", "house_number", "national_id", "vat_id", "tax_id"}  # fmt: skip
