"""Qualified names: "Paris, Texas", "Athens (Georgia, USA)", "Errol NH", "Україна, Київ".

What stands beside the name of a place names areas around it, and may name several: "Georgia". Or
it is the beginning of the name ("Victoria, Lake"), or another name ("Eswatini (Swaziland)").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np

from gazetteer.abbreviations import names_after_comma
from gazetteer.country_codes import alpha2
from gazetteer.designators import kinds_of_word
from gazetteer.index import Array
from gazetteer.names import Hit, Names
from gazetteer.places import PlaceRows
from gazetteer.remarks import is_remark

#: Commas of the scripts that have one, and what else stands between.
_BETWEEN = re.compile(r"[,;/|>\\،、，]|:\s| [-–—→] ")
_IN_BRACKETS = re.compile(r"(?<=\S)\s*\(([^()]+)\)\s*(?=[,;]|$)")
#: GeoNames' classes of countries and divisions, of regions and of islands.
_LAND = "ALT"
_SHORT_CODE, _PAIR = 2, 2
#: So many senses of an area are looked at.
_MOST_SENSES = 8
#: Names of countries have so many words where no comma is before them.
_MOST_WORDS = 3
#: The senses of so many are kept.
_MOST_KEPT = 4096
#: Towns this prominent (about log10 of their people) name what is around them: "Camden, London".
_LARGE = 5.0


def parts_of(name: str) -> list[str]:
    """Take a qualified name apart: the place, then the areas.

    Examples
    --------
    >>> parts_of("Athens (Georgia, USA)"), parts_of("Errol NH"), parts_of("Kyiv")
    (['Athens', 'Georgia', 'USA'], ['Errol', 'NH'], ['Kyiv'])
    >>> parts_of("Victoria, Lake")
    ['Lake Victoria']
    """
    if name.isalnum():
        return [name]
    if "(" in name:
        name = _IN_BRACKETS.sub(r", \1", name)
    parts = [part.strip() for part in _BETWEEN.split(name) if part.strip()] or [name]
    if len(parts) == 1:
        head, _, last = parts[0].rpartition(" ")
        if head and last.isupper() and last in names_after_comma():
            return [head, last]
    if len(parts) == _PAIR and kinds_of_word(parts[1]):
        return [" ".join(parts[::-1])]
    return parts


class Qualifiers:
    """Finds the areas that qualify names, and which places lie in them."""

    def __init__(self, names: Names, rows: PlaceRows) -> None:
        self._names, self._rows = names, rows
        # Tables name the same areas again.
        self._senses = lru_cache(maxsize=_MOST_KEPT)(self._find_senses)

    def read(self, parts: Sequence[str]) -> Iterator[list[Hit]]:
        """Yield what the parts of a name may mean together, where all are recorded."""
        head, *rest = parts
        own, last = self._names.find(head), self._names.find(rest[-1])
        yield self._inside(own, rest)
        if own and len(rest) > 1:
            yield self._inside(own, self._without_aliases(own, rest))
        yield self._names.find(" ".join([*rest, head]))
        yield self._inside(last, parts[:-1])
        if len(rest) == 1:
            same = {hit.row for hit in last}
            yield [hit for hit in own if hit.row in same]

    def _without_aliases(self, own: Sequence[Hit], rest: Sequence[str]) -> list[str]:
        """The parts that are no other names of the town: "Lviv (Lvov), Lviv oblast"."""
        towns = {hit.row for hit in own if self._rows.feature(hit.row)[0] == "P"}
        return [p for p in rest if towns.isdisjoint(hit.row for hit in self._names.find(p))]

    def apart(self, name: str) -> Iterator[list[str]]:
        """Yield how a name without commas may be one and its country: "Lagos Nigeria".

        Or its first-level subdivision. Both are recorded, and may stand the other way round where
        the town is well known: "Indiana Jones" is not.
        """
        words = name.split()
        for cut in range(len(words) - 1, max(0, len(words) - 1 - _MOST_WORDS), -1):
            head, tail = " ".join(words[:cut]), " ".join(words[cut:])
            if self._names.is_known(head) and self._names.is_known(tail):
                if self._is_state(tail):
                    yield [head, tail]
                if self._is_state(head) and (self._names.top_prior(tail) or 0.0) >= _LARGE:
                    yield [tail, head]

    def _is_state(self, part: str) -> bool:
        if is_remark(part):
            # "South" is a region of Cameroon, but "South Shields" is not in it.
            return False
        places = map(self._rows.place, self._senses(part))
        return any(place.is_country or place.feature_code == "ADM1" for place in places)

    def _inside(self, hits: Sequence[Hit], parts: Sequence[str]) -> list[Hit]:
        areas = self.around(parts)
        return self.keep(hits, areas) if areas else []

    def around(self, parts: Sequence[str]) -> list[list[int]]:
        """The senses of each part that names an area, as place rows."""
        return [senses for part in parts if (senses := self._senses(part))]

    def keep(self, hits: Sequence[Hit], areas: Sequence[Sequence[int]]) -> list[Hit]:
        """The hits that lie in a sense of each area and are none of those themselves."""
        if not hits or not areas:
            return list(hits)
        own = np.array([hit.row for hit in hits])
        inside: Array = ~np.isin(own, [row for senses in areas for row in senses])
        for senses in areas:
            inside &= np.any([self._rows.within(own, row) for row in senses], axis=0)
        return [hit for hit, ok in zip(hits, inside, strict=True) if ok]

    def _find_senses(self, part: str) -> list[int]:
        short = names_after_comma().get(part)
        hits = [*(self._names.find(short) if short else ()), *self._names.find(part)]
        rows = list(dict.fromkeys(hit.row for hit in hits))
        areas = [row for row in rows if self._is_land_area(row)] + self._find_country(part)
        large = [row for row in rows if self._rows.prior[row] >= _LARGE]
        return (areas or large)[:_MOST_SENSES]

    def _is_land_area(self, row: int) -> bool:
        place = self._rows.place(row)
        return place.is_area and place.feature_class in _LAND

    def _find_country(self, part: str) -> list[int]:
        """The country of an ISO 3166-1 code in capitals: "Berlin, DE", "Homs, SYR"."""
        code = part if len(part) == _SHORT_CODE else alpha2(part)
        if not part.isupper() or code not in self._rows.countries:
            return []
        parents = self._rows.parent_country[self._rows.rows_in_country(code)]
        return [int(row) for row in parents[parents >= 0][:1]]
