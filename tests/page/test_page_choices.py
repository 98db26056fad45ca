"""Every filter and every fact of a card, by clicking them on a phone and on a desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from geomap.resolution.resolution import ParsedDocument

pytestmark = pytest.mark.browser

Opener = Callable[..., Any]
LOOKS = [(390, "light"), (390, "dark"), (1440, "light"), (1440, "dark")]


def mentions_left(opened: Any) -> int:
    return int(opened.page.evaluate("Number(/(\\d+) mention/.exec(counts.textContent)[1])"))


@pytest.mark.parametrize(("width", "theme"), LOOKS)
def test_every_choice_leaves_as_many_as_it_says(
    open_page: Opener, story: list[ParsedDocument], width: int, theme: str
) -> None:
    opened = open_page(story, width=width, theme=theme)
    opened.page.locator("#filters-button").click()
    tried = 0
    for facet in opened.page.locator(".facet:visible").all():
        facet.locator("summary").click()
        facet.locator(".choice").first.wait_for()
        for choice in facet.locator(".choice").all():
            said = int(choice.locator(".choice-count").inner_text())
            choice.click()
            if not facet.get_by_text("Where it happens").count():
                assert mentions_left(opened) == said
            choice.click()
            tried += 1
        facet.locator("summary").click()
    assert tried > 10
    assert opened.messages == []


def test_choices_come_into_view_when_they_are_opened(
    open_page: Opener, story: list[ParsedDocument]
) -> None:
    opened = open_page(story, width=390)
    opened.page.locator("#filters-button").click()
    for facet in opened.page.locator(".facet:visible").all():
        facet.locator("summary").click()
        opened.page.wait_for_timeout(100)
        box = facet.locator(".choice").first.bounding_box()
        filters = opened.page.locator("#filters").bounding_box()
        assert filters["y"] <= box["y"]
        assert box["y"] + box["height"] <= filters["y"] + filters["height"]


@pytest.mark.parametrize(("width", "theme"), LOOKS)
def test_a_card_has_all_there_is_to_know(
    open_page: Opener, story: list[ParsedDocument], width: int, theme: str
) -> None:
    opened = open_page(story, width=width, theme=theme)
    opened.page.locator("#place-rows .row", has_text="Lviv").click()
    card = opened.page.locator("#place-card")
    assert card.locator(".spellings li").all_inner_texts() == ["Lviv ×2"]
    assert card.locator(".card-title p").inner_text() == "Ukraine"
    links = [link.get_attribute("href") for link in card.locator(".fact-links a").all()]
    assert links[0] == "https://www.geonames.org/702550"
    assert links[1].startswith("https://www.openstreetmap.org/#map=12/49.83826/24.02324")
    card.locator(".quote button", has_text="Read on").first.click()
    assert opened.page.locator("#reading .is-found").inner_text() == "Lviv"
    assert opened.page.evaluate("document.documentElement.scrollWidth") == width
    assert opened.messages == []


def test_each_spelling_has_its_reason(open_page: Opener, story: list[ParsedDocument]) -> None:
    first, second = story
    lviv, *others = second.resolutions
    # The second document calls it by another name, found in another way.
    text = second.document.text.replace("Lviv", "LVOV", 1)
    mention = replace(lviv.mention, text="LVOV")
    other = replace(lviv, mention=mention, match="alias", why="A former name.")
    document = replace(second.document, text=text)
    opened = open_page([first, replace(second, document=document, resolutions=(other, *others))])
    opened.page.locator("#place-rows .row", has_text="Lviv").click()
    reasons = opened.page.locator("#place-card .reasons li").all_inner_texts()
    assert reasons == ["Lviv – Recorded name.", "LVOV – A former name."]


def test_coordinates_are_copied(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    opened.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened.page.locator("#place-rows .row", has_text="Lviv").click()
    opened.page.locator(".coordinates").click()
    opened.page.locator(".coordinates.is-done").wait_for()
    assert opened.page.evaluate("navigator.clipboard.readText()") == "49.8383, 24.0232"


def test_a_page_of_nothing_says_so(open_page: Opener) -> None:
    opened = open_page([])
    assert opened.text("#place-rows") == "No place here."
    opened.page.locator("#filters-button").click()
    opened.page.locator("#download").click()
    assert opened.messages == []
