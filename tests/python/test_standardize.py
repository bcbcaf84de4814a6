"""Macros of the standardized layer: instructive cases, f(f(x)) = f(x) on generated text, and agreement with oracles."""

from __future__ import annotations

import random
import unicodedata

import duckdb
import pytest
from email_validator import EmailNotValidError, validate_email
from hypothesis import given, settings
from hypothesis import strategies as st
from macro_sql import macro_sql
from stdnum.es import nif as es_nif

CASES = [
    ("fold_text", " Müller-Łukasz,  Straße ", "muller lukasz strasse"),
    ("fold_text", "...", None),
    ("fold_text", "Þórður Ørsted, İstanbul", "thordur orsted istanbul"),
    ("fold_text", "Mu\u0308ller", "muller"),
    ("fold_text", "Nguyễn Thị Đào", "nguyen thi dao"),
    ("fold_text", "\ufb01\u014b\u0133 \u01c4", "fingij dz"),
    ("fold_text", "\uff2d\uff35\uff2c\uff2c\uff25\uff32", "muller"),
    ("fold_text", "Юрий Щукин", "yuriy shchukin"),
    ("fold_text", "Юрии\u0306 Фёдоров", "yuriy fedorov"),
    ("fold_text", "Євген Ґрунт", "ievgen grunt"),
    ("fold_text", "Ђорђе Љубичић", "djordje ljubichic"),
    ("fold_text", "Әлия Қазақ", "aliya qazaq"),
    ("fold_text", "Σωκράτης 😀", "sokratis"),
    ("fold_text", "Ευάγγελος Μπάμπης Αυτός", "evangelos bampis aftos"),
    ("fold_text", "山田\u3000太郎", "山田 太郎"),
    ("fold_text", "カ\u3099", "ガ"),
    ("fold_text", "김 민수", "김 민수"),
    ("fold_text", "मोहन हिन्दी", "मोहन हिन्दी"),
    ("fold_text", "مُحَمَّد علي", "محمد علي"),
    ("fold_text", "שָׁלוֹם", "שלום"),
    ("fold_umlauts", "mueller", "muller"),
    ("fold_umlauts", "sue", "sue"),
    ("name_before_tail", "Hans Weber t/a Weber Bikes", "Hans Weber"),
    ("name_before_tail", "Weber Bau, Inh. Hans Weber", "Weber Bau"),
    ("name_before_tail", "Inhaber Weber", "Inhaber Weber"),
    ("trading_name", "Smith Ltd (d/b/a Smith's)", "Smith's"),
    ("trading_name", "Smith Ltd d/b/a Smith's (London)", "Smith's (London)"),
    ("trading_name", "Weber GmbH c/o Meier", None),
    ("join_initials", "Foo S. A. de C. V.", "Foo S.A. de C.V."),
    ("join_initials", "J. R. Smith", "J.R. Smith"),
    ("tidy_text", "  Anna\t\u00a0Maria ", "Anna Maria"),
    ("proper_case", "JAN VAN DER BERG", "Jan van der Berg"),
    ("proper_case", "mary-ann o'neil", "Mary-Ann O'Neil"),
    ("proper_case", "McKay", "McKay"),
    ("join_apostrophes", "O\u2019Brien", "OBrien"),
    ("letters_for_digits", "G1bbons", "Glbbons"),
    ("standardize_email", "Anna Berg <mailto:Anna.Berg@GMail.com>", "anna.berg@gmail.com"),
    ("standardize_email", "anna@gmx,de", "anna@gmx.de"),
    ("phone_digits", "+49 (0)30 / 1234-56 ext. 7", "+4930123456"),
    ("street_unit_kind", "123 Main St Apt 4B", "unit"),
    ("street_unit_kind", "Weg 5, 2. OG links", "floor"),
    ("street_unit_kind", "12 Suite Street", None),
    ("street_unit_kind", "5 Bath Road", None),
    ("street_unit_kind", "Camino Bajo 5", None),
    ("join_number_ranges", "Weg 12 - 14", "Weg 12-14"),
    ("join_number_ranges", "Baden - Baden", "Baden - Baden"),
    ("city_key", "st gallen", "saint gallen"),
    ("website_domain", "https://www.Bosch.de/shop?x=1", "bosch.de"),
    ("standardize_gender", "weiblich", "f"),
    ("standardize_gender", "unknown", None),
    ("date_precision", "1980", "year"),
    ("date_precision", "02/1980", "month"),
    ("date_precision", "29.02.1980", "day"),
    ("standardize_timestamp", "20240517", "2024-05-17 00:00:00"),
    ("standardize_timestamp", "2024-05-17", "2024-05-17 00:00:00"),
    ("standardize_timestamp", "2024-05-17T10:00:00", "2024-05-17 10:00:00"),
    ("standardize_timestamp", "20241399", None),
    ("standardize_timestamp", "yesterday", None),
    ("date_text", "29. Februar 1980", "1980-02-29"),
    ("date_text", "Feb 29, 1980 08:00", "1980-02-29"),
    ("date_text", "29 de febrero de 1980", "1980-02-29"),
    ("date_text", "29-FEB-80", "29.02.80"),
    ("date_text", "juillet 1980", "1980-07"),
    ("date_text", "1980-02-00", "1980-02"),
    ("date_text", "19800000", "1980"),
    ("date_text", "2/29/1980 12:00:00 AM", "2/29/1980"),
    ("date_text", "soon", None),
    ("role_key", "customer-service2", "customerservice"),
    ("role_key", "info+de", "info"),
    ("standardize_email", "a@x.de; b@y.de", "a@x.de"),
    ("standardize_email", "anna (at) web.de", "anna@web.de"),
    ("standardize_email", "Anna at web dot de", "anna@web.de"),
    ("is_email", "jörg@müller.de", "true"),
    ("is_email", "anna@web.test", "false"),
    ("phone_digits", "030 123456 int. 7", "030123456"),
    ("phone_extension", "030 123456 extn 78", "78"),
    ("phone_extension", "030 123456;ext=78", "78"),
    ("phone_extension", "030 123456", None),
]
COUNTRY_CASES = [
    ("standardize_date", "29.02.1980", "DE", "1980-02-29"),
    ("standardize_date", "02/29/1980", "US", "1980-02-29"),
    ("standardize_date", "03/04/1980", "US", "1980-03-04"),
    ("standardize_date", "03/04/1980", "GB", "1980-04-03"),
    ("standardize_date", "19800229", "FR", "1980-02-29"),
    ("standardize_date", "31.02.1980", "DE", None),
    ("standardize_date", "soon", "DE", None),
    ("standardize_date", "29/02/1980", "US", "1980-02-29"),
    ("standardize_date", "3/4/80", "US", "1980-03-04"),
    ("standardize_date", "3/4/24", "GB", "2024-04-03"),
    ("standardize_date", "02/1980", "GB", "1980-02-01"),
    ("standardize_date", "29021980", "DE", "1980-02-29"),
    ("standardize_postal_code", "00950", "PL", "00-950"),
    ("standardize_postal_code", "1310100", "BR", "01310-100"),
    ("standardize_postal_code", "1234AB", "NL", "1234 AB"),
    ("postal_code_characters", "1010 Wien", "AT", "1010"),
    ("postal_code_characters", "NL-1234 ab", "NL", "1234AB"),
    ("standardize_postal_code", "SW1A1AA", "GB", "SW1A 1AA"),
    ("standardize_postal_code", "1067", "DE", "01067"),
    ("standardize_postal_code", "123456789", "US", "12345-6789"),
    ("postal_code_characters", "D-50667", "DE", "50667"),
    ("family_name_word", "Jan van der Berg", "DE", "2"),
    ("family_name_word", "Ana García López", "ES", "2"),
    ("family_name_word", "Juan Carlos Ruiz", "ES", "3"),
    ("family_name_word", "John Paul Smith", "US", "3"),
]
KIND_CASES = [
    ("identifier_value", "403019261", "vat_be", "BE0403019261"),
    ("identifier_value", "EL094259216", "vat_gr", "GR094259216"),
    ("identifier_value", "CHE107787577MWST", "vat_ch", "CHE107787577"),
    ("identifier_value", "NO995525828MVA", "vat_no", "NO995525828"),
    ("identifier_value", "1234567", "company_number_gb", "01234567"),
    ("identifier_value", "AMTSGERICHTKLNHRB123", "handelsregister", "HRB123KLN"),
    ("is_identifier", "HRB123KLN", "handelsregister", "true"),
    ("is_identifier", "HRC123", "handelsregister", "false"),
    ("is_identifier", "QQ123456C", "nino", "false"),
    ("is_identifier", "AA123456C", "nino", "true"),
    ("is_identifier", "SC123456", "company_number_gb", "true"),
    ("is_identifier", "804735132", "duns", "true"),
    ("is_identifier", "80473513", "duns", "false"),
]
IDENTIFIER_KINDS = "vat_at vat_be vat_ch vat_gr vat_no vat_de handelsregister company_number_gb utr siren iban".split()  # noqa: SIM905
IDEMPOTENT = [
    "join_number_ranges",
    "fold_text",
    "name_before_tail",
    "fold_umlauts",
    "tidy_text",
    "proper_case",
    "join_apostrophes",
    "letters_for_digits",
    "standardize_email",
    "phone_digits",
    "website_domain",
    "identifier_characters",
    "role_key",
    "date_text",
]
IN_A_COUNTRY = ["standardize_postal_code", "postal_code_characters", "standardize_date"]
LETTERS = st.characters(codec="utf-8", exclude_characters="\x00") | st.sampled_from("aeouß éÜ.,-'+@<>0123 ÅMcvan")
SCRIPTS = st.characters(
    codec="utf-8", min_codepoint=0x80, max_codepoint=0x52F, exclude_categories=["C"]
) | st.sampled_from(
    "aé ß-йЙиєщъёαυγμπήϋς\u0301\u0306\u0308\u05b4\u064b\u1fc1\u30fb\uff21\ufb01\u5c71\u304b\u3099\u2019"
)
TEXT = st.text(LETTERS, max_size=24)


@pytest.fixture(scope="module")
def database() -> duckdb.DuckDBPyConnection:
    return duckdb.connect()


def applied(database: duckdb.DuckDBPyConnection, name: str, values: list, country: str | None = None) -> list:
    """What a macro makes of texts, in their order."""
    database.execute(
        "create or replace temp table given_values as select unnest($1::varchar[]) as x, $2::varchar as country,"
        " generate_subscripts($1::varchar[], 1) as place",
        [values, country],
    )
    sql = macro_sql(name, "x", *(["country"] if country else []))
    found = database.execute(f"select cast({sql} as varchar) from given_values order by place").fetchall()
    return [row[0] for row in found]


@pytest.mark.parametrize(("name", "text", "expected"), CASES)
def test_case(database, name, text, expected):
    assert applied(database, name, [text]) == [expected]


@pytest.mark.parametrize(("name", "text", "country", "expected"), COUNTRY_CASES)
def test_case_of_a_country(database, name, text, country, expected):
    assert applied(database, name, [text], country) == [expected]


@pytest.mark.parametrize(("name", "text", "kind", "expected"), KIND_CASES)
def test_case_of_a_kind(database, name, text, kind, expected):
    found = database.execute(
        f"select cast({macro_sql(name, 'kind', 'x')} as varchar) from (select $1 as x, $2 as kind)", [text, kind]
    ).fetchone()
    assert found == (expected,)


@pytest.mark.parametrize(
    ("attribute", "raw_value", "country", "expected"),
    [
        ("vat_id", "DE 136.695.976", "FR", "vat_de"),
        ("vat_id", "EL 094259216", None, "vat_gr"),
        ("vat_id", "136695976", "DE", "vat_de"),
        ("tax_id", "DE89 3704 0044 0532 0130 00", "DE", "iban"),
        ("vat_id", "NL 0012.34.567.B01", "NL", "vat_nl"),
        ("lei", "213800KUD8LAJWSQ9D15", "GB", "lei"),
        ("tax_id", "12-3456789", "US", "ein"),
        ("national_id", "12345678Z", "ES", "nif"),
    ],
)
def test_kind_of_an_identifier(database, attribute, raw_value, country, expected):
    kind = macro_sql("identifier_kind", "attribute", "x", macro_sql("identifier_characters", "x"), "country")
    query = f"select {kind} from (select $1 as attribute, $2 as x, $3::varchar as country)"
    assert database.execute(query, [attribute, raw_value, country]).fetchone() == (expected,)


@settings(max_examples=4, deadline=None, derandomize=True)
@given(
    texts=st.lists(
        st.from_regex(r"\A(AT|BE|CHE|EL|GR|NO|DE|AMTSGERICHT|HRB|K)?[0-9A-Z]{0,14}(MVA|MWST|TVA)?\Z"),
        min_size=60,
        max_size=60,
    )
)
def test_an_identifier_is_spelled_once_for_all(database, texts):
    once = macro_sql("identifier_value", "kind", "x")
    twice = macro_sql("identifier_value", "kind", "once")
    query = f"select x, kind, once, {twice} as twice from (select x, kind, {once} as once from given_values, kinds)"
    database.execute("create or replace temp table given_values as select unnest($1::varchar[]) as x", [texts])
    database.execute("create or replace temp table kinds as select unnest($1::varchar[]) as kind", [IDENTIFIER_KINDS])
    assert not database.execute(f"select * from ({query}) where once is distinct from twice").fetchall()


@pytest.mark.parametrize(
    ("line", "kind", "unit", "rest"),
    [
        ("123 Main St Apt 4B", "unit", "4b", "123 Main St "),
        ("Flat 3, 12 High Street", "unit", "3", "  12 High Street"),
        ("Calle Mayor 12, 3º B", "floor", "3b", "Calle Mayor 12, "),
        ("Calle Mayor 12, 3o B", "floor", "3b", "Calle Mayor 12, "),
        ("Weg 5, 2. OG links", "floor", "2oglinks", "Weg 5, "),
        ("12 rue Monge, 2ème étage", "floor", "2", "12 rue Monge, "),
        ("Calle Real 7, Ático", "floor", "atico", "Calle Real 7, "),
        ("12 Suite Street", None, None, "12 Suite Street"),
    ],
)
def test_units(database, line, kind, unit, rest):
    database.execute(
        "create or replace temp table given_values as select $1::varchar as x, $2::varchar as kind", [line, kind]
    )
    found = f"{macro_sql('street_unit', 'x', 'kind')}, {macro_sql('street_without_unit', 'x', 'kind')}"
    assert database.execute(f"select {found} from given_values").fetchone() == (unit, rest)


@pytest.mark.parametrize(
    ("line", "stands", "wanted"),
    [
        ("Hauptstr. Nr. 5", "behind", "Hauptstr. 5"),
        ("Calle Mayor nº12", "behind", "Calle Mayor 12"),
        ("Via Roma n. 12", "behind", "Via Roma 12"),
        ("No 7 High Street", "in front", "7 High Street"),
        ("#154 3rd Street", "in front", "154 3rd Street"),
        ("N 5th Street", "in front", "N 5th Street"),
        ("N. 5th Street", "in front", "N. 5th Street"),
        ("No Name Road", "in front", "No Name Road"),
    ],
)
def test_number_marks(database, line, stands, wanted):
    database.execute("create or replace temp table given_values as select $1 as x, $2 as stands", [line, stands])
    once = macro_sql("without_number_mark", "x", "stands")
    twice = macro_sql("without_number_mark", "once", "stands")
    query = f"select once, {twice} from (select {once} as once, stands from given_values)"
    assert database.execute(query).fetchone() == (wanted, wanted)


@pytest.mark.parametrize(
    ("line", "country", "number"),
    [
        ("Postfach 10 20 30", "DE", "102030"),
        ("P.O. Box 12", "US", "12"),
        ("BP n° 45", "FR", "45"),
        ("Apdo. Correos 12", "ES", "12"),
        ("C.P. 45", "IT", "45"),
        ("C.P. 45", "FR", None),
        ("Boxberger Str. 3", "DE", None),
    ],
)
def test_post_boxes(database, line, country, number):
    database.execute("create or replace temp table given_values as select $1 as x, $2 as country", [line, country])
    found = macro_sql("post_box_number", "x", "country")
    assert database.execute(f"select {found} from given_values").fetchone() == (number,)


@pytest.mark.parametrize("name", IDEMPOTENT)
@settings(max_examples=4, deadline=None, derandomize=True)
@given(texts=st.lists(TEXT, min_size=60, max_size=60))
def test_twice_is_once(database, name, texts):
    once = applied(database, name, texts)
    assert applied(database, name, once) == once


@settings(max_examples=8, deadline=None, derandomize=True)
@given(texts=st.lists(st.text(SCRIPTS, max_size=12), min_size=60, max_size=60))
def test_folding_scripts_twice_is_folding_once(database, texts):
    once = applied(database, "fold_text", texts)
    different = [
        pair for pair in zip(texts, once, applied(database, "fold_text", once), strict=True) if pair[1] != pair[2]
    ]
    assert not different and "" not in once


@settings(max_examples=8, deadline=None, derandomize=True)
@given(texts=st.lists(st.text(st.characters(codec="utf-8", categories=["L"]), min_size=1), min_size=60, max_size=60))
def test_letters_are_never_folded_to_nothing(database, texts):
    folded = applied(database, "fold_text", texts)
    assert not [text for text, made in zip(texts, folded, strict=True) if made is None and text.strip("ªºъьЪЬ")]


@settings(max_examples=8, deadline=None, derandomize=True)
@given(texts=st.lists(st.text(SCRIPTS, max_size=12), min_size=60, max_size=60))
def test_composed_and_decomposed_letters_fold_to_the_same(database, texts):
    composed, decomposed = ([unicodedata.normalize(form, text) for text in texts] for form in ("NFC", "NFD"))
    assert applied(database, "fold_text", composed) == applied(database, "fold_text", decomposed)


@pytest.mark.parametrize("country", ["DE", "GB", "NL", "US", "PL", "BR"])
@pytest.mark.parametrize("name", IN_A_COUNTRY)
@settings(max_examples=2, deadline=None, derandomize=True)
@given(
    texts=st.lists(st.from_regex(r"\A[A-Z]{0,2}[-. /]?[0-9A-Z]{0,4}[-. /]?[0-9A-Z]{0,5}\Z"), min_size=60, max_size=60)
)
def test_twice_is_once_in_a_country(database, name, country, texts):
    def bare(made):
        keep = name == "standardize_postal_code"
        return [text and text.replace("-", "").replace(" ", "") if keep else text for text in made]

    once = bare(applied(database, name, bare(texts), country))
    assert bare(applied(database, name, once, country)) == once


def test_spanish_numbers_agree_with_stdnum(database):
    generator = random.Random(3)
    values = []
    for first in "0123456789XYZKLMABEHPQSJW":
        for last in "0123456789ABCDEFGHIJTRWAGMYFPDXBNJZSQVHLCKE":
            values.append(first + "".join(str(generator.randint(0, 9)) for _ in range(7)) + last)
    found = applied(database, "is_spanish_nif", values)
    assert [value == "true" for value in found] == [es_nif.is_valid(value) for value in values]


def test_syntax_of_addresses_agrees_with_email_validator(database):
    pieces = ["anna", "anna.berg", "a..b", ".a", "a.", "o'neil", "a+b", "a b", "ann@a", "", "x" * 65]
    domains = ["gmail.com", "a-b.co.uk", "-a.com", "a-.com", "gmail", "gmail..com", "web.de", "a_b.de", ""]
    addresses = [f"{piece}@{domain}" for piece in pieces for domain in domains]
    expected = []
    for address in addresses:
        try:
            validate_email(address, check_deliverability=False, strict=True)
            expected.append(True)
        except EmailNotValidError:
            expected.append(False)
    assert [value == "true" for value in applied(database, "is_email", addresses)] == expected
