"""What the columns of well-known and of everyday files are taken for, and what the user may say about it."""

from __future__ import annotations

from pathlib import Path

import pytest
from trial_steps import FIRMS, PERSONS, PHONES, Trial

from customer_master.errors import BadInput
from customer_master.trial.mapping import describe, parse_columns


def test_febrl(trial: Trial) -> None:
    mapping = trial.map(
        {
            "rec_id": ["rec-1070-org", "rec-1016-org", "rec-1016-dup-0"],
            "given_name": ["michaela", "courtney", "courteney"],
            "surname": ["neumann", "painter", "painter"],
            "street_number": ["8", "12", ""],
            "address_1": ["stanley street", "pinkerton circuit", "pinkerton circuit"],
            "address_2": ["miami", "bega flats", ""],
            "suburb": ["winston hills", "richlands", "richlands"],
            "postcode": ["4223", "4560", "4560"],
            "state": ["nsw", "vic", "vic"],
            "date_of_birth": ["19151111", "19161214", "19161402"],
            "soc_sec_id": ["5304218", "4066625", "4066625"],
        }
    )
    assert mapping.attributes == {
        "given_name": ["given_name"],
        "family_name": ["surname"],
        "birth_date": ["date_of_birth"],
        "street_address": ["address_1"],
        "house_number": ["street_number"],
        "unit": ["address_2"],
        "city": ["suburb"],
        "region": ["state"],
        "postal_code": ["postcode"],
        "national_id": ["soc_sec_id"],
    }
    assert (mapping.source_record_id, mapping.source_system, mapping.unmapped) == ("rec_id", None, [])
    assert mapping.date_orders == {"date_of_birth": "ymd"}
    assert trial.records(mapping, "source_record_id, birth_date, house_number") == [
        ("rec-1070-org", "1915-11-11", "8"),
        ("rec-1016-org", "1916-12-14", "12"),
        ("rec-1016-dup-0", "19161402", None),
    ]


def test_a_labelled_file_of_persons(trial: Trial) -> None:
    mapping = trial.map(
        {
            "unique_id": ["0", "1", "2", "3"],
            "first_name": ["Robert", "", "Rob", "Caitlyn"],
            "surname": ["Alan", "Allen", "", "Mair"],
            "dob": ["1971-06-24", "1971-05-24", "1997-04-26", "1997-08-30"],
            "city": ["", "London", "London", "Leeds"],
            "email": ["robert255@smith.example", "", "roberta25@smith.example", "cm@mair.example"],
            "cluster": ["0", "0", "0", "1"],
        }
    )
    assert mapping.attributes == {
        "given_name": ["first_name"],
        "family_name": ["surname"],
        "birth_date": ["dob"],
        "email": ["email"],
        "city": ["city"],
    }
    assert (mapping.source_record_id, mapping.unmapped) == ("unique_id", ["cluster"])
    assert mapping.date_orders == {"dob": "ymd"}
    assert "never compared" in mapping.reasons["cluster"]


def test_pseudopeople_census(trial: Trial) -> None:
    mapping = trial.map(
        {
            "simulant_id": ["0_2", "0_3", "0_923"],
            "household_id": ["0_7", "0_7", "0_8"],
            "first_name": ["Diana", "Anna", "Gerald"],
            "middle_initial": ["P", "A", "R"],
            "last_name": ["Kellam", "Kellam", "Allen"],
            "age": ["25", "27", "76"],
            "date_of_birth": ["05/06/1994", "03/13/1993", "09/13/1943"],
            "street_number": ["5112", "5112", "1"],
            "street_name": ["145th st", "145th st", "rock hill rd"],
            "unit_number": ["", "", "# 7"],
            "city": ["Anytown"],
            "state": ["US"],
            "zipcode": ["00000"],
            "housing_type": ["Household"],
            "relationship_to_reference_person": ["Reference person", "Other relative", "Reference person"],
            "sex": ["Female", "Female", "Male"],
            "race_ethnicity": ["White"],
            "year": ["2020"],
        }
    )
    assert mapping.attributes == {
        "given_name": ["first_name"],
        "middle_name": ["middle_initial"],
        "family_name": ["last_name"],
        "birth_date": ["date_of_birth"],
        "gender": ["sex"],
        "street_address": ["street_name"],
        "house_number": ["street_number"],
        "unit": ["unit_number"],
        "city": ["city"],
        "region": ["state"],
        "postal_code": ["zipcode"],
    }
    assert mapping.source_record_id is None
    assert mapping.date_orders == {"date_of_birth": "mdy"}
    assert {"simulant_id", "household_id", "age", "race_ethnicity", "year"} < set(mapping.unmapped)


def test_pseudopeople_taxes_tell_about_others_too(trial: Trial) -> None:
    mapping = trial.map(
        {
            "simulant_id": ["0_2", "0_2"],
            "first_name": ["Diana", "Anna"],
            "last_name": ["Kellam", "Berg"],
            "ssn": ["875-10-2359", "786-77-6454"],
            "mailing_address_street_number": ["5112", "8203"],
            "mailing_address_street_name": ["145th st", "fox rd"],
            "mailing_address_po_box": ["", "18"],
            "mailing_address_city": ["Anytown"],
            "mailing_address_state": ["US"],
            "mailing_address_zipcode": ["00000"],
            "employer_id": ["95", "29"],
            "employer_name": ["The Pit Stop", "Nottingham Ship Works"],
            "employer_city": ["Anytown"],
            "employer_zipcode": ["00000"],
            "spouse_first_name": ["Gerald", "Peter"],
            "dependent_1_first_name": ["Lena", "Jo"],
        }
    )
    assert mapping.attributes == {
        "given_name": ["first_name"],
        "family_name": ["last_name"],
        "organization_name": ["employer_name"],
        "street_address": ["mailing_address_street_name"],
        "house_number": ["mailing_address_street_number"],
        "city": ["mailing_address_city"],
        "region": ["mailing_address_state"],
        "postal_code": ["mailing_address_zipcode"],
        "national_id": ["ssn"],
    }
    assert mapping.reasons["spouse_first_name"] == "about somebody else"


def test_a_german_customer_list(trial: Trial) -> None:
    mapping = trial.map(
        {
            "Kunden-Nr.": ["1001", "1002", "1003"],
            "Anrede": ["Herr", "Frau", "Frau"],
            "Name": ["Groß", "von der Heide", "Berg"],
            "Vorname": ["Jürgen", "Anna", "Lena"],
            "Straße": ["Äußerer Weg", "Hauptstr.", "Ring"],
            "Nr.": ["1", "12 a", "3"],
            "PLZ": ["89073", "01067", "10115"],
            "Ort": ["Ulm", "Dresden", "Berlin"],
            "Land": ["Deutschland"],
            "Geb.-Datum": ["24.12.61", "01.02.1980", "3.4.1999"],
            "Telefon privat": ["0731 55123", "", ""],
            "Handy-Nr.": ["0171 5551234", "0160 1234567", "0151 9876543"],
            "E-Mail-Adresse": ["j.gross@web.de", "anna@gmx.de", "lena@example.com"],
            "Quelle": ["Shop", "Laden", "Shop"],
            "Bemerkung": ["zahlt spät", "", "Stammkundin"],
        }
    )
    assert mapping.attributes == {
        "given_name": ["Vorname"],
        "family_name": ["Name"],
        "birth_date": ["Geb.-Datum"],
        "email": ["E-Mail-Adresse"],
        "phone": ["Handy-Nr."],
        "street_address": ["Straße"],
        "house_number": ["Nr."],
        "city": ["Ort"],
        "postal_code": ["PLZ"],
        "country": ["Land"],
    }
    assert (mapping.source_record_id, mapping.source_system) == ("Kunden-Nr.", "Quelle")
    assert mapping.unmapped == ["Anrede", "Telefon privat", "Bemerkung"]
    assert mapping.reasons["Telefon privat"] == "another phone; Handy-Nr. is used"
    assert trial.records(mapping, "birth_date, source_system")[0] == ("1961-12-24", "Shop")


def test_a_french_and_a_spanish_list(trial: Trial) -> None:
    mapping = trial.map(
        {
            "N° client": ["17", "18"],
            "Civilité": ["M.", "Mme"],
            "Nom": ["Dupont", "Lefèvre"],
            "Prénom": ["Éric", "Zoé"],
            "Raison sociale": ["", "Boulangerie Lefèvre SARL"],
            "Adresse 1": ["12 bis rue Monge", "3 place Bellecour"],
            "Adresse 2": ["", "bât. B"],
            "Code postal": ["75005", "69002"],
            "Ville": ["Paris", "Lyon"],
            "Date de naissance": ["13/01/1970", "02/03/1985"],
            "Téléphone portable": ["06 12 34 56 78", ""],
            "Courriel": ["eric@orange.fr", "zoe@free.fr"],
        }
    )
    assert mapping.attributes == {
        "given_name": ["Prénom"],
        "family_name": ["Nom"],
        "organization_name": ["Raison sociale"],
        "birth_date": ["Date de naissance"],
        "email": ["Courriel"],
        "phone": ["Téléphone portable"],
        "street_address": ["Adresse 1"],
        "unit": ["Adresse 2"],
        "city": ["Ville"],
        "postal_code": ["Code postal"],
    }
    mapping = trial.map(
        {
            "Nombre": ["Juan Carlos", "Maria", "Ana"],
            "Primer apellido": ["García", "López", "Ruiz"],
            "Segundo apellido": ["Pérez", "", "Sanz"],
            "Correo electrónico": ["jc@example.es", "m@example.es", "a@example.es"],
        }
    )
    assert mapping.attributes["given_name"] == ["Nombre"]
    assert mapping.attributes["family_name"] == ["Primer apellido", "Segundo apellido"]
    assert [row[0] for row in trial.records(mapping, "family_name")] == ["García Pérez", "López", "Ruiz Sanz"]


def test_a_list_of_firms_and_their_contacts(trial: Trial) -> None:
    mapping = trial.map(
        {
            "Company": FIRMS,
            "Contact": PERSONS,
            "Phone": PHONES,
            "BillingStreet": ["12 High Street"],
            "BillingCity": ["London"],
            "BillingPostalCode": ["SW1A 1AA"],
            "ShippingStreet": ["1 Dock Road", "", "", "", "", ""],
            "ShippingCity": ["Hull", "", "", "", "", ""],
            "VAT": ["GB123456789"],
            "Account Manager": ["Sue Ray"],
        }
    )
    assert mapping.attributes == {
        "full_name": ["Contact"],
        "organization_name": ["Company"],
        "phone": ["Phone"],
        "street_address": ["BillingStreet"],
        "city": ["BillingCity"],
        "postal_code": ["BillingPostalCode"],
    }
    assert mapping.reasons["ShippingCity"] == "of another address (shipping)"


def test_several_files_are_sources_unless_a_column_says_so(trial: Trial, tmp_path: Path) -> None:
    for name in ("shop.csv", "crm.csv"):
        (tmp_path / name).write_text("id,name\n1,Anna Berg\n2,Bo Lang\n")
    mapping = trial.map_files([tmp_path / "shop.csv", tmp_path / "crm.csv"])
    assert (mapping.source_system, mapping.source_record_id) == ("file_name", "id")
    assert describe(mapping)[0][:3] == ("file_name", "source_system", "each file is a source")
    assert trial.records(mapping, "row_number, source_system, source_record_id") == [
        (0, "shop.csv", "1"),
        (1, "shop.csv", "2"),
        (2, "crm.csv", "1"),
        (3, "crm.csv", "2"),
    ]
    mapping = trial.map({"src": ["a", "b"], "id": ["1", "1", "2", "2"], "name": PERSONS[:4], "source": ["x"]})
    assert (mapping.source_system, mapping.source_record_id) == ("source", None)
    assert mapping.reasons["id"] == "never compared: an id whose values repeat"


def test_what_the_user_says_is_done(trial: Trial) -> None:
    columns = {
        "a": ["Anna"],
        "b": ["Berg"],
        "D": ["17", "3"],
        "M": ["5"],
        "Y": ["1980"],
        "email": ["a@b.de"],
        "x": ["7"],
    }
    told = parse_columns(["full_name=A", "full_name=b", "birth_date=D", "birth_date=M", "birth_date=Y", "ignore=email"])
    mapping = trial.map(columns, told, also_match=("X",))
    assert mapping.attributes == {"full_name": ["a", "b"], "birth_date": ["D", "M", "Y"]}
    assert (mapping.also_match, mapping.unmapped) == (["x"], ["email"])
    assert {mapping.reasons[column] for column in columns} == {"--column", "--also-match"}
    assert trial.records(mapping, "full_name, birth_date, email, also_match_1")[0] == (
        "Anna Berg",
        "1980-05-17",
        None,
        "7",
    )
    mapping = trial.map({"first": ["Anna"], "last": ["Berg"], "maiden": ["Lang"]}, {"family_name": ["maiden"]})
    assert mapping.attributes == {"given_name": ["first"], "family_name": ["maiden"]}
    assert mapping.reasons["last"] == "--column says what family_name is"


def test_what_the_user_says_wrong(trial: Trial) -> None:
    columns = {"name": PERSONS, "mail": ["a@b.de"]}
    with pytest.raises(BadInput, match=r"surname is no attribute(.|\n)*nearest one is (family|full)_?name"):
        trial.map(columns, {"surname": ["name"]})
    with pytest.raises(BadInput, match=r"no column Email(.|\n)*nearest one is mail"):
        trial.map(columns, {"email": ["Email"]})
    with pytest.raises(BadInput, match=r"--also-match nam: there is no column(.|\n)*nearest one is name"):
        trial.map(columns, also_match=("nam",))
    with pytest.raises(BadInput, match="names name twice"):
        trial.map(columns, {"full_name": ["name"], "given_name": ["NAME"]})
    with pytest.raises(BadInput, match="source_system is given 2 times"):
        trial.map(columns, {"source_system": ["name", "mail"]})
    with pytest.raises(BadInput, match="by --also-match too"):
        trial.map(columns, {"full_name": ["name"]}, also_match=("name",))
    with pytest.raises(BadInput, match="cannot be read"):
        parse_columns(["email"])


def test_nothing_to_compare(trial: Trial) -> None:
    columns = {"colour code": ["red", "blue"], "amount": ["1.5", "2"], "cluster": ["1", "2"], "gender": ["f", "m"]}
    with pytest.raises(BadInput, match="colour code, amount, cluster, gender") as raised:
        trial.map(columns)
    assert "--column full_name='colour code'" in raised.value.todo
    assert "loyalty_number" in raised.value.todo
    assert trial.map(columns, also_match=("amount",)).also_match == ["amount"]


def test_the_table_that_is_shown(trial: Trial) -> None:
    mapping = trial.map({"id": ["1", "2"], "dob": ["1980-05-17", "1980-05-17"], "x": [""]}, also_match=("x",))
    assert describe(mapping) == [
        ("id", "source_record_id", "header; carried along, never compared", "1"),
        ("dob", "birth_date (ymd)", "header", "1980-05-17"),
        ("x", "compared as text", "--also-match", ""),
    ]
