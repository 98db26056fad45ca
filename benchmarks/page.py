"""How fast pages render, open and filter, beside a plain folium map of the same mentions.

    python benchmarks/page.py [--no-folium] [--small | --documents FILE...]

Needs playwright and a Chromium. The mentions are made up: places of the shipped gazetteer drawn
with a fixed seed, two sentences each; or they are those that geomap finds in FILE.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gazetteer.place import Place
from gazetteer.shipped import read_table
from geomap.documents.document import Document
from geomap.page import render_page
from geomap.recognition.mention import Mention
from geomap.resolution.resolution import ParsedDocument, Resolution, RunnerUp

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
SENTENCE = "On {day} the convoy stopped in {name}, where the market had been closed for a week. "

#: Least scores that are asked for, one after the other.
SCORES = (50, 70, 60, 80, 0, 90, 40, 95, 30, 0)

#: Time until a change of a filter has been painted: two frames, the second after the first's paint.
FILTER = """async (code) => {
  const box = document.querySelector('#least-score');
  const started = performance.now();
  box.value = code; box.dispatchEvent(new Event('input'));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - started;
}"""

#: Median and 95th percentile of the time between frames while the map is dragged for a second.
DRAG = """async () => {
  const gaps = []; let last = 0;
  const note = (now) => { if (last) gaps.push(now - last); last = now;
    if (!window.done) requestAnimationFrame(note); };
  requestAnimationFrame(note);
  window.report = () => { window.done = true; gaps.sort((a, b) => a - b);
    return [gaps[gaps.length >> 1], gaps[Math.floor(gaps.length * 0.95)]]; };
}"""


def read_places(count: int) -> list[Place]:
    """The first ``count`` places of the table of cities."""
    rows = (line.split("\t") for line in read_table("cities"))
    header = next(rows)
    at = {name: number for number, name in enumerate(header)}
    places = []
    for row in rows:
        places.append(
            Place(
                row[at["id"]],
                row[at["name"]],
                row[at["country"]],
                "",
                "",
                "P",
                "PPL",
                float(row[at["lat"]]),
                float(row[at["lon"]]),
                int(row[at["population"]] or 0),
                0,
            )
        )
        if len(places) == count:
            break
    return places


def make_documents(documents: int, mentions: int, places: int) -> Iterator[ParsedDocument]:
    """Made-up documents with mentions spread over them."""
    chance = random.Random(5)
    known = read_places(places)
    for number in range(documents):
        text, found = "", []
        for index in range(number * mentions // documents, (number + 1) * mentions // documents):
            # Every place comes at least once; after that a few come often, as in the news.
            fresh = index < places
            place = known[index if fresh else int(places * chance.random() ** 3)]
            sentence = SENTENCE.format(day=chance.randint(1, 28), name=place.name)
            start = len(text) + sentence.index(place.name)
            text += sentence
            mention = Mention(start, start + len(place.name), place.name)
            rival = RunnerUp(known[chance.randrange(places)], 0.1)
            score = 0.3 + 0.7 * chance.random()
            found.append(Resolution(mention, place, score, "exact", "Recorded name.", (rival,)))
        day = f"2023-{1 + number % 12:02}-{1 + number % 28:02}"
        url = f"https://example.org/{number}"
        source = f"outlet-{number % 9}.example.org"
        yield ParsedDocument(
            Document(f"d{number}", text, f"Report {number}", url, source, day), tuple(found)
        )


def render_folium(parsed: list[ParsedDocument]) -> str:
    """The page people make now: one clustered popup marker for each mention."""
    import folium
    from folium.plugins import MarkerCluster

    page = folium.Map(location=[30, 10], zoom_start=2, tiles=None, maxZoom=18)
    cluster = MarkerCluster().add_to(page)
    for document in parsed:
        for one in document.resolutions:
            if one.place is None:
                continue
            low = max(0, one.mention.start - 60)
            quote = document.document.text[low : one.mention.end + 60]
            folium.Marker([one.place.lat, one.place.lon], popup=quote).add_to(cluster)
    html: str = page.get_root().render()
    return html


def open_ours(browser: Any, path: Path) -> dict[str, float]:
    """Seconds to a usable page, milliseconds for a filter, and for a frame while dragging."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    started = time.perf_counter()
    page.goto(path.as_uri(), wait_until="commit")
    page.wait_for_selector("html[data-ready]", timeout=120_000)
    opened = time.perf_counter() - started
    page.click("#filters-button")
    times = sorted(page.evaluate(FILTER, code) for code in SCORES)
    page.evaluate(DRAG)
    page.mouse.move(700, 500)
    page.mouse.down()
    for step in range(40):
        page.mouse.move(700 - 8 * step, 500 - 3 * step)
    page.mouse.up()
    median, slow = page.evaluate("window.report()")
    page.close()
    return {
        "opens_s": opened,
        "filter_ms": times[len(times) // 2],
        "slow_filter_ms": times[-1],
        "frame_ms": median,
        "slow_frame_ms": slow,
    }


def open_folium(browser: Any, path: Path, library: dict[str, str]) -> float:
    """Seconds until the clusters stand, with the libraries from disk instead of the net."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.route(
        re.compile("^https?:"),
        lambda route: route.fulfill(
            body=next((t for n, t in library.items() if route.request.url.endswith(n)), "")
        ),
    )
    started = time.perf_counter()
    page.goto(path.as_uri(), wait_until="commit")
    page.wait_for_selector(".marker-cluster", timeout=90_000)
    opened = time.perf_counter() - started
    page.close()
    return opened


def read_library() -> dict[str, str]:
    """What a folium map asks the net for, from the installed packages."""
    from importlib.resources import files

    leaflet = files("xstatic.pkg.leaflet") / "data"
    cluster = files("xstatic.pkg.leaflet_markercluster") / "data"
    return {
        "leaflet.js": (leaflet / "leaflet.js").read_text("utf-8"),
        "leaflet.css": (leaflet / "leaflet.css").read_text("utf-8"),
        "leaflet.markercluster.js": (cluster / "leaflet.markercluster.js").read_text("utf-8"),
        "MarkerCluster.css": (cluster / "MarkerCluster.css").read_text("utf-8"),
        "jquery-3.7.1.min.js": "window.$ = (html) => [new DOMParser().parseFromString(html, "
        "'text/html').body.firstChild];",
    }


def read_news(paths: list[str]) -> list[ParsedDocument]:
    """What geomap finds in some files."""
    from geomap import Parser
    from geomap.documents import read_documents

    def refuse(failure: Any) -> None:
        raise SystemExit(str(failure))

    return list(Parser.open().parse_all(read_documents(paths, on_error=refuse)))


def measure(browser: Any, parsed: list[ParsedDocument], with_folium: bool) -> None:
    """Print the figures for some documents."""
    mentions = sum(len(document.resolutions) for document in parsed)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "map.html")
        started = time.perf_counter()
        path.write_text(render_page(parsed), "utf-8")
        rendered = time.perf_counter() - started
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        figures = open_ours(browser, path)
        print(f"{len(parsed):,} documents, {mentions:,} mentions")
        print(f"  geomap  render {rendered:.1f} s, peak {memory:.0f} MB, file "
              f"{path.stat().st_size / 1e6:.2f} MB, "
              + ", ".join(f"{name} {value:.2f}" for name, value in figures.items()))  # fmt: skip
        if not with_folium:
            return
        started = time.perf_counter()
        path.write_text(render_folium(parsed), "utf-8")
        rendered = time.perf_counter() - started
        opened = open_folium(browser, path, read_library())
        print(f"  folium  render {rendered:.1f} s, file {path.stat().st_size / 1e6:.2f} MB, "
              f"opens_s {opened:.2f}")  # fmt: skip


def main() -> None:
    """Run from the command line."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--no-folium", action="store_true", help="leave the comparison away")
    parser.add_argument("--small", action="store_true", help="only the smaller size")
    parser.add_argument("--documents", nargs="+", metavar="FILE", help="real ones instead")
    arguments = parser.parse_args()
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    sizes = [(588, 5_000, 1_500), (10_000, 100_000, 20_000)][: 1 if arguments.small else 2]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS.split())
        if arguments.documents:
            measure(browser, read_news(arguments.documents), not arguments.no_folium)
        else:
            for size in sizes:
                measure(browser, list(make_documents(*size)), not arguments.no_folium)
        browser.close()


if __name__ == "__main__":
    main()
