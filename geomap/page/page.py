"""From parsed documents to one HTML file that needs nothing else."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from geomap.page.basemap import read_basemap
from geomap.page.block import write_block
from geomap.page.look import Look
from geomap.page.security import write_json
from geomap.page.story import Story
from geomap.page.towns import read_towns
from geomap.resolution.resolution import ParsedDocument
from geomap.writing import write_whole


def render_page(documents: Iterable[ParsedDocument], **choices: Any) -> str:
    """Render the map of some documents as one HTML page.

    The page makes no request and runs no script but its own, unless ``tiles`` are asked for.
    The same documents give the same bytes.

    Parameters
    ----------
    documents : iterable of ParsedDocument
        Taken one at a time; only what goes on the page is kept.
    **choices
        ``title``, ``subtitle``, ``theme``, ``full_text``, ``embed``, ``roles``, ``tiles`` and
        ``tiles_attribution``: see ``geomap.page.look.Look``. Without a title the page has that
        of the only document, or the number of them.

    Returns
    -------
    str
        HTML, to be written as UTF-8.

    Raises
    ------
    ValueError
        When a choice makes no sense.
    """
    from geomap.page.folium_map import build_page

    look = Look(**choices)
    story = Story(full_text=look.full_text)
    for parsed in documents:
        story.add(parsed)
    basemap = read_basemap(story.place_ids(), story.countries(), story.spots())
    data = story.data()
    data["key"] = _fingerprint(data)
    data["outlines"] = {
        id_: {"isArea": is_area, "lines": lines}
        for id_, (is_area, lines) in basemap.outlines.items()
    }
    data["look"] = look.data()
    title = data["look"]["title"] = look.data()["title"] or _only_title(data)
    blocks = [
        write_block("story", data),
        write_block("basemap", {**basemap.data, "towns": read_towns()}),
    ]
    return build_page(title or "geomap", blocks, look.image_host())


def write_page(html: str, path: str | os.PathLike[str]) -> None:
    """Write a page in one step: the file is whole or not there.

    Raises
    ------
    OutputError
        When the folder is missing or may not be written to.
    """
    write_whole(Path(path), [html])


def _only_title(data: dict[str, Any]) -> str:
    titles: list[str] = data["documents"]["title"]
    return titles[0] if len(titles) == 1 else ""


def _fingerprint(data: dict[str, Any]) -> str:
    """Names the content, so that corrections kept in a browser find the page they belong to."""
    texts = [data["documents"]["id"], data["passages"]["text"]]
    return hashlib.sha256(write_json(texts).encode("utf-8")).hexdigest()[:16]
