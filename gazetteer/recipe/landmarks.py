"""Our own table of mountains, straits, landmarks in the news...: checked and copied."""

from __future__ import annotations

from gazetteer.recipe.extras import HERE, read_extra
from gazetteer.recipe.rows import COLUMNS, Row, clean_name, join_names, parse_row

TABLE = "landmarks.tsv"


def make_landmarks() -> list[Row]:
    """The rows of ``landmarks.tsv``; none while the file is not there."""
    return read_own(TABLE) if (HERE / TABLE).exists() else []


def read_own(table: str) -> list[Row]:
    """The rows of a table of ours that has all columns.

    Raises
    ------
    ValueError
        If a row has other columns, or values the format does not allow.
    """
    rows = []
    for fields in read_extra(table, len(COLUMNS)):
        if fields != list(COLUMNS):
            row = parse_row("\t".join(fields))
            rows.append(tidy(row))
    return rows


def tidy(row: Row) -> Row:
    """The row with clean names, each once."""
    values = {**row.__dict__, "name": clean_name(row.name)}
    return Row(**{**values, "names": join_names(values["name"], row.names)})
