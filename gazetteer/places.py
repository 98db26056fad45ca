"""The places of an open index, by row."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

import numpy as np

from gazetteer.cells import (
    KM_PER_DEGREE,
    are_within_km,
    cells_around,
    distances_km,
    great_circle_km,
)
from gazetteer.index import Array, Index
from gazetteer.place import Place

#: Areas of this radius and more are nowhere in particular.
_WIDE_KM = 300.0
#: Places this near each other are no rivals for a name.
_SAME_KM = 25.0


class PlaceRows:
    """Rows of the place table: numbers as arrays, whole places on demand."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self.lat, self.lon = index["place_lat"], index["place_lon"]
        self.prior = index["place_prior"]
        self.code, self.country = index["place_code"], index["place_country"]
        self.radius, self.population = index["place_radius"], index["place_population"]
        self.parent_country = index["parent_country"]
        self.parent_admin1 = index["parent_admin1"]
        self.parent_admin2 = index["parent_admin2"]
        self.codes: list[str] = index.meta["codes"]
        self.countries: list[str] = index.meta["countries"]
        self._country_number = {c: i for i, c in enumerate(self.countries)}
        self._id, self._names = index["place_id"], index["place_names"]
        self._strings = index.strings("name")
        self._admin, self._other = index.strings("admin"), index.strings("other_id")
        self._ids, self._order = self._id.data, index["id_order"].data
        self._admin1, self._admin2 = index["place_admin1"], index["place_admin2"]
        # Single numbers come faster out of memoryviews than out of arrays.
        self._features = [(code[:1], code[2:]) for code in self.codes]
        self._is_town = np.array([feature_class == "P" for feature_class, _ in self._features])
        self._numbers = self._id.data, self.country.data, self._admin1.data, self._admin2.data
        self._figures = self.lat.data, self.lon.data, self.population.data, self.radius.data
        self._parents = self.parent_admin2.data, self.parent_admin1.data, self.parent_country.data
        self._code, self._first_name = self.code.data, self._names.data
        # Names and paths repeat: everything in Texas lies in Texas.
        self.name = lru_cache(maxsize=16384)(self._name)
        self.place = lru_cache(maxsize=4096)(self._place)
        self.row_of_id = lru_cache(maxsize=1024)(self._row_of_id)

    def __len__(self) -> int:
        return len(self._id)

    def _name(self, row: int) -> str:
        """The main name of a place."""
        return self._strings[self._first_name[row]]

    def names(self, row: int) -> list[str]:
        """All names of a place, the main one first."""
        return [self._strings[i] for i in range(self._names[row], self._names[row + 1])]

    def name_range(self, row: int) -> range:
        """The name numbers of a place."""
        return range(int(self._names[row]), int(self._names[row + 1]))

    def names_of(self, rows: Array) -> Array:
        """The name numbers of many places, one after the other."""
        starts = self._names[rows].astype(np.int64)
        sizes = self._names[rows + 1].astype(np.int64) - starts
        if not len(rows):
            return starts
        steps = np.repeat(starts - np.cumsum(sizes) + sizes, sizes)
        numbers: Array = steps + np.arange(len(steps))
        return numbers

    def is_main_name(self, names: Array, rows: Array) -> Array:
        """Whether name numbers are the main names of the rows beside them."""
        same: Array = self._names[rows] == names
        return same

    def fame(self, rows: Array | slice = slice(None)) -> Array:
        """How famous towns are: log(1 + their names), as famous ones have some in many languages.

        Of what is no town the number of names says little: 0.
        """
        first, end = self._names[:-1][rows], self._names[1:][rows]
        fame: Array = np.log1p(end - first) * self.are_towns(rows)
        return fame

    def are_towns(self, rows: Array | slice) -> Array:
        """Which rows are populated places."""
        towns: Array = self._is_town[self.code[rows]]
        return towns

    def first_names(self, rows: Array) -> Array:
        """The number of the main name of each row."""
        numbers: Array = self._names[rows].astype(np.int64)
        return numbers

    def feature(self, row: int) -> tuple[str, str]:
        """Feature class and code."""
        return self._features[self._code[row]]

    def ancestors(self, row: int) -> list[int]:
        """Rows of the second- and first-level subdivision and the country around a place."""
        return [parents[row] for parents in self._parents if parents[row] >= 0]

    def divisions_around(self, row: int) -> list[int]:
        """Rows of the second- and first-level subdivision around a place."""
        return [parents[row] for parents in self._parents[:2] if parents[row] >= 0]

    def _place(self, row: int) -> Place:
        ids, country, admin1, admin2 = self._numbers
        lat, lon, population, radius_km = self._figures
        number = ids[row]
        return Place(
            str(number) if number >= 0 else self._other[-1 - number],
            self.name(row),
            self.countries[country[row]],
            self._admin[admin1[row]],
            self._admin[admin2[row]],
            *self.feature(row),
            lat[row],
            lon[row],
            population[row],
            radius_km[row],
            tuple(map(self.name, self.ancestors(row))),
        )

    def _row_of_id(self, id_: str) -> int | None:
        """Find the row of a place id, or None."""
        if id_.isdigit():
            number = int(id_)
        else:
            other = self._other.find(id_)
            if other is None:
                return None
            number = -1 - other
        # Not numpy's: its searchsorted copies the whole order at each call.
        at = bisect_left(self._order, number, key=self._ids.__getitem__)
        found = at < len(self._order) and self._ids[self._order[at]] == number
        return self._order[at] if found else None

    def rows_near(self, lat: float, lon: float, radius_km: float) -> Array:
        """Rows of all places within a circle, in no order.

        Countries and other wide areas are left out: where their point lies says nothing.
        """
        starts, by_cell = self._index["cell_start"], self._index["cell_places"]
        spans = cells_around(lat, lon, radius_km)
        parts = [by_cell[starts[first] : starts[end]] for first, end in spans]
        rows = np.concatenate(parts) if parts else by_cell[:0]
        inside = are_within_km(lat, lon, self.lat[rows], self.lon[rows], radius_km)
        found: Array = rows[inside & (self.radius[rows] < _WIDE_KM)]
        return found

    def at_same_spot(self, row: int, others: Array) -> Array:
        """Which other rows are where a place is, as far as names can tell places apart."""
        apart = distances_km(self.lat[row], self.lon[row], self.lat[others], self.lon[others])
        same: Array = apart <= _SAME_KM
        return same

    def is_at_same_spot(self, row: int, other: int) -> bool:
        """The same for one other row: much faster."""
        lat, lon, *_ = self._figures
        if abs(lat[row] - lat[other]) * KM_PER_DEGREE > _SAME_KM:
            return False
        return great_circle_km(lat[row], lon[row], lat[other], lon[other]) <= _SAME_KM

    def rivals(self, row: int, others: Array) -> Array:
        """Which other rows are elsewhere: neither near a place, nor around it, nor inside it."""
        elsewhere = ~self.at_same_spot(row, others)
        for ancestor in self.ancestors(row):
            elsewhere &= others != ancestor
        # A town is around nothing.
        if self.feature(row)[0] != "P":
            for parents in (self.parent_country, self.parent_admin1, self.parent_admin2):
                elsewhere &= parents[others] != row
        return elsewhere

    def rows_in_country(self, country: str) -> Array:
        """Rows of all places of a country (ISO 3166-1 alpha-2); none for an unknown one."""
        number = self._country_number.get(country.upper())
        by_country, starts = self._index["country_places"], self._index["country_start"]
        if number is None:
            empty: Array = by_country[:0]
            return empty
        found: Array = by_country[starts[number] : starts[number + 1]]
        return found

    def within(self, rows: Array, area: int) -> Array:
        """Which rows lie in the area of another row, as booleans."""
        _, code = self.feature(area)
        if code.startswith("PCL") or code == "TERR":
            inside: Array = self.country[rows] == self.country[area]
        elif code == "ADM1":
            inside = self.parent_admin1[rows] == area
        elif code == "ADM2":
            inside = self.parent_admin2[rows] == area
        else:
            reach = max(float(self.radius[area]), 25.0)
            near = distances_km(self.lat[area], self.lon[area], self.lat[rows], self.lon[rows])
            inside = near <= reach
        inside = inside | (rows == area)
        return inside
