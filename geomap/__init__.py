"""geomap: texts -> the places they mention -> one standalone HTML map.

Examples
--------
>>> import geomap
>>> parser = geomap.Parser.open()
>>> parsed = parser.parse(geomap.Document("1", "Rain fell on Lviv."))
>>> parsed.resolutions[0].place.country
'UA'
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geomap.documents import Document, read_documents
    from geomap.errors import DocumentError, GeomapError, OutputError, RecogniserError, TableError
    from geomap.frames import normalise
    from geomap.page import MapPage, make_map, render_page, write_page
    from geomap.pipeline import Parser
    from geomap.recognition.mention import Mention
    from geomap.resolution import ParsedDocument, Resolution

#: Where each public name lives; imported when first used, so that one command does not wait
#: for the libraries of another.
_HOMES = {
    "Document": "geomap.documents",
    "DocumentError": "geomap.errors",
    "GeomapError": "geomap.errors",
    "MapPage": "geomap.page",
    "Mention": "geomap.recognition.mention",
    "OutputError": "geomap.errors",
    "ParsedDocument": "geomap.resolution",
    "Parser": "geomap.pipeline",
    "RecogniserError": "geomap.errors",
    "Resolution": "geomap.resolution",
    "TableError": "geomap.errors",
    "normalise": "geomap.frames",
    "make_map": "geomap.page",
    "read_documents": "geomap.documents",
    "render_page": "geomap.page",
    "write_page": "geomap.page",
}

__all__ = [
    "Document",
    "DocumentError",
    "GeomapError",
    "MapPage",
    "Mention",
    "OutputError",
    "ParsedDocument",
    "Parser",
    "RecogniserError",
    "Resolution",
    "TableError",
    "make_map",
    "normalise",
    "read_documents",
    "render_page",
    "write_page",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'geomap' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
