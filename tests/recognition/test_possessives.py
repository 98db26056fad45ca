"""Possessives, pairs and lists: names that look like somebody's, like one, or like a people."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer
from geomap.documents import Document
from geomap.recognition import Recogniser


@pytest.fixture(scope="module")
def recogniser(gazetteer: Gazetteer) -> Recogniser:
    return Recogniser.load(gazetteer.names)


def _names(recogniser: Recogniser, text: str) -> list[str]:
    mentions = recogniser.find_mentions(Document("1", text, language="en"))
    return [m.text for m in mentions if m.role != "demonym"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She lives in St. George’s with two cats.", "St. George’s"),
        ("A ferry left St. George's, Grenada, at noon.", "St. George's"),
        ("The capital, St. George's, was dark. Boats left St. George's.", "St. George's"),
        ("King's Lynn is by the sea.", "King's Lynn"),
        ("A shop in Bishop's Stortford burned.", "Bishop's Stortford"),
    ],
)
def test_towns_that_are_somebodys(recogniser: Recogniser, text: str, name: str) -> None:
    assert name in _names(recogniser, text)


@pytest.mark.parametrize(
    "text",
    [
        "He preached at St. George's on Sunday.",
        "They lost to St. George's by 20 points.",
        "She works in St. George's Hospital.",
        "He works in Levi's and at Macy's.",
    ],
)
def test_churches_schools_and_shops_are_none(recogniser: Recogniser, text: str) -> None:
    assert not any("'s" in name for name in _names(recogniser, text))


def test_two_towns_that_and_joins_are_two(recogniser: Recogniser) -> None:
    text = "Residents left Pensacola & Milton, Florida, before the storm came ashore."
    assert {"Pensacola", "Milton"} <= set(_names(recogniser, text))


def test_a_town_among_towns_is_no_people(recogniser: Recogniser) -> None:
    text = "Roads are shut in Bethel, Polish and Norway, Maine. The Polish consul left."
    names = _names(recogniser, text)
    assert names.count("Polish") == 0  # No place of that name is recorded.
    text = "Roads are shut in Massey, Spanish and Espanola, Ontario. The Spanish consul left."
    assert _names(recogniser, text).count("Spanish") == 1
