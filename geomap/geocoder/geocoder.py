"""The geocoder: geopy's interface over the gazetteer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from geopy.exc import GeocoderQueryError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location

from gazetteer import Gazetteer, Match, Place, QueryError
from geomap.exports.json_lines import place_fields
from geomap.geocoder.arguments import (
    centre,
    is_inside,
    read_box,
    read_codes,
    read_point,
    read_query,
)
from geomap.geocoder.search import STEPS_KM, Search

_LIMIT = 10
#: What scripts ask Nominatim for besides: the fallback is told, the gazetteer has no use for it.
_ONLINE = frozenset(["language", "addressdetails", "geometry", "extratags", "namedetails", "zoom"])


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
        self.fallback = fallback
        self._search = Search(opened, min_score)

    def geocode(
        self,
        query: str | Mapping[str, str],
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
        **online: Any,
    ) -> Location | list[Location] | None:
        """Find the place of a name, with the areas around it after commas: ``Paris, Texas``.

        Parameters
        ----------
        query : str or mapping
            A name with the areas around it, or these as ``city``, ``county``, ``state`` and
            ``country``.
        exactly_one, timeout, limit
            One Location or a list of at most so many; the timeout is for the fallback.
        country_codes : str or sequence of str, optional
            ISO 3166-1 alpha-2 codes the place must be in.
        viewbox, bounded : sequence of two points, bool
            Opposite corners, as geopy takes points; places near the centre are preferred, and
            with ``bounded`` no others are found.
        near, within, featuretype : optional
            A point to prefer places near; an area the place must be in; a GeoNames feature
            class or code, or a word for one.
        **online
            ``language`` and so on, as for Nominatim: for the fallback too.

        Returns
        -------
        Location, list of Location or None
            ``raw`` holds id, name, country, subdivision, feature code, score, match and why.

        Raises
        ------
        geopy.exc.GeocoderQueryError
            On an empty query, or hints that cannot be.
        """
        _check(online)
        name = read_query(query)
        box = read_box(viewbox)
        point = read_point(near) or (centre(box) if box else None)
        hints = {"near": point, "within": within, "feature": featuretype}
        try:
            found = self._search.find(name, hints, read_codes(country_codes))
        except QueryError as error:
            raise GeocoderQueryError(str(error)) from error
        if box and bounded:
            found = [m for m in found if is_inside(m.place, box)]
        if not found and self.fallback:
            return self.fallback.geocode(query, exactly_one=exactly_one, timeout=timeout, **online)
        return _as_asked(map(_location, found), exactly_one, limit)

    def reverse(
        self,
        query: Any,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,
        limit: int | None = None,
        radius_km: float = STEPS_KM[-1],
        **online: Any,
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
        **online
            As for `geocode`.

        Returns
        -------
        Location, list of Location or None
            ``raw`` holds the geodesic ``distance_km``.

        Raises
        ------
        geopy.exc.GeocoderQueryError
            On something that is no point on the globe.
        """
        _check(online)
        point = read_point(query)
        if point is None:
            raise GeocoderQueryError("query is missing: give a point, (lat, lon)")
        count = 1 if exactly_one else limit or _LIMIT
        near = self._search.nearest(point, radius_km, count)
        if not near and self.fallback:
            return self.fallback.reverse(query, exactly_one=exactly_one, timeout=timeout, **online)
        locations = (_to_location(p, {"distance_km": round(km, 3)}) for km, p in near)
        return _as_asked(locations, exactly_one, limit)


def _check(online: Mapping[str, Any]) -> None:
    unknown = sorted(set(online) - _ONLINE)
    if unknown:
        raise TypeError(f"there is no option {unknown[0]!r}")


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
