"""Compiling: entries -> the sections of an index file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import marisa_trie
import numpy as np

from gazetteer.cells import cell_of
from gazetteer.entry import Entry, prominence
from gazetteer.folding import fold
from gazetteer.index import Array, pack_strings, write_index
from gazetteer.quality import quality
from gazetteer.skeleton import spelling_sections

Progress = Callable[[str, int], None]


def compile_gazetteer(
    entries: Iterable[Entry],
    path: Path,
    *,
    meta: Mapping[str, Any] | None = None,
    extra_names: Mapping[str, tuple[str, ...]] | None = None,
    shapes: Mapping[str, bytes] | None = None,
    progress: Progress = lambda stage, done: None,
) -> None:
    """Compile entries into the file at ``path``, whole or not at all.

    Parameters
    ----------
    entries : iterable of Entry
        Places; of two with the same id the first wins.
    extra_names : mapping of str to tuple of str, optional
        More names by place id (abbreviations, demonyms).
    meta : mapping, optional
        Kept in the file for ``geomap gazetteer info``: sources, licences, counts.
    progress : callable
        Called with the name of the stage and the entries done so far.

    Raises
    ------
    GazetteerFileError
        When the file cannot be written.
    """
    places = _unique(entries, progress)
    names = _names_of(places, extra_names or {})
    progress("folding names", 0)
    keys = [[fold(name) for name in own] for own in names]
    trie = marisa_trie.Trie({key for own in keys for key in own if key})
    progress("indexing", 0)
    arrays: dict[str, Array] = {}
    arrays |= _place_sections(places, names)
    arrays |= _key_sections(arrays["place_prior"], keys, trie)
    arrays |= _spatial_sections(arrays)
    progress("indexing spellings", 0)
    arrays |= spelling_sections(trie)
    arrays["name_quality"] = np.array([quality(n) for own in names for n in own], dtype=np.uint8)
    counts = {"places": len(places), "names": sum(map(len, names)), "keys": len(trie)}
    write_index(path, arrays, trie, {**(meta or {}), **_vocabulary(places), "counts": counts})


def _unique(entries: Iterable[Entry], progress: Progress) -> list[Entry]:
    seen: dict[str, Entry] = {}
    for count, entry in enumerate(entries):
        seen.setdefault(entry.id, entry)
        if count % 5000 == 0:
            progress("reading places", count)
    return list(seen.values())


def _names_of(
    places: list[Entry], extra_names: Mapping[str, tuple[str, ...]]
) -> list[tuple[str, ...]]:
    return [tuple(dict.fromkeys((p.name, *p.names, *extra_names.get(p.id, ())))) for p in places]


def _vocabulary(places: list[Entry]) -> dict[str, list[str]]:
    return {
        "countries": ["", *sorted({p.country for p in places} - {""})],
        "codes": sorted({f"{p.feature_class}.{p.feature_code}" for p in places}),
    }


def _place_sections(places: list[Entry], names: list[tuple[str, ...]]) -> dict[str, Array]:
    vocabulary = _vocabulary(places)
    country = {c: i for i, c in enumerate(vocabulary["countries"])}
    code = {c: i for i, c in enumerate(vocabulary["codes"])}
    admin_codes = ["", *sorted({c for p in places for c in (p.admin1, p.admin2)} - {""})]
    admin = {c: i for i, c in enumerate(admin_codes)}
    other_ids = [p.id for p in places if not p.id.isdigit()]
    other = {id_: -1 - i for i, id_ in enumerate(other_ids)}
    ids = np.array([int(p.id) if p.id.isdigit() else other[p.id] for p in places], dtype=np.int64)
    order = np.argsort(ids, kind="stable")
    return {
        "place_id": ids,
        "id_order": order.astype(np.uint32),
        "place_lat": np.array([p.lat for p in places], dtype=np.float64),
        "place_lon": np.array([p.lon for p in places], dtype=np.float64),
        "place_population": np.array([p.population for p in places], dtype=np.int64),
        "place_radius": np.array([p.radius_km for p in places], dtype=np.float32),
        "place_prior": np.array([prominence(p) for p in places], dtype=np.float32),
        "place_country": np.array([country[p.country] for p in places], dtype=np.uint16),
        "place_code": np.array(
            [code[f"{p.feature_class}.{p.feature_code}"] for p in places], dtype=np.uint16
        ),
        "place_admin1": np.array([admin[p.admin1] for p in places], dtype=np.uint32),
        "place_admin2": np.array([admin[p.admin2] for p in places], dtype=np.uint32),
        **_parent_sections(places),
        **_named("other_id", pack_strings(other_ids)),
        **_named("admin", pack_strings(admin_codes)),
        **_named("name", pack_strings([n for own in names for n in own])),
        "place_names": np.cumsum([0, *map(len, names)], dtype=np.uint32),
    }


def _named(prefix: str, packed: dict[str, Array]) -> dict[str, Array]:
    return {f"{prefix}_{part}": array for part, array in packed.items()}


def _parent_sections(places: list[Entry]) -> dict[str, Array]:
    """Find the row of the country, first- and second-level subdivision each place lies in."""
    countries: dict[str, int] = {}
    firsts: dict[tuple[str, str], int] = {}
    seconds: dict[tuple[str, str, str], int] = {}
    for row, p in enumerate(places):
        if p.feature_code in ("PCLI", "PCLD", "PCLS", "PCLF", "PCLIX", "PCL", "TERR"):
            countries.setdefault(p.country, row)
        elif p.feature_code == "ADM1":
            firsts.setdefault((p.country, p.admin1), row)
        elif p.feature_code == "ADM2":
            seconds.setdefault((p.country, p.admin1, p.admin2), row)
    parents = np.full((3, len(places)), -1, dtype=np.int32)
    for row, p in enumerate(places):
        found = (
            countries.get(p.country, -1) if p.country else -1,
            firsts.get((p.country, p.admin1), -1) if p.admin1 else -1,
            seconds.get((p.country, p.admin1, p.admin2), -1) if p.admin2 else -1,
        )
        parents[:, row] = [-1 if parent == row else parent for parent in found]
    return {"parent_country": parents[0], "parent_admin1": parents[1], "parent_admin2": parents[2]}


def _key_sections(prior: Array, keys: list[list[str]], trie: marisa_trie.Trie) -> dict[str, Array]:
    """Point from every key to the names folded to it, the most prominent place first."""
    key_of_name = np.array(
        [trie.key_id(key) if key else -1 for own in keys for key in own], dtype=np.int32
    )
    sizes = [len(own) for own in keys]
    place_of_name = np.repeat(np.arange(len(keys), dtype=np.int32), sizes)
    # One posting for each (key, place): the first name of the place that folds to the key.
    pair = key_of_name.astype(np.int64) * len(keys) + place_of_name
    _, first = np.unique(pair, return_index=True)
    first = first[key_of_name[first] >= 0]
    order = first[np.lexsort((first, -prior[place_of_name[first]], key_of_name[first]))]
    return {
        "name_place": place_of_name,
        "name_key": key_of_name,
        "key_names": order.astype(np.uint32),
        "key_start": _starts(key_of_name[order], len(trie)),
    }


def _starts(groups: Array, count: int) -> Array:
    """Where each of ``count`` groups starts in a list sorted by group."""
    return np.searchsorted(groups, np.arange(count + 1)).astype(np.uint32)


def _spatial_sections(arrays: Mapping[str, Array]) -> dict[str, Array]:
    cells = cell_of(arrays["place_lat"], arrays["place_lon"])
    by_cell = np.argsort(cells, kind="stable")
    countries = arrays["place_country"]
    by_country = np.argsort(countries, kind="stable")
    return {
        "cell_places": by_cell.astype(np.uint32),
        "cell_start": _starts(cells[by_cell], 180 * 360),
        "country_places": by_country.astype(np.uint32),
        "country_start": _starts(countries[by_country], int(countries.max(initial=0)) + 1),
    }
