"""The recogniser: finds the mentions of places in documents."""

from __future__ import annotations

from pathlib import Path

from geomap.documents.document import Document
from geomap.recognition.clusters import WordTable, read_words
from geomap.recognition.coordinates import find_coordinates
from geomap.recognition.gazetteer_finder import GazetteerFinder
from geomap.recognition.languages import guess_language
from geomap.recognition.mention import Mention
from geomap.recognition.model import Model, judge_margin, read_model
from geomap.recognition.named import Named, join_labels
from geomap.recognition.names import NameIndex
from geomap.recognition.propagation import settle_names
from geomap.recognition.roles import RoleJudge, read_weights
from geomap.recognition.tagger import Tagger
from geomap.recognition.tokens import Tokens, split_tokens
from geomap.recognition.widening import widen_names

_FOLDER = Path(__file__).parent / "model"
#: The model that is used unless another is asked for; ``model/README.md`` says what each
#: was trained on.
DEFAULT_MODEL = "corpora"
#: Less likely mentions are dropped. F1 is best near half the F1 reached (Lipton et al. 2014).
_LEAST_CONFIDENCE = 0.47


class Recogniser:
    """Finds places, demonyms and written coordinates in documents.

    English goes through a trained tagger, other languages through
    :class:`~geomap.recognition.gazetteer_finder.GazetteerFinder`.

    Examples
    --------
    >>> from geomap.recognition import NoNames, Recogniser
    >>> recogniser = Recogniser.load(NoNames())
    >>> recogniser.find_mentions(Document("1", "Shots at 48.5942 N 37.9989 E."))[0].lat
    48.5942
    """

    def __init__(self, model: Model, table: WordTable, names: NameIndex) -> None:
        self._model = model
        self._tagger = Tagger(model, table, names)
        self._finder = GazetteerFinder(names, table)
        self._table = table
        self._names = names
        self._roles = RoleJudge(read_weights(_FOLDER / "roles.tsv"), table, names)

    @classmethod
    def load(cls, names: NameIndex, model: str = DEFAULT_MODEL) -> Recogniser:
        """Return a recogniser with a shipped model, ``open`` or ``corpora``.

        Raises
        ------
        FileNotFoundError
            When there is no such model.
        """
        return cls(read_model(_FOLDER / f"{model}.bin"), read_words(_FOLDER / "words.bin"), names)

    def find_mentions(self, document: Document) -> tuple[Mention, ...]:
        """Return the mentions of a document in order of their start; none overlap."""
        text = document.text
        coordinates = find_coordinates(text)
        language = guess_language(text, document.language)
        if language == "en":
            found = self._read_english(text)
        else:
            found = self._finder.find_mentions(text, language)
        taken = [(c.start, c.end) for c in coordinates]
        places = [m for m in found if not any(m.start < e and m.end > s for s, e in taken)]
        return tuple(sorted([*coordinates, *places], key=lambda m: m.start))

    def find_names(self, text: str) -> tuple[Tokens, list[Named]]:
        """Return the words of an English text and the places and demonyms among them."""
        tokens = split_tokens(text)
        names = join_labels(self._tagger.tag(tokens))
        names = settle_names(tokens, names, self._table, self._names)
        return tokens, widen_names(tokens, names, self._names)

    def _read_english(self, text: str) -> list[Mention]:
        tokens, names = self.find_names(text)
        mentions = [self._make_mention(text, tokens, name) for name in names]
        return [m for m in mentions if m.confidence >= _LEAST_CONFIDENCE and _has_letters(m.text)]

    def _make_mention(self, text: str, tokens: Tokens, name: Named) -> Mention:
        start, end = tokens.starts[name.first], tokens.ends[name.end - 1]
        role = self._roles.find_role(tokens, name)
        confidence = judge_margin(name.margin, self._model.confidence[name.kind])
        return Mention(start, end, text[start:end], "place", role, round(confidence, 3))


def _has_letters(text: str) -> bool:
    """Whether there are two letters at least: a mark or an initial is no place."""
    return sum(c.isalpha() for c in text) > 1
