"""Vocabulary: what recognition knows of the words of one language that is not English."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from geomap.recognition.cue_words import (
    ARTICLED,
    FIRST_NAMES,
    LINKS,
    PERSONS,
    PLACING,
    RULERS,
    STREETS,
    VILLAGES,
    WEAK,
)
from geomap.recognition.stop_words import list_stop_words
from geomap.recognition.tokens import Tokens

_CASELESS = frozenset(("ar", "he", "zh", "ja", "ko", "other"))
#: Languages that decline names: there a name beside a title is a place's when it has an ending
#: ("мэр Москвы"), and a person's when it has none.
_DECLINING = frozenset(("pl", "uk", "ru", "sr", "cs", "de"))
#: Conjunctions and prepositions that are joined to the word behind.
_AND = {"ar": "و", "he": "ו"}
_PREPOSITIONS = {"ar": ("ب", "ل"), "he": ("ב", "ל", "מ")}
_NEVER = "\0"
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words of a language by what they say of the name beside them, lower-cased.

    ``placing`` stand before places, ``weak`` before places and persons; ``persons`` are titles,
    trades and kin, ``rulers`` the titles of who rules a place; ``streets`` are called after
    places; ``villages`` are what a place is, and ``links`` join it to the name; ``articled``
    names take an article. ``stops`` are no
    names by themselves; ``conjunction`` and ``prepositions`` are joined to the word behind.
    """

    language: str
    placing: frozenset[str]
    weak: frozenset[str]
    persons: frozenset[str]
    rulers: frozenset[str]
    streets: frozenset[str]
    villages: frozenset[str]
    links: frozenset[str]
    articled: frozenset[str]
    first_names: frozenset[str]
    stops: frozenset[str]
    conjunction: str
    prepositions: tuple[str, ...]

    @property
    def nouns(self) -> bool:
        """Whether all nouns have a capital."""
        return self.language == "de"

    @property
    def caseless(self) -> bool:
        """Whether no word has a capital."""
        return self.language in _CASELESS

    @property
    def declines(self) -> bool:
        """Whether names have cases."""
        return self.language in _DECLINING

    def is_stop(self, tokens: Tokens, at: int) -> bool:
        """Whether a word is never a name by itself: "Río", unless within a sentence."""
        low = tokens.words[at].lower()
        if low in self.placing and tokens.opens[at]:
            return True
        return low in self.stops or low.removeprefix(self.conjunction) in self.stops

    def lower(self, word: str) -> str:
        """Return a word as it is listed here: in small letters, without a conjunction."""
        word = word.lower().replace("’", "'").replace("ʼ", "'")
        bare = word.removeprefix(self.conjunction)
        return bare if bare in self.placing or bare in self.persons else word


@lru_cache(maxsize=64)
def load_vocabulary(language: str) -> Vocabulary:
    """Return the vocabulary of an ISO 639-1 code; that of an unknown one is empty."""
    weak, persons = WEAK.get(language, _NONE), PERSONS.get(language, _NONE)
    return Vocabulary(
        language,
        PLACING.get(language, _NONE),
        weak,
        persons,
        RULERS.get(language, _NONE),
        STREETS.get(language, _NONE),
        VILLAGES.get(language, _NONE),
        LINKS.get(language, _NONE),
        ARTICLED.get(language, _NONE),
        FIRST_NAMES.get(language, _NONE),
        list_stop_words(language) | weak | persons,
        _AND.get(language, _NEVER),
        _PREPOSITIONS.get(language, ()),
    )
