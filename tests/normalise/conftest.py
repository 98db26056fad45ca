"""Running ``geomap normalise`` as a user does."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from geomap.cli import main

Run = Callable[..., Result]
Rows = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="session")
def run_normalise() -> Run:
    """Runs the command; an unforeseen exception fails the test."""

    def run(*words: str | Path, text: str | bytes | None = None) -> Result:
        arguments = ["normalise", *map(str, words)]
        return CliRunner().invoke(main, arguments, input=text, catch_exceptions=False)

    return run


@pytest.fixture(scope="session")
def csv_rows() -> Rows:
    """Reads the rows of a delimited text by column."""

    def read(text: str, delimiter: str = ",") -> list[dict[str, Any]]:
        return list(csv.DictReader(io.StringIO(text), delimiter=delimiter))

    return read


@pytest.fixture(scope="session")
def json_rows() -> Rows:
    """Reads the objects of JSON Lines."""
    return lambda text: [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Rows whose values are easily mistaken for something else."""
    path = tmp_path / "table.csv"
    path.write_text(
        "id,place,note\n007,Bachmut,NA\n1.10,Kiew,\n,,null\n1e5,Львів, two  spaces \n",
        encoding="utf-8",
    )
    return path
