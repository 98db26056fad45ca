"""The pipeline: documents in, parsed documents out, one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from gazetteer import Gazetteer
from gazetteer.compiler import Progress
from geomap.documents import Document
from geomap.recognition import Recogniser
from geomap.recognition.mention import Mention
from geomap.resolution import ParsedDocument, Resolver


class Parser:
    """Finds the places that documents mention.

    Parameters
    ----------
    gazetteer : Gazetteer
        Where names are looked up.

    Examples
    --------
    >>> parser = Parser.open()
    >>> parsed = parser.parse(Document("1", "Shelling continued in Bachmut on Monday."))
    >>> [(r.mention.text, r.place.name) for r in parsed.resolutions]
    [('Bachmut', 'Bakhmut')]
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._recogniser = Recogniser.load(gazetteer.names)
        self._resolver = Resolver(gazetteer)

    @classmethod
    def open(
        cls, path: str | Path | None = None, *, progress: Progress = lambda stage, done: None
    ) -> Parser:
        """Open a parser over a compiled gazetteer; without a path over the default one.

        Raises
        ------
        GazetteerFileError
            When the gazetteer cannot be opened.
        """
        return cls(Gazetteer.open(path, progress=progress))

    def parse(self, document: Document) -> ParsedDocument:
        """Find and resolve the mentions of a document.

        A document that comes with ``given`` spans has just those resolved.
        """
        if document.given is not None:
            mentions = _given_mentions(document)
        else:
            mentions = self._recogniser.find_mentions(document)
        return self._resolver.resolve(document, mentions)

    def parse_all(self, documents: Iterable[Document]) -> Iterator[ParsedDocument]:
        """Parse documents as they come, in order; never holds more than one."""
        return map(self.parse, documents)


def _given_mentions(document: Document) -> tuple[Mention, ...]:
    spans = sorted(document.given or ())
    return tuple(Mention(start, end, document.text[start:end]) for start, end in spans)
