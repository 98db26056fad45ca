"""Heads: how names of places begin in other languages, and what villages stand behind in English.

The tagger takes a name that nobody wrote before for a person's as often: "Kafr Naya", "villagers of
Let Htoke Taw".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geomap.recognition.definitions import KIND_WORDS
from geomap.recognition.lexicons import ORGANISATION_HEADS
from geomap.recognition.named import Named
from geomap.recognition.tokens import Tokens

#: Words behind which "of" leads on to villages.
_MANY = KIND_WORDS | frozenset(
    "hamlets inhabitants settlements suburbs towns villagers villages".split()
)
#: What names in other languages begin with, which is no word of English and nobody's first name.
_FOREIGN_HEADS = frozenset(
    """Ain Ayn Bahr Bayt Beit Bir Bordj Borj Dair Dayr Debre Deir Djebel Gunung Jabal Jebel Kafar
    Kafr Kampong Kampung Kfar Khirbat Khirbet Kuala Ksar Oued Phnom Pulau Sungai Tanjung Tel Tell
    Teluk Um Umm Wad Wadi Bolshaya Bolshoye Krasnaya Krasny Malaya Novaya Novyi Staraya Stara
    Velika Velikaya Velyka Velykyi Verkhnia Verkhnyaya""".split()
)
_JOINTS = frozenset("al el an ar as ash at az ez es -".split())
_MOST_WORDS = 3


def find_told(tokens: Tokens, accepted: Iterable[Named]) -> Iterator[Named]:
    """Yield names that begin as those of places do, or stand behind "villagers of".

    Examples
    --------
    >>> from geomap.recognition.tokens import split_tokens
    >>> tokens = split_tokens("They took Tel al-Akhdar and the village of Mae Ta.")
    >>> [" ".join(tokens.words[n.first : n.end]) for n in find_told(tokens, ())]
    ['Tel al - Akhdar', 'Mae Ta']
    """
    words = tokens.words
    # Of "Tel" alone the rest is missing.
    whole = (n for n in accepted if n.end > n.first + 1 or words[n.first] not in _FOREIGN_HEADS)
    seen = {at for name in whole for at in range(name.first, name.end)}
    for at in tokens.capitals:
        if at in seen or not at:
            continue
        kind = words[at - 2] if at > 1 and words[at - 1] == "of" else ""
        is_many = (kind.lower() if tokens.opens[at - 2] else kind) in _MANY
        if is_many:
            end = _end_run(tokens, at)
        elif words[at] in _FOREIGN_HEADS and not (words[at - 1][0].isupper() or tokens.opens[at]):
            end = _end_joined(tokens, at)
        else:
            continue
        is_body = any(word.lower() in ORGANISATION_HEADS for word in words[at:end])
        if end > at + (not is_many) and not is_body:
            yield Named(at, end, "LOC", 0.0)


def _end_run(tokens: Tokens, at: int) -> int:
    """Return where the words with capitals end that begin a name."""
    end, words = at, tokens.words
    while end < min(len(words), at + _MOST_WORDS) and words[end].istitle():
        if end > at and tokens.opens[end]:
            break
        end += 1
    return end


def _end_joined(tokens: Tokens, at: int) -> int:
    """Return where a name ends in which an article may be joined: "Tel al-Hawa"."""
    end, words = at + 1, tokens.words
    while end < len(words) and words[end] in _JOINTS:
        end += 1
    last = _end_run(tokens, end) if end < len(words) else end
    return last if last > end else at
