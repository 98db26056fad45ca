"""Outlines and lines made small: read from WKT, thinned, and packed as small integers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from geomap.page.detail import Detail, Points

#: Packed coordinates count in this part of a degree (0.002 degrees are 220 m at most).
SCALE = 500

#: Lines that reach less far than so many tolerances are too small to see.
LEAST_REACH = 2.5

#: Part of a degree in which the gazetteer's tables count.
FINEST = 1000

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
    geometry = shapely.from_wkt(wkt)
    is_area = geometry.geom_type.endswith("Polygon")
    parts = shapely.get_parts(geometry)
    lines = shapely.get_rings(parts) if is_area else parts
    points, owners = shapely.get_coordinates(lines, return_index=True)
    return Outline(points, np.bincount(owners), is_area)


def thin(outlines: Sequence[Outline], detail: Detail, factor: float = 1.0) -> list[Outline]:
    """Leave out vertices that matter little, and islands too small to see.

    Visvalingam & Whyatt (1993, "Line generalisation by repeated elimination of points"), a
    whole round of vertices at a time: a vertex goes when its triangle is under the tolerance
    squared and no bigger than its neighbours'. Which ones go depends on the line alone and not on
    its direction, and where lines part they all keep their vertex, so that outlines which have
    vertices in common keep one common border.

    Parameters
    ----------
    outlines : sequence of Outline
    detail : Detail
        What the tolerance is where.
    factor : float
        How much larger it is for these.
    """
    if not outlines:
        return []
    points = np.concatenate([outline.points for outline in outlines])
    sizes = np.concatenate([outline.sizes for outline in outlines])
    parents = np.repeat(np.arange(len(outlines)), [len(outline.sizes) for outline in outlines])
    seen = _visible(points, sizes, parents, detail, factor)
    points, sizes, parents = points[np.repeat(seen, sizes)], sizes[seen], parents[seen]
    points, sizes = _drop_vertices(points, sizes, factor * detail.tolerance_at(points))
    points = detail.round(points)
    ends = np.searchsorted(parents, np.arange(1, len(outlines)))
    starts = np.concatenate(([0], np.cumsum(sizes)))[ends]
    thinned = zip(np.split(points, starts), np.split(sizes, ends), outlines, strict=True)
    return [Outline(part, own, outline.is_area) for part, own, outline in thinned]


def _visible(
    points: Points, sizes: Numbers, parents: Numbers, detail: Detail, factor: float
) -> npt.NDArray[np.bool_]:
    """Which lines reach far enough to be seen, or are the longest of their outline."""
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    spans = np.maximum.reduceat(points, starts) - np.minimum.reduceat(points, starts)
    reach = spans.max(axis=1)
    least = LEAST_REACH * factor * np.minimum.reduceat(detail.tolerance_at(points), starts)
    longest = np.maximum.reduceat(reach, np.flatnonzero(np.diff(parents, prepend=-1)))
    order = np.unique(parents, return_inverse=True)[1]
    seen: npt.NDArray[np.bool_] = (reach >= least) | (reach == longest[order])
    return seen


def _drop_vertices(points: Points, sizes: Numbers, tolerance: Points) -> tuple[Points, Numbers]:
    owner = np.repeat(np.arange(len(sizes)), sizes)
    is_kept = find_forks(points, sizes)
    for _ in range(20):
        area = np.where(is_kept, np.inf, _triangles(points))
        turn = area * _chance(points)
        spared = (turn > np.roll(turn, 1)) | (turn > np.roll(turn, -1)) | (area > tolerance**2)
        if spared.all():
            break
        points, owner = points[spared], owner[spared]
        is_kept, tolerance = is_kept[spared], tolerance[spared]
    return points, np.bincount(owner, minlength=len(sizes))


def find_forks(points: Points, sizes: Numbers) -> npt.NDArray[np.bool_]:
    """Which vertices are ends of lines, or lie where lines that ran together part."""
    whole = np.rint((points + np.array([180, 90])) * FINEST).astype(np.int64)
    keys = whole @ np.array([1_000_000, 1])
    ends = np.cumsum(sizes) - 1
    starts = ends - sizes + 1
    before, after = np.roll(keys, 1), np.roll(keys, -1)
    # The vertices beside one, in either direction, as one number that hardly two pairs share.
    beside = np.minimum(before, after) * 31 + np.maximum(before, after)
    beside[starts], beside[ends] = -1, -2
    order = np.argsort(keys, kind="stable")
    firsts = np.flatnonzero(np.diff(keys[order], prepend=keys[order[0]] - 1))
    least = np.minimum.reduceat(beside[order], firsts)
    most = np.maximum.reduceat(beside[order], firsts)
    is_fork = (least != most) | (least < 0)
    forks = np.empty(len(points), bool)
    forks[order] = np.repeat(is_fork, np.diff(firsts, append=len(points)))
    return forks


def _triangles(points: Points) -> Points:
    """Area of the triangle at each vertex, as if all were one line; square degrees of latitude."""
    before, after = np.roll(points, 1, axis=0), np.roll(points, -1, axis=0)
    ab, ac = points - before, after - before
    area: Points = 0.5 * np.abs(ab[:, 0] * ac[:, 1] - ab[:, 1] * ac[:, 0])
    return area * np.cos(np.radians(points[:, 1]))


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
    [[15000, 5000, 250, 125]]
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
