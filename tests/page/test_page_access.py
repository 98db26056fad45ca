"""Open to everyone: axe finds nothing serious, in every look, size and language."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
from collections.abc import Callable
from typing import Any

import pytest

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
    [(1440, "light", "en-US"), (390, "dark", "en-US"), (1440, "dark", "ar"), (390, "light", "uk")],
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


REASONS = {
    "the name of Paris (Texas), likeliest of 21 namesakes; it lies in Texas, also named here":
        "der Name von Paris (Texas), der wahrscheinlichste von 21 gleichnamigen Orten; "
        "er liegt in Texas, hier ebenfalls genannt",
    "a recorded name of Kyiv; it lies 9 km from Brovary, also named here":
        "ein verzeichneter Name von Kyiv; 9 km von Brovary, hier ebenfalls genannt",
    "no place is recorded under this spelling; Lwow, a name of Lviv, is close to it":
        "Unter dieser Schreibung ist kein Ort verzeichnet; Lwow, ein Name von Lviv, "
        "ist ihr ähnlich",
    "no place is recorded as Mill Street; put at Bath (Maine), the likeliest place around, "
    "named here 3 times":
        "Kein Ort ist als Mill Street verzeichnet; gesetzt auf Bath (Maine), den "
        "wahrscheinlichsten Ort ringsum, hier 3-mal genannt",
    "no place is recorded as Bath High School; put at Bath (Maine), which is part of the name":
        "Kein Ort ist als Bath High School verzeichnet; gesetzt auf Bath (Maine), "
        "das Teil des Namens ist",
    "a word for the people of Syria": "ein Wort für die Bewohner von Syria",
    "the name of {n} {place}": "der Name von {n} {place}",
    "something new; it lies in wait": "something new; it lies in wait",
}  # fmt: skip


def test_reasons_are_the_reader_s_where_they_are_known(
    open_page: Opener, story: list[ParsedDocument]
) -> None:
    opened = open_page(story, locale="de")
    for english, german in REASONS.items():
        assert opened.page.evaluate("(why) => geomap.reason(why)", english) == german


def test_reasons_call_the_country_as_the_page_does(
    open_page: Opener, story: list[ParsedDocument]
) -> None:
    opened = open_page(story, locale="de")
    chosen = "{ name: 'Lviv', path: ['UA'], recorded: { name: 'Lviv', path: ['Ukraine'] } }"
    said = opened.page.evaluate(f"geomap.reason('the name of Lviv (Ukraine)', {chosen})")
    assert said == "der Name von Lviv (UA)"


def test_english_reasons_stay_as_they_are(open_page: Opener, story: list[ParsedDocument]) -> None:
    opened = open_page(story)
    for english in REASONS:
        assert opened.page.evaluate("(why) => geomap.reason(why)", english) == english
