"""Refusals, ships and states: the words beside a name say that it is no place, or is one."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer
from geomap.documents import Document
from geomap.recognition import NoNames, Recogniser
from geomap.recognition.first_names import find_first_names
from geomap.recognition.named import Named
from geomap.recognition.refusals import is_make, is_refused
from geomap.recognition.ships import find_ships
from geomap.recognition.states import find_states
from geomap.recognition.tokens import split_tokens


@pytest.fixture(scope="module")
def recogniser(gazetteer: Gazetteer) -> Recogniser:
    return Recogniser.load(gazetteer.names)


def _names(recogniser: Recogniser, text: str) -> list[str]:
    return [m.text for m in recogniser.find_mentions(Document("1", text))]


def _ships(text: str) -> set[str]:
    tokens = split_tokens(text)
    return {text[tokens.starts[a] : tokens.ends[b - 1]] for a, b in find_ships(tokens)}


def _states(text: str, place: str) -> list[str]:
    tokens = split_tokens(text)
    at = tokens.words.index(place) if place else -1
    accepted = [Named(at, at + 1, "LOC", 1.0)] if place else []
    found = find_states(tokens, accepted)
    return [text[tokens.starts[n.first] : tokens.ends[n.end - 1]] for n in found]


@pytest.mark.parametrize(
    ("text", "ship"),
    [
        ("The ram Tampa came down.", "Tampa"),
        ("He was aboard the Tampa at dawn.", "Tampa"),
        ("Three of the crew of the New Tampa drowned.", "New Tampa"),
        ("They boarded the Tampa.", "Tampa"),
        ("The trawler, the Tampa Lass, sank.", "Tampa Lass"),
        ("MV Isle of Tampa is late.", "Isle of Tampa"),
    ],
)
def test_what_is_sailed_is_a_ship(text: str, ship: str) -> None:
    assert _ships(text) == {ship}


@pytest.mark.parametrize(
    "text",
    [
        "They were aboard the Dover train.",
        "He rowed a boat to the Tampa shore.",
        "They rammed Tampa.",
        "The captain of Tampa spoke.",
    ],
)
def test_other_names_are_no_ships(text: str) -> None:
    assert not _ships(text)


def test_a_ship_is_one_wherever_it_has_an_article(recogniser: Recogniser) -> None:
    text = "The gunboat Selma lay in Mobile Bay. Men left the Selma by night and walked to Selma."
    starts = {m.start for m in recogniser.find_mentions(Document("1", text))}
    assert not {text.index("Selma"), text.index("Selma by")} & starts
    assert text.rindex("Selma") in starts


@pytest.mark.parametrize(
    "text",
    [
        "She sailed in HMS Norfolk.",
        "The tanker Genoa Star was late.",
        "The ferry Pride of Calais was late.",
        "He wrote to the Duke of Norfolk and to the Countess of Chester.",
        "The Prince of Wales spoke.",
    ],
)
def test_places_in_names_of_ships_and_peers_are_not_meant(
    recogniser: Recogniser, text: str
) -> None:
    assert not _names(recogniser, text)


def test_places_beside_ships_and_lords_are_places(recogniser: Recogniser) -> None:
    text = "The Mayor of Calais and the Prince of Wales left Norfolk for Prince of Wales Island."
    assert _names(recogniser, text) == ["Calais", "Norfolk", "Prince of Wales Island"]


def test_rulers_titles_are_no_places(recogniser: Recogniser) -> None:
    text = "The Alake of Egba and the Oba of Benin met in Lagos at the Port of Apapa."
    names = _names(recogniser, text)
    assert "Lagos" in names
    assert not {"Alake", "Oba"} & set(names)


def test_labels_of_forms_are_no_places(recogniser: Recogniser) -> None:
    text = "Admin 1: Nord-Kivu; Admin 2: Masisi; Village: Kashuga. District: Gisagara"
    names = _names(recogniser, text)
    assert {"Nord-Kivu", "Masisi", "Kashuga", "Gisagara"} <= set(names)
    assert not {"Admin", "Village", "District"} & set(names)


@pytest.mark.parametrize(
    "text", ["We ate Brussels sprouts and Parma ham.", "They came for Diwali and Purim."]
)
def test_dishes_and_feasts_are_no_places(recogniser: Recogniser, text: str) -> None:
    assert not _names(recogniser, text)


def test_works_and_moons_are_no_places(recogniser: Recogniser) -> None:
    text = "She sang the song “Wichita”, saw the film Fargo and read the novel Gilead."
    assert not _names(recogniser, text)
    text = "The moon Titania has canyons."
    assert not _names(recogniser, text)


def test_what_is_of_a_country_is_no_part_of_its_name(recogniser: Recogniser) -> None:
    names = _names(recogniser, "Italy's Donnarumma and Norway's Haaland met at Kelly's Ford.")
    assert {"Italy", "Norway"} <= set(names)
    assert not {"Kelly", "Italy's Donnarumma", "Norway's Haaland"} & set(names)


def test_initials_behind_a_place_are_a_state() -> None:
    assert _states("sent from Florence, S. C., to Raleigh", "Florence") == ["S. C."]
    assert _states("the painter Carter, N. C., and others", "") == []


def test_codes_at_a_border_are_states() -> None:
    assert _states("a crash at the KS/MO line", "") == ["KS", "MO"]
    assert _states("a crash at the OR-ID border", "") == ["OR", "ID"]
    assert _states("she voted IN/OR whatever, MA/PA both", "") == []


def test_measures_are_no_states() -> None:
    tokens = split_tokens("12 MT of rice went to Butte, MT by rail")
    assert [is_refused(tokens, Named(at, at + 1, "LOC", 1.0), ()) for at in (1, 8)] == [True, False]


def test_a_dateline_gives_town_and_state() -> None:
    assert _states("CAMP NEAR OLD BERNE, N. C., April 22.", "") == ["OLD BERNE", "N. C."]
    assert _states("CARTER, N. C., private.", "") == []


def test_states_by_initials_are_mentions(recogniser: Recogniser) -> None:
    text = "They moved from Florence, S. C., to Salisbury, N. C., by rail."
    assert _names(recogniser, text) == ["Florence", "S. C.", "Salisbury", "N. C."]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Florence Baker won. Today Florence sings again. Florence wept in Turin.", 2),
        ("Florence Baker won. Today Florence sings again. She wept in Florence.", 0),
        ("Florence Baker won. Florence wept.", 0),
        ("Florence Baker won. Florence-Baker wept, and Florence Road as well.", 0),
    ],
)
def test_first_names_are_persons_unless_the_text_goes_there(
    recogniser: Recogniser, text: str, count: int
) -> None:
    persons = [Named(0, 2, "PER", -2.0)]
    assert len(find_first_names(split_tokens(text), persons, recogniser.table)) == count


def test_a_first_name_is_no_place_in_what_is_found(recogniser: Recogniser) -> None:
    text = "Kenya Nowak, 9, lives in Leeds. Kenya began at the age of four. Kenya trains in York."
    assert _names(recogniser, text) == ["Leeds", "York"]


def test_things_of_a_nation_that_no_place_is_called_like() -> None:
    tokens = split_tokens("They flew Polish Wilgas and Jastreks.")
    at = tokens.words.index("Jastreks")
    assert is_make(tokens, Named(at, at + 1, "LOC", 1.0), NoNames())
    assert is_make(tokens, Named(at - 2, at - 1, "LOC", 1.0), NoNames())
    met = split_tokens("They met at Jastreks.")
    assert not is_make(met, Named(3, 4, "LOC", 1.0), NoNames())


@pytest.mark.parametrize("text", ["They paid US$40 for it.", "We had two French horns."])
def test_money_and_things_called_after_peoples_are_no_places(
    recogniser: Recogniser, text: str
) -> None:
    assert _names(recogniser, text) == []


@pytest.mark.parametrize(("text", "word"), [("the US paid $40", "US"), ("French troops", "French")])
def test_lands_and_peoples_are_not_refused(text: str, word: str) -> None:
    tokens = split_tokens(text)
    at = tokens.words.index(word)
    assert not is_refused(tokens, Named(at, at + 1, "LOC", 1.0), ())
