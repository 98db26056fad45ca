"""Airports with an IATA code, and the shorter names people use for them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Container, Iterable, Iterator, Mapping

from shapely import STRtree
from shapely.geometry import Point

from gazetteer.recipe.download import Packages
from gazetteer.recipe.extras import read_extra
from gazetteer.recipe.rows import Row, clean_name, join_names

SUFFIX = re.compile(
    r"(?: (?:International|Intl|Regional|Municipal|County|State|Area|Executive|Domestic|National"
    r"|Memorial))*"
    r" (?:Airport|Airfield|Aerodrome|Airstrip|Air Base|Field)$"
)
#: GeoNames codes: AIRB air base, AIRF airfield, AIRP airport.
CODES = (("Air Base", "AIRB"), ("Air Force Base", "AIRB"), ("Airfield", "AIRF"))


def make_airports(packages: Packages, cities: Iterable[Row], taken: Container[str]) -> list[Row]:
    """A row for each airport with an IATA code, with the division of the nearest place."""
    extras = {code: names.split("|") for code, names in read_extra("airports_extra.tsv", 2)}
    finders = make_finders(cities)
    text = packages.read_text("airports", "airportsdata/airports.csv")
    rows = []
    for record in csv.DictReader(io.StringIO(text)):
        if record["iata"]:
            finder = finders.get(record["country"])
            lat, lon = float(record["lat"]), float(record["lon"])
            nearest = finder.nearest(lat, lon) if finder else None
            rows.append(make_airport(record, nearest, extras.get(record["iata"], []), taken))
    return rows


class Finder:
    """The place nearest to a point, among those of one country (distance in degrees)."""

    def __init__(self, rows: list[Row]) -> None:
        self._rows = rows
        self._tree = STRtree([Point(row.lon, row.lat) for row in rows])

    def nearest(self, lat: float, lon: float) -> Row:
        """The nearest place; degrees of longitude are not shortened, near enough here."""
        return self._rows[int(self._tree.nearest(Point(lon, lat)))]


def make_finders(cities: Iterable[Row]) -> dict[str, Finder]:
    """A finder for each country."""
    groups: dict[str, list[Row]] = {}
    for row in cities:
        groups.setdefault(row.country, []).append(row)
    return {country: Finder(rows) for country, rows in groups.items()}


def make_airport(
    record: Mapping[str, str], nearest: Row | None, more: list[str], taken: Container[str]
) -> Row:
    """One row; an airport's circle has a radius of 3 km, a large one's usual reach."""
    name = clean_name(record["name"]) or f"{record['city']} Airport"
    code = next((code for word, code in CODES if word in name), "AIRP")
    city = clean_name(record["city"]).split(",")[0]
    return Row(
        f"iata:{record['iata']}",
        name,
        record["country"],
        nearest.admin1 if nearest else "",
        nearest.admin2 if nearest else "",
        "S",
        code,
        float(record["lat"]),
        float(record["lon"]),
        0,
        3.0,
        join_names(name, short_names(name, city, taken), more),
    )


def short_names(name: str, city: str, taken: Container[str]) -> Iterator[str]:
    """Forms without "International" and without the city's name.

    Examples
    --------
    >>> list(short_names("London Heathrow Airport", "London", frozenset({"london"})))
    ['London Heathrow', 'Heathrow Airport', 'Heathrow']
    """
    stem = SUFFIX.sub("", name)
    if stem == name:
        return
    inner = stem.removeprefix(city).strip(" -/") or stem
    candidates = [f"{stem} International Airport"] if "International" in name else []
    candidates += [f"{stem} Airport", f"{city} Airport" if inner != stem else "", stem]
    candidates += [f"{inner} International Airport"] if "International" in name else []
    candidates += [f"{inner} Airport", inner]
    for form in dict.fromkeys(candidates):
        is_bare = not form.endswith("Airport")
        is_unsafe = is_bare and (form.casefold() in taken or len(form) < 5)
        if form not in ("", name, f"{city} Airport") and not is_unsafe:
            yield form
