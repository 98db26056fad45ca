"""Finds places in languages the tagger was not trained for, by looking names up.

Capitalised words (Cyrillic, Greek, Latin) or any words (scripts without case) are looked up,
with the endings of cases and the prefixes of Arabic and Hebrew taken off. How well known a place
must be depends on how much a capital says in that language and on the word before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from geomap.recognition.clusters import FIRST_NAME, WordTable
from geomap.recognition.endings import REGIONS, find_bases
from geomap.recognition.mention import Mention
from geomap.recognition.names import NameIndex
from geomap.recognition.stop_words import list_stop_words
from geomap.recognition.tokens import Tokens, split_elisions, split_tokens

#: Words of place before a name, per language; after one a lesser known place is accepted.
_LOCATIVES = {
    "de": "in aus nach bei von vor um zwischen nahe über bis stadt dorf region gebiet provinz",
    "fr": "d' à en au aux de dans vers près depuis entre ville région village province oblast",
    "es": "en de desde hacia a cerca entre ciudad región provincia pueblo óblast",
    "it": "d' all' nell' dall' a in di da verso presso tra città regione provincia villaggio",
    "pt": "em de para no na do da perto entre cidade região província",
    "pl": "w we z ze do pod od koło między miasto miasta obwód region wieś",
    "nl": "in uit naar bij van tussen stad regio provincie dorp",
    "uk": "в у з із до на біля під між від поблизу місто місті село селі район районі області",
    "ru": "в во из с до на около под между от близ город городе село селе район районе области",
    "ar": "في من إلى الى على مدينة محافظة قرية منطقة بلدة ريف",
}
#: German nouns that are also well known towns: those need a word of place before them.
_NOUNS = frozenset("essen halle hof bad linden siegen singen hagen wesel baden stein horn".split())
#: Cities take no article in German and Dutch, so a noun after one is a common noun, unless
#: it is as well known as a country.
_ARTICLES = {
    "de": frozenset("der die das den dem des ein eine einem einen einer".split()),
    "nl": frozenset("de het een".split()),
}
_AFTER_ARTICLE = 6.5
#: What joins the members of a list of places.
_JOINS = frozenset(", und et y e i та й і и و en oder".split())
#: Languages that join articles and "de" to the next word: "l'Allemagne", "d'Avignon".
_ELIDING = frozenset(("fr", "it"))
#: A name has no more tokens than this; hyphens are tokens.
_LONGEST = 6
_CASELESS = frozenset(("ar", "he", "zh", "ja", "ko", "other"))
_TITLES_BEFORE = frozenset(
    """herr frau m mme mlle mr dr sr sra sig dott don doña dona senhor senhora präsident
    präsidentin general minister monsieur madame président señor señora
    presidente signor signora pan pani prezydent президент президента генерал міністр министр
    губернатор الرئيس السيد""".split()
)
#: log10 of the population (see :class:`~geomap.recognition.names.NameIndex`) asked for
#: after a word of place, otherwise, and of German nouns that begin a sentence.
_AFTER_LOCATIVE, _ANYWHERE, _OPENING = 3.3, 4.8, 5.3
#: The same for names of several words, and where a capital within a sentence means a name.
_LONG = 4.1
_CYRILLIC = frozenset(("uk", "ru"))
#: First names in Cyrillic that are also towns.
_FIRST_NAMES = frozenset(
    "владимир володимир роман виктор віктор ярослав станислав святослав кирилл".split()
)
_SPACELESS = re.compile("[\u3040-\u30ff\u3400-\u9fff]+")


class GazetteerFinder:
    """Finds mentions by looking words up in a :class:`~geomap.recognition.names.NameIndex`."""

    def __init__(self, names: NameIndex, table: WordTable) -> None:
        self._names = names
        self._table = table

    def find_mentions(self, text: str, language: str) -> list[Mention]:
        """Return the mentions of a text, in order, none overlapping."""
        if language in ("zh", "ja"):
            return list(self._scan_signs(text))
        tokens = split_tokens(text)
        if language in _ELIDING:
            tokens = split_elisions(tokens)
        small = list_stop_words(language) | frozenset(_LOCATIVES.get(language, "").split())
        found: list[Mention] = []
        i = 0
        while i < len(tokens):
            length, prior = self._match(tokens, i, language)
            if length == 1 and tokens.words[i].lower() in small:
                length = 0
            if length and _goes_on(tokens, i, found):
                keep = prior >= _AFTER_LOCATIVE
            else:
                keep = length > 0 and self._accept(tokens, i, length, prior, language, small)
            if keep:
                start, end = tokens.starts[i], tokens.ends[i + length - 1]
                confidence = min(0.97, 0.45 + 0.07 * prior)
                found.append(Mention(start, end, text[start:end], confidence=round(confidence, 3)))
            i += length if keep else 1
        return found

    def _match(self, tokens: Tokens, i: int, language: str) -> tuple[int, float]:
        """Return how many words from ``i`` on are a known name, and its prior."""
        words = tokens.words
        caseless = language in _CASELESS
        if len(words[i]) < 3 if caseless else not words[i][:1].isupper():
            return 0, 0.0
        for length in range(_LONGEST, 0, -1):
            if i + length > len(words) or not _may_end(words[i + length - 1], caseless):
                continue
            if any(tokens.opens[i + 1 : i + length]):
                continue
            prior = self._look_up(words[i : i + length], language)
            if prior is not None:
                return length, prior
        return 0, 0.0

    def _look_up(self, words: list[str], language: str) -> float | None:
        best: float | None = None
        for name in find_bases(words, language):
            prior = self._names.top_prior(name)
            if prior is not None and (best is None or prior > best):
                best = prior
        return best

    def _accept(
        self,
        tokens: Tokens,
        i: int,
        length: int,
        prior: float,
        language: str,
        small: frozenset[str],
    ) -> bool:
        locatives = _LOCATIVES.get(language, "").split()
        before = tokens.words[i - 1].lower().replace("’", "'") if i else ""
        if language == "ar" and before.removeprefix("و") in locatives:
            before = before.removeprefix("و")
        if _follows_title(tokens, i) or self._follows_first_name(tokens, i, small):
            return False
        if before not in locatives and length == 1 and _is_first_name(tokens, i):
            return False
        if length > 1 and self._is_person(tokens.words[i]) and before not in locatives:
            return False
        if before in _ARTICLES.get(language, ()):
            return prior >= _AFTER_ARTICLE
        if before in locatives:
            return prior >= _AFTER_LOCATIVE or length > 1
        if language == "de" and length == 1 and tokens.words[i].lower() in _NOUNS:
            return False
        if tokens.opens[i] or language == "de":
            return prior >= _OPENING
        if language in _CYRILLIC:
            return prior >= _AFTER_LOCATIVE
        if length > 1:
            return prior >= _LONG
        return prior >= _ANYWHERE

    def _follows_first_name(self, tokens: Tokens, i: int, small: frozenset[str]) -> bool:
        if not i or tokens.opens[i] or not tokens.words[i - 1][:1].isupper():
            return False
        before = tokens.words[i - 1]
        if before.lower() in small:
            return False
        if _may_be_first_name(before):
            return True
        # The word that opens a sentence has a capital whatever it is.
        return self._is_person(before) or (not tokens.opens[i - 1] and self._is_strange(before))

    def _is_strange(self, word: str) -> bool:
        """Whether a Cyrillic word begins with a capital and is no well known place."""
        if not "\u0400" <= word[0] <= "\u04ff":
            return False
        prior = next((p for p in map(self._names.top_prior, find_bases([word], "uk")) if p), 0.0)
        return prior < _ANYWHERE

    def _is_person(self, word: str) -> bool:
        """Whether a word is a first name, and no name of a place that people write of."""
        prior = self._names.top_prior(word)
        known = prior is not None and prior >= _AFTER_ARTICLE
        return bool(self._table.find_flags(word.lower()) & FIRST_NAME) and not known

    def _scan_signs(self, text: str) -> Iterator[Mention]:
        """Yield the longest known names in text written without spaces."""
        for stretch in _SPACELESS.finditer(text):
            i = stretch.start()
            while i < stretch.end():
                for length in (7, 6, 5, 4, 3, 2):
                    name = text[i : i + length]
                    prior = self._names.top_prior(name) if i + length <= stretch.end() else None
                    if prior is not None and prior >= _ANYWHERE:
                        yield Mention(i, i + length, name, confidence=0.8)
                        i += length - 1
                        break
                i += 1


def _may_be_first_name(word: str) -> bool:
    return any(base.lower() in _FIRST_NAMES for base in find_bases([word], "uk"))


def _is_first_name(tokens: Tokens, i: int) -> bool:
    """Whether a word is a first name that is a town's as well, with a last name after it."""
    if i + 1 == len(tokens) or tokens.opens[i + 1] or not tokens.words[i + 1][:1].isupper():
        return False
    return _may_be_first_name(tokens.words[i])


def _follows_title(tokens: Tokens, i: int) -> bool:
    """Whether a title stands before a word, or before the capitalised word before it."""
    for at in range(i - 1, max(-1, i - 3), -1):
        if tokens.words[at].rstrip(".").lower() in _TITLES_BEFORE:
            return True
        if tokens.opens[at] or not tokens.words[at][:1].isupper():
            return False
    return False


def _goes_on(tokens: Tokens, i: int, found: list[Mention]) -> bool:
    """Whether token ``i`` goes on with a list, right after a place and a comma or "and"."""
    listed = bool(found) and i > 1 and found[-1].end == tokens.ends[i - 2]
    return listed and tokens.words[i - 1] in _JOINS


def _may_end(word: str, caseless: bool) -> bool:
    return word[:1].isupper() or (caseless and word[:1].isalpha()) or word.lower() in REGIONS
