"""Searching places: names with the areas around them, and what is nearest to a point."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from gazetteer import Gazetteer, Match, Place
from gazetteer.match import distance_km

#: How far `Search.nearest` looks, step by step.
STEPS_KM = (5.0, 25.0, 100.0)
_NAMESAKES = 100
#: Feature codes of places where nobody lives any more, or that are parts of one.
_NOT_TOWNS = frozenset("PPLH PPLQ PPLW PPLX PPLCH".split())


class Search:
    """Searches a gazetteer; ``min_score`` is that of a similar name which is more than a guess."""

    def __init__(self, gazetteer: Gazetteer, min_score: float) -> None:
        self._gazetteer, self._min_score = gazetteer, min_score

    def find(self, name: str, hints: dict[str, Any], codes: list[str]) -> list[Match]:
        """Find places in any of some countries, without codes anywhere; the likeliest first.

        ``hints`` are near, within and feature, as for `Gazetteer.lookup`. Mere guesses are left
        out.
        """
        found = _likeliest_first(self._in_countries(name, hints, codes))
        # The town of a street is not what was asked for.
        whole = [m for m in found if m.match != "part"]
        return [m for m in whole if m.is_recorded or m.score >= self._min_score]

    def _in_countries(self, name: str, hints: dict[str, Any], codes: list[str]) -> list[Match]:
        lookup = partial(self._gazetteer.lookup, name, limit=_NAMESAKES, **hints)
        if len(codes) == 1:
            return lookup(country=codes[0])
        found = lookup()
        inside = [m for m in found if not codes or m.place.country in codes]
        if inside or not codes:
            return inside
        return [m for code in codes for m in lookup(country=code)]

    def nearest(
        self, point: tuple[float, float], radius_km: float, count: int
    ) -> list[tuple[float, Place]]:
        """The populated places nearest to a point, and how far they are in km."""
        rows = self._gazetteer.rows
        found: list[tuple[float, Place]] = []
        for step in (*(s for s in STEPS_KM if s < radius_km), radius_km):
            places = (rows.place(int(row)) for row in rows.rows_near(*point, step))
            towns = [p for p in places if p.feature_class == "P"]
            towns = [p for p in towns if p.feature_code not in _NOT_TOWNS]
            found = sorted(
                ((distance_km(point, (p.lat, p.lon)), p) for p in towns), key=lambda pair: pair[0]
            )
            if len(found) >= count:
                break
        return found[:count]


def _likeliest_first(found: Iterable[Match]) -> list[Match]:
    """Order matches, a recorded name before a similar one, each place once."""
    best: dict[str, Match] = {}
    for match in sorted(found, key=lambda m: (not m.is_recorded, -m.score)):
        best.setdefault(match.place.id, match)
    return list(best.values())
