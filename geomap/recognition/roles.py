"""Roles: is something there, does the name stand for a government, or for people.

Demonyms are known by their label or form. Between *literal* and *associative* a logistic regression
decides, with weights in ``model/roles.tsv`` (see :mod:`geomap.recognition.training.roles`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from pathlib import Path

from geomap.recognition.clusters import WordTable
from geomap.recognition.features import find_hint
from geomap.recognition.lexicons import PEOPLES, PREPOSITIONS, is_demonym
from geomap.recognition.mention import Role
from geomap.recognition.named import Named
from geomap.recognition.names import NameIndex, bucket
from geomap.recognition.shapes import SHAPES, find_shape
from geomap.recognition.tokens import Tokens

#: Feature of every name.
BIAS = "bias"
_EDGE = "<edge>"
#: What :func:`~geomap.recognition.features.find_hint` says of the heads of organisations.
_ORGANISATION = 2
#: Words that a list of names goes on over, and how far one is followed.
_IN_LISTS = frozenset((",", "and", "or", "&"))
_LONGEST_LIST = 14
#: How many words after a name may be ruled by it, and which ones rule no more.
_LONGEST_PHRASE = 5
_POSSESSIVES = frozenset(("'s", "’s"))
_PHRASE_ENDS = frozenset("and or is was has have that which who will".split())
#: How many words before a name its preposition may stand.
_FURTHEST_HEAD = 5
#: Where the words are that count by themselves: right before and behind the name, and further.
_BESIDE, _FURTHER = (-1, 1), (-2, 2, 3)
#: So many words have what they weigh kept for the next name.
_KEPT = 4096


class RoleJudge:
    """Says what role a place name plays where it stands."""

    def __init__(self, weights: dict[str, float], table: WordTable, names: NameIndex) -> None:
        # In hundredths, as they are written: what adds up to nothing is nothing, in any order.
        self._weights = {feature: round(100 * weight) for feature, weight in weights.items()}
        self._table = table
        self._names = names
        self._weigh_word = lru_cache(maxsize=_KEPT)(self._weigh_new_word)

    def find_role(self, tokens: Tokens, name: Named) -> Role:
        """Return the role of a name that is a place or demonym.

        ``associative`` is a place inside an organisation's name or one that stands for a
        government ("Moscow declared"), ``literal`` any other.
        """
        if names_people(tokens, name):
            return "demonym"
        around = _Around(tokens, name)
        if _is_inside(around):
            return "associative"
        known = _find_class(around, name, self._names)
        score = self._weigh(_describe_whole(around, name, known, self._table))
        for offset in _FURTHER:
            score += self._weigh_word(around.read(offset), offset)
        for offset in _BESIDE:
            score += self._weigh_word(around.read(offset), offset, _size(known))
        return "associative" if score > 0 else "literal"

    def _weigh_new_word(self, word: str, offset: int, size: str = "") -> int:
        return self._weigh(_describe(word, offset, self._table, size))

    def _weigh(self, features: list[str]) -> int:
        weigh = self._weights.get
        return sum([weigh(feature, 0) for feature in features])


def names_people(tokens: Tokens, name: Named) -> bool:
    """Whether a name is a demonym, by its label or its form."""
    text = " ".join(tokens.words[name.first : name.end])
    return name.kind == "DEM" or is_demonym(text) or text in PEOPLES


class _Around:
    """The words of the sentence that a name is in; those of another say nothing."""

    def __init__(self, tokens: Tokens, name: Named) -> None:
        self.words, self.first, self.end = tokens.words, name.first, name.end
        openings = tokens.openings
        start = openings[bisect_right(openings, name.first) - 1]
        behind = bisect_left(openings, name.end)
        end = openings[behind] if behind < len(openings) else len(tokens)
        self.sentence = range(start, end)
        before = [_EDGE, _EDGE, *tokens.words[max(start, name.first - 2) : name.first]]
        after = tokens.words[name.end : min(end, name.end + _LONGEST_PHRASE)]
        self.before = before[:-3:-1]
        self.behind = [*after, *[_EDGE] * (_LONGEST_PHRASE - len(after))]

    def read(self, offset: int) -> str:
        """The word so far before or behind the name, two before to five behind."""
        return self.before[-offset - 1] if offset < 0 else self.behind[offset - 1]


def _is_inside(around: _Around) -> bool:
    """Whether an organisation's name goes on with the place: "University of"."""
    before, head = around.read(-1), around.read(-2)
    return before == "of" and head[:1].isupper() and find_hint(head.lower()) == _ORGANISATION


def describe_role(tokens: Tokens, name: Named, table: WordTable, names: NameIndex) -> list[str]:
    """Return the features of a name: the words around it, how well known it is, its kind."""
    around = _Around(tokens, name)
    known = _find_class(around, name, names)
    features = _describe_whole(around, name, known, table)
    for offset in _FURTHER:
        features += _describe(around.read(offset), offset, table)
    for offset in _BESIDE:
        features += _describe(around.read(offset), offset, table, _size(known))
    return features


def _find_class(around: _Around, name: Named, names: NameIndex) -> int:
    return bucket(names.top_prior(" ".join(around.words[name.first : name.end])))


def _size(known: int) -> str:
    return "great" if known >= 5 else "small"


def _describe_whole(around: _Around, name: Named, known: int, table: WordTable) -> list[str]:
    """Return what the name says, and what the words around say together."""
    size, text = _size(known), " ".join(around.words[name.first : name.end])
    features = [BIAS, f"known={known}", f"kind={name.kind}", f"name={text.lower()}"]
    before, after = around.read(-1), around.read(1)
    features.append(f"around={find_hint(before.lower())},{find_hint(after.lower())},{size}")
    if after in ("'s", "’s", "'", "’"):
        features.append(f"owns:{table.find_cluster(around.read(2).lower())}")
    features += _describe_pairs(around, table)
    features += _describe_phrase(around, table)
    features += _describe_list(around, table, size)
    return features + _describe_head(around, table)


def _describe_pairs(around: _Around, table: WordTable) -> list[str]:
    """Return what the words on both sides, and two words on one side, say together."""
    further, before, after, beyond = (around.read(k).lower() for k in (-2, -1, 1, 2))
    fine, next_fine = table.find_cluster(after), table.find_cluster(beyond)
    return [
        f"pair:{before}|{table.coarse[fine]}",
        f"pair:{table.find_cluster(before)}|{find_hint(after)}|{_name_shape(after)}",
        f"two:{further} {before}",
        f"two:{find_hint(further)} {before}",
        f"then:{fine},{table.coarse[next_fine]}",
    ]


def _describe_phrase(around: _Around, table: WordTable) -> list[str]:
    """Return what the words say, in any order, that a name modifies or owns."""
    features = set()
    for word in map(str.lower, around.behind):
        if word in _POSSESSIVES:
            features.add("phrase:owned")
        elif word[0].isalpha() and word not in PREPOSITIONS and word not in _PHRASE_ENDS:
            features.add(f"phrase:h={find_hint(word)}")
            features.add(f"phrase:k={table.coarse[table.find_cluster(word)]}")
        else:
            break
    return sorted(features)


def _describe_list(around: _Around, table: WordTable, size: str) -> list[str]:
    """Return what stands before and after the list of names that a name is in."""
    features, words = [], around.words
    for step, at in ((-1, around.first - 1), (1, around.end)):
        start = at
        while abs(at - start) < _LONGEST_LIST and at in around.sentence:
            if words[at] not in _IN_LISTS and not words[at][:1].isupper():
                break
            at += step
        if at != start:
            word = words[at].lower() if at in around.sentence else _EDGE
            features.append(f"list{step}:w={word}")
            features.append(f"list{step}:c={table.find_cluster(word)}")
            features.append(f"list{step}:h={find_hint(word)},{size}")
    return features


def _describe_head(around: _Around, table: WordTable) -> list[str]:
    """Return the preposition that governs a name, and the word before that."""
    at = around.first - 1
    while around.first - at <= _FURTHEST_HEAD and at in around.sentence:
        word = around.words[at].lower()
        if word in PREPOSITIONS:
            head = around.words[at - 1].lower() if at - 1 in around.sentence else _EDGE
            fine = table.find_cluster(head)
            away = min(around.first - 1 - at, 2)
            return [
                f"under:{word}", f"under:{word}:{away}", f"head:{head} {word}",
                f"head:{word}:c={fine}", f"head:{word}:k={table.coarse[fine]}",
            ]  # fmt: skip
        if not word[0].isalnum():
            break
        at -= 1
    return [f"under:{_EDGE}"]


def _name_shape(word: str) -> str:
    return SHAPES[find_shape(word)] if word != _EDGE else _EDGE


def _describe(word: str, offset: int, table: WordTable, size: str = "") -> list[str]:
    """Return what a word so far before or behind a name says, also with the size of the place."""
    if word == _EDGE:
        return [f"{offset}:{_EDGE}"]
    low = word.lower()
    cluster = table.find_cluster(low)
    facts = [
        f"c={cluster}", f"k={table.coarse[cluster]}", f"h={find_hint(low)}",
        f"s={SHAPES[find_shape(word)]}",
    ]  # fmt: skip
    features = [f"{offset}:w={low}", *[f"{offset}:{fact}" for fact in facts]]
    return features + [f"{offset}:{size}:{fact}" for fact in facts] if size else features


def read_weights(path: Path) -> dict[str, float]:
    """Read a table of feature and weight, a line each."""
    lines = path.read_text(encoding="utf-8").split("\n")
    pairs = (line.rpartition("\t") for line in lines if line)
    return {feature: float(weight) for feature, _, weight in pairs}


def write_weights(path: Path, weights: dict[str, float]) -> None:
    """Write weights that do not round to nothing, as :func:`read_weights` reads them."""
    kept = sorted((f, w) for f, w in weights.items() if abs(w) >= 0.005)
    path.write_text("".join(f"{f}\t{w:.2f}\n" for f, w in kept), encoding="utf-8")
