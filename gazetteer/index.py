"""The compiled gazetteer file: named sections of numbers and strings, memory-mapped.

Layout: 8 bytes of magic, 4 of format version, 8 of header length, a JSON header that gives
dtype, offset and length of every section, then the sections on 64-byte boundaries. Opening
reads only the header; pages come from disk as they are asked for.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import tempfile
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import marisa_trie
import numpy as np
import numpy.typing as npt

from gazetteer.errors import GazetteerFileError

Array = npt.NDArray[Any]

MAGIC = b"GEOMAPGZ"
#: Raise when the layout or the meaning of a section changes: older files are built again.
FORMAT_VERSION = 5
_ALIGN = 64
_LINE_END = ord("\n")
_HEAD = struct.Struct("<8sIQ")


def pack_strings(strings: Sequence[str]) -> dict[str, Array]:
    """Pack strings into two arrays: their UTF-8 bytes, and where each one ends."""
    encoded = [s.encode("utf-8") for s in strings]
    ends = np.cumsum([0, *map(len, encoded)], dtype=np.uint32)
    return {"bytes": np.frombuffer(b"".join(encoded), dtype=np.uint8), "ends": ends}


class Strings:
    """Strings as packed by `pack_strings`, decoded one at a time when asked for."""

    def __init__(self, data: Array, ends: Array) -> None:
        self._bytes, self._numbers = data, ends
        self._data, self._ends = data.data, ends.data

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, i: int) -> str:
        return str(self._data[self._ends[i] : self._ends[i + 1]], "utf-8")

    def find(self, string: str) -> int | None:
        """The number of a string that is not empty, or None; looks through all of them."""
        wanted, every = string.encode("utf-8"), self._bytes.tobytes()
        at = every.find(wanted)
        while 0 <= at < len(every):
            number = bisect_right(self._ends, at) - 1
            if self._ends[number] == at and self._ends[number + 1] == at + len(wanted):
                return number
            at = every.find(wanted, at + 1)
        return None

    def lines(self, some: Array) -> bytes:
        """Some strings at once, as UTF-8, each with a line end behind it."""
        starts = self._numbers[some].astype(np.int64)
        sizes = self._numbers[some + 1] - starts + 1
        ends = np.cumsum(sizes)
        steps = np.repeat(starts - ends + sizes, sizes) + np.arange(ends[-1] if len(some) else 0)
        # What stands where a line ends is another string's, or nothing.
        found = self._bytes.take(steps, mode="clip")
        found[ends - 1] = _LINE_END
        return found.tobytes()


def write_index(
    path: Path, arrays: Mapping[str, Array], trie: marisa_trie.Trie, meta: Mapping[str, Any]
) -> None:
    """Write the sections to ``path``, whole or not at all.

    Raises
    ------
    GazetteerFileError
        When the folder cannot be written.
    """
    sections = {**arrays, "trie": np.frombuffer(trie.tobytes(), dtype=np.uint8)}
    if path.exists() and not path.is_file():
        raise GazetteerFileError(f"{path}: is no file that can be replaced")
    try:
        _replace(path, _chunks(sections, meta))
    except OSError as error:
        raise GazetteerFileError(f"{path}: cannot write here: {error.strerror}") from error


def _replace(path: Path, chunks: Iterable[bytes]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=path.name, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(chunks)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def _chunks(sections: Mapping[str, Array], meta: Mapping[str, Any]) -> Iterator[bytes]:
    table, offset = {}, 0
    for name, array in sections.items():
        table[name] = [array.dtype.str, offset, len(array)]
        offset += -(-array.nbytes // _ALIGN) * _ALIGN
    header = json.dumps({"meta": meta, "sections": table}).encode()
    header += b" " * (-(_HEAD.size + len(header)) % _ALIGN)
    yield _HEAD.pack(MAGIC, FORMAT_VERSION, len(header)) + header
    for array in sections.values():
        data = array.tobytes()
        yield data + b"\0" * (-len(data) % _ALIGN)


class Index:
    """An open compiled gazetteer.

    Attributes
    ----------
    meta : dict
        What the file was compiled from: sources, versions, counts.
    trie : marisa_trie.Trie
        Folded names; the id of a key is its row in the ``key_*`` sections.

    Raises
    ------
    GazetteerFileError
        When the file is missing, is something else, or has another format version.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with open(path, "rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "it is empty"
            raise GazetteerFileError(f"{path}: cannot open this gazetteer: {reason}") from error
        header = self._read_header()
        self.meta: dict[str, Any] = header["meta"]
        self._sections: dict[str, list[Any]] = header["sections"]
        self.trie = marisa_trie.Trie()
        self.trie.map(self["trie"].data)

    def _read_header(self) -> dict[str, Any]:
        magic, version, length = b"", 0, 0
        if len(self._map) >= _HEAD.size:
            magic, version, length = _HEAD.unpack_from(self._map)
        if magic != MAGIC:
            raise GazetteerFileError(
                f"{self.path}: not a compiled gazetteer; make one with 'geomap gazetteer build'"
            )
        if version != FORMAT_VERSION:
            raise GazetteerFileError(
                f"{self.path}: format {version}, this program reads {FORMAT_VERSION}: "
                "build it again"
            )
        self._start = _HEAD.size + length
        try:
            header: dict[str, Any] = json.loads(self._map[_HEAD.size : self._start])
        except ValueError as error:
            raise GazetteerFileError(f"{self.path}: damaged header; build it again") from error
        return header

    def __getitem__(self, section: str) -> Array:
        dtype, offset, count = self._sections[section]
        try:
            return np.frombuffer(self._map, dtype=dtype, count=count, offset=self._start + offset)
        except ValueError as error:
            raise GazetteerFileError(f"{self.path}: cut short; build it again") from error

    def strings(self, section: str) -> Strings:
        """Open a pair of sections written from `pack_strings`."""
        return Strings(self[f"{section}_bytes"], self[f"{section}_ends"])
