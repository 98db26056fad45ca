"""Coordinates written in text are read; look-alikes are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.recognition.coordinates import find_coordinates


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("hit at 48.5942, 37.9989 today", 48.5942, 37.9989),
        ("48.5942 N 37.9989 E", 48.5942, 37.9989),
        ("40.7128 N, 74.0060 W", 40.7128, -74.006),
        ("33.8688° S, 151.2093° E", -33.8688, 151.2093),
        ("48°35′39″N 37°59′56″E", 48.59417, 37.99889),
        ("48° 35' 39\" N, 37° 59' 56\" E", 48.59417, 37.99889),
        ("N 48° 35.65' E 37° 59.93'", 48.59417, 37.99883),
        ("34°03'S 18°25'E", -34.05, 18.41667),
        ("coordinates: 48.59, 37.99", 48.59, 37.99),
        ("(−33.8688, 151.2093)", -33.8688, 151.2093),
        ("18T WL 83959 07350", 40.7128, -74.006),
        ("37U 412345 5383456", 48.59804, 37.81111),
    ],
)
def test_reads_usual_ways_of_writing(text: str, lat: float, lon: float) -> None:
    (mention,) = find_coordinates(text)
    assert (mention.lat, mention.lon) == pytest.approx((lat, lon), abs=2e-4)
    assert mention.kind == "coordinate"
    assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    "text",
    [
        "won 2.5, 3.1 and 10.25, 11.75",
        "version 3.1415, 2.7182",
        "on 12.05.2023, 13.05.2023",
        "cost $12.5000, 13.5000",
        "host 192.168.10.1000",
        "at 95.1234, 37.9989",
        "48°75′39″N 37°59′56″E",
        "61U DQ 12345 67890",
        "grew 3.1 percent, not 2.7",
    ],
)
def test_passes_over_look_alikes(text: str) -> None:
    assert find_coordinates(text) == []


@given(st.floats(-89.9, 89.9), st.floats(-179.9, 179.9))
def test_any_decimal_point_comes_back(lat: float, lon: float) -> None:
    (mention,) = find_coordinates(f"at {lat:.5f}, {lon:.5f}.")
    assert (mention.lat, mention.lon) == pytest.approx((lat, lon), abs=1e-5)


@given(st.text(alphabet="0123456789 .,°'\"NSEW-+UTM", max_size=60))
def test_points_are_always_on_earth_and_spans_in_the_text(text: str) -> None:
    for mention in find_coordinates(text):
        assert mention.lat is not None
        assert mention.lon is not None
        assert abs(mention.lat) <= 90
        assert abs(mention.lon) <= 180
        assert text[mention.start : mention.end] == mention.text
