"""Opening files: plain or gzipped, from disk or standard input, as bytes or as lines."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import cast

from geomap.documents.encoding import detect_encoding
from geomap.documents.sources import SourceFile

_GZIP_MAGIC = b"\x1f\x8b"  # RFC 1952, 2.3.1


@contextmanager
def open_file(file: SourceFile) -> Iterator[io.BufferedIOBase]:
    """Open a file or standard input for reading, unzipped; standard input is left open.

    Without a suffix that tells, the first bytes say whether it is gzipped.

    Raises
    ------
    OSError
        It cannot be opened.
    """
    with ExitStack() as stack:
        raw = _standard_input() if file.path == "-" else stack.enter_context(open(file.path, "rb"))
        gzipped = file.gzipped
        if not gzipped and not file.kind:
            head = raw.read(len(_GZIP_MAGIC))
            gzipped = head == _GZIP_MAGIC
            raw = rejoin(head, raw)
        yield stack.enter_context(gzip.GzipFile(fileobj=raw)) if gzipped else raw


def read_head(stream: io.BufferedIOBase, size: int) -> bytes:
    """Return the first ``size`` bytes, or fewer when the stream ends or is damaged before.

    What is whole before the damage can be read so; reading on raises the error again.

    Raises
    ------
    OSError, EOFError, zlib.error
        Not even one byte can be read.
    """
    pieces: list[bytes] = []
    while size > 0:
        try:
            piece = stream.read1(size)
        except (EOFError, zlib.error):
            if not pieces:
                raise
            break
        if not piece:
            break
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def open_text(
    head: bytes, rest: io.BufferedIOBase, *, errors: str, fallback: str = ""
) -> io.TextIOWrapper:
    """Return the lines of ``head`` and what follows in ``rest``, in the encoding of ``head``.

    Line ends stay as they are; only a line feed ends a line.

    Parameters
    ----------
    head : bytes
        The beginning, as much as is needed to tell the encoding.
    rest : io.BufferedIOBase
        The stream ``head`` was read from; it is left open.
    errors : str
        What the codec does with undecodable bytes, as in `bytes.decode`.
    fallback : str
        The encoding to take when it cannot be told.

    Raises
    ------
    UnreadableError
        It is not text.
    """
    encoding = detect_encoding(head, fallback=fallback)
    return io.TextIOWrapper(rejoin(head, rest), encoding=encoding, errors=errors, newline="\n")


def rejoin(head: bytes, rest: io.BufferedIOBase) -> io.BufferedReader:
    """Return a stream of ``head``, which was read from ``rest``, and of what follows."""
    return io.BufferedReader(_Rejoined(head, rest), buffer_size=1 << 16)


class _Rejoined(io.RawIOBase):
    def __init__(self, head: bytes, rest: io.BufferedIOBase) -> None:
        super().__init__()
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if not self._head:
            return self._rest.readinto(buffer)
        count = min(len(buffer), len(self._head))
        buffer[:count] = self._head[:count]
        self._head = self._head[count:]
        return count


def _standard_input() -> io.BufferedIOBase:
    return cast("io.BufferedIOBase", sys.stdin.buffer)
