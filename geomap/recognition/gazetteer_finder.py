"""Finds places in languages the tagger was not trained for, by looking names up.

Capitalised words (Cyrillic, Greek, Latin) or any words (scripts without case) are looked up,
with the endings of cases and the prefixes of Arabic and Hebrew taken off. How well known a place
must be depends on what stands around its name, and on what the text says of it elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from geomap.recognition.acceptance import find_confidence, is_enough, is_odd
from geomap.recognition.clusters import FIRST_NAME, WordTable
from geomap.recognition.common_words import is_common
from geomap.recognition.cues import JOINS, Cue, CueReader
from geomap.recognition.finer_tokens import (
    split_elisions,
    split_particles,
    split_stops,
    split_suffixes,
)
from geomap.recognition.languages import READ_AS
from geomap.recognition.mention import Mention
from geomap.recognition.names import NameIndex
from geomap.recognition.recorded import RecordedName, find_recorded
from geomap.recognition.shouting import lower_shouts
from geomap.recognition.signs import find_signs
from geomap.recognition.tokens import Tokens, split_tokens
from geomap.recognition.vocabulary import Vocabulary, load_vocabulary

#: Languages that join articles and "de" to the next word: "l'Allemagne", "d'Avignon".
_ELIDING = frozenset(("fr", "it"))
#: First names are no such that everybody knows as a place, and a city is one behind "z" or "de"
#: though a team or a person of the text is called like it.
_EVERYBODY_KNOWS, _CITY = 6.5, 4.8
#: What French makes of a preposition and the article of a name: "du Havre".
_JOINED_ARTICLES = {"du": "Le", "au": "Le", "des": "Les", "aux": "Les"}
_LONGEST_TOLD = 3
#: A place beside which others without record are listed has fewer people; such have more letters,
#: and prepositions may be said again before them.
_SMALL, _FEWEST = 5.0, 3
_IN_LISTS = ("à", "de", "d'", "en", "a", "di", "в", "у", "w", "we", "v")


class GazetteerFinder:
    """Finds mentions by looking words up in a :class:`~geomap.recognition.names.NameIndex`."""

    def __init__(self, names: NameIndex, table: WordTable) -> None:
        self._names = names
        self._table = table

    def find_mentions(self, text: str, language: str) -> list[Mention]:
        """Return the mentions of a text, in order, none overlapping."""
        if language in ("zh", "ja"):
            return list(find_signs(text, self._names))
        vocabulary = load_vocabulary(READ_AS.get(language, language))
        tokens = self._split(text, vocabulary)
        found = list(self._scan(tokens, vocabulary))
        placed = {name.forms[0] for name, cue in found if cue in (Cue.PLACE, Cue.TOLD)}
        persons = {form for name, cue in found if cue is Cue.PERSON for form in name.forms}
        kept = [
            (name, cue)
            for name, cue in found
            if cue is Cue.TOLD
            or _says_place(tokens, name, cue, vocabulary, placed)
            or (
                not (name.forms[0] in persons - placed and _may_be_theirs(name, cue))
                and is_enough(tokens.words[name.first], name, cue, vocabulary)
            )
        ]
        return [_mention(text, tokens, name, cue, vocabulary.language) for name, cue in kept]

    def _split(self, text: str, vocabulary: Vocabulary) -> Tokens:
        tokens = split_stops(split_tokens(text))
        if vocabulary.language in _ELIDING:
            tokens = split_elisions(tokens)
        if vocabulary.language == "tr":
            tokens = split_suffixes(tokens)
        if vocabulary.language == "ko":
            tokens = split_particles(tokens)
        if vocabulary.caseless:
            return tokens
        return lower_shouts(tokens, self._names, vocabulary.placing)

    def _scan(self, tokens: Tokens, vocabulary: Vocabulary) -> Iterator[tuple[RecordedName, Cue]]:
        """Yield the recorded names of a text with their cues, accepted or not."""
        cues = CueReader(tokens, vocabulary, self._is_first_name)
        i = last_end = 0
        small = False
        placed: set[str] = set()
        while i < len(tokens):
            name = find_recorded(tokens, i, vocabulary, self._names)
            told = find_told(tokens, i, vocabulary)
            if small and not (told or name):
                told = find_listed(tokens, i, last_end, vocabulary)
            if told and not (name and is_enough(tokens.words[i], name, Cue.PLACE, vocabulary)):
                yield told, Cue.TOLD
                i = last_end = told.end
                continue
            if name is None:
                i += 1
                continue
            cue = cues.read(name, last_end)
            if cue in (Cue.BARE, Cue.WEAK) and self._has_article(tokens, name):
                cue = Cue.PLACE
            yield name, cue
            enough = is_enough(tokens.words[i], name, cue, vocabulary)
            if enough or _says_place(tokens, name, cue, vocabulary, placed):
                i = last_end = name.end
                small = name.prior < _SMALL
                if cue is Cue.PLACE:
                    placed.add(name.forms[0])
            else:
                # "La Unión" is no town here, but the "Unión Europea" is named.
                i = i + 1 if vocabulary.is_stop(tokens, i) else name.end

    def _has_article(self, tokens: Tokens, name: RecordedName) -> bool:
        """Whether an article before a name belongs to it: "la rade du Havre"."""
        article = _JOINED_ARTICLES.get(tokens.words[name.first - 1].lower()) if name.first else None
        if article is None:
            return False
        whole = " ".join([article, *tokens.words[name.first : name.end]])
        return self._names.main_prior(whole) is not None

    def _is_first_name(self, word: str) -> bool:
        """Whether a word is a first name, and no name of a place that people write of."""
        if not self._table.find_flags(word.lower()) & FIRST_NAME:
            return False
        prior = self._names.top_prior(word)
        return prior is None or prior < _EVERYBODY_KNOWS


def find_told(tokens: Tokens, at: int, vocabulary: Vocabulary) -> RecordedName | None:
    """Return the name that is not recorded of what a text calls a village: "посёлок Ростоши"."""
    words, end = tokens.words, at
    # "El pueblo Maya" is a people.
    kind = at - 2 if vocabulary.links else at - 1
    if kind < 0 or tokens.opens[at] or vocabulary.lower(words[kind]) not in vocabulary.villages:
        return None
    if vocabulary.links and words[at - 1].lower() not in vocabulary.links:
        return None
    if vocabulary.caseless:
        is_name = words[at][:1].isalpha() and not vocabulary.is_stop(tokens, at)
        # "عيتا الشعب"; what ends in ة agrees with the word for village.
        behind = words[at + 1] if at + 1 < len(words) else ""
        end = at + 1 + (behind.startswith("ال") and not behind.endswith("ة"))
        return _tell(tokens, at, end) if is_name else None
    while end < min(len(words), at + _LONGEST_TOLD) and words[end].istitle():
        if (end > at and tokens.opens[end]) or is_common(words[end], vocabulary.language):
            break
        end += 1
    return _tell(tokens, at, end) if end > at else None


def find_listed(
    tokens: Tokens, at: int, last_end: int, vocabulary: Vocabulary
) -> RecordedName | None:
    """Return a word of no record that goes on a list of places: "Solenzo et Bourasso".

    ``last_end`` is where a place ended that is no capital: beside those ministers are named too,
    and behind a comma who did what there.
    """
    words = tokens.words
    between = [word.lower() for word in words[last_end:at]]
    if not last_end or not between or vocabulary.nouns or vocabulary.caseless:
        return None
    if between[0] not in JOINS - {",", "-"} or between[1:] not in (
        [],
        *([link] for link in _IN_LISTS),
    ):
        return None
    is_name = words[at].istitle() and len(words[at]) > _FEWEST and not tokens.opens[at]
    alone = at + 1 == len(words) or not (words[at + 1][:1].isupper() or words[at + 1] == "-")
    free = not vocabulary.is_stop(tokens, at) and not is_common(words[at], vocabulary.language)
    return _tell(tokens, at, at + 1) if is_name and alone and free else None


def _tell(tokens: Tokens, at: int, end: int) -> RecordedName:
    """Return a name that nothing is known of."""
    return RecordedName(at, end, (" ".join(tokens.words[at:end]),), 0.0, 0.0, False)


def _may_be_theirs(name: RecordedName, cue: Cue) -> bool:
    """Whether a name that a person or a team of the text has as well may be theirs here."""
    return cue is not Cue.WEAK or name.prior < _CITY


def _says_place(
    tokens: Tokens, name: RecordedName, cue: Cue, vocabulary: Vocabulary, placed: set[str]
) -> bool:
    """Whether the text says elsewhere that a name is a place's, and nothing here against it."""
    if cue in (Cue.PLACE, Cue.ARTICLE, Cue.PERSON, Cue.STREET) or name.forms[0] not in placed:
        return False
    return not is_odd(tokens.words[name.first], name, cue, vocabulary)


def _mention(text: str, tokens: Tokens, name: RecordedName, cue: Cue, language: str) -> Mention:
    start, end = tokens.starts[name.first], tokens.ends[name.end - 1]
    forms = name.forms if name.inflected or len(name.forms) > 1 else ()
    sure = find_confidence(name, cue)
    return Mention(start, end, text[start:end], confidence=sure, forms=forms, language=language)
