"""Judged readings: what unrecorded names of our own texts were read as, and whether rightly.

``judged.tsv`` has a line for each: the document (see `geomap.recognition.training.annotated`), the
name, the id and the name of the place, and 1 where the text means that place or a spot within some
25 km of it, else 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from gazetteer.index import Array
from geomap.documents import Document
from geomap.recognition import Recogniser
from geomap.recognition.training.annotated import read_texts
from geomap.resolution.rescue import Reading, read_unrecorded
from geomap.resolution.resolver import Resolver
from geomap.resolution.training.fitting import Examples, fit

_JUDGED = Path(__file__).with_name("judged.tsv")
#: What is less probable than this, were the name asked for alone, was not judged.
LEAST_ASKED = 0.2
#: Of the sum of squared weights.
_PENALTY = 2e-4


def read_judged() -> dict[tuple[str, str, str], bool]:
    """Whether the reading of a document's name as a place is right."""
    lines = _JUDGED.read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return {(document, name, id_): right == "1" for document, name, id_, _, right in rows}


def find_readings(
    resolver: Resolver, recognisers: Sequence[Recogniser], fold_of: Mapping[str, int]
) -> Iterator[tuple[str, str, Reading]]:
    """Yield the document, the name and the reading of all unrecorded names of our texts.

    ``fold_of`` says which recogniser did not learn from a document, and reads it.
    """
    for example in read_texts():
        document = Document(example.id, example.text)
        mentions = recognisers[fold_of[example.id]].find_mentions(document)
        scene = resolver.stage(document, mentions)
        resolver.decide(scene)
        for number, readings in read_unrecorded(scene, resolver.gazetteer):
            seen = set()
            for reading in readings:
                if reading.asked >= LEAST_ASKED and reading.best.row not in seen:
                    seen.add(reading.best.row)
                    yield example.id, scene.groups[number].name, reading


def fit_unrecorded(
    resolver: Resolver, recognisers: Sequence[Recogniser], fold_of: Mapping[str, int]
) -> Array:
    """Fit the weights to the readings that were judged."""
    judged, place = read_judged(), resolver.gazetteer.rows.place
    known = [
        (reading.features, judged[key])
        for document, name, reading in find_readings(resolver, recognisers, fold_of)
        if (key := (document, name, place(reading.best.row).id)) in judged
    ]
    return fit_logistic(np.array([f for f, _ in known]), np.array([right for _, right in known]))


def fit_logistic(features: Array, right: Array) -> Array:
    """Weights that say how probable it is that each row is right."""
    rows = np.stack([features, np.zeros_like(features)], axis=1).reshape(-1, features.shape[1])
    owner = np.repeat(np.arange(len(right)), 2)
    chosen = np.stack([right, ~right], axis=1).reshape(-1)
    return fit([Examples(rows, owner, chosen)], _PENALTY)
