"""Acceptance: how well known a place must be for what stands around its name."""

from __future__ import annotations

from geomap.recognition.common_words import is_common
from geomap.recognition.cues import Cue
from geomap.recognition.recorded import RecordedName, is_latin
from geomap.recognition.vocabulary import Vocabulary

#: log10 of the population (see :class:`~geomap.recognition.names.NameIndex`) asked for by what
#: stands around a name: of a place whose main name it is, and of one that is called so as well.
#: Names of other scripts are never the main ones.
_Least = dict[Cue, tuple[float, float]]
_PLAIN: _Least = {
    Cue.PLACE: (2.0, 2.0),
    Cue.WEAK: (3.3, 3.3),
    Cue.BARE: (3.3, 4.3),
    Cue.OPENING: (4.8, 6.3),
    Cue.NOUN: (7.0, 7.0),
    Cue.ARTICLE: (6.5, 6.5),
}
#: The same where all nouns have capitals, where nothing has, and in Cyrillic and Greek.
_NOUNS: _Least = _PLAIN | {
    Cue.PLACE: (3.0, 3.0),
    Cue.WEAK: (4.0, 4.4),
    Cue.BARE: (4.5, 5.4),
    Cue.OPENING: (4.5, 5.4),
}
_CASELESS: _Least = _PLAIN | {
    Cue.PLACE: (3.3, 3.3),
    Cue.WEAK: (4.8, 4.8),
    Cue.BARE: (4.8, 4.8),
    Cue.OPENING: (5.3, 5.3),
}
_CYRILLIC: _Least = _PLAIN | {Cue.BARE: (3.3, 3.3), Cue.OPENING: (4.8, 4.8)}
#: Endings that Slavic villages have and hardly a person or another word with a capital.
_VILLAGES = tuple(
    """івка ївка овка евка ськ ське цьк цьке ск ское ове єве ево ово ёво іно ино піль поль град
    город ичі ичи инці инцы івці овцы озеро поле owo ewo ice yce ówka""".split()
)
#: Names of several words are seldom anything else, wherever they stand within a sentence.
_LONG_NAMES = 3.3
#: Shorter names are other words too often, in scripts that write vowels.
_FEWEST_LETTERS = 4
#: Of many places in scripts without capitals, and with long names, the people are not recorded.
_UNPEOPLED = 1.0
#: How sure it is that a name is a place's, by what stands around it, and where that does not say.
_SURE = {Cue.PLACE: 0.97, Cue.WEAK: 0.93, Cue.BARE: 0.9}
_UNSURE = 0.8
#: So well known a name is hardly anything else.
_EVERYBODY_KNOWS = 6.5


def is_enough(word: str, name: RecordedName, cue: Cue, vocabulary: Vocabulary) -> bool:
    """Whether a name is well known enough; ``word`` is its first."""
    if cue in (Cue.PERSON, Cue.STREET) or is_odd(word, name, cue, vocabulary):
        return False
    if cue is not Cue.PLACE and _is_ambiguous(word, name, vocabulary):
        return False
    main, called = _list_least(word, vocabulary)[cue]
    bare = cue in (Cue.BARE, Cue.WEAK)
    whole = cue is Cue.PLACE and not name.inflected
    if whole and (vocabulary.caseless or not name.is_single):
        called = _UNPEOPLED
    if bare and vocabulary.declines and name.forms[0].endswith(_VILLAGES):
        called = _UNPEOPLED
    if bare and not name.is_single:
        called = min(called, _LONG_NAMES)
    return name.main >= main or name.prior >= called


def is_odd(word: str, name: RecordedName, cue: Cue, vocabulary: Vocabulary) -> bool:
    """Whether a declined name or a common word opens a sentence: it has its capital from that."""
    if cue is not Cue.OPENING:
        return False
    declined = name.inflected and vocabulary.declines and not vocabulary.nouns
    return declined or _is_ambiguous(word, name, vocabulary)


def find_confidence(name: RecordedName, cue: Cue) -> float:
    """Return how sure it is that an accepted name is a place's, 0..1."""
    unsure = _UNSURE if name.prior < _EVERYBODY_KNOWS else _SURE[Cue.WEAK]
    return _SURE.get(cue, unsure)


def _is_ambiguous(word: str, name: RecordedName, vocabulary: Vocabulary) -> bool:
    """Whether a name is one word that is another word too, or too short to tell."""
    if not name.is_single:
        return False
    short = len(word) < _FEWEST_LETTERS and not vocabulary.caseless
    return short or is_common(word, vocabulary.language)


def _list_least(word: str, vocabulary: Vocabulary) -> _Least:
    if vocabulary.nouns:
        return _NOUNS
    if vocabulary.caseless:
        return _CASELESS
    return _PLAIN if is_latin(word) else _CYRILLIC
