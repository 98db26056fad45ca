"""``geomap evaluate``: annotated documents -> how right the program is on them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geomap.cli.options import (
    compile_progress,
    corrections_option,
    gazetteer_option,
    loudness_options,
    recogniser_option,
)
from geomap.documents import ReadFailure, find_files
from geomap.documents.reading import UniqueIds
from geomap.errors import DocumentError

if TYPE_CHECKING:
    from geomap.evaluation import Evaluation, GoldDocument
    from geomap.evaluation.predictions import Answers

_ALL = "all together"


@click.command("evaluate")
@click.argument("golds", nargs=-1, required=True, metavar="GOLD...")
@click.option(
    "--predicted", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False),
    help="Judge what 'geomap parse' has written instead of parsing.",
)  # fmt: skip
@click.option("--given", is_flag=True, help="Resolve the spans of gold instead of finding some.")
@click.option(
    "--worst", type=click.IntRange(0), default=10, show_default=True, metavar="N",
    help="List the N worst mistakes of each kind; 0 for none.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Write a JSON object for each row.")
@corrections_option
@recogniser_option
@gazetteer_option
@loudness_options
def command(
    golds: tuple[str, ...],
    predicted: Path | None,
    given: bool,
    worst: int,
    as_json: bool,
    corrections: Path | None,
    recogniser: str | None,
    gazetteer_path: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Judge the program on documents whose places you have marked by hand.

    GOLD is JSON Lines, a document a line: {"id", "text", "toponyms": [{"start", "end", "lat",
    "lon", "geonameid"}]}; lat and lon in degrees, or null for what is not to be asked for.
    Offsets are code points, half-open. Each file gets a row, and several all together another:

    \b
      p r f1 exact_f1        recognition: any overlap will do, or the same span only
      acc161 id_acc          of what was found: within 161 km, with gold's GeoNames id
      mean_km median_km auc  how far off (auc: logarithmic, 0 is best, 1 worst)
      e2e_p e2e_r e2e_f1     both: found, and placed within 161 km

    Then follow the worst mistakes: wrong place, unresolved, missed, spurious.

    \b
    Examples:
      geomap evaluate gold.jsonl
      geomap evaluate gold.jsonl --given --worst 30
      geomap evaluate gold.jsonl --predicted mentions.jsonl --json | jq .e2e_f1
      geomap evaluate wires.jsonl letters.jsonl --gazetteer all.bin
    """
    if predicted and (given or corrections or recogniser or gazetteer_path):
        raise click.UsageError(
            "--predicted judges answers as they are: leave out --given, --corrections, "
            "--recogniser, --gazetteer"
        )
    run = _Run(golds, quiet, verbose)
    if predicted:
        answers = _from_file(predicted, run)
    else:
        asked = {"corrections": corrections, "recogniser": recogniser}
        answers = _from_parser(gazetteer_path, asked, given, quiet)
    rows = run.judge(answers)
    if predicted and rows:
        _report_missing(predicted, run)
    if rows:
        _show(rows, worst, as_json)
    sys.exit(1 if run.failures or run.missing else 0)


def _from_file(predicted: Path, run: _Run) -> Answers:
    from geomap.evaluation import file_answers, read_predictions

    return file_answers(read_predictions(predicted), on_missing=run.missing.append)


def _from_parser(
    gazetteer: Path | None, asked: dict[str, Any], given: bool, quiet: bool
) -> Answers:
    from geomap.evaluation import parser_answers
    from geomap.pipeline import Parser

    parser = Parser.open(gazetteer, **asked, progress=compile_progress(quiet))
    return parser_answers(parser, given=given)


@dataclass(slots=True)
class _Run:
    """A run over the files: shows progress, and keeps what went wrong."""

    golds: tuple[str, ...]
    quiet: bool
    verbose: bool
    failures: list[ReadFailure] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    judged: int = 0

    def judge(self, answers: Answers) -> dict[str, Evaluation]:
        """Judge each file by itself, and several all together too."""
        from geomap.evaluation import Evaluation

        rows: dict[str, Evaluation] = {}
        together = Evaluation()
        for name, gold in self._read():
            found = tuple(answers(gold))
            for evaluation in (rows.setdefault(name, Evaluation()), together):
                evaluation.add(gold, found)
            self.judged += 1
            if self.verbose:
                marked = len(gold.toponyms)
                said = f"{marked} toponyms marked, {len(found)} mentions"
                click.echo(f"{gold.document.id}: {said}", err=True)
        return {**rows, _ALL: together} if len(rows) > 1 else rows

    def _read(self) -> Iterator[tuple[str, GoldDocument]]:
        """Read the documents with a progress bar, each with the name of its file's row."""
        from tqdm import tqdm

        from geomap.evaluation import read_gold_file
        from geomap.evaluation.lines import count_lines

        ids = UniqueIds()
        hidden = self.quiet or not sys.stderr.isatty()
        with tqdm(unit=" documents", disable=hidden, leave=False) as bar:
            for file in find_files(self.golds, on_error=self._note):
                bar.total = None if hidden else (bar.n + count_lines(file)) or None
                for gold in read_gold_file(file, ids, self._note):
                    yield "standard input" if file.path == "-" else file.path, gold
                    bar.update()

    def _note(self, failure: ReadFailure) -> None:
        self.failures.append(failure)
        click.echo(f"geomap: {failure}", err=True)


def _report_missing(predicted: Path, run: _Run) -> None:
    """Name documents without a prediction; refuse a file that has none for any."""
    if not run.missing:
        return
    what = f"{len(run.missing):,} of {run.judged:,} documents, such as {run.missing[0]!r}"
    if len(run.missing) == run.judged:
        hint = "documents are joined by id: is it about others?"
        raise DocumentError(f"{predicted} has no prediction for {what} ({hint})")
    click.echo(
        f"geomap: {predicted} has no prediction for {what}: counted as finding nothing there",
        err=True,
    )


def _show(rows: dict[str, Evaluation], worst: int, as_json: bool) -> None:
    from geomap.evaluation.report import to_json, to_table, to_text

    if as_json:
        for name, evaluation in rows.items():
            click.echo(to_json(name, evaluation, worst))
        return
    click.echo(to_table({name: evaluation.figures() for name, evaluation in rows.items()}))
    *_, last = rows.values()
    if said := to_text(last, worst):
        click.echo(said)
