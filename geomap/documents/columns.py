"""Which column of a table, or field of a JSON object, holds what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from geomap.documents.failure import UnreadableError

# The likeliest name first. Compared without case, spaces, hyphens and underscores.
_USUAL_NAMES = {
    "text": (
        *("text", "fulltext", "articletext", "body", "articlebody", "content", "maintext"),
        *("article", "story", "post", "tweet", "message", "paragraph", "sentence", "notes"),
        *("description", "texte", "texto", "текст", "النص"),
    ),
    "id": ("id", "docid", "documentid", "articleid", "eventid", "eventidcnty", "guid", "uuid"),
    "title": ("title", "headline", "heading", "subject", "titel", "titre", "titulo", "заголовок"),
    "url": ("url", "link", "canonicalurl", "articleurl", "sourceurl", "permalink", "href", "uri"),
    "source": (
        *("source", "sourcename", "outlet", "publisher", "publication", "newspaper", "sitename"),
        *("quelle", "fuente", "джерело", "источник"),
    ),
    "date": (
        *("date", "published", "publishedat", "publisheddate", "datepublished", "publishdate"),
        *("publicationdate", "pubdate", "eventdate", "datetime", "timestamp", "createdat"),
        *("created", "datum", "fecha", "дата"),
    ),
}


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of the columns to read; an empty name means "guess it".

    Examples
    --------
    >>> Columns(text="main story").text
    'main story'
    """

    text: str = ""
    id: str = ""
    title: str = ""
    url: str = ""
    source: str = ""
    date: str = ""


def choose_columns(names: Iterable[str], wanted: Columns) -> Columns:
    """Return the columns to read among ``names``; empty where there is none.

    Parameters
    ----------
    names : iterable of str
        The columns there are.
    wanted : Columns
        What the caller asked for. A name is compared as it stands, then without case; an
        empty one is replaced by the first usual name that is there.

    Raises
    ------
    UnreadableError
        No column holds the text; the message lists the columns there are.

    Examples
    --------
    >>> choose_columns(["ID", "Headline", "Body"], Columns())
    Columns(text='Body', id='ID', title='Headline', url='', source='', date='')
    """
    there = list(names)
    chosen = Columns(**{role: _choose(there, role, wanted) for role in _USUAL_NAMES})
    if not chosen.text:
        raise UnreadableError(_no_text_column(wanted), _list_columns(there, "text"))
    return chosen


def require_columns(chosen: Columns, names: Iterable[str], wanted: Columns) -> None:
    """Raise `UnreadableError` when a column the caller named is not there."""
    for column in fields(wanted):
        name = getattr(wanted, column.name)
        if name and not getattr(chosen, column.name):
            hint = _list_columns(names, column.name)
            raise UnreadableError(f"there is no column {name!r}", hint)


def _choose(names: list[str], role: str, wanted: Columns) -> str:
    asked = getattr(wanted, role)
    if asked and asked in names:
        return str(asked)
    folded: dict[str, str] = {}
    for name in names:
        folded.setdefault(_fold(name), name)
    usual = (_fold(asked),) if asked else _USUAL_NAMES[role]
    return next((folded[name] for name in usual if name in folded), "")


def _fold(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _no_text_column(wanted: Columns) -> str:
    return f"there is no column {wanted.text!r}" if wanted.text else "no column looks like the text"


def _list_columns(names: Iterable[str], role: str) -> str:
    listed = [name[:40] for name in names if name][:20]
    return f"name it with --{role}-column; there are: {', '.join(listed) or 'none'}"
