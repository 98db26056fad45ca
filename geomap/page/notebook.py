"""Maps that show themselves in a notebook."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Any

from geomap.documents.document import Document
from geomap.page.page import render_page, write_page
from geomap.resolution.resolution import ParsedDocument


@dataclass(frozen=True, slots=True)
class MapPage:
    """A rendered page; in Jupyter it displays itself, ``height`` pixels high.

    Examples
    --------
    >>> MapPage("<p>map</p>", height=300)._repr_html_()[:31]
    '<iframe srcdoc="&lt;p&gt;map&lt'
    """

    html: str
    height: int = 600

    def _repr_html_(self) -> str:
        style = f"width:100%;height:{self.height:d}px;border:0"
        return f'<iframe srcdoc="{escape(self.html)}" style="{style}" title="Map"></iframe>'

    def __repr__(self) -> str:
        return f"MapPage({len(self.html):,} characters of HTML)"

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the page to a file, whole or not at all.

        Raises
        ------
        OutputError
            When it cannot be written.
        """
        write_page(self.html, path)


def make_map(
    documents: Iterable[Document | ParsedDocument], *, height: int = 600, **choices: Any
) -> MapPage:
    """Make a map of documents.

    Parameters
    ----------
    documents : iterable of Document or ParsedDocument
        Documents are parsed with the default gazetteer; parsed ones are taken as they are.
    height : int
        Of the map in a notebook, in pixels.
    **choices
        Title, theme and so on, as for ``render_page``.

    Examples
    --------
    >>> make_map([Document("1", "Rain fell on Lviv.")], title="Rain").save("rain.html")
    ... # doctest: +SKIP
    """
    return MapPage(render_page(_parse(documents), **choices), height)


def _parse(documents: Iterable[Document | ParsedDocument]) -> Iterable[ParsedDocument]:
    from geomap.pipeline import Parser

    parser: Parser | None = None
    for one in documents:
        if isinstance(one, ParsedDocument):
            yield one
            continue
        parser = parser or Parser.open()
        yield parser.parse(one)
