"""geomap: ``Gazetteer.lookup``, as anybody calls it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from gazetteer import Gazetteer
from rivals.queries import NEAR_KM, Answer, Query

HINTED = True
#: The name of the compiled gazetteer in the folder.
FILE = "gazetteer.bin"


def build(table: Path, folder: Path) -> None:
    """Build nothing: the command compiles the gazetteer."""


def arguments(query: Query, hint: str) -> dict[str, Any]:
    """What a hint is called in `Gazetteer.lookup`."""
    if hint == "country":
        return {"country": query.country}
    if hint == "near":
        return {"near": query.point, "radius_km": NEAR_KM}
    if hint == "spot":
        return {"near": (query.lat, query.lon), "radius_km": NEAR_KM}
    return {}


class System:
    """The open gazetteer."""

    def __init__(self, table: Path, folder: Path) -> None:
        self.gazetteer = Gazetteer.open(folder / FILE)

    def ask(self, query: Query, hint: str) -> Answer | None:
        """Resolve one name."""
        found = self.gazetteer.lookup(query.text, **arguments(query, hint))
        if not found:
            return None
        place = found[0].place
        return Answer(place.id, place.lat, place.lon, found[0].score)
