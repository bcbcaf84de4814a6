"""What the columns of other people's customer tables are called, in English, German, French, Spanish and Italian."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# Attribute -> headers without accents, case, blanks and punctuation, the usual ones first; several may be in one file.
KNOWN_HEADERS: dict[str, str] = {
    "party_type": "partytype customertype accounttype kundentyp kundenart typeclient tipocliente tipodecliente",
    "full_name": "fullname name customername clientname personname contactname displayname contact contactperson"
    " customer client kundenname kunde vollername ansprechpartner kontakt nomcomplet nometprenom nomclient"
    " interlocuteur nombrecompleto nombreyapellidos nombrecliente cliente contacto nomecompleto nomeecognome"
    " nomecliente nominativo referente",
    "name_prefix": "salutation prefix nameprefix honorific anrede civilite tratamiento",
    "given_name": "givenname firstname first fname forename givennames firstnames forenames christianname"
    " primername vorname vornamen rufname prenom prenoms nombre nombres nombredepila primernombre nome",
    "middle_name": "middlename middle mname middleinitial middlenames mi minit secondname zweitervorname"
    " zweitname deuxiemeprenom autresprenoms segundonombre secondonome",
    "family_name": "familyname lastname last lname surname surnames nachname familienname zuname nom nomdefamille"
    " nomfamille nomusage apellido apellidos primerapellido segundoapellido apellidopaterno apellidomaterno cognome"
    " cognomi",
    "name_suffix": "suffix namesuffix generation generationalsuffix namenszusatz suffixe sufijo",
    "organization_name": "organization organisation organizationname organisationname company companyname"
    " firmname businessname tradingname legalname accountname account business firm corporation institution vendor"
    " vendorname supplier suppliername employer employername firma firmenname firmierung unternehmen unternehmensname"
    " arbeitgeber organisationsname societe nomsociete entreprise nomentreprise raisonsociale denomination employeur"
    " empresa nombreempresa razonsocial nombrecomercial compania azienda nomeazienda ragionesociale denominazione"
    " ditta societa",
    "birth_date": "birthdate dateofbirth dob birthday born birthdt bday bdate geburtsdatum geburtstag gebdatum"
    " gebdat geboren geborenam datedenaissance datenaissance naissance neele fechadenacimiento fechanacimiento fecnac"
    " nacimiento datadinascita datanascita nascita",
    "founding_date": "foundingdate founded yearstarted yearfounded gruendungsdatum grundungsdatum datedecreation"
    " fechadeconstitucion datadifondazione",
    "gender": "gender sex geschlecht genre sexe genero sexo sesso gendercode sexcode",
    "email": "email emailaddress mail emailid mailaddress emailadress mailadresse emailadresse courriel"
    " adressemail adresseemail adresseelectronique correo correoelectronico direcciondecorreo postaelettronica"
    " indirizzoemail",
    "phone": "phone phonenumber telephone telephonenumber mobile mobilephone mobilenumber tel telno telnr cell"
    " cellphone cellnumber phoneno landline phone1 phone2 homephone workphone telefon telefonnummer telefonnr"
    " rufnummer handy handynummer mobil mobiltelefon mobilnummer festnetz telephoneportable telephonefixe portable"
    " numerodetelephone notelephone telefono telefonomovil telefonofijo movil celular numerodetelefono cellulare"
    " numeroditelefono",
    "website": "website web url homepage webpage webaddress webseite internet internetadresse siteweb"
    " siteinternet sitio sitioweb paginaweb sitointernet domain domaine dominio",
    "street_address": "streetaddress street address address1 addressline1 addressstreet streetname streetline1"
    " addr addr1 billingstreet strasse strassehausnummer strassehausnr strasseundhausnummer strasseundnr strassenr"
    " strassenname adresse anschrift rue adresse1 adressepostale voie nomdevoie nomdelavoie numeroetrue calle"
    " direccion domicilio nombredelavia via indirizzo",
    "house_number": "housenumber streetnumber streetno streetnum houseno housenum hausnummer hausnr hnr"
    " strassennummer numero numerodevoie numeroderue numvoie numerovoie numerodecalle numerocivico civico",
    "unit": "unit unitnumber unitno apartment apartmentnumber apt aptno suite floor flat address2 addressline2"
    " addr2 streetline2 wohnung etage stockwerk adresszusatz appartement complement complementadresse"
    " complementdadresse adresse2 piso puerta interno",
    "city": "city cityname town suburb locality postaltown municipality village billingcity stadt ort wohnort"
    " ortschaft gemeinde ville commune localite ciudad poblacion localidad municipio citta comune",
    "region": "state region province stateprovince statecode county bundesland kanton land1region departement"
    " provincia comunidad comunidadautonoma estado regione",
    "postal_code": "postalcode zip zipcode postcode zippostalcode postalzip zipcd zip5 billingpostalcode plz"
    " postleitzahl codepostal cp codpostal codigopostal cap",
    "country": "country countrycode countryname nation billingcountry land landercode laendercode"
    " landeskennzeichen pays codepays pais codigopais paese nazione stato",
    "vat_id": "vat vatid vatnumber vatno ustid ustidnr umsatzsteuerid tva numerotva tvaintracommunautaire nifiva"
    " partitaiva piva",
    "tax_id": "taxid taxnumber taxno tin ein steuernummer steuernr steuerid numerofiscal nif cif codicefiscale",
    "national_id": "nationalid ssn socsecid socialsecurity socialsecuritynumber socialsecurityno nino"
    " nationalinsurancenumber sozialversicherungsnummer svnr personalausweis nir numerosecu numerosecuritesociale"
    " numerodesecuritesociale dni nie",
    "registration_number": "registrationnumber companynumber handelsregister hrb siren siret registromercantil",
    "duns_number": "duns dunsnumber dunsno",
    "lei": "lei legalentityidentifier",
    "loyalty_number": "loyaltynumber loyaltyid loyaltycard membershipnumber membershipid cardnumber kundenkarte"
    " kundenkartennummer numerodefidelite cartefidelite tarjetacliente tarjetadefidelidad tesserafedelta",
    "is_deleted": "isdeleted deleted fivetrandeleted geloscht geloescht supprime eliminado cancellato",
    "created_at": "createdat created createddate creationdate datecreated signupdate erstelltam angelegtam"
    " erstellungsdatum datecreation creele fechadealta fechacreacion datacreazione",
    "updated_at": "updatedat updated lastupdated lastupdate updatedate modifiedat lastmodified lastmodifieddate"
    " modified modifieddate datemodified changedat geandertam geaendertam letzteaenderung letzteanderung"
    " datemodification modifiele datemaj fechamodificacion fechaactualizacion datamodifica",
}
KNOWN_KEYS = (
    "id key pk uid uuid guid recid recordid rowid uniqueid sourcerecordid sourcekey externalid customerid customerkey"
    " customernumber customerno customercode custid clientid clientnumber contactid accountid accountnumber accountno"
    " userid personid memberid patientid guestid partnerid kundennummer kundennr kundenid kdnr debitor debitorennummer"
    " debitornr geschaeftspartner datensatzid satznr idclient numeroclient numclient nclient noclient codeclient"
    " identifiant idcliente numerocliente numerodecliente codigocliente codcliente identificador codicecliente"
    " identificativo"
)
KNOWN_SOURCES = (
    "sourcesystem source src system datasource sourcename recordsource origin quellsystem quelle datenquelle herkunft"
    " systemesource origine sistema sistemaorigen fuente origen fonte sistemaorigine"
)
# What other people's matching, or the makers of test data, found: known, and never to be used.
KNOWN_TRUTHS = (
    "cluster clusterid clusterno entity entityid truth trueid trueentity truthid groundtruth golden goldenid"
    " goldenrecordid master masterid matchid matchgroup matchgroupid dupgroup duplicategroup duplicateof isduplicate"
    " isdup duplicate dedupeid canonicalid groupid realid simulantid householdid familyid"
)
# Words round a header that say which address or phone it is, not what it is.
ROLES = (
    "billing mailing shipping delivery postal home residential residence primary main preferred current permanent"
    " physical legal registered private personal work business office daytime evening day night mobile cell company"
    " customer client contact person user member account buyer guest cust address addr rechnung rechnungs"
    " rechnungsadresse liefer lieferadresse kunden privat geschaeftlich gesch firmen dienstlich facturation livraison"
    " domicile pro professionnel perso facturacion envio particular trabajo casa ufficio fatturazione number no nr"
)
# Words of headers that tell about somebody else than the customer.
OTHER_PARTIES = (
    "employer spouse husband wife dependent emergency guardian parent father mother child children partner sibling"
    " relative reference referrer manager owner rep salesrep agent advisor by maiden birthplace arbeitgeber ehepartner"
    " ehegatte vater mutter berater vertreter employeur conjoint pere mere conyuge padre madre coniuge geburtsname"
    " naissance"
)
# A number of its own right after the street is the house's; anywhere else it may be anything.
BARE_NUMBERS = ("no", "nr", "num", "number", "nummer", "n")

_ATTRIBUTES = {header: attribute for attribute, headers in KNOWN_HEADERS.items() for header in headers.split()}
_RANKS = {header: rank for headers in KNOWN_HEADERS.values() for rank, header in enumerate(headers.split())}
_KEYS, _SOURCES, _TRUTHS = set(KNOWN_KEYS.split()), set(KNOWN_SOURCES.split()), set(KNOWN_TRUTHS.split())
_ROLES, _OTHER_PARTIES = set(ROLES.split()), set(OTHER_PARTIES.split())


@dataclass(frozen=True)
class Meaning:
    """What a header says. `kind`: attribute, key, source, truth, other_party or unknown.

    `role`: the words that were left out ('billing'); `rank`: 0 for the usual header of the attribute, then rising.
    """

    kind: str
    attribute: str | None = None
    role: str = ""
    rank: int = 0


def plain(header: str) -> str:
    """'E-Mail Adresse' -> emailadresse, 'Straße' -> strasse, 'Prénom' -> prenom."""
    decomposed = unicodedata.normalize("NFKD", header.replace("ß", "ss").replace("&", ""))
    return re.sub(r"[^a-z0-9]", "", decomposed.encode("ascii", "ignore").decode().lower())


def words_of(header: str) -> list[str]:
    """'MailingZipCode' -> mailing, zip, code; 'E-Mail (privat)' -> e, mail, privat."""
    parted = re.sub(r"(?<=[a-zß-ÿ0-9])(?=[A-ZÀ-Þ])", " ", header)
    return [plain(word) for word in re.split(r"[\W_]+", parted) if plain(word)]


def understand(header: str) -> Meaning:
    """What a column of this name holds; a trailing number and words like billing or home do not matter."""
    key = plain(header)
    words = words_of(header)
    if key in _TRUTHS:
        return Meaning("truth")
    if key in _ATTRIBUTES:
        return Meaning("attribute", _ATTRIBUTES[key], "", _RANKS[key])
    if key in _KEYS or (words and words[-1] in ("id", "key", "uuid", "guid") and key not in _SOURCES):
        known = _without_roles(words)
        return known if known and known.attribute != "full_name" else Meaning("key", rank=0 if key in _KEYS else 1)
    if key in _SOURCES:
        return Meaning("source", rank=KNOWN_SOURCES.split().index(key))
    if _OTHER_PARTIES.intersection(words):
        return Meaning("other_party")
    return _without_roles(words) or Meaning("unknown")


def _without_roles(words: list[str]) -> Meaning | None:
    """The longest known run of words whose neighbours are all roles or numbers."""
    words = [re.sub(r"\d+$", "", word) or word for word in words]
    for length in range(len(words), 0, -1):
        for start in reversed(range(len(words) - length + 1)):
            known = "".join(words[start : start + length])
            around = [word for word in words[:start] + words[start + length :] if not word.isdigit()]
            if known in _ATTRIBUTES and all(word in _ROLES for word in around):
                role = " ".join(word for word in around if word not in ("address", "addr", "number", "no", "nr"))
                return Meaning("attribute", _ATTRIBUTES[known], role, _RANKS[known] + 100 * bool(role))
    return None


def guess_attribute(header: str) -> str | None:
    """The attribute that a column of this name holds, if the name is known."""
    return understand(header).attribute


def looks_like_key(header: str, table: str = "") -> bool:
    """'id', 'KundenNr', and for table `members` also 'member_id'."""
    key = plain(header)
    own = plain(table)
    return key in _KEYS or (own != "" and key in {f"{own}id", f"{own.removesuffix('s')}id", f"id{own}"})
