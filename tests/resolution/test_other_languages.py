"""Texts of other languages: names are declined, and those of seats mean the town."""

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
        ("pl", "W Poznaniu i Toruniu spadł śnieg, a w Wiedniu padało całą noc.",
         {"Poznaniu": "Poznań", "Toruniu": "Toruń", "Wiedniu": "Vienna"}),
        ("pt", "Emigrou para a França e voltou a Bragança.",
         {"França": "France", "Bragança": "Bragança"}),
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


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("fr", "Un incendie a détruit dimanche un entrepôt à Valence.", "FR"),
        ("es", "La policía detuvo a tres hombres en Cádiz.", "ES"),
        ("de", "Die Polizei nahm am Sonntag in Halle drei Männer fest.", "DE"),
        ("de", "Die Polizei nahm am Sonntag in Lyon drei Männer fest.", "FR"),
    ],
)
def test_a_language_is_at_home_somewhere(
    parser: Parser, language: str, text: str, country: str
) -> None:
    (found,) = parser.parse(Document("1", text, language=language)).resolutions
    assert found.place is not None
    assert found.place.country == country


def test_cases_of_one_name_mean_one_place(parser: Parser) -> None:
    text = "У Миргороді зачинили міст. До Миргорода можна доїхати через Хорол."
    first, second, _ = parser.parse(Document("1", text)).resolutions
    assert first.place is not None
    assert first.place == second.place


@pytest.mark.parametrize(
    ("language", "text", "feature_class"),
    [
        ("es", "Tembló la tierra en Jujuy, en Catamarca y en La Rioja esta noche.", "P"),
        ("es", "Tembló la tierra en la provincia de Catamarca.", "A"),
        ("ar", "وصلت القافلة إلى السويداء ودرعا", "P"),
        ("ar", "وصلت القافلة إلى محافظة درعا", "A"),
        ("tr", "Yangın Kastamonu'da ve Çorum'da çıktı.", "P"),
        ("it", "La frana ha travolto due case in Basilicata.", "A"),
    ],
)
def test_a_seat_is_the_town_unless_the_text_says_otherwise(
    parser: Parser, language: str, text: str, feature_class: str
) -> None:
    found = parser.parse(Document("1", text, language=language)).resolutions
    assert {r.place and r.place.feature_class for r in found} == {feature_class}


def test_a_city_is_not_the_village_that_the_text_calls_by_its_own_name(
    parser: Parser,
) -> None:
    text = "Люди виїхали з Миколаївки, що біля Слов'янська, до Миколаєва."
    village, _, city = parser.parse(Document("1", text, language="uk")).resolutions
    assert [r.place and r.place.name for r in (village, city)] == ["Mykolaivka", "Mykolaiv"]
