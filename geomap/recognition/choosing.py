"""Choosing a recogniser: geomap's own, a spaCy pipeline, or any callable of the caller's."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from geomap.documents import Document
from geomap.errors import RecogniserError
from geomap.recognition.mention import Mention
from geomap.recognition.names import NameIndex

#: Finds the mentions of a document, as mentions or as (start, end) code point offsets.
Finder = Callable[[Document], Iterable["Mention | tuple[int, int]"]]
#: What recognition is to be done by; None for geomap's own recogniser.
Choice = str | Finder | None
_SPACY = "spacy:"


def choose_recogniser(
    choice: Choice, names: NameIndex
) -> Callable[[Document], tuple[Mention, ...]]:
    """Return what finds the mentions of a document.

    Parameters
    ----------
    choice : str or callable, optional
        ``spacy:PIPELINE``, or a callable that takes a ``Document`` and returns mentions or
        pairs of offsets; geomap's own recogniser without.
    names : NameIndex
        The gazetteer's names, for geomap's own recogniser.

    Raises
    ------
    RecogniserError
        When there is no such recogniser, or the pipeline cannot be loaded.

    Examples
    --------
    >>> from geomap.recognition import NoNames
    >>> find = choose_recogniser(lambda document: [(8, 12)], NoNames())
    >>> find(Document("1", "Rain on Lviv"))[0].text
    'Lviv'
    """
    if choice is None:
        from geomap.recognition.recogniser import Recogniser

        return Recogniser.load(names).find_mentions
    if not isinstance(choice, str):
        return _Checked(choice)
    if not choice.startswith(_SPACY) or choice == _SPACY:
        raise RecogniserError(
            f"there is no recogniser {choice!r}; write spacy:PIPELINE, like spacy:en_core_web_sm"
        )
    from geomap.recognition.spacy_pipeline import SpacyRecogniser

    return SpacyRecogniser.load(choice.removeprefix(_SPACY)).find_mentions


class _Checked:
    """Makes ordered mentions that do not overlap of what a callable finds."""

    def __init__(self, finder: Finder) -> None:
        self._finder = finder

    def __call__(self, document: Document) -> tuple[Mention, ...]:
        mentions = [_make_mention(found, document) for found in self._finder(document)]
        return drop_overlaps(mentions)


def _make_mention(found: Mention | tuple[int, int], document: Document) -> Mention:
    """Return a mention of a document, whose text is what stands there."""
    start, end = (found.start, found.end) if isinstance(found, Mention) else found
    if not 0 <= start < end <= len(document.text):
        raise RecogniserError(
            f"the recogniser found {start}..{end} in {document.id!r}, "
            f"which has {len(document.text)} characters"
        )
    text = document.text[start:end]
    if not isinstance(found, Mention):
        return Mention(start, end, text)
    if found.text != text:
        raise RecogniserError(
            f"the recogniser found {found.text!r} at {start}..{end} of {document.id!r}, "
            f"where it says {text!r}"
        )
    return found


def drop_overlaps(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return mentions in order; of those that overlap the first, and the longest of these."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)
