"""Finds places in languages the tagger was not trained for, by looking names up.

Capitalised words (Cyrillic, Greek, Latin) or any words (scripts without case) are looked up,
with the endings of cases and the prefixes of Arabic and Hebrew taken off. How well known a place
must be depends on what stands around its name, and on what the text says of it elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from geomap.recognition.clusters import FIRST_NAME, WordTable
from geomap.recognition.common_words import is_common
from geomap.recognition.cue_words import NONE, PLACING
from geomap.recognition.cues import CASELESS, INFLECTED, NOUNS_IN_CAPITALS, Cue, CueReader, Span
from geomap.recognition.endings import HEADS, find_bases
from geomap.recognition.mention import Mention
from geomap.recognition.names import NameIndex
from geomap.recognition.shouting import lower_shouts
from geomap.recognition.signs import find_signs
from geomap.recognition.tokens import Tokens, split_elisions, split_suffixes, split_tokens

#: Languages that join articles and "de" to the next word: "l'Allemagne", "d'Avignon".
_ELIDING = frozenset(("fr", "it"))
#: Languages that are read as others are.
_SAME = {"hr": "sr", "bs": "sr"}
#: A name has no more tokens than this; hyphens are tokens.
_LONGEST = 6
_FEWEST_LETTERS = 3
#: log10 of the population (see :class:`~geomap.recognition.names.NameIndex`) asked for by what
#: stands around a name: of a place whose main name it is, and of one that is called so as well.
#: Names of other scripts are never the main ones.
_Least = dict[Cue, tuple[float, float]]
_PLAIN: _Least = {
    Cue.PLACE: (2.0, 2.0),
    Cue.WEAK: (3.3, 3.3),
    Cue.BARE: (3.3, 4.3),
    Cue.OPENING: (5.3, 6.8),
    Cue.NOUN: (7.0, 7.0),
    Cue.ARTICLE: (6.5, 6.5),
}
#: The same where all nouns have capitals, where names have endings, and where nothing has capitals.
_LEAST: dict[str, _Least] = {
    "nouns": {
        **_PLAIN,
        Cue.PLACE: (3.0, 3.0),
        Cue.WEAK: (4.0, 4.4),
        Cue.BARE: (4.6, 5.8),
        Cue.OPENING: (4.6, 5.8),
    },
    "cyrillic": {**_PLAIN, Cue.BARE: (3.3, 3.3), Cue.OPENING: (4.8, 4.8)},
    "caseless": {
        **_PLAIN,
        Cue.PLACE: (3.3, 3.3),
        Cue.WEAK: (4.8, 4.8),
        Cue.BARE: (4.8, 4.8),
        Cue.OPENING: (5.3, 5.3),
    },
}
#: Shorter names are other words too often, in scripts that write vowels.
_FEWEST_ALONE = 4
#: Of many places in scripts without capitals the people are not recorded.
_UNPEOPLED = 1.0
#: Nominatives of places with so much fewer people, in powers of ten, are chance.
_MUCH_LESS = 1.8
_NO_PLACES = frozenset((Cue.PERSON, Cue.STREET))
#: How sure it is that a name is a place's, by what stands around it.
_SURE = {Cue.PLACE: 0.97, Cue.WEAK: 0.93, Cue.BARE: 0.9}
_UNSURE = 0.8
#: First names are no such that everybody knows as a place.
_EVERYBODY_KNOWS = 6.5


@dataclass(frozen=True, slots=True)
class _Name:
    """A recorded name in a text, and what stands around it.

    ``main`` says how well known the best place is whose main name it is.
    """

    span: Span
    main: float
    forms: tuple[str, ...]
    cue: Cue


class GazetteerFinder:
    """Finds mentions by looking words up in a :class:`~geomap.recognition.names.NameIndex`."""

    def __init__(self, names: NameIndex, table: WordTable) -> None:
        self._names = names
        self._table = table

    def find_mentions(self, text: str, language: str) -> list[Mention]:
        """Return the mentions of a text, in order, none overlapping."""
        if language in ("zh", "ja"):
            return list(find_signs(text, self._names))
        language = _SAME.get(language, language)
        tokens = split_tokens(text)
        if language in _ELIDING:
            tokens = split_elisions(tokens)
        if language == "tr":
            tokens = split_suffixes(tokens)
        if language not in CASELESS:
            tokens = lower_shouts(tokens, self._names, PLACING.get(language, NONE))
        names = list(self._scan(tokens, language))
        placed = {form for n in names if n.cue is Cue.PLACE for form in n.forms[:1]}
        persons = {form for n in names if n.cue is Cue.PERSON for form in n.forms} - placed
        kept = [n for n in names if self._keep(tokens, n, language, placed, persons)]
        return [_mention(text, tokens, name, language) for name in kept]

    def _scan(self, tokens: Tokens, language: str) -> Iterator[_Name]:
        """Yield the recorded names of a text with their cues, accepted or not."""
        cues = CueReader(tokens, language, self._is_first_name)
        i = last_end = 0
        while i < len(tokens):
            name = self._match(tokens, i, language, cues, last_end)
            if name is None:
                i += 1
                continue
            yield name
            if self._enough(tokens, name, language):
                i = last_end = name.span.end
            else:
                # "La Unión" is no town here, but the "Unión Europea" is named.
                i = i + 1 if cues.is_stop(i) else name.span.end

    def _match(
        self, tokens: Tokens, i: int, language: str, cues: CueReader, last_end: int
    ) -> _Name | None:
        """Return the longest known name from word ``i`` on."""
        words = tokens.words
        caseless = language in CASELESS
        if not (caseless or words[i][0].isupper()):
            return None
        for length in range(_LONGEST, 0, -1):
            if i + length > len(words) or not _may_end(words[i + length - 1], caseless):
                continue
            if any(tokens.opens[i + 1 : i + length]):
                continue
            if length == 1 and (len(words[i]) < _FEWEST_LETTERS or cues.is_stop(i)):
                continue
            forms = self._look_up(words[i : i + length], language)
            if forms:
                base, main = self._find_main(forms)
                inflected = base != find_written(words[i : i + length])
                span = Span(i, i + length, inflected, max(forms.values()))
                return _Name(span, main, tuple(forms), cues.read(span, last_end))
        return None

    def _find_main(self, forms: dict[str, float]) -> tuple[str, float]:
        """Return the likeliest nominative, and how well known a place is whose main name it is."""
        mains = {form: self._names.main_prior(form) or 0.0 for form in forms if _is_latin(form)}
        best = max(mains, key=lambda form: mains[form], default=next(iter(forms)))
        return best, mains.get(best, 0.0)

    def _look_up(self, words: list[str], language: str) -> dict[str, float]:
        """Return the recorded names that some words may stand for, the best known first."""
        known: dict[str, float] = {}
        written = ""
        for form in find_bases(words, language):
            # Few nominatives are longer, and of what is a name itself none is.
            if len(form) > len(written) > 0 and written in known:
                continue
            written = written or form
            prior = self._names.top_prior(form)
            if prior is not None:
                known.setdefault(form, prior)
        least = max(known.values(), default=0.0) - _MUCH_LESS
        return dict(sorted(((f, p) for f, p in known.items() if p > least), key=lambda x: -x[1]))

    def _keep(
        self, tokens: Tokens, name: _Name, language: str, placed: set[str], persons: set[str]
    ) -> bool:
        if name.cue in _NO_PLACES:
            return False
        if name.cue is not Cue.PLACE and name.cue is not Cue.ARTICLE:
            if placed.intersection(name.forms[:1]) and not _is_odd(tokens, name, language):
                return True
            if persons.intersection(name.forms[:1]):
                return False
        return self._enough(tokens, name, language)

    def _enough(self, tokens: Tokens, name: _Name, language: str) -> bool:
        """Whether a name is well known enough for what stands around it."""
        if name.cue in _NO_PLACES or _is_odd(tokens, name, language):
            return False
        word = tokens.words[name.span.first]
        if _is_common(tokens, name.span, language) and name.cue is not Cue.PLACE:
            return False
        main, called = _LEAST.get(_writing(word, language), _PLAIN)[name.cue]
        if name.cue is Cue.PLACE and language in CASELESS and not name.span.inflected:
            called = _UNPEOPLED
        return name.main >= main or name.span.prior >= called

    def _is_first_name(self, word: str) -> bool:
        """Whether a word is a first name, and no name of a place that people write of."""
        if not self._table.find_flags(word.lower()) & FIRST_NAME:
            return False
        prior = self._names.top_prior(word)
        return prior is None or prior < _EVERYBODY_KNOWS


def _is_common(tokens: Tokens, span: Span, language: str) -> bool:
    """Whether a name is one word that is another word too, or too short to tell."""
    word = tokens.words[span.first]
    if span.end - span.first > 1:
        return False
    return is_common(word, language) or (len(word) < _FEWEST_ALONE and language not in CASELESS)


def _is_odd(tokens: Tokens, name: _Name, language: str) -> bool:
    """Whether a declined name or a common word opens a sentence: it has its capital from that."""
    if name.cue is not Cue.OPENING:
        return False
    declined = name.span.inflected and language in INFLECTED - NOUNS_IN_CAPITALS
    return declined or _is_common(tokens, name.span, language)


def _writing(word: str, language: str) -> str:
    if language in NOUNS_IN_CAPITALS:
        return "nouns"
    if language in CASELESS:
        return "caseless"
    return "plain" if _is_latin(word) else "cyrillic"


def _is_latin(word: str) -> bool:
    return not "\u0370" <= word[0] <= "\u058f"


def find_written(words: list[str]) -> str:
    """Return what a name of some words is as written."""
    return next(find_bases(words, ""))


def _mention(text: str, tokens: Tokens, name: _Name, language: str) -> Mention:
    start, end = tokens.starts[name.span.first], tokens.ends[name.span.end - 1]
    unsure = _UNSURE if name.span.prior < _EVERYBODY_KNOWS else _SURE[Cue.WEAK]
    confidence = _SURE.get(name.cue, unsure)
    forms = name.forms if name.span.inflected or len(name.forms) > 1 else ()
    return Mention(
        start, end, text[start:end], confidence=confidence, forms=forms, language=language
    )


def _may_end(word: str, caseless: bool) -> bool:
    return word[:1].isupper() or (caseless and word[:1].isalpha()) or word in HEADS
