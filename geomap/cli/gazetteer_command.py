"""``geomap gazetteer``: what names are looked up in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from geomap.cli.options import compile_progress, gazetteer_option, loudness_options


@click.group("gazetteer")
def command() -> None:
    """Show, build and choose the gazetteer.

    \b
    Examples:
      geomap gazetteer info
      geomap gazetteer build allCountries.zip -o all.bin
      geomap map articles/ --gazetteer all.bin
    """


@command.command("info")
@gazetteer_option
@loudness_options
def info(gazetteer_path: Path | None, quiet: bool, verbose: bool) -> None:
    """Show where the gazetteer comes from: sources, versions, licences, counts, file size.

    \b
    Examples:
      geomap gazetteer info
      geomap gazetteer info --gazetteer all.bin
    """
    from gazetteer import Gazetteer

    gazetteer = Gazetteer.open(gazetteer_path, progress=compile_progress(quiet))
    meta = gazetteer.index.meta
    size = gazetteer.index.path.stat().st_size
    click.echo(f"file    {gazetteer.index.path}")
    click.echo(f"size    {size / 1e6:.1f} MB")
    for what, count in meta["counts"].items():
        click.echo(f"{what:<7} {count:,}")
    for source in meta.get("manifest", {}).get("sources", []):
        click.echo(_source_line(source))


def _source_line(source: dict[str, Any]) -> str:
    return f"source  {source['package']} {source['version']} ({source['licence']})"


@command.command("build")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False),
    help="Compiled gazetteer to write.",
)  # fmt: skip
@click.option(
    "--alternate-names", metavar="FILE", type=click.Path(path_type=Path),
    help="GeoNames alternateNamesV2 (txt, zip): more names for the places.",
)  # fmt: skip
@click.option("--with-default", is_flag=True, help="Add the sources to the shipped places.")
@loudness_options
def build(
    sources: tuple[Path, ...],
    output: Path,
    alternate_names: Path | None,
    with_default: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Compile a gazetteer from GeoNames dumps or tables of your own.

    SOURCE is a GeoNames dump (cities500.txt, UA.txt, allCountries.txt; plain, zip, gz or xz)
    or a table (CSV) with columns name, lat, lon, and as you like geonameid or id, country,
    feature_class, feature_code, population, and names (others, joined by |). Without a SOURCE
    the shipped places alone are compiled.

    \b
    Examples:
      geomap gazetteer build UA.zip --alternate-names alternateNamesV2.zip -o ukraine.bin
      geomap gazetteer build camps.csv --with-default -o mine.bin
    """
    from gazetteer.build import build_gazetteer

    build_gazetteer(
        sources, output, with_default=with_default or not sources,
        alternate_names=alternate_names, progress=compile_progress(quiet),
    )  # fmt: skip
    if not quiet:
        click.echo(f"{output}: {output.stat().st_size / 1e6:.1f} MB", err=True)
