"""Names with the areas around them, as tables and addresses write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer import Gazetteer
from gazetteer.qualified import parts_of


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("Paris, Texas", ("Lamar County", "Texas", "United States")),
        ("Springfield, Ill.", ("Sangamon County", "Illinois", "United States")),
        ("Springfield, IL, 62701, USA", ("Sangamon County", "Illinois", "United States")),
        ("London ON", ("Middlesex County", "Ontario", "Canada")),
        ("Athens (Georgia)", ("Clarke County", "Georgia", "United States")),
        ("Berlin, DE", ("Berlin", "Germany")),
        ("Homs, SYR", ("Homs District", "Homs Governorate", "Syria")),
        ("Soho, London, UK", ("Greater London", "England", "United Kingdom")),
        ("Донецька область, Бахмут", ("Bakhmut Raion", "Donetsk Oblast", "Ukraine")),
        ("Russia, Moscow", ("Moscow", "Russia")),
        ("Georgia, USA", ("United States",)),
        ("Bahmout, Donetsk region, Ukraine", ("Bakhmut Raion", "Donetsk Oblast", "Ukraine")),
        ("Kyjiv, Ukrane", ("Kyiv City", "Ukraine")),
    ],
)
def test_a_name_is_found_in_the_areas_beside_it(
    gazetteer: Gazetteer, name: str, path: tuple[str, ...]
) -> None:
    match = gazetteer.lookup(name)[0]
    assert match.place.path == path
    assert match.score > 0.7


def test_the_area_supports_a_weak_spelling(gazetteer: Gazetteer) -> None:
    match = gazetteer.lookup("Gregoron, Belgorod")[0]
    assert (match.place.name, match.match) == ("Grayvoron", "context")
    assert match.score > 0.5


@pytest.mark.parametrize(
    "name",
    ["Homs, Hama", "Berlin, Poland", "Zxqwvbn, France", "Smith, John", "Jackson, Michael", " , "],
)
def test_what_is_not_there_is_not_claimed(gazetteer: Gazetteer, name: str) -> None:
    assert all(match.score < 0.5 for match in gazetteer.lookup(name))


def test_hints_hold_for_qualified_names(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Paris, Texas", country="FR") == []
    found = gazetteer.lookup("Kyiv, Ukraine", feature="ADM1")
    assert {match.place.feature_code for match in found} == {"ADM1"}


@given(st.text())
def test_any_text_has_a_part(name: str) -> None:
    parts = parts_of(name)
    assert parts == [name] or all(part == part.strip() != "" for part in parts)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Victoria, Lake", "Lake Victoria"), ("Netherlands (Kingdom of the)", "Netherlands"),
        ("Eswatini (Swaziland)", "Eswatini"), ("Kharkiv / Kharkov", "Kharkiv"),
        ("Lagos - Nigeria", "Lagos"), ("Egypt, Arab Rep.", "Egypt"),
        ("West Bank and Gaza", "Palestine"), ("Hong Kong SAR, China", "Hong Kong"),
    ],
)  # fmt: skip
def test_what_is_turned_round_or_named_twice_is_one_place(
    gazetteer: Gazetteer, name: str, found: str
) -> None:
    assert gazetteer.lookup(name)[0].place.name == found
