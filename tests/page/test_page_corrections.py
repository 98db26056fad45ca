"""Corrections in the page: shown at once, kept, and read back by the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geomap.corrections import read_corrections
from geomap.documents.document import Document
from geomap.recognition.mention import Mention
from geomap.resolution.resolution import ParsedDocument, Resolution

pytestmark = pytest.mark.browser

Opener = Callable[..., Any]


def correct(opened: Any, place: str, *, everywhere: bool = False, **choice: str) -> None:
    """Open the dialog of a place's first mention, choose and apply."""
    page = opened.page
    page.locator("#place-rows .row", has_text=place).click()
    page.locator(".quote button", has_text="Correct").first.click()
    if "option" in choice:
        page.locator(".option", has_text=choice["option"]).first.click()
    if "find" in choice:
        page.locator("#find-place").fill(choice["find"])
        page.wait_for_selector(".found .option")
    if "point" in choice:
        page.locator("#point").fill(choice["point"])
    if everywhere:
        page.locator("#everywhere").check()
    page.locator("#dialog button[type=submit]").click()


def names(opened: Any) -> list[str]:
    opened.page.keyboard.press("Escape")
    return list(opened.page.locator("#place-rows .row-name").all_inner_texts())


def save(opened: Any, folder: Path) -> Path:
    """Download corrections.csv."""
    opened.page.locator("#download").click()
    with opened.page.expect_download() as download:
        opened.page.get_by_text("Corrections as CSV").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_not_a_place_everywhere_survives_a_reload(
    open_page: Opener, story: list[ParsedDocument], tmp_path: Path
) -> None:
    opened = open_page(story)
    correct(opened, "Lviv", option="Not a place", everywhere=True)
    assert names(opened) == ["Ukraine", "Odesa", "Podilia", "Zzyzxgrad"]
    opened.page.reload()
    opened.page.wait_for_selector("html[data-ready]")
    assert "Lviv" not in names(opened)
    path = save(opened, tmp_path)
    assert path.name == "corrections.csv"
    corrected = read_corrections(path, lambda id_: None).apply(story[1])
    assert [one.mention.text for one in corrected.resolutions] == ["Podilia", "Zzyzxgrad"]
    assert opened.messages == []


def test_it_is_a_runner_up(open_page: Opener, story: list[ParsedDocument], tmp_path: Path) -> None:
    opened = open_page(story)
    correct(opened, "Zzyzxgrad", option="Odesa")
    assert opened.text("#place-card h2") == "Odesa"
    assert "Corrected by hand" in opened.text("#place-card")
    assert "Zzyzxgrad" not in names(opened)
    odesa = story[0].resolutions[2].place
    corrections = read_corrections(save(opened, tmp_path), lambda id_: odesa)
    fixed = corrections.apply(story[1]).resolutions[-1]
    assert (fixed.place, fixed.match, fixed.score) == (odesa, "correction", 1.0)


def test_it_is_another_place_of_the_map(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    correct(opened, "Zzyzxgrad", find="podil")
    assert opened.text("#place-card h2") == "Podilia"
    assert opened.text(".spellings li").startswith("Podilia")
    assert opened.page.locator(".spellings li").count() == 2


def test_it_is_at_coordinates(
    open_page: Opener, story: list[ParsedDocument], tmp_path: Path
) -> None:
    opened = open_page(story)
    correct(opened, "Zzyzxgrad", point="100, 3")
    assert opened.text(".dialog-error").startswith("Write degrees")
    opened.page.locator("#point").fill("48.5, 25.25")
    assert opened.text(".dialog-error") == ""
    opened.page.locator("#dialog button[type=submit]").click()
    assert opened.page.locator(".spot.is-chosen .spot-name").inner_text() == "Zzyzxgrad"
    place = read_corrections(save(opened, tmp_path), lambda id_: None).apply(story[1])
    assert place.resolutions[-1].place is not None
    assert (place.resolutions[-1].place.lat, place.resolutions[-1].place.lon) == (48.5, 25.25)


TYPED = {
    "48.5, 25.25": [48.5, 25.25],
    "48.5 -25.25": [48.5, -25.25],
    "48,5; 25,25": [48.5, 25.25],
    "48,5 25,25": [48.5, 25.25],
    "48,25": [48, 25],
    "48°30′N 25°15′E": [48.5, 25.25],
    "48° 30' 0\" S, 25° 15' 0\" W": [-48.5, -25.25],
    "25.25 E 48.5 N": [48.5, 25.25],
    "25.25 N 48.5 N": None,
    "95, 25": None,
    "48.5": None,
    "48.5, 25.25, 3": None,
    "Lviv": None,
}


def test_coordinates_are_read_as_people_write_them(
    open_page: Opener, story: list[ParsedDocument]
) -> None:
    read = open_page(story).page.evaluate("(all) => all.map(geomap.readPoint)", list(TYPED))
    assert dict(zip(TYPED, read, strict=True)) == TYPED


def test_corrections_are_listed_and_taken_back(
    open_page: Opener, story: list[ParsedDocument]
) -> None:
    opened = open_page(story)
    correct(opened, "Odesa", option="Not a place")
    opened.page.locator(".row-document", has_text="Trains").click()
    rejected = opened.page.locator("#reading .is-rejected")
    assert rejected.all_inner_texts() == ["Odessa"]
    opened.page.locator("#download").click()
    opened.page.get_by_text("1 correction", exact=True).click()
    opened.page.locator(".corrections button", has_text="Undo").click()
    assert opened.text("#dialog .empty") == "Nothing is corrected yet."
    opened.page.keyboard.press("Escape")
    assert rejected.count() == 0


def test_a_people_without_a_place_can_be_given_one(open_page: Opener) -> None:
    text = "Frobnian troops crossed the river."
    people = Resolution(Mention(0, 8, "Frobnian", role="demonym"), None)
    opened = open_page([ParsedDocument(Document("f", text), (people,))])
    opened.page.evaluate("location.hash = '#role=demonym'")
    opened.page.locator("#reading .mention", has_text="Frobnian").click()
    opened.page.locator("#point").fill("48.5, 25.25")
    opened.page.locator("#dialog button[type=submit]").click()
    opened.page.evaluate("location.hash = ''")
    opened.page.locator(".spot", has_text="Frobnian").wait_for()
    assert opened.messages == []
