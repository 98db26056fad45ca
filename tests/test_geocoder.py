from __future__ import annotations

import socket
from typing import Any

import pytest
from geopy.distance import geodesic
from geopy.exc import GeocoderQueryError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from gazetteer import Gazetteer
from geomap.geocoder import GazetteerGeocoder


@pytest.fixture(scope="module")
def geocoder(gazetteer: Gazetteer) -> GazetteerGeocoder:
    return GazetteerGeocoder(gazetteer)


def test_it_is_a_geopy_geocoder_that_opens_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("no connection may be opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    geocoder = GazetteerGeocoder(user_agent="mine", timeout=5)
    assert isinstance(geocoder, Geocoder)
    location = geocoder.geocode("Bachmut")
    assert isinstance(location, Location)
    assert location.address == "Bakhmut, Bakhmut Raion, Donetsk Oblast, Ukraine"
    assert (location.latitude, location.longitude) == (48.59419, 37.99886)
    assert (location.raw["geonameid"], location.raw["match"]) == (713174, "alias")


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("Paris", "Paris, Île-de-France, France"),
        ("Paris, Texas", "Paris, Lamar County, Texas, United States"),
        ("Athens, Georgia", "Athens, Clarke County, Georgia, United States"),
        ("Tbilisi, Georgia", "Tbilisi, Georgia"),
        ("Springfield, IL, USA", "Springfield, Sangamon County, Illinois, United States"),
        ("Athens, Clarke County, Georgia", "Athens, Clarke County, Georgia, United States"),
        ("Washington, D.C.", "Washington, Washington DC, United States"),
    ],
)
def test_areas_stand_behind_commas(geocoder: GazetteerGeocoder, query: str, address: str) -> None:
    assert geocoder.geocode(query).address == address


@pytest.mark.parametrize(
    ("options", "country"),
    [
        ({"country_codes": "us"}, "US"), ({"country_codes": ["CA", "DE"]}, "CA"),
        ({"within": "Ontario"}, "CA"), ({"near": Point(33.66, -95.56)}, "US"),
        ({"viewbox": [(33, -96), ("34", "-95")], "bounded": True}, "US"),
        ({"featuretype": "P", "limit": 1}, "FR"),
    ],
)  # fmt: skip
def test_hints_of_geocode(
    geocoder: GazetteerGeocoder, options: dict[str, Any], country: str
) -> None:
    assert geocoder.geocode("Paris", **options).raw["country"] == country


def test_many_or_none(geocoder: GazetteerGeocoder) -> None:
    found = geocoder.geocode("Springfield", exactly_one=False, limit=3)
    assert len(found) == len({location.raw["geonameid"] for location in found}) == 3
    for nothing in ("Zxqwvbn", "Zxqwvbn, France", "Kyiv Central Station, Kyiv"):
        assert geocoder.geocode(nothing) is None
        assert geocoder.geocode(nothing, exactly_one=False) is None


def test_reverse_finds_the_nearest_town(geocoder: GazetteerGeocoder) -> None:
    location = geocoder.reverse("48.6, 38.0")
    assert location.raw["geonameid"] == 713174
    assert location.raw["distance_km"] == round(geodesic((48.6, 38), location.point).km, 3)
    near = geocoder.reverse(Point(50.6, 36.6), exactly_one=False, limit=4)
    apart = [place.raw["distance_km"] for place in near]
    assert apart == sorted(apart)
    assert len(apart) == 4
    assert geocoder.reverse((0, -140)) is None
    assert geocoder.reverse((0, -140), exactly_one=False, radius_km=3000)[0].raw["country"]


@pytest.mark.parametrize("query", ["", " , ", None, 7])
def test_a_query_that_is_none_is_a_geopy_error(geocoder: GazetteerGeocoder, query: Any) -> None:
    with pytest.raises(GeocoderQueryError):
        geocoder.geocode(query)


@pytest.mark.filterwarnings("ignore:Latitude normalization")
@pytest.mark.parametrize("point", ["", None, "north", (95, 0), (1, 2, 3, 4)])
def test_a_point_that_is_none_is_a_geopy_error(geocoder: GazetteerGeocoder, point: Any) -> None:
    with pytest.raises(GeocoderQueryError):
        geocoder.reverse(point)


@pytest.mark.parametrize(
    "options",
    [{"within": "Zxqwvbn"}, {"country_codes": "XX"}, {"near": "x"}, {"viewbox": [(1, 2)]}],
)
def test_hints_that_cannot_be_are_geopy_errors(
    geocoder: GazetteerGeocoder, options: dict[str, Any]
) -> None:
    with pytest.raises(GeocoderQueryError):
        geocoder.geocode("Paris", **options)


class Elsewhere(Geocoder):  # type: ignore[misc]
    """Another geocoder, which knows everything."""

    def geocode(self, query: str, **options: Any) -> Location:
        return Location(f"{query} {options['exactly_one']}", (1, 2), {})

    def reverse(self, query: Any, **options: Any) -> Location:
        return Location("sea", query, {})


def test_the_fallback_is_asked_for_what_is_not_known(gazetteer: Gazetteer) -> None:
    geocoder = GazetteerGeocoder(gazetteer, fallback=Elsewhere())
    assert geocoder.geocode("Zxqwvbn").address == "Zxqwvbn True"
    assert geocoder.geocode("Kyiv").raw["geonameid"] == 703448
    assert geocoder.reverse((0, -140)).address == "sea"


def test_the_rate_limiter_of_geopy_works(geocoder: GazetteerGeocoder) -> None:
    geocode = RateLimiter(geocoder.geocode, min_delay_seconds=0)
    assert [geocode(name).raw["country"] for name in ("Lviv", "Paris, Texas")] == ["UA", "US"]


def test_structured_queries_are_understood(geocoder: GazetteerGeocoder) -> None:
    query = {"city": "Athens", "state": "Georgia", "country": "USA", "postalcode": "30601"}
    assert geocoder.geocode(query).raw["country"] == "US"
    with pytest.raises(GeocoderQueryError, match="no part 'town'"):
        geocoder.geocode({"town": "Athens"})


def test_options_for_online_geocoders_reach_the_fallback(gazetteer: Gazetteer) -> None:
    class Online(Geocoder):  # type: ignore[misc]
        def geocode(self, query: str, **options: Any) -> dict[str, Any]:
            return options

    geocoder = GazetteerGeocoder(gazetteer, fallback=Online())
    assert geocoder.geocode("Lviv", language="en").raw["name"] == "Lviv"
    asked = geocoder.geocode("Zxqwvbn Hall", language="uk", addressdetails=True)
    assert (asked["language"], asked["addressdetails"]) == ("uk", True)
    assert geocoder.reverse((49.838, 24.023), zoom=10, language="uk").raw["name"] == "Lviv"
    with pytest.raises(TypeError, match="languag"):
        geocoder.geocode("Lviv", languag="en")


@pytest.mark.filterwarnings("error")
def test_point_off_the_globe_is_an_error_and_no_warning(geocoder: GazetteerGeocoder) -> None:
    with pytest.raises(GeocoderQueryError, match="no point"):
        geocoder.reverse((100, 500))
