"""Words beside a name that say what kind of place is meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from geomap.resolution import Resolution

Resolve = Callable[..., list[Resolution]]


@pytest.mark.parametrize(
    ("text", "feature_code"),
    [
        ("They crossed the [Ohio] at night near [Cincinnati].", "STM"),
        ("Steamers go up the [Tennessee].", "STM"),
        ("Farmers along the [Kansas] and the [Platte] fear floods.", "STM"),
        ("He drove across [Ohio] to [Cincinnati].", "ADM1"),
        ("The convoy crossed the [Netherlands].", "PCLI"),
    ],
)
def test_no_state_is_crossed_with_an_article(
    resolve: Resolve, text: str, feature_code: str
) -> None:
    place = resolve(text)[0].place
    assert place is not None
    assert place.feature_code == feature_code


@pytest.mark.parametrize(
    "text",
    [
        "[NEW YORK] (AP) - Police arrested two men.",
        "([NEW YORK]) — Police arrested two men.",
        "[NEW YORK], Nov. 27 (Reuters) - Police arrested two men.",
    ],
)
def test_a_dateline_names_a_town(resolve: Resolve, text: str) -> None:
    place = resolve(text)[0].place
    assert place is not None
    assert place.name == "New York City"
