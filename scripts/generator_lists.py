# ruff: noqa: E501, SIM905, RUF001, PLC0206 (word lists read best as text)
"""Short lists written by hand for make_generator_data.py: what no library has (most frequent names, streets, words)."""

GIVEN_NAMES = {
    ("US", "f"): [],
    ("US", "m"): [],
    (
        "GB",
        "f",
    ): "Susan Sarah Margaret Emma Claire Julie Karen Helen Patricia Laura Olivia Amelia Jessica Charlotte".split(),
    (
        "GB",
        "m",
    ): "David John Paul James Andrew Michael Peter Robert Mark Richard Thomas Christopher Oliver Jack".split(),
    (
        "DE",
        "f",
    ): "Ursula Monika Petra Sabine Renate Andrea Claudia Susanne Karin Birgit Anna Julia Sarah Laura Lena".split(),
    ("DE", "m"): "Peter Michael Wolfgang Thomas Klaus Andreas Hans Jürgen Stefan Christian Markus Daniel Jan".split(),
    (
        "FR",
        "f",
    ): "Marie Nathalie Isabelle Sylvie Catherine Françoise Martine Christine Monique Camille Léa Julie".split(),
    ("FR", "m"): "Jean Michel Philippe Alain Patrick Nicolas Christophe Pierre Christian Éric Laurent Thomas".split(),
    (
        "ES",
        "f",
    ): "María Carmen Josefa Isabel Ana Laura Cristina Marta Lucía Pilar Francisca Dolores Elena Paula".split(),
    ("ES", "m"): "Antonio José Manuel Francisco David Juan Javier Daniel Carlos Jesús Alejandro Miguel Rafael".split(),
}
FAMILY_NAMES = {
    "US": [],
    "GB": "Smith Jones Williams Taylor Brown Davies Evans Wilson Thomas Johnson Roberts Robinson Thompson Wright "
    "Walker White Edwards Hughes Green Hall Patel Khan Lewis Harris Clarke Jackson Wood Turner Martin Cooper".split(),
    "DE": "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter "
    "Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Yılmaz".split(),
    "FR": "Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefebvre Leroy Roux "
    "David Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefèvre".split(),
    "ES": "García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández "
    "Díaz Moreno Muñoz Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez".split(),
}
NICKNAMES = """
robert:bob,rob,bobby william:bill,will,billy james:jim,jamie,jimmy richard:dick,rick,rich thomas:tom,tommy
michael:mike,mick,micha christopher:chris,kit elizabeth:liz,beth,betty margaret:maggie,peggy,meg edward:ed,ted,eddie
charles:charlie,chuck katherine:kate,kathy,katie catherine:cathy,kate,cath patricia:pat,trish,patty andrew:andy,drew
anthony:tony joseph:joe,joey daniel:dan,danny matthew:matt nicholas:nick alexander:alex,sandy jennifer:jen,jenny
susan:sue,susie deborah:debbie,deb barbara:barb,babs samuel:sam benjamin:ben jonathan:jon gregory:greg steven:steve
stephen:steve kenneth:ken,kenny ronald:ron timothy:tim joshua:josh rebecca:becky,becca victoria:vicky,tori
johannes:hans,jo johann:hans wolfgang:wolf,wolfi klaus:nick jürgen:jürg maximilian:max,maxi sebastian:basti
alexandra:alex,sandra elisabeth:lisa,sissi,elli katharina:kathi,kati margarete:grete,gretel heinrich:heinz,heiner
friedrich:fritz,fred josef:sepp,jupp georg:schorsch manfred:manni andreas:andi,anderl stefan:steffen,steff
matthias:matze,matthes susanne:susi,sanne ursula:uschi,ulla gabriele:gabi monika:moni angelika:geli
franziska:franzi jacqueline:jacky theodor:theo dieter:didi nicolas:nico frédéric:fred christophe:chris
philippe:phil jean:jeannot antoine:toine françois:fanfan françoise:soizic isabelle:isa catherine:cathy
stéphanie:steph véronique:véro nathalie:nath dominique:dom laurence:lolo michel:mimi jacques:jacquot
josé:pepe,josé pepe:josé francisco:paco,fran,curro jesús:chus,suso manuel:manolo,manu maría:mari,maruja
josefa:pepa dolores:lola,loli concepción:concha,conchi mercedes:merche rosario:charo antonio:toño,toni
ignacio:nacho enrique:quique guadalupe:lupe isabel:isa,chabela pilar:pili consuelo:chelo rafael:rafa
javier:javi alejandro:álex,jandro fernando:nando gregorio:goyo cristina:cris teresa:tere francisca:paca,paqui
"""
LOCAL_NAMES = {
    "New York City": "New York", "Munich": "München", "Nuremberg": "Nürnberg", "Hannover": "Hannover",
    "Seville": "Sevilla", "Cordoba": "Córdoba", "Malaga": "Málaga",
}  # fmt: skip
CITY_ALIASES = {
    "München": "Munich", "Köln": "Cologne", "Nürnberg": "Nuremberg", "Hannover": "Hanover", "Frankfurt am Main": "Frankfurt",
    "Sevilla": "Seville", "New York": "New York City", "Los Angeles": "LA", "Saint Paul": "St. Paul",
    "Saint-Étienne": "St Etienne", "Philadelphia": "Philly", "A Coruña": "La Coruña", "San Francisco": "SF",
    "Newcastle upon Tyne": "Newcastle", "Kingston upon Hull": "Hull", "Freiburg": "Freiburg im Breisgau",
    "Halle (Saale)": "Halle", "Palma": "Palma de Mallorca", "Donostia / San Sebastián": "San Sebastián",
}  # fmt: skip
NOT_CITIES = {"Brooklyn", "Queens", "Manhattan", "Bronx", "Staten Island", "Hamburg-Nord", "Eimsbüttel", "Wandsbek", "Altona",
              "Hamburg-Mitte", "Eixample", "Sant Martí", "Carabanchel", "Puente de Vallecas", "Latina"}  # fmt: skip
GB_POSTAL_AREAS = {
    "London": "E N NW SE SW W EC WC", "Birmingham": "B", "Glasgow": "G", "Manchester": "M", "Sheffield": "S", "Leeds": "LS",
    "Edinburgh": "EH", "Liverpool": "L", "Bristol": "BS", "Cardiff": "CF", "Leicester": "LE", "Coventry": "CV",
    "Bradford": "BD", "Nottingham": "NG", "Kingston upon Hull": "HU", "Hull": "HU", "Belfast": "BT", "Stoke-on-Trent": "ST",
    "Wolverhampton": "WV", "Plymouth": "PL", "Derby": "DE", "Southampton": "SO", "Portsmouth": "PO", "Swansea": "SA",
    "Aberdeen": "AB", "Northampton": "NN", "Luton": "LU", "Sunderland": "SR", "Norwich": "NR", "Bournemouth": "BH",
    "Swindon": "SN", "Oxford": "OX", "Cambridge": "CB", "York": "YO", "Milton Keynes": "MK", "Ipswich": "IP", "Dundee": "DD",
    "Gloucester": "GL", "Blackpool": "FY", "Blackburn": "BB", "Bolton": "BL", "Peterborough": "PE", "Slough": "SL",
    "Exeter": "EX", "Reading": "RG", "Brighton": "BN", "Huddersfield": "HD", "Warrington": "WA", "Watford": "WD",
    "Colchester": "CO", "Chelmsford": "CM", "Basildon": "SS", "Guildford": "GU", "Crawley": "RH", "Bath": "BA", "Preston": "PR",
    "Newport": "NP", "Telford": "TF", "Worcester": "WR", "Lincoln": "LN", "Chester": "CH", "Stockport": "SK", "Oldham": "OL",
    "Doncaster": "DN", "Darlington": "DL", "Durham": "DH", "Carlisle": "CA", "Lancaster": "LA", "Hereford": "HR",
    "Torquay": "TQ", "Taunton": "TA", "Truro": "TR", "Salisbury": "SP", "Maidstone": "ME", "Tonbridge": "TN", "Dartford": "DA",
    "Bromley": "BR", "Croydon": "CR", "Enfield Town": "EN", "Harrow": "HA", "Ilford": "IG", "Romford": "RM", "Sutton": "SM",
    "Twickenham": "TW", "Kingston upon Thames": "KT", "Redhill": "RH", "Perth": "PH", "Inverness": "IV", "Kilmarnock": "KA",
    "Paisley": "PA", "Motherwell": "ML", "Falkirk": "FK", "Kirkcaldy": "KY", "Wakefield": "WF", "Halifax": "HX",
    "Newcastle upon Tyne": "NE", "Middlesbrough": "TS", "Wigan": "WN", "Stevenage": "SG", "Hemel Hempstead": "HP",
}  # fmt: skip
# First three digits of the postal codes of a state, lowest and highest.
US_POSTAL = {
    "AL": (350, 369), "AK": (995, 999), "AZ": (850, 865), "AR": (716, 729), "CA": (900, 961), "CO": (800, 816),
    "CT": (60, 69), "DC": (200, 205), "DE": (197, 199), "FL": (320, 349), "GA": (300, 319), "HI": (967, 968), "IA": (500, 528),
    "ID": (832, 838), "IL": (600, 629), "IN": (460, 479), "KS": (660, 679), "KY": (400, 427), "LA": (700, 714), "MA": (10, 27),
    "MD": (206, 219), "ME": (39, 49), "MI": (480, 499), "MN": (550, 567), "MO": (630, 658), "MS": (386, 397), "MT": (590, 599),
    "NC": (270, 289), "ND": (580, 588), "NE": (680, 693), "NH": (30, 38), "NJ": (70, 89), "NM": (870, 884), "NV": (889, 898),
    "NY": (100, 149), "OH": (430, 458), "OK": (730, 749), "OR": (970, 979), "PA": (150, 196), "RI": (28, 29), "SC": (290, 299),
    "SD": (570, 577), "TN": (370, 385), "TX": (750, 799), "UT": (840, 847), "VA": (220, 246), "VT": (50, 59), "WA": (980, 994),
    "WI": (530, 549), "WV": (247, 268), "WY": (820, 831),
}  # fmt: skip
# Admin code -> (province or capital, first two digits of the postal code, area code where the phone data has none).
REGIONS = {
    "DE": {
        "01": [("", "70", "711"), ("", "76", "721"), ("", "79", "761"), ("", "89", "731")],
        "02": [("", "80", "89"), ("", "86", "821"), ("", "90", "911"), ("", "97", "931"), ("", "93", "941")],
        "03": [("", "28", "421")], "04": [("", "20", "40"), ("", "22", "40")],
        "05": [("", "60", "69"), ("", "34", "561"), ("", "64", "6151"), ("", "35", "641")],
        "06": [("", "30", "511"), ("", "26", "441"), ("", "38", "531"), ("", "49", "541")],
        "07": [("", "40", "211"), ("", "44", "231"), ("", "50", "221"), ("", "33", "521"), ("", "48", "251"), ("", "58", "2331")],
        "08": [("", "55", "6131"), ("", "67", "621"), ("", "56", "261")], "09": [("", "66", "681")],
        "10": [("", "24", "431"), ("", "23", "451")], "11": [("", "14", "331"), ("", "15", "335"), ("", "03", "355")],
        "12": [("", "18", "381"), ("", "19", "385")], "13": [("", "01", "351"), ("", "04", "341"), ("", "09", "371")],
        "14": [("", "39", "391"), ("", "06", "345")], "15": [("", "99", "361"), ("", "07", "3641")],
        "16": [("", "10", "30"), ("", "12", "30"), ("", "13", "30")],
    },
    "FR": {
        "11": [("Paris", "75", "1"), ("", "92", "1"), ("", "93", "1"), ("", "94", "1"), ("", "78", "1"), ("", "95", "1")],
        "24": [("Tours", "37", "2"), ("Orléans", "45", "2")], "27": [("Dijon", "21", "3"), ("Besançon", "25", "3")],
        "28": [("Rouen", "76", "2"), ("Caen", "14", "2")], "32": [("Lille", "59", "3"), ("Amiens", "80", "3"), ("", "62", "3")],
        "44": [("Strasbourg", "67", "3"), ("Reims", "51", "3"), ("Metz", "57", "3"), ("Nancy", "54", "3")],
        "52": [("Nantes", "44", "2"), ("Angers", "49", "2"), ("Le Mans", "72", "2")],
        "53": [("Rennes", "35", "2"), ("Brest", "29", "2"), ("", "56", "2")],
        "75": [("Bordeaux", "33", "5"), ("Limoges", "87", "5"), ("Poitiers", "86", "5"), ("", "64", "5")],
        "76": [("Toulouse", "31", "5"), ("Montpellier", "34", "4"), ("Nîmes", "30", "4"), ("Perpignan", "66", "4")],
        "84": [("Lyon", "69", "4"), ("Grenoble", "38", "4"), ("Saint-Étienne", "42", "4"), ("", "63", "4"), ("", "74", "4")],
        "93": [("Marseille", "13", "4"), ("Nice", "06", "4"), ("Toulon", "83", "4"), ("", "84", "4")], "94": [("Ajaccio", "20", "4")],
    },
    "ES": {
        "07": [("Illes Balears", "07", "971")], "27": [("La Rioja", "26", "941")], "29": [("Madrid", "28", "91")],
        "31": [("Murcia", "30", "968")], "32": [("Navarra", "31", "948")], "34": [("Asturias", "33", "98")],
        "39": [("Cantabria", "39", "942")],
        "51": [("Sevilla", "41", "95"), ("Málaga", "29", "95"), ("Córdoba", "14", "957"), ("Granada", "18", "958"),
               ("Cádiz", "11", "956"), ("Almería", "04", "950"), ("Huelva", "21", "959"), ("Jaén", "23", "953")],
        "52": [("Zaragoza", "50", "976"), ("Huesca", "22", "974"), ("Teruel", "44", "978")],
        "53": [("Las Palmas", "35", "928"), ("Santa Cruz de Tenerife", "38", "922")],
        "54": [("Albacete", "02", "967"), ("Toledo", "45", "925"), ("Ciudad Real", "13", "926"), ("Guadalajara", "19", "949")],
        "55": [("Valladolid", "47", "983"), ("Burgos", "09", "947"), ("Salamanca", "37", "923"), ("León", "24", "987")],
        "56": [("Barcelona", "08", "93"), ("Girona", "17", "972"), ("Lleida", "25", "973"), ("Tarragona", "43", "977")],
        "57": [("Badajoz", "06", "924"), ("Cáceres", "10", "927")],
        "58": [("A Coruña", "15", "981"), ("Pontevedra", "36", "986"), ("Lugo", "27", "982"), ("Ourense", "32", "988")],
        "59": [("Bizkaia", "48", "94"), ("Gipuzkoa", "20", "943"), ("Álava", "01", "945")],
        "60": [("Valencia", "46", "96"), ("Alicante", "03", "96"), ("Castellón", "12", "964")],
        "CE": [("Ceuta", "51", "956")], "ML": [("Melilla", "52", "95")],
    },
}  # fmt: skip
DE_STATES = {"01": ("Baden-Württemberg", "BW"), "02": ("Bayern", "BY"), "03": ("Bremen", "HB"), "04": ("Hamburg", "HH"),
             "05": ("Hessen", "HE"), "06": ("Niedersachsen", "NI"), "07": ("Nordrhein-Westfalen", "NW"),
             "08": ("Rheinland-Pfalz", "RP"), "09": ("Saarland", "SL"), "10": ("Schleswig-Holstein", "SH"),
             "11": ("Brandenburg", "BB"), "12": ("Mecklenburg-Vorpommern", "MV"), "13": ("Sachsen", "SN"),
             "14": ("Sachsen-Anhalt", "ST"), "15": ("Thüringen", "TH"), "16": ("Berlin", "BE")}  # fmt: skip
FR_REGIONS = {"11": "Île-de-France", "24": "Centre-Val de Loire", "27": "Bourgogne-Franche-Comté", "28": "Normandie",
              "32": "Hauts-de-France", "44": "Grand Est", "52": "Pays de la Loire", "53": "Bretagne",
              "75": "Nouvelle-Aquitaine", "76": "Occitanie", "84": "Auvergne-Rhône-Alpes",
              "93": "Provence-Alpes-Côte d'Azur", "94": "Corse"}  # fmt: skip
REGION_NAMES = {("DE", k): v[0] for k, v in DE_STATES.items()} | {("FR", k): v for k, v in FR_REGIONS.items()}
REGION_CODES = {("DE", k): v[1] for k, v in DE_STATES.items()}
POSTAL = {
    "Berlin": "101", "Hamburg": "203", "München": "803", "Köln": "506", "Frankfurt am Main": "603", "Düsseldorf": "402",
    "Stuttgart": "701", "Leipzig": "041", "Dortmund": "441", "Essen": "451", "Bremen": "281", "Dresden": "010",
    "Hannover": "301", "Nürnberg": "904", "Paris": "750", "Marseille": "130", "Lyon": "690", "Toulouse": "310", "Nice": "060",
    "Nantes": "440", "Strasbourg": "670", "Montpellier": "340", "Bordeaux": "330", "Lille": "590", "Rennes": "350",
    "Madrid": "280", "Barcelona": "080", "Valencia": "460", "Sevilla": "410", "Zaragoza": "500", "Málaga": "290",
    "Murcia": "300", "Palma": "070", "Bilbao": "480", "Córdoba": "140", "Valladolid": "470", "Vigo": "362", "Granada": "180",
}  # fmt: skip
COMMON_STREETS = {
    "US": ["Main Street", "2nd Street", "3rd Street", "Park Avenue", "Oak Street", "1st Street", "Maple Avenue", "Cedar Lane",
           "Elm Street", "Washington Avenue", "Lake Drive", "Hill Road", "Pine Street", "Broadway", "Sunset Boulevard"],
    "GB": ["High Street", "Station Road", "Church Lane", "Church Road", "Main Street", "Park Road", "London Road",
           "Victoria Road", "Green Lane", "Manor Road", "Kings Road", "Queens Road", "New Road", "Mill Lane", "Albert Road"],
    "DE": ["Hauptstraße", "Bahnhofstraße", "Schulstraße", "Gartenstraße", "Dorfstraße", "Bergstraße", "Birkenweg",
           "Lindenstraße", "Kirchstraße", "Waldstraße", "Ringstraße", "Schillerstraße", "Goethestraße", "Am Markt", "Mühlweg"],
    "FR": ["rue de la République", "rue de l'Église", "place de la Mairie", "Grande Rue", "rue du Château",
           "rue Victor Hugo", "avenue Jean Jaurès", "rue Pasteur", "rue des Écoles", "boulevard Gambetta",
           "avenue du Général de Gaulle", "rue de la Gare", "rue du Moulin", "place de l'Hôtel de Ville", "rue des Lilas"],
    "ES": ["Calle Mayor", "Calle Real", "Calle de la Iglesia", "Plaza de España", "Avenida de la Constitución",
           "Calle Nueva", "Calle del Sol", "Paseo de la Castellana", "Gran Vía", "Calle San Juan", "Calle Cervantes",
           "Avenida de Andalucía", "Calle San José", "Plaza Mayor", "Calle de la Paz"],
}  # fmt: skip
STREETS = {
    "US": (["{} Street", "{} Avenue", "{} Road", "{} Drive", "{} Lane", "{} Court", "{} Boulevard"],
           "Jackson Jefferson Lincoln Madison Franklin Highland Ridge Spring River Forest Meadow Willow Chestnut Walnut "
           "Hickory Magnolia Dogwood Cherry Church College Mill Center Union Liberty Valley Prospect Cypress Juniper "
           "Hamilton Monroe Adams Grant Sherman Hancock Fairview Lakeview Sycamore Birch Spruce Poplar".split()),
    "GB": (["{} Road", "{} Street", "{} Close", "{} Avenue", "{} Drive", "{} Crescent", "{} Gardens", "{} Lane"],
           "Windsor York Richmond Stanley George Clarence Grove Springfield Chapel School Warren Orchard Beech Chestnut "
           "Hawthorn Meadow Highfield Woodland Riverside Castle Abbey Priory Bridge Market North South West Alexandra "
           "Cambridge Oxford Balmoral Nelson Wellington Churchill Granville Gladstone Devonshire Carlton".split()),
    "DE": (["{}straße", "{}weg", "{}allee", "{}platz", "{}gasse", "{}ring"],
           "Rosen Tannen Eichen Buchen Ahorn Kastanien Wiesen Mozart Beethoven Bach Kant Lessing Uhland Bismarck Kaiser "
           "Wilhelm Friedrich Luisen Post Markt Brunnen Burg Schloss Rhein Neckar Elbe Donau Industrie Ulmen Erlen "
           "Fichten Veilchen Nelken Tulpen Feld Acker Anger Sonnen Stern Parsifal".split()),
    "FR": (["rue {}", "avenue {}", "place {}", "boulevard {}", "allée {}", "impasse {}", "chemin {}"],
           ["des Acacias", "des Tilleuls", "du Stade", "de la Fontaine", "des Roses", "du Lavoir", "Jules Ferry", "Voltaire",
            "Jean Moulin", "Émile Zola", "de Verdun", "de la Liberté", "des Vignes", "du Marché", "Saint-Martin",
            "Saint-Jean", "Molière", "Carnot", "Foch", "Anatole France", "Paul Bert", "Claude Monet", "de Strasbourg",
            "de Paris", "des Cerisiers", "du Port", "de la Paix", "Descartes", "Lamartine", "Marie Curie", "de Bretagne",
            "George Sand", "des Peupliers", "de la Plage", "Racine", "du Parc", "Thiers", "de Normandie"]),
    "ES": (["Calle {}", "Avenida {}", "Plaza {}", "Paseo {}", "Camino {}", "Ronda {}"],
           ["del Carmen", "de Goya", "de Velázquez", "de Colón", "San Pedro", "San Antonio", "San Miguel", "Santa Ana",
            "de los Reyes Católicos", "de Madrid", "de Barcelona", "de Valencia", "de la Estación", "del Prado", "del Río",
            "de la Fuente", "Lope de Vega", "Quevedo", "Calderón de la Barca", "Federico García Lorca", "Antonio Machado",
            "de la Libertad", "del Mar", "de las Flores", "de Extremadura", "de Galicia", "de Asturias", "Ramón y Cajal",
            "Isaac Peral", "Miguel Hernández", "de la Rosa", "de la Luna", "Picasso", "Rosalía de Castro", "del Puerto"]),
}  # fmt: skip
# Company words: what firms do, in each country's language; coined names come from two or three syllables.
INDUSTRIES = {
    "US": "Plumbing Roofing Logistics Consulting Dental Pharmacy Bakery Software Landscaping Construction Trucking Media "
    "Realty Insurance Catering Fitness Electric Motors Foods Printing Supply Packaging Engineering Design Energy Solar "
    "Labs Optics Textiles Furniture Coffee Brewing Farms Systems Analytics Robotics Marine Aviation Toys Jewelers",
    "GB": "Plumbing Roofing Logistics Consulting Dental Pharmacy Bakery Software Landscapes Builders Haulage Media Estates "
    "Insurance Catering Fitness Electrical Motors Foods Printing Supplies Packaging Engineering Design Energy Solar "
    "Laboratories Optics Textiles Joinery Coffee Brewing Farms Systems Analytics Robotics Marine Aviation Toys Interiors",
    "DE": "Sanitär Dachdecker Logistik Beratung Zahntechnik Apotheke Bäckerei Software Gartenbau Hochbau Transporte Medien "
    "Immobilien Versicherungen Gastronomie Sport Elektrotechnik Automobile Lebensmittel Druck Handel Verpackungen "
    "Maschinenbau Design Energie Solar Labor Optik Textil Möbel Kaffee Brauerei Agrar Systeme Metallbau Robotik Marine "
    "Luftfahrt Spielwaren Werkzeuge",
    "FR": "Plomberie Couverture Logistique Conseil Dentaire Pharmacie Boulangerie Logiciels Paysages Constructions "
    "Transports Médias Immobilier Assurances Traiteur Sport Électricité Automobiles Alimentation Imprimerie Distribution "
    "Emballages Ingénierie Design Énergie Solaire Laboratoires Optique Textiles Meubles Cafés Brasserie Agricole Systèmes "
    "Métallerie Robotique Marine Aviation Jouets Menuiserie",
    "ES": "Fontanería Tejados Logística Consultores Dental Farmacia Panadería Software Jardinería Construcciones Transportes "
    "Medios Inmobiliaria Seguros Catering Deportes Electricidad Motor Alimentación Imprenta Distribuciones Envases Ingeniería "
    "Diseño Energía Solar Laboratorios Óptica Textiles Muebles Cafés Cervecera Agrícola Sistemas Metalúrgica Robótica Náutica "
    "Aviación Juguetes Carpintería",
}
FAMILY_FIRMS = {"US": "{} & Sons|{} Brothers", "GB": "{} & Sons|{} Brothers", "DE": "{} & Söhne|Gebrüder {}",
                "FR": "{} et Fils|Établissements {}", "ES": "Hijos de {}|{} Hermanos"}  # fmt: skip
GROUP_WORDS = {"US": "Holdings Services Distribution International West East Capital", "GB": "Holdings Services Distribution "
               "International Scotland North Property", "DE": "Holding Service Vertrieb International Nord Süd Verwaltung",
               "FR": "Holding Services Distribution International Nord Sud Participations",
               "ES": "Holding Servicios Distribución Internacional Norte Sur Inversiones"}  # fmt: skip
BRANDS = (
    "Pizzaluna Burgeroo Quickfix Fitnova Kopi24 Clipjoint Sudsy Tyremax Optika Lernwelt Greenbox Cafeta Autoglow Petpal"
)
SYLLABLES = ("Al Ar Bel Cor Dyn El Fin Gal Hel In Jov Kal Lum Med Nex Or Pra Quan Ral Sol Tec Ul Ven Vi Xen Zen Axi Bri Cy Del",
             "a e i o u an ar en er il on or al i ex yn am um ola era ino axo ivo",
             "ra tis nix tech dor vex lia mar con gen dex via ris ton plex vera cor sys nova lux zon tek max")  # fmt: skip
ADJECTIVES = {"US": "Blue Golden Northern Summit Liberty Pioneer Evergreen Silver Premier United Coastal Rapid Bright Heritage",
              "GB": "Blue Golden Northern Summit Regal Pioneer Evergreen Silver Premier United Coastal Rapid Bright Heritage",
              "DE": "Nord Süd Alpen Rhein Hanse Neue Erste Vereinigte Deutsche Moderne Grüne Berliner Prima Euro",
              "FR": "Nouvelle Grande Alpes Atlantique Méditerranée Européenne Générale Moderne Centrale Océane Azur Première",
              "ES": "Nueva Gran Ibérica Mediterránea Atlántica Europea General Moderna Central Norte Levante Primera"}  # fmt: skip
LEGAL_FORMS = {
    "US": "Inc.=Inc.|Inc|Incorporated,500 LLC=LLC|L.L.C.|Llc,350 Corp.=Corp.|Corporation|Corp,100 Co.=Co.|Company,40 LLP=LLP|L.L.P.,10",
    "GB": "Ltd=Ltd|Limited|Ltd.|LTD,800 PLC=PLC|plc|P.L.C.,40 LLP=LLP|L.L.P.,110 CIC=CIC|C.I.C.,50",
    "DE": "GmbH=GmbH|G.m.b.H.|Gmbh|mbH,620 GmbH_&_Co._KG=GmbH_&_Co._KG|GmbH_&_Co_KG|GmbH_+_Co._KG|GmbH_und_Co._KG,140 "
    "AG=AG|Aktiengesellschaft,50 KG=KG,30 OHG=OHG|oHG,20 UG_(haftungsbeschränkt)=UG_(haftungsbeschränkt)|UG,60 "
    "e.K.=e.K.|eK|e._K.,50 e.V.=e.V.|eV,30",
    "FR": "SARL=SARL|S.A.R.L.|S.A.R.L|Sarl,430 SAS=SAS|S.A.S.|Sas,380 SA=SA|S.A.,60 EURL=EURL|E.U.R.L.,80 SCI=SCI|S.C.I.,50",
    "ES": "S.L.=S.L.|SL|S.L|Sociedad_Limitada,680 S.A.=S.A.|SA|Sociedad_Anónima,120 S.L.U.=S.L.U.|SLU|SL_Unipersonal,150 "
    "S._Coop.=S._Coop.|Sdad._Coop.,50",
}


def company_words() -> list[tuple]:
    rows = [("", "brand", word, 1) for word in BRANDS.split()]
    for place, syllables in enumerate(SYLLABLES):
        rows += [("", f"syllable_{place + 1}", word, 1) for word in syllables.split()]
    for country in INDUSTRIES:
        rows += [(country, "industry", w, 1000 // (rank + 8)) for rank, w in enumerate(INDUSTRIES[country].split())]
        rows += [(country, "group_word", w, 1) for w in GROUP_WORDS[country].split()]
        rows += [(country, "adjective", w, 1) for w in ADJECTIVES[country].split()]
        rows += [(country, "family_firm", w, 1) for w in FAMILY_FIRMS[country].split("|")]
    return rows


def legal_forms() -> list[tuple]:
    rows = []
    for country, forms in LEGAL_FORMS.items():
        for item in forms.split():
            form, rest = item.split("=")
            variants, weight = rest.rsplit(",", 1)
            for number, text in enumerate(variants.split("|")):
                rows.append((country, form.replace("_", " "), number, text.replace("_", " "), int(weight)))
    return rows


# Who lives together; a community is 100 parties: 14 organizations, 20 contacts and 66 consumers.
HOUSEHOLDS = {
    "single": "head", "couple": "head partner", "family_3": "head partner child", "family_4": "head partner child child",
    "twins": "head partner twin twin", "namesake": "head partner junior", "single_parent": "head child",
    "siblings": "head sibling", "generations": "head partner child child grandparent", "flat": "head flatmate flatmate",
}  # fmt: skip
COMMUNITIES = [
    "single*30 couple*7 family_3*2 family_4*1 twins*1 namesake*2 siblings*1",
    "single*33 couple*9 family_3*1 family_4*1 namesake*1 single_parent*1 flat*1",
    "single*33 couple*8 family_3*1 twins*1 namesake*1 generations*1 single_parent*1",
    "single*36 couple*9 family_3*1 namesake*1 single_parent*2 siblings*1",
]
# Position of an organization -> the one whose group, name or building it shares.
COMPANIES = [
    {
        9: (0, "subsidiary"),
        10: (0, "subsidiary"),
        11: (5, "same_building"),
        12: (5, "same_building"),
        13: (13, "franchise"),
    },
    {8: (1, "subsidiary"), 11: (6, "same_name"), 12: (5, "same_building"), 13: (13, "franchise")},
    {9: (2, "subsidiary"), 10: (2, "subsidiary"), 11: (2, "subsidiary"), 12: (7, "same_name")},
    {8: (0, "subsidiary"), 10: (4, "same_building"), 11: (4, "same_building"), 13: (6, "same_name")},
]
EMPLOYERS = [
    [0] * 5 + [1] * 3 + [2] * 3 + [3] * 2 + [4] * 2 + [5] * 2 + [6, 7, 8],
    [0] * 6 + [1] * 4 + [2] * 3 + [3] * 2 + [5] * 2 + [6, 7, 8],
    [0] * 3 + [1] * 3 + [2] * 5 + [3] * 3 + [4] * 2 + [5] + [6, 7, 9],
    [0] * 8 + [1] * 4 + [2] * 2 + [3] * 2 + [5] + [6, 8, 10],
]


def communities() -> list[tuple]:
    rows = []
    for pattern, (homes, companies, employers) in enumerate(zip(COMMUNITIES, COMPANIES, EMPLOYERS, strict=True)):
        for position in range(14):
            unit, role = companies.get(position, (position, "independent"))
            rows.append((pattern, position, "organization", unit, role))
        rows += [(pattern, 14 + n, "contact", unit, "employee") for n, unit in enumerate(employers)]
        people, unit = [], 14
        for item in homes.split():
            home, count = item.split("*")
            for _ in range(int(count)):
                people += [(unit, role) for role in HOUSEHOLDS[home].split()]
                unit += 1
        if len(people) != 66:
            raise ValueError(f"community {pattern} has {len(people)} consumers")
        rows += [(pattern, 34 + n, "consumer", unit, role) for n, (unit, role) in enumerate(people)]
    return rows
