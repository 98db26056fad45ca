"""The data of the page: passages, places, and offsets as JavaScript counts them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.documents.document import Document
from geomap.page.frame import Spot, find_frame, find_main_area
from geomap.page.passages import find_passages
from geomap.page.security import clean, web_address
from geomap.page.story import NOWHERE, Story
from geomap.recognition.mention import Mention
from geomap.resolution.resolution import ParsedDocument, Resolution


def gather(documents: list[ParsedDocument]) -> dict[str, Any]:
    story = Story()
    for parsed in documents:
        story.add(parsed)
    return story.data()


def test_each_place_comes_once_with_its_form(story: list[ParsedDocument]) -> None:
    places = gather(story)["places"]
    forms = dict(zip(places["name"], places["form"], strict=True))
    assert forms == {
        "Lviv": "point", "Odesa": "point", "Ukraine": "area", "Podilia": "area",
        "Zzyzxgrad": "unresolved",
    }  # fmt: skip


def test_demonyms_point_to_places_but_frame_none(story: list[ParsedDocument]) -> None:
    mentions = gather(story)["mentions"]
    assert mentions["place"][mentions["role"].index("demonym")] == mentions["place"][3]
    alone = ParsedDocument(story[0].document, story[0].resolutions[1:2])
    assert gather([alone])["frame"] is None
    nobody = ParsedDocument(story[0].document, (replace(alone.resolutions[0], place=None),))
    assert gather([nobody])["mentions"]["place"] == [NOWHERE]


def test_coordinates_without_a_place_are_points() -> None:
    mention = Mention(3, 14, "48.59, 38.00", "coordinate", lat=48.59, lon=38.0)
    parsed = ParsedDocument(Document("x", "At 48.59, 38.00."), (Resolution(mention, None),))
    places = gather([parsed])["places"]
    assert (places["form"], places["lat"], places["lon"]) == (["point"], [48.59], [38.0])


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//x.org", "http://[", ""]
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert web_address(url) == ""
    assert web_address("https://example.org/a?b#c") == "https://example.org/a?b#c"


@given(st.text(alphabet="ab \n.🚂\U0001f1fa\u0301\x00\ud800", min_size=1, max_size=120), st.data())
def test_offsets_count_utf16_units(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    parsed = ParsedDocument(
        Document("x", text), (Resolution(Mention(start, end, text[start:end]), None),)
    )
    (passage,) = find_passages(parsed, full_text=data.draw(st.booleans()))
    units = passage.text.encode("utf-16-le")
    (span,) = passage.spans
    assert units[2 * span.start : 2 * span.end].decode("utf-16-le") == clean(text[start:end])


def test_whole_texts_on_request(story: list[ParsedDocument]) -> None:
    (whole,) = find_passages(story[0], full_text=True)
    assert whole.text == story[0].document.text
    assert len(whole.spans) == 4


def test_first_view_holds_the_places_where_things_happen() -> None:
    near = [Spot(50, 36, 3, True, False), Spot(48, 38, 1, True, False)]
    others = [Spot(61, 99, 9, True, True), Spot(55, 37, 4, False, False)]
    assert find_frame([*near, *others]) == (48, 36, 50, 38)
    assert find_frame(others) == (55, 37, 55, 37)
    assert find_frame([]) is None


def test_regions_where_things_happen_come_before_a_capital_that_denies_it() -> None:
    donetsk = Spot(48, 37.8, 1, True, True, 1, 92)
    luhansk = Spot(49, 39, 1, True, True, 2, 92)
    russia = Spot(61, 99, 1, True, True, 3, 2300)
    kyiv = Spot(50.5, 30.5, 5, False, False, 4)
    assert find_frame([russia, kyiv, donetsk, luhansk]) == (48, 37.8, 49, 39)
    assert find_main_area([russia, kyiv, donetsk, luhansk]) == donetsk
    assert find_frame([russia, kyiv]) == (50.5, 30.5, 50.5, 30.5)


def test_first_view_takes_in_what_is_merely_named_beside_the_story() -> None:
    """Istanbul, to which a ship is bound, is not cut off in a story of Odesa and Kherson."""
    story = [Spot(46, 30, 3, True, False), Spot(50, 34, 1, True, False)]
    istanbul, berlin = Spot(45.2, 29.5, 1, False, False), Spot(52.5, 13.4, 1, False, False)
    assert find_frame([*story, istanbul, berlin]) == (45.2, 29.5, 50, 34)


def test_story_of_countries_and_a_city_is_framed_by_the_countries() -> None:
    city = Spot(51.5, -0.1, 1, True, False)
    countries = [Spot(lat, 10 * lat / 3, 2, True, True) for lat in (-20, 0, 30)]
    south, west, north, east = find_frame([city, *countries]) or (0, 0, 0, 0)
    assert (south, north) == (-20, 51.5)
    assert east - west > 100


def test_one_far_mention_does_not_turn_the_first_view_into_a_globe() -> None:
    crowd = [Spot(50 + i / 10, 30 + i / 10, 10, True, False) for i in range(10)]
    assert find_frame([*crowd, Spot(-33, 151, 1, True, False)]) == (50, 30, 50.9, 30.9)


def test_a_story_of_areas_has_a_main_one() -> None:
    japan, korea = Spot(36, 138, 2, True, True, 7), Spot(37.5, 127.5, 1, True, True, 8)
    assert find_main_area([korea, japan]) == japan
    assert find_main_area([korea, japan, Spot(35, 139, 1, True, False)]) is None
    assert find_main_area([]) is None
