"""A name alone: which of the places that are called so is meant."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("name", "country", "feature_code"),
    [
        ("Idlib", "SY", "PPLA"), ("Madras", "IN", "PPLA"), ("Kharkov", "UA", "PPLA"),
        ("Mecca", "SA", "PPLA"), ("Odessa", "UA", "PPLA"), ("Basra", "IQ", "PPLA"),
    ],
)  # fmt: skip
def test_a_town_comes_before_the_division_around_it(
    gazetteer: Gazetteer, name: str, country: str, feature_code: str
) -> None:
    place = gazetteer.lookup(name)[0].place
    assert (place.country, place.feature_code) == (country, feature_code)


@pytest.mark.parametrize("name", ["Georgia", "Mexico", "Luxembourg", "Idaho", "Kansas"])
def test_what_is_far_more_prominent_comes_before_towns(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(name)[0].place.feature_class == "A"


@pytest.mark.parametrize(
    ("name", "country"), [("Delphi", "GR"), ("Nazareth", "IL"), ("Lourdes", "FR"), ("Hebron", "PS")]
)
def test_the_famous_town_comes_before_larger_ones(
    gazetteer: Gazetteer, name: str, country: str
) -> None:
    """In Delphi of Indiana live more people, in Nazrēt six times as many."""
    assert gazetteer.lookup(name)[0].place.country == country


def test_common_names_are_not_sure(gazetteer: Gazetteer) -> None:
    scores = [match.score for match in gazetteer.lookup("Springfield", limit=5)]
    assert scores[0] < 0.5
    assert scores == sorted(scores, reverse=True)
