"""Compiling: entries -> the sections of an index file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import marisa_trie
import numpy as np

from gazetteer.cells import cell_of
from gazetteer.entry import Entry
from gazetteer.gathering import Gathered, Progress, gather_places
from gazetteer.homeland import homeland_table
from gazetteer.index import Array, pack_strings, write_index
from gazetteer.place import COUNTRY_CODES
from gazetteer.signature import signature_sections
from gazetteer.skeleton import skeleton_sections

__all__ = ["Progress", "compile_gazetteer"]


#: The stages that progress is told of, and the part of the time gone when each begins.
STAGES = {"reading places": 0.0, "indexing": 0.55, "indexing spellings": 0.7, "writing": 0.95}
FINISHED = "finished"


def compile_gazetteer(
    entries: Iterable[Entry],
    path: Path,
    *,
    meta: Mapping[str, Any] | None = None,
    extra_names: Mapping[str, tuple[str, ...]] | None = None,
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
    places = gather_places(entries, extra_names or {}, progress)
    progress("indexing", 0)
    trie = marisa_trie.Trie({key for key in places.keys if key})
    countries, country = places.countries.in_order(empty_first=True)
    codes, code = places.codes.in_order()
    arrays = _place_sections(places, country, code)
    arrays |= _parent_sections(arrays, countries, codes)
    arrays |= _key_sections(places, arrays["place_prior"], trie)
    arrays |= _spatial_sections(arrays)
    progress("indexing spellings", 0)
    keys = [trie.restore_key(number) for number in range(len(trie))]
    best_known = arrays["name_place"][_first_names(arrays)]
    arrays |= skeleton_sections(keys)
    arrays |= signature_sections(keys, arrays["place_prior"][best_known])
    of_key = arrays["place_country"][best_known]
    arrays["homeland"] = homeland_table(keys, of_key.astype(np.int64), len(countries))
    arrays["name_quality"] = np.array(places.qualities)
    counts = {"places": len(places), "names": len(places.names), "keys": len(trie)}
    vocabulary = {"countries": countries, "codes": codes, "counts": counts}
    progress("writing", len(places))
    write_index(path, arrays, trie, {**(meta or {}), **vocabulary})
    progress(FINISHED, len(places))


def _place_sections(places: Gathered, country: Array, code: Array) -> dict[str, Array]:
    ids = np.array(places.ids)
    admin_codes, admin = places.admins.in_order(empty_first=True)
    return {
        "place_id": ids,
        "id_order": np.argsort(ids, kind="stable").astype(np.uint32),
        "place_lat": np.array(places.lats),
        "place_lon": np.array(places.lons),
        "place_population": np.array(places.populations),
        "place_radius": np.array(places.radii),
        "place_prior": np.array(places.priors),
        "place_country": country.astype(np.uint16),
        "place_code": code.astype(np.uint16),
        "place_admin1": admin[0::2],
        "place_admin2": admin[1::2],
        **_named("other_id", pack_strings(places.other_ids)),
        **_named("admin", pack_strings(admin_codes)),
        **places.names.sections("name"),
        "place_names": np.cumsum([0, *places.name_counts], dtype=np.uint32),
    }


def _named(prefix: str, packed: dict[str, Array]) -> dict[str, Array]:
    return {f"{prefix}_{part}": array for part, array in packed.items()}


def _parent_sections(
    arrays: Mapping[str, Array], countries: list[str], codes: list[str]
) -> dict[str, Array]:
    """Find the row of the country, first- and second-level subdivision each place lies in."""
    country = arrays["place_country"].astype(np.int64)
    admin1, admin2 = arrays["place_admin1"], arrays["place_admin2"]
    width = max(len(arrays["admin_ends"]), 1)
    units = country, country * width + admin1, (country * width + admin1) * width + admin2
    # The first country, and the first code, is the empty one: no unit.
    named = country > 0, admin1 > 0, admin2 > 0
    kind = np.array([_level(code.partition(".")[2]) for code in codes])[arrays["place_code"]]
    parents = [_parents(units[level], kind == level, named[level]) for level in range(3)]
    return {"parent_country": parents[0], "parent_admin1": parents[1], "parent_admin2": parents[2]}


def _level(code: str) -> int:
    """0 for countries, 1 and 2 for first- and second-level subdivisions, else 3."""
    return 0 if code in COUNTRY_CODES else {"ADM1": 1, "ADM2": 2}.get(code, 3)


def _parents(unit: Array, is_head: Array, named: Array) -> Array:
    """The first row that heads the unit of each place, -1 without one; none heads itself."""
    heads = np.flatnonzero(is_head)
    if not len(heads):
        return np.full(len(unit), -1, dtype=np.int32)
    known, first = np.unique(unit[heads], return_index=True)
    at = np.minimum(np.searchsorted(known, unit), len(known) - 1)
    found = np.where((known[at] == unit) & named, heads[first[at]], -1).astype(np.int32)
    found[found == np.arange(len(found))] = -1
    return found


def _key_sections(places: Gathered, prior: Array, trie: marisa_trie.Trie) -> dict[str, Array]:
    """Point from every key to the names folded to it, the most prominent place first."""
    numbers = (trie.key_id(key) if key else -1 for key in places.keys)
    key_of_name = np.fromiter(numbers, dtype=np.int32, count=len(places.keys))
    place_of_name = np.repeat(np.arange(len(places), dtype=np.int32), places.name_counts)
    # One posting for each (key, place): the first name of the place that folds to the key.
    pair = key_of_name.astype(np.int64) * len(places) + place_of_name
    _, first = np.unique(pair, return_index=True)
    first = first[key_of_name[first] >= 0]
    order = first[np.lexsort((first, -prior[place_of_name[first]], key_of_name[first]))]
    return {
        "name_place": place_of_name,
        "name_key": key_of_name,
        "key_names": order.astype(np.uint32),
        "key_start": _starts(key_of_name[order], len(trie)),
    }


def _first_names(arrays: Mapping[str, Array]) -> Array:
    """The name that speaks for each key: that of the most prominent place."""
    names: Array = arrays["key_names"][arrays["key_start"][:-1]]
    return names


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
