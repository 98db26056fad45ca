"""Country names of other languages that an English text would read as a city."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gazetteer.folding import fold
from gazetteer.recipe.rows import Row

#: Cities of at least so many people keep their main name to themselves.
CITY_POPULATION = 50_000


def without_city_names(countries: Iterable[Row], cities: Iterable[Row]) -> list[Row]:
    """Countries without the alternates that are the main name of a city.

    Romanian calls Colombia "Columbia" and Danish Tunisia "Tunis"; under these names most texts
    mean the cities. So it is where the city's name goes on with "City", as that of Marawi does,
    which is Malawi in some languages.
    """
    large = [fold(city.name) for city in cities if city.population >= CITY_POPULATION]
    taken = {name.removesuffix(" city") for name in large}.union(large)
    return [
        replace(row, names=tuple(name for name in row.names if fold(name) not in taken))
        for row in countries
    ]
