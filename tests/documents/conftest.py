"""Reading documents in tests: what came out, and what was reported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from geomap.documents import Document, ReadFailure, read_documents


@dataclass(frozen=True)
class Outcome:
    documents: list[Document]
    failures: list[ReadFailure]

    @property
    def only(self) -> Document:
        assert self.failures == []
        (document,) = self.documents
        return document

    @property
    def reasons(self) -> list[str]:
        return [failure.reason for failure in self.failures]


Read = Callable[..., Outcome]


@pytest.fixture
def read() -> Read:
    """Read inputs to the end."""

    def read_all(*inputs: str | Path, **options: Any) -> Outcome:
        failures: list[ReadFailure] = []
        documents = list(read_documents(inputs, on_error=failures.append, **options))
        return Outcome(documents, failures)

    return read_all


@pytest.fixture
def read_file(tmp_path: Path, read: Read) -> Read:
    """Write a file and read it."""

    def write_and_read(name: str, content: bytes | str, **options: Any) -> Outcome:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read(path, **options)

    return write_and_read
