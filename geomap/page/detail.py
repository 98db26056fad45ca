"""How finely land and waters are drawn: finest where the story is.

What is left out of a line depends on where it is and on nothing else, so that outlines that meet
in the gazetteer's tables meet on the page.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

#: Far from the story, in the regions it names and not far from its spots, and around these.
FAR, NAMED, NEAR = range(3)

#: Side of a triangle too small to matter, in degrees, by level.
TOLERANCES = np.array([0.06, 0.02, 0.005])

#: Coordinates are rounded to these parts of a degree, by level.
GRIDS = np.array([0.01, 0.01, 0.002])

#: How far around a spot that reaches, in degrees of latitude.
REACH = {NAMED: 5, NEAR: 2}

#: More cells near spots than these, and each is drawn less finely for the page to stay small.
MANY = 300

Points = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Detail:
    """The level of each cell of one degree, from the south and from the west.

    ``tolerances`` are those of ``TOLERANCES``, or coarser on a page of many spots.
    """

    levels: npt.NDArray[np.int8]
    tolerances: Points

    def tolerance_at(self, points: Points) -> Points:
        """The tolerance in degrees at each point (lon, lat)."""
        found: Points = self.tolerances[self._levels_at(points)]
        return found

    def round(self, points: Points) -> Points:
        """Points (lon, lat) with no more digits than can be seen."""
        grid = GRIDS[self._levels_at(points)][:, None]
        rounded: Points = np.rint(points / grid) * grid
        return rounded

    def _levels_at(self, points: Points) -> npt.NDArray[np.int8]:
        found: npt.NDArray[np.int8] = self.levels[_cells(points)]
        return found


def find_detail(spots: Iterable[tuple[float, float]], named: Points) -> Detail:
    """Find where detail is worth its bytes.

    Parameters
    ----------
    spots : iterable of (lat, lon)
        The story's points, in degrees.
    named : ndarray
        Vertices (lon, lat) of the outlines of its regions.
    """
    levels = np.full((180, 360), FAR, np.int8)
    levels[_cells(named)] = NAMED
    cells = sorted({(min(int(lat + 90), 179), int(lon + 180) % 360) for lat, lon in spots})
    for level, reach in REACH.items():
        for row, column in cells:
            _mark(levels, row, column, reach, level)
    crowd = np.count_nonzero(levels == NEAR) / MANY
    return Detail(levels, np.maximum(TOLERANCES, TOLERANCES[NEAR] * math.sqrt(crowd)))


def _cells(points: Points) -> tuple[npt.NDArray[np.int_], npt.NDArray[np.int_]]:
    """Row and column of the cell of each point (lon, lat)."""
    rows = np.clip(points[:, 1] + 90, 0, 179).astype(int)
    return rows, (points[:, 0] + 180).astype(int) % 360


def _mark(levels: npt.NDArray[np.int8], row: int, column: int, reach: int, level: int) -> None:
    """Give the cells around one a level; those of a row are narrower towards the poles."""
    width = min(180, math.ceil(reach / math.cos(math.radians(row - 89.5))))
    columns = np.arange(column - width, column + width + 1) % 360
    levels[max(0, row - reach) : row + reach + 1, columns] = level
