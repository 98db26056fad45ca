"""Names that the tagger nearly took for places get a second chance, and are judged."""

from __future__ import annotations

import numpy as np
import pytest

from geomap.recognition.candidates import Reading, add_chances
from geomap.recognition.clusters import WordTable
from geomap.recognition.evidence import describe_evidence
from geomap.recognition.features import find_hint
from geomap.recognition.forest import Forest, pack_forest, unpack_forest
from geomap.recognition.labels import LABELS
from geomap.recognition.named import Named, find_margins, join_labels, rate_kinds
from geomap.recognition.names import NoNames
from geomap.recognition.tagger import Tagging
from geomap.recognition.tokens import split_tokens
from geomap.recognition.training.forests import join_trees

TEXT = "Ana Bree of Corvo met Corvo in Dune"
EMPTY = WordTable({}, b"", b"", bytes(256), b"")


def _tag(best: dict[int, str], second: dict[int, tuple[str, float]]) -> Tagging:
    """Return a tagging of :data:`TEXT` with the labels and the runners-up given by word."""
    marginals = np.full((8, len(LABELS)), -9.0, dtype=np.float32)
    marginals[:, 0] = 0.0
    for at, label in best.items():
        marginals[at, LABELS.index(label)] = 1.0
    for at, (label, behind) in second.items():
        marginals[at, LABELS.index(label)] = 1.0 - behind
    return Tagging(marginals.argmax(axis=1), marginals)


TAGGING = _tag(
    {0: "B-PER", 1: "I-PER", 3: "B-LOC", 5: "B-ORG", 7: "B-PER"},
    {5: ("B-LOC", 0.5), 7: ("B-LOC", 3.0)},
)


def _read() -> Reading:
    margins = find_margins(TAGGING)
    tokens, names = split_tokens(TEXT), join_labels(TAGGING, margins)
    places = [n for n in names if n.kind == "LOC"]
    candidates = add_chances(tokens, TAGGING, margins, places)
    return Reading(tokens, margins, rate_kinds(TAGGING), names, candidates)


def test_a_near_miss_is_a_candidate_and_a_sure_person_is_not() -> None:
    assert _read().candidates == [Named(3, 4, "LOC", 1.0), Named(5, 6, "LOC", -0.5)]


def test_evidence_tells_what_the_same_name_is_elsewhere() -> None:
    rows = describe_evidence(_read(), EMPTY, NoNames())
    assert rows.shape[0] == 2
    assert np.isfinite(rows).all()
    # The place has an organisation of the same name elsewhere, and the other way round.
    same, places, persons, others = 10, 11, 12, 13
    assert rows[0, [same, places, persons, others]].tolist() == [1, 0, 0, 1]
    assert rows[1, [same, places, persons, others]].tolist() == [1, 1, 0, 0]


def test_evidence_tells_a_locative_before_a_name() -> None:
    before = 8
    assert describe_evidence(_read(), EMPTY, NoNames())[:, before].tolist() == [find_hint("of"), 0]


def test_a_document_without_names_has_no_evidence() -> None:
    tokens = split_tokens("nothing")
    reading = Reading(tokens, np.zeros(1), np.zeros((1, 7)), [], [])
    assert len(describe_evidence(reading, EMPTY, NoNames())) == 0


def _make_forest() -> Forest:
    leaf = {"leaf_value": -2.0}, {"leaf_value": 0.5}, {"leaf_value": 3.0}
    inner = {"split_feature": 1, "threshold": 0.0, "left_child": leaf[1], "right_child": leaf[2]}
    root = {"split_feature": 0, "threshold": 2.5, "left_child": leaf[0], "right_child": inner}
    return join_trees([root, {"leaf_value": 1.0}])


@pytest.mark.parametrize(
    ("row", "odds"), [((2.5, 9.0), -1.0), ((3.0, 0.0), 1.5), ((3.0, 0.1), 4.0)]
)
def test_a_row_goes_down_every_tree_to_one_leaf(row: tuple[float, float], odds: float) -> None:
    judged = _make_forest().judge(np.array([row]))
    assert judged.tolist() == pytest.approx([1 / (1 + np.exp(-odds))])


def test_a_forest_survives_packing() -> None:
    forest = _make_forest()
    again = unpack_forest(pack_forest(forest))
    assert pack_forest(again) == pack_forest(forest)
    rows = np.array([[0.0, 0.0], [3.0, 1.0]])
    assert again.judge(rows).tolist() == forest.judge(rows).tolist()
