"""A spaCy pipeline as recogniser; spaCy itself is an extra (``pip install
'geomap-mentions[spacy]'``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geomap.documents import Document
from geomap.errors import RecogniserError
from geomap.recognition.choosing import drop_overlaps
from geomap.recognition.coordinates import find_coordinates
from geomap.recognition.lexicons import is_demonym
from geomap.recognition.mention import Mention

if TYPE_CHECKING:
    from spacy.language import Language

#: Entity labels that are places: OntoNotes (English pipelines) and WikiNER (most others).
_PLACES = frozenset(("GPE", "LOC", "FAC", "LOCATION", "PLACE"))
#: Nationalities, but also parties and religions: those count that are demonyms.
_PEOPLES = "NORP"
#: Components that named entities do without.
_UNUSED = ("tagger", "parser", "attribute_ruler", "lemmatizer")
_ARTICLE = "the "


class SpacyRecogniser:
    """Finds places with a spaCy pipeline, and written coordinates as geomap does.

    Examples
    --------
    >>> recogniser = SpacyRecogniser.load("en_core_web_sm")  # doctest: +SKIP
    >>> recogniser.find_mentions(Document("1", "Rain fell on Lviv."))[0].text  # doctest: +SKIP
    'Lviv'
    """

    def __init__(self, pipeline: Language) -> None:
        self._pipeline = pipeline

    @classmethod
    def load(cls, name: str) -> SpacyRecogniser:
        """Return the recogniser of an installed pipeline, or of one in a folder.

        Raises
        ------
        RecogniserError
            When spaCy or the pipeline is not installed.
        """
        try:
            import spacy
        except ImportError as error:
            raise RecogniserError(
                f"spacy:{name} needs spaCy: pip install 'geomap-mentions[spacy]'"
            ) from error
        try:
            return cls(spacy.load(name, exclude=_UNUSED))
        except (OSError, ImportError) as error:
            raise RecogniserError(
                f"spaCy has no pipeline {name!r}; install it: python -m spacy download {name}"
            ) from error

    def find_mentions(self, document: Document) -> tuple[Mention, ...]:
        """Return the mentions of a document in order of their start; none overlap."""
        text = document.text
        self._pipeline.max_length = max(self._pipeline.max_length, len(text) + 1)
        found = find_coordinates(text)
        for entity in self._pipeline(text).ents:
            start, name = entity.start_char, entity.text
            if name.lower().startswith(_ARTICLE):
                start, name = start + len(_ARTICLE), name[len(_ARTICLE) :]
            if is_demonym(name) and entity.label_ in (*_PLACES, _PEOPLES):
                found.append(Mention(start, entity.end_char, name, role="demonym"))
            elif entity.label_ in _PLACES and name.strip():
                found.append(Mention(start, entity.end_char, name))
        return drop_overlaps(found)
