"""HTML: the article of a page, without what surrounds it."""

from __future__ import annotations

import re

from geomap.documents.dates import iso_date
from geomap.documents.document import Document
from geomap.documents.encoding import decode
from geomap.documents.html_text import Page, read_page
from geomap.documents.sources import SourceFile

# HTML Living Standard, 4.2.5.4: the declaration is within the first 1024 bytes.
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_LINES = re.compile(r"\s*\n\s*")
# Finding the article takes seconds a megabyte, more when there are many paragraphs; a page
# larger than this is no article, and all of its text is taken.
_LARGEST = 4_000_000
# Dates are read from metadata only: guessed from anywhere in a page they are often those of a
# copyright note or of another article.
_DATE_OPTIONS = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}


def read_html(data: bytes, file: SourceFile) -> Document:
    """Return the article of a page as a document, paragraphs parted by an empty line.

    trafilatura (Barbaresi 2021, https://aclanthology.org/2021.acl-demo.15) finds the article,
    its title, date and canonical url; where it finds none, all text of the page is taken.

    Parameters
    ----------
    data : bytes
        The whole page; the encoding it declares counts when it is not UTF-8.
    file : SourceFile
        Where it comes from.

    Raises
    ------
    UnreadableError
        It is not text.
    """
    found = _CHARSET.search(data[:1024])
    html = decode(data, declared=found[1].decode("ascii") if found else "")
    html = _DECLARATION.sub("", html, count=1)
    page = read_page(html)
    article, date = (None, "") if len(html) > _LARGEST else _find_article(html)
    best = article or page
    return Document(
        id=file.name,
        text=best.text or page.text,
        title=best.title or page.title,
        url=next(filter(_is_web, (best.url, page.url)), ""),
        date=iso_date(date),
        language=_language(page.language),
    )


def _find_article(html: str) -> tuple[Page | None, str]:
    """Return the article and its date; neither when none is found."""
    # 0.3 s to import: only when there is a page to read.
    import trafilatura

    try:
        found = trafilatura.bare_extraction(
            html,
            with_metadata=True,
            include_comments=False,
            date_extraction_params=dict(_DATE_OPTIONS),
        )
    except RecursionError:
        return None, ""
    if found is None or isinstance(found, dict):
        return None, ""
    # A line of its text is a paragraph, a list item or a row of a table.
    text = _LINES.sub("\n\n", (found.text or "").replace("\xa0", " ").strip())
    return Page(text, found.title or "", url=found.url or ""), found.date or ""


def _is_web(url: str) -> bool:
    return url.startswith(("http://", "https://"))


def _language(declared: str) -> str:
    """Return the ISO 639-1 part of a language tag (RFC 5646), or an empty string."""
    primary = declared.strip().replace("_", "-").partition("-")[0].lower()
    return primary if len(primary) == 2 and primary.isascii() and primary.isalpha() else ""
