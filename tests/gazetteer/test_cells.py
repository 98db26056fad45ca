from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.cells import distances_km, great_circle_km

_lat, _lon = st.floats(-90, 90), st.floats(-180, 180)


@given(_lat, _lon, _lat, _lon)
def test_two_points_are_as_far_apart_as_many(
    lat: float, lon: float, other_lat: float, other_lon: float
) -> None:
    alone = great_circle_km(lat, lon, other_lat, other_lon)
    assert alone == pytest.approx(distances_km(lat, lon, other_lat, other_lon), abs=1e-3)


def test_a_quarter_of_the_equator() -> None:
    assert great_circle_km(0, 0, 0, 90) == pytest.approx(10_007.56, abs=0.01)
