"""Hints: what a caller knows of where the places of a table are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from gazetteer import Gazetteer, QueryError
from gazetteer.country_codes import alpha2


@dataclass(frozen=True, slots=True)
class Hints:
    """Hints for every row; a row's own go before ``country``, ``within`` and ``near``.

    As in `Gazetteer.lookup`: ``country`` an ISO 3166-1 code (alpha-2, alpha-3 or numeric), or
    the name of a country;
    ``within`` the name of an area; ``near`` (lat, lon) in degrees; ``radius_km`` counts for
    rows with a point only; ``feature`` a GeoNames class or code, or a word for one.
    """

    country: str | None = None
    within: str | None = None
    near: tuple[float, float] | None = None
    radius_km: float | None = None
    feature: str | None = None


class RowHints:
    """Turns the hints of a row, as they are written, into arguments of a lookup."""

    def __init__(self, gazetteer: Gazetteer, every: Hints) -> None:
        self._gazetteer, self._every = gazetteer, every
        self._code: Callable[[str], str] = lru_cache(maxsize=1024)(self._country_code)
        # What is wrong for every row is said at once, not once a row.
        gazetteer.lookup("Rome", **self.read("", "", "", ""), limit=1)
        if every.radius_km is not None and not every.radius_km > 0:
            raise QueryError(f"radius_km={every.radius_km}: must be above 0")

    def read(self, country: str, within: str, lat: str, lon: str) -> dict[str, Any]:
        """Make the arguments of a lookup; empty text is no hint.

        Raises
        ------
        QueryError
            On a country that is none, or a latitude or longitude that is no number or alone.
        """
        near = _point(lat, lon) or self._every.near
        country = country.strip() or self._every.country or ""
        return {
            "country": self._code(country) if country else None,
            "within": within.strip() or self._every.within,
            "near": near,
            "radius_km": self._every.radius_km if near else None,
            "feature": self._every.feature,
        }

    def _country_code(self, country: str) -> str:
        code = alpha2(country) or country.upper()
        if code in self._gazetteer.rows.countries:
            return code
        for match in self._gazetteer.lookup(country):
            if match.place.is_country and match.is_recorded:
                return match.place.country
        raise QueryError(f"country={country!r}: neither an ISO 3166-1 code nor a country")


def _point(lat: str, lon: str) -> tuple[float, float] | None:
    if not lat.strip() and not lon.strip():
        return None
    try:
        return float(lat), float(lon)
    except ValueError:
        raise QueryError(f"near={lat!r}, {lon!r}: not two numbers of degrees") from None
