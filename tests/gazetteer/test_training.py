from __future__ import annotations

from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gazetteer import Gazetteer
from gazetteer.likeness import FEATURES
from gazetteer.network import network_text, read_network
from gazetteer.training.descent import Plan
from gazetteer.training.examples import make_example
from gazetteer.training.habits import mistype, respell, transcribe
from gazetteer.training.judging import fit_judging
from gazetteer.training.ranking import fit_ranking
from gazetteer.training.spellings import Spelling


def test_presses_transcribe_as_they_do() -> None:
    made = {transcribe("Буча", Random(seed)) for seed in range(200)}
    assert {"Butscha", "Boutcha", "Bucza", "Boetsja", "Buča"} <= made


def test_only_cyrillic_is_transcribed() -> None:
    assert transcribe("Aleppo", Random(1)) is None


@given(st.text("abcdehiklmnoprstuvz ", min_size=3, max_size=20), st.integers())
def test_slips_keep_most_of_a_name(name: str, seed: int) -> None:
    made = mistype(name, Random(seed))
    assert abs(len(made) - len(name)) <= 3


def test_respelling_exchanges_letters() -> None:
    made = [respell("Shakhtarsk", Random(seed)) for seed in range(100)]
    assert made.count("Shakhtarsk") < 10
    assert len(set(made)) > 50


def test_a_place_taken_away_is_no_bearer_of_its_name(gazetteer: Gazetteer) -> None:
    place = gazetteer.lookup("Dieppe", country="FR", limit=1)[0].place
    row = gazetteer.rows.row_of_id(place.id)
    spelling = Spelling("Dgieppe", row, place.lat, place.lon, "typos")
    bearers = []
    for absent in (False, True):
        example = make_example(gazetteer, spelling, absent=absent)
        assert example is not None
        assert example.right.any() != absent
        columns = example.features[:, [FEATURES.index("edits"), FEATURES.index("bearers")]]
        bearers.append(np.expm1(columns[columns[:, 0].argmin(), 1]))
    # Dieppe in Canada is left.
    assert bearers[0] - bearers[1] >= 1
    assert bearers[1] >= 1


def test_the_ranking_learns_what_tells_right_from_wrong() -> None:
    chance = np.random.default_rng(1)
    features = [chance.normal(size=(5, 2)) for _ in range(200)]
    # What is nearest to 1 in the first column is right: no linear model can say so.
    right = [np.abs(f[:, 0] - 1) == np.abs(f[:, 0] - 1).min() for f in features]
    network = fit_ranking(features, right, np.ones(200), Plan(units=16, steps=2500, batch=32))
    best = [bool(r[network.score(f).argmax()]) for f, r in zip(features, right, strict=True)]
    assert np.mean(best) > 0.8


def test_the_judge_learns_a_probability() -> None:
    chance = np.random.default_rng(1)
    evidence = chance.normal(size=(2000, 1))
    right = chance.random(2000) < 1 / (1 + np.exp(-2 * evidence[:, 0]))
    network = fit_judging(evidence, right, np.ones(2000), Plan(units=4, steps=800, batch=64))
    sure = 1 / (1 + np.exp(-network.score(np.array([[0.0], [2.0]]))))
    assert abs(sure[0] - 0.5) < 0.1
    assert abs(sure[1] - 0.98) < 0.05


def test_a_network_is_read_as_it_was_written() -> None:
    chance = np.random.default_rng(1)
    plan = Plan(units=3, steps=5, batch=4)
    rows = [chance.normal(size=(1, 2)) for _ in range(20)]
    network = fit_judging(np.concatenate(rows), np.arange(20) % 2 == 0, np.ones(20), plan)
    again = read_network(network_text(network, ("one", "two")), ("one", "two"))
    some = chance.normal(size=(6, 2))
    assert np.allclose(again.score(some), network.score(some), atol=0.01)
