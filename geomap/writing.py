"""Writing files whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from gazetteer.errors import GazetteerError
from geomap.errors import GeomapError, OutputError


def write_whole(path: Path, chunks: Iterable[str]) -> None:
    """Write UTF-8 text to ``path``: readers see the old file or the whole new one.

    Raises
    ------
    OutputError
        When the folder cannot be made or written.
    """
    with replacing(path) as temporary, open(temporary, "w", encoding="utf-8", newline="") as file:
        file.writelines(chunks)


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a temporary file beside ``path`` that takes its place when all went well.

    A link goes on pointing where it did. What is no file, such as a pipe, is written itself.

    Raises
    ------
    OutputError
        When the folder cannot be made or written, or the file is there and read-only.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        with _told(path):
            yield path
        return
    given, path = path, Path(os.path.realpath(path))
    with _told(given):
        mode = _mode(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        os.close(handle)
    temporary = Path(name)
    try:
        with _told(given):
            yield temporary
            os.chmod(temporary, mode)
            os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def _mode(path: Path) -> int:
    """The rights that a file has, or is to have when it is new."""
    if not path.exists():
        return 0o644
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "it is read-only")
    return stat.S_IMODE(path.stat().st_mode)


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say what the system says of ``path`` in our own words."""
    try:
        yield
    except OSError as error:
        if isinstance(error, GeomapError | GazetteerError):
            raise
        raise OutputError(f"{path}: cannot be written: {error.strerror or error}") from error
