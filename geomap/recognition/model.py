"""The model file: the weights of the tagger, compressed; the same weights, the same bytes.

A zlib stream of: one JSON line (scale, confidence, how many features of each group), the
word features as lines of text, then whole numbers in units of 1 / scale, one byte a label:
rows of the word features, of the pair features that have any weight (their codes first, four
bytes each), and the transitions (two bytes each).
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from geomap.recognition.features import PAIRS, PLACES, count_codes
from geomap.recognition.labels import LABELS, forbid_transitions
from geomap.recognition.perceptron import Floats

_WIDTH = len(LABELS)


@dataclass(frozen=True, slots=True)
class Model:
    """What the tagger has learned.

    ``words[place][feature]`` and ``pairs[i]`` (a row a code, see
    :func:`~geomap.recognition.features.code_pairs`) hold a score for each label;
    ``slope, offset`` turn a margin into a confidence, 1 / (1 + exp(-(slope * m + offset))).
    """

    words: dict[str, dict[str, Floats]]
    pairs: list[Floats]
    transition: Floats
    slope: float
    offset: float


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
        words[place] = dict(zip(names[upto : upto + count], rows[upto : upto + count], strict=True))
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
    return Model(words, pairs, transition, head["slope"], head["offset"])


def write_model(path: Path, model: Model) -> None:
    """Write a model; weights that round to nothing are left out."""
    every = [np.stack(list(rows.values())) for rows in model.words.values()] + model.pairs
    largest = max(float(np.abs(table).max()) for table in every)
    scale = 127 / largest
    kept = {place: _keep_words(rows, scale) for place, rows in model.words.items()}
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
    head = {
        "scale": scale, "slope": round(model.slope, 5), "offset": round(model.offset, 5),
        "names": len(text), "words": [len(kept[p]) for p in PLACES], "pairs": counts,
    }  # fmt: skip
    path.write_bytes(zlib.compress(json.dumps(head).encode() + b"\n" + b"".join(out), 9))


def _keep_words(rows: dict[str, Floats], scale: float) -> list[tuple[str, npt.NDArray[np.int8]]]:
    whole = {feature: np.rint(row * scale).astype(np.int8) for feature, row in rows.items()}
    return sorted(((f, r) for f, r in whole.items() if r.any()), key=lambda pair: pair[0])
