"""Stories on both sides of 180 degrees, where one copy of the world ends on the map."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from gazetteer.place import Place
from geomap.documents.document import Document
from geomap.page.frame import Spot, find_frame
from geomap.recognition.mention import Mention
from geomap.resolution.resolution import ParsedDocument, Resolution

SUVA = Place("2198148", "Suva", "FJ", "", "", "P", "PPLC", -18.14, 178.44, 77366, 0, ("Fiji",))
APIA = Place("4035413", "Apia", "WS", "", "", "P", "PPLC", -13.83, -171.77, 40407, 0, ("Samoa",))
SAMOA = Place("4034894", "Samoa", "WS", "00", "", "A", "PCLI", -13.8, -172.18, 196130, 30)

Opener = Callable[..., Any]


def tell(*places: Place) -> list[ParsedDocument]:
    """A document that names some places."""
    text = ", ".join(place.name for place in places)
    found = []
    for place in places:
        start = text.index(place.name)
        mention = Mention(start, start + len(place.name), place.name)
        found.append(Resolution(mention, place, 0.97, "exact", "Recorded name."))
    return [ParsedDocument(Document("a", text, "Boats", date="2023-05-23"), tuple(found))]


@pytest.fixture
def ocean() -> list[ParsedDocument]:
    return tell(SUVA, APIA, SAMOA)


def points(*lons: float) -> list[Spot]:
    return [Spot(0, lon, 1, True, False) for lon in lons]


def test_a_story_of_the_pacific_is_framed_across_180_degrees() -> None:
    assert find_frame(points(178, -172)) == (0, 178, 0, 188)
    assert find_frame(points(140, -118)) == (0, 140, 0, 242)


def test_a_story_of_the_world_is_framed_as_one_knows_it() -> None:
    assert find_frame(points(0, 140, -118)) == (0, -118, 0, 140)
    assert find_frame(points(10)) == (0, 10, 0, 10)


def test_outliers_on_both_ends_do_not_turn_the_frame_around_the_world() -> None:
    crowd = [Spot(49, 27.5, 40, True, False)]
    assert find_frame([*crowd, *points(20, 26.6, 28.2, 35)])[1::2] == (20, 35)


@pytest.mark.browser
@pytest.mark.parametrize("at", ["84,20,4", "20,359.9,4", "-84,-179,3"])
def test_a_map_dragged_off_the_world_comes_back(
    open_page: Opener, ocean: list[ParsedDocument], at: str
) -> None:
    opened = open_page(ocean)
    opened.page.evaluate(f"map_geomap.setView([{at.rsplit(',', 1)[0]}], {at.rsplit(',', 1)[1]})")
    for step in ([3, -411], [411, 3], [-7, 399]):
        opened.page.evaluate(f"map_geomap.panBy({step}, {{ animate: false }})")
    opened.page.wait_for_timeout(100)
    lat, lon = opened.page.evaluate("[map_geomap.getCenter().lat, map_geomap.getCenter().lng]")
    assert abs(lat) < 80.5
    assert abs(lon) < 361
    assert opened.messages == []


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1440])
def test_both_sides_of_180_degrees_stand_beside_each_other(
    open_page: Opener, ocean: list[ParsedDocument], width: int
) -> None:
    opened = open_page(ocean, width=width)
    suva, apia, samoa = (
        opened.page.locator(selector).bounding_box()
        for selector in (".spot:has-text('Suva')", ".spot:has-text('Apia')", ".area")
    )
    whole = opened.page.locator(".folium-map").bounding_box()
    assert whole["x"] < suva["x"] < apia["x"] < whole["x"] + whole["width"]
    assert abs(samoa["x"] - apia["x"]) < 120
    # The same from the copy of the world on the other side.
    opened.page.evaluate("location.hash = '#at=-16,-176,5'")
    opened.page.wait_for_timeout(300)
    assert opened.page.locator(".spot").count() == 2
    assert opened.messages == []


@pytest.mark.browser
def test_a_place_beyond_180_degrees_is_gone_to_the_short_way(
    open_page: Opener, ocean: list[ParsedDocument]
) -> None:
    opened = open_page(ocean)
    opened.page.evaluate("location.hash = '#at=-16,179,5'")
    opened.page.locator("#place-rows .row", has_text="Apia").click()
    whole = opened.page.locator(".folium-map").bounding_box()
    for spot in opened.page.locator(".spot").all():
        assert whole["x"] < spot.bounding_box()["x"] < whole["x"] + whole["width"]
    assert opened.page.locator(".spot").count() == 2


@pytest.mark.browser
def test_spots_on_both_sides_gather_into_one(
    open_page: Opener, ocean: list[ParsedDocument]
) -> None:
    opened = open_page(ocean)
    opened.page.evaluate("location.hash = '#at=-16,178,1'")
    opened.page.wait_for_timeout(300)
    assert opened.text(".spot.is-cluster .spot-name") == "Suva +1"
    opened.page.locator(".spot.is-cluster").click()
    opened.page.locator(".spot").nth(1).wait_for()


@pytest.mark.browser
def test_a_phone_shows_the_whole_world(open_page: Opener) -> None:
    alert = Place("5882757", "Alert", "CA", "14", "", "S", "AIRP", 82.51, -62.34, 0, 0, ("Canada",))
    station = Place("6696480", "McMurdo", "AQ", "", "", "S", "STNB", -77.85, 166.67, 0, 0)
    opened = open_page(tell(alert, station), width=390)
    assert all(
        opened.page.locator(".spot").nth(i).evaluate(
            "spot => { const a = spot.getBoundingClientRect();"
            "const b = spot.closest('.folium-map').getBoundingClientRect();"
            "return a.top > b.top && a.bottom < b.bottom && a.left > b.left && a.right < b.right; }"
        )
        for i in range(2)
    )  # fmt: skip


@pytest.mark.browser
def test_on_a_phone_no_spot_hides_behind_the_buttons(open_page: Opener) -> None:
    places = [
        replace(SUVA, id=str(lon), name=f"At {lon}", lat=lat, lon=lon)
        for lat, lon in ((-14, -171), (82, -74), (49, 2), (-78, 77), (19, 125), (-18, 178))
    ]
    opened = open_page(tell(*places), width=390)
    spots = [spot.bounding_box() for spot in opened.page.locator(".spot").all()]
    buttons = opened.page.locator(".leaflet-control-zoom").bounding_box()
    assert all(spot["x"] + spot["width"] < buttons["x"] for spot in spots)
