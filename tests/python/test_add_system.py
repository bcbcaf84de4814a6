"""A system of one's own: its columns are guessed, and its folder builds as written."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest
import yaml
from door import THE_DOOR, dbt, rows

from customer_master.add_system import add_system
from customer_master.errors import BadInput, CustomerMasterError
from customer_master.headers import guess_attribute
from customer_master.home import PROJECT_DIR, Home

SYSTEMS = yaml.safe_load((PROJECT_DIR / "dbt_project.yml").read_text())["vars"]["source_systems"]


def test_a_new_system_builds_as_written(door_home: Home, project: Path, tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    home.path.mkdir()
    with duckdb.connect(str(home.raw)) as raw:
        raw.execute("create schema laden")
        raw.execute(
            """create table laden."Kunden" as select 7 as "Kunden-Nr", 'Jürgen' as "Vorname", 'Groß' as "Nachname",
            'Weg 1' as "Straße", '89073' as plz, date '1980-05-17' as "Geburtsdatum", 'j@example.com' as "E-Mail",
            '0731 1' as telefon, '0171 2' as "Telefon 2", 'rot' as "Lieblingsfarbe" """
        )
    added = add_system(home, "laden", "laden.kunden", project)
    assert added.guess.unused == ["Lieblingsfarbe"]
    assert added.guess.contact_points == [("phone", "Telefon 2")]
    line = f"source_systems: [{', '.join([*SYSTEMS, 'laden'])}]"
    assert line in added.todo
    with pytest.raises(CustomerMasterError, match="exists already"):
        add_system(home, "laden", "laden.kunden", project)
    settings = project / "dbt_project.yml"
    settings.write_text(re.sub(r"source_systems: \[.*\]", "source_systems: [laden]", settings.read_text()))
    built = dbt(home, "build", *THE_DOOR, project=project)
    assert built.success, built.said
    assert any(r.node.resource_type == "unit_test" for r in built.result.results)
    columns = "record_id, given_name, family_name, street_address, postal_code, birth_date, email, phone"
    (record,) = rows(home, f"select {columns} from work.intermediate.source_records")
    assert record == ("laden:kunden:7", "Jürgen", "Groß", "Weg 1", "89073", "1980-05-17", "j@example.com", "0731 1")
    points = rows(home, "select kind, label, phone from work.intermediate.source_contact_points")
    assert points == [("phone", "telefon 2", "0171 2")]


def test_add_system_refuses_what_it_cannot_read(door_home: Home, project: Path) -> None:
    with pytest.raises(BadInput, match=r"nearest one is raw\.stripe\.customer"):
        add_system(door_home, "shop", "stripe.customers", project)
    with pytest.raises(CustomerMasterError, match="cannot name a system"):
        add_system(door_home, "My Shop", "stripe.customer", project)
    with pytest.raises(BadInput, match="no column that could be its key"):
        add_system(door_home, "shop", "raw_copies.rows_without_key", project)
    assert not (project / "models/staging/shop").exists()


@pytest.mark.parametrize(
    ("header", "attribute"),
    [
        ("First Name", "given_name"),
        ("Straße", "street_address"),
        ("Code postal", "postal_code"),
        ("Correo electrónico", "email"),
        ("Ragione sociale", "organization_name"),
        ("date_of_birth", "birth_date"),
        ("soc_sec_id", "national_id"),
        ("phone2", "phone"),
        ("favourite colour", None),
    ],
)
def test_headers_are_known_in_five_languages(header: str, attribute: str | None) -> None:
    assert guess_attribute(header) == attribute
