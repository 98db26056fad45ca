"""The map itself: where names stand, what hollow spots say, and the view in the address."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gazetteer.place import Place
from geomap.documents.document import Document
from geomap.page import render_page
from geomap.recognition.mention import Mention
from geomap.resolution.resolution import ParsedDocument, Resolution

pytestmark = pytest.mark.browser

Opener = Callable[..., Any]


def inside(inner: dict[str, float], outer: dict[str, float]) -> bool:
    """Whether a box lies wholly in another."""
    return (
        outer["x"] <= inner["x"]
        and outer["y"] <= inner["y"]
        and inner["x"] + inner["width"] <= outer["x"] + outer["width"]
        and inner["y"] + inner["height"] <= outer["y"] + outer["height"]
    )


def test_the_address_keeps_where_the_map_was_moved(
    open_page: Opener, story: list[ParsedDocument]
) -> None:
    opened = open_page(story)
    opened.page.locator("#place-rows .row", has_text="Podilia").click()
    assert "at=" not in opened.page.url
    opened.page.locator(".leaflet-control-zoom-in").click()
    opened.page.wait_for_url(re.compile("at="))
    address = opened.page.url
    scale = opened.text(".leaflet-control-scale-line")
    opened.page.reload()
    opened.page.wait_for_selector("html[data-ready]")
    assert opened.page.url == address
    assert opened.text("#place-card h2") == "Podilia"
    assert opened.text(".leaflet-control-scale-line") == scale
    opened.page.keyboard.press("Escape")
    assert "at=" not in opened.page.url
    assert opened.messages == []


@pytest.mark.parametrize("at", ["", "x,y,z", "91,0,3", "1,2", "1,2,NaN"])
def test_addresses_of_nowhere_are_ignored(
    open_page: Opener, story: list[ParsedDocument], at: str
) -> None:
    opened = open_page(story)
    scale = opened.text(".leaflet-control-scale-line")
    opened.page.evaluate(f"location.hash = '#at={at}'")
    opened.page.wait_for_timeout(100)
    assert opened.text(".leaflet-control-scale-line") == scale
    assert opened.messages == []


@pytest.mark.parametrize("width", [390, 1440])
def test_the_country_around_the_view_is_named_in_it(
    open_page: Opener, story: list[ParsedDocument], width: int
) -> None:
    opened = open_page(story, width=width)
    opened.page.evaluate("location.hash = '#at=46.9,30.9,9'")
    opened.page.wait_for_timeout(300)
    tag = opened.page.locator(".area", has_text="Ukraine").bounding_box()
    assert inside(tag, opened.page.locator(".folium-map").bounding_box())


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_names_are_not_cut_off(open_page: Opener, story: list[ParsedDocument], width: int) -> None:
    opened = open_page(story, width=width)
    map_box = opened.page.locator(".folium-map").bounding_box()
    names = opened.page.locator(".spot:not([data-side=none]) .spot-name")
    assert names.count() == 2
    assert all(inside(name.bounding_box(), map_box) for name in names.all())


#: Names on the map that cross its edge or stand on its buttons and notes.
MISPLACED = """() => {
  const box = (element) => element.getBoundingClientRect();
  const apart = (a, b) => a.right <= b.left || a.left >= b.right
    || a.bottom <= b.top || a.top >= b.bottom;
  const map = box(document.querySelector('.folium-map'));
  const within = (a) => a.left >= map.left && a.right <= map.right
    && a.top >= map.top && a.bottom <= map.bottom;
  const controls = [...document.querySelectorAll('.leaflet-control')].map(box);
  const isCut = (a) => !within(a) && !apart(a, map);
  const isOnControl = (a) => controls.some((control) => !apart(a, control));
  return [...document.querySelectorAll('.spot:not([data-side=none]) .spot-name, .area')]
    .filter((name) => isCut(box(name)) || isOnControl(box(name)))
    .map((name) => name.textContent);
}"""


@pytest.mark.parametrize("width", [390, 1440])
def test_names_keep_off_edges_and_buttons(
    open_page: Opener, story: list[ParsedDocument], width: int
) -> None:
    opened = open_page(story, width=width)
    for step in range(24):
        at = f"{47 + 0.35 * (step % 6):.2f},{24 + 1.5 * (step // 6):.2f},6.5"
        opened.page.evaluate(f"location.hash = '#at={at}'")
        opened.page.wait_for_timeout(60)
        assert opened.page.evaluate(MISPLACED) == [], at


def test_hollow_spots_say_how_sure_and_why(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    spot = opened.page.locator(".spot.is-unsure")
    assert spot.get_attribute("title") == "Odesa · 61% · Near Lviv."


def test_a_page_cut_short_says_so(
    browser: Any, story: list[ParsedDocument], tmp_path: Path
) -> None:
    path = tmp_path / "cut.html"
    html = render_page(story)
    path.write_text(html.replace('id="basemap"', 'id="gone"'), encoding="utf-8")
    page = browser.new_page(locale="en-US")
    page.goto(path.as_uri())
    assert "could not be opened" in page.locator(".notice").inner_text()
    page.close()


def test_bylines_keep_their_order_beside_right_to_left_words(
    open_page: Opener, story: list[ParsedDocument]
) -> None:
    opened = open_page(story, locale="ar")
    byline = opened.page.locator(".row-document .row-path").first.text_content()
    assert byline.startswith("\u2068Herald\u2069 · \u2068")


def test_numbers_keep_their_order_on_a_right_to_left_page(
    open_page: Opener, story: list[ParsedDocument]
) -> None:
    opened = open_page(story, locale="ar")
    opened.page.locator("#place-rows .row", has_text="Lviv").click()
    directions = [
        opened.page.locator(selector).first.evaluate("e => getComputedStyle(e).direction")
        for selector in (".coordinates span", ".times", ".leaflet-control-scale-line")
    ]
    assert directions == ["ltr"] * 3
    reason = opened.page.evaluate("geomap.reason([['whyName', '', 'Paris (Texas)', 0]])")
    assert "\u2068Paris (Texas)\u2069" in reason


def test_names_of_areas_count_what_is_filtered(
    open_page: Opener, story: list[ParsedDocument]
) -> None:
    opened = open_page(story)
    tag = opened.page.locator(".area", has_text="Ukraine")
    assert tag.text_content() == "Ukraine1 1 mention"
    opened.page.evaluate("location.hash = '#role=literal&role=demonym'")
    opened.page.locator(".area[data-count='2']").wait_for()
    assert tag.text_content() == "Ukraine2 2 mentions"


def test_a_worldwide_story_stands_in_the_middle_of_a_tall_map(
    open_page: Opener, story: list[ParsedDocument]
) -> None:
    text = "From Nome to Quito and Tokyo."
    lviv = story[0].resolutions[0].place
    assert lviv is not None
    spots = {"Nome": (64.5, -165.4), "Quito": (-0.2, -78.5), "Tokyo": (35.7, 139.7)}
    found = []
    for name, (lat, lon) in spots.items():
        start = text.index(name)
        place = replace(lviv, id=name, name=name, lat=lat, lon=lon)
        found.append(Resolution(Mention(start, start + len(name), name), place, 0.9, "exact"))
    opened = open_page([ParsedDocument(Document("w", text), tuple(found))], width=390)
    around = opened.page.locator(".leaflet-container").bounding_box()
    boxes = [opened.page.locator(f".spot[data-name='{n}']").bounding_box() for n in spots]
    middle = (min(box["y"] for box in boxes) + max(box["y"] + box["height"] for box in boxes)) / 2
    assert abs(middle - around["y"] - around["height"] / 2) < 12


def test_the_land_follows_a_long_drag(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    page = opened.page
    page.locator("#filters-button").click()
    page.locator("#least-score").fill("50")
    box = page.locator(".folium-map").bounding_box()
    page.mouse.move(box["x"] + box["width"] - 20, 500)
    page.mouse.down()
    for left in (400, 200, 20):
        page.mouse.move(box["x"] + left, 500)
        page.wait_for_timeout(50)
    under = page.locator("canvas.under").bounding_box()
    page.mouse.up()
    assert inside(box, under)
    assert opened.messages == []


def test_markers_are_painted_together(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    moves = opened.page.evaluate(
        "[...document.querySelectorAll('.spot, .area')].map((one) => one.style.transform)"
    )
    assert len(moves) > 2
    # A step in three dimensions would give each a layer of its own.
    assert all(move.startswith("translate(") for move in moves), moves


def test_a_story_of_one_country_shows_it_whole(open_page: Opener) -> None:
    text = "Japan votes."
    japan = Place("1861060", "Japan", "JP", "00", "", "A", "PCLI", 35.69, 139.75, 126529100, 350)
    votes = Resolution(Mention(0, 5, "Japan"), japan, 0.97, "exact", "Recorded name.")
    opened = open_page([ParsedDocument(Document("a", text, "Votes"), (votes,))])
    seen = opened.page.evaluate("map_geomap.getBounds().toBBoxString()")
    west, south, east, north = map(float, seen.split(","))
    # Honshu, of which Tokyo is no middle.
    assert south < 33.4
    assert west < 130.9
    assert north > 41.5
    assert east > 142.1
