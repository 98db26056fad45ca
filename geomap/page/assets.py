"""The page's own scripts and styles, and those of Leaflet from installed packages."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

#: Page scripts in the order they run; each adds its part to the one object ``geomap``.
SCRIPTS = (
    "words-en", "words-uk", "words-de", "words-fr", "words-es", "words-ar",
    "text", "reasons", "dom", "unpack", "filters", "timeline", "model", "state", "links",
    "geometry", "outline", "canvas", "labels", "names", "clusters", "basemap", "seas", "areas",
    "leaders", "rivals", "marks", "areanames", "markers", "map", "grow",
    "symbols", "quote", "places", "histogram", "choices", "filterpanel", "card", "documents",
    "reading", "corrections", "coordinates", "correcting", "address", "keyboard", "theme", "vector",
    "signs", "picture", "exports", "print", "menu", "tiles", "embed", "main",
)  # fmt: skip

STYLES = (
    "colours", "page", "list", "filters", "card", "reading", "map", "dialog", "phone",
    "embed", "print",
)  # fmt: skip

_LEAFLET = "xstatic.pkg.leaflet"

_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
_IMAGE = re.compile(r"url\([^)]*\)")


@cache
def read_library_script() -> str:
    """Leaflet with its licence notice and no reference to other files."""
    return _SOURCE_MAP.sub("", _read(_LEAFLET, "leaflet.js"))


@cache
def read_library_style() -> str:
    """Its styles; the page draws its own markers, so images are left out."""
    return _IMAGE.sub("none", _read(_LEAFLET, "leaflet.css"))


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
