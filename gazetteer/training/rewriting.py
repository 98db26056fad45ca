"""Rewriting: learns the channel's costs from names that a gazetteer records of the same place.

Pairs of like names are aligned letter by letter (Levenshtein), which gives first counts of letter
groups written for each other; then aligned again by the cheapest groups and counted anew, a few
times over (hard expectation maximisation; Brill & Moore 2000 count once). Each kind of names
leans on the counts of all where it has few of its own.

``python -m gazetteer.training.rewriting --gazetteer FILE`` writes channel.tsv, before
``python -m gazetteer.training`` learns what the costs are worth.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from random import Random
from string import ascii_lowercase
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import Levenshtein

from gazetteer.channel import (
    BEGINNING,
    DEAREST,
    END,
    KINDS,
    MOST_LETTERS,
    Rules,
    kinds_of,
    rules_text,
)
from gazetteer.lookup import Gazetteer
from gazetteer.quality import PLAIN
from gazetteer.spelling import bare

#: Names are alike up to this distance, of the longer one's letters.
_ALIKE = 0.45
_FEWEST_LETTERS, _MOST_NAME_LETTERS = 3, 16
#: So many pairs of a place at most, and of a kind.
_OF_A_PLACE, _OF_A_KIND = 8, 40_000
#: A group of several letters must be seen once in so many pairs.
_SEEN_IN = 10_000
#: Groups of several letters are first counted so much beside the single ones they are made of.
_DOUBT = 0.5
#: For each pair of unlike names one of equal ones is thought of.
_EQUAL = 1.0
#: A kind's own counts are mixed with so many of all kinds.
_LEANING = 30.0
_ROUNDS_OF_ALL, _ROUNDS_OF_KIND = 3, 2
#: How many letters a group may have, recorded and written.
_SIZES = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (2, 2), (3, 1), (1, 3), (3, 2), (2, 3))

Groups = tuple[str, str]
Costs = Mapping[Groups, float]


class Pair(NamedTuple):
    """Two names of a place, with `BEGINNING` and `END`, and the kind they are of."""

    recorded: str
    written: str
    kind: int


def pairs_of(gazetteer: Gazetteer, chance: Random) -> Iterator[Pair]:
    """Pairs of unlike but not too unlike Latin names of the same place."""
    index, rows, trie = gazetteer.index, gazetteer.rows, gazetteer.index.trie
    plain = np.flatnonzero((index["name_key"] >= 0) & (index["name_quality"] == PLAIN))
    plain = plain[np.argsort(index["name_place"][plain], kind="stable")]
    places, keys = index["name_place"][plain], index["name_key"][plain]
    kinds = kinds_of(rows.countries)[rows.country[places]].tolist()
    starts = np.flatnonzero(np.diff(places, prepend=-1)).tolist()
    for start, stop in zip(starts, [*starts[1:], len(places)], strict=True):
        names = {bare(trie.restore_key(int(key))): None for key in keys[start:stop]}
        alike = [two for two in combinations(filter(_is_usable, names), 2) if _are_alike(*two)]
        for two in chance.sample(alike, min(len(alike), _OF_A_PLACE)):
            one, other = chance.sample(two, 2)
            yield Pair(f"{BEGINNING}{one}{END}", f"{BEGINNING}{other}{END}", kinds[start])


def _is_usable(name: str) -> bool:
    fits = _FEWEST_LETTERS <= len(name) <= _MOST_NAME_LETTERS
    return fits and name.isascii() and name.isalpha()


def _are_alike(one: str, other: str) -> bool:
    return Levenshtein.distance(one, other) <= _ALIKE * max(len(one), len(other))


def fit_channel(pairs: Iterable[Pair]) -> Rules:
    """Learn costs for all kinds of names from pairs of names in random order."""
    of_kind: list[list[Pair]] = [[] for _ in KINDS]
    for pair in pairs:
        if len(of_kind[pair.kind]) < _OF_A_KIND:
            of_kind[pair.kind].append(pair)
    everything = [pair for some in of_kind for pair in some]
    sources = _Sources(everything)
    least = len(everything) / _SEEN_IN
    costs = sources.costs(_first_counts(everything), least)
    for _ in range(_ROUNDS_OF_ALL):
        costs = sources.costs(_counts(everything, costs), least)
    kinds = [_costs_of_kind(some, costs) for some in of_kind]
    return {rule: [kind[rule] for kind in kinds] for rule in costs}


def _costs_of_kind(pairs: Sequence[Pair], of_all: Costs) -> Costs:
    sources, costs = _Sources(pairs), of_all
    for _ in range(_ROUNDS_OF_KIND):
        counts = _counts(pairs, costs)
        costs = {rule: sources.mixed_cost(rule, counts[rule], of_all[rule]) for rule in of_all}
    return costs


class _Sources:
    """How often each group occurs in the recorded names of some pairs."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self._seen: Counter[str] = Counter()
        for recorded, _, _ in pairs:
            # Letters may be added between any two.
            self._seen[""] += len(recorded) - 1
            for size in range(1, MOST_LETTERS + 1):
                self._seen.update(recorded[i : i + size] for i in range(len(recorded) - size + 1))

    def costs(self, counts: Mapping[Groups, float], least: float) -> Costs:
        """Costs of single letters, and of the groups counted so often."""
        costs: dict[Groups, float] = dict.fromkeys(_single_letters(), DEAREST)
        for rule, count in counts.items():
            if rule in costs or count >= least:
                costs[rule] = min(self.mixed_cost(rule, count), costs.get(rule, math.inf))
        return costs

    def mixed_cost(self, rule: Groups, count: float, of_all: float = DEAREST) -> float:
        group, written = rule
        seen = self._seen[group] * (1.0 + _EQUAL)
        if group == written:
            count += self._seen[group] * _EQUAL
        mixed = (count + _LEANING * math.exp(-of_all)) / (seen + _LEANING)
        return -math.log(min(mixed, 1.0))


def _single_letters() -> Iterator[Groups]:
    for one in ascii_lowercase:
        yield from ((one, ""), ("", one))
        yield from ((one, other) for other in ascii_lowercase)
    yield from ((BEGINNING, BEGINNING), (END, END))


def _first_counts(pairs: Sequence[Pair]) -> Mapping[Groups, float]:
    counts: defaultdict[Groups, float] = defaultdict(float)
    for recorded, written, _ in pairs:
        columns = _columns(recorded, written)
        for at in range(len(columns)):
            group = other = ""
            for end in range(at, min(at + MOST_LETTERS, len(columns))):
                group, other = group + columns[end][0], other + columns[end][1]
                if end == at:
                    counts[group, other] += 1
                elif group != other and (len(group), len(other)) in _SIZES:
                    counts[group, other] += _DOUBT
    return counts


def _columns(recorded: str, written: str) -> list[Groups]:
    """Two names aligned: a letter of each, or of one alone."""
    columns: list[Groups] = []
    for step in Levenshtein.opcodes(recorded, written):
        one = recorded[step.src_start : step.src_end]
        other = written[step.dest_start : step.dest_end]
        if one and other:
            columns += zip(one, other, strict=True)
        else:
            columns += [(letter, "") for letter in one] + [("", letter) for letter in other]
    return columns


def _counts(pairs: Sequence[Pair], costs: Costs) -> Counter[Groups]:
    counts: Counter[Groups] = Counter()
    for recorded, written, _ in pairs:
        counts.update(_cheapest(recorded, written, costs))
    return counts


def _cheapest(recorded: str, written: str, costs: Costs) -> list[Groups]:
    """The groups of the cheapest way to write one name as another."""
    reached = [[math.inf] * (len(written) + 1) for _ in range(len(recorded) + 1)]
    reached[0][0] = 0.0
    came: dict[tuple[int, int], tuple[int, int]] = {}
    for i, row in enumerate(reached):
        for j, best in enumerate(row):
            for group, other in _SIZES:
                if group > i or other > j:
                    continue
                before = reached[i - group][j - other]
                if before >= best:
                    continue
                cost = costs.get((recorded[i - group : i], written[j - other : j]))
                if cost is not None and before + cost < best:
                    best = row[j] = before + cost
                    came[i, j] = group, other
    groups, i, j = [], len(recorded), len(written)
    while i or j:
        group, other = came[i, j]
        groups.append((recorded[i - group : i], written[j - other : j]))
        i, j = i - group, j - other
    return groups


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--gazetteer", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "-o", "--output", type=Path, default=Path(__file__).parents[1] / "channel.tsv"
    )
    arguments = parser.parse_args()
    chance = Random(arguments.seed)
    pairs = list(pairs_of(Gazetteer.open(arguments.gazetteer), chance))
    chance.shuffle(pairs)
    arguments.output.write_text(rules_text(fit_channel(pairs)), encoding="utf-8")


if __name__ == "__main__":
    main()
