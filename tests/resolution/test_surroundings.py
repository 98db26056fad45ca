"""Names without record: placed where the text puts them, or not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from geomap.resolution import Resolution
from geomap.resolution.generics import has_generic, is_facility

Resolve = Callable[..., list[Resolution]]


@pytest.mark.parametrize(
    ("text", "town", "reason"),
    [
        (
            "Fire broke out at [Gregory Ashford High School] in [Parkland], [Florida].",
            "Parkland",
            "where the text says it is",
        ),
        (
            "Police in [Cirencester] closed [Dollar Street]. [Cirencester] is near [Cheltenham].",
            "Cirencester",
            "named here 2 times",
        ),
        (
            "The mayor of [Olomouc] opened [Hanka Novotna Bridge] and met [Olomouc] students.",
            "Olomouc",
            "named here 2 times",
        ),
    ],
)
def test_small_features_lie_around_the_town_of_the_story(
    resolve: Resolve, text: str, town: str, reason: str
) -> None:
    (found,) = [r for r in resolve(text) if is_facility(r.mention.text)]
    assert found.place is not None
    assert (found.place.name, found.match) == (town, "context")
    assert found.why.startswith(f"no place is recorded as {found.mention.text}; put at {town}")
    assert reason in found.why


def test_they_are_less_sure_than_the_town(resolve: Resolve) -> None:
    school, town, _ = resolve("A fire at [Ashford Elementary School] in [Parkland], [Florida].")
    assert school.place == town.place
    assert school.score < town.score


@pytest.mark.parametrize("name", ["Wqxelford High School", "Dollar Street", "A417"])
def test_without_a_town_they_stay_unresolved(resolve: Resolve, name: str) -> None:
    (found,) = resolve(f"Nobody had been to [{name}] for years.")
    assert found.place is None
    assert found.why


@pytest.mark.parametrize("name", ["Xqzvwk", "Hanka Novotna", "Grzblfx Ltd"])
def test_a_place_or_two_do_not_tell_where_bare_names_are(resolve: Resolve, name: str) -> None:
    found = resolve(f"The police of [Olomouc] asked [{name}]. [Olomouc] is in [Moravia].")[1]
    assert found.place is None


def test_in_a_local_story_a_village_without_record_lies_around(resolve: Resolve) -> None:
    found = resolve(
        "Rebels left [Goma], [Masisi], [Rutshuru] and [Bukavu] alone, but burned [Xuwakongoza], "
        "north of [Goma], and the market of [Sake]."
    )
    village = next(r for r in found if r.mention.text == "Xuwakongoza")
    assert village.place is not None
    assert (village.place.country, village.match) == ("CD", "context")
    assert village.why.startswith("no place is recorded as Xuwakongoza; put at ")


def test_names_far_apart_do_not_tell_where_a_bare_name_is(resolve: Resolve) -> None:
    found = resolve(
        "Offices in [Paris], [Tokyo], [Lima], [Nairobi] and [Oslo] closed. [Xuwakongoza] did not."
    )
    assert found[-1].score < 0.5


def test_a_university_is_no_misspelt_town(resolve: Resolve) -> None:
    found = resolve("She taught at [Lvvova State University] in [Poltava], [Ukraine].")[0]
    assert found.match != "variant"
    assert found.place is None or found.place.name == "Poltava"


def test_generic_words_are_no_parts_of_names(resolve: Resolve) -> None:
    found = resolve("They met on [Zzyzyx Street] and on [Zzyzyx Island].")
    assert [r.place for r in found] == [None, None]


@pytest.mark.parametrize(
    ("name", "is_generic"),
    [
        ("Maple Street", True),
        ("University of Nowhere", True),
        ("I-95", True),
        ("Lake Nowhere", True),
        ("Bakhmut", False),
        ("School", False),
        ("Bravo Company", False),
    ],
)
def test_generic_terms_stand_first_or_last(name: str, is_generic: bool) -> None:
    assert has_generic(name) == is_generic


def test_the_next_name_of_a_list_is_not_around_the_one_before(resolve: Resolve) -> None:
    listed = resolve("Markets in [Wexobulia], [Ihiala] and [Onitsha] were deserted.")[0]
    assert listed.place is None
    inside = resolve("Markets in [Wexobulia], [Ihiala], were deserted.")[0]
    assert inside.place is not None
    assert inside.place.name == "Ihiala"
