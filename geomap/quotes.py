"""A quote: the sentence or sentences around a mention.

Sentence ends are found by the few rules that hold across news texts (after Unicode Standard
Annex 29, section 5, "Sentence Boundaries", simplified): an ending mark, its closing quotes or
brackets, white space, and then something that can begin a sentence. Too long a quote costs a
reader little and a cut one costs the sense, so every doubtful case is *not* a boundary.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

#: Below this many characters a sentence says too little alone ("He went to Kyiv.").
SHORT = 60

_LINE_BREAK = re.compile("[\n\r\v\f\x85\u2028\u2029]")

#: A full stop and friends need white space after them; ideographic, Arabic and Indic marks do not.
_CLOSERS = "\"'”’»)\\]}」』）】"
_SENTENCE_END = re.compile(
    rf"(?P<mark>[.!?…]+)[{_CLOSERS}]*(?P<space>\s+)|[。！？｡][{_CLOSERS}]*\s*|[؟۔।॥።]+[{_CLOSERS}]*\s*"
)

#: Words that take a full stop inside a sentence, without the stop, lower case.
_ABBREVIATION_LIST = (
    "mr mrs ms dr prof rev hon gen col lt sgt cpl capt cmdr maj adm gov sen rep pres st ste mt ft "
    "no nos vs etc e.g i.e inc ltd co corp jr sr dept dist ave blvd rd approx est ca cf al "
    "jan feb mar apr jun jul aug sep sept oct nov dec calif ariz colo conn fla ill ind mass mich "
    "minn okla ore pa tenn tex va wash wis bzw usw z.b d.h nr hr fr str обл ул им т.е т.д"
)
_ABBREVIATIONS = frozenset(_ABBREVIATION_LIST.split())


#: What a word that takes a full stop may be made of, to its end.
_LETTERS_AND_STOPS = re.compile(r"(?:[^\W_]|\.)+\Z")
_LONGEST_WORD = 12


@dataclass(frozen=True, slots=True)
class Quote:
    """A piece of a document, ``text == document.text[start:end]`` (code points, half-open)."""

    start: int
    end: int
    text: str


class QuoteFinder:
    """Finds the sentence, or the few short ones, around mentions of one text.

    Parameters
    ----------
    text : str
        The text of the document; its line breaks and sentences are found once.

    Examples
    --------
    >>> text = "Rain fell. Mr. Petrov said the U.S. envoy left Kyiv before the shelling began."
    >>> QuoteFinder(text).find(47, 51).text
    'Mr. Petrov said the U.S. envoy left Kyiv before the shelling began.'
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._breaks = [found.start() for found in _LINE_BREAK.finditer(text)]
        self._sentences = [
            mark.end()
            for mark in _SENTENCE_END.finditer(text)
            if mark["mark"] is None or _ends_sentence(text, mark.start(), mark["mark"], mark.end())
        ]

    def find(self, start: int, end: int, *, limit: int = 400) -> Quote:
        """Find the quote around a mention.

        Parameters
        ----------
        start, end : int
            The mention, half-open, in code points: ``0 <= start <= end <= len(text)``.
        limit : int
            Longest quote, in code points. A longer sentence is cut between words on both sides
            of the mention; the mention itself is never cut, however long it is.

        Returns
        -------
        Quote
            Without white space at its ends, and always holding the mention.

        Raises
        ------
        ValueError
            If ``start`` and ``end`` are no span of the text.
        """
        text, sentences = self._text, self._sentences
        if not 0 <= start <= end <= len(text):
            raise ValueError(f"{start}:{end} is no span of a text of {len(text)} characters")
        low, high = self._paragraph(start, end, limit)
        preceding = sentences[bisect_right(sentences, low) : bisect_right(sentences, start)]
        following = sentences[bisect_left(sentences, end) : bisect_right(sentences, high)]
        low, high = _lengthen(text, [low, *preceding], [*following, high])
        low, high = _shorten(text, low, high, start, end, limit)
        low, high = _trim(text, low, high, start, end)
        return Quote(low, high, text[low:high])

    def _paragraph(self, start: int, end: int, limit: int) -> tuple[int, int]:
        """Line breaks around the mention; no farther than ``limit``.

        One character more than ``limit`` is taken, so that a cut paragraph is known to be too long.
        """
        reach, breaks = limit + 1, self._breaks
        low, high = max(0, start - reach), min(len(self._text), end + reach)
        before, after = bisect_left(breaks, start), bisect_left(breaks, end)
        if before:
            low = max(low, breaks[before - 1] + 1)
        if after < len(breaks):
            high = min(high, breaks[after])
        return low, high


def _ends_sentence(text: str, at: int, mark: str, following: int) -> bool:
    if following < len(text) and text[following].islower():
        return False
    if mark != ".":
        return True
    word = _word_before(text, at)
    is_initials = len(word.rpartition(".")[2]) == 1 and not word.isdigit()
    return not is_initials and word.lower() not in _ABBREVIATIONS


def _word_before(text: str, at: int) -> str:
    tail = _LETTERS_AND_STOPS.search(text, max(0, at - _LONGEST_WORD), at)
    return tail[0].lstrip(".") if tail else ""


def _lengthen(text: str, before: list[int], after: list[int]) -> tuple[int, int]:
    """Add the next sentence, or else the one before, to a very short one."""
    low, high = before[-1], after[0]
    if len(text[low:high].strip()) >= SHORT:
        return low, high
    if len(after) > 1:
        return low, after[1]
    return (before[-2] if len(before) > 1 else low), high


def _shorten(text: str, low: int, high: int, start: int, end: int, limit: int) -> tuple[int, int]:
    """Cut to ``limit`` between words, sharing what there is between both sides."""
    if high - low <= limit:
        return low, high
    spare = max(0, limit - (end - start))
    left = min(start - low, max(spare // 2, spare - (high - end)))
    right = min(high - end, spare - left)
    if start - left > low:
        low = _next_word(text, start - left, start)
    if end + right < high:
        high = _previous_word(text, end, end + right)
    return low, high


def _next_word(text: str, low: int, start: int) -> int:
    """The first word that begins in ``low:start``, else the first character that may."""
    for at in range(low, start):
        if text[at - 1].isspace():
            return at
    while low < start and unicodedata.combining(text[low]):
        low += 1
    return low


def _previous_word(text: str, end: int, high: int) -> int:
    for at in range(high, end, -1):
        if text[at].isspace():
            return at
    while high > end and unicodedata.combining(text[high]):
        high -= 1
    return high


def _trim(text: str, low: int, high: int, start: int, end: int) -> tuple[int, int]:
    while low < start and text[low].isspace():
        low += 1
    while high > end and text[high - 1].isspace():
        high -= 1
    return low, high
