from __future__ import annotations

import math
from functools import cache
from itertools import islice
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from gazetteer import Gazetteer
from gazetteer.channel import (
    BEGINNING,
    DEAREST,
    END,
    KINDS,
    Channel,
    Rules,
    kinds_of,
    read_rules,
    rules_text,
    shipped_channel,
)
from gazetteer.training.rewriting import Pair, fit_channel, pairs_of

_LETTERS = "abc"
_names = st.text(_LETTERS, min_size=1, max_size=6)
_costs = st.lists(st.floats(0.1, 8.0), min_size=len(KINDS), max_size=len(KINDS))
_groups = st.tuples(st.text(_LETTERS, min_size=1, max_size=3), st.text(_LETTERS, max_size=3))


def _is_rule(groups: tuple[str, str]) -> bool:
    recorded, written = map(len, groups)
    return recorded <= (3 if written else 1)


_rules = st.dictionaries(_groups.filter(_is_rule), _costs, max_size=8)


def _cheapest(recorded: str, written: str, rules: Rules, kind: int) -> float:
    """The same by recursion over the two names."""
    one, other = f"{BEGINNING}{recorded}{END}", f"{BEGINNING}{written}{END}"

    @cache
    def rest(i: int, j: int) -> float:
        if (i, j) == (len(one), len(other)):
            return 0.0
        ways = [math.inf]
        for group in range(min(3, len(one) - i) + 1):
            for letters in range(min(3, len(other) - j) + 1):
                if group or letters:
                    taken = one[i : i + group], other[j : j + letters]
                    single = group <= 1 and letters <= 1
                    marks = {BEGINNING, END} & set("".join(taken))
                    dearest = DEAREST if single and (not marks or not all(taken)) else math.inf
                    cost = rules[taken][kind] if taken in rules else dearest
                    ways.append(cost + rest(i + group, j + letters))
        return min(ways)

    return rest(0, 0)


@given(_rules, _names, st.lists(_names, min_size=1, max_size=4), st.data())
def test_the_cheapest_way_is_found(
    rules: dict[tuple[str, str], list[float]], written: str, names: list[str], data: st.DataObject
) -> None:
    rules |= {(mark, mark): [0.1] * len(KINDS) for mark in (BEGINNING, END)}
    some = st.integers(0, len(KINDS) - 1)
    kinds = data.draw(st.lists(some, min_size=len(names), max_size=len(names)))
    wanted = [
        _cheapest(name, written, rules, kind) - _cheapest(written, written, rules, kind)
        for name, kind in zip(names, kinds, strict=True)
    ]
    assert Channel(rules).costs(written, names, np.array(kinds)) == pytest.approx(wanted, abs=1e-3)


@given(st.text(max_size=12), st.integers(0, len(KINDS) - 1))
def test_a_name_as_it_is_costs_nothing(name: str, kind: int) -> None:
    assert shipped_channel().costs(name, [name], np.array([kind]))[0] == 0.0


@pytest.mark.parametrize(
    ("country", "written", "right", "wrong"),
    [
        ("SY", "areeha", "ariha", "arusha"),
        ("IR", "keshlagh", "qeshlaq", "kashlar"),
        ("IL", "kherut", "herut", "kerat"),
        ("UA", "butscha", "bucha", "butka"),
        ("CN", "hsuchang", "xuchang", "huchang"),
    ],
)
def test_habits_are_cheaper_than_slips(country: str, written: str, right: str, wrong: str) -> None:
    kinds = kinds_of([country, country])
    cheap, dear = shipped_channel().costs(written, [right, wrong], kinds)
    assert cheap < dear


def test_each_country_has_one_kind() -> None:
    codes = [code for some in KINDS.values() for code in some.split()]
    assert len(codes) == len(set(codes))
    assert kinds_of(["UA", "FR"]).tolist() == [list(KINDS).index("cyrillic"), 0]


def test_rules_are_read_as_they_were_written() -> None:
    rules = {("", "a"): [1.5] * len(KINDS), ("sch", "sh"): [0.25] * len(KINDS)}
    assert read_rules(rules_text(rules)) == rules


def test_pairs_are_alike_but_not_the_same(gazetteer: Gazetteer) -> None:
    pairs = list(islice(pairs_of(gazetteer, Random(1)), 300))
    assert all(pair.recorded != pair.written for pair in pairs)
    longest = [max(len(pair.recorded), len(pair.written)) - 2 for pair in pairs]
    apart = [Levenshtein.distance(pair.recorded, pair.written) for pair in pairs]
    assert all(d <= 0.45 * n for d, n in zip(apart, longest, strict=True))
    assert len({pair.kind for pair in pairs}) > 1


def test_habits_are_learned_from_pairs_of_names() -> None:
    chance = Random(1)
    pairs = []
    for number in range(600):
        rest = "".join(chance.choice("aeioulnmrt") for _ in range(4))
        # Slavic names are written with sch, Arabic ones never.
        written, kind = ("sch", 1) if number % 2 else ("s", 2)
        pairs.append(Pair(f"{BEGINNING}sh{rest}{END}", f"{BEGINNING}{written}{rest}{END}", kind))
    channel = Channel(fit_channel(pairs))
    slavic, arabic = channel.costs("schirin", ["shirin", "shirin"], np.array([1, 2]))
    assert slavic + 1.0 < arabic
