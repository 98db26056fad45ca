"""Building: from sources, shipped or the user's own, to a compiled gazetteer file."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path

from gazetteer import shipped
from gazetteer.abbreviations import abbreviated_names
from gazetteer.compiler import Progress, compile_gazetteer
from gazetteer.entry import Entry
from gazetteer.readers import read_source
from gazetteer.readers.alternate_names import AlternateNames


def build_gazetteer(
    sources: Sequence[Path],
    path: Path,
    *,
    with_default: bool = False,
    alternate_names: Path | None = None,
    progress: Progress = lambda stage, done: None,
) -> None:
    """Compile sources, and on request the shipped tables, into the file at ``path``.

    Where a source and the shipped tables list the same id, the source wins. The GeoNames table
    of alternate names at ``alternate_names`` adds names to the places that are there.

    Raises
    ------
    GazetteerFileError
        When a source cannot be read or the file cannot be written.
    """
    more = AlternateNames.read(alternate_names) if alternate_names else None

    def read() -> Iterator[Entry]:
        own = itertools.chain.from_iterable(map(read_source, sources))
        found = itertools.chain(own, shipped.read_places() if with_default else ())
        return more.added_to(found) if more else found

    # A user's dump may be large: read it twice rather than hold it.
    entries = None if sources else list(read())
    meta = {
        "files": [source.name for source in (*sources, *filter(None, [alternate_names]))],
        "manifest": shipped.read_manifest() if with_default else {},
    }
    names = abbreviated_names(entries or read()) if with_default else {}
    compile_gazetteer(entries or read(), path, meta=meta, extra_names=names, progress=progress)
