"""Learning: what the compiled pass counts, and that it learns. Needs the extra ``training``."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

pytest.importorskip("numba", reason="numba (extra 'training') is not installed")

from geomap.documents import Document
from geomap.recognition.clusters import WordTable
from geomap.recognition.names import NoNames
from geomap.recognition.recogniser import Recogniser
from geomap.recognition.training.annotated import read_marks
from geomap.recognition.training.examples import make_example
from geomap.recognition.training.learn import Learner
from geomap.recognition.training.passes import count_labels

EMPTY = WordTable({}, b"", b"", bytes(256), b"")


def test_labels_are_counted_as_over_all_sequences() -> None:
    rng = np.random.default_rng(5)
    score, moves = rng.random((4, 3)), rng.random((3, 3))
    of_words, of_moves = np.zeros((4, 3)), np.zeros((3, 3))
    total = 0.0
    for labels in itertools.product(range(3), repeat=4):
        path = list(itertools.pairwise((0, *labels, 0)))
        worth = np.prod([moves[move] for move in path]) * np.prod(score[range(4), labels])
        total += worth
        for at, label in enumerate(labels):
            of_words[at, label] += worth
        for move in path:
            of_moves[move] += worth
    found = count_labels(score, moves)
    assert found[0] == pytest.approx(of_words / total)
    assert found[1] == pytest.approx(of_moves / total)


def test_what_was_learned_is_found_in_a_sentence_not_seen() -> None:
    marked = [
        "Rain fell in {L Ulster} today.", "Snow fell in {L Munster} today.",
        "Talks with {P Miller} failed.", "Talks with {P Fischer} failed.",
        "Hail fell in {L Leinster} today.", "Talks with {P Weaver} failed.",
    ]  # fmt: skip
    examples = [make_example(str(n), *read_marks(text)) for n, text in enumerate(marked)]
    model = Learner(EMPTY, NoNames(), at_least=1).learn(examples, epochs=20)
    recogniser = Recogniser(model, EMPTY, NoNames())
    found = recogniser.find_mentions(Document("1", "Sleet fell in Connacht today.", language="en"))
    assert [m.text for m in found] == ["Connacht"]
    found = recogniser.find_mentions(Document("2", "Talks with Connacht failed.", language="en"))
    assert not found
