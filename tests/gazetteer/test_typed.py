"""Names as people type them into tables: with nearness, addresses, codes, remarks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer import Gazetteer
from gazetteer.cleaning import cleaned
from gazetteer.relations import inside_out, related
from gazetteer.remarks import is_remark, says_nothing


@pytest.mark.parametrize(
    ("typed", "geonameid"),
    [
        ("12 km south-west of Homs", 169577), ("near the town of Homs, Syria", 169577),
        ("outskirts of Kandahar", 1138336), ("Kupiansk direction", 703656),
        ("Homs countryside", 169577), ("ريف حمص", 169577),
        ("Hospital in Kandahar", 1138336), ("Goma in eastern DRC", 216281),
    ],
)  # fmt: skip
def test_what_is_near_a_place_gets_that_place(
    gazetteer: Gazetteer, typed: str, geonameid: int
) -> None:
    match = gazetteer.lookup(typed)[0]
    assert (match.place.geonameid, match.match) == (geonameid, "part")
    assert 0.5 <= match.score < 0.96
    assert "written beside" in match.why


@pytest.mark.parametrize(
    ("typed", "geonameid"),
    [
        ("7 Rue Mercière, 69002 Lyon, France", 2996944), ("Market Street, Kandahar", 1138336),
        ("вул. Сумська 10, Харків", 706483), ("P.O. Box 77, Kampala, Uganda", 232422),
    ],
)  # fmt: skip
def test_an_address_gets_its_town_with_a_lower_score(
    gazetteer: Gazetteer, typed: str, geonameid: int
) -> None:
    match, town = gazetteer.lookup(typed)[0], gazetteer.lookup(typed.rpartition(", ")[2])[0]
    assert (match.place.geonameid, match.match) == (geonameid, "part")
    assert match.score <= 0.9
    assert town.match != "part"


@pytest.mark.parametrize(
    ("typed", "geonameid"),
    [
        ("Kano Nigeria", 2335204), ("Nigeria Kano", 2335204), ("Hyderabad Pakistan", 1176734),
        ("69002 Lyon", 2996944), ("Lyon 69002, France", 2996944), ("Homs | Syria", 169577),
        ("Syria > Homs", 169577), ("Goma (North Kivu), DRC", 216281), ('"Homs"', 169577),
        ("[Homs]", 169577), ("2. Homs", 169577), ("Malm&ouml;", 2692969),
        ("MalmÃ¶", 2692969), ("г. Харьков", 706483), ("مدينة حمص", 169577),
        ("Homs (unconfirmed)", 169577), ("Dept. of Antioquia", 3689815),
        ("Lviv (Lvov), Lviv oblast", 702550),
    ],
)  # fmt: skip
def test_what_is_no_part_of_a_name_is_taken_off(
    gazetteer: Gazetteer, typed: str, geonameid: int
) -> None:
    match = gazetteer.lookup(typed)[0]
    assert match.place.geonameid == geonameid
    assert match.score >= 0.5


@pytest.mark.parametrize(
    "typed",
    [
        "unknown", "various locations", "see notes", "not specified", "TBD", "?", "many villages",
        "50.45, 30.52", "Homs and Hama", "Homs & Hama", "Kano Ibadan", "12345", "Smith Street",
    ],
)  # fmt: skip
def test_what_names_no_one_place_gets_none(gazetteer: Gazetteer, typed: str) -> None:
    assert all(match.score < 0.5 for match in gazetteer.lookup(typed))


@pytest.mark.parametrize(
    ("name", "geonameid"),
    [
        ("Bosnia and Herzegovina", 3277605), ("South Shields", 2637329), ("North Bay", 6089426),
        ("West Bank", 285153), ("Newcastle upon Tyne", 2641673), ("In Salah", 6930641),
        ("Near East", None),
    ],
)  # fmt: skip
def test_recorded_names_are_not_taken_apart(
    gazetteer: Gazetteer, name: str, geonameid: int | None
) -> None:
    found = gazetteer.lookup(name)
    assert all(match.match != "part" for match in found)
    if geonameid:
        assert found[0].place.geonameid == geonameid


def test_a_side_is_weaker_than_a_similar_name(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("West Mosul")[0].match == "part"
    assert gazetteer.lookup("Nothern Ireland")[0].place.name == "Northern Ireland"
    assert gazetteer.lookup("South Shilds")[0].place.name == "South Shields"


def test_hints_hold_for_what_is_typed(gazetteer: Gazetteer) -> None:
    found = gazetteer.lookup("near Springfield", within="Illinois")
    assert {match.place.path[-2:] for match in found} == {("Illinois", "United States")}
    assert all(match.score < 0.5 for match in gazetteer.lookup("near Homs", country="FR"))


@given(st.text(max_size=40))
def test_any_text_can_be_cleaned_and_read(text: str) -> None:
    assert cleaned(text) or not text
    related(text), inside_out(text), says_nothing(text), is_remark(text)
