"""Tables of documents: CSV and TSV, a document a row, read as a stream."""

from __future__ import annotations

import csv
import itertools
import re
from collections.abc import Iterable, Iterator

from geomap.documents.columns import Columns, choose_columns, require_columns
from geomap.documents.dates import iso_date
from geomap.documents.document import Document
from geomap.documents.encoding import replace_nul
from geomap.documents.failure import OnError, ReadFailure, UnreadableError
from geomap.documents.sources import SourceFile

_DELIMITERS = (",", ";", "\t", "|")
# What Excel understands in front of a table, and may write padded with the delimiter.
_DIRECTIVE = re.compile(r'"?sep=([^"\r\n])"?[,;|\t]*\s*', re.IGNORECASE)
# The largest limit that fits a C long on every system; articles exceed the default of 131,072.
_LARGEST_FIELD = 2**31 - 1


def read_delimited(
    lines: Iterable[str], file: SourceFile, columns: Columns, on_error: OnError
) -> Iterator[Document]:
    """Yield a document for each row of a table whose first row names the columns.

    Parameters
    ----------
    lines : iterable of str
        The lines of the file with their ends. Quoting is that of RFC 4180; a CSV file may be
        delimited by commas, semicolons, tabs or bars.
    file : SourceFile
        Where it comes from; rows without an id are called ``name#3``, counted from 1 after
        the row of names.
    columns : Columns
        The columns to read, guessed where empty.
    on_error : callable
        Told of each row that cannot be read; the others go on.

    Raises
    ------
    UnreadableError
        No column holds the text, or a column asked for is not there.

    Examples
    --------
    >>> source = SourceFile("a.csv", "a.csv", "csv")
    >>> rows = read_delimited(["id,body\\n", "7,Kyiv\\n"], source, Columns(), print)
    >>> [(document.id, document.text) for document in rows]
    [('7', 'Kyiv')]
    """
    csv.field_size_limit(max(csv.field_size_limit(), _LARGEST_FIELD))
    stream = iter(map(replace_nul, lines))
    _, first, delimiter = find_header(stream)
    delimiter = "\t" if file.kind == "tsv" else delimiter
    rows = WholeRows(itertools.chain([first], stream), delimiter)
    names = [name.strip() for name in next(rows, [])]
    chosen = choose_columns(names, columns)
    require_columns(chosen, names, columns)
    number = 0
    for row in rows:
        if not any(row):
            continue
        number += 1
        try:
            yield _document(row, names, chosen, f"{file.name}#{number}")
        except UnreadableError as error:
            where = f"{file.path}: row {number} (line {rows.line_num})"
            on_error(ReadFailure(where, error.reason, error.hint))


class WholeRows:
    """The rows of a table, of which the last is whole too.

    Where a quote is never closed, the csv module takes all that follows for one cell and does
    not say so (unless it is strict, and then about much that is harmless).

    Raises
    ------
    csv.Error
        Instead of such a row.
    """

    def __init__(self, lines: Iterable[str], delimiter: str) -> None:
        self._is_over = False
        self._reader = csv.reader(self._watched(lines), delimiter=delimiter)

    def _watched(self, lines: Iterable[str]) -> Iterator[str]:
        yield from lines
        self._is_over = True

    @property
    def line_num(self) -> int:
        """How many lines have been read."""
        return self._reader.line_num

    def __iter__(self) -> Iterator[list[str]]:
        return self

    def __next__(self) -> list[str]:
        began = self.line_num + 1
        row = next(self._reader)
        # A whole row is given before the next line is asked for.
        if self._is_over:
            raise csv.Error(f"the row that begins in line {began} has a quote that is never closed")
        return row


def find_header(lines: Iterator[str]) -> tuple[str, str, str]:
    """Take lines up to the one that names the columns of a table.

    Returns
    -------
    tuple of (str, str, str)
        The line ``sep=;`` that Excel understands, or nothing; the names, or nothing when there
        are no more lines; and the delimiter.

    Examples
    --------
    >>> find_header(iter(["sep=|", "id|text, plain", "1|Kyiv"]))
    ('sep=|', 'id|text, plain', '|')
    """
    filled = (line for line in lines if line.strip())
    first = next(filled, "")
    directive = _DIRECTIVE.fullmatch(first.removeprefix("\ufeff"))
    if not directive:
        return "", first, find_delimiter(first)
    return first, next(filled, ""), directive[1]


def find_delimiter(line: str) -> str:
    """Return the delimiter that parts ``line`` into most cells; a comma when none does.

    Examples
    --------
    >>> find_delimiter("id;title;text, plain")
    ';'
    """
    return max(_DELIMITERS, key=lambda delimiter: len(split_line(line, delimiter)))


def split_line(line: str, delimiter: str) -> list[str]:
    """Return the cells of a line by itself."""
    return next(csv.reader([line], delimiter=delimiter), [])


def _document(row: list[str], names: list[str], chosen: Columns, row_id: str) -> Document:
    if any(row[len(names) :]):
        reason = f"it has {len(row)} cells where there are {len(names)} columns"
        raise UnreadableError(reason, "put cells that hold the delimiter in double quotes")
    # Of two columns of one name the first counts; one without a name is none.
    pairs = zip(reversed(names), reversed(_filled(row, len(names))), strict=True)
    cells = {name: cell for name, cell in pairs if name}
    text = cells[chosen.text]
    if not text.strip():
        raise UnreadableError("its text is empty")
    return Document(
        id=cells.get(chosen.id, "").strip() or row_id,
        text=text,
        title=cells.get(chosen.title, "").strip(),
        url=cells.get(chosen.url, "").strip(),
        source=cells.get(chosen.source, "").strip(),
        date=iso_date(cells.get(chosen.date, "")),
    )


def _filled(row: list[str], width: int) -> list[str]:
    return row[:width] + [""] * (width - len(row))
