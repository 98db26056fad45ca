"""Parquet through pyarrow: columns keep their types, row groups are read one after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from geomap.errors import TableError
from geomap.tables.block import ROWS_AT_ONCE, Block
from geomap.tables.table import Table
from geomap.tables.values import to_text, to_unicode


class ArrowBlock(Block):
    """Rows as an Arrow record batch."""

    def __init__(self, batch: Any) -> None:
        super().__init__(batch.schema.names, [])
        self.batch = batch

    def __len__(self) -> int:
        return int(self.batch.num_rows)

    def texts(self, column: str) -> list[str]:
        at = self.columns.index(column)
        return [to_text(value) for value in self.batch.column(at).to_pylist()]

    def text_rows(self) -> Iterable[list[str]]:
        return ([to_text(value) for value in row] for row in self.value_rows())

    def value_rows(self) -> Iterable[list[Any]]:
        return map(list, zip(*(c.to_pylist() for c in self.batch.columns), strict=True))

    def json_rows(self) -> Iterable[list[tuple[str, str]]]:
        return Block(self.columns, list(self.value_rows())).json_rows()


def read_parquet(path: Path, name: str) -> Table:
    """Read a Parquet file.

    Raises
    ------
    TableError
        When pyarrow is not installed or the file is damaged.
    """
    pyarrow, parquet = _load(name)
    try:
        file = parquet.ParquetFile(path)
    except (pyarrow.ArrowException, OSError) as error:
        raise TableError(f"{name}: not a Parquet file that can be read: {error}") from error
    schema = file.schema_arrow
    return Table(schema.names, _blocks(file), schema=schema, rows=file.metadata.num_rows)


def _blocks(file: Any) -> Iterator[Block]:
    with file:
        for batch in file.iter_batches(batch_size=ROWS_AT_ONCE):
            yield ArrowBlock(batch)


class ParquetWriter:
    """Writes blocks and the cells added to them; columns of no known type become text.

    Parameters
    ----------
    added : sequence of (str, type)
        Names and Python types of the added columns.
    """

    def __init__(
        self, path: Path, table: Table, columns: Sequence[str], added: Sequence[tuple[str, type]]
    ) -> None:
        self._pa, parquet = _load(str(path))
        self._refuse_twice([*columns, *(name for name, _ in added)])
        types = {int: self._pa.int64(), float: self._pa.float64(), str: self._pa.string()}
        fields = self._given_fields(table, columns)
        fields += [self._pa.field(name, types[type_]) for name, type_ in added]
        kept = table.schema.metadata if table.schema is not None else None
        self._schema = self._pa.schema(fields, metadata=kept)
        self._width = len(columns)
        self._file = parquet.ParquetWriter(path, self._schema)

    def _given_fields(self, table: Table, columns: Sequence[str]) -> list[Any]:
        if table.schema is None:
            return [self._pa.field(name, self._pa.string()) for name in columns]
        return [f.with_name(name) for f, name in zip(table.schema, columns, strict=True)]

    @staticmethod
    def _refuse_twice(names: Sequence[str]) -> None:
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise TableError(f"Parquet cannot hold two columns of one name: {', '.join(twice)}")

    def write(self, block: Block, cells: Sequence[Sequence[Any]]) -> None:
        """Write a block, each row with its added cells."""
        if isinstance(block, ArrowBlock):
            given = list(block.batch.columns)
        else:
            given = self._text_columns(block)
        fields = list(self._schema)[self._width :]
        added = zip(*cells, strict=True) if cells else ((),) * len(fields)
        new = [self._pa.array(c, type=f.type) for c, f in zip(added, fields, strict=True)]
        self._file.write_batch(self._pa.record_batch(given + new, schema=self._schema))

    def _text_columns(self, block: Block) -> list[Any]:
        rows = [[to_unicode(text) for text in row] for row in block.text_rows()]
        columns = zip(*rows, strict=True) if rows else ((),) * self._width
        return [self._pa.array(column, type=self._pa.string()) for column in columns]

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


def _load(name: str) -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise TableError(
            f"{name}: Parquet needs pyarrow: pip install 'geomap-mentions[parquet]'"
        ) from error
    return pyarrow, pyarrow.parquet
