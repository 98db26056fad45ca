"""Open to everyone: axe finds nothing serious, in every look, size and language."""

from __future__ import annotations

import re
import shutil
import subprocess
import tarfile
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest

from geomap.resolution.reason import CLAUSES, Clause, Reason
from geomap.resolution.resolution import ParsedDocument

pytestmark = pytest.mark.browser

Opener = Callable[..., Any]


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """axe-core, for the time of the test only; MPL-2.0, so never kept in the repository."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("no npm to get axe-core with")
    folder = tmp_path_factory.mktemp("axe")
    command = [npm, "pack", "axe-core", "--silent"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)
    archives = list(folder.glob("axe-core-*.tgz"))
    if done.returncode or not archives:
        pytest.skip("axe-core cannot be downloaded")
    with tarfile.open(archives[0]) as archive:
        member = archive.extractfile("package/axe.min.js")
        assert member is not None
        return member.read().decode("utf-8")


def findings(opened: Any, axe: str) -> list[str]:
    """What axe calls serious or critical."""
    opened.page.evaluate(axe)
    result = opened.page.evaluate("axe.run()")
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:200]} {one['nodes'][0]['failureSummary'][:300]}"
        for one in result["violations"]
        if one["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize(
    ("width", "theme", "locale"),
    [
        (1440, "light", "en-US"),
        (390, "dark", "en-US"),
        (1440, "dark", "ar"),
        (390, "light", "uk"),
        (2560, "light", "de"),
    ],
)
def test_axe_has_nothing_serious(
    open_page: Opener, story: list[ParsedDocument], axe: str, width: int, theme: str, locale: str
) -> None:
    opened = open_page(story, width=width, theme=theme, locale=locale)
    page = opened.page
    page.locator("#filters-button").click()
    for summary in page.locator(".facet summary:visible").all():
        summary.click()
    found = findings(opened, axe)
    page.locator("#download").click()
    found += findings(opened, axe)
    page.locator("#place-rows .row", has_text="Odesa").click()
    page.locator(".quote button").last.click()
    found += findings(opened, axe)
    page.keyboard.press("Escape")
    page.locator(".document-link").click()
    found += findings(opened, axe)
    assert found == []


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("de-AT", "Orte in 2 Dokumenten"),
        ("fr", "Lieux dans 2 documents"),
        ("es", "Lugares en 2 documentos"),
        ("uk", "Місця в 2 документах"),
        ("ar", "الأماكن في وثيقتين"),
        ("ja", "Places in 2 documents"),
    ],
)
def test_words_are_the_reader_s(
    open_page: Opener, story: list[ParsedDocument], locale: str, words: str
) -> None:
    opened = open_page(story, locale=locale)
    assert opened.text("#title") == words
    expected = "rtl" if locale == "ar" else "ltr"
    assert opened.page.evaluate("document.documentElement.dir") == expected
    assert opened.messages == []


def test_countries_are_named_in_the_reader_s_language(
    open_page: Opener, story: list[ParsedDocument]
) -> None:
    opened = open_page(story, locale="uk")
    row = opened.page.locator("#place-rows .row", has_text="Lviv")
    assert row.locator(".row-path").inner_text() == "Україна"
    assert opened.page.locator(".row-name", has_text="Україна").count() == 1
    opened.page.locator("#search").fill("ukraine")
    opened.page.locator(".row-name", has_text="Україна").wait_for()


def test_every_language_has_every_word(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    shape = (
        "Object.values(geomap.words).map((words) => JSON.stringify(["
        "Object.keys(words).sort(), Object.keys(words.kinds).sort(), "
        "Object.keys(words.groups).sort(), Object.keys(words.matches).sort()]))"
    )
    assert len(set(opened.page.evaluate(shape))) == 1


@pytest.mark.parametrize("width", [390, 1440])
def test_the_first_key_skips_the_map(
    open_page: Opener, story: list[ParsedDocument], width: int
) -> None:
    opened = open_page(story, width=width)
    opened.page.keyboard.press("Tab")
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate("document.activeElement.id") == "search"


def test_figures_are_heard_with_what_they_count(
    open_page: Opener, story: list[ParsedDocument]
) -> None:
    opened = open_page(story)
    rows = opened.page.locator("#places").aria_snapshot()
    assert 'button "Lviv Ukraine 2 mentions, How sure: 97%"' in rows
    assert 'button "Odesa Ukraine 1 mention, How sure: 61%, Uncertain"' in rows
    assert 'button "Zzyzxgrad 1 mention"' in rows
    documents = opened.page.locator("#documents").aria_snapshot()
    assert 'button "Snow Wire · Jun 1, 2023 3 mentions"' in documents
    # Words for the ear alone take no room on the page.
    assert opened.page.evaluate("document.documentElement.scrollHeight == innerHeight")
    opened.page.locator("#place-rows .row", has_text="Lviv").click()
    assert "Read on Correct" not in opened.page.locator("#place-card").aria_snapshot()


def test_keyboard_alone_reaches_a_correction(
    open_page: Opener, story: list[ParsedDocument]
) -> None:
    opened = open_page(story)
    keys = opened.page.keyboard
    keys.press("/")
    keys.press("ArrowDown")
    keys.press("Enter")
    assert opened.text("#place-card h2") == "Lviv"
    opened.page.locator(".quote button", has_text="Correct").first.focus()
    keys.press("Enter")
    keys.press("Escape")
    assert opened.page.locator("#dialog").is_hidden()
    assert opened.text("#place-card h2") == "Lviv"
    keys.press("Enter")
    keys.press("ArrowUp")
    keys.press("Enter")
    assert opened.text(".spellings li") == "Lviv ×1"
    assert focused(opened) == "place-card"


def test_the_focus_is_never_lost(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    keys = opened.page.keyboard
    keys.press("/")
    keys.type("train")
    opened.page.locator(".row", has_text="Podilia").wait_for(state="detached")
    keys.press("ArrowDown")
    keys.press("Escape")
    assert focused(opened) == "search"
    assert opened.page.locator("#place-rows .row").count() == 5
    opened.page.locator("#download").focus()
    keys.press("Enter")
    for _ in range(6):
        keys.press("ArrowDown")
    keys.press("Enter")
    assert opened.text("#dialog-title") == "Corrections"
    keys.press("Escape")
    assert focused(opened) == "download"
    opened.page.locator(".folium-map").focus()
    keys.press("ArrowDown")
    assert focused(opened) == "map_geomap"


def focused(opened: Any) -> str:
    return str(opened.page.evaluate("document.activeElement.id"))


REASONS = {
    (
        Clause("whyNameOf", "Paris", "Paris (Texas)", 21),
        Clause("whyWithin", "Texas"),
    ): "der Name von Paris (Texas), der wahrscheinlichste von 21 gleichnamigen Orten; "
    "er liegt in Texas, hier ebenfalls genannt",
    (
        Clause("whyAlias", "Kiev", "Kyiv"),
        Clause("whyNear", "Brovary", n=9),
    ): "ein verzeichneter Name von Kyiv; 9 km von Brovary, hier ebenfalls genannt",
    (
        Clause("whyUnrecorded", "Mill {place}"),
        Clause("whyPutOften", place="Bath (Maine)", n=3),
    ): "Kein Ort ist als Mill {place} verzeichnet; gesetzt auf Bath (Maine), den "
    "wahrscheinlichsten Ort ringsum, hier 3-mal genannt",
}


def shown_reason(opened: Any) -> str:
    """The reason on the card of the first place; a story may give it as a sentence too."""
    opened.page.locator("#place-rows .row").first.click()
    return str(opened.text("#place-card .reasons li"))


def with_reason(story: list[ParsedDocument], why: str) -> list[ParsedDocument]:
    first, *others = story[0].resolutions
    return [replace(story[0], resolutions=(replace(first, why=why), *others))]


@pytest.mark.parametrize("locale", ["de", "en-US"])
@pytest.mark.parametrize("clauses", REASONS)
def test_reasons_are_written_in_the_reader_s_language(
    open_page: Opener, story: list[ParsedDocument], clauses: tuple[Clause, ...], locale: str
) -> None:
    reason = Reason(*clauses)
    opened = open_page(with_reason(story, reason), locale=locale)
    said = shown_reason(opened)
    assert said.casefold() == (REASONS[clauses] if locale == "de" else str(reason)).casefold()


def test_reasons_of_others_stay_as_they_are(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(with_reason(story, "Because {n} said so."), locale="de")
    assert shown_reason(opened) == "Because {n} said so."


def test_reasons_call_the_country_as_the_page_does(
    open_page: Opener, story: list[ParsedDocument]
) -> None:
    reason = Reason(Clause("whyName", "Lviv", "Lviv (Ukraine)"))
    opened = open_page(with_reason(story, reason), locale="uk")
    said = shown_reason(opened)
    assert "Lviv" in said
    assert "Ukraine" not in said


def test_reasons_call_other_places_as_the_page_does(
    open_page: Opener, story: list[ParsedDocument]
) -> None:
    """Names that are quoted stay as they are."""
    reason = Reason(Clause("whyUnknown", "Ukraine"), Clause("whyWithin", "Ukraine"))
    opened = open_page(with_reason(story, reason), locale="uk")
    said = shown_reason(opened)
    assert said.count("Ukraine") == 1
    assert "Україна" in said


def test_every_clause_has_the_same_words_in_the_page() -> None:
    english = (files("geomap.page") / "script" / "words-en.js").read_text("utf-8")
    assert dict(re.findall(r"^    (why\w+): '(.*)',$", english, re.MULTILINE)) == CLAUSES
