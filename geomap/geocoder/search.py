"""Searching places: names with the areas around them, and what is nearest to a point."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from gazetteer import Gazetteer, Match, Place
from gazetteer.lookup import distance_km

#: Senses of an area that are tried ("Georgia" in "Athens, Georgia").
_SENSES = 5
#: How far `Search.nearest` looks, step by step.
STEPS_KM = (5.0, 25.0, 100.0)
_NAMESAKES = 100
#: Feature codes of places where nobody lives any more, or that are parts of one.
_NOT_TOWNS = frozenset("PPLH PPLQ PPLW PPLX PPLCH".split())


class Search:
    """Searches a gazetteer; ``min_score`` is that of a similar name which is more than a guess."""

    def __init__(self, gazetteer: Gazetteer, min_score: float) -> None:
        self._gazetteer, self._min_score = gazetteer, min_score

    def find(self, parts: list[str], hints: dict[str, Any], codes: list[str]) -> list[Match]:
        """Find places in any of some countries, without codes anywhere; the likeliest first.

        ``parts`` are a name and those of the areas around it; ``hints`` are near, within and
        feature, as for `Gazetteer.lookup`. Mere guesses are left out.
        """
        found = _likeliest_first(self._in_countries(parts, hints, codes))
        return [match for match in found if self._claims(match)]

    def _in_countries(
        self, parts: list[str], hints: dict[str, Any], codes: list[str]
    ) -> list[Match]:
        if len(codes) == 1:
            return self._anywhere(parts, {**hints, "country": codes[0]})
        found = self._anywhere(parts, {**hints, "country": None})
        inside = [m for m in found if not codes or m.place.country in codes]
        if inside or not codes:
            return inside
        return [m for code in codes for m in self._anywhere(parts, {**hints, "country": code})]

    def _anywhere(self, parts: list[str], hints: dict[str, Any]) -> list[Match]:
        # The whole may be a name: "Washington, D.C."
        whole = self._gazetteer.lookup(", ".join(parts), **hints, limit=_NAMESAKES)
        if len(parts) == 1 or (whole and whole[0].is_recorded):
            return whole
        return self._inside(parts, hints)

    def _inside(self, parts: list[str], hints: dict[str, Any]) -> list[Match]:
        """Look the first part up in each sense of the area that the others name."""
        head, *rest = parts
        if not rest:
            return self._gazetteer.lookup(head, **hints, limit=_NAMESAKES)
        outer = {"country": hints["country"], "within": hints["within"], "near": None}
        areas = [m for m in self._inside(rest, {**outer, "feature": None}) if self._claims(m)]
        senses = []
        for area in areas[:_SENSES]:
            inside = self._gazetteer.lookup(
                head, **{**hints, "within": area.place}, limit=_NAMESAKES
            )
            senses.append((area.score, [m for m in inside if m.place.id != area.place.id]))
        # A sense of the area in which nothing has the name is not meant, if another has it.
        kept = [(s, found) for s, found in senses if found and found[0].is_recorded] or senses
        total = sum(score for score, _ in kept)
        matches = (replace(m, score=m.score * s / total) for s, found in kept for m in found)
        return _likeliest_first(matches)

    def _claims(self, match: Match) -> bool:
        return match.is_recorded or match.score >= self._min_score

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
