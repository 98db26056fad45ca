"""Place names for made examples, from the compiled gazetteer."""

from __future__ import annotations

from gazetteer import Gazetteer
from gazetteer.place import COUNTRY_CODES
from geomap.recognition.training.made import PlaceNames, weigh

#: Newspapers in English write of these countries' small places more than of others'.
_ENGLISH = frozenset(("US", "GB", "CA", "AU", "IE", "NZ"))
_FEWEST_PEOPLE = 3000
#: Names that texts use for countries and continents more than the gazetteer's own.
_USUAL = (
    ("US", 2e4), ("U.S.", 2e4), ("UK", 1e4), ("U.K.", 5e3), ("Russia", 1e4), ("Britain", 1e4),
    ("America", 8e3), ("England", 8e3), ("Europe", 9e3), ("Africa", 9e3), ("Asia", 5e3),
    ("Scotland", 5e3), ("Syria", 5e3), ("Iran", 5e3), ("South Korea", 5e3), ("Congo", 3e3),
)  # fmt: skip


def read_place_names(gazetteer: Gazetteer) -> PlaceNames:
    """Return towns, regions and countries to fill in, weighted by root of population."""
    rows = gazetteer.names._rows
    towns: list[tuple[str, float]] = []
    regions: list[tuple[str, float]] = []
    countries: list[tuple[str, float]] = list(_USUAL)
    for row in range(len(rows)):
        people, (kind, code) = int(rows.population[row]), rows.feature(row)
        name, english = rows.name(row), rows.countries[int(rows.country[row])] in _ENGLISH
        if kind == "P" and people >= _FEWEST_PEOPLE and code != "PPLX":
            towns.append((name, people**0.5 * (2.5 if english else 1.0)))
        elif code == "ADM1":
            regions.append((name, 6.0 if english else 1.0))
        elif code == "ADM2" and english:
            regions.append((name, 0.2))
        elif code in COUNTRY_CODES and people:
            countries.append((name, people**0.5 + 500))
    return PlaceNames(weigh(sorted(towns)), weigh(sorted(regions)), weigh(sorted(countries)))
