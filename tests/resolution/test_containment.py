"""Names that the text puts into a place: meant is what lies there, recorded or not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from geomap.resolution import Resolution

Resolve = Callable[..., list[Resolution]]


@pytest.mark.parametrize(
    ("text", "around"),
    [
        (
            "[Jasper] is an unincorporated community in [Pike County], [Missouri], laid out "
            "between [Louisiana] and [Bowling Green].",
            "Pike County",
        ),
        (
            "[Clarksburg] is a small hamlet in [Ulster County], [New York]. It has a mill.",
            "Ulster County",
        ),
        (
            "[Kamienna Góra] is a village in the administrative district of [Tuchola County], in "
            "north-central [Poland]. It lies 5 km east of [Cekcyn].",
            "Powiat tucholski",
        ),
    ],
)
def test_no_namesake_elsewhere_is_meant(resolve: Resolve, text: str, around: str) -> None:
    village, county, *_ = resolve(text)
    assert county.place is not None
    assert county.place.name == around
    assert (village.place, village.match) == (county.place, "context")
    assert village.why.startswith(f"no place recorded as {village.mention.text} fits; put at ")
    assert "where the text says it is" in village.why


@pytest.mark.parametrize(
    ("text", "country", "lat"),
    [
        ("[Lima] is a village in [Livingston County], [New York].", "US", 43),
        ("[Santa Ana] is a district of the [San José] province of [Costa Rica].", "CR", 10),
        (
            "[Valencia] (Venezuela's third city) is a city in the northern part of [Carabobo].",
            "VE",
            10,
        ),
    ],
)
def test_a_sentence_that_says_what_a_place_is_says_where(
    resolve: Resolve, text: str, country: str, lat: int
) -> None:
    place = resolve(text)[0].place
    assert place is not None
    assert (place.country, round(place.lat)) == (country, lat)


@pytest.mark.parametrize(
    "text",
    [
        "Cases were found in [Delaware], [Idaho], [Maine] and [Ohio].",
        "Offices in [Berlin], [Paris], [Tokyo], [Madrid].",
        "He flew from [Moscow] in [Russia] to [Kyiv].",
    ],
)
def test_lists_put_nothing_into_what_follows(resolve: Resolve, text: str) -> None:
    for found in resolve(text):
        assert found.place is not None
        assert found.place.name == found.mention.text


def test_a_district_nobody_knows_is_in_the_county_behind_it(resolve: Resolve) -> None:
    found = resolve(
        "[Shahabad] is a village in [Xuwakongoza District], in [Lamerd County], [Fars Province], "
        "[Iran]."
    )
    assert all(r.place is not None and r.place.country == "IR" for r in found)


def test_being_the_only_one_in_two_countries_defines_nothing(resolve: Resolve) -> None:
    city = resolve(
        "Unlike [Montreal], [New York City] is the only region in [Canada] and the "
        "[United States] without it. [Beaconsfield] is near [Montreal]."
    )[1]
    assert city.place is not None
    assert city.place.name == "New York City"


def test_a_river_is_no_town_that_it_is_called_like(resolve: Resolve) -> None:
    found = resolve("The [Sandy River] flows through [Farmington] and [Mercer] in [Maine].")
    river = found[0]
    assert river.place is not None
    assert abs(river.place.lat - 44.7) < 1.5


def test_what_is_defined_is_the_same_later_on(resolve: Resolve) -> None:
    found = resolve(
        "[Clarksburg] is a hamlet in [Ulster County], [New York]. The hamlet of [Clarksburg] lies "
        "12 miles west of [Kingston]."
    )
    assert found[0].place == found[3].place == found[1].place


def test_what_a_definition_goes_on_with_is_around_all_before(resolve: Resolve) -> None:
    """Districts of the same name elsewhere are no less recorded than the county."""
    village, _, _, county, *_ = resolve(
        "[Mehdiabad] is a village in [Golestan] Rural District, in the [Central District] of "
        "[Sirjan County], [Kerman Province], [Iran]. It had 45 people."
    )
    assert county.place is not None
    assert village.place is not None
    assert abs(village.place.lat - county.place.lat) < 1


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Flooding in [Greenville] SC and [Asheville] NC today.", "South Carolina"),
        ("Camp at [Rolla], MO., by way of [Lebanon].", "Missouri"),
        ("ROLLA, MO., June 1. Letters from [Plymouth], N. C., say so.", "North Carolina"),
        ("We drove from [Springfield] [MA] to [Hartford].", "Massachusetts"),
    ],
)
def test_a_state_in_short_behind_a_name_is_around_it(
    resolve: Resolve, text: str, state: str
) -> None:
    place = resolve(text)[0].place
    assert place is not None
    assert state in place.path


def test_words_in_capitals_are_no_states(resolve: Resolve) -> None:
    place = resolve("FIRES IN [PARIS] OR [LONDON] ARE RARE")[0].place
    assert place is not None
    assert place.country == "FR"


@pytest.mark.parametrize(
    ("town", "river"),
    [
        ("in [Dnipro]", "on the left bank of the [Dnipro]"),
        ("through [Dnipro] and the hills", "along the [Dnipro] and Don rivers"),
        ("down from [Roanoke]", "down the [Roanoke]"),
    ],
)
def test_rivers_have_articles_and_banks(resolve: Resolve, town: str, river: str) -> None:
    told = [resolve(f"They went {name}, and were late.")[0] for name in (town, river)]
    assert told[0].place is not None
    assert told[1].place != told[0].place or told[1].score < told[0].score


def test_what_may_be_a_list_takes_nothing_from_what_is_none(resolve: Resolve) -> None:
    found = resolve(
        "Band plays [Vienna], [Athens] and [Salem]. It reached [Vienna], [Illinois], on Friday."
    )
    assert all(
        r.place and r.place.path[-2] == "Illinois" for r in found if r.mention.text == "Vienna"
    )


def test_a_state_in_short_is_no_item_of_a_list(resolve: Resolve) -> None:
    place = resolve("Next year they go to [Cairo], [Ill.], and [Dublin].")[0].place
    assert place is not None
    assert place.path[-2] == "Illinois"


def test_a_division_recorded_without_its_word_is_as_near(resolve: Resolve) -> None:
    """The only district recorded as one is in Pakistan."""
    found = resolve("A fire in the [Karak district], said [Jordan]'s police in [Amman].")
    assert found[0].place is not None
    assert found[0].place.country == "JO"
