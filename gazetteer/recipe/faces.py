"""Outlines of first order divisions, from boundary lines and the places inside.

No package has the divisions' polygons, but one has the lines between them. Country
outlines cut along these lines fall into faces; a face belongs to the division most of
the populated places in it belong to, and the faces of one division make its outline.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import shapely
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from gazetteer.recipe.rows import Row

#: A face is given away only if that share of its places agree.
MAJORITY = 0.7
#: An outline is kept only if it holds that share of the division's places.
COVERAGE = 0.7
#: How far (degrees) a line may end from the border it belongs to: wide first, as most
#: lines need it, then narrow for divisions that a wide knife would cut to pieces.
GAPS_DEGREES = (0.02, 0.004)


def make_outlines(
    countries: Iterable[tuple[str, BaseGeometry]],
    lines: list[BaseGeometry],
    cities: Iterable[Row],
) -> dict[tuple[str, str], BaseGeometry]:
    """Outline of each division that can be told, by (country, admin1)."""
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in cities:
        grouped[row.country].append(row)
    tree = STRtree(lines)
    outlines: dict[tuple[str, str], BaseGeometry] = {}
    for country, land in countries:
        inside = [lines[i] for i in tree.query(land, predicate="intersects")]
        if inside and grouped[country]:
            for gap in GAPS_DEGREES:
                faces = cut(land, inside, gap)
                for admin1, outline in assign(faces, grouped[country], gap).items():
                    outlines.setdefault((country, admin1), outline)
    return outlines


def cut(land: BaseGeometry, lines: list[BaseGeometry], gap: float) -> list[BaseGeometry]:
    """The faces into which the lines cut a country.

    The lines are widened by ``gap`` first: many end that much short of the border, where an
    exact cut would leave two divisions joined.
    """
    knife = shapely.union_all(shapely.buffer(lines, gap, quad_segs=1))
    return list(shapely.get_parts(land.difference(knife)))


def assign(faces: list[BaseGeometry], cities: list[Row], gap: float) -> dict[str, BaseGeometry]:
    """Faces joined by the division that most places in each belong to."""
    points = shapely.points([row.lon for row in cities], [row.lat for row in cities])
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for face, city in STRtree(faces).query(points, predicate="within").T[:, ::-1]:
        votes[int(face)][cities[int(city)].admin1] += 1
    owned: dict[str, list[BaseGeometry]] = defaultdict(list)
    held: Counter[str] = Counter()
    for face, counts in votes.items():
        ((admin1, count),) = counts.most_common(1)
        if admin1 and count >= MAJORITY * counts.total():
            owned[admin1].append(faces[face])
            held[admin1] += count
    totals = Counter(row.admin1 for row in cities)
    return {
        admin1: shapely.union_all(shapely.buffer(parts, gap, join_style="mitre"))
        for admin1, parts in owned.items()
        if held[admin1] >= COVERAGE * totals[admin1]
    }
