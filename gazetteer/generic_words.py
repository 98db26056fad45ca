"""Generic words: common nouns that say what a place is, in its name or in a sentence about it.

Toponymy tells the generic term of a name ("Street") from its specific one ("Maple"). Designators,
which rule kinds of recorded places in and out, are in :mod:`gazetteer.designators`.
"""

from __future__ import annotations

ROADS = frozenset(
    """street st str road rd avenue ave boulevard blvd lane drive highway hwy freeway expressway
    parkway pkwy route turnpike motorway interstate bypass roundabout junction interchange
    crossing intersection rue calle via strasse alley terrace crescent promenade broadway trail
    bridge tunnel""".split()
)
BUILDINGS = frozenset(
    """school academy elementary kindergarten college university campus institute hospital clinic
    infirmary church cathedral chapel mosque synagogue temple abbey monastery convent cemetery
    graveyard crematorium theatre theater cinema museum gallery library stadium arena coliseum
    speedway racetrack gym gymnasium auditorium amphitheatre amphitheater hotel motel inn resort
    casino palace tower towers plaza mall market supermarket restaurant cafe pub tavern bar
    station terminal depot barracks jail prison penitentiary courthouse court hall embassy
    consulate center centre complex headquarters building house mansion apartments estate farm
    ranch vineyard winery brewery mill factory plant refinery mine quarry dam pier marina dock
    castle fort fortress monument memorial statue zoo aquarium observatory shelter""".split()
)
#: Parts of towns and of counties, which have no bounds on most maps.
QUARTERS = frozenset("neighborhood neighbourhood quarter suburb township ward".split())
GROUNDS = QUARTERS | frozenset(
    """square gardens garden playground field fields commons common club course reserve
    harbour harbor twp subdivision precinct downtown uptown midtown waterfront""".split()
)
#: Forms of land and water of one sort each.
_FORMS = frozenset("cape creek headland hill valley".split())
#: Natural features are wider, and may lie far from any town.
NATURE = _FORMS | frozenset(
    """park refuge sanctuary forest woods wood beach cove lagoon pond falls waterfall springs spring
    hills heights ridge canyon glacier cave point bend marsh swamp wetland brook bayou estuary
    lakeshore seashore wilderness desert""".split()
)
#: What a text says that a place is, and no name of one ends with.
_CALLED = frozenset("commune community locality port".split())
SETTLED = (
    _CALLED
    | frozenset("suburb neighborhood neighbourhood".split())
    | frozenset(
        """place capital seat area part section enclave exclave stronghold station comune frazione
        comarca division constituency kebele woreda barrio colony cantonment""".split()
    )
)
#: What is said of nothing but places: "Midway is a hamlet in", "Mite, a tributary of".
DEFINING = (
    QUARTERS
    | _FORMS
    | _CALLED
    | frozenset(
        """archipelago atoll barangay bay borough city county dale department district fell gmina
        hamlet island islet lake loch lough moor mountain municipality parish peak peninsula
        province region reservoir river seaport settlement stream tarn town tributary village
        volcano voivodeship""".split()
    )
)
