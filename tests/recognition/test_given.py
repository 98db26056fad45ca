"""Given spans: names of other languages come with their nominatives."""

from __future__ import annotations

from gazetteer import Gazetteer
from geomap import Document, Parser
from geomap.recognition.given import given_mentions


def _give(text: str, *names: str) -> Document:
    spans = tuple((text.index(name), text.index(name) + len(name)) for name in names)
    return Document("1", text, given=spans)


def test_given_names_are_brought_to_their_nominatives(gazetteer: Gazetteer) -> None:
    text = "Pociągi z Opola do Pragi stoją, bo w niedzielę spadł śnieg i zerwał sieć."
    parsed = Parser(gazetteer).parse(_give(text, "Opola", "Pragi"))
    places = [r.place for r in parsed.resolutions]
    assert [(place.name, place.country) for place in places if place] == [
        ("Opole", "PL"),
        ("Prague", "CZ"),
    ]


def test_english_names_are_left_as_they_are(gazetteer: Gazetteer) -> None:
    document = _give("The train from Opole to Prague was late.", "Opole", "Prague")
    assert all(not m.forms and not m.language for m in given_mentions(document, gazetteer.names))
