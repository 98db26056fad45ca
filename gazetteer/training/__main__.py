"""Trains likeness and plausibility: ``python -m gazetteer.training --help``.

Learned from are the even lines of files of spellings (``{"query", "geonameid", "lat", "lon"}``;
the odd ones are for judging), spellings made from the gazetteer's own names, and made names that
are no places. Each is looked up in the whole world; some also around a point nearby, in their
country, or with the right place taken away.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import numpy as np
from tqdm import tqdm

from gazetteer.index import Array
from gazetteer.likeness import FEATURES
from gazetteer.lookup import Gazetteer
from gazetteer.network import Network, network_text
from gazetteer.plausibility import EVIDENCE
from gazetteer.scope import NEAR_KM
from gazetteer.training.examples import Example, make_example
from gazetteer.training.judging import fit_judging, winner
from gazetteer.training.ranking import fit_ranking
from gazetteer.training.spellings import Spelling, displace, make_spellings, read_spellings
from gazetteer.training.strangers import make_strangers

PACKAGE = Path(__file__).parents[1]
#: How much a spelling of the files counts beside a made one.
_FROM_FILE = 3.0
#: How much one counts whose right place was taken away, and a name that is no place; beside a
#: point that somebody gave, both are rarer.
_ABSENT, _STRANGE, _NEARBY = 0.1, 6.0, 0.5
_STRANGER = "stranger"


def look_up(gazetteer: Gazetteer, spelling: Spelling, chance: Random) -> Iterator[Example]:
    """Look a spelling up in the world, around a point, in its country, and in vain."""
    rows = gazetteer.rows
    if spelling.kind == _STRANGER:
        tries: list[tuple[Array | None, bool]] = [(None, True)]
    else:
        tries = [(None, False), (None, True)] if chance.random() < 0.4 else [(None, False)]
    draw = chance.random()
    if draw < 0.45:
        point = displace(spelling.lat, spelling.lon, NEAR_KM, chance)
        absent = draw < 0.15 or spelling.kind == _STRANGER
        tries.append((rows.rows_near(*point, NEAR_KM), absent))
    elif draw < 0.55 and spelling.row is not None:
        country = rows.countries[rows.country[spelling.row]]
        tries.append((rows.rows_in_country(country), draw < 0.47 or spelling.kind == _STRANGER))
    for places, absent in tries:
        example = make_example(gazetteer, spelling, places, absent=absent)
        if example:
            yield example


def read_examples(
    gazetteer: Gazetteer, paths: Sequence[Path], made: int, chance: Random
) -> Iterator[Example]:
    """Make the examples of all files, and of so many made spellings of each kind."""
    spellings = [s for path in paths for s in read_spellings(gazetteer, path, half=0)]
    spellings += tqdm(make_spellings(gazetteer, made, chance), "making", 3 * made)
    for name in make_strangers(made // 2, chance):
        if not gazetteer.names.find(name):
            row = chance.randrange(len(gazetteer.rows))
            at = float(gazetteer.rows.lat[row]), float(gazetteer.rows.lon[row])
            spellings.append(Spelling(name, row, *at, _STRANGER))
    for spelling in tqdm(spellings, "looking up"):
        yield from look_up(gazetteer, spelling, chance)


def weight_of(example: Example) -> float:
    """How much an example counts."""
    if example.spelling.kind == _STRANGER:
        weight = _STRANGE
    else:
        weight = _ABSENT if example.absent else 1.0
        weight *= 1.0 if example.spelling.made else _FROM_FILE
    return weight * _NEARBY if example.absent and example.nearby else weight


def train_ranking(examples: Sequence[Example]) -> Network:
    """Fit the ranking to the examples that have something right."""
    usable = [e for e in examples if e.right.any() and not e.right.all()]
    weights = np.array([weight_of(e) for e in usable])
    return fit_ranking([e.features for e in usable], [e.right for e in usable], weights)


def train_judging(gazetteer: Gazetteer, examples: Sequence[Example], ranking: Network) -> Network:
    """Fit plausibility to the winners of all examples."""
    winners = [winner(gazetteer, e, ranking) for e in examples]
    evidence, right = np.stack([w for w, _ in winners]), np.array([r for _, r in winners])
    return fit_judging(evidence, right, np.array([weight_of(e) for e in examples]))


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("spellings", nargs="+", type=Path)
    parser.add_argument("--gazetteer", type=Path, required=True)
    parser.add_argument("--made", type=int, default=14_000, help="spellings of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--output", type=Path, default=PACKAGE, metavar="FOLDER")
    arguments = parser.parse_args()
    gazetteer, chance = Gazetteer.open(arguments.gazetteer), Random(arguments.seed)
    examples = list(read_examples(gazetteer, arguments.spellings, arguments.made, chance))
    ranking = train_ranking(examples)
    judging = train_judging(gazetteer, examples, ranking)
    for network, names, file in (
        (ranking, FEATURES, "likeness.tsv"),
        (judging, EVIDENCE, "plausibility.tsv"),
    ):
        (arguments.output / file).write_text(network_text(network, names), encoding="utf-8")


if __name__ == "__main__":
    main()
