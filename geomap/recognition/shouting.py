"""Shouting: all-caps lines, written as running text would have them."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from geomap.recognition.names import NameIndex
from geomap.recognition.tokens import Tokens

#: A line of fewer words in capitals may be an abbreviation or a dateline.
_FEWEST_WORDS = 3
#: log10 of the population from which on a word is taken for a name where no word of place stands
#: before it.
_KNOWN = 4.8
#: Shorter words, elsewhere, are no names.
_FEWEST_LETTERS = 4


def lower_shouts(tokens: Tokens, names: NameIndex, placing: Container[str]) -> Tokens:
    """Return tokens with those of all-caps lines in small letters, names with a capital.

    ``placing`` are the words that stand before places, in small letters.
    """
    lines: dict[int, list[int]] = {}
    for i, word in enumerate(tokens.words):
        if word.isalpha():
            lines.setdefault(tokens.lines[i], []).append(i)
    shouted = [
        some
        for some in lines.values()
        if len(some) >= _FEWEST_WORDS and all(tokens.words[i].isupper() for i in some)
    ]
    if not shouted:
        return tokens
    words = list(tokens.words)
    for i in (i for some in shouted for i in some):
        word = words[i]
        there = i > 0 and words[i - 1].lower() in placing
        prior = names.top_prior(word) or 0.0
        is_name = there or (prior >= _KNOWN and len(word) >= _FEWEST_LETTERS)
        words[i] = word.capitalize() if is_name else word.lower()
    return replace(tokens, words=words)
