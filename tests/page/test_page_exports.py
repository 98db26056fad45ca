"""What leaves the page: tables, pictures, paper."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest

from gazetteer.place import Place
from geomap.documents.document import Document
from geomap.recognition.mention import Mention
from geomap.resolution.resolution import ParsedDocument, Resolution

pytestmark = pytest.mark.browser

Opener = Callable[..., Any]

CHILE = Place("3895114", "Chile", "CL", "00", "", "A", "PCLI", -30.0, -71.0, 18729160, 400)


def download(opened: Any, item: str) -> bytes:
    opened.page.locator("#download").click()
    with opened.page.expect_download() as waiting:
        opened.page.get_by_text(item).click()
    with open(waiting.value.path(), "rb") as file:
        return file.read()


def test_csv_and_geojson_hold_what_is_filtered(
    open_page: Opener, story: list[ParsedDocument]
) -> None:
    opened = open_page(story)
    opened.page.locator(".row-document", has_text="Snow").click()
    table = download(opened, "Mentions as CSV").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [row["text"] for row in rows] == ["Lviv", "Podilia", "Zzyzxgrad"]
    assert all(
        story[1].document.text[int(row["start"]) : int(row["end"])] == row["text"] for row in rows
    )
    features = json.loads(download(opened, "Mentions as GeoJSON"))["features"]
    assert features[0]["geometry"] == {"type": "Point", "coordinates": [24.02324, 49.83826]}
    assert features[2]["geometry"] is None
    assert opened.messages == []


def test_offsets_count_code_points(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    table = download(opened, "Mentions as CSV").decode("utf-8-sig")
    row = next(row for row in csv.DictReader(io.StringIO(table)) if row["text"] == "Odessa")
    assert int(row["start"]) == story[0].document.text.index("Odessa")


def test_a_picture_of_the_map(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    picture = download(opened, "Map as a picture")
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 20_000


def test_a_drawing_of_the_map(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    drawing = ElementTree.fromstring(download(opened, "Map as a drawing"))
    assert drawing.tag == "{http://www.w3.org/2000/svg}svg"
    words = [text.text for text in drawing.iter("{http://www.w3.org/2000/svg}text")]
    assert {"Lviv", "Odesa", "Ukraine", "Podilia"} <= set(words)
    assert len(list(drawing.iter("{http://www.w3.org/2000/svg}path"))) > 10
    assert opened.messages == []


@pytest.mark.parametrize("at", ["49.84,24.02,8", "52,10,4", "20,-40,2.4"])
def test_names_on_the_land_are_whole(
    open_page: Opener, story: list[ParsedDocument], at: str
) -> None:
    opened = open_page(story)
    opened.page.evaluate(f"location.hash = '#at={at}'")
    opened.page.wait_for_timeout(400)
    drawing = download(opened, "Map as a drawing").decode("utf-8")
    sheet = opened.page.context.new_page()
    sheet.set_content(f"<body style='margin:0'>{drawing}</body>")
    boxes = sheet.evaluate(
        "[...document.querySelectorAll('text')].map((text) => {"
        " const { left, right } = text.getBoundingClientRect();"
        " return [text.textContent, left, right]; })"
    )
    width = sheet.evaluate("document.querySelector('svg').getBoundingClientRect().width")
    assert len(boxes) > 5
    assert [name for name, left, right in boxes if left < 0 or right > width] == []


def test_paper_has_numbers_and_a_list(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story, title="Rails")
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print")
    items = opened.page.locator("#print li").all_inner_texts()
    assert items[0] == "Lviv Ukraine · 2 mentions"
    assert len(items) == 4
    assert opened.page.locator("#print svg").is_visible()
    assert opened.page.locator("#places").is_hidden()
    # The map has no size on paper, and may be asked to draw all the same.
    opened.page.emulate_media(color_scheme="dark")
    opened.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    opened.page.wait_for_timeout(300)
    assert opened.messages == []


def many_places(count: int) -> list[ParsedDocument]:
    """Towns over half the world, the first ones named twice, and one country far from them."""
    towns = [
        Place(f"t:{i}", f"Town{i}x", "", "", "", "P", "PPL", i % 40, 2.1 * (i // 40), 900, 0)
        for i in range(count)
    ]
    text, found = "", []
    for place in [CHILE, *towns, *towns[:300]]:
        mention = Mention(len(text), len(text) + len(place.name), place.name)
        found.append(Resolution(mention, place, 0.97, "exact", "Recorded name."))
        text += place.name + ". "
    return [ParsedDocument(Document("many", text, "Many"), tuple(found))]


def test_every_number_on_paper_is_in_the_list(open_page: Opener) -> None:
    opened = open_page(many_places(450))
    opened.page.evaluate("location.hash = '#at=20,12,4'")
    opened.page.wait_for_timeout(400)
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print")
    drawn = opened.page.locator("#print svg text").all_text_contents()
    numbers = {int(words) for words in drawn if words.isdigit()}
    listed = opened.page.locator("#print ol > li")
    assert numbers == set(range(1, listed.count() + 1))
    assert 50 < len(numbers) < 400, "spots that would cover each other share a number"
    assert listed.locator("> div").count() + opened.page.locator("#print ul > li").count() == 400
    assert "Chile country · 1 mention" not in opened.page.locator("#print ol").inner_text()
    assert opened.text("#print .print-more") == "and 51 more places"


def test_paper_keeps_the_shape_of_the_map(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print")
    for width, height in [(718, 1047), (740, 980), (1047, 718)]:
        opened.page.set_viewport_size({"width": width, "height": height})
        box = opened.page.locator("#print svg").bounding_box()
        assert box["width"] / box["height"] == pytest.approx(1000 / 660, abs=0.01)
        assert 0 <= box["x"] <= width - box["width"]


@pytest.mark.parametrize("locale", ["en-US", "ar-EG"])
def test_names_on_paper_are_whole_in_either_direction(
    open_page: Opener, story: list[ParsedDocument], locale: str
) -> None:
    opened = open_page(story, locale=locale)
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print")
    spill = opened.page.evaluate(
        "(() => { const sheet = document.querySelector('#print svg').getBoundingClientRect();"
        " return [...document.querySelectorAll('#print svg text')].filter((text) => {"
        " const box = text.getBoundingClientRect();"
        " return box.left < sheet.left || box.right > sheet.right; })"
        ".map((text) => text.textContent); })()"
    )
    assert spill == []


def test_land_goes_on_where_the_map_ends(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    opened.page.evaluate("location.hash = '#at=-75,0,2'")
    opened.page.wait_for_timeout(400)
    drawing = ElementTree.fromstring(download(opened, "Map as a drawing"))
    water, south = drawing.findall("{http://www.w3.org/2000/svg}rect")
    assert float(water.get("y", 0)) == 0
    assert float(south.get("y", 0)) > 500
    assert south.get("fill") != water.get("fill")
