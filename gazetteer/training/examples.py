"""Examples: what is offered for a spelling, and which of it is right."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from gazetteer.cells import distances_km
from gazetteer.folding import fold
from gazetteer.index import Array
from gazetteer.likeness import FEATURES
from gazetteer.lookup import Gazetteer
from gazetteer.training.spellings import Spelling
from gazetteer.variants import Offer

#: As in the scorers: a point this near is the place.
RIGHT_KM = 25.0
_BEARERS = FEATURES.index("bearers")
#: Fewer places than these are a neighbourhood.
_NEIGHBOURHOOD = 5000


@dataclass(slots=True)
class Example:
    """Candidates of one spelling: ``features`` (n, F), whether each is ``right``, its place row.

    ``absent`` says whether the right place was taken away before; then nothing is right.
    """

    spelling: Spelling
    features: Array
    right: Array
    rows: Array
    absent: bool

    @property
    def nearby(self) -> bool:
        """Whether it was looked up in a neighbourhood only."""
        return bool(10.0 ** self.features[0, FEATURES.index("crowd")] < _NEIGHBOURHOOD)


def make_example(
    gazetteer: Gazetteer, spelling: Spelling, places: Array | None = None, *, absent: bool = False
) -> Example | None:
    """Describe what the gazetteer offers for a spelling, of all places or of given rows.

    None when that is nothing. The spelling itself, where it is recorded, is passed over; with
    ``absent`` all that is near the right place is as well.
    """
    variants, index = gazetteer.variants, gazetteer.index
    offer = variants.offer(spelling.text) if places is None else variants.offer_of(places)
    offer = variants.each_once(offer)
    offer = offer.of(offer.keys != index.trie.get(fold(spelling.text), -1))
    if absent:
        offer = _without_right(gazetteer, spelling, offer)
    keys, features = variants.described(spelling.text, offer)
    if not len(keys):
        return None
    if absent:
        # The places taken away must not betray that they were there.
        features[:, _BEARERS] = np.log1p(_bearers_left(gazetteer, spelling, keys))
    rows = index["name_place"][offer.names[np.searchsorted(offer.keys, keys)]]
    right = _is_right(gazetteer, spelling, rows)
    return Example(spelling, features.astype(np.float32), right, rows, absent)


def _without_right(gazetteer: Gazetteer, spelling: Spelling, offer: Offer) -> Offer:
    """What would be offered if nothing near the right place were recorded.

    The best-known namesake elsewhere, if there is one, speaks for the key then.
    """
    place, names = gazetteer.index["name_place"], offer.names.copy()
    for at in np.flatnonzero(_is_right(gazetteer, spelling, place[names])).tolist():
        elsewhere = _names_left(gazetteer, spelling, offer.keys[at])
        if len(elsewhere):
            names[at] = elsewhere[0]
    kept = ~_is_right(gazetteer, spelling, place[names])
    return replace(offer, names=names).of(kept)


def _names_left(gazetteer: Gazetteer, spelling: Spelling, key: int) -> Array:
    """Numbers of the names of a key that are not near the right place, the best-known first."""
    starts, of_key = gazetteer.index["key_start"], gazetteer.index["key_names"]
    names = of_key[starts[key] : starts[key + 1]]
    left: Array = names[~_is_right(gazetteer, spelling, gazetteer.index["name_place"][names])]
    return left


def _bearers_left(gazetteer: Gazetteer, spelling: Spelling, keys: Array) -> list[int]:
    """How many names each key has that are not near the right place."""
    return [len(_names_left(gazetteer, spelling, key)) for key in keys.tolist()]


def _is_right(gazetteer: Gazetteer, spelling: Spelling, rows: Array) -> Array:
    lat, lon = gazetteer.rows.lat[rows], gazetteer.rows.lon[rows]
    far = distances_km(spelling.lat, spelling.lon, lat, lon)
    right: Array = (far <= RIGHT_KM) | (rows == spelling.row)
    return right
