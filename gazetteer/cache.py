"""The user's cache: the shipped tables, compiled once for each version of them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock
from platformdirs import user_cache_path

from gazetteer import shipped
from gazetteer.build import build_gazetteer
from gazetteer.errors import GazetteerFileError
from gazetteer.gathering import Progress
from gazetteer.index import FORMAT_VERSION

ENVIRONMENT_VARIABLE = "GEOMAP_GAZETTEER"


def default_path(progress: Progress = lambda stage, done: None) -> Path:
    """Find the gazetteer to open: the one the environment names, else the shipped one.

    The shipped tables are compiled on first use. Several processes may ask at once: one
    compiles, the others wait for it. An upgrade of the tables or the format compiles anew and
    removes what older versions left.

    Raises
    ------
    GazetteerFileError
        When the cache folder cannot be written.
    """
    chosen = os.environ.get(ENVIRONMENT_VARIABLE)
    if chosen:
        return Path(chosen)
    folder = user_cache_path("geomap", appauthor=False)
    return compiled_path(
        folder, lambda path: build_gazetteer((), path, with_default=True, progress=progress)
    )


def compiled_path(folder: Path, build: Callable[[Path], None]) -> Path:
    """Find the compiled shipped tables in a folder; build them there when they are missing.

    Raises
    ------
    GazetteerFileError
        When the folder cannot be written.
    """
    path = folder / f"gazetteer-{_fingerprint()}.bin"
    if path.exists():
        return path
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / "compile.lock"):
            if not path.exists():
                build(path)
                _remove_older(folder, path)
    except OSError as error:
        if isinstance(error, GazetteerFileError):
            raise
        raise GazetteerFileError(
            f"{folder}: cannot write the compiled gazetteer here ({error.strerror or error}); "
            f"set XDG_CACHE_HOME to a folder that can be written, or {ENVIRONMENT_VARIABLE} to "
            "a compiled gazetteer"
        ) from error
    return path


def _fingerprint() -> str:
    manifest = (shipped.tables() / "manifest.json").read_bytes()
    abbreviations = (shipped.tables() / "abbreviations.tsv").read_bytes()
    digest = hashlib.sha256(manifest + abbreviations).hexdigest()[:12]
    return f"{FORMAT_VERSION}-{digest}"


def _remove_older(folder: Path, current: Path) -> None:
    for path in folder.glob("gazetteer-*.bin"):
        if path != current:
            path.unlink(missing_ok=True)
