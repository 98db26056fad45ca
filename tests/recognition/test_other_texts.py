"""Places are found in texts unlike news articles: tweets, headlines, lists, other languages."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer
from geomap.documents import Document
from geomap.recognition import Recogniser


@pytest.fixture(scope="module")
def recogniser(gazetteer: Gazetteer) -> Recogniser:
    return Recogniser.load(gazetteer.names)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Explosion heard in #Mykolaiv, stay inside @TweetOfWar", "Mykolaiv"),
        ("shelling near kharkiv and sumy, nothing from odesa yet", "kharkiv sumy odesa"),
        ("FLOODS HIT NORTHERN ITALY AS THOUSANDS FLEE RAVENNA AND FAENZA", "ITALY RAVENNA FAENZA"),
        ("NAIROBI, Kenya (AP) — Police fired tear gas on Tuesday in Kisumu and Nakuru.",
         "NAIROBI Kenya Kisumu Nakuru"),
        ("DAKAR, Sept. 3 (Reuters) - Senegal's president flew to Bamako.", "DAKAR Senegal Bamako"),
        ("Affected districts:\n- Gori\n- Kareli\n- Kaspi", "Gori Kareli Kaspi"),
        ("1. Kigali, Rwanda\n2. Bujumbura, Burundi", "Kigali Rwanda Bujumbura Burundi"),
        ("The Moscow-Kyiv train is late.", "Moscow Kyiv"),
        ("Warsaw's mayor thanked Lviv's doctors; Berlin's answer came late.", "Warsaw Lviv Berlin"),
        ("Paris Hilton met Jordan Peterson in Austin; Israel Adesanya won in Perth.",
         "Austin Perth"),
        ("He was born in Reykavik and died in Constantinople.", "Reykavik Constantinople"),
        ("The Minister of Justice, Florence Nightingale, lives in Nebraska.", "Nebraska"),
    ],
)  # fmt: skip
def test_places_are_found(recogniser: Recogniser, text: str, places: str) -> None:
    found = recogniser.find_mentions(Document("1", text))
    assert [m.text for m in found if m.role != "demonym"] == places.split()


def test_members_of_a_bulleted_list_are_literal(recogniser: Recogniser) -> None:
    text = "Affected districts:\n- Gori\n- Kareli\n- Kaspi\n- Khashuri"
    assert {m.role for m in recogniser.find_mentions(Document("1", text))} == {"literal"}


def test_peoples_without_a_country_are_demonyms(recogniser: Recogniser) -> None:
    found = recogniser.find_mentions(Document("1", "Clashes between Turkish troops and Kurds."))
    assert [(m.text, m.role) for m in found] == [("Turkish", "demonym"), ("Kurds", "demonym")]


def test_the_code_of_a_state_is_a_name_of_its_own(recogniser: Recogniser) -> None:
    text = "BREAKING: 3 dead in Lake Jackson TX, suspect at large."
    found = recogniser.find_mentions(Document("1", text))
    assert [m.text for m in found] == ["Lake Jackson", "TX"]
