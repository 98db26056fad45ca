"""The recogniser: places are found, whatever only looks like one is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer import Gazetteer
from geomap.documents import Document
from geomap.recognition import Mention, NoNames, Recogniser


@pytest.fixture(scope="module")
def recogniser(gazetteer: Gazetteer) -> Recogniser:
    return Recogniser.load(gazetteer.names)


def _find(recogniser: Recogniser, text: str) -> tuple[Mention, ...]:
    return recogniser.find_mentions(Document("1", text))


def _names(recogniser: Recogniser, text: str) -> set[str]:
    return {m.text for m in _find(recogniser, text) if m.role != "demonym"}


def test_finds_places_in_running_text(recogniser: Recogniser) -> None:
    text = "Two barges sank near Tulcea in Romania. A third reached Vienna, then Bratislava."
    assert _names(recogniser, text) == {"Tulcea", "Romania", "Vienna", "Bratislava"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Floods cut off the village of Zhorvaleka, north of Poltava.", "Zhorvaleka"),
        ("Medics drove from Lyon to Brequissac on Friday.", "Brequissac"),
        ("Farmers in the Ombarrui district of Kenya lost their herds.", "Ombarrui"),
    ],
)
def test_finds_unknown_places_by_their_context(
    recogniser: Recogniser, text: str, place: str
) -> None:
    assert any(name.startswith(place) for name in _names(recogniser, text))


@pytest.mark.parametrize(
    ("text", "not_a_place"),
    [
        ("Reading aloud helps children, the nurse said.", "Reading"),
        ("Nice try, the coach told the boys.", "Nice"),
        ("Mobile phones are banned at the school.", "Mobile"),
        ("Anna Petrenko, a nurse, left early. Petrenko had worked all night.", "Petrenko"),
        ("Mr. Lancaster paid in cash. He thanked Mrs. Florence Bolton.", "Lancaster"),
        ("On Monday, Nordea Capital raised its fees.", "Nordea"),
    ],
)
def test_rejects_what_is_not_a_place(recogniser: Recogniser, text: str, not_a_place: str) -> None:
    assert not any(not_a_place in name for name in _names(recogniser, text))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("FLOODS KILL 14 IN NORTHERN ITALY\nEXPLOSIONS ROCK KHARKIV", {"ITALY", "KHARKIV"}),
        (
            "we drove from lisbon to new york, then south korea",
            {"lisbon", "new york", "south korea"},
        ),
        (
            "the bus from leeds was SO late. a norwegian nurse got on at whitby for the NHS clinic",
            {"leeds", "whitby"},
        ),
        ("Felt it here #izmir #StandWithAleppo #travel", {"izmir", "Aleppo"}),
        ("Provinces affected:\n- Homs\n- Tartus\n- Latakia\n", {"Homs", "Tartus", "Latakia"}),
        ("Refugees from Mariupil came to Zaporizha by bus.", {"Mariupil", "Zaporizha"}),
        ("Brussels responded coolly on Monday.", {"Brussels"}),
    ],
)
def test_finds_places_however_they_are_written(
    recogniser: Recogniser, text: str, places: set[str]
) -> None:
    assert _names(recogniser, text) == places


def test_a_place_inside_an_organisation_is_associative(recogniser: Recogniser) -> None:
    text = "She teaches law at the University of Texas and lives in Prague."
    roles = {m.text: m.role for m in _find(recogniser, text)}
    assert roles == {"Texas": "associative", "Prague": "literal"}


def test_demonyms_and_governments_have_their_roles(recogniser: Recogniser) -> None:
    text = "Moscow denied the claim. Peruvian divers searched the lake near Moscow."
    roles = [(m.text, m.role) for m in _find(recogniser, text)]
    assert roles == [("Moscow", "associative"), ("Peruvian", "demonym"), ("Moscow", "literal")]
    roles = [(m.text, m.role) for m in _find(recogniser, "two syrian nurses came from leeds today")]
    assert roles == [("syrian", "demonym"), ("leeds", "literal")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Поїзд зупинився у Харкові вночі.", "Харкові"),
        ("Самолёт приземлился в Москве вечером.", "Москве"),
        ("وصل القطار إلى القاهرة مساء اليوم", "القاهرة"),
        ("Der Zug fuhr nicht nach Hamburg, und das war der Grund.", "Hamburg"),
    ],
)
def test_finds_places_in_other_languages(recogniser: Recogniser, text: str, place: str) -> None:
    assert place in _names(recogniser, text)


def test_works_without_any_gazetteer() -> None:
    assert "Oslo" in _names(Recogniser.load(NoNames()), "The ferry sailed from Oslo to Kiel.")


@settings(max_examples=60)
@given(text=st.text(max_size=300))
def test_mentions_are_ordered_spans_of_the_text(recogniser: Recogniser, text: str) -> None:
    upto = 0
    for mention in _find(recogniser, text):
        assert text[mention.start : mention.end] == mention.text
        assert mention.start >= upto
        assert 0 <= mention.confidence <= 1
        upto = mention.end


def test_the_same_text_gives_the_same_mentions(recogniser: Recogniser) -> None:
    text = "Snow fell on Tbilisi, Yerevan and Baku; Georgia closed its roads."
    assert _find(recogniser, text) == _find(recogniser, text)


def test_no_mention_goes_on_from_one_paragraph_to_the_next(recogniser: Recogniser) -> None:
    found = _find(recogniser, "The barges left Vienna\n\nBratislava was their next stop in May.")
    assert not any("\n" in m.text for m in found)


@pytest.mark.parametrize(
    "text",
    [
        "Ми були там. Він сказав, що ні. Вона і вони мовчали.",
        "Он сказал, что нет. Мы молчали, и они тоже.",
        "In der Nacht fuhr er nicht. Von hier aus und für das Essen ist es zu weit.",
        "La casa no es grande. Los niños y el perro duermen en la casa.",
        "Il cane dorme. La casa non è grande e lo sanno tutti.",
        "وإن هذا هو كل ما قال عن ذلك",
    ],
)
def test_small_words_are_no_places(recogniser: Recogniser, text: str) -> None:
    assert not _names(recogniser, text)


def test_an_article_is_not_cut_from_its_name(recogniser: Recogniser) -> None:
    text = "The road out of El-Facher towards Mellit is mined."
    assert _names(recogniser, text) == {"El-Facher", "Mellit"}


def test_a_person_named_in_full_is_no_place_before_a_country(recogniser: Recogniser) -> None:
    text = "President Volodymyr Zelensky spoke. According to Zelensky, Ukraine will not yield."
    assert _names(recogniser, text) == {"Ukraine"}
