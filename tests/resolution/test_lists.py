"""What words say of the kind of a place: of several at once, and formally."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from geomap.resolution import Resolution

Resolve = Callable[..., list[Resolution]]


@pytest.mark.parametrize(
    "text",
    [
        "Women in [Kano], [Kaduna] and [Katsina] states queued from dawn.",
        "Fighting spread to the provinces of [Kunduz], [Takhar] and [Helmand].",
        "Shells fell in [Donetsk] and [Luhansk] oblasts.",
    ],
)
def test_a_word_in_the_plural_says_what_all_of_a_list_are(resolve: Resolve, text: str) -> None:
    codes = [found.place.feature_code for found in resolve(text) if found.place]
    assert codes == ["ADM1"] * text.count("[")


def test_the_towns_of_a_land_do_not_make_it_one(resolve: Resolve) -> None:
    place = resolve("He drew the towns of [Bavaria].")[0].place
    assert place is not None
    assert place.feature_code == "ADM1"


def test_a_county_is_no_country(resolve: Resolve) -> None:
    found = resolve(
        "The County of [Lebanon]'s commissioners met in [Lebanon] on Monday. [Cornwall] and "
        "[Palmyra] want a share, [Hershey] and [Reading] do not."
    )
    assert all(r.place is not None and r.place.country == "US" for r in found)


def test_saint_is_as_good_as_st(resolve: Resolve) -> None:
    place = resolve("From [St. Petersburg] to [Moscow] and [Warsaw].")[0].place
    assert place is not None
    assert place.country == "RU"


def test_a_spelling_is_sought_where_the_text_puts_it(resolve: Resolve) -> None:
    found = resolve("Floods came to [Aktobi] in [Kazakhstan].")[0]
    guesses = [found.place, *(guess.place for guess in found.alternatives)]
    assert next(place.name for place in guesses if place) == "Aktobe"


def test_no_village_is_a_spelling_of_the_country_next_door(resolve: Resolve) -> None:
    place = resolve("They took [Rumangabo] and [Kibumba], and then [Goma]. [Kigali] denied it.")[
        0
    ].place
    assert place is None or place.feature_code != "PCLI"
