"""The real article that the program was asked for, when ../shared is there."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from geomap import ParsedDocument, Parser, read_documents

ARTICLE = "seeds/belgorod-bakhmut-2023-05-23.txt"


@pytest.fixture(scope="module")
def article(parser: Parser, shared: Path) -> ParsedDocument:
    failures: list[object] = []
    (document,) = read_documents([shared / ARTICLE], on_error=failures.append)
    assert not failures
    assert document.date == "2023-05-23"
    return parser.parse(document)


@pytest.fixture(scope="module")
def spellings(article: ParsedDocument) -> dict[str, set[str]]:
    """The spellings met for each place, demonyms apart."""
    found = defaultdict(set)
    for r in article.resolutions:
        if r.place and r.mention.role != "demonym":
            found[r.place.name].add(r.mention.text)
    return found


@pytest.mark.parametrize(
    ("place", "written"),
    [
        ("Kyiv", {"Kiev"}), ("Belgorod", {"Belgorod"}), ("Russia", {"Russia"}),
        ("Ukraine", {"Ukraine"}), ("Moscow", {"Moscow"}), ("Japan", {"Japan"}),
        ("Saudi Arabia", {"Saudi Arabia"}), ("United States", {"United States"}),
        ("Bakhmut", {"Bakhmut", "Bachmut", "Bahmut"}),
    ],
)  # fmt: skip
def test_places_are_found_under_every_spelling(
    spellings: dict[str, set[str]], place: str, written: set[str]
) -> None:
    assert spellings[place] >= written


def test_belgorod_region_is_the_region_every_time(article: ParsedDocument) -> None:
    text = article.document.text
    codes = [
        r.place and (r.place.name, r.place.feature_code)
        for r in article.resolutions
        if text[r.mention.start :].startswith("Belgorod region")
    ]
    assert codes == [("Belgorod Oblast", "ADM1")] * 3


def test_donetsk_is_found(article: ParsedDocument) -> None:
    donetsk = [r.place for r in article.resolutions if r.mention.text == "Donetsk"]
    assert [p.country for p in donetsk if p] == ["UA"]


def test_a_name_nothing_has_is_read_from_its_neighbourhood(article: ParsedDocument) -> None:
    """The text has one place name that no gazetteer records, some 70 km from Belgorod."""
    rescued = [r for r in article.resolutions if r.match == "context"]
    assert len(rescued) == 1
    place = rescued[0].place
    assert place is not None
    assert place.name.startswith("Grayvoron")
    assert "Belgorod" in rescued[0].why


def test_no_person_and_no_organisation_is_on_the_map(article: ParsedDocument) -> None:
    nobody = {"Zelensky", "Gladkov", "Yusov", "Malyar", "Putin", "Malial", "Zelenskiy", "Arab"}
    nobody |= {"NATO", "Kremlin", "Rosgvardiya", "Telegram"} - {"Kremlin"}
    placed = {r.mention.text for r in article.resolutions if r.place}
    assert not placed & nobody
    known = {"UA", "RU", "JP", "SA", "US", ""}
    assert {r.place.country for r in article.resolutions if r.place} <= known
