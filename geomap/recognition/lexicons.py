"""Short word lists of our own: demonyms, titles, and the words that give a name's kind away."""

from __future__ import annotations

#: Words for the people, language or products of a country or region.
DEMONYMS = frozenset(
    """Abkhaz Abkhazian Afghan Albanian Algerian American Andorran Angolan Antiguan Argentine
    Argentinean Argentinian Armenian Australian Austrian Azerbaijani Azeri Bahamian Bahraini
    Bangladeshi Barbadian Basque Bavarian Belarusian Belarussian Belgian Belizean Bengali Beninese
    Bermudian Bhutanese Bolivian Bosnian Botswanan Brazilian Breton British Briton Bruneian
    Bulgarian Burkinabe Burmese Burundian Californian Cambodian Cameroonian Canadian Catalan
    Chadian Chechen Chilean Chinese Colombian Comoran Congolese Cornish Corsican Crimean Croat
    Croatian Cuban Cypriot Czech Czechoslovak Dagestani Dane Danish Djiboutian Dominican Dutch
    Dutchman Ecuadorean Ecuadorian Egyptian Emirati English Englishman Eritrean Estonian Ethiopian
    European Faroese Fijian Filipino Filipina Finn Finnish Flemish Floridian French Frenchman
    Frenchwoman Gabonese Galician Gambian Gazan Georgian German Ghanaian Greek Greenlandic Grenadian
    Guamanian Guatemalan Guinean Guyanese Haitian Hawaiian Honduran Hungarian Icelander Icelandic
    Indian Indonesian Ingush Iranian Iraqi Irish Irishman Israeli Italian Ivorian Jamaican Japanese
    Jordanian Kazakh Kazakhstani Kenyan Korean Kosovan Kosovar Kuwaiti Kyrgyz Lao Laotian Latvian
    Lebanese Liberian Libyan Lithuanian Londoner Luxembourger Macedonian Malagasy Malawian Malaysian
    Maldivian Malian Maltese Manx Mauritanian Mauritian Mexican Micronesian Moldovan Mongolian
    Montenegrin Moroccan Mozambican Muscovite Namibian Nauruan Nepalese Nepali Nicaraguan Nigerian
    Nigerien Norwegian Omani Ossetian Pakistani Palauan Palestinian Panamanian Paraguayan Parisian
    Persian Peruvian Philippine Pole Polish Portuguese Punjabi Qatari Quebecer Romanian Russian
    Rwandan Sahrawi Salvadoran Samoan Saudi Scot Scots Scottish Senegalese Serb Serbian Sicilian
    Singaporean Slovak Slovakian Slovene Slovenian Somali Soviet Spaniard Spanish Sudanese
    Surinamese Swazi Swede Swedish Swiss Syrian Taiwanese Tajik Tanzanian Tatar Texan Thai Tibetan
    Timorese Togolese Tongan Transnistrian Tunisian Turk Turkish Turkmen Tuvaluan Ugandan Ukrainian
    Uruguayan Uzbek Venezuelan Venetian Viennese Vietnamese Virginian Welsh Yemeni Yugoslav
    Zambian Zanzibari Zimbabwean African Asian Balkan Scandinavian Siberian Sinhalese Tamil
    Kashmiri Kurdish
    Afghans Albanians Algerians Americans Angolans Argentines Armenians Australians Austrians
    Azerbaijanis Azeris Bangladeshis Belarusians Belgians Bosnians Brazilians Britons Bulgarians
    Cambodians Cameroonians Canadians Catalans Chechens Chileans Colombians Croats Cubans Cypriots
    Czechs Danes Dominicans Ecuadorians Egyptians Emiratis Eritreans Estonians Ethiopians Europeans
    Filipinos Finns Frenchmen Georgians Germans Ghanaians Greeks Guatemalans Haitians Hondurans
    Hungarians Icelanders Indians Indonesians Iranians Iraqis Israelis Italians Jamaicans Jordanians
    Kazakhs Kenyans Koreans Kosovars Kuwaitis Latvians Liberians Libyans Lithuanians Londoners
    Macedonians Malaysians Malians Mexicans Moldovans Mongolians Moroccans Muscovites Namibians
    Nicaraguans Nigerians Norwegians Pakistanis Palestinians Panamanians Peruvians Poles Romanians
    Russians Rwandans Salvadorans Saudis Scots Serbs Serbians Slovaks Slovenes Somalis Spaniards
    Swedes Syrians Taiwanese Tajiks Tanzanians Texans Thais Tibetans Tunisians Turks Ugandans
    Ukrainians Uruguayans Uzbeks Venezuelans Yemenis Zambians Zimbabweans Africans Asians""".split()
)

#: Peoples that the corpora hardly mention: nothing is learned of them, but they are demonyms.
PEOPLES = frozenset(
    "Kurd Kurds Uyghur Uyghurs Uighur Uighurs Basques Nepalis Sicilians Tamils Tatars".split()
)

#: A demonym may start with one of these ("South Korean", "New Zealander").
DEMONYM_STARTS = frozenset("North South East West Central Northern Southern New Saudi Sri".split())
DEMONYM_ENDS = frozenset(
    """Korean Koreans African Africans Vietnamese Sudanese Asian Irish Rican Ricans Zealander
    Zealanders Arabian Arabians Lankan Lankans Ossetian German American Americans""".split()
)

#: Before a person's name; lower-cased, without the full stop.
TITLES = frozenset(
    """mr mrs ms miss dr prof professor sir dame lord lady president minister premier chancellor
    senator sen rep representative congressman congresswoman governor gov mayor judge justice king
    queen prince princess pope bishop archbishop cardinal rev reverend father sister imam sheikh
    ayatollah rabbi gen general col colonel lt lieutenant capt captain maj major sgt sergeant
    cmdr commander adm admiral officer detective sheriff chief deputy spokesman spokeswoman
    spokesperson coach manager director chairman chairwoman ceo secretary ambassador envoy
    attorney lawyer prosecutor author actor actress singer striker goalkeeper midfielder defender
    quarterback pitcher analyst activist journalist reporter correspondent oligarch politician
    hon pres inspector superintendent councillor councilman commissioner trooper pastor""".split()
)

#: What has a capital and no place is called: titles behind a name, days that rents and terms fall
#: on, and feasts; lower-cased, without the full stop.
NEVER_PLACES = frozenset(
    """arbaeen ashura dashain diwali dussehra eid hanukkah holi janmashtami mahalaya mahashivratri
    mawlid muharram navratri nowruz passover pesach pongal purim ramadan ramazan rosh shavuot
    shivratri songkran sukkot vesak esq esqr esqrs esquire inst ult prox whitsuntide whitsun
    michaelmas martinmas lammas candlemas shrovetide""".split()
)

#: Things called after a people and not of it; lower-cased.
IDIOMS = frozenset(
    f"{people} {thing}"
    for people, things in {
        "afghan": "hound hounds",
        "bengal": "tiger tigers",
        "bermuda": "shorts",
        "bologna": "sandwich sandwiches",
        "boston": "terrier terriers",
        "brazil": "nut nuts",
        "brussels": "sprout sprouts",
        "buffalo": "wings",
        "cayenne": "pepper peppers",
        "cheddar": "cheese",
        "cornish": "pasties pasty",
        "danish": "pastries pastry",
        "delhi": "belly boil boils",
        "denver": "omelet omelette",
        "dutch": "oven ovens",
        "english": "breakfast breakfasts horn horns muffin muffins setter setters",
        "french": "bean beans door doors fries fry horn horns press toast window windows",
        "german": "measles shepherd shepherds",
        "guinea": "fowl pig pigs",
        "indian": "summer",
        "irish": "setter setters stew",
        "jaffa": "cake cakes",
        "jersey": "barrier barriers cow cows",
        "labrador": "retriever retrievers",
        "lima": "bean beans",
        "manhattan": "cocktail cocktails",
        "oxford": "comma shirt shirts shoe shoes",
        "panama": "hat hats",
        "parma": "ham",
        "peking": "duck ducks",
        "persian": "carpet carpets cat cats rug rugs",
        "russian": "roulette salad",
        "shetland": "ponies pony",
        "siberian": "huskies husky",
        "spanish": "moss",
        "swiss": "chard",
        "turkish": "bath baths delight towel towels",
        "venetian": "blind blinds",
        "yorkshire": "pudding puddings terrier terriers",
    }.items()
    for thing in things.split()
)
#: What works and heavenly bodies are called right before their names.
WORKS = frozenset(
    """album asteroid ballet band comet film moon movie musical novel novella opera painting planet
    poem sculpture sitcom song spacecraft""".split()
)
#: Codes of countries and states that are measures behind a number.
MEASURES = frozenset("GB KG KM MB ML MT TB".split())
#: What makes money of a country's code: "US$5".
CURRENCY_MARKS = frozenset("$£€¥")

#: The head words of organisation names; lower-cased.
ORGANISATION_HEADS = frozenset(
    """academy agency airlines airways alliance army association authority bank board brigade
    bureau cabinet church clinic club college command commission committee company confederation
    congress consortium cooperative corp corporation corps council court department directorate
    division enterprises federation force forces foundation fund front group guard guards guild
    herald holdings hospital inc initiative institute institution journal laboratory league legion
    ltd mail militia ministry mission mosque movement museum navy network news newspaper
    observatory office organisation organization orchestra parliament partnership party police post
    press university regiment school senate service services society soldiers squad star station
    symphony syndicate systems team telegraph temple theatre theater times tribune troops trust
    union united volunteers watch weekly battalion times-picayune gazette observer fc""".split()
)

#: The head words of place names and of what is said to be somewhere; lower-cased.
PLACE_HEADS = frozenset(
    """airport archipelago area avenue basin bay beach border boulevard bridge camp canal canyon
    cape capital city coast county creek desert district governorate gulf harbor harbour hill hills
    island islands isle lake mount mountain mountains municipality neighborhood neighbourhood oblast
    ocean park parish peninsula plateau port prefecture province raion reef region republic
    reservoir river road sea settlement shore square state strait street suburb territory
    town township valley village voivodeship ward woods""".split()
)

#: What forms and reports call what is filled in behind a colon; lower-cased.
LABELS = PLACE_HEADS | frozenset(
    "admin commune country departure destination division locality location origin site".split()
)

#: Words after which a place is likely; lower-cased.
LOCATIVES = frozenset(
    """in at near from to into outside inside around across toward towards throughout through
    within via between beyond north south east west northeast northwest southeast southwest
    northern southern eastern western central downtown of off leaving left reached
    visited""".split()
)

#: Codes of the states of the US and the provinces of Canada; not "DC", which is part of a name.
STATE_CODES = frozenset(
    """AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM
    NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AB BC MB NB NL NS ON PE QC
    SK""".split()
)

#: Prepositions that a place name may be governed by; lower-cased.
PREPOSITIONS = frozenset(
    """in at near from to into outside inside around across toward towards throughout through
    within via between beyond of off on over against with by for after before under about like
    than as including against among""".split()
)

#: Verbs of saying, deciding and denying: what a capital does when it means a government.
SAYING_VERBS = frozenset(
    """accused accuses accepted adopted agreed agrees aims announced announces appealed approved
    argued argues asked asks backed backs banned blamed blames called calls claimed claims
    condemned condemns confirmed confirms considers continues criticised criticized decided decides
    declared declares declined demanded demands denied denies denounced dismissed expects expelled
    fears hopes imposed imposes insisted insists intends invited lifted maintained maintains
    negotiated objected offered opposed opposes ordered pledged pledges praised promised proposed
    protested ratified recalled recognised recognized refused refuses rejected rejects responded
    retaliated said says seeks sees signed slammed sought stated stressed supports suspended
    threatened threatens tells told urged urges vetoed views voted vowed vows wanted wants warned
    warns welcomed welcomes withdrew agreed wrote""".split()
)

#: Words that are a region's whole name somewhere, and everywhere the beginning of others.
DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast "
    "southwest northeastern northwestern southeastern southwestern upper lower middle far".split()
)


def is_demonym(text: str) -> bool:
    """Whether a name is a demonym: "Russian", "South Koreans"."""
    words = text.split()
    if len(words) == 2:
        return words[0] in DEMONYM_STARTS and words[1] in DEMONYM_ENDS
    return len(words) == 1 and words[0] in DEMONYMS
