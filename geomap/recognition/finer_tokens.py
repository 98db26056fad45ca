"""Finer tokens: what else is a word of its own in languages other than English."""

from __future__ import annotations

import re
from collections.abc import Callable

from geomap.recognition.tokens import KEEP_THEIR_STOP, Tokens

#: An article or preposition that is joined to a name: d'Avignon, dell'Aquila.
_ELISION = re.compile(r"[^\W\d_]{1,6}['’](?=[^\W\d_]{2})")
#: The case ending of a Turkish name: Ceyhan'da.
_SUFFIX = re.compile(r"['’][^\W\d_]{1,6}$")
#: What Korean joins to a name: of place, and other.
KOREAN_PLACING = frozenset("에서 에 으로 로 까지 부터 에서는 에는 에서도".split())
_PARTICLE = re.compile(
    r"(?<=..)(?:에서는|에서도|에서|에는|으로|까지|부터|은|는|이|가|을|를|의|와|과|도|에|로)$"
)
#: Words with a full stop of their own that other languages have as well.
_TITLES = frozenset("Mr Mrs Ms Dr Drs Prof Gen Lt Capt Sr Jr St Ste".split())


def split_elisions(tokens: Tokens) -> Tokens:
    """Return tokens in which what is joined to a capitalised word is one of its own.

    Examples
    --------
    >>> from geomap.recognition.tokens import split_tokens
    >>> split_elisions(split_tokens("près d'Avignon, aujourd'hui")).words
    ['près', "d'", 'Avignon', ',', "aujourd'hui"]
    """
    return _cut_words(tokens, _find_elision)


def split_stops(tokens: Tokens) -> Tokens:
    """Return tokens in which words that only English abbreviates end sentences.

    Examples
    --------
    >>> from geomap.recognition.tokens import split_tokens
    >>> split_stops(split_tokens("Viña del Mar. St. Gallen.")).words
    ['Viña', 'del', 'Mar', '.', 'St.', 'Gallen', '.']
    """
    out = Tokens([], [], [], [], [])
    opens = False
    for i, word in enumerate(tokens.words):
        bare, start, line = word[:-1], tokens.starts[i], tokens.lines[i]
        cut = word[-1] == "." and bare in KEEP_THEIR_STOP and bare not in _TITLES
        end = start + len(bare) if cut else tokens.ends[i]
        _append(out, (bare if cut else word, start, end, tokens.opens[i] or opens, line))
        if cut:
            _append(out, (".", end, end + 1, False, line))
        opens = cut
    return out


def split_suffixes(tokens: Tokens) -> Tokens:
    """Return tokens in which what an apostrophe joins to a capitalised word is one of its own.

    Examples
    --------
    >>> from geomap.recognition.tokens import split_tokens
    >>> split_suffixes(split_tokens("İzmir'den Soma’ya gitti")).words
    ['İzmir', "'den", 'Soma', '’ya', 'gitti']
    """
    return _cut_words(tokens, _find_suffix)


def split_particles(tokens: Tokens) -> Tokens:
    """Return tokens in which what Korean joins to a word is one of its own.

    Examples
    --------
    >>> from geomap.recognition.tokens import split_tokens
    >>> split_particles(split_tokens("서울에서 부산으로")).words
    ['서울', '에서', '부산', '으로']
    """
    return _cut_words(tokens, _find_particle)


def _find_particle(word: str) -> int:
    particle = _PARTICLE.search(word)
    return particle.start() if particle else 0


def _find_elision(word: str) -> int:
    elided = _ELISION.match(word)
    return elided.end() if elided and word[elided.end()].isupper() else 0


def _find_suffix(word: str) -> int:
    joined = _SUFFIX.search(word) if word[0].isupper() else None
    return joined.start() if joined else 0


def _cut_words(tokens: Tokens, find_cut: Callable[[str], int]) -> Tokens:
    """Return tokens with each word cut in two where it is to be; 0 says nowhere."""
    out = Tokens([], [], [], [], [])
    for i, word in enumerate(tokens.words):
        cut = find_cut(word)
        start, end, line = tokens.starts[i], tokens.ends[i], tokens.lines[i]
        if cut:
            _append(out, (word[:cut], start, start + cut, tokens.opens[i], line))
        _append(out, (word[cut:], start + cut, end, tokens.opens[i] and not cut, line))
    return out


def _append(tokens: Tokens, row: tuple[str, int, int, bool, int]) -> None:
    word, start, end, opens, line = row
    tokens.words.append(word)
    tokens.starts.append(start)
    tokens.ends.append(end)
    tokens.opens.append(opens)
    tokens.lines.append(line)
