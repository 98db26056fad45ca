"""Plain text: the text as it is."""

from __future__ import annotations

from geomap.documents.document import Document
from geomap.documents.encoding import decode
from geomap.documents.sources import SourceFile


def read_plain_text(data: bytes, file: SourceFile) -> Document:
    """Return a text file as a document; line ends become ``\\n``.

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
    >>> read_plain_text(b"Kyiv\\r\\nLviv", SourceFile("a.txt", "a.txt", "text")).text
    'Kyiv\\nLviv'
    """
    return Document(id=file.name, text=decode(data).replace("\r\n", "\n"))
