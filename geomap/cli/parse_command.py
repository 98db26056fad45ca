"""``geomap parse``: documents -> JSON Lines."""

from __future__ import annotations

from pathlib import Path

import click

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


@click.command("parse")
@input_options
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="JSONL file to write; standard output by default, and for -.",
)
@click.option(
    "--given",
    is_flag=True,
    help="Resolve only the spans that JSONL documents carry in 'mentions' or 'toponyms'.",
)
@recogniser_option
@corrections_option
@gazetteer_option
@loudness_options
def command(
    inputs: tuple[str, ...],
    output: Path | None,
    given: bool,
    recogniser: str | None,
    corrections: Path | None,
    gazetteer_path: Path | None,
    quiet: bool,
    verbose: bool,
    **columns: str,
) -> None:
    """Find and resolve places in documents; write JSON Lines, a document a line.

    Offsets are code points of the document's text, half-open; for JSONL input of its text
    field exactly as given. Unresolved mentions have null place fields.

    \b
    Examples:
      geomap parse report.txt
      geomap parse articles/ -o mentions.jsonl
      geomap parse marked.jsonl --given | jq .mentions[].name
      geomap parse articles/ --corrections corrections.csv -o mentions.jsonl
    """
    from geomap.exports.json_lines import to_json_line
    from geomap.pipeline import Parser
    from geomap.writing import write_whole

    named = {name.removesuffix("_column"): value for name, value in columns.items()}
    batch = Batch(inputs, Columns(**named), quiet, verbose, given)
    progress = compile_progress(quiet)
    parser = Parser.open(
        gazetteer_path, corrections=corrections, recogniser=recogniser, progress=progress
    )
    lines = map(to_json_line, batch.counted(parser.parse_all(batch.read())))
    path = None if output == Path("-") else output
    if path:
        write_whole(path, lines)
    else:
        for line in lines:
            click.echo(line, nl=False)
    batch.finish(path)
