"""``geomap normalise``: a table with place names -> the same table with places."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from gazetteer import Gazetteer
from geomap.cli.options import (
    compile_progress,
    corrections_option,
    gazetteer_option,
    loudness_options,
    parse_point,
)
from geomap.corrections import Corrections, read_corrections
from geomap.normalisation import Asked, Hints, Report, Task, normalise_table
from geomap.normalisation.answer import DEFAULT_PREFIX, LEAST_SCORE
from geomap.normalisation.streaming import OnRows
from geomap.tables import FORMATS
from geomap.tables.formats import as_format

_HINTS = ("country", "within", "near", "radius_km", "feature")
_COLUMNS = ("column", "country_column", "within_column", "near_columns")
#: Bad rows named one by one; the rest are counted.
_NAMED = 20


@click.command("normalise")
@click.argument("table", metavar="TABLE")
@click.option("--column", metavar="NAME", default="", help="Column with the place names.")
@click.option("--country-column", metavar="NAME", default="", help="Column with their countries.")
@click.option("--within-column", metavar="NAME", default="", help="Column with areas they lie in.")
@click.option(
    "--near-columns", nargs=2, metavar="LAT LON",
    help="Columns with the latitude and longitude of a point near each.",
)  # fmt: skip
@click.option("--country", metavar="XX", help="Country of rows that name none.")
@click.option("--within", metavar="AREA", help="Area of rows that name none.")
@click.option(
    "--near", metavar="LAT,LON", callback=parse_point, help="Point near rows that have none."
)
@click.option("--radius-km", type=float, help="No place further than this from its point.")
@click.option("--feature", metavar="KIND", help="GeoNames class or code, or a word: P, river.")
@click.option(
    "--coherent",
    is_flag=True,
    help="Let rows that are sure support rows that are not (two passes).",
)
@click.option(
    "--min-score", type=click.FloatRange(0, 1), default=LEAST_SCORE, show_default=True,
    help="Leave out answers of a lower score; below 0.5 an answer is a guess.",
)  # fmt: skip
@click.option(
    "--prefix", default=DEFAULT_PREFIX, show_default=True,
    help="Put before the names of added columns; '' for plain names.",
)  # fmt: skip
@click.option(
    "--alternatives", type=click.IntRange(0, 20), default=0, metavar="N",
    help="Add a column with N runners-up as JSON.",
)  # fmt: skip
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    default="-",
    help="Table to write; standard output by default.",
)
@click.option("--from", "source_format", type=click.Choice(FORMATS), help="Format of TABLE.")
@click.option("--to", "output_format", type=click.Choice(FORMATS), help="Format of the output.")
@corrections_option
@gazetteer_option
@loudness_options
def command(
    table: str,
    output: str,
    source_format: str | None,
    output_format: str | None,
    corrections: Path | None,
    gazetteer_path: Path | None,
    quiet: bool,
    verbose: bool,
    **options: Any,
) -> None:
    """Add to every row of a table the place that its place name means.

    TABLE is a file (.csv .tsv .jsonl, gzipped or not, .parquet, .xlsx) or - for standard
    input. All rows and columns are kept, in order and as they are; added are geonameid,
    place_name, place_country, place_lat, place_lon, place_score and place_match. A score is
    the probability that the answer is right: below 0.5 it is a guess. Rows that cannot be
    read are named and left without an answer; the exit code is then 1.

    \b
    Examples:
      geomap normalise villages.csv --column place -o places.csv
      geomap normalise events.parquet --column town --country-column iso -o events.xlsx
      geomap normalise sites.csv --column name --near-columns lat lon --radius-km 50
      geomap normalise villages.csv --column place --coherent --min-score 0.5 -o places.csv
      geomap normalise villages.csv --column place --corrections corrections.csv -o places.csv
    """
    if options["radius_km"] and not (options["near"] or options["near_columns"]):
        raise click.UsageError("--radius-km needs points: --near-columns or --near")
    gazetteer = Gazetteer.open(gazetteer_path, progress=compile_progress(quiet))
    decided = read_corrections(corrections, gazetteer.place) if corrections else None
    task = _task(options, decided)
    bad = _BadRows(table, sys.maxsize if verbose else _NAMED)
    with _progress(quiet) as on_rows:
        report = normalise_table(
            table, output, task, gazetteer,
            source_format=as_format(source_format) if source_format else None,
            output_format=as_format(output_format) if output_format else None,
            on_bad=bad.note, on_rows=on_rows,
        )  # fmt: skip
    _finish(report, bad, output, quiet)


def _task(options: dict[str, Any], corrections: Corrections | None) -> Task:
    hints = Hints(**{name: options[name] for name in _HINTS})
    asked = Asked(options["min_score"], options["alternatives"], corrections)
    columns = {name: options[name] for name in _COLUMNS}
    return Task(
        **columns, hints=hints, asked=asked, prefix=options["prefix"], coherent=options["coherent"]
    )


@contextmanager
def _progress(quiet: bool) -> Iterator[OnRows]:
    """Show a bar over the rows of each pass when stderr is a terminal."""
    from tqdm import tqdm

    with tqdm(unit=" rows", disable=quiet or not sys.stderr.isatty(), leave=False) as bar:

        def show(stage: str, done: int, total: int | None) -> None:
            if not bar.disable and bar.desc != f"{stage}: ":
                bar.reset(total)
                bar.set_description(stage)
            bar.update(done)

        yield show


class _BadRows:
    def __init__(self, table: str, most: int) -> None:
        self._table = "standard input" if table == "-" else table
        self._most = most
        self.count = 0

    def note(self, row: int, problem: str) -> None:
        """Name a row that could not be read."""
        self.count += 1
        if self.count <= self._most:
            click.echo(f"geomap: {self._table}: row {row}: {problem}", err=True)

    @property
    def unnamed(self) -> int:
        """How many were not named."""
        return max(0, self.count - self._most)


def _finish(report: Report, bad: _BadRows, output: str, quiet: bool) -> None:
    if bad.unnamed:
        click.echo(f"geomap: {bad.unnamed:,} more rows could not be read (see -v)", err=True)
    if not quiet:
        first, *rest = report.lines()
        click.echo("\n".join([first + ("" if output == "-" else f" -> {output}"), *rest]), err=True)
    if bad.count:
        sys.exit(1)
