from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gazetteer.cells import are_within_km, distances_km, great_circle_km
from gazetteer.match import distance_km, nearly_km

_lat, _lon = st.floats(-90, 90), st.floats(-180, 180)


@given(_lat, _lon, _lat, _lon)
def test_two_points_are_as_far_apart_as_many(
    lat: float, lon: float, other_lat: float, other_lon: float
) -> None:
    alone = great_circle_km(lat, lon, other_lat, other_lon)
    assert alone == pytest.approx(distances_km(lat, lon, other_lat, other_lon), abs=1e-3)


@given(_lat, _lon, st.lists(st.tuples(_lat, _lon), min_size=1), st.floats(1, 20_000))
def test_points_are_within_what_they_are_not_further_than(
    lat: float, lon: float, others: list[tuple[float, float]], radius_km: float
) -> None:
    lats, lons = np.array(others).T
    apart = distances_km(lat, lon, lats, lons)
    # At the far side of the Earth a distance hardly changes with the place.
    assume(np.all((np.abs(apart - radius_km) > 0.05) & (apart < 19_900)))
    assert are_within_km(lat, lon, lats, lons, radius_km).tolist() == (apart <= radius_km).tolist()


def test_a_quarter_of_the_equator() -> None:
    assert great_circle_km(0, 0, 0, 90) == pytest.approx(10_007.56, abs=0.01)


@given(_lat, _lon, st.floats(-3, 3), st.floats(-3, 3))
def test_what_is_nearly_the_geodesic_comes_out_as_the_same_kilometres(
    lat: float, lon: float, north: float, east: float
) -> None:
    one, other = (lat, lon), (min(max(lat + north, -90.0), 90.0), lon + east)
    assert round(nearly_km(one, other)) == round(distance_km(one, other))
