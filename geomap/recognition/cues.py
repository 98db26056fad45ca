"""Cues: what the words around a name say of it in languages the tagger was not trained for."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from geomap.recognition.finer_tokens import KOREAN_PLACING
from geomap.recognition.person_cues import PersonCues
from geomap.recognition.recorded import RecordedName
from geomap.recognition.tokens import Tokens
from geomap.recognition.vocabulary import Vocabulary

#: Cities take no article in German and Dutch, so what has one is a common noun.
_ARTICLES = {
    "de": frozenset(
        "der die das den dem des ein eine einem einen einer am im beim zum zur".split()
    ),
    "nl": frozenset("de het een".split()),
}
#: Articles that some names take: "dans le Cher", "en el Chocó".
_BETWEEN = {
    "fr": frozenset(("le", "la", "les", "l'")),
    "es": frozenset(("el", "la", "los", "las")),
    "it": frozenset(("il", "lo", "la", "l'", "le", "i", "gli")),
    "pt": frozenset(("o", "a", "os", "as")),
}
_MOST_BETWEEN = 2
_QUOTES = frozenset('«»„“”"')
#: Prepositions that stand before places only, and not as "у Веры" before persons.
_INSIDE = {
    "pl": frozenset(("w", "we", "pod", "koło")),
    "ru": frozenset(("в", "во", "под", "близ")),
    "uk": frozenset(("в", "у", "під", "поблизу")),
    "sr": frozenset(("u", "kod", "у", "код")),
}
#: What is so well known is not taken for a first name.
_WELL_KNOWN = 4.8
#: Endings of adjectives that say of which country a place is: "im tschechischen Cheb".
_ADJECTIVE = {"de": "ischen"}
#: What stands between the names of a list.
JOINS = frozenset(", - – und et y e i și та й і и و en oder ו".split())
#: Of whom or of what "von" makes a place's: "Bürgermeister von Hausach", "östlich von Hausach".
_OF_PLACES = frozenset(
    """altstadt außerhalb bahnhof belagerung bevölkerung bewohner bewohnern bezirk bürger bürgern
    bürgermeister bürgermeisterin einwohner einwohnern feuerwehr gemeinderat hafen innenstadt
    landrat landrätin nordöstlich nordwestlich nähe nördlich oberbürgermeister
    oberbürgermeisterin ortsteil ortszentrum rathaus schlacht stadtrat stadtrand stadtteil straßen
    südlich südöstlich südwestlich umgebung umland unweit unterhalb westlich zentrum östlich
    """.split()
)
#: What follows the place that a report begins with.
_BEHIND_DATELINE = frozenset(".-–—(/")
#: Endings of the Turkish locative and ablative.
_TURKISH = frozenset("da de ta te dan den tan ten".split())
#: Those of the dative, which persons stand in as well.
_TURKISH_DATIVE = frozenset("a e ya ye na ne".split())
_NONE: frozenset[str] = frozenset()


class Cue(Enum):
    """What stands around a name: signs of a place, of a person or street, or neither."""

    PLACE = "place"
    TOLD = "told"
    WEAK = "weak"
    PERSON = "person"
    STREET = "street"
    NOUN = "noun"
    ARTICLE = "article"
    OPENING = "opening"
    BARE = "bare"


class CueReader:
    """Reads the cues of one text.

    ``is_first_name`` says of a word as written whether it is a first name and no well known place.
    """

    def __init__(
        self, tokens: Tokens, vocabulary: Vocabulary, is_first_name: Callable[[str], bool]
    ) -> None:
        self._tokens, self._vocabulary = tokens, vocabulary
        self._person = PersonCues(tokens, vocabulary, is_first_name)
        self._articles = _ARTICLES.get(vocabulary.language, _NONE)
        self._between = _BETWEEN.get(vocabulary.language, _NONE) | vocabulary.weak
        self._adjective = _ADJECTIVE.get(vocabulary.language, "\0")

    def read(self, name: RecordedName, last_end: int) -> Cue:
        """Return the cue of a name; ``last_end`` is the token behind the last place found."""
        person = self._person
        placed = self._stands_behind(name.first, self._vocabulary.placing) or self._is_of(name)
        if self._is_dateline(name):
            return Cue.PLACE
        if self._is_part(name, last_end) or self._is_quoted(name):
            return Cue.NOUN
        if person.is_ruled(name) or (placed and self._is_locative(name)):
            return Cue.PLACE
        if person.precedes_name(name) or (not placed and person.follows_person(name)):
            return Cue.PERSON
        if self._stands_behind(name.first, self._vocabulary.streets):
            return Cue.STREET
        if placed or self._goes_on(name, last_end) or self._has_suffix(name):
            return Cue.PLACE
        return Cue.NOUN if person.follows_noun(name) else self._read_faint(name)

    def _read_faint(self, name: RecordedName) -> Cue:
        """Return the cue of a name that neither a place's nor a person's word stands beside."""
        tokens, at = self._tokens, name.first
        if tokens.opens[at]:
            listed = name.end < len(tokens) and tokens.words[name.end] == ":"
            return Cue.BARE if listed else Cue.OPENING
        before = self._low(at - 1)
        if before in self._articles:
            named = any(form.lower() in self._vocabulary.articled for form in name.forms)
            return Cue.PLACE if named else Cue.ARTICLE
        weak = before in self._vocabulary.weak or before == "#"
        return Cue.WEAK if weak or before.endswith(self._adjective) else Cue.BARE

    def _stands_behind(self, at: int, words: frozenset[str]) -> bool:
        """Whether one of some words stands before a token: "en", "cerca de", "dans le"."""
        for before in range(at - 1, max(-1, at - 2 - _MOST_BETWEEN), -1):
            if self._tokens.opens[before + 1]:
                return False
            word = self._low(before)
            if word in words:
                return True
            if word not in self._between:
                return False
        return False

    def _is_dateline(self, name: RecordedName) -> bool:
        """Whether a name stands alone at the head of a line: "Udine. Una frana"."""
        tokens, end = self._tokens, name.end
        heads = not name.first or tokens.lines[name.first - 1] != tokens.lines[name.first]
        if not heads or end == len(tokens) or tokens.lines[end] != tokens.lines[name.first]:
            return False
        return tokens.words[end] in _BEHIND_DATELINE and not name.inflected

    def _is_part(self, name: RecordedName, last_end: int) -> bool:
        """Whether a hyphen makes a name a part of one that is not recorded: "Dudzińska-Lublin"."""
        tokens, first, end = self._tokens, name.first, name.end
        if self._vocabulary.nouns or self._vocabulary.caseless:
            return False
        if first > 1 and tokens.words[first - 1] == "-" and last_end != first - 1:
            return tokens.ends[first - 2] == tokens.starts[first] - 1
        if end + 1 >= len(tokens) or tokens.words[end] != "-":
            return False
        joined = tokens.starts[end + 1] == tokens.ends[end - 1] + 1
        return joined and not tokens.words[end + 1][:1].isupper()

    def _is_locative(self, name: RecordedName) -> bool:
        """Whether a declined name is a place's, whatever follows: "в Москве Иван Орлов"."""
        if not self._person.is_declined(name):
            return False
        inside = self._low(name.first - 1) in _INSIDE.get(self._vocabulary.language, _NONE)
        return inside or name.prior >= _WELL_KNOWN or not self._person.precedes_name(name)

    def _is_quoted(self, name: RecordedName) -> bool:
        """Whether a name stands alone in quotation marks, as of a brand or a team."""
        words, at = self._tokens.words, name.first
        quoted = at > 0 and name.end < len(words) and words[at - 1] in _QUOTES
        return quoted and words[name.end] in _QUOTES

    def _is_of(self, name: RecordedName) -> bool:
        """Whether "von" and a word before it say that a name is a place's, or a Turkish dative."""
        words, first = self._tokens.words, name.first
        if self._vocabulary.language == "tr" and name.end < len(words):
            dative = words[name.end].lower()[1:] in _TURKISH_DATIVE
            return dative and words[name.end][0] in "'’" and name.prior >= _WELL_KNOWN
        if not self._vocabulary.nouns or first < 2 or self._tokens.opens[first]:
            return False
        return words[first - 1] == "von" and words[first - 2].lower() in _OF_PLACES

    def _goes_on(self, name: RecordedName, last_end: int) -> bool:
        """Whether a name goes on with a list, right after a place and a comma or "and"."""
        at = name.first
        joined = self._tokens.words[at].startswith(self._vocabulary.conjunction)
        if joined and name.inflected and last_end == at:
            return True
        return bool(last_end) and last_end == at - 1 and self._tokens.words[at - 1] in JOINS

    def _has_suffix(self, name: RecordedName) -> bool:
        """Whether a name has a preposition joined to it, or a case that places are in."""
        words, vocabulary = self._tokens.words, self._vocabulary
        if vocabulary.prepositions and name.inflected:
            bare = words[name.first].removeprefix(vocabulary.conjunction)
            return bare.startswith(vocabulary.prepositions)
        if vocabulary.language == "ko" and name.end < len(words):
            return words[name.end] in KOREAN_PLACING
        if vocabulary.language != "tr" or name.end == len(words):
            return False
        return words[name.end].lower()[1:] in _TURKISH

    def _low(self, at: int) -> str:
        return self._vocabulary.lower(self._tokens.words[at])
