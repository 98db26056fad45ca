"""Coherence: the rows of a table that are sure say where the others are likely to be.

Two passes. The first collects the places of rows that are sure by themselves: how many lie in
each country and first-level subdivision, and where. The second asks again for the rows that
were not sure:

- *namesakes* are ranked anew, each one's chance multiplied by how much denser the table's sure
  places are around it than places of the world are (Bayes' rule, with "the table is about this
  neighbourhood" as the evidence);
- a name that nobody recorded is looked up in the subdivisions and countries where many of the
  sure places lie, as if the caller had said ``within`` or ``country``.

A recorded name is never replaced by a similar one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from gazetteer import Gazetteer, Match, Place
from geomap.normalisation.answer import Answer
from geomap.normalisation.answering import Answering, Asked
from geomap.normalisation.hints import Hints

#: From this score on a row supports others and is not asked again.
SURE = 0.9
#: Fewer sure places than this say nothing about a table.
FEWEST = 3
#: What share of the sure places makes a subdivision, and a country, one to look in.
_SUBDIVISION_SHARE, _COUNTRY_SHARE, _MOST_AREAS = 0.1, 0.3, 5
#: How much of the evidence is the surroundings, the subdivision, the country, and none of them;
#: and how far the surroundings reach.
_LOCAL, _SUBDIVISION, _COUNTRY, _ANYWHERE, _LOCAL_KM = 0.4, 0.3, 0.2, 0.1, 50.0
_NAMESAKES = 100


class Area(NamedTuple):
    """Where many sure places lie: hints for a lookup, and their share."""

    hints: dict[str, Any]
    share: float


class Evidence:
    """The places of sure rows, each counted once."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._sure = np.zeros(len(gazetteer.rows), dtype=bool)
        self._count = 0
        self.countries: Counter[str] = Counter()
        self.subdivisions: Counter[int] = Counter()

    def __len__(self) -> int:
        return self._count

    def add(self, answer: Answer) -> None:
        """Count the place of an answer, if it is sure."""
        if answer.score < SURE or not answer.id:
            return
        row = self._gazetteer.rows.row_of_id(answer.id)
        if row is None or self._sure[row]:
            return
        self._sure[row] = True
        self._count += 1
        place = self._gazetteer.rows.place(row)
        if place.country:
            self.countries[place.country] += 1
        if not place.is_country:
            self.subdivisions[self.subdivision(row, place)] += 1

    def around(self, place: Place) -> tuple[int, int]:
        """How many sure places, and how many places in all, lie within 50 km of one."""
        rows = self._gazetteer.rows.rows_near(place.lat, place.lon, _LOCAL_KM)
        return int(np.count_nonzero(self._sure[rows])), len(rows)

    def subdivision(self, row: int, place: Place) -> int:
        """The row of the first-level subdivision a place lies in, or is; -1 without one."""
        is_one = place.feature_code == "ADM1"
        return row if is_one else int(self._gazetteer.rows.parent_admin1[row])

    def areas(self) -> Iterator[Area]:
        """Where to look for names nobody recorded, the smallest areas first."""
        for row, count in self.subdivisions.most_common(_MOST_AREAS):
            share = count / len(self)
            if row >= 0 and share >= _SUBDIVISION_SHARE and count >= FEWEST:
                yield Area({"within": self._gazetteer.rows.place(row)}, share)
        for country, count in self.countries.most_common(_MOST_AREAS):
            share = count / len(self)
            if share >= _COUNTRY_SHARE and count >= FEWEST:
                yield Area({"country": country}, share)


class CoherentAnswering(Answering):
    """Answers questions with regard to the sure rows of their table.

    Parameters
    ----------
    evidence : Evidence
        Of a first pass over the table.
    """

    def __init__(
        self, gazetteer: Gazetteer, hints: Hints, asked: Asked, evidence: Evidence
    ) -> None:
        super().__init__(gazetteer, hints, asked)
        self._evidence = evidence
        self._areas = list(evidence.areas()) if len(evidence) >= FEWEST else []
        self._ratio = lru_cache(maxsize=1 << 14)(self._find_ratio)
        rows = gazetteer.rows
        parents = rows.parent_admin1[rows.parent_admin1 >= 0]
        self._in_subdivision = np.bincount(parents, minlength=len(rows))
        self._in_country = np.bincount(rows.country, minlength=len(rows.countries))

    def matches(self, name: str, hints: dict[str, Any]) -> list[Match]:
        found = super().matches(name, hints)
        if len(self._evidence) < FEWEST or (found and found[0].score >= SURE):
            return found
        if found and found[0].is_recorded:
            found = self.gazetteer.lookup(name, **hints, limit=_NAMESAKES)
            found = self._ranked_anew(found)
        else:
            found = max([found, *self._in_areas(name, hints)], key=_best_score)
        return found[: 1 + self.asked.alternatives]

    def _ranked_anew(self, found: list[Match]) -> list[Match]:
        """Rank namesakes by what the table says; together they stay as likely as they were."""
        weights = [m.score * self._ratio(m.place) for m in found]
        scale = sum(m.score for m in found) / sum(weights)
        ranked = [replace(m, score=w * scale) for m, w in zip(found, weights, strict=True)]
        return sorted(ranked, key=lambda m: -m.score)

    def _find_ratio(self, place: Place) -> float:
        """How much likelier a sure place of the table lies where this one does than any place."""
        rows = self.gazetteer.rows
        row = rows.row_of_id(place.id)
        assert row is not None
        subdivision = self._evidence.subdivision(row, place)
        in_subdivision = self._evidence.subdivisions[subdivision] if subdivision >= 0 else 0
        ratio = _ANYWHERE
        ratio += _SUBDIVISION * self._denser(in_subdivision, int(self._in_subdivision[subdivision]))
        in_country = self._evidence.countries[place.country] if place.country else 0
        ratio += _COUNTRY * self._denser(in_country, int(self._in_country[rows.country[row]]))
        ratio += _LOCAL * self._denser(*self._evidence.around(place))
        return ratio

    def _denser(self, sure: int, all_: int) -> float:
        # One may be there by chance.
        share = max(0, sure - 1) / len(self._evidence)
        return share * len(self.gazetteer.rows) / max(all_, 1)

    def _in_areas(self, name: str, hints: dict[str, Any]) -> Iterator[list[Match]]:
        for area in self._areas:
            (kind,) = area.hints
            if hints[kind] is None and (kind != "country" or hints["within"] is None):
                found = self.gazetteer.lookup(
                    name, **{**hints, **area.hints}, limit=1 + self.asked.alternatives
                )
                yield [replace(m, score=_given(m.score, area.share)) for m in found]


def _given(score: float, share: float) -> float:
    """A score found as if the place were known to lie in an area where a share of all lie."""
    odds = share * score / max(1e-9, 1 - score)
    return odds / (1 + odds)


def _best_score(found: list[Match]) -> float:
    return found[0].score if found else 0.0
