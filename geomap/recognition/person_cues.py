"""Person cues: what says that a name of a place is a person's or an organisation's here."""

from __future__ import annotations

from collections.abc import Callable

from geomap.recognition.recorded import RecordedName
from geomap.recognition.tokens import Tokens
from geomap.recognition.vocabulary import Vocabulary

#: So well known are what presidents and governors are of: "президент України Володимир ...".
_WELL_KNOWN = 5.9
#: And mayors: "мер Кременчука Віталій ...".
_KNOWN = 4.8
#: Endings of surnames that look like cases of places.
_SURNAMES = ("ов", "ев", "єв", "ёв", "ин", "ін", "ова", "ева", "єва", "ина", "іна")
#: Abbreviations of organisations are no longer: "RC Lens".
_ABBREVIATION = 4


class PersonCues:
    """Tells persons in one text.

    ``is_first_name`` says of a word as written whether it is a first name and no well known place.
    """

    def __init__(
        self, tokens: Tokens, vocabulary: Vocabulary, is_first_name: Callable[[str], bool]
    ) -> None:
        self._tokens, self._vocabulary = tokens, vocabulary
        self._is_first_name = is_first_name

    def is_declined(self, name: RecordedName) -> bool:
        """Whether a name has the ending of a case, and none of a surname."""
        if not name.inflected or not self._vocabulary.declines:
            return False
        return not self._tokens.words[name.end - 1].endswith(_SURNAMES)

    def is_ruled(self, name: RecordedName) -> bool:
        """Whether a name is of what the person of the title before it rules, or of where one is."""
        at = name.first - 1
        if at < 0 or self._tokens.opens[name.first]:
            return False
        low = self._low(at)
        if low in self._vocabulary.rulers:
            known = name.prior >= (_KNOWN if self.precedes_name(name) else 0.0)
            return name.prior >= _WELL_KNOWN or (known and self.is_declined(name))
        trade = low in self._vocabulary.persons and self.is_declined(name)
        return trade and not self.precedes_name(name)

    def follows_person(self, name: RecordedName) -> bool:
        """Whether a title or a first name stands before, or a title and a name."""
        at = name.first - 1
        if at < 0 or self._tokens.opens[name.first]:
            return False
        if self._is_title(at) or self._low(at) in self._vocabulary.first_names:
            return True
        named = self._vocabulary.caseless or self._is_name(at)
        if at and named and not self._tokens.opens[at]:
            if self._is_title(at - 1):
                return True
            # In "Feuerwehr Wernigerode" one noun stands before, in "Mann Ulrich Kassel" two do.
            placing = self._low(at) in self._vocabulary.placing
            if self._vocabulary.nouns and self._is_name(at - 1) and not placing:
                return True
        return self._makes_person(at)

    def follows_noun(self, name: RecordedName) -> bool:
        """Whether a word that opens the sentence stands before: "Stal Mielec", "Fiesta Madrid"."""
        at, opens = name.first - 1, self._tokens.opens
        if at < 0 or opens[name.first] or self._vocabulary.nouns or not opens[at]:
            return False
        return self._is_name(at) and not self.is_declined(name)

    def precedes_name(self, name: RecordedName) -> bool:
        """Whether a capitalised word stands behind: "Jordan Quimper"."""
        tokens, at = self._tokens, name.end
        if at == len(tokens) or tokens.opens[at] or self._vocabulary.caseless:
            return False
        if not tokens.words[at][:1].isupper() or tokens.words[at].isupper():
            return False
        if self._vocabulary.nouns:
            return name.is_single and self._is_first_name(tokens.words[name.first])
        return True

    def _is_title(self, at: int) -> bool:
        return self._low(at) in self._vocabulary.persons

    def _makes_person(self, at: int) -> bool:
        """Whether a word makes a person of the next: in "Javi Burgos" no place is meant."""
        if not self._is_name(at):
            return False
        if self._is_first_name(self._tokens.words[at]):
            return True
        # The word that opens a sentence has a capital whatever it is.
        return not self._vocabulary.nouns and not self._tokens.opens[at]

    def _is_name(self, at: int) -> bool:
        """Whether a word has a capital and is no function word nor short for an organisation."""
        word = self._tokens.words[at]
        if self._vocabulary.caseless or not word[:1].isupper():
            return False
        short = word.isupper() and len(word) <= _ABBREVIATION
        return not short and not self._vocabulary.is_stop(self._tokens, at)

    def _low(self, at: int) -> str:
        return self._vocabulary.lower(self._tokens.words[at])
