"""Looks that the caller chooses: theme, roles, tiles, embedding, notebooks."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from geomap import make_map
from geomap.page import render_page
from geomap.page.look import Look
from geomap.page.security import tile_host
from geomap.resolution.resolution import ParsedDocument

Opener = Callable[..., Any]
TILES = "https://{s}.tile.example.org/{z}/{x}/{y}.png"


@pytest.mark.parametrize(
    ("choices", "message"),
    [
        ({"theme": "pink"}, "theme 'pink'"),
        ({"roles": ("literal", "x")}, "roles are some of"),
        ({"roles": ()}, "roles are some of"),
        ({"tiles": TILES}, "attribution"),
        ({"tiles": "https://x.org/", "tiles_attribution": "X"}, "no address of tiles"),
        ({"tiles": "ftp://x.org/{z}/{x}/{y}", "tiles_attribution": "X"}, "no address of tiles"),
    ],
)
def test_looks_that_make_no_sense(choices: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Look(**choices)


@pytest.mark.parametrize(
    "url",
    ["https://x.org; script-src */{z}/{x}/{y}", "https://x.org'/{z}/{x}/{y}", "//x/{z}{x}{y}"],
)
def test_tile_addresses_cannot_widen_the_policy(url: str) -> None:
    with pytest.raises(ValueError, match="no address of tiles"):
        tile_host(url)


def test_only_the_tile_host_is_allowed(story: list[ParsedDocument]) -> None:
    html = render_page(story, tiles=TILES, tiles_attribution="Example")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy is not None
    assert "img-src data: https://*.tile.example.org;" in policy[1]
    assert "img-src data:;" in render_page(story)


def test_notebooks_show_the_page_in_a_frame(story: list[ParsedDocument]) -> None:
    shown = make_map(story, title='A "quoted" title', height=300)
    html = shown._repr_html_()
    assert html.startswith('<iframe srcdoc="&lt;!DOCTYPE html&gt;')
    assert html.count('"') == 6
    assert "height:300px" in html
    assert repr(shown).startswith("MapPage(")


@pytest.mark.browser
def test_a_notebook_frame_works(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    opened.page.goto("about:blank")
    opened.page.set_content(make_map(story)._repr_html_())
    frame = opened.page.frame_locator("iframe")
    frame.locator("#place-rows .row", has_text="Lviv").click()
    assert frame.locator("#place-card h2").inner_text() == "Lviv"
    assert opened.messages == []


@pytest.mark.browser
def test_tiles_are_asked_for_and_credited_as_text(
    open_page: Opener, story: list[ParsedDocument]
) -> None:
    opened = open_page(story, tiles=TILES, tiles_attribution="<b>Example</b> & Co")
    opened.page.wait_for_timeout(300)
    asked = [url for url in opened.requests if not url.startswith("file:")]
    assert asked
    assert all(re.match(r"https://[abc]\.tile\.example\.org/\d+/\d+/\d+\.png$", u) for u in asked)
    assert "<b>Example</b> & Co" in opened.text(".leaflet-control-attribution")
    opened.page.get_by_label("Online map").click()
    assert "Example" not in opened.text(".leaflet-control-attribution")


@pytest.mark.browser
def test_a_fixed_theme_and_roles(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story, theme="dark", roles=("literal", "associative", "demonym"))
    assert opened.page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert "7 mentions" in opened.text("#counts")
    opened.page.wait_for_timeout(400)
    assert "#" not in opened.page.url


@pytest.mark.browser
@pytest.mark.parametrize(("width", "name"), [(500, "Odesa"), (760, "Lviv")])
def test_a_card_leaves_the_spot_that_opened_it_in_view(
    open_page: Opener, story: list[ParsedDocument], width: int, name: str
) -> None:
    opened = open_page(story, width=width, embed=True)
    spot = opened.page.locator(".spot", has_text=name)
    spot.click()
    opened.page.wait_for_timeout(300)
    card = opened.page.locator("#places").bounding_box()
    box = spot.bounding_box()
    assert box["x"] > card["x"] + card["width"] or box["y"] + box["height"] < card["y"]


@pytest.mark.browser
def test_embedded_pages_are_all_map(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story, width=700, embed=True)
    box = opened.page.locator(".folium-map").bounding_box()
    assert (box["x"], box["y"], box["width"]) == (0, 0, 700)
    assert opened.page.locator("#places").is_hidden()
    opened.page.locator(".spot", has_text="Lviv").click()
    assert opened.text("#place-card h2") == "Lviv"
    opened.page.locator("#place-card button").first.click()
    assert opened.page.locator("#places").is_hidden()


@pytest.mark.browser
def test_first_view_of_an_embedded_page_has_the_story_in_its_middle(
    open_page: Opener, story: list[ParsedDocument]
) -> None:
    opened = open_page(story, width=600, embed=True)
    spots = [opened.page.locator(".spot", has_text=name) for name in ("Lviv", "Odesa")]
    boxes = [spot.bounding_box() for spot in spots]
    middle = sum(box["y"] + box["height"] / 2 for box in boxes) / 2
    assert abs(middle - 844 / 2) < 40


@pytest.mark.browser
def test_whole_texts(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story, full_text=True)
    opened.page.locator(".row-document", has_text="Trains").click()
    assert opened.page.locator("#reading .passage").count() == 1
    assert "at dawn." in opened.text("#reading .passage")
