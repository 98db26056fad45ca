"""Options and reports that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import click

from gazetteer.compiler import FINISHED, STAGES, Progress
from geomap.documents import Columns, Document, ReadFailure, count_files, read_documents
from geomap.resolution import ParsedDocument

Command = TypeVar("Command", bound=Callable[..., Any])


def gazetteer_option(command: Command) -> Command:
    """Add ``--gazetteer FILE``."""
    return click.option(
        "--gazetteer",
        "gazetteer_path",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="Compiled gazetteer to use instead of the shipped one [env: GEOMAP_GAZETTEER].",
    )(command)


def corrections_option(command: Command) -> Command:
    """Add ``--corrections FILE``."""
    return click.option(
        "--corrections",
        metavar="FILE",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Table of corrections (CSV) to apply, as saved from a map.",
    )(command)


def recogniser_option(command: Command) -> Command:
    """Add ``--recogniser NAME``."""
    return click.option(
        "--recogniser",
        metavar="NAME",
        help="spaCy pipeline to find places with instead of geomap's own recogniser, such as "
        "spacy:en_core_web_sm (needs the extra [spacy]).",
    )(command)


def loudness_options(command: Command) -> Command:
    """Add ``-q`` and ``-v``."""
    command = click.option("-q", "--quiet", is_flag=True, help="No progress, no summary.")(command)
    return click.option("-v", "--verbose", is_flag=True, help="Say what is done to each document.")(
        command
    )


def input_options(command: Command) -> Command:
    """Add ``INPUT...`` and the options that say how to read them."""
    for role in reversed(("text", "id", "title", "url", "source", "date")):
        command = click.option(
            f"--{role}-column",
            metavar="NAME",
            default="",
            help=f"Column (CSV, TSV) or field (JSONL) with the {role}; guessed by default.",
        )(command)
    return click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")(command)


@dataclass(slots=True)
class Batch:
    """A run over documents: reads, shows progress, and keeps what failed."""

    inputs: tuple[str, ...]
    columns: Columns
    quiet: bool = False
    verbose: bool = False
    given: bool = False
    failures: list[ReadFailure] = field(default_factory=list)
    documents: int = 0
    mentions: int = 0
    resolved: int = 0

    def read(self) -> Iterator[Document]:
        """Read the documents with a progress bar over their files."""
        from tqdm import tqdm

        hidden = self.quiet or not sys.stderr.isatty()
        total = None if hidden else count_files(self.inputs)
        with tqdm(total=total, unit=" files", disable=hidden, leave=False) as bar:
            yield from read_documents(
                self.inputs,
                columns=self.columns,
                given=self.given,
                on_error=self._note,
                on_file=lambda file: bar.update(),
            )

    def _note(self, failure: ReadFailure) -> None:
        self.failures.append(failure)
        click.echo(f"geomap: {failure}", err=True)

    def counted(self, parsed: Iterable[ParsedDocument]) -> Iterator[ParsedDocument]:
        """Pass parsed documents on, counting what was found in them."""
        for one in parsed:
            found = sum(r.place is not None for r in one.resolutions)
            self.documents += 1
            self.mentions += len(one.resolutions)
            self.resolved += found
            if self.verbose:
                said = f"{say_count(len(one.resolutions), 'mention')}, {found:,} resolved"
                click.echo(f"{one.document.id}: {said}", err=True)
            yield one

    def finish(self, output: Path | None) -> None:
        """Say what was done, and exit with 1 when some documents failed."""
        if not self.quiet:
            where = f" -> {output}" if output else ""
            said = say_count(self.documents, "document"), say_count(self.mentions, "mention")
            click.echo(f"{', '.join(said)}, {self.resolved:,} resolved{where}", err=True)
        if self.failures:
            sys.exit(1)


def say_count(number: int, what: str) -> str:
    """Write a number of things.

    Examples
    --------
    >>> say_count(1, "document"), say_count(2000, "document")
    ('1 document', '2,000 documents')
    """
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def compile_progress(quiet: bool) -> Progress:
    """A bar for the compilation of a gazetteer, shown when stderr is a terminal."""
    if quiet or not sys.stderr.isatty():
        return lambda stage, done: None
    from tqdm import tqdm

    look = "{desc}: {percentage:3.0f}% |{bar}| {elapsed}"
    bars: list[tqdm] = []  # none before something is really compiled
    stages = [*STAGES.items(), (FINISHED, 1.0)]
    ends = {stage: stages[i + 1][1] for i, (stage, _) in enumerate(stages[:-1])}

    def show(stage: str, done: int) -> None:
        if not bars:
            bars.append(tqdm(total=100, bar_format=look, leave=False))
        bar = bars[0]
        if stage == FINISHED:
            bar.close()
            return
        begin = STAGES[stage]
        # How many places a source has is not known before its end; most have no more than ours.
        share = min(done / _SHIPPED_PLACES, 1.0) * (ends[stage] - begin)
        bar.set_description_str(f"Preparing the gazetteer, once ({stage})")
        bar.n = round(100 * (begin + share))
        bar.refresh()

    return show


#: About how many places the shipped tables hold.
_SHIPPED_PLACES = 303_000


def parse_point(context: click.Context, option: click.Parameter, value: str | None) -> Any:
    """Read ``LAT,LON`` in degrees."""
    if value is None:
        return None
    try:
        lat, lon = map(float, value.split(","))
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no point; write LAT,LON, like 50.6,36.6") from error
    return lat, lon
