"""Normalising a table as a stream: a block of rows in, the same rows with answers out."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from gazetteer import Gazetteer
from geomap.errors import TableError
from geomap.normalisation.answer import (
    DEFAULT_PREFIX,
    Answer,
    added_columns,
    given_name,
    no_answer,
)
from geomap.normalisation.answering import Answering, Asked
from geomap.normalisation.coherence import CoherentAnswering, Evidence
from geomap.normalisation.hints import Hints
from geomap.normalisation.report import Report
from geomap.tables import Block, Format, Source, Table, open_source, open_writer
from geomap.tables.formats import format_of_name, is_text


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done to a table.

    ``column`` holds the names (empty: the only column there is); ``country_column``,
    ``within_column`` and ``near_columns`` (latitude, longitude) hold hints, and ``hints`` those
    for every row. ``prefix`` goes before the names of the added columns.
    """

    column: str = ""
    country_column: str = ""
    within_column: str = ""
    near_columns: tuple[str, str] | None = None
    hints: Hints = field(default_factory=Hints)
    asked: Asked = field(default_factory=Asked)
    prefix: str = DEFAULT_PREFIX
    coherent: bool = False


#: Told of the number of a row, counted from 1 after the header, and what is wrong with it.
OnBad = Callable[[int, str], None]
#: Told of the stage, how many rows were just done, and the rows in all where that is known.
OnRows = Callable[[str, int, int | None], None]


def normalise_table(
    source: str,
    output: str,
    task: Task,
    gazetteer: Gazetteer,
    *,
    source_format: Format | None = None,
    output_format: Format | None = None,
    on_bad: OnBad = lambda row, problem: None,
    on_rows: OnRows = lambda stage, done, total: None,
) -> Report:
    """Add places to the rows of a table of place names.

    Parameters
    ----------
    source, output : str
        Files, or ``-`` for standard input and output.
    source_format, output_format : Format, optional
        By default told by the ending of the name.
    on_bad : callable
        Told of each row that cannot be read; it is kept, without an answer.

    Raises
    ------
    TableError
        When the table cannot be read, lacks a column, or has one of the added already.
    QueryError
        On hints for every row that cannot be.
    OutputError
        When the output cannot be written.
    """
    told = output_format or (None if output == "-" else format_of_name(output)[0])
    gzipped = output != "-" and output.lower().endswith(".gz")

    def again(given: Format) -> bool:
        return task.coherent or _needs_columns(given, told)

    with open_source(source, source_format, again=again) as opened:
        answering = _answering(opened, task, gazetteer, on_rows)
        target = told or (opened.format if is_text(opened.format) else "csv")
        columns = _needs_columns(opened.format, target)
        with opened.read(all_columns=columns) as table:
            run = _Run(task, answering, table)
            with open_writer(
                output, target, table, run.added, run.renamed, gzipped=gzipped
            ) as writer:
                for block, answers in run.answers(on_bad):
                    writer.write(block, [answer.cells for answer in answers])
                    on_rows("normalising", len(block), table.rows)
    return run.report


def _needs_columns(given: Format, target: Format | None) -> bool:
    """Only JSON Lines can be written before all columns of JSON Lines are known."""
    return given == "jsonl" and target not in (None, "jsonl")


def _answering(source: Source, task: Task, gazetteer: Gazetteer, on_rows: OnRows) -> Answering:
    plain = Answering(gazetteer, task.hints, task.asked)
    if not task.coherent:
        return plain
    evidence = Evidence(gazetteer)
    with source.read() as table:
        for block, answers in _Run(task, plain, table).answers(lambda row, problem: None):
            for answer in answers:
                evidence.add(answer)
            on_rows("looking for rows that are sure", len(block), table.rows)
    return CoherentAnswering(gazetteer, task.hints, task.asked, evidence)


class _Run:
    """One pass over a table."""

    def __init__(self, task: Task, answering: Answering, table: Table) -> None:
        self._table, self._task, self._answer = table, task, answering.answer
        self._columns = _question_columns(task, table)
        self.added = added_columns(task.prefix, task.asked.alternatives)
        self._names = {name for name, _ in self.added}
        self._refuse_clash(table.columns)
        # Later rows of JSON Lines may have any name.
        clashes = self._names if table.is_open else self._names.intersection(table.columns)
        self.renamed = {} if task.prefix else {n: given_name(n, table.columns) for n in clashes}
        self.report = Report()

    def answers(self, on_bad: OnBad) -> Iterator[tuple[Block, list[Answer]]]:
        """Yield each block with the answers to its rows."""
        for block in self._table.blocks:
            if self._table.is_open:
                self._refuse_clash(block.columns)
            texts = [block.texts(c) if c else itertools.repeat("") for c in self._columns]
            answers = [self._answer(*question) for question in zip(*texts, strict=False)]
            for at, problem in block.problems.items():
                answers[at] = no_answer("bad", self._task.asked.alternatives, problem=problem)
            for at, answer in enumerate(answers):
                if answer.status == "bad":
                    on_bad(self.report.rows + at + 1, answer.problem)
            self.report.count(texts[0], answers)
            yield block, answers

    def _refuse_clash(self, columns: Sequence[str]) -> None:
        twice = [name for name in columns if name in self._names]
        if twice and self._task.prefix:
            raise TableError(
                f"the table already has columns {', '.join(twice)}: "
                "choose another --prefix for those to be added"
            )


def _question_columns(task: Task, table: Table) -> list[str]:
    """The columns of the fields of a question, empty where there is none."""
    if not task.column and len(table.columns) != 1:
        there = ", ".join(map(repr, table.columns)) or "none"
        raise TableError(f"say which --column holds the names; there are: {there}")
    name = task.column or table.columns[0]
    asked = (name, task.country_column, task.within_column, *(task.near_columns or ("", "")))
    return [table.require(column) if column else "" for column in asked]
