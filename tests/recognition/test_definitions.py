"""Definitions and commanders: the words around a name say that it is a place's, or an officer's."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer
from geomap.documents import Document
from geomap.recognition import Recogniser
from geomap.recognition.commanders import find_commanders
from geomap.recognition.definitions import is_defined
from geomap.recognition.named import Named
from geomap.recognition.tokens import split_tokens


@pytest.fixture(scope="module")
def recogniser(gazetteer: Gazetteer) -> Recogniser:
    return Recogniser.load(gazetteer.names)


def _names(recogniser: Recogniser, text: str) -> set[str]:
    mentions = recogniser.find_mentions(Document("1", text))
    return {m.text for m in mentions if m.role != "demonym"}


@pytest.mark.parametrize(
    "text",
    [
        "Prosper is a small unincorporated community in Cass County.",
        "Prosper (old spelling: Prospere) is a village in Cass County.",
        "Prosper, North Dakota, is a farming town near Fargo.",
        "Prosper, a hamlet of ten houses, burned. Prosper, a hamlet in Cass County, burned.",
        "Prosper, 12 km away, was quiet.",
        "Prosper, 3.5 miles north of Fargo, was quiet.",
    ],
)
def test_what_is_a_village_is_a_place(text: str) -> None:
    tokens = split_tokens(text)
    places = [i for i, word in enumerate(tokens.words) if word == "Prosper"]
    assert is_defined(tokens, Named(places[-1], places[-1] + 1, "LOC", -1.0))


@pytest.mark.parametrize(
    "text",
    [
        "Prosper is a singer in Paris.",
        "Prosper is a town planner.",
        "Prosper, a village elder, spoke.",
        "Prosper, 12, is away.",
        "Prosper, 12 miles behind, gave up.",
        "The novel of Prosper Merimee is short.",
    ],
)
def test_what_is_a_person_is_no_place(text: str) -> None:
    tokens = split_tokens(text)
    at = tokens.words.index("Prosper")
    assert not is_defined(tokens, Named(at, at + 1, "LOC", -1.0))


def test_names_that_are_other_words_are_found_where_defined(recogniser: Recogniser) -> None:
    text = "Midway is a small unincorporated community in Calloway County, Kentucky."
    assert "Midway" in _names(recogniser, text)


def test_pronouns_are_no_names(recogniser: Recogniser) -> None:
    text = "It is a village in Kent. There is a town near Dover. This is a river in Wales."
    assert _names(recogniser, text) == {"Kent", "Dover", "Wales"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Troops took Kafr Zibda and a depot on Monday.", "Kafr Zibda"),
        ("Mortars hit Tel al-Zarqa at night.", "Tel al-Zarqa"),
        ("Jets bombed the village of Hpa Wee Kyo at noon.", "Hpa Wee Kyo"),
        ("The villagers of Let Pan Taw fled.", "Let Pan Taw"),
        ("Bampton native Ann Poole will read.", "Bampton"),
        ("The chief of Wahgoshig First Nation spoke.", "Wahgoshig"),
        ("Schools in the South department of Haiti are shut.", "South"),
        ("Pechenizka hromada: 3 hurt. All is well.", "Pechenizka"),
        ("Needs are greatest in Zardana sub-district of Idleb.", "Zardana"),
    ],
)
def test_names_that_begin_as_those_of_places(recogniser: Recogniser, text: str, name: str) -> None:
    assert name in _names(recogniser, text)


def test_what_only_looks_so_is_no_place(recogniser: Recogniser) -> None:
    text = "He works at Beit Berl College. Tell Ann. The villagers of old sang. Um, said Kim."
    assert not {"Beit Berl College", "Tell Ann", "Um"} & _names(recogniser, text)


def test_officers_are_those_with_a_rank_with_men_and_with_units() -> None:
    text = "Brig. Gen. J. Steele sent men under Fagan to Camden; Grierson's cavalry held Ripley."
    assert find_commanders(split_tokens(text)) == {"steele", "fagan", "grierson"}


def test_an_officer_named_alone_is_no_place(recogniser: Recogniser) -> None:
    text = "The cavalry under Fagan crossed near Camden. Fagan is at Washington."
    assert "Fagan" not in _names(recogniser, text)


def test_among_officers_who_acts_is_one() -> None:
    text = "Gen. Pope and Col. Kane waited. Tyler left Dover and Ash has crossed, by order of Kane."
    assert find_commanders(split_tokens(text)) == {"pope", "kane", "tyler", "ash"}
    assert find_commanders(split_tokens("Tyler left Dover.")) == set()


def test_parts_that_of_joins_are_one_name(recogniser: Recogniser) -> None:
    names = _names(recogniser, "They fired a cannon for us in the Bay of Bowness, on Windermere.")
    assert "Bay of Bowness" in names
    assert "Bay" not in names
