"""``geomap resolve``: names -> places."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from gazetteer import Gazetteer, Match
from geomap.cli.options import compile_progress, gazetteer_option, loudness_options, parse_point
from geomap.exports.json_lines import place_fields
from geomap.normalisation.answer import CLAIMED, LEAST_SCORE
from geomap.normalisation.hints import Hints, RowHints


@click.command("resolve")
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option(
    "--country",
    metavar="XX",
    help="Country it must be in: ISO 3166-1 code (2 or 3 letters), or a name.",
)
@click.option("--near", metavar="LAT,LON", callback=parse_point, help="Prefer places near here.")
@click.option("--radius-km", type=float, help="With --near: no place further than this.")
@click.option("--within", metavar="NAME", help="Country, subdivision or region it must be in.")
@click.option("--feature", metavar="KIND", help="GeoNames class or code, or a word: P, river.")
@click.option(
    "--limit", type=click.IntRange(1), default=3, show_default=True, help="Answers for each name."
)
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
      geomap resolve "Paris, Texas" "Homs (Syria)"
      geomap resolve Gregoron --near 50.6,36.6 --json
    """
    if radius_km is not None and near is None:
        raise click.UsageError("--radius-km needs a point: --near")
    gazetteer = Gazetteer.open(gazetteer_path, progress=compile_progress(quiet))
    hints = RowHints(gazetteer, Hints(country, within, near, radius_km, feature))
    unresolved = False
    # Names are UTF-8, whatever the locale.
    for name in (os.fsencode(name).decode("utf-8", "replace") for name in names):
        matches = gazetteer.lookup(name, **hints.read("", "", "", ""), limit=limit)
        found = bool(matches) and (matches[0].is_recorded or matches[0].score >= CLAIMED)
        unresolved |= not found
        if as_json:
            click.echo(_as_json(name, matches))
        else:
            click.echo("\n".join(_as_lines(name, matches, found, verbose)))
    if unresolved:
        sys.exit(1)


def _as_json(name: str, matches: list[Match]) -> str:
    found = [
        {**place_fields(m.place), "score": round(m.score, 3), "match": m.match,
         "matched_name": m.name, "why": m.why}
        for m in matches
    ]  # fmt: skip
    return json.dumps({"query": name, "matches": found}, ensure_ascii=False)


def _as_lines(name: str, matches: list[Match], found: bool, verbose: bool) -> Iterator[str]:
    """The answers about a name; guesses at an unresolved one that are worth a look."""
    if not found:
        matches = [match for match in matches if match.score >= LEAST_SCORE]
    yield name if found else f"{name}: unresolved{', perhaps' if matches else ''}"
    for m in matches:
        where = ", ".join((m.place.name, *m.place.path))
        yield f"  {m.score:4.2f}  {m.match:<7}  {m.place.lat:9.5f}, {m.place.lon:10.5f}  {where}"
        if verbose:
            yield f"        {m.why}"
