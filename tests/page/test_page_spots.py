"""Which places share a spot, what lies under the land, and lines to names from afar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest

from gazetteer.place import Place
from geomap.documents.document import Document
from geomap.recognition.mention import Mention
from geomap.resolution.resolution import ParsedDocument, Resolution

pytestmark = pytest.mark.browser

Opener = Callable[..., Any]

BLACK_SEA = Place("ne:black-sea", "Black Sea", "", "", "", "H", "SEA", 43.4, 34.3, 0, 380)

#: Spots of a crowd from a fixed seed: how many places are in them, and the pairs that overlap.
CROWD = """([count, size]) => {
  let seed = 7;
  const chance = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const places = Array.from({ length: count }, () => (
    { lat: 40 + size * chance(), lon: 20 + size * chance(), count: Math.ceil(6 * chance() ** 3) }
  ));
  const clusters = geomap.gather(places, 6, 20);
  const overlaps = clusters.flatMap((one, i) => clusters.slice(i + 1).filter((other) => (
    Math.hypot(one.x - other.x, one.y - other.y)
      < (geomap.diameter(one.count) + geomap.diameter(other.count)) / 2
  )));
  return [new Set(clusters.flatMap(({ places }) => places)).size, clusters.length, overlaps.length];
}"""

#: Names joined to their areas by lines, and those lines that cross a name.
LINES = """() => {
  const middle = ({ left, top, right, bottom }) => [(left + right) / 2, (top + bottom) / 2];
  const names = [...document.querySelectorAll('.area, .spot:not([data-side=none]) > .spot-name')];
  const crosses = ([x, y], [dx, dy], { left, top, right, bottom }) => (
    Array.from({ length: 101 }, (none, i) => [x + (dx * i) / 100, y + (dy * i) / 100])
      .some(([a, b]) => a > left && a < right && b > top && b < bottom)
  );
  const far = [...document.querySelectorAll('.area')].filter(
    (one) => Math.abs(parseFloat(one.style.marginTop)) > 24);
  const crossed = far.filter((one) => {
    const [x, y] = middle(one.getBoundingClientRect());
    const shift = [one.style.marginLeft, one.style.marginTop].map(parseFloat);
    const start = [x - shift[0], y - shift[1]];
    const others = names.filter((name) => name !== one).map((name) => name.getBoundingClientRect());
    return others.some((box) => crosses(start, shift, box));
  });
  return [far.length, crossed.map((one) => one.dataset.name)];
}"""


def tell(places: list[Place]) -> list[ParsedDocument]:
    text, found = "", []
    for place in places:
        mention = Mention(len(text), len(text) + len(place.name), place.name)
        found.append(Resolution(mention, place, 0.97, "exact", "Recorded name."))
        text += place.name + " "
    return [ParsedDocument(Document("a", text, "Many"), tuple(found))]


def town(name: str, lat: float, lon: float) -> Place:
    return Place(f"{lat} {lon}", name, "UA", "", "", "P", "PPL", lat, lon, 9000, 0, ("Ukraine",))


def test_a_few_towns_have_spots_of_their_own(open_page: Opener) -> None:
    """Aleppo and Idlib are 40 pixels apart where a story of Syria and Iraq is seen whole."""
    aleppo, idlib, baghdad = town("A", 36.2, 37.16), town("I", 35.93, 36.63), town("B", 33.3, 44.4)
    opened = open_page(tell([aleppo, idlib, baghdad]))
    assert opened.page.locator(".spot").count() == 3
    assert opened.page.locator(".spot.is-cluster").count() == 0


@pytest.mark.parametrize(("count", "size"), [(12, 20), (60, 20), (400, 20), (400, 60)])
def test_every_place_has_a_spot_and_none_covers_another(
    open_page: Opener, story: list[ParsedDocument], count: int, size: int
) -> None:
    opened = open_page(story)
    places, clusters, overlaps = opened.page.evaluate(CROWD, [count, size])
    assert places == count
    assert 1 < clusters <= count
    assert overlaps == 0


def test_lines_to_names_cross_no_other_name(open_page: Opener, story: list[ParsedDocument]) -> None:
    region = story[1].resolutions[1].place
    assert region is not None
    below = replace(region, id="rgn:2", name="Below", lat=48.51, lon=28.0)
    # A spot covers the region's middle, and names stand above it and below.
    towns = [*[town("Middle", 49.0, 27.5)] * 40, *[town("A long name", 49.55, 26.84)] * 9]
    opened = open_page(tell([*towns, *[region] * 2, *[below] * 5]))
    opened.page.evaluate("location.hash = '#at=49,27.5,6'")
    opened.page.wait_for_timeout(300)
    far, crossed = opened.page.evaluate(LINES)
    assert far > 0
    assert crossed == []


def test_seas_lie_under_the_land(open_page: Opener) -> None:
    """Their outlines are coarse: over the land they would be spikes along the coast."""
    odesa = town("Odesa", 46.48, 30.73)
    opened = open_page(tell([BLACK_SEA, odesa]))
    order = fills_of(opened)
    colours = opened.page.evaluate("geomap.theme.colours")
    water, land = colours["water"], colours["land"]
    assert order[0] == water
    sea = order[1]
    assert sea not in (water, land)
    assert order.index(land) > order.index(sea)
    # Nothing of it is drawn again above the land.
    assert order.count(sea) == 1
    assert opened.messages == []


def test_pictures_have_land_where_the_page_has_tiles(
    open_page: Opener, story: list[ParsedDocument]
) -> None:
    tiles = "https://tile.example.org/{z}/{x}/{y}.png"
    opened = open_page(story, tiles=tiles, tiles_attribution="Example")
    assert opened.page.evaluate("geomap.theme.colours.land") in fills_of(opened)


def fills_of(opened: Any) -> list[str]:
    """Colours that the drawing of the map is filled with, from the bottom up."""
    opened.page.locator("#download").click()
    with opened.page.expect_download() as waiting:
        opened.page.get_by_text("Map as a drawing").click()
    drawing = ElementTree.parse(waiting.value.path())
    fills = [element.get("fill", "none") for element in drawing.iter()]
    return [fill for fill in fills if fill != "none"]
