"""A geopy geocoder over the gazetteer: scripts written for geopy work offline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from geopy.exc import GeocoderQueryError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from gazetteer import Gazetteer, Match, Place, QueryError
from gazetteer.lookup import distance_km
from geomap.exports.json_lines import place_fields

#: Senses of an area that are tried ("Georgia" in "Athens, Georgia").
_SENSES = 5
#: How far `GazetteerGeocoder.reverse` looks, step by step.
_STEPS_KM = (5.0, 25.0, 100.0)
_LIMIT, _NAMESAKES = 10, 100
#: Feature codes of places where nobody lives any more, or that are parts of one.
_NOT_TOWNS = frozenset("PPLH PPLQ PPLW PPLX PPLCH".split())


class GazetteerGeocoder(Geocoder):  # type: ignore[misc]
    """Geocodes place names from the gazetteer, without a network.

    Parameters
    ----------
    gazetteer : Gazetteer, str or Path, optional
        An open gazetteer or a compiled file; by default the shipped one.
    fallback : geopy.geocoders.base.Geocoder, optional
        Asked for what the gazetteer does not know; may be online.
    min_score : float
        A spelling nobody recorded is accepted from this score on, 0..1.
    timeout, proxies, user_agent, ssl_context, adapter_factory
        As for every geopy geocoder; without effect here.

    Examples
    --------
    >>> geocoder = GazetteerGeocoder()
    >>> geocoder.geocode("Paris, Texas").address
    'Paris, Lamar County, Texas, United States'
    >>> geocoder.reverse((48.6, 38.0)).raw["name"]
    'Bakhmut'
    """

    def __init__(
        self,
        gazetteer: Gazetteer | str | Path | None = None,
        *,
        fallback: Geocoder | None = None,
        min_score: float = 0.5,
        timeout: Any = DEFAULT_SENTINEL,
        proxies: Any = DEFAULT_SENTINEL,
        user_agent: str | None = None,
        ssl_context: Any = DEFAULT_SENTINEL,
        adapter_factory: Any = None,
    ) -> None:
        super().__init__(
            timeout=timeout, proxies=proxies, user_agent=user_agent, ssl_context=ssl_context,
            adapter_factory=adapter_factory,
        )  # fmt: skip
        opened = gazetteer if isinstance(gazetteer, Gazetteer) else Gazetteer.open(gazetteer)
        self.gazetteer: Gazetteer = opened
        self.fallback, self.min_score = fallback, min_score

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,
        limit: int | None = None,
        country_codes: str | Sequence[str] | None = None,
        viewbox: Sequence[Any] | None = None,
        bounded: bool = False,
        near: Any = None,
        within: str | Place | None = None,
        featuretype: str | None = None,
    ) -> Location | list[Location] | None:
        """Find the place of a name, with the areas around it after commas: ``Paris, Texas``.

        Parameters
        ----------
        exactly_one, timeout
            One Location or a list of them; the timeout is passed on to the fallback.
        limit : int, optional
            At most so many Locations, by default 10.
        country_codes : str or sequence of str, optional
            ISO 3166-1 alpha-2 codes the place must be in.
        viewbox, bounded : sequence of two points, bool
            Opposite corners, as geopy takes points; places near the centre are preferred, and
            with ``bounded`` no others are found.
        near, within, featuretype : optional
            A point to prefer places near; an area the place must be in; a GeoNames feature
            class or code, or a word for one.

        Returns
        -------
        Location, list of Location or None
            ``raw`` holds id, name, country, subdivision, feature code, score, match and why.

        Raises
        ------
        geopy.exc.GeocoderQueryError
            On an empty query, or hints that cannot be.
        """
        parts = _parts(query)
        box = _box(viewbox)
        point = _point(near) or (_centre(box) if box else None)
        hints = {"near": point, "within": within, "feature": featuretype}
        try:
            found = self._in_countries(parts, hints, _codes(country_codes))
        except QueryError as error:
            raise GeocoderQueryError(str(error)) from error
        found = [m for m in _likeliest_first(found) if self._claims(m)]
        if box and bounded:
            found = [m for m in found if _inside(m.place, box)]
        if not found and self.fallback:
            return self.fallback.geocode(query, exactly_one=exactly_one, timeout=timeout)
        return _as_asked(map(_location, found), exactly_one, limit)

    def reverse(
        self,
        query: Any,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,
        limit: int | None = None,
        radius_km: float = _STEPS_KM[-1],
    ) -> Location | list[Location] | None:
        """Find the populated place nearest to a point.

        Parameters
        ----------
        query : point
            As geopy takes points: ``(lat, lon)`` in degrees, a Point, or ``"lat, lon"``.
        exactly_one : bool
            One Location, or a list of them, the nearest first.
        timeout
            Passed on to the fallback.
        limit : int, optional
            At most so many Locations, by default 10.
        radius_km : float
            No place further than this.

        Returns
        -------
        Location, list of Location or None
            ``raw`` holds the geodesic ``distance_km``.

        Raises
        ------
        geopy.exc.GeocoderQueryError
            On something that is no point on the globe.
        """
        point = _point(query)
        if point is None:
            raise GeocoderQueryError("query is missing: give a point, (lat, lon)")
        count = 1 if exactly_one else limit or _LIMIT
        near = self._nearest(point, radius_km, count)
        if not near and self.fallback:
            return self.fallback.reverse(query, exactly_one=exactly_one, timeout=timeout)
        locations = (_to_location(p, {"distance_km": round(km, 3)}) for km, p in near)
        return _as_asked(locations, exactly_one, limit)

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
        whole = self.gazetteer.lookup(", ".join(parts), **hints, limit=_NAMESAKES)
        if len(parts) == 1 or (whole and _is_recorded(whole[0])):
            return whole
        return self._find(parts, hints)

    def _find(self, parts: list[str], hints: dict[str, Any]) -> list[Match]:
        """Look the first part up in each sense of the area that the others name."""
        head, *rest = parts
        if not rest:
            return self.gazetteer.lookup(head, **hints, limit=_NAMESAKES)
        outer = {"country": hints["country"], "within": hints["within"], "near": None}
        areas = [m for m in self._find(rest, {**outer, "feature": None}) if self._claims(m)]
        senses = []
        for area in areas[:_SENSES]:
            inside = self.gazetteer.lookup(
                head, **{**hints, "within": area.place}, limit=_NAMESAKES
            )
            senses.append((area.score, [m for m in inside if m.place.id != area.place.id]))
        # A sense of the area in which nothing has the name is not meant, if another has it.
        kept = [(s, found) for s, found in senses if found and _is_recorded(found[0])] or senses
        total = sum(score for score, _ in kept)
        matches = (replace(m, score=m.score * s / total) for s, found in kept for m in found)
        return _likeliest_first(matches)

    def _claims(self, match: Match) -> bool:
        return _is_recorded(match) or match.score >= self.min_score

    def _nearest(
        self, point: tuple[float, float], radius_km: float, count: int
    ) -> list[tuple[float, Place]]:
        rows = self.gazetteer.rows
        found: list[tuple[float, Place]] = []
        for step in (*(s for s in _STEPS_KM if s < radius_km), radius_km):
            places = (rows.place(int(row)) for row in rows.rows_near(*point, step))
            towns = [p for p in places if p.feature_class == "P"]
            towns = [p for p in towns if p.feature_code not in _NOT_TOWNS]
            found = sorted(
                ((distance_km(point, (p.lat, p.lon)), p) for p in towns), key=lambda pair: pair[0]
            )
            if len(found) >= count:
                break
        return found[:count]


def _parts(query: str) -> list[str]:
    if not isinstance(query, str):
        raise GeocoderQueryError(f"query must be text, not {type(query).__name__}")
    parts = [part.strip() for part in query.split(",") if part.strip()]
    if not parts:
        raise GeocoderQueryError("query is empty: give the name of a place")
    return parts


def _codes(country_codes: str | Sequence[str] | None) -> list[str]:
    if not country_codes:
        return []
    codes = country_codes.split(",") if isinstance(country_codes, str) else country_codes
    return [code.strip().upper() for code in codes]


def _point(given: Any) -> tuple[float, float] | None:
    if given is None or given == "":
        return None
    try:
        # geopy wraps longitudes and takes latitudes in -90..90 only.
        point = Point(given)
    except (ValueError, TypeError) as error:
        raise GeocoderQueryError(f"{given!r} is no point: {error}") from error
    return point.latitude, point.longitude


_Box = tuple[float, float, float, float]


def _box(viewbox: Sequence[Any] | None) -> _Box | None:
    """South, west, north, east of a box."""
    if viewbox is None:
        return None
    points = [_point(corner) for corner in viewbox]
    if len(points) != 2 or None in points:
        raise GeocoderQueryError("viewbox must be two points: [(lat, lon), (lat, lon)]")
    (lat1, lon1), (lat2, lon2) = points  # type: ignore[misc]
    return min(lat1, lat2), min(lon1, lon2), max(lat1, lat2), max(lon1, lon2)


def _centre(box: _Box) -> tuple[float, float]:
    south, west, north, east = box
    return (south + north) / 2, (west + east) / 2


def _inside(place: Place, box: _Box) -> bool:
    south, west, north, east = box
    return south <= place.lat <= north and west <= place.lon <= east


def _is_recorded(match: Match) -> bool:
    return match.match in ("exact", "alias")


def _likeliest_first(found: Iterable[Match]) -> list[Match]:
    """Order matches, a recorded name before a similar one, each place once."""
    best: dict[str, Match] = {}
    for match in sorted(found, key=lambda m: (not _is_recorded(m), -m.score)):
        best.setdefault(match.place.id, match)
    return list(best.values())


def _location(match: Match) -> Location:
    said = {"score": round(match.score, 4), "match": match.match, "why": match.why}
    return _to_location(match.place, {**said, "matched_name": match.name})


def _to_location(place: Place, said: dict[str, Any]) -> Location:
    address = ", ".join(dict.fromkeys((place.name, *place.path)))
    raw = {**place_fields(place), "display_name": address, "path": list(place.path), **said}
    return Location(address, (place.lat, place.lon), raw)


def _as_asked(
    locations: Iterable[Location], exactly_one: bool, limit: int | None
) -> Location | list[Location] | None:
    found = list(locations)[: limit or _LIMIT]
    if not found:
        return None
    return found[0] if exactly_one else found
