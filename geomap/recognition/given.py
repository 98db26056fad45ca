"""Mentions that the caller gives, instead of finding them."""

from __future__ import annotations

from geomap.documents import Document
from geomap.recognition.mention import Mention


def given_mentions(document: Document) -> tuple[Mention, ...]:
    """Return the given spans of a document as mentions, in text order.

    Examples
    --------
    >>> given_mentions(Document("1", "Shelling of Bakhmut", given=((12, 19),)))[0].text
    'Bakhmut'
    """
    spans = sorted(document.given or ())
    return tuple(Mention(start, end, document.text[start:end]) for start, end in spans)
