"""Markdown: front matter to metadata, the rest to the text a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from geomap.documents.dates import iso_date
from geomap.documents.document import Document
from geomap.documents.encoding import decode
from geomap.documents.html_text import read_page
from geomap.documents.sources import SourceFile

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(
    r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_FIELD = re.compile(r"^([A-Za-z_][\w -]*?)[ \t]*:[ \t]+(.*?)[ \t]*$", re.MULTILINE)
# Parsing takes about five seconds a megabyte; what is larger is no article but a dump.
_LARGEST = 1_000_000
# The parser drops what is nested deeper; its own limit of 20 is less than long e-mail threads.
_DEEPEST = 60


def read_markdown(data: bytes, file: SourceFile) -> Document:
    """Return a Markdown file (CommonMark with tables) as a document.

    Title, date and url are taken from front matter (``key: value`` lines between two ``---``),
    the title else from the first heading. Links keep their text, code its content, and blocks
    are parted by an empty line. A file of more than 1 million characters keeps its marks.

    Parameters
    ----------
    data : bytes
        The whole file, in any encoding that can be told.
    file : SourceFile
        Where it comes from.

    Raises
    ------
    UnreadableError
        It is not text.

    Examples
    --------
    >>> source = SourceFile("a.md", "a.md", "markdown")
    >>> document = read_markdown(b"# Front\\n\\nIn [Kyiv](https://kyiv.ua)", source)
    >>> document.title, document.text
    ('Front', 'Front\\n\\nIn Kyiv')
    """
    fields, body = split_front_matter(decode(data).replace("\r\n", "\n"))
    heading, text = ("", body) if len(body) > _LARGEST else _render(body)
    return Document(
        id=file.name,
        text=text,
        title=fields.get("title") or heading,
        url=fields.get("url") or fields.get("link") or fields.get("canonical") or "",
        date=iso_date(fields.get("date") or fields.get("published") or ""),
    )


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """Return the ``key: value`` lines before the text, keys in lower case, and the text.

    Only what YAML and plain habit agree on is read: one line a key, quotes taken off.

    Examples
    --------
    >>> split_front_matter("---\\ntitle: 'Front'\\n---\\nKyiv")
    ({'title': 'Front'}, 'Kyiv')
    """
    found = _FRONT_MATTER.match(text)
    if not found:
        return {}, text
    pairs = _FIELD.findall(found[1])
    return {key.lower(): _unquote(value) for key, value in pairs}, text[found.end() :]


def _unquote(value: str) -> str:
    quoted = len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _render(text: str) -> tuple[str, str]:
    """Return the first heading and the readable text."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    tokens = parser.parse(text)
    pairs = pairwise(tokens)
    heading = next((_inline(token) for before, token in pairs if before.type == "heading_open"), "")
    blocks = [block for token in tokens if (block := _block(token).strip("\n"))]
    return heading, "\n\n".join(blocks) or text


def _block(token: Token) -> str:
    if token.type == "inline":
        return _inline(token)
    if token.type == "html_block":
        return read_page(token.content).text
    return token.content if token.type in ("fence", "code_block") else ""


def _inline(token: Token) -> str:
    return "".join(_spans(token.children or ())).strip()


def _spans(tokens: Iterable[Token]) -> Iterable[str]:
    for token in tokens:
        if token.type == "softbreak":
            # A name broken over two lines is one name.
            yield " "
        elif token.type == "hardbreak":
            yield "\n"
        elif token.type != "html_inline":
            yield token.content
