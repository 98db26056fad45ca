"""The page in a real browser, with the network cut: what people click, and what they see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import quote

import pytest

from gazetteer.place import Place
from geomap.documents.document import Document
from geomap.recognition.mention import Mention
from geomap.resolution.resolution import ParsedDocument, Resolution, RunnerUp

pytestmark = pytest.mark.browser

Opener = Callable[..., Any]


def test_opens_without_a_request_or_a_word(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    opened.page.locator("#place-rows .row").first.click()
    opened.page.locator(".row-document").last.click()
    opened.page.wait_for_timeout(300)
    assert [url for url in opened.requests if not url.startswith("file:")] == []
    assert len(opened.requests) == 1
    assert opened.messages == []


def test_head_and_lists_count(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story, title="Rails", subtitle="and snow")
    assert opened.text("#title") == "Rails"
    assert opened.text("#subtitle") == "and snow"
    assert opened.text("#counts") == "4 places · 6 mentions · 2 documents"
    names = opened.page.locator("#place-rows .row-name").all_inner_texts()
    assert names == ["Lviv", "Ukraine", "Odesa", "Podilia", "Zzyzxgrad"]
    assert opened.text("#place-rows h3") == "Not found in the gazetteer"


def test_a_place_opens_its_card_with_quotes(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    opened.page.locator("#place-rows .row", has_text="Lviv").click()
    card = opened.page.locator("#place-card")
    assert card.locator("h2").inner_text() == "Lviv"
    assert card.locator(".quote-group h3").all_inner_texts() == ["Snow", "Trains, again"]
    assert card.locator(".mention.is-chosen").all_inner_texts() == ["Lviv", "Lviv"]
    assert "49.8383, 24.0232" in card.inner_text()
    link = card.locator(".quote a", has_text="Source")
    assert link.count() == 1
    href = link.get_attribute("href")
    assert href == "https://example.org/a#:~:text=The%20train%20left%20Lviv%20at%20dawn."
    opened.page.keyboard.press("Escape")
    assert card.is_hidden()


def test_choosing_a_place_moves_the_map(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    opened.page.locator("#place-rows .row", has_text="Odesa").click()
    opened.page.wait_for_timeout(300)
    spot = opened.page.locator(".spot.is-chosen")
    assert spot.locator(".spot-name").inner_text() == "Odesa"
    box, map_box = spot.bounding_box(), opened.page.locator(".folium-map").bounding_box()
    assert abs(box["x"] + box["width"] / 2 - map_box["x"] - map_box["width"] / 2) < 5


def test_a_marker_opens_the_card(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    opened.page.locator(".spot", has_text="Lviv").click()
    assert opened.text("#place-card h2") == "Lviv"
    opened.page.keyboard.press("Escape")
    opened.page.locator(".spot", has_text="Odesa").focus()
    opened.page.keyboard.press("Enter")
    assert opened.text("#place-card h2") == "Odesa"


def test_uncertain_places_look_uncertain(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    assert opened.page.locator(".spot.is-unsure .spot-name").all_inner_texts() == ["Odesa"]
    opened.page.locator("#place-rows .row", has_text="Odesa").click()
    assert "Near Lviv." in opened.text("#place-card")
    assert "61%" in opened.text("#place-card")


def test_areas_are_names_and_not_pins(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    areas = set(opened.page.locator(".area .area-name").all_inner_texts())
    assert areas == {"Ukraine", "Podilia"}
    assert opened.page.locator(".spot-name", has_text="Ukraine").count() == 0


def test_a_document_shows_its_quotes_and_only_its_places(
    open_page: Opener, story: list[ParsedDocument]
) -> None:
    opened = open_page(story)
    opened.page.locator(".row-document", has_text="Snow").click()
    assert opened.text("#reading h2") == "Snow"
    names = opened.page.locator("#place-rows .row-name").all_inner_texts()
    assert names == ["Lviv", "Podilia", "Zzyzxgrad"]
    opened.page.locator("#chips button").click()
    assert opened.page.locator("#place-rows .row").count() == 5
    assert opened.page.locator("#reading a", has_text="Source").count() == 0


def test_a_mention_in_the_text_opens_its_place(
    open_page: Opener, story: list[ParsedDocument]
) -> None:
    opened = open_page(story)
    opened.page.locator(".row-document", has_text="Trains").click()
    opened.page.locator("#reading a.mention", has_text="Odessa").click()
    assert opened.text("#place-card h2") == "Odesa"
    assert opened.page.locator("#reading").is_visible()
    assert opened.page.locator("#reading .is-demonym").all_inner_texts() == ["Ukrainian"]


def test_a_quote_leads_to_its_spot_in_the_text(
    open_page: Opener, story: list[ParsedDocument]
) -> None:
    opened = open_page(story)
    opened.page.locator("#place-rows .row", has_text="Lviv").click()
    opened.page.locator(".quote button", has_text="Read on").last.click()
    assert opened.text("#reading h2") == "Trains, again"
    assert opened.page.evaluate("document.activeElement.textContent") == "Lviv"


def test_search_by_spelling(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("odess")
    opened.page.wait_for_timeout(300)
    assert opened.page.locator("#place-rows .row-name").all_inner_texts() == ["Odesa", "Ukraine"]
    assert opened.text("#place-rows h3") == "Named beside “odess”"
    assert opened.page.locator(".spot").count() == 1
    opened.page.keyboard.press("ArrowDown")
    opened.page.keyboard.press("Enter")
    assert opened.text("#place-card h2") == "Odesa"


def test_the_address_keeps_the_view(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    opened.page.locator("#place-rows .row", has_text="Podilia").click()
    assert opened.page.url.endswith("#place=rgn%3A1")
    opened.page.reload()
    opened.page.wait_for_selector("html[data-ready]")
    assert opened.text("#place-card h2") == "Podilia"
    opened.page.go_back()
    opened.page.wait_for_selector("#place-list:not([hidden])")


def test_unresolved_names_show_the_best_guesses(
    open_page: Opener, story: list[ParsedDocument]
) -> None:
    opened = open_page(story)
    opened.page.locator("#place-rows .row", has_text="Zzyzxgrad").click()
    card = opened.page.locator("#place-card")
    card.locator("summary").click()
    assert "Odesa" in card.locator(".rivals").inner_text()
    assert "No place has a name like that." in card.inner_text()


def test_on_a_phone_one_panel_shows_under_the_map(
    open_page: Opener, story: list[ParsedDocument]
) -> None:
    opened = open_page(story, width=390)
    map_box = opened.page.locator(".folium-map").bounding_box()
    assert map_box["width"] == 390
    assert opened.page.locator("#documents").is_hidden()
    opened.page.locator("#tab-documents").click()
    assert opened.page.locator("#places").is_hidden()
    opened.page.locator(".row-document").first.click()
    opened.page.locator("#reading a.mention").first.click()
    assert opened.page.locator("#place-card").is_visible()
    assert opened.page.evaluate("document.documentElement.scrollWidth") == 390


def test_light_and_dark(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    before = opened.page.evaluate("getComputedStyle(document.body).backgroundColor")
    opened.page.locator("#theme").click()
    after = opened.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert before != after
    assert opened.messages == []


HOSTILE = "</script><script>window.hit=1</script><img src=x onerror=hit=1>`'\"&lt;{{7*7}}‮שלום🚂\x00"


def make_hostile() -> ParsedDocument:
    text = f"Before {HOSTILE} after."
    place = Place(HOSTILE, HOSTILE, "<b", HOSTILE, HOSTILE, "P", HOSTILE, 10, 20, 5, 0, (HOSTILE,))
    mention = Mention(7, 7 + len(HOSTILE), HOSTILE)
    found = Resolution(mention, place, 0.4, HOSTILE, HOSTILE, (RunnerUp(place, 0.1),))
    return ParsedDocument(
        Document(HOSTILE, text, HOSTILE, f"https://x.org/{HOSTILE}", HOSTILE, HOSTILE, HOSTILE),
        (found,),
    )


def test_places_at_one_spot_are_fanned_out(open_page: Opener, story: list[ParsedDocument]) -> None:
    lviv = story[0].resolutions[0]
    assert lviv.place is not None
    twin = replace(lviv.place, id="twin", name="Lwow")
    both = (replace(lviv, mention=Mention(0, 4, "Lviv")), Resolution(Mention(6, 10, "Lwow"), twin))
    opened = open_page([ParsedDocument(Document("t", "Lviv, Lwow."), both)])
    opened.page.locator(".spot", has_text="Lviv +1").click()
    opened.page.locator(".spot", has_text="Lwow").click()
    assert opened.text("#place-card h2") == "Lwow"


def test_runners_up_show_on_demand(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    opened.page.locator("#place-rows .row", has_text="Zzyzxgrad").click()
    opened.page.locator("#place-card summary").click()
    opened.page.locator(".shows-rivals").wait_for()
    # The names of runners-up are drawn where those of other spots would stand.
    assert opened.page.locator(".spot-name:visible").count() == 0
    opened.page.keyboard.press("Escape")
    opened.page.locator(".shows-rivals").wait_for(state="detached")


def correct_hostile(opened: Any) -> None:
    """A correction, the list of corrections, and paper."""
    opened.page.locator(".quote button").last.click()
    assert HOSTILE[:20] in opened.text("#dialog-title")
    opened.page.locator("#note").fill(HOSTILE)
    opened.page.locator("#point").fill("1, 2")
    opened.page.locator("#dialog button[type=submit]").click()
    opened.page.locator("#filters-button").wait_for(state="attached")
    opened.page.evaluate("geomap.showCorrections()")
    assert HOSTILE[:20] in opened.text(".corrections")
    opened.page.keyboard.press("Escape")
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert HOSTILE[:20] in opened.page.locator("#print").text_content()


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_hostile_strings_show_as_text(open_page: Opener, width: int, theme: str) -> None:
    documents = [make_hostile(), make_hostile()]
    opened = open_page(documents, width=width, theme=theme, title=HOSTILE, subtitle=HOSTILE)
    opened.page.evaluate("geomap.showPanel('documents')")
    opened.page.locator(".row-document").first.click()
    opened.page.evaluate("geomap.showPanel('places')")
    opened.page.locator("#place-rows .row").first.click()
    opened.page.wait_for_timeout(200)
    shown = HOSTILE.replace("\x00", "\ufffd")
    for selector in ("#title", "#subtitle", "#place-card h2", "#place-card blockquote", "#reading"):
        assert shown in opened.page.locator(selector).text_content()
    correct_hostile(opened)
    opened.page.evaluate(f"location.hash = '#search={quote(HOSTILE)}&country={quote(HOSTILE)}'")
    opened.page.wait_for_timeout(200)
    assert opened.page.evaluate("window.hit") is None
    assert opened.page.locator("img").count() == 0
    assert opened.messages == []
    assert len(opened.requests) == 1
