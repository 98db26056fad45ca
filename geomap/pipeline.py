"""The pipeline: documents in, parsed documents out, one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from gazetteer import Gazetteer
from gazetteer.gathering import Progress
from geomap.corrections import Corrections, read_corrections
from geomap.documents import Document
from geomap.errors import DocumentError
from geomap.recognition.choosing import Choice, choose_recogniser
from geomap.recognition.given import given_mentions
from geomap.resolution import ParsedDocument, Resolver


class Parser:
    """Finds the places that documents mention.

    Parameters
    ----------
    gazetteer : Gazetteer
        Where names are looked up.
    corrections : Corrections, optional
        Decisions of an analyst that overrule what is found.
    recogniser : str or callable, optional
        What finds the mentions, instead of geomap's own recogniser: ``spacy:PIPELINE``, or a
        callable that takes a ``Document`` and returns mentions or (start, end) offsets.

    Examples
    --------
    >>> parser = Parser.open()
    >>> parsed = parser.parse(Document("1", "Shelling continued in Bachmut on Monday."))
    >>> [(r.mention.text, r.place.name) for r in parsed.resolutions]
    [('Bachmut', 'Bakhmut')]
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        corrections: Corrections | None = None,
        recogniser: Choice = None,
    ) -> None:
        self.gazetteer = gazetteer
        self._corrections = corrections
        self._find_mentions = choose_recogniser(recogniser, gazetteer.names)
        self._resolver = Resolver(gazetteer)

    @classmethod
    def open(
        cls,
        path: str | Path | None = None,
        *,
        corrections: str | Path | None = None,
        recogniser: Choice = None,
        progress: Progress = lambda stage, done: None,
    ) -> Parser:
        """Open a parser over a compiled gazetteer; without a path over the default one.

        Parameters
        ----------
        path : path, optional
            A compiled gazetteer.
        corrections : path, optional
            A table of corrections, see ``geomap.corrections.read_corrections``.
        recogniser : str or callable, optional
            What finds the mentions, see :class:`Parser`.
        progress : callable
            Told about the first run's compilation.

        Raises
        ------
        GazetteerFileError
            When the gazetteer cannot be opened.
        CorrectionError
            When the corrections make no sense.
        RecogniserError
            When there is no such recogniser.
        """
        gazetteer = Gazetteer.open(path, progress=progress)
        read = read_corrections(corrections, gazetteer.place) if corrections else None
        return cls(gazetteer, read, recogniser)

    def parse(self, document: Document) -> ParsedDocument:
        """Find and resolve the mentions of a document.

        A document that comes with ``given`` spans has just those resolved.

        Raises
        ------
        DocumentError
            When it is no `Document`, but a bare text.
        """
        if not isinstance(document, Document):
            kind = type(document).__name__
            raise DocumentError(f"a document is needed, not {kind}: write Document(id, text)")
        if document.given is not None:
            mentions = given_mentions(document, self.gazetteer.names)
        else:
            mentions = self._find_mentions(document)
        parsed = self._resolver.resolve(document, mentions)
        return self._corrections.apply(parsed) if self._corrections else parsed

    def parse_all(self, documents: Iterable[Document]) -> Iterator[ParsedDocument]:
        """Parse documents as they come, in order; never holds more than one."""
        return map(self.parse, documents)
