"""Spellings with a known answer: read from files, and made from a gazetteer's own names."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np

from gazetteer.folding import fold, romanise
from gazetteer.lookup import Gazetteer
from gazetteer.quality import PLAIN, quality
from gazetteer.training.habits import mistype, respell, transcribe

#: Spellings this short say too little to learn from.
_FEWEST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Spelling:
    """A spelling, and where the place is that it means (row if known; degrees).

    ``kind`` says how it came about, ``made`` whether it was made here.
    """

    text: str
    row: int | None
    lat: float
    lon: float
    kind: str
    made: bool = True


def read_spellings(gazetteer: Gazetteer, path: Path, half: int) -> Iterator[Spelling]:
    """Read one half of a file of spellings: the even lines (0) or the odd ones (1).

    Those that the gazetteer records are left out.
    """
    for line in path.read_text("utf-8").strip().split("\n")[half::2]:
        query = json.loads(line)
        if not gazetteer.names.find(query["query"]):
            row = gazetteer.rows.row_of_id(str(query["geonameid"]))
            yield Spelling(query["query"], row, query["lat"], query["lon"], path.stem, made=False)


def make_spellings(gazetteer: Gazetteer, count: int, chance: Random) -> Iterator[Spelling]:
    """Make so many spellings of each kind: aliases held out, slips, transcriptions."""
    kinds: dict[str, Callable[[int], str | None]] = {
        "alias_holdout": lambda row: _alias(gazetteer, row, chance),
        "typos": lambda row: mistype(_some_name(gazetteer, row, chance), chance),
        "translit": lambda row: _transcription(gazetteer, row, chance),
    }
    draw = _by_prominence(gazetteer, chance)
    for kind, make in kinds.items():
        made = 0
        while made < count:
            row = draw()
            text = make(row)
            if text and len(text) >= _FEWEST_LETTERS and _is_new(gazetteer, text, kind):
                made += 1
                lat, lon = gazetteer.rows.lat[row], gazetteer.rows.lon[row]
                yield Spelling(text, row, float(lat), float(lon), kind)


def _is_new(gazetteer: Gazetteer, text: str, kind: str) -> bool:
    """Whether nothing is recorded under a spelling but what is held out."""
    hits = gazetteer.names.of_key(fold(text))
    return len({hit.row for hit in hits}) == (1 if kind == "alias_holdout" else 0)


def _by_prominence(gazetteer: Gazetteer, chance: Random) -> Callable[[], int]:
    """Draw places, as many big ones as small ones."""
    prior = np.asarray(gazetteer.rows.prior)
    classes = [np.flatnonzero((prior >= p) & (prior < p + 0.5)) for p in np.arange(0.0, 7.5, 0.5)]
    classes = [some for some in classes if len(some) > 50]
    return lambda: int(chance.choice(chance.choice(classes)))


def _some_name(gazetteer: Gazetteer, row: int, chance: Random) -> str:
    """The main name, now and then another Latin one."""
    names = gazetteer.rows.names(row)
    latin = [n for n in names if n[0].isupper() and quality(n) == PLAIN]
    name = chance.choice(latin) if latin and chance.random() < 0.2 else names[0]
    return romanise(name)


def _alias(gazetteer: Gazetteer, row: int, chance: Random) -> str | None:
    names = [n for n in gazetteer.rows.names(row)[1:] if quality(n) == PLAIN]
    return chance.choice(names) if names else None


def _transcription(gazetteer: Gazetteer, row: int, chance: Random) -> str | None:
    cyrillic = [t for n in gazetteer.rows.names(row) if (t := transcribe(n, chance))]
    if cyrillic:
        return chance.choice(cyrillic)
    # Most of the world's presses transcribe Arabic, Persian, Hebrew... by ear.
    return respell(_some_name(gazetteer, row, chance), chance) if chance.random() < 0.5 else None


def displace(lat: float, lon: float, km: float, chance: Random) -> tuple[float, float]:
    """Draw a point within some km of another, every spot of the disc as likely (geopy)."""
    from geopy.distance import geodesic

    # A kilometre is kept in hand: the scorers measure on a sphere.
    away, bearing = (km - 1.0) * math.sqrt(chance.random()), 360.0 * chance.random()
    point = geodesic(kilometers=away).destination((lat, lon), bearing)
    return point.latitude, point.longitude
