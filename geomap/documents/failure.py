"""What could not be read, and why: reported to the caller, never the end of a batch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from geomap.errors import DocumentError


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """Something that was named as input but could not be read.

    ``source`` is the input as the user can find it again: a path, ``path:7`` for line 7 of a
    JSONL file, ``path: row 3 (line 9)`` for a row of a table. ``reason`` completes
    "could not be read: ...". ``hint`` says what to do about it, or is empty.

    Examples
    --------
    >>> str(ReadFailure("a.txt", "it is empty", ""))
    'a.txt could not be read: it is empty'
    """

    source: str
    reason: str
    hint: str = ""

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        name, colon, where = self.source.partition(":")
        source = f"standard input{colon}{where}" if name == "-" else self.source
        return f"{source} could not be read: {self.reason}{hint}"


OnError = Callable[[ReadFailure], None]


class UnreadableError(DocumentError):
    """A document that cannot be read, with the reason and the hint of a `ReadFailure`."""

    def __init__(self, reason: str, hint: str = "") -> None:
        super().__init__(f"{reason} ({hint})" if hint else reason)
        self.reason = reason
        self.hint = hint

    def at(self, source: str) -> ReadFailure:
        """Return this error as a failure of ``source``."""
        return ReadFailure(source, self.reason, self.hint)
