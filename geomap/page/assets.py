"""The page's own scripts and styles, and those of Leaflet from installed packages."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

#: Page scripts in the order they run; each adds its part to the one object ``geomap``.
SCRIPTS = (
    "text", "dom", "unpack", "model", "state", "links", "geometry", "canvas", "labels", "basemap",
    "areas", "markers", "map", "grow", "symbols", "quote", "places", "card", "documents", "reading",
    "address", "keyboard", "theme", "main",
)  # fmt: skip

STYLES = ("colours", "page", "list", "card", "reading", "map", "phone")

_LEAFLET = "xstatic.pkg.leaflet"
_CLUSTER = "xstatic.pkg.leaflet_markercluster"

#: The minified file of MarkerCluster comes without its notice.
_CLUSTER_NOTICE = """/* @preserve
 * Leaflet.markercluster, clustering for Leaflet. https://github.com/Leaflet/Leaflet.markercluster
 * (c) 2012-2017 Dave Leaver, smartrak. MIT licence.
 */
"""

_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
_IMAGE = re.compile(r"url\([^)]*\)")


@cache
def read_library_script() -> str:
    """Leaflet and MarkerCluster, with their licence notices and no reference to other files."""
    leaflet = _read(_LEAFLET, "leaflet.js")
    cluster = _CLUSTER_NOTICE + _read(_CLUSTER, "leaflet.markercluster.js")
    return _SOURCE_MAP.sub("", f"{leaflet}\n;{cluster}\n")


@cache
def read_library_style() -> str:
    """The styles of both; the page draws its own markers, so images are left out."""
    style = _read(_LEAFLET, "leaflet.css") + _read(_CLUSTER, "MarkerCluster.css")
    return _IMAGE.sub("none", style)


@cache
def read_page_script() -> str:
    """The page's own scripts, joined."""
    folder = files("geomap.page") / "script"
    return "\n".join((folder / f"{name}.js").read_text("utf-8") for name in SCRIPTS)


@cache
def read_page_style() -> str:
    """The page's own styles, joined."""
    folder = files("geomap.page") / "style"
    return "\n".join((folder / f"{name}.css").read_text("utf-8") for name in STYLES)


@cache
def read_page_body() -> str:
    """The elements of the page around the map."""
    return (files("geomap.page") / "body.html").read_text("utf-8")


def _read(package: str, name: str) -> str:
    return (files(package) / "data" / name).read_text("utf-8")
