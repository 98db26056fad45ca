"""Tables in and out: CSV, TSV, JSON Lines, Parquet and Excel, a block of rows at a time."""

from geomap.tables.block import Block
from geomap.tables.formats import FORMATS, Format
from geomap.tables.reading import Source, open_source
from geomap.tables.table import Table
from geomap.tables.writing import Writer, open_writer

__all__ = [
    "FORMATS", "Block", "Format", "Source", "Table", "Writer", "open_source", "open_writer",
]  # fmt: skip
