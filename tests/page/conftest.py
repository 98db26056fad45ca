"""Made-up documents for the page, and a real browser to look at it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from gazetteer.place import Place
from geomap.documents.document import Document
from geomap.page import render_page, write_page
from geomap.recognition.mention import Mention, Role
from geomap.resolution.resolution import ParsedDocument, Resolution, RunnerUp

#: Headless, without the services that a browser starts on its own.
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)

LVIV = Place(
    "702550", "Lviv", "UA", "15", "", "P", "PPLA", 49.83826, 24.02324, 717803, 0, ("Ukraine",)
)
ODESA = Place(
    "698740", "Odesa", "UA", "17", "", "P", "PPLA", 46.48, 30.73, 1015826, 0, ("Ukraine",)
)
UKRAINE = Place("690791", "Ukraine", "UA", "00", "", "A", "PCLI", 49.0, 32.0, 44622516, 440)
PODILIA = Place("rgn:1", "Podilia", "UA", "", "", "L", "RGN", 49.0, 27.5, 0, 120, ("Ukraine",))


def resolve(
    text: str, name: str, place: Place | None, *, at: int = 0, score: float = 0.97,
    match: str = "exact", role: Role = "literal", why: str = "Recorded name.",
    rivals: tuple[RunnerUp, ...] = (),
) -> Resolution:  # fmt: skip
    """The resolution of the first ``name`` in ``text`` from ``at`` on."""
    start = text.index(name, at)
    mention = Mention(start, start + len(name), name, role=role)
    if place is None:
        return Resolution(mention, None, 0.0, "", "No place has a name like that.", rivals)
    return Resolution(mention, place, score, match, why, rivals)


def make_story() -> list[ParsedDocument]:
    """Two documents: spots, areas, an uncertain place, a demonym, an unresolved name."""
    first = (
        "The train left Lviv at dawn.\n\nUkrainian crews 🚂 waited in Odessa. Ukraine was quiet."
    )
    second = "Snow fell on Lviv - and on Podilia, too. Nobody in Zzyzxgrad saw it."
    return [
        ParsedDocument(
            Document("a", first, "Trains, again", "https://example.org/a", "Herald", "2023-05-23"),
            (
                resolve(first, "Lviv", LVIV),
                resolve(first, "Ukrainian", UKRAINE, role="demonym"),
                resolve(first, "Odessa", ODESA, match="variant", score=0.61, why="Near Lviv."),
                resolve(first, "Ukraine", UKRAINE, at=50),
            ),
        ),
        ParsedDocument(
            Document("b", second, "Snow", "javascript:alert(1)", "Wire", "2023-06-01"),
            (
                resolve(second, "Lviv", LVIV),
                resolve(second, "Podilia", PODILIA),
                resolve(second, "Zzyzxgrad", None, rivals=(RunnerUp(ODESA, 0.05),)),
            ),
        ),
    ]


@pytest.fixture
def story() -> list[ParsedDocument]:
    return make_story()


@lru_cache
def render(documents: tuple[ParsedDocument, ...], choices: tuple[tuple[str, Any], ...]) -> str:
    """Render each made-up story once for each look."""
    return render_page(documents, **dict(choices))


@dataclass
class Opened:
    """A page in the browser, with everything it asked for and said."""

    page: Any
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    def text(self, selector: str) -> str:
        return str(self.page.locator(selector).first.inner_text())


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api")
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    if executable is None:
        pytest.skip("no Chromium on this machine")
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=FLAGS.split())
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Render documents and open the file with the network cut."""
    contexts = []

    def opener(
        documents: list[ParsedDocument], width: int = 1440, locale: str = "en-US", **choices: Any
    ) -> Opened:
        path = tmp_path / "map.html"
        write_page(render(tuple(documents), tuple(choices.items())), path)
        context = browser.new_context(
            viewport={"width": width, "height": 844},
            offline=True,
            reduced_motion="reduce",
            locale=locale,
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        opened = Opened(context.new_page())
        opened.page.on("request", lambda request: opened.requests.append(request.url))
        opened.page.on("console", lambda message: opened.messages.append(message.text))
        opened.page.on("pageerror", lambda error: opened.messages.append(str(error)))
        opened.page.goto(path.as_uri())
        opened.page.wait_for_selector("html[data-ready]")
        return opened

    yield opener
    for context in contexts:
        context.close()
