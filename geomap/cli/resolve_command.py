"""``geomap resolve``: names -> places."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from gazetteer import Gazetteer, Match
from geomap.cli.options import compile_progress, gazetteer_option, loudness_options, parse_point
from geomap.exports.json_lines import place_fields


@click.command("resolve")
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option("--country", metavar="XX", help="ISO 3166-1 alpha-2 code the place must be in.")
@click.option("--near", metavar="LAT,LON", callback=parse_point, help="Prefer places near here.")
@click.option("--radius-km", type=float, help="With --near: no place further than this.")
@click.option("--within", metavar="NAME", help="Country, subdivision or region it must be in.")
@click.option("--feature", metavar="KIND", help="GeoNames class or code, or a word: P, river.")
@click.option("--limit", default=3, show_default=True, help="Answers for each name.")
@click.option("--json", "as_json", is_flag=True, help="Write a JSON object for each name.")
@gazetteer_option
@loudness_options
def command(
    names: tuple[str, ...],
    country: str | None,
    near: tuple[float, float] | None,
    radius_km: float | None,
    within: str | None,
    feature: str | None,
    limit: int,
    as_json: bool,
    gazetteer_path: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Look up place names, however they are spelled; the likeliest place first.

    Exits with 1 when some name could not be resolved. Guesses with a score below 0.5 are
    listed, but are no claims.

    \b
    Examples:
      geomap resolve Bachmut
      geomap resolve Paris --within Texas
      geomap resolve Gregoron --near 50.6,36.6 --json
    """
    gazetteer = Gazetteer.open(gazetteer_path, progress=compile_progress(quiet))
    unresolved = False
    for name in names:
        matches = gazetteer.lookup(
            name, country=country, within=within, near=near, radius_km=radius_km,
            feature=feature, limit=limit,
        )  # fmt: skip
        sure = matches and matches[0].match in ("exact", "alias")
        unresolved |= not (sure or (matches and matches[0].score >= 0.5))
        click.echo(_as_json(name, matches) if as_json else _as_text(name, matches, verbose))
    if unresolved:
        sys.exit(1)


def _as_json(name: str, matches: list[Match]) -> str:
    found = [
        {**place_fields(m.place), "score": round(m.score, 3), "match": m.match,
         "matched_name": m.name, "why": m.why}
        for m in matches
    ]  # fmt: skip
    return json.dumps({"query": name, "matches": found}, ensure_ascii=False)


def _as_text(name: str, matches: list[Match], verbose: bool) -> str:
    if not matches:
        return f"{name}: unresolved"
    lines = [name]
    for m in matches:
        where = ", ".join((m.place.name, *m.place.path))
        lines.append(
            f"  {m.score:4.2f}  {m.match:<7}  {m.place.lat:9.5f}, {m.place.lon:10.5f}  {where}"
        )
        if verbose:
            lines.append(f"        {m.why}")
    return "\n".join(lines)
