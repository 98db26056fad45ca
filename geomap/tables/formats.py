"""Which format a table is in: told from the ending of its name, or from its first bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, cast

from geomap.errors import TableError

Format = Literal["csv", "tsv", "jsonl", "parquet", "excel"]

#: The formats, the endings of their files' names, and whether they are text.
FORMATS: tuple[Format, ...] = ("csv", "tsv", "jsonl", "parquet", "excel")
_ENDINGS: dict[str, Format] = {
    ".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".parquet": "parquet", ".pq": "parquet", ".xlsx": "excel", ".xlsm": "excel",
}  # fmt: skip
_GZIP_MAGIC = b"\x1f\x8b"  # RFC 1952, 2.3.1


def is_text(format_: Format) -> bool:
    """Whether a format is lines of text, which may be gzipped and read as a stream."""
    return format_ in ("csv", "tsv", "jsonl")


def format_of_name(name: str) -> tuple[Format, bool]:
    """Tell format and whether it is gzipped from the ending of a file's name.

    Raises
    ------
    TableError
        On any other ending.

    Examples
    --------
    >>> format_of_name("places.csv.gz")
    ('csv', True)
    """
    path = Path(name.lower())
    gzipped = path.suffix == ".gz"
    ending = Path(path.stem).suffix if gzipped else path.suffix
    format_ = _ENDINGS.get(ending)
    if format_ is None or (gzipped and not is_text(format_)):
        raise TableError(
            f"{name}: its ending says no format of table; use .csv .tsv .jsonl (plain or .gz), "
            ".parquet or .xlsx, or name the format with --from or --to"
        )
    return format_, gzipped


def format_of_bytes(head: bytes) -> Format:
    """Tell the format from the first bytes of a table, unzipped.

    Examples
    --------
    >>> format_of_bytes(b"place;count"), format_of_bytes(b'{"place": "Kyiv"}')
    ('csv', 'jsonl')
    """
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"PK\x03\x04"):
        return "excel"
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return "jsonl"
    line = head.partition(b"\n")[0]
    return "tsv" if b"\t" in line else "csv"


def is_gzip(head: bytes) -> bool:
    """Whether a file that begins so is gzipped."""
    return head.startswith(_GZIP_MAGIC)


def as_format(name: str) -> Format:
    """The format of a name in `FORMATS`."""
    return cast("Format", name)
