"""What the columns of other people's customer tables are called, in English, German, French, Spanish and Italian."""

from __future__ import annotations

import re
import unicodedata

# Attribute -> headers, without accents, case, blanks and punctuation; several columns may mean one attribute.
KNOWN_HEADERS: dict[str, str] = {
    "full_name": "name fullname customername contactname displayname kundenname kunde vollername"
    " nomcomplet nomclient nombrecompleto nombrecliente cliente nomecompleto nominativo",
    "name_prefix": "salutation prefix nameprefix honorific anrede civilite tratamiento",
    "given_name": "givenname firstname first fname forename christianname vorname rufname prenom nombre"
    " nombredepila nome",
    "middle_name": "middlename middle mname secondname zweitervorname deuxiemeprenom segundonombre secondonome",
    "family_name": "familyname lastname last lname surname nachname familienname zuname nom nomdefamille"
    " apellido apellidos primerapellido cognome",
    "name_suffix": "suffix namesuffix generation namenszusatz suffixe sufijo",
    "organization_name": "organization organisation organizationname organisationname company companyname employer firm"
    " business businessname accountname firma firmenname unternehmen arbeitgeber societe entreprise"
    " raisonsociale employeur empresa razonsocial compania azienda ragionesociale ditta",
    "birth_date": "birthdate dateofbirth dob birthday born geburtsdatum geburtstag gebdatum datedenaissance"
    " datenaissance fechadenacimiento fechanacimiento datadinascita datanascita",
    "founding_date": "foundingdate founded yearstarted yearfounded gruendungsdatum grundungsdatum datedecreation"
    " fechadeconstitucion datadifondazione",
    "gender": "gender sex geschlecht genre sexe genero sexo sesso",
    "email": "email emailaddress mail emailid mailadresse emailadresse courriel adressemail adresseemail correo"
    " correoelectronico postaelettronica",
    "phone": "phone phonenumber telephone tel mobile mobilephone cell cellphone phone1 phone2 homephone workphone"
    " telefon telefonnummer handy handynummer mobil mobiltelefon rufnummer telephoneportable portable numerodetelephone"
    " telefono movil telefonomovil telefonofijo cellulare numeroditelefono",
    "website": "website web url homepage webpage webseite internet siteweb sitio sitioweb paginaweb sitointernet",
    "street_address": "streetaddress street address address1 addressline1 addressstreet streetname billingstreet"
    " strasse strassehausnummer adresse anschrift rue adresse1 voie calle direccion domicilio via indirizzo",
    "house_number": "housenumber streetnumber houseno hausnummer hausnr numero numerodevoie numeroderue numerocivico",
    "unit": "unit apartment apt suite floor address2 addressline2 wohnung etage stockwerk adresszusatz appartement"
    " complement complementadresse piso puerta interno",
    "city": "city town suburb locality postaltown billingcity stadt ort wohnort ville commune ciudad poblacion"
    " localidad citta comune",
    "region": "state region province county stateprovince bundesland land1region departement provincia comunidad"
    " regione",
    "postal_code": "postalcode zip zipcode postcode billingpostalcode plz postleitzahl codepostal cp codigopostal cap",
    "country": "country countrycode nation billingcountry land pays pais paese nazione",
    "vat_id": "vat vatid vatnumber vatno ustid ustidnr umsatzsteuerid tva numerotva tvaintracommunautaire nifiva"
    " partitaiva piva",
    "tax_id": "taxid taxnumber tin ein steuernummer steuerid numerofiscal nif cif codicefiscale",
    "national_id": "nationalid ssn socsecid socialsecuritynumber personalausweis nir numerosecuritesociale dni nie",
    "registration_number": "registrationnumber companynumber handelsregister hrb siren siret registromercantil",
    "duns_number": "duns dunsnumber dunsno",
    "lei": "lei legalentityidentifier",
    "loyalty_number": "loyaltynumber loyaltyid membershipnumber cardnumber kundenkarte numerodefidelite tarjetacliente",
    "is_deleted": "isdeleted deleted fivetrandeleted geloscht geloescht supprime eliminado cancellato",
    "created_at": "createdat created createddate creationdate signupdate erstelltam angelegtam datecreation creele"
    " fechadealta fechacreacion datacreazione",
    "updated_at": "updatedat updated modifiedat lastmodified lastmodifieddate modified geandertam geaendertam"
    " datemodification modifiele fechamodificacion datamodifica",
}
KNOWN_KEYS = (
    "id key customerid customerkey customernumber customerno clientid contactid accountid userid recordid"
    " kundennummer kundennr kundenid idclient numeroclient codeclient idcliente numerocliente codigocliente"
    " codicecliente"
)

_ATTRIBUTES = {header: attribute for attribute, headers in KNOWN_HEADERS.items() for header in headers.split()}


def plain(header: str) -> str:
    """'E-Mail Adresse' -> emailadresse, 'Straße' -> strasse, 'Prénom' -> prenom."""
    decomposed = unicodedata.normalize("NFKD", header.replace("ß", "ss").replace("&", ""))
    return re.sub(r"[^a-z0-9]", "", decomposed.encode("ascii", "ignore").decode().lower())


def guess_attribute(header: str) -> str | None:
    """The attribute that a column of this name holds, if the name is known; a trailing number does not matter."""
    key = plain(header)
    return _ATTRIBUTES.get(key) or _ATTRIBUTES.get(re.sub(r"\d+$", "", key))


def looks_like_key(header: str, table: str = "") -> bool:
    """'id', 'KundenNr', and for table `members` also 'member_id'."""
    key = plain(header)
    own = plain(table)
    return key in KNOWN_KEYS.split() or (own != "" and key in {f"{own}id", f"{own.removesuffix('s')}id", f"id{own}"})
