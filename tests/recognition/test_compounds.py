"""Compounds: hyphened names are found whole, parts of hashtags and titles are no places."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer
from geomap.documents import Document
from geomap.recognition import Recogniser


@pytest.fixture(scope="module")
def recogniser(gazetteer: Gazetteer) -> Recogniser:
    return Recogniser.load(gazetteer.names)


def _names(recogniser: Recogniser, text: str) -> list[str]:
    mentions = recogniser.find_mentions(Document("1", text))
    return [m.text for m in mentions if m.role != "demonym"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He was born at Thorpe-in-Balne, near Doncaster.", "Thorpe-in-Balne"),
        ("A barn burned down at Wootton-under-Hill, near Tetbury.", "Wootton-under-Hill"),
        ("We came down to Ennerdale-water by a steep road.", "Ennerdale-water"),
        ("The path leads from Callander to the Brig of Garve.", "Brig of Garve"),
        (
            "The train from Celje stopped at Kostanjevica na Krki for an hour.",
            "Kostanjevica na Krki",
        ),
        ("They camped near Bovec, at Most na Koritnica, for a week.", "Most na Koritnica"),
        ("A coach goes from Ulverston over Lowick-bridge to Hawkshead.", "Lowick-bridge"),
    ],
)
def test_hyphened_names_are_whole(recogniser: Recogniser, text: str, name: str) -> None:
    assert name in _names(recogniser, text)


def test_hyphens_between_two_places_join_nothing(recogniser: Recogniser) -> None:
    names = _names(recogniser, "The London-Birmingham line and a Leeds-based firm were sold.")
    assert names == ["London", "Birmingham", "Leeds"]


def test_parts_of_hashtags_are_places_only_where_known(recogniser: Recogniser) -> None:
    names = _names(recogniser, "Houses are burning in Redding. #CarrFire #PrayForCalifornia")
    assert names == ["Redding", "California"]


def test_titles_behind_names_are_no_places(recogniser: Recogniser) -> None:
    text = "At Calcutta, on Whitsuntide, W. Prinsep, Esq., of Wells, to Miss Haldane of York."
    assert not {"Esq", "Esq.", "Whitsuntide"} & set(_names(recogniser, text))
