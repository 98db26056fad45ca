"""All text of an HTML page, and what its head says, whatever state the page is in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

# Elements that start a new block (HTML Living Standard, 15.3 "Flow content" and lists, tables).
_BLOCKS = frozenset(
    """
    address article aside blockquote body br caption center dd details dialog div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p
    pre section summary table tbody td tfoot th thead tr ul
    """.split()
)
_UNSEEN = frozenset({"script", "style", "template", "noscript", "head", "iframe", "object", "svg"})
_SPACE = re.compile(r"[ \t\r\n\f\v\xa0]+")


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its text, paragraphs parted by an empty line, and what its head says."""

    text: str
    title: str = ""
    language: str = ""
    url: str = ""


def read_page(html: str) -> Page:
    """Return all text of a page, navigation and all; never fails, however broken the page.

    The parser reports tags as they come and builds no tree, so neither a hundred thousand
    nested elements nor a line of 50 MB matter.

    Examples
    --------
    >>> read_page("<title>News</title><p>Kyiv<br>and <b>Lviv</b><script>x</script>").text
    'Kyiv\\n\\nand Lviv'
    """
    from lxml import etree

    if not html.strip():
        return Page("")
    collector = _Collector()
    # A declared encoding would be believed over the text being a str already.
    parser = etree.HTMLParser(target=collector, huge_tree=True, encoding="utf-8")
    etree.fromstring(html.encode("utf-8", errors="replace"), parser)
    return collector.page()


@dataclass(slots=True)
class _Collector:
    """Gathers text between tags; the interface is that of an lxml parser target."""

    blocks: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    language: str = ""
    url: str = ""
    unseen: int = 0
    in_title: bool = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in _BLOCKS:
            self._end_block()
        self.unseen += tag in _UNSEEN
        self.in_title = tag == "title" and not self.title
        if tag == "html":
            self.language = attributes.get("lang", "")
        elif tag == "link" and attributes.get("rel", "").lower() == "canonical":
            self.url = self.url or attributes.get("href", "")

    def end(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._end_block()
        self.unseen -= tag in _UNSEEN
        self.in_title = False

    def data(self, text: str) -> None:
        if self.in_title:
            self.title.append(text)
        elif self.unseen <= 0:
            self.pieces.append(text)

    def close(self) -> None:
        self._end_block()

    def page(self) -> Page:
        title = _SPACE.sub(" ", "".join(self.title)).strip()
        return Page("\n\n".join(self.blocks), title, self.language, self.url)

    def _end_block(self) -> None:
        block = _SPACE.sub(" ", "".join(self.pieces)).strip()
        self.pieces.clear()
        if block:
            self.blocks.append(block)
