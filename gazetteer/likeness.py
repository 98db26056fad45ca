"""Likeness: how strongly a spelling speaks for a recorded name.

A linear model over documented features: edit distances (optimal string alignment; Damerau 1964)
between the names as written and as they sound, for the spelling itself and for the likeliest of
its English forms (`gazetteer.transcription`), shared words and beginnings (Jaro-Winkler; Winkler
1990), and what the recorded name is worth: its place's prominence and whether it is a main name
or a machine's transcription. Weights are learned (`gazetteer.training`) and kept in likeness.tsv.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from rapidfuzz.distance import OSA, Indel, JaroWinkler
from rapidfuzz.process import cdist

from gazetteer.index import Array
from gazetteer.spelling import bare, consonants, sound

FEATURES = (
    "written", "written_best",  # normalised distance as written: of the spelling, of any form
    "sounded", "sounded_best",  # the same of how they sound
    "bones",  # of the consonants
    "written_equal", "written_best_equal", "written_best_1", "written_best_2",  # 0, 1, 2 edits
    "sounded_best_equal", "sounded_best_1", "sounded_best_2",
    "beginning", "common",  # Jaro-Winkler and Indel similarity as written
    "written_squared", "written_best_squared", "sounded_squared", "sounded_best_squared",
    "bones_squared", "both", "both_best",  # bends, and written times sounded
    "written_best_long", "sounded_best_long",  # distances times length: long names differ more
    "prominence", "nobody", "beyond_5",  # of the place; nobody: next to no prominence
    "main_name", "machine", "other_script", "code",  # what kind of name it is
    "bearers",  # log of the places with that name
    "first_letter", "last_letter", "article", "contained", "words", "spacing",
    "length_apart", "longer",
)  # fmt: skip
_LONGEST = 14
#: The plain similarity: 1 for the same name, less for what is apart.
_SIMILARITY = {"written_best": -0.3, "sounded_best": -0.3, "bones": -0.25, "beginning": 0.15}
_SIMILAR = 0.85


@dataclass(frozen=True, slots=True)
class Recorded:
    """Recorded names to compare with; arrays of shape (n,), one for each key.

    ``keys`` are folded, ``sounds`` as of `gazetteer.spelling.sound`; ``prior`` is the prominence
    of the best-known place; ``main`` says whether it is that place's main name, ``quality`` what
    kind of name it is (0 plain, 1 machine, 2 other script, 3 code), ``bearers`` how many places.
    """

    keys: Sequence[str]
    sounds: Sequence[str]
    prior: Array
    main: Array
    quality: Array
    bearers: Array


@dataclass(frozen=True, slots=True)
class Likeness:
    """What comparing gave: log-odds by the model, and a plain similarity in 0..1; shape (n,)."""

    score: Array
    similarity: Array


def compare(forms: Sequence[str], recorded: Recorded) -> Likeness:
    """Compare a spelling, given by its forms, with recorded names."""
    features = find_features(forms, recorded)
    columns = [FEATURES.index(name) for name in _SIMILARITY]
    similarity = _SIMILAR + features[:, columns] @ np.array(list(_SIMILARITY.values()))
    return Likeness(features @ _weights(), similarity)


@cache
def _weights() -> Array:
    text = (files("gazetteer") / "likeness.tsv").read_text("utf-8")
    table = dict(line.split("\t") for line in text.splitlines())
    return np.array([float(table[name]) for name in FEATURES])


def find_features(forms: Sequence[str], recorded: Recorded) -> Array:
    """Features of each recorded name for a spelling; shape (n, len(FEATURES))."""
    spelling, keys = forms[0], recorded.keys
    queries, texts = [bare(form) for form in forms], [bare(key) for key in keys]
    heard = list(dict.fromkeys(map(sound, queries)))
    mine, length = queries[0], float(len(queries[0]))
    lengths = np.array([len(t) for t in texts], dtype=float)
    written, edits = _distances(queries, texts)
    sounded, sound_edits = _distances(heard, recorded.sounds)
    bones = _distances([consonants(heard[0])], [consonants(s) for s in recorded.sounds])[0][0]
    best, sound_best = written.min(axis=0), sounded.min(axis=0)
    best_edits = edits[written.argmin(axis=0), np.arange(len(keys))]
    sound_best_edits = sound_edits[sounded.argmin(axis=0), np.arange(len(keys))]
    long = min(length, _LONGEST) / 10.0
    words = set(spelling.split())
    columns = (
        written[0], best, sounded[0], sound_best, bones,
        edits[0] == 0, best_edits == 0, best_edits == 1, best_edits == 2,
        sound_best_edits == 0, sound_best_edits == 1, sound_best_edits == 2,
        cdist([mine], texts, scorer=JaroWinkler.similarity)[0],
        cdist([mine], texts, scorer=Indel.normalized_similarity)[0],
        written[0] ** 2, best**2, sounded[0] ** 2, sound_best**2, bones**2,
        written[0] * sounded[0], best * sound_best, best * long, sound_best * long,
        recorded.prior, recorded.prior < 2.0, np.maximum(recorded.prior - 5.0, 0.0),
        recorded.main, recorded.quality == 1, recorded.quality == 2, recorded.quality == 3,
        np.log1p(recorded.bearers),
        [t[:1] == mine[:1] for t in texts], [t[-1:] == mine[-1:] for t in texts],
        [(len(t) == len(k.replace(" ", ""))) != (length == len(spelling.replace(" ", "")))
         for t, k in zip(texts, keys, strict=True)],
        [(mine in t or t in mine) and min(len(t), length) >= 5 for t in texts],
        [len(words.intersection(k.split())) / max(len(words), 1) for k in keys],
        [k.count(" ") != spelling.count(" ") for k in keys],
        np.abs(lengths - length), np.maximum(lengths - length, 0.0),
    )  # fmt: skip
    features: Array = np.stack([np.asarray(c, dtype=float) for c in columns], axis=1)
    return features


def _distances(queries: Sequence[str], texts: Sequence[str]) -> tuple[Array, Array]:
    """Normalised and plain distances; both of shape (len(queries), len(texts))."""
    edits: Array = cdist(queries, texts, scorer=OSA.distance).astype(float)
    ours = np.array([len(q) for q in queries], dtype=float)[:, None]
    theirs = np.array([len(t) for t in texts], dtype=float)[None, :]
    return edits / np.maximum(np.maximum(ours, theirs), 1.0), edits
