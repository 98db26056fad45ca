"""Opening a text file that may be compressed."""

from __future__ import annotations

import contextlib
import gzip
import io
import lzma
import zipfile
from collections.abc import Iterator
from pathlib import Path

from gazetteer.errors import GazetteerFileError


@contextlib.contextmanager
def open_text(path: Path) -> Iterator[Iterator[str]]:
    """Open UTF-8 lines of a plain, ``.gz``, ``.xz`` or ``.zip`` file (its largest member).

    Raises
    ------
    GazetteerFileError
        When the file is missing, damaged, or not UTF-8 text.
    """
    try:
        with contextlib.ExitStack() as stack:
            yield _open(path, stack)
    except UnicodeDecodeError as error:
        raise GazetteerFileError(f"{path}: not UTF-8 text: {error}") from error
    except (OSError, EOFError, lzma.LZMAError, zipfile.BadZipFile) as error:
        if isinstance(error, GazetteerFileError):
            raise
        reason = getattr(error, "strerror", None) or error
        raise GazetteerFileError(f"{path}: cannot be read: {reason}") from error


def _open(path: Path, stack: contextlib.ExitStack) -> Iterator[str]:
    suffix = path.suffix.lower()
    if suffix == ".gz":
        return stack.enter_context(gzip.open(path, "rt", encoding="utf-8", newline="\n"))
    if suffix == ".xz":
        return stack.enter_context(lzma.open(path, "rt", encoding="utf-8", newline="\n"))
    if suffix == ".zip":
        archive = stack.enter_context(zipfile.ZipFile(path))
        largest = max(archive.infolist(), key=lambda member: member.file_size)
        member = stack.enter_context(archive.open(largest))
        return io.TextIOWrapper(member, encoding="utf-8", newline="\n")
    return stack.enter_context(open(path, encoding="utf-8", newline="\n"))
