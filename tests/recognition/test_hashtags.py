"""Hashtags: places in them are found whatever their capitals, words that are none are not."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer
from geomap.documents import Document
from geomap.recognition import Recogniser
from geomap.recognition.tokens import split_tokens


@pytest.fixture(scope="module")
def recogniser(gazetteer: Gazetteer) -> Recogniser:
    return Recogniser.load(gazetteer.names)


@pytest.mark.parametrize(
    ("tag", "place"),
    [
        ("#nepalearthquake", "nepal"),
        ("#LisbonStrong", "Lisbon"),
        ("#KERALAFLOODS", "KERALA"),
        ("#prayforparis", "paris"),
    ],
)
def test_places_beside_what_befell_them(recogniser: Recogniser, tag: str, place: str) -> None:
    text = f"Roads are closed, stay at home and help your neighbours! {tag}"
    mentions = recogniser.find_mentions(Document("1", text, language="en"))
    assert [m.text for m in mentions] == [place]


@pytest.mark.parametrize(
    ("tag", "written"), [("#RockyMount", "Rocky Mount"), ("#LakePlacid", "Lake Placid")]
)
def test_towns_run_together(recogniser: Recogniser, tag: str, written: str) -> None:
    text = f"Stay at home and help your neighbours! {tag}"
    (mention,) = recogniser.find_mentions(Document("1", text, language="en"))
    assert mention.text == tag[1:]
    assert mention.forms == (written,)


@pytest.mark.parametrize(
    "tag", ["#GreenDay", "#RedCross", "#thunderstorm", "#campfire", "#heartattack", "#backfires"]
)
def test_words_that_only_end_like_them_are_none(recogniser: Recogniser, tag: str) -> None:
    text = f"Stay at home and help your neighbours! {tag}"
    assert not recogniser.find_mentions(Document("1", text, language="en"))


def test_a_name_ends_with_its_hashtag(recogniser: Recogniser) -> None:
    text = "Help is needed in #Hatay Samandag now, and near #Defne. Near #Vuhledar, too. "
    text += "Cyclone #Batsirai is over."
    mentions = recogniser.find_mentions(Document("1", text, language="en"))
    assert [m.text for m in mentions] == ["Hatay", "Samandag", "Defne", "Vuhledar"]


def test_only_hashtags_are_cut() -> None:
    assert split_tokens("backfires, #backfires").words == ["backfires", ",", "#", "back", "fires"]
