"""The model file: the weights of the tagger, compressed; the same weights, the same bytes.

A zlib stream of: one JSON line (scale, confidence, how many features of each group), the
word features as lines of text, then whole numbers in units of 1 / scale, one byte a label:
rows of the word features, of the pair features that have any weight (their codes first, four
bytes each), the transitions (two bytes each), and the forest, if there is one.
"""

from __future__ import annotations

import json
import math
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from geomap.recognition.decoding import Floats
from geomap.recognition.features import PAIRS, PLACES
from geomap.recognition.forest import Forest, pack_forest, unpack_forest
from geomap.recognition.labels import LABELS, forbid_transitions
from geomap.recognition.pair_codes import count_codes

_WIDTH = len(LABELS)
#: Smaller margins count as this one in confidence.
LEAST_MARGIN = 0.03


class WordWeights(NamedTuple):
    """Word features and their scores, shape (features, labels)."""

    features: list[str]
    scores: Floats


@dataclass(frozen=True, slots=True)
class Model:
    """What the tagger has learned.

    ``words`` has the weights of word features for each of
    :data:`~geomap.recognition.features.PLACES`, ``pairs[i]`` (a row a code, see
    :func:`~geomap.recognition.pair_codes.code_pairs`) a score for each label;
    ``forest`` says how likely a candidate is a place, from
    :mod:`~geomap.recognition.evidence`. Without one, ``confidence`` does: three weights for
    each kind of place, which turn a margin into a confidence (see :func:`judge_margin`).
    """

    words: dict[str, WordWeights]
    pairs: list[Floats]
    transition: Floats
    confidence: dict[str, tuple[float, float, float]]
    forest: Forest | None = None


def judge_margin(margin: float, weights: tuple[float, float, float]) -> float:
    """Return how likely a name of some margin is a place, 0..1.

    The logistic function of ``a * m + b * ln(m) + c`` (beta calibration, Kull, Silva Filho and
    Flach 2017, has the logarithm for the same reason: what is hardly ahead is hardly right).
    """
    a, b, c = weights
    score = a * margin + b * math.log(max(margin, LEAST_MARGIN)) + c
    return 1 / (1 + math.exp(-max(-30.0, score)))


def read_model(path: Path) -> Model:
    """Read a model written by :func:`write_model`."""
    data = zlib.decompress(path.read_bytes())
    line, _, body = data.partition(b"\n")
    head = json.loads(line)
    names = body[: head["names"]].decode("utf-8").split("\n")
    scale = np.float32(1 / head["scale"])
    at = head["names"]
    rows = np.frombuffer(body, np.int8, len(names) * _WIDTH, at).reshape(-1, _WIDTH) * scale
    at += len(names) * _WIDTH
    words, upto = {}, 0
    for place, count in zip(PLACES, head["words"], strict=True):
        words[place] = WordWeights(names[upto : upto + count], rows[upto : upto + count])
        upto += count
    pairs = []
    for (_, parts), count in zip(PAIRS, head["pairs"], strict=True):
        table = np.zeros((count_codes(parts), _WIDTH), dtype=np.float32)
        codes = np.frombuffer(body, "<u4", count, at)
        at += 4 * count
        table[codes] = np.frombuffer(body, np.int8, count * _WIDTH, at).reshape(-1, _WIDTH) * scale
        at += count * _WIDTH
        pairs.append(table)
    learned = np.frombuffer(body, "<i2", _WIDTH * _WIDTH, at).reshape(_WIDTH, _WIDTH) * scale
    transition = forbid_transitions() + learned
    confidence = {kind: (a, b, c) for kind, (a, b, c) in head["confidence"].items()}
    at += 2 * _WIDTH * _WIDTH
    forest = unpack_forest(body[at:]) if at < len(body) else None
    return Model(words, pairs, transition, confidence, forest)


def write_model(path: Path, model: Model) -> None:
    """Write a model; weights that round to nothing are left out."""
    every = [weights.scores for weights in model.words.values()] + model.pairs
    largest = max(float(np.abs(table).max()) for table in every)
    scale = 127 / largest
    kept = {place: _keep_words(weights, scale) for place, weights in model.words.items()}
    text = "\n".join(f for place in PLACES for f, _ in kept[place]).encode("utf-8")
    out = [text, *(row.tobytes() for place in PLACES for _, row in kept[place])]
    counts = []
    for table in model.pairs:
        whole = np.rint(table * scale).astype(np.int8)
        codes = np.flatnonzero(whole.any(axis=1)).astype("<u4")
        counts.append(len(codes))
        out += [codes.tobytes(), whole[codes].tobytes()]
    learned = np.where(forbid_transitions() < 0, 0, model.transition)
    out.append(np.rint(learned * scale).astype("<i2").tobytes())
    out.append(pack_forest(model.forest) if model.forest else b"")
    head = {
        "scale": scale,
        "confidence": {k: [round(v, 5) for v in pair] for k, pair in model.confidence.items()},
        "names": len(text), "words": [len(kept[p]) for p in PLACES], "pairs": counts,
    }  # fmt: skip
    path.write_bytes(zlib.compress(json.dumps(head).encode() + b"\n" + b"".join(out), 9))


def _keep_words(weights: WordWeights, scale: float) -> list[tuple[str, npt.NDArray[np.int8]]]:
    whole = np.rint(weights.scores * scale).astype(np.int8)
    kept = ((f, row) for f, row in zip(weights.features, whole, strict=True) if row.any())
    return sorted(kept, key=lambda pair: pair[0])
