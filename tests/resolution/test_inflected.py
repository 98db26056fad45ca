"""Names that a text declines are resolved as what they are declined from."""

from __future__ import annotations

import pytest

from geomap import Document, Parser


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("pl", "Pociąg z Krakowa do Szczecinka stanął pod Piłą, burmistrz Piły przeprosił.",
         {"Krakowa": "Kraków", "Szczecinka": "Szczecinek", "Piłą": "Piła", "Piły": "Piła"}),
        ("pl", "Premier Niemiec był w Mielcu i rozmawiał o Koninie, do którego pojechał wieczorem.",
         {"Niemiec": "Germany", "Mielcu": "Mielec", "Koninie": "Konin"}),
        ("uk", "Потяг із Володимирця до Луцька зупинився в Ковелі через ремонт колії.",
         {"Володимирця": "Volodymyrets", "Луцька": "Lutsk", "Ковелі": "Kovel"}),
        ("sr", "Automobil je sleteo sa puta između Leskovca i Vranja, na jugu Srbije.",
         {"Leskovca": "Leskovac", "Vranja": "Vranje", "Srbije": "Serbia"}),
    ],
)  # fmt: skip
def test_declined_names_are_resolved(
    parser: Parser, language: str, text: str, places: dict[str, str]
) -> None:
    found = parser.parse(Document("1", text, language=language)).resolutions
    assert {r.mention.text: r.place and r.place.name for r in found} == places


def test_cases_of_one_name_mean_one_place(parser: Parser) -> None:
    text = "У Миргороді зачинили міст. До Миргорода можна доїхати через Хорол."
    first, second, _ = parser.parse(Document("1", text)).resolutions
    assert first.place is not None
    assert first.place == second.place
