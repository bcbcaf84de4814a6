"""Looks at the values of every column: which share of them are e-mail addresses, dates, names of firms and so on."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from customer_master.home import PROJECT_DIR
from customer_master.raw_tables import quoted

SAMPLE_ROWS = 5_000
LONGEST_VALUE = 200
# What stands round a value without belonging to it: blanks, tabs, line ends, no-break and zero-width blanks, BOMs.
BLANKS = "' ' || chr(9) || chr(10) || chr(13) || chr(160) || chr(8203) || chr(65279)"
# Words of macros/standardize/standardize_gender.sql, and Italian ones.
GENDERS = "f female w weiblich woman femme feminin femenino mujer frau girl femmina donna m male mannlich maennlich man"
GENDERS += " homme masculin masculino hombre h herr boy maschio uomo x d divers diverse nonbinary nb other unknown"
CLEAR_GENDERS = "f m w female male weiblich mannlich maennlich femme homme mujer hombre femmina maschio"
# What systems call the two kinds of customers, folded.
ORGANIZATION_TYPES = """organization,organisation,org,company,business,corporate,corporation,firm,b2b,legal person,
legal entity,firma,firmenkunde,geschaftskunde,geschaeftskunde,unternehmen,gewerblich,juristische person,entreprise,
societe,professionnel,personne morale,empresa,persona juridica,juridica,azienda,societa,persona giuridica"""
PERSON_TYPES = """person,individual,private,consumer,natural person,b2c,privat,privatkunde,privatperson,
naturliche person,natuerliche person,particulier,personne physique,particular,persona fisica,fisica,persona,privato"""
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec mai dez okt fev avr aou ene abr ago dic gen mag giu lug set"
# Kind of word -> seed, column, condition.
SEEDS = {
    "nicknames": ("nicknames", "name_key", "true"),
    "organization_words": ("organization_words", "word_key", "true"),
    "legal_forms": ("legal_forms", "legal_form_key", "true"),
    "countries": ("country_names", "country_key", "true"),
    "us_states": ("regions", "region_key", "country = 'US'"),
    "honorifics": ("honorifics", "honorific_key", "true"),
    "junk_values": ("junk_values", "value_key", "kind = 'any' and not regexp_matches(value_key, '[0-9]')"),
    "street_types": ("street_types", "street_type_key", "true"),
}


@dataclass(frozen=True)
class Column:
    """What the sampled, non-empty values of a column look like: kind of KINDS -> share between 0 and 1.

    `filled` counts all rows; `typical` is a frequent value, shortened.
    """

    name: str
    filled: int
    typical: str
    shares: dict[str, float]

    def share(self, *kinds: str) -> float:
        """The share of the kind, or of the most frequent of several."""
        return max(self.shares.get(kind, 0.0) for kind in kinds)


def sql_list(words: str, separator: str | None = None) -> str:
    """'a,b' -> ('a', 'b')."""
    return "(" + ", ".join(f"'{word.strip()}'" for word in words.split(separator)) + ")"


def trimmed(value: str) -> str:
    """SQL: without blanks round it, null when nothing is left; only values that look like it are sent through trim."""
    starts = f"{value} < '!' or starts_with({value}, chr(160))"
    ends = " or ".join(f"suffix({value}, chr({code}))" for code in (32, 9, 160))
    return f"nullif(case when {starts} or {ends} then trim({value}, {BLANKS}) else {value} end, '')"


def folded(value: str) -> str:
    """SQL: lower case, no accents, words one blank apart, null when nothing is left; dots join (S.A. -> sa)."""
    without_accents = f"lower(strip_accents(replace(replace({value}, '.', ''), 'ß', 'ss')))"
    return f"nullif(trim(regexp_replace({without_accents}, '[^a-z0-9]+', ' ', 'g')), '')"


_YEAR, _MONTH, _DAY = r"(1[89]|20|99)\d\d", "(0?[1-9]|1[0-2])", r"(0?[1-9]|[12]\d|3[01])"
_TWO_DIGITS = r"(0[1-9]|[12]\d|3[01])"
_DATE = rf"""(
    regexp_full_match(v, '{_YEAR}[-/.]{_MONTH}[-/.]{_DAY}([ T]\d\d?:.*)?')
    or regexp_full_match(v, '{_YEAR}(0[1-9]|1[0-2]){_TWO_DIGITS}|{_TWO_DIGITS}{_TWO_DIGITS}{_YEAR}')
    or regexp_full_match(v, '{_DAY}([./-]| ){_DAY}([./-]| )({_YEAR}|\d\d)([ T]\d\d?:.*)?')
    or (
        regexp_full_match(f, '(\d{{1,2}} )?(de )?[a-z]{{3,10}} (de )?(\d{{1,2}} )?({_YEAR}|\d\d)')
        and regexp_extract(f, '[a-z]{{3}}') in {sql_list(MONTHS)}
    )
)"""
# Neither an American social security number nor an IP address.
_PHONE = r"""(
    len(d) between 6 and 15
    and regexp_full_match(lower(v), '[+(]?[0-9][0-9 ()./-]*((x|ext\.?) ?[0-9]+)?')
    and not regexp_full_match(v, '\d{3}-\d{2}-\d{4}|\d{1,3}(\.\d{1,3}){3}')
)"""
# Kind -> condition on a value: v as it is, f folded, d its digits.
KINDS = {
    "email": r"regexp_full_match(v, '[^@\s]+@[^@\s]+\.[^@\s.]{2,}')",
    "website": r"regexp_full_match(lower(v), '(https?://|www\.)\S+|[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,6}')",
    "date": "is_date",
    "old_date": rf"is_date and try_cast(regexp_extract(v, '{_YEAR}') as integer) <= 2000",
    "phone": "is_phone",
    "written_phone": r"is_phone and regexp_matches(v, '^[+(0]|[0-9)][ ./-][0-9(]')",
    "year": r"regexp_full_match(v, '(1[89]|20)\d\d')",
    "gender": f"f in {sql_list(GENDERS)}",
    "clear_gender": f"f in {sql_list(CLEAR_GENDERS)}",
    "party_type": f"f in {sql_list(ORGANIZATION_TYPES, ',')} or f in {sql_list(PERSON_TYPES, ',')}",
    "letter_postal_code": "regexp_full_match(upper(v), "
    r"'[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4} ?[A-Z]{2}')",
    "short_code": r"regexp_full_match(v, '[A-Za-z0-9][A-Za-z0-9 .-]{1,10}') and d <> ''",
    "house_number": r"regexp_full_match(v, '\d{1,5} ?([a-zA-Z]|bis|ter)?([-/ ]+\d{1,5} ?[a-zA-Z]?)?')",
    "letters": r"regexp_matches(v, '\pL')",
    "one_word": "word_count = 1",
    "name_length": "word_count between 2 and 4 and d = ''",
    "country": "is_country",
    "us_state": "is_us_state",
    "organization": "is_organization",
    "person": "is_person and not is_organization and d = ''",
    "street": "is_street and word_count > 1",
}


def look_at(
    connection: duckdb.DuckDBPyConnection, columns: list[str], row_count: int, given_name_columns: list[str]
) -> dict[str, Column]:
    """Column name -> what its values look like, from some 5,000 of them, spread over the file.

    The values of `given_name_columns` are known given names, beside those of the nicknames seed.
    """
    if not columns:
        return {}
    counts = ", ".join(f"count(*) filter ({quoted(name)} <> '')" for name in columns)
    filled = connection.execute(f"select {counts} from file_rows").fetchone() or ()
    _sample(connection, columns, row_count, filled)
    _read_words(connection)
    rows = connection.execute(_shares_sql([columns.index(name) for name in given_name_columns]))
    found = {number: (typical, kinds) for number, typical, *kinds in rows.fetchall()}
    connection.execute("drop table trial_values")
    result = {}
    for number, name in enumerate(columns):
        typical, kinds = found.get(number, ("", []))
        result[name] = Column(name, filled[number], typical, dict(zip(KINDS, (k or 0.0 for k in kinds), strict=False)))
    return result


def _sample(connection: duckdb.DuckDBPyConnection, columns: list[str], row_count: int, filled: tuple[int, ...]) -> None:
    """trial_values(column_no, v, n): the values of every stride-th row, or of all rows where few have a value."""
    stride = max(1, row_count // SAMPLE_ROWS)
    names = ", ".join(quoted(name) for name in columns)
    connection.execute(
        f"create or replace temp table trial_rows as select {names} from file_rows where row_number % {stride} = 0"
    )
    connection.execute("create or replace temp table trial_values (column_no integer, v varchar, n bigint)")
    for number, name in enumerate(columns):
        rows = "file_rows" if filled[number] <= 2 * SAMPLE_ROWS else "trial_rows"
        connection.execute(
            f"insert into trial_values select {number}, left({trimmed(quoted(name))}, {LONGEST_VALUE}) as v, count(*) "
            f"from {rows} where v is not null group by v"
        )
    connection.execute("drop table trial_rows")


def _read_words(connection: duckdb.DuckDBPyConnection) -> None:
    """Temporary trial_words(kind, word): the words of the reference seeds, read once a connection."""
    selects = []
    for kind, (name, column, condition) in SEEDS.items():
        path = PROJECT_DIR / f"seeds/reference/{name}.csv"
        with path.open(encoding="utf-8") as file:
            # Told the columns, DuckDB need not look for them, which takes longer than reading.
            columns = ", ".join(f"'{header}': 'varchar'" for header in file.readline().strip().split(","))
        escaped = str(path).replace("'", "''")
        told = f"auto_detect = false, header = true, columns = {{{columns}}}"
        selects.append(f"select distinct '{kind}', {column} from read_csv('{escaped}', {told}) where {condition}")
    sql = " union all ".join(selects)
    connection.execute(f"create temp table if not exists trial_words as from ({sql}) as words (kind, word)")


def _shares_sql(given_columns: list[int]) -> str:
    """column_no, a frequent value, then the share of each kind."""
    return _SHARES.format(
        seeds=",\n".join(f"{kind} as (select word from trial_words where kind = '{kind}')" for kind in SEEDS),
        given=", ".join(str(number) for number in given_columns) or "-1",
        fold=folded("v"),
        date=_DATE,
        phone=_PHONE,
        shares=", ".join(f"sum(n) filter ({condition}) / sum(n)" for condition in KINDS.values()),
    )


# The places at which the models look for words of organizations; a legal form stands at the end, or in front (but
# Ms. is a title there, and Sr. at the end).
_SHARES = """
with
{seeds},
folded as (
    select *, {fold} as f, regexp_replace(v, '[^0-9]', '', 'g') as d from trial_values
),
parted as (
    select
        *,
        row_number() over () as id,
        coalesce(string_split(f, ' '), []) as w,
        len(string_split_regex(v, '\\s+')) as word_count
    from folded
    where f is null or f not in (from junk_values)
),
given_names as (
    select word from nicknames
    union
    select w[1] from parted where column_no in ({given}) and len(w[1]) > 1 group by w[1] having sum(n) > 1
),
forms as (
    select word from legal_forms anti join honorifics using (word)
),
words as (
    select id, unnest(list_distinct([w[1], w[2], w[3], w[-1]])) as word from parted
),
ends as (
    select id, unnest([w[-1], array_to_string(w[-2:], ' '), array_to_string(w[-3:], ' '), w[1]]) as word
    from parted
    where len(w) > 1
),
judged as (
    select
        parted.*,
        {date} as is_date,
        {phone} and not is_date as is_phone,
        id in (select id from words semi join organization_words using (word))
        or id in (select id from ends semi join forms using (word)) as is_organization,
        id in (select id from words semi join given_names using (word)) as is_person,
        id in (select id from words semi join street_types using (word))
        or regexp_matches(f, '(strasse|str|weg|gasse|platz|allee|ring)( [0-9]+ ?[a-z]?)?$') as is_street,
        f in (from countries) as is_country,
        f in (from us_states) as is_us_state
    from parted
)
select column_no, arg_min(v, row(-n, v)), {shares} from judged group by column_no
"""
