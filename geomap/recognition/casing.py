"""Casing: gives words of all-caps lines and of caseless texts the case they would have."""

from __future__ import annotations

from geomap.recognition.clusters import COMMON, WordTable
from geomap.recognition.names import NameIndex
from geomap.recognition.tokens import Tokens

#: Line cases, classes of the tagger's "case" column.
PLAIN, UPPER, TITLED, CASELESS = 0, 1, 2, 3

_SHORT = 3
_KNOWN = 4.3


def restore_case(tokens: Tokens, table: WordTable, names: NameIndex) -> tuple[list[str], list[int]]:
    """Return each word as it would be written in running text, and the case of its line.

    In an all-caps line every word gets a capital. In a text without capitals only the words
    do that are names of well known places and not common words.
    """
    letters = [w for w in tokens.words if w.isalpha() and len(w) > 1]
    if len(letters) > 2 and not any(w[0].isupper() for w in letters):
        forms = [_capitalise_name(w, table, names) for w in tokens.words]
        return forms, [CASELESS] * len(tokens)
    cases = _judge_lines(tokens)
    if UPPER not in cases:
        return tokens.words, cases
    forms = [
        w.capitalize() if case == UPPER and len(w) > 1 and w.isalpha() else w
        for w, case in zip(tokens.words, cases, strict=True)
    ]
    return forms, cases


def _capitalise_name(word: str, table: WordTable, names: NameIndex) -> str:
    if len(word) <= _SHORT or not word.isalpha() or table.find_flags(word) & COMMON:
        return word
    prior = names.top_prior(word)
    return word.capitalize() if prior is not None and prior >= _KNOWN else word


def _judge_lines(tokens: Tokens) -> list[int]:
    """Return the case of each token's line: plain, all capitals, or Title Case."""
    upper: dict[int, int] = {}
    title: dict[int, int] = {}
    every: dict[int, int] = {}
    for word, line in zip(tokens.words, tokens.lines, strict=True):
        if word.isalpha() and len(word) > _SHORT:
            every[line] = every.get(line, 0) + 1
            if word.isupper():
                upper[line] = upper.get(line, 0) + 1
            elif word[0].isupper():
                title[line] = title.get(line, 0) + 1
    case_of = {}
    for line, total in every.items():
        if total >= 2 and upper.get(line, 0) >= 0.8 * total:
            case_of[line] = UPPER
        elif total >= 4 and title.get(line, 0) >= 0.8 * total:
            case_of[line] = TITLED
    return [case_of.get(line, PLAIN) for line in tokens.lines]
