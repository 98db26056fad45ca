"""Likeness: how strongly a spelling speaks for a recorded name.

A small network (`gazetteer.network`) over documented features: edit distances (optimal string
alignment; Damerau 1964) between the names as written and as they sound, for the spelling itself
and for the likeliest of its English forms (`gazetteer.transcription`), what it costs by learned
habits to write one as the other (`gazetteer.channel`), shared words and beginnings
(Jaro-Winkler; Winkler 1990), what the recorded name is worth (its place's prominence, whether it
is a main name or a machine's transcription), whether other names of the same place are like the
spelling too, and whether names of its country look like it (`gazetteer.homeland`). Weights are
learned (`gazetteer.training`) and kept in likeness.tsv.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from rapidfuzz.distance import OSA, Indel, JaroWinkler
from rapidfuzz.process import cdist

from gazetteer.channel import shipped_channel
from gazetteer.index import Array
from gazetteer.network import Network, read_network
from gazetteer.organisations import is_organised
from gazetteer.persons import is_person
from gazetteer.spelling import bare, consonants, sound
from gazetteer.transcription import as_written, forms

FEATURES = (
    "written", "written_best",  # normalised distance as written: of the spelling, of any form
    "sounded", "sounded_best",  # the same of how they sound
    "bones",  # of the consonants
    "channel", "channel_best",  # what writing it so costs, in nats; at best with marks spelled out
    "channel_behind",  # how much more than the nearest of all
    "edits", "edits_best", "edits_sounded",  # letters that differ, at most six
    "edits_behind",  # how many more than the nearest of all
    "written_equal", "written_best_equal", "sounded_best_equal",
    "beginning", "common",  # Jaro-Winkler and Indel similarity as written
    "foreign",  # how much nearer its best form is than the spelling itself
    "prominence", "nobody", "beyond_5",  # of the place; nobody: next to no prominence
    "main_name", "machine", "other_script", "code",  # what kind of name it is
    "bearers",  # log of the places with that name
    "first_letter", "last_letter", "article", "contained", "words", "spacing",
    "length_apart", "longer", "letters",
    "kin", "kin_many",  # the nearest other name of its place, and how many there are
    "home", "home_much",  # whether its country's names look like the spelling
    "behind",  # how much further from the spelling than the nearest of all
    "nearest",  # how far that one is
    "organised",  # whether the spelling has a word that only organisations have
    "person",  # whether it is a name that persons have
    "crowd",  # log10 of the places that were compared
)  # fmt: skip
#: Of the candidates so many are described in full: those nearest by the quick measure.
_KEPT = 32
#: And what is further behind the nearest of all is not described: of the winners on even lines
#: fewer than one in five hundred. With less the judge would see too few rivals.
_BEHIND = 0.75
#: What counts in the quick measure beside the distance as written: those by sound and of the
#: consonants, and for a name a tenfold of people, being a place's main name, and a point of
#: log-odds for its country. A conditional logit on the even lines of the variant sets.
_QUICK_SOUNDED, _QUICK_BONES = 0.6, 0.28
_QUICK_PROMINENCE, _QUICK_MAIN, _QUICK_HOME = 0.053, 0.138, 0.012
#: Choosing from fewer places than these makes a likeness no better.
_SMALLEST_CROWD = 200
#: No other name of a place is further than this.
_NO_KIN = 3.0
_MOST_EDITS = 6.0
#: What costs more is written otherwise, not only differently spelled.
_DEAREST = 30.0
#: The plain similarity: 1 for the same name, less for what is apart.
_SIMILARITY = {"written_best": -0.3, "sounded_best": -0.3, "bones": -0.25, "beginning": 0.15}
_SIMILAR = 0.85
_SIMILARITY_COLUMNS = [FEATURES.index(name) for name in _SIMILARITY]
_SIMILARITY_WEIGHTS = np.array(list(_SIMILARITY.values()))


@dataclass(frozen=True, slots=True)
class Recorded:
    """Recorded names to compare with; arrays of shape (n,), one for each key.

    ``keys`` are folded; ``place`` is the row and ``prior`` the prominence of the best-known
    place; ``main`` says whether it is that place's main name, ``quality`` what kind of name it
    is (0 plain, 1 machine, 2 other script, 3 code), ``bearers`` how many places, ``home`` how
    much names of its country look like the spelling (log-odds), ``kinds`` by what habits names of
    its country are written (`gazetteer.channel.kinds_of`).
    """

    keys: Sequence[str]
    place: Array
    prior: Array
    main: Array
    quality: Array
    bearers: Array
    home: Array
    kinds: Array

    def of(self, some: Array) -> Recorded:
        """Those at some positions only."""
        columns = [getattr(self, name)[some] for name in self.__slots__[1:]]
        return Recorded([self.keys[i] for i in some.tolist()], *columns)


def likeness(features: Array) -> Array:
    """Log-odds of rows of features by the model, up to a constant for each spelling."""
    return _network().score(features)


def similarity(features: Array) -> Array:
    """A plain similarity in 0..1 of rows of features."""
    similar: Array = _SIMILAR + features[:, _SIMILARITY_COLUMNS] @ _SIMILARITY_WEIGHTS
    return similar


@cache
def _network() -> Network:
    return read_network((files("gazetteer") / "likeness.tsv").read_text("utf-8"), FEATURES)


def describe(
    name: str, recorded: Recorded, compared: int, furthest: float = math.inf
) -> tuple[Array, Array]:
    """Features of the recorded names nearest to a spelling.

    Parameters
    ----------
    name : str
        A spelling.
    recorded : Recorded
        Names to compare with.
    compared : int
        How many places they were chosen from.
    furthest : float, optional
        Where all are further apart than this (see `_Measured.apart`) and share no word with the
        spelling, none is described.

    Returns
    -------
    at : array
        Positions of the names described, shape (k,).
    features : array
        Shape (k, len(FEATURES)).
    """
    measured = _measure(forms(name), recorded.keys)
    apart, spelling = measured.apart(), forms(name)[0]
    if apart.min() > furthest and not _share_word(spelling, recorded.keys):
        return np.arange(0), np.zeros((0, len(FEATURES)))
    quick = _quick(measured, recorded)
    at = np.flatnonzero(quick <= quick.min() + _BEHIND)
    if len(at) > _KEPT:
        at = np.argpartition(quick, _KEPT)[:_KEPT]
    company = (*_nearest_kin(apart, recorded.place, at), (apart - apart.min())[at])
    crowd = math.log10(max(compared, _SMALLEST_CROWD))
    same_for_all = (apart.min(), is_organised(spelling), is_person(spelling), crowd)
    company = (*company, *(np.full(len(at), number) for number in same_for_all))
    return at, _features(name, recorded.of(at), measured.of(at), company)


def _quick(measured: _Measured, recorded: Recorded) -> Array:
    """How far recorded names are from the spelling at a quick look, all in all."""
    numbers = measured.numbers
    quick: Array = numbers[_WRITTEN_BEST] + _QUICK_SOUNDED * numbers[_SOUNDED_BEST]
    quick += _QUICK_BONES * numbers[_BONES]
    quick -= _QUICK_PROMINENCE * recorded.prior + _QUICK_MAIN * recorded.main
    quick -= _QUICK_HOME * np.maximum(recorded.home, -15.0)
    return quick


def _share_word(spelling: str, keys: Sequence[str]) -> bool:
    words = set(spelling.split())
    return any(not words.isdisjoint(key.split()) for key in keys)


#: What is measured of each recorded name, in the order of the features.
_WRITTEN_BEST, _SOUNDED_BEST, _BONES, _DISTANCES = 1, 3, 4, 5


@dataclass(frozen=True, slots=True)
class _Measured:
    """Distances of n recorded names: ``texts`` are their bare keys.

    ``numbers`` has shape (8, n): distances as written, as written at best, by sound, by sound at
    best and of the consonants; and the letters that differ as written, at best, and by sound.
    """

    texts: Sequence[str]
    numbers: Array

    def apart(self) -> Array:
        """One distance for all."""
        apart: Array = self.numbers[_WRITTEN_BEST] + self.numbers[_SOUNDED_BEST]
        apart += 0.5 * self.numbers[_BONES]
        return apart

    def of(self, at: Array) -> _Measured:
        return _Measured([self.texts[i] for i in at.tolist()], self.numbers.take(at, axis=1))


def _measure(some: Sequence[str], keys: Sequence[str]) -> _Measured:
    # Both are made ready in one go: the calls cost more than the letters.
    names = bare("\n".join([*some, *keys]))
    sounding = sound(names)
    count = len(some)
    texts, sounds = names.split("\n"), sounding.split("\n")
    bones = consonants(sounding).split("\n")
    written, edits = _distances(texts[:count], texts[count:])
    sounded, sound_edits = _distances(list(dict.fromkeys(sounds[:count])), sounds[count:])
    of_bones, _ = _distances(bones[:1], bones[count:])
    least = np.minimum.reduce
    numbers = (
        written[0], least(written), sounded[0], least(sounded), of_bones[0],
        edits[0], least(edits), least(sound_edits),
    )  # fmt: skip
    return _Measured(texts[count:], np.array(numbers))


def _distances(queries: Sequence[str], texts: Sequence[str]) -> tuple[Array, Array]:
    """Normalised and plain distances; both of shape (len(queries), len(texts))."""
    edits: Array = cdist(queries, texts, scorer=OSA.distance).astype(np.float32)
    ours = np.array([max(len(q), 1) for q in queries], dtype=np.float32)[:, None]
    theirs = np.fromiter(map(len, texts), dtype=np.float32, count=len(texts))[None, :]
    return edits / np.maximum(ours, theirs), edits


def _nearest_kin(apart: Array, place: Array, at: Array) -> tuple[Array, Array]:
    """For names at some positions, how far the nearest other name of the same place is, and how
    many others there are.
    """
    is_kin = place[at][:, None] == place
    is_kin[np.arange(len(at)), at] = False
    nearest = np.where(is_kin, apart, _NO_KIN).min(axis=1)
    return np.minimum(nearest, _NO_KIN), np.log1p(np.count_nonzero(is_kin, axis=1))


def _channel(name: str, texts: Sequence[str], kinds: Array) -> tuple[Array, ...]:
    """What it costs to write bare names so: as it is, at best, and how far behind the best."""
    costs = [shipped_channel().costs(bare(key), texts, kinds) for key in as_written(name)]
    cheapest = np.minimum.reduce(costs)
    return costs[0], cheapest, cheapest - cheapest.min()


def _features(
    name: str, recorded: Recorded, measured: _Measured, company: tuple[Array, ...]
) -> Array:
    spelling, keys, texts = forms(name)[0], recorded.keys, measured.texts
    mine = bare(spelling)
    length = len(mine)
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    ends = np.cumsum(lengths + 1)
    letters = np.frombuffer("\n".join(["", *texts]).encode("ascii", "replace"), dtype=np.uint8)
    lengths_spaced = np.fromiter(map(len, keys), dtype=np.int64, count=len(keys))
    spaced = np.array([key.count(" ") for key in keys])
    words, spaces = set(spelling.split()), spelling.count(" ")
    first, last = ord(mine[0]), ord(mine[-1])
    plain = length == len(spelling) - spaces
    distances, edits = measured.numbers[:_DISTANCES], measured.numbers[_DISTANCES:]
    kin, many, *rest = company
    columns = (
        *distances,
        *(np.minimum(c, _DEAREST) for c in _channel(name, texts, recorded.kinds)),
        *np.minimum(edits, _MOST_EDITS),
        np.minimum(edits[1] - edits[1].min(), _MOST_EDITS),
        *(edits == 0),
        cdist([mine], texts, scorer=JaroWinkler.similarity)[0],
        cdist([mine], texts, scorer=Indel.normalized_similarity)[0],
        distances[0] - distances[_WRITTEN_BEST],
        recorded.prior, recorded.prior < 2.0, np.maximum(recorded.prior - 5.0, 0.0),
        recorded.main, recorded.quality == 1, recorded.quality == 2, recorded.quality == 3,
        np.log1p(recorded.bearers),
        letters[ends - lengths] == first, letters[ends - 1] == last,
        (lengths == lengths_spaced - spaced) != plain,
        [(mine in t or t in mine) and min(len(t), length) >= 5 for t in texts],
        np.array([len(words.intersection(k.split())) if " " in k else k in words for k in keys])
        / max(len(words), 1),
        spaced != spaces,
        np.abs(lengths - length), np.maximum(lengths - length, 0.0),
        np.full(len(keys), min(length, 16)),
        kin, many,
        np.maximum(recorded.home, -30.0), np.maximum(recorded.home / max(length, 1), -3.0),
        *rest,
    )  # fmt: skip
    features: Array = np.empty((len(columns), len(keys)))
    for number, column in enumerate(columns):
        features[number] = column
    described: Array = features.T
    return described
