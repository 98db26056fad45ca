"""Mentions that the caller gives, instead of finding them."""

from __future__ import annotations

from geomap.documents import Document
from geomap.recognition.languages import READ_AS, guess_language
from geomap.recognition.mention import Mention
from geomap.recognition.names import NameIndex, NoNames
from geomap.recognition.recorded import list_forms


def given_mentions(document: Document, names: NameIndex | None = None) -> tuple[Mention, ...]:
    """Return the given spans of a document as mentions, in text order.

    Names in other languages than English come with the nominatives of ``names`` that they may stand
    for.

    Examples
    --------
    >>> given_mentions(Document("1", "Shelling of Bakhmut", given=((12, 19),)))[0].text
    'Bakhmut'
    """
    language = guess_language(document.text, document.language)
    language = "" if language == "en" else READ_AS.get(language, language)
    return tuple(
        _make_mention(document.text, start, end, language, names or NoNames())
        for start, end in sorted(document.given or ())
    )


def _make_mention(text: str, start: int, end: int, language: str, names: NameIndex) -> Mention:
    written = text[start:end]
    forms = list_forms(written, language, names) if language else ()
    return Mention(start, end, written, forms=forms, language=language)
