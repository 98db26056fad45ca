"""Judging answers against gold, document by document."""

from __future__ import annotations

from collections.abc import Iterable

from geomap.evaluation.figures import Figures, Tally
from geomap.evaluation.gold import GoldDocument
from geomap.evaluation.mistakes import Mistake, MistakeKind, Mistakes
from geomap.evaluation.pairing import compare
from geomap.evaluation.placed import PlacedSpan
from geomap.evaluation.predictions import Answers


class Evaluation:
    """What was right and wrong in the documents added so far.

    Examples
    --------
    >>> from geomap import Document
    >>> kyiv = PlacedSpan(8, 12, 50.45, 30.52)
    >>> evaluation = Evaluation()
    >>> evaluation.add(GoldDocument(Document("1", "Rain on Kyiv"), (kyiv,)), [])
    >>> evaluation.figures().r, [mistake.text for mistake in evaluation.worst("missed")]
    (0.0, ['Kyiv'])
    """

    def __init__(self) -> None:
        self._tally = Tally()
        self._mistakes = Mistakes()

    def add(self, gold: GoldDocument, answers: Iterable[PlacedSpan]) -> None:
        """Judge the answers for one document, in whatever order they are."""
        comparison = compare(gold.toponyms, answers)
        self._tally.add(comparison)
        self._mistakes.add(gold.document, comparison)

    def figures(self) -> Figures:
        """Return the figures over all documents added."""
        return self._tally.figures()

    def worst(self, kind: MistakeKind, most: int = 10) -> list[Mistake]:
        """Return the worst mistakes of a kind.

        Parameters
        ----------
        kind : str
            ``wrong place`` (more than 161 km off), ``unresolved`` (found but not placed),
            ``missed`` or ``spurious``.
        most : int
            How many at most.
        """
        return self._mistakes.worst(kind, most)

    def total(self, kind: MistakeKind) -> int:
        """Return how many mistakes of a kind were made."""
        return self._mistakes.totals[kind]


def evaluate(documents: Iterable[GoldDocument], answers: Answers) -> Evaluation:
    """Judge a parser on annotated documents, as a stream.

    Parameters
    ----------
    documents : iterable of GoldDocument
        As `read_gold` gives them.
    answers : callable
        Gives the answers for a document, as `parser_answers` and `file_answers` return it.
    """
    evaluation = Evaluation()
    for gold in documents:
        evaluation.add(gold, answers(gold))
    return evaluation
