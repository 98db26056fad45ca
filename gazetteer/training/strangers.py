"""Strangers: names that are no places, for plausibility to learn to doubt.

Persons are drawn from the US Census name lists of PyPI ``names``; organisations and nonsense
words are put together here.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from random import Random

_TITLES = ("Mr", "Dr", "Ms")
_MOST_NAMES = 20_000
_TRADES = (
    "Brothers", "Foods", "Shipping", "Motors", "Bank", "Holdings", "Textiles", "Logistics",
    "Partners", "Records", "Studios", "Engineering", "Chemicals", "Group", "Trading Company",
    "Investments", "Publishing", "Design", "Consulting", "Farms", "Tools", "Boats", "Furniture",
)  # fmt: skip
_BODIES = (
    "Committee on {}",
    "Institute of {}",
    "Ministry of {}",
    "Society for {}",
    "Union of {}",
    "{} Workers Union",
    "Council for {}",
    "Office of {}",
    "National {} Service",
    "{} Commission",
)
_CAUSES = (
    "Agriculture", "Deep Sea Fishing", "Public Health", "Higher Learning", "Young Painters",
    "Free Trade", "Historic Ships", "Water Supply", "Child Welfare", "Road Safety", "Plumbers",
    "Old Age", "Foreign Trade", "Data Protection", "Fine Arts", "Grain Storage", "Tax Appeals",
)  # fmt: skip
_BEGINNINGS = "b bl br c ch cl cr d dr f fl fr g gl gr h j k kl l m n p pl pr qu r s sh sk sl sn "
_BEGINNINGS += "sp st str t th tr tw v w wh x y z"
_MIDDLES = "a e i o u ai ea ee ie oa oo ou y"
_ENDINGS = "b ck d ff g l ll m mp n nd ng nk p r rd rk rm rt s sk ss st t th x z"


def make_strangers(count: int, chance: Random) -> Iterator[str]:
    """Make so many names of persons, surnames, organisations and nonsense, in turn."""
    first, last = first_names(), surnames()
    for number in range(count):
        kind, surname = number % 4, chance.choice(last)
        if kind == 0:
            yield surname if chance.random() < 0.7 else f"{chance.choice(_TITLES)} {surname}"
        elif kind == 1:
            yield f"{chance.choice(first)} {surname}"
        elif kind == 2:
            yield _organisation(surname, chance)
        else:
            yield _nonsense(chance)


def first_names() -> list[str]:
    """Of men and women; some are both."""
    return [name for sex in ("male", "female") for name in _census(f"dist.{sex}.first")]


def surnames() -> list[str]:
    """The most frequent first."""
    return _census("dist.all.last")


def _census(file: str) -> list[str]:
    """Names of a list, the most frequent first; the rare ones are left out."""
    lines = (files("names") / file).read_text("utf-8").splitlines()
    return [line.split()[0].title() for line in lines[:_MOST_NAMES]]


def _organisation(surname: str, chance: Random) -> str:
    if chance.random() < 0.5:
        return f"{surname} {chance.choice(_TRADES)}"
    return chance.choice(_BODIES).format(chance.choice(_CAUSES))


def _nonsense(chance: Random) -> str:
    syllables = [
        chance.choice(_BEGINNINGS.split()) + chance.choice(_MIDDLES.split())
        for _ in range(chance.choice((2, 2, 3)))
    ]
    return "".join(syllables).title() + chance.choice(("", *_ENDINGS.split()))
