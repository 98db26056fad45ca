"""Cues: what the words around a name say of it in languages the tagger was not trained for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from geomap.recognition.cue_words import FIRST_NAMES, NONE, PERSONS, PLACING, STREETS, WEAK
from geomap.recognition.stop_words import list_stop_words
from geomap.recognition.tokens import Tokens

#: Languages whose nouns all have capitals, and those without capitals.
NOUNS_IN_CAPITALS = frozenset(["de"])
CASELESS = frozenset(("ar", "he", "zh", "ja", "ko", "other"))
#: Languages that decline names: there a name beside a noun is a place's when it has an ending
#: ("мэр Москвы"), and a person's when it has none.
INFLECTED = frozenset(("pl", "uk", "ru", "sr", "de"))
#: Cities take no article in German and Dutch, so what has one is a common noun.
_ARTICLES = {
    "de": frozenset(
        "der die das den dem des ein eine einem einen einer am im beim zum zur".split()
    ),
    "nl": frozenset("de het een".split()),
}
_MOST_BETWEEN = 2
#: So well known are what presidents and governors are of: "президент України Володимир ...".
_WELL_KNOWN = 5.9
#: Endings of surnames that look like cases of places.
_SURNAMES = ("ов", "ев", "єв", "ёв", "ин", "ін", "ова", "ева", "єва", "ина", "іна")
#: Articles that some names take: "dans le Cher", "en el Chocó".
_BETWEEN = {
    "fr": frozenset(("le", "la", "les", "l'")),
    "es": frozenset(("el", "la", "los", "las")),
    "it": frozenset(("il", "lo", "la", "l'", "le", "i", "gli")),
    "pt": frozenset(("o", "a", "os", "as")),
}
#: Endings of adjectives that say of which country a place is: "im tschechischen Cheb".
_ADJECTIVE = {"de": "ischen"}
_JOINS = frozenset(", - – und et y e i și та й і и و en oder ו".split())
#: What follows the place that a report begins with.
_BEHIND_DATELINE = frozenset(".-–—(/")
#: Conjunctions and the like that Arabic and Hebrew join to what stands before a name.
_JOINED = {"ar": "و", "he": "ו"}
#: Prepositions that they join to a name.
_JOINED_PREPOSITIONS = {"ar": ("ب", "ل"), "he": ("ב", "ל", "מ")}
#: Endings of the Turkish locative and ablative.
_TURKISH = frozenset("da de ta te dan den tan ten".split())
_ABBREVIATION = 4


class Cue(Enum):
    """What stands around a name: signs of a place, of a person or street, or neither."""

    PLACE = "place"
    WEAK = "weak"
    PERSON = "person"
    STREET = "street"
    NOUN = "noun"
    ARTICLE = "article"
    OPENING = "opening"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Span:
    """A recorded name, tokens ``first`` to ``end`` (half-open).

    ``inflected`` says that it is likely declined, ``prior`` how well known the place is.
    """

    first: int
    end: int
    inflected: bool
    prior: float


class CueReader:
    """Reads the cues of one text.

    ``is_first_name`` says of a word as written whether it is a first name and no well known place.
    """

    def __init__(self, tokens: Tokens, language: str, is_first_name: Callable[[str], bool]) -> None:
        self._tokens, self._language = tokens, language
        self._is_first_name = is_first_name
        self._placing = PLACING.get(language, NONE)
        self._weak = WEAK.get(language, NONE)
        self._persons = PERSONS.get(language, NONE)
        self._streets = STREETS.get(language, NONE)
        self._joined = _JOINED.get(language, "\0")
        self._names = FIRST_NAMES.get(language, NONE)
        self._stops = list_stop_words(language) | self._weak | self._persons
        self._cased = language not in CASELESS
        self._nouns = language in NOUNS_IN_CAPITALS

    def read(self, span: Span, last_end: int) -> Cue:
        """Return the cue of a name; ``last_end`` is the token behind the last place found."""
        tokens, i = self._tokens, span.first
        before = "" if tokens.opens[i] else self._low(i - 1)
        declined = self._is_declined(span)
        ahead, placed = self._precedes_name(span), self._stands_behind(i, self._placing)
        if self._is_dateline(span):
            return Cue.PLACE
        if self._is_part(span, last_end):
            return Cue.NOUN
        ruled = before in self._persons and self._is_ruled(span, ahead)
        if ruled or (declined and placed):
            return Cue.PLACE
        if ahead or (not placed and self._follows_person(span)):
            return Cue.PERSON
        if self._stands_behind(i, self._streets):
            return Cue.STREET
        if placed or self._goes_on(span, last_end) or self._has_suffix(span):
            return Cue.PLACE
        if self._follows_noun(span):
            return Cue.NOUN
        if before in _ARTICLES.get(self._language, NONE):
            return Cue.ARTICLE
        if (
            before in self._weak
            or before == "#"
            or before.endswith(_ADJECTIVE.get(self._language, "\0"))
        ):
            return Cue.WEAK
        listed = span.end < len(tokens) and tokens.words[span.end] == ":"
        return Cue.OPENING if tokens.opens[i] and not listed else Cue.BARE

    def _is_ruled(self, span: Span, ahead: bool) -> bool:
        """Whether a name behind a title is of what is ruled: "президент України Володимир ..."."""
        if self._language not in INFLECTED:
            return False
        if span.prior >= _WELL_KNOWN:
            return True
        return self._is_declined(span) and not ahead

    def _is_declined(self, span: Span) -> bool:
        """Whether a name has the ending of a case, and none of a surname."""
        if not span.inflected or self._language not in INFLECTED:
            return False
        return not self._tokens.words[span.end - 1].endswith(_SURNAMES)

    def is_stop(self, at: int) -> bool:
        """Whether a word is never a name by itself: "Río", unless within a sentence."""
        low = self._tokens.words[at].lower()
        if low in self._placing and self._tokens.opens[at]:
            return True
        return low in self._stops or low.removeprefix(self._joined) in self._stops

    def _stands_behind(self, at: int, words: frozenset[str]) -> bool:
        """Whether one of some words stands before token ``at``: "en", "cerca de", "dans le"."""
        for before in range(at - 1, max(-1, at - 2 - _MOST_BETWEEN), -1):
            if self._tokens.opens[before + 1]:
                return False
            word = self._low(before)
            if word in words:
                return True
            if word not in self._weak and word not in _BETWEEN.get(self._language, NONE):
                return False
        return False

    def _low(self, at: int) -> str:
        word = self._tokens.words[at].lower().replace("’", "'")
        bare = word.removeprefix(self._joined)
        return bare if bare in self._placing or bare in self._persons else word

    def _is_dateline(self, span: Span) -> bool:
        """Whether a name stands alone at the head of a line: "Udine. Una frana"."""
        tokens, end = self._tokens, span.end
        heads = not span.first or tokens.lines[span.first - 1] != tokens.lines[span.first]
        if not heads or end == len(tokens) or tokens.lines[end] != tokens.lines[span.first]:
            return False
        return tokens.words[end] in _BEHIND_DATELINE and not span.inflected

    def _is_part(self, span: Span, last_end: int) -> bool:
        """Whether a hyphen makes a name a part of one that is not recorded: "Dudzińska-Lublin"."""
        tokens, first, end = self._tokens, span.first, span.end
        if self._nouns or not self._cased:
            return False
        if first > 1 and tokens.words[first - 1] == "-" and last_end != first - 1:
            return tokens.ends[first - 2] == tokens.starts[first] - 1
        if end + 1 >= len(tokens) or tokens.words[end] != "-":
            return False
        return tokens.starts[end + 1] == tokens.ends[end - 1] + 1 and not self._has_capital(end + 1)

    def _goes_on(self, span: Span, last_end: int) -> bool:
        """Whether a name goes on with a list, right after a place and a comma or "and"."""
        word, at = self._tokens.words[span.first], span.first
        if span.inflected and last_end == at and word.startswith(self._joined):
            return True
        return bool(last_end) and last_end == at - 1 and self._tokens.words[at - 1] in _JOINS

    def _has_suffix(self, span: Span) -> bool:
        """Whether a name has a preposition joined to it, or a case that places are in."""
        if self._language in _JOINED_PREPOSITIONS and span.inflected:
            word = self._tokens.words[span.first].removeprefix(self._joined)
            return word.startswith(_JOINED_PREPOSITIONS[self._language])
        if self._language != "tr" or span.end == len(self._tokens):
            return False
        return self._tokens.words[span.end].lower()[1:] in _TURKISH

    def _follows_person(self, span: Span) -> bool:
        """Whether a title or a first name stands before, or a title and a name."""
        i, opens = span.first, self._tokens.opens
        if not i or opens[i]:
            return False
        if self._low(i - 1) in self._persons or self._low(i - 1) in self._names:
            return True
        named = not self._cased or self._is_name(i - 1)
        if i > 1 and named and not opens[i - 1]:
            if self._low(i - 2) in self._persons:
                return True
            # In "Feuerwehr Wernigerode" one noun stands before, in "Mann Ulrich Kassel" two do.
            if self._nouns and self._is_name(i - 2) and self._low(i - 1) not in self._placing:
                return True
        return self._follows_name(i - 1)

    def _follows_name(self, at: int) -> bool:
        """Whether word ``at`` makes a person of the next: in "Javi Burgos" no place is meant."""
        if not self._is_name(at):
            return False
        if self._is_first_name(self._tokens.words[at]):
            return True
        # The word that opens a sentence has a capital whatever it is.
        return not self._nouns and not self._tokens.opens[at]

    def _follows_noun(self, span: Span) -> bool:
        """Whether a word that opens the sentence stands before: "Stal Mielec", "Fiesta Madrid"."""
        at, opens = span.first - 1, self._tokens.opens
        if at < 0 or opens[span.first] or self._nouns or not opens[at]:
            return False
        return self._is_name(at) and not self._is_declined(span)

    def _is_name(self, at: int) -> bool:
        """Whether a word has a capital and is no function word nor short for an organisation."""
        word = self._tokens.words[at]
        short = word.isupper() and len(word) <= _ABBREVIATION
        return self._cased and word[:1].isupper() and not short and not self.is_stop(at)

    def _precedes_name(self, span: Span) -> bool:
        """Whether a capitalised word stands behind: "Jordan Quimper"."""
        at = span.end
        if at == len(self._tokens) or self._tokens.opens[at] or not self._cased:
            return False
        if not self._has_capital(at) or self._tokens.words[at].isupper():
            return False
        alone = span.end - span.first == 1
        return not self._nouns or (alone and self._is_first_name(self._tokens.words[span.first]))

    def _has_capital(self, at: int) -> bool:
        return self._tokens.words[at][:1].isupper()
