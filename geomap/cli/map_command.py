"""``geomap map``: documents -> one HTML file."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import Any

import click

from geomap.cli.look import check_look, look_options, split_columns
from geomap.cli.options import (
    Batch,
    compile_progress,
    corrections_option,
    gazetteer_option,
    input_options,
    loudness_options,
    recogniser_option,
)
from geomap.documents import Columns


@click.command("map")
@input_options
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    default=Path("output/map.html"),
    show_default=True,
    help="HTML file to write; - is standard output.",
)
@click.option("--title", default="", help="Title of the page.")
@click.option("--subtitle", default="", help="Line under the title.")
@look_options
@recogniser_option
@corrections_option
@gazetteer_option
@loudness_options
def command(
    inputs: tuple[str, ...],
    output: Path,
    title: str,
    subtitle: str,
    recogniser: str | None,
    corrections: Path | None,
    gazetteer_path: Path | None,
    quiet: bool,
    verbose: bool,
    **others: Any,
) -> None:
    """Make an interactive HTML map of the places that documents mention.

    INPUT is a file (.txt .md .html .csv .tsv .jsonl, gzipped or not), a folder, a glob
    pattern, or - for standard input. The page is one file that needs no network.

    \b
    Examples:
      geomap map article.html -o output/map.html
      geomap map reports/ --corrections corrections.csv --theme dark
      geomap map reports/ 'wires/*.csv' --text-column body --title "Front line"
      curl -s https://example.org/story | geomap map - -o story.html
    """
    from geomap.page import render_page
    from geomap.pipeline import Parser
    from geomap.writing import replacing

    columns, look = split_columns(others)
    check_look(look)
    batch = Batch(inputs, Columns(**columns), quiet, verbose)
    progress = compile_progress(quiet)
    parser = Parser.open(
        gazetteer_path, corrections=corrections, recogniser=recogniser, progress=progress
    )
    parsed = batch.counted(parser.parse_all(batch.read()))
    is_file = output != Path("-")
    # That it cannot be written is said before the work is done.
    with replacing(output) if is_file else nullcontext() as temporary:
        page = render_page(parsed, title=title, subtitle=subtitle, **look)
        if batch.failures and not batch.documents:
            # Nothing could be read: an empty page would bury the map of an earlier run.
            raise SystemExit(1)
        if temporary:
            temporary.write_text(page, encoding="utf-8", newline="\n")
        else:
            click.echo(page.encode(), nl=False)
    batch.finish(output if is_file else None)
