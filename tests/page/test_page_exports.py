"""What leaves the page: tables, pictures, paper."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest

from geomap.resolution.resolution import ParsedDocument

pytestmark = pytest.mark.browser

Opener = Callable[..., Any]


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
    assert opened.page.locator("#print canvas").is_visible()
    assert opened.page.locator("#places").is_hidden()
    # The map has no size on paper, and may be asked to draw all the same.
    opened.page.emulate_media(color_scheme="dark")
    opened.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    opened.page.wait_for_timeout(300)
    assert opened.messages == []
