"""Casing: gives words of all-caps lines and of caseless texts the case they would have."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice

from geomap.recognition.clusters import COMMON, DEMONYM, FIRST_NAME, WordTable
from geomap.recognition.features import find_flags, find_hint
from geomap.recognition.names import NameIndex
from geomap.recognition.tokens import Tokens

#: Line cases, classes of the tagger's "case" column.
PLAIN, UPPER, TITLED, CASELESS = 0, 1, 2, 3

_SHORT = 3
#: How well known a place must be, and how well when its name is made of common words.
_KNOWN, _GREAT = 4.3, 6.5
#: How well after a preposition of place in a text without capitals.
_KNOWN_THERE = 3.7
#: What share of the words of such a text may have a capital, and how many all-caps ones it may
#: have for one in lower case. The beginnings of its sentences alone are a twentieth of other texts.
_STRAY, _SHOUTED = 0.02, 0.25
#: Words with a capital in names only: kinds 2 and 3 of :func:`find_hint`; 4 are prepositions.
_PARTS_OF_NAMES, _LOCATIVE = (1, 2, 3), 4
_SMALL = frozenset(
    """a an the of and or but in on at to from by for with as is are was were be it its not no up
    out off over under after before into near""".split()
)


def restore_case(tokens: Tokens, table: WordTable, names: NameIndex) -> tuple[list[str], list[int]]:
    """Return each word as it would be written in running text, and the case of its line.

    In an all-caps line every word gets a capital, unless it is a common word that is no part
    of a name. In a text without capitals only the words do that are demonyms or names of well
    known places and not common words; so in a hashtag.
    """
    if _is_caseless(tokens.words):
        return _capitalise_names(tokens.words, table, names), [CASELESS] * len(tokens)
    cases = _judge_lines(tokens)
    if UPPER not in cases and "#" not in tokens.words:
        return tokens.words, cases
    forms = list(tokens.words)
    for i, (word, case) in enumerate(zip(tokens.words, cases, strict=True)):
        if word == "#":
            _restore_hashtag(forms, tokens, i, table, names)
        elif case == UPPER and len(word) > 1 and word.isalpha():
            is_name = _is_name(tokens.words, i, table, names)
            forms[i] = word.capitalize() if is_name else word.lower()
    return forms, cases


def _is_caseless(words: list[str]) -> bool:
    """Whether a text is written without capitals, but for an abbreviation or a shout."""
    most = int(len(words) * _STRAY)
    capitalised = (word for word in words if word.istitle() and word not in ("I", "A"))
    titled = sum(1 for _ in islice(capitalised, most + 1))
    # Most texts soon have too many, however many of the other words are in lower case.
    if titled > most:
        return False
    lower, upper = sum(map(str.islower, words)), sum(map(str.isupper, words))
    return lower > 2 and titled <= lower * _STRAY and upper <= lower * _SHOUTED


def _is_name(words: list[str], i: int, table: WordTable, names: NameIndex) -> bool:
    """Whether a word of an all-caps line would have a capital in running text."""
    low = words[i].lower()
    if low in _SMALL:
        return False
    if not table.find_flags(low) & COMMON or find_hint(low) in _PARTS_OF_NAMES:
        return True
    before = words[i - 1].lower() if i else ""
    if table.find_flags(before) & FIRST_NAME and not table.find_flags(before) & COMMON:
        return True
    prior = names.top_prior(low) or 0.0
    return prior >= _GREAT or (prior >= _KNOWN and find_hint(before) == _LOCATIVE)


def _restore_hashtag(
    forms: list[str], tokens: Tokens, at: int, table: WordTable, names: NameIndex
) -> None:
    """Restore the case of the words that are run together after a #."""
    i = at + 1
    while i < len(tokens) and tokens.starts[i] == tokens.ends[i - 1] and tokens.words[i].isalpha():
        word = tokens.words[i]
        if word.islower():
            forms[i] = _capitalise_names([word], table, names)[0]
        elif i > at + 1 or (i + 1 < len(tokens) and tokens.starts[i + 1] == tokens.ends[i]):
            is_name = _is_name(tokens.words, i, table, names)
            forms[i] = word if is_name else word.lower()
        i += 1


def _capitalise_names(words: list[str], table: WordTable, names: NameIndex) -> list[str]:
    """Return lower-cased words, with a capital where they are names of well known places."""
    forms, i = list(words), 0
    while i < len(words):
        there = i > 0 and find_hint(words[i - 1]) == _LOCATIVE
        length = next(
            (n for n in (3, 2, 1) if _is_known(words[i : i + n], n, there, table, names)), 0
        )
        for j in range(i, i + length):
            forms[j] = words[j].capitalize()
        i += max(1, length)
    return forms


def _is_known(
    words: list[str], length: int, there: bool, table: WordTable, names: NameIndex
) -> bool:
    if len(words) < length or not all(w.isalpha() and w.islower() for w in words):
        return False
    if words[0] in _SMALL or len(words[-1]) <= _SHORT:
        return False
    common = [bool(table.find_flags(w) & COMMON) for w in words]
    if length == 1 and not common[0] and find_flags(words[0], table) & DEMONYM:
        return True
    prior = names.top_prior(" ".join(words)) or 0.0
    if all(common):
        return length > 1 and prior >= _GREAT
    return prior >= (_KNOWN_THERE if there else _KNOWN)


def _judge_lines(tokens: Tokens) -> list[int]:
    """Return the case of each token's line: plain, all capitals, or Title Case."""
    cases = [PLAIN] * len(tokens)
    first = 0
    while first < len(tokens):
        end = bisect_right(tokens.lines, tokens.lines[first], first)
        case = _judge_line([w for w in tokens.words[first:end] if len(w) > _SHORT and w.isalpha()])
        if case != PLAIN:
            cases[first:end] = [case] * (end - first)
        first = end
    return cases


def _judge_line(words: list[str]) -> int:
    total = len(words)
    # Most lines are running text, and soon known for it.
    if total < 2 or sum(map(str.islower, words)) > 0.2 * total:
        return PLAIN
    upper = sum(map(str.isupper, words))
    if upper >= 0.8 * total:
        return UPPER
    title = sum(w[0].isupper() and not w.isupper() for w in words)
    return TITLED if total >= 4 and title >= 0.8 * total else PLAIN
