"""Filters and the search, by clicking them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from geomap.resolution.resolution import ParsedDocument

pytestmark = pytest.mark.browser

Opener = Callable[..., Any]


def tick(opened: Any, filter_name: str, choice: str) -> None:
    """Open the filters and one of them, and tick a choice."""
    page = opened.page
    if page.locator("#filters").is_hidden():
        page.locator("#filters-button").click()
    facet = page.locator(".facet", has=page.locator("summary", has_text=filter_name))
    if not facet.evaluate("element => element.open"):
        facet.locator("summary").click()
    facet.locator(".choice", has_text=choice).click()


def names(opened: Any) -> list[str]:
    return list(opened.page.locator("#place-rows .row-name").all_inner_texts())


def test_filters_are_folded_away(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    assert opened.page.locator("#filters").is_hidden()
    assert opened.page.locator("#chips").is_hidden()


def test_filters_combine_and_count(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    tick(opened, "Kind", "Towns")
    assert names(opened) == ["Lviv", "Odesa"]
    tick(opened, "Source", "Herald")
    assert opened.text("#counts") == "2 places · 2 mentions · 1 document"
    kinds = opened.page.locator(".facet", has_text="Kind").locator(".choice").all_inner_texts()
    assert {" ".join(kind.split()) for kind in kinds} == {
        "Towns 2", "Countries 1", "Not found 0", "Regions 0",
    }  # fmt: skip
    assert opened.page.locator(".row-document.is-faint").count() == 1
    opened.page.locator("#chips", has_text="Clear all").get_by_text("Clear all").click()
    assert len(names(opened)) == 5


def test_demonyms_are_off_until_asked_for(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    assert "6 mentions" in opened.text("#counts")
    tick(opened, "Role", "Peoples and adjectives")
    assert "7 mentions" in opened.text("#counts")
    opened.page.wait_for_url(re.compile("#role=literal&role=associative&role=demonym$"))


def test_score(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    opened.page.locator("#filters-button").click()
    opened.page.locator("#least-score").fill("70")
    assert names(opened) == ["Lviv", "Ukraine", "Podilia"]
    assert opened.text("#chips") == "At least 70%"


def test_time_by_handles_and_by_dragging(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    opened.page.locator("#filters-button").click()
    ends = opened.page.locator(".time-ends span").all_inner_texts()
    assert ends == ["May 23, 2023", "Jun 1, 2023"]
    opened.page.locator(".handle-from").fill("5")
    assert names(opened) == ["Lviv", "Podilia", "Zzyzxgrad"]
    opened.page.wait_for_url(re.compile("from=2023-05-28"))
    box = opened.page.locator(".bars").bounding_box()
    opened.page.mouse.move(box["x"] + 2, box["y"] + 20)
    opened.page.mouse.down()
    opened.page.mouse.move(box["x"] + 60, box["y"] + 20)
    opened.page.mouse.up()
    assert names(opened) == ["Lviv", "Ukraine", "Odesa"]
    opened.page.locator("#chips button").click()
    assert len(names(opened)) == 5


def test_play_walks_through_time(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    opened.page.locator("#filters-button").click()
    opened.page.locator(".play").click()
    assert names(opened) == ["Lviv", "Ukraine", "Odesa"]
    assert opened.page.locator(".play").get_attribute("aria-label") == "Pause"
    opened.page.wait_for_url(re.compile("from=2023-05-24"))
    opened.page.locator(".play").click()
    assert opened.page.locator(".play").get_attribute("aria-label") == "Play"


def test_the_address_keeps_filters(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    tick(opened, "Kind", "Regions")
    opened.page.locator("#search").fill("podil")
    opened.page.wait_for_url(re.compile("search=podil"))
    opened.page.reload()
    opened.page.wait_for_selector("html[data-ready]")
    assert names(opened) == ["Podilia"]
    assert opened.text("#chips") == "Regions"
    assert opened.messages == []


def test_search_finds_words_of_quotes_without_accents(
    open_page: Opener, story: list[ParsedDocument]
) -> None:
    opened = open_page(story)
    opened.page.locator("#search").fill("SNÓW")
    opened.page.wait_for_url(re.compile("search="))
    assert names(opened) == ["Lviv", "Podilia", "Zzyzxgrad"]


def test_several_documents_are_chosen_and_linked(
    open_page: Opener, story: list[ParsedDocument]
) -> None:
    first = story[0]
    opened = open_page([
        replace(first, document=replace(first.document, id=f"d{n}", title=f"Report {n}"))
        for n in range(14)
    ])  # fmt: skip
    opened.page.locator("#filters-button").click()
    opened.page.locator(".facet", has_text="Documents").locator("summary").click()
    for wanted in ("Report 2", "Report 12"):
        opened.page.get_by_label("Find: Documents").fill(wanted)
        assert opened.page.locator(".choice").all_inner_texts() == [f"{wanted}\n3"]
        opened.page.locator(".choice").click()
    assert opened.text("#counts") == "3 places · 6 mentions · 2 documents"
    assert opened.text("#chips") == "Report 2, Report 12"
    opened.page.wait_for_url(re.compile("#only=d2&only=d12$"))
    titles = opened.page.locator(".row-document .row-name")
    assert titles.all_inner_texts()[:3] == ["Report 2", "Report 12", "Report 0"]
    opened.page.locator(".row-document", has_text="Report 5").click()
    opened.page.get_by_label("Back to all documents").click()
    assert "2 documents" in opened.text("#counts"), "opening one leaves the choice of several"
    opened.page.reload()
    opened.page.wait_for_selector("html[data-ready]")
    assert "2 documents" in opened.text("#counts")
    assert opened.messages == []


@pytest.mark.parametrize(
    ("dates", "different"),
    [
        (["1857-06-03", *(f"2023-05-{day:02}" for day in range(1, 20))], 20),
        ([*(f"2023-05-{day:02}" for day in range(1, 20)), "2223-06-03"], 20),
        ([f"2023-{month:02}-01" for month in range(1, 13)], 12),
        (["1857-06-03", "2023-05-01"], 2),
        (["2023-05-01", "2023-05-01"], 1),
    ],
)
def test_a_document_from_far_off_leaves_time_to_the_others(
    open_page: Opener, story: list[ParsedDocument], dates: list[str], different: int
) -> None:
    bins = open_page(story).page.evaluate(
        "(dates) => { const documents = dates.map((date) => ({ date }));"
        " new geomap.Timeline(documents); return documents.map(({ bin }) => bin); }",
        dates,
    )
    assert bins == sorted(bins)
    assert len(set(bins)) == different


def test_dates_are_written_as_exact_as_they_are(
    open_page: Opener, story: list[ParsedDocument]
) -> None:
    opened = open_page(story)
    written = opened.page.evaluate(
        "['1854-11-05', '1854-11', '1854', '-0479-09-29', '2023-02-31', 'soon', '0079-08-24']"
        ".map((iso) => geomap.text.date(iso))"
    )
    assert written == [
        "Nov 5, 1854",
        "Nov 1854",
        "1854",
        "Sep 29, 480 BC",
        "2023-02-31",
        "soon",
        "Aug 24, 79",
    ]


def test_antiquity_comes_before_the_rest(open_page: Opener, story: list[ParsedDocument]) -> None:
    first, second = story
    ancient = replace(first, document=replace(first.document, date="-0479-09-29"))
    opened = open_page([ancient, replace(second, document=replace(second.document, date="1854"))])
    opened.page.locator("#place-rows .row", has_text="Lviv").click()
    bylines = opened.page.locator("#place-card .byline").all_inner_texts()
    assert bylines == ["Wire · 1854", "Herald · Sep 29, 480 BC"]
    opened.page.evaluate("location.hash = '#to=-0400-01-01'")
    opened.page.locator("#place-rows .row", has_text="Odesa").wait_for()
    assert opened.page.locator("#place-rows .row", has_text="Podilia").count() == 0
    assert opened.messages == []
