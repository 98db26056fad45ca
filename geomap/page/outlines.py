"""Outlines and lines made small: read from WKT, thinned, and packed as small integers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

#: Packed coordinates count in this part of a degree (0.01 degrees is 1.1 km at most).
SCALE = 100

#: Lines of one border are nearer to each other than this, in degrees.
SNAP = 0.08

Points = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]
Packed = list[list[int]]


@dataclass(frozen=True, slots=True)
class Outline:
    """The lines of one geometry, one after the other.

    ``points`` is an (n, 2) array of lon, lat in degrees; ``sizes`` says how many points each
    line has. The rings of an area are lines too, outer and inner ones alike, to be filled by
    the even-odd rule.
    """

    points: Points
    sizes: Numbers
    is_area: bool


def read_outline(wkt: str) -> Outline:
    """Read a (multi)polygon or (multi)linestring written as WKT (OGC 06-103r4, section 7).

    Examples
    --------
    >>> outline = read_outline("POLYGON ((30 10, 40 40, 20 40, 30 10))")
    >>> outline.points.shape, outline.sizes.tolist(), outline.is_area
    ((4, 2), [4], True)
    """
    return outline_of(shapely.from_wkt(wkt))


def read_outline_beside(wkt: str, border_wkt: str) -> Outline:
    """Read the outline of a part of an area, laid on the area's border where the two run together.

    The tables thinned them apart, so that between two lines that are one in the world there
    would be slivers.
    """
    part, border = shapely.from_wkt([wkt, border_wkt])
    return outline_of(shapely.snap(part, border, SNAP))


def outline_of(geometry: BaseGeometry) -> Outline:
    """Make the outline of a (multi)polygon or (multi)linestring."""
    is_area = geometry.geom_type.endswith("Polygon")
    parts = shapely.get_parts(geometry)
    lines = shapely.get_rings(parts) if is_area else parts
    points, owners = shapely.get_coordinates(lines, return_index=True)
    return Outline(points, np.bincount(owners), is_area)


def thin(outlines: Sequence[Outline], tolerance: float) -> list[Outline]:
    """Leave out vertices that matter little, and islands too small to see.

    Visvalingam & Whyatt (1993, "Line generalisation by repeated elimination of points"), a
    whole round of vertices at a time: a vertex goes when its triangle is under
    ``tolerance`` squared and no bigger than its neighbours'. Which ones go depends on the line
    alone and not on its direction, so two countries keep one common border.

    Parameters
    ----------
    outlines : sequence of Outline
    tolerance : float
        Degrees of latitude.
    """
    if not outlines:
        return []
    points = np.concatenate([outline.points for outline in outlines])
    sizes = np.concatenate([outline.sizes for outline in outlines])
    parents = np.repeat(np.arange(len(outlines)), [len(outline.sizes) for outline in outlines])
    seen = _visible(points, sizes, parents, 2.5 * tolerance)
    points, sizes, parents = points[np.repeat(seen, sizes)], sizes[seen], parents[seen]
    points, sizes = _drop_vertices(points, sizes, tolerance)
    ends = np.searchsorted(parents, np.arange(1, len(outlines)))
    starts = np.concatenate(([0], np.cumsum(sizes)))[ends]
    thinned = zip(np.split(points, starts), np.split(sizes, ends), outlines, strict=True)
    return [Outline(part, own, outline.is_area) for part, own, outline in thinned]


def _visible(
    points: Points, sizes: Numbers, parents: Numbers, extent: float
) -> npt.NDArray[np.bool_]:
    """Which lines reach over ``extent`` degrees or are the longest of their outline."""
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    spans = np.maximum.reduceat(points, starts) - np.minimum.reduceat(points, starts)
    reach = spans.max(axis=1)
    longest = np.maximum.reduceat(reach, np.flatnonzero(np.diff(parents, prepend=-1)))
    order = np.unique(parents, return_inverse=True)[1]
    seen: npt.NDArray[np.bool_] = (reach >= extent) | (reach == longest[order])
    return seen


def _drop_vertices(points: Points, sizes: Numbers, tolerance: float) -> tuple[Points, Numbers]:
    owner = np.repeat(np.arange(len(sizes)), sizes)
    for _ in range(20):
        area = _triangles(points, owner)
        turn = area * _chance(points)
        spared = (turn[1:-1] > turn[:-2]) | (turn[1:-1] > turn[2:]) | (area[1:-1] > tolerance**2)
        if spared.all():
            break
        keep = np.concatenate(([True], spared, [True]))
        points, owner = points[keep], owner[keep]
    return points, np.bincount(owner, minlength=len(sizes))


def _triangles(points: Points, owner: Numbers) -> Points:
    """Area of the triangle at each vertex in square degrees of latitude; infinite at ends."""
    before, here, after = points[:-2], points[1:-1], points[2:]
    ab, ac = here - before, after - before
    area = 0.5 * np.abs(ab[:, 0] * ac[:, 1] - ab[:, 1] * ac[:, 0]) * np.cos(np.radians(here[:, 1]))
    inside = (owner[:-2] == owner[1:-1]) & (owner[1:-1] == owner[2:])
    return np.concatenate(([np.inf], np.where(inside, area, np.inf), [np.inf]))


def _chance(points: Points) -> Points:
    """A number in 0.5..1.5 for each vertex, by where it is.

    On a regular curve all triangles are alike: it must lose every other vertex, and neither all
    at once nor one in a round.
    """
    chance: Points = 0.5 + np.abs(points @ np.array([12.9898, 78.233])) % 1
    return chance


def pack(outline: Outline) -> Packed:
    """Turn lines into integers: first point, then steps, in 1/``SCALE`` degrees, lon first.

    Examples
    --------
    >>> pack(read_outline("LINESTRING (30 10, 30.5 10.25)"))
    [[3000, 1000, 50, 25]]
    """
    whole = np.rint(outline.points * SCALE).astype(np.int64)
    steps = whole.copy()
    steps[1:] -= whole[:-1]
    packed, start = [], 0
    for size in outline.sizes.tolist():
        line = steps[start : start + size]
        line[0] = whole[start]
        moved = line.any(axis=1)
        moved[0] = True
        if moved.sum() > 1:
            packed.append(line[moved].ravel().tolist())
        start += size
    return packed
