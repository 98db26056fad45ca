"""Words for the people of a place and what is theirs: "Russian", "Syrians", "Texan"."""

from __future__ import annotations

import json
import re
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from gazetteer.place import COUNTRY_CODES
from gazetteer.recipe.download import Packages
from gazetteer.recipe.extras import read_extra
from gazetteer.recipe.rows import Row, clean_name

#: Words in the Factbook's nationality entries that are no demonyms.
NOISE = re.compile(
    r"\(.*?\)|\b(?:the|or|and|singular|plural|informal|formal|noun|adjective)\b|note.*"
)
DATABASE = "pyworldatlas/data/atlas.sqlite3"
#: Endings that take no plural -s: Chinese, Swiss, British, French, Manx, Kyrgyz, Icelandic...
NO_PLURAL = ("ese", "s", "sh", "ch", "x", "z", "ic", "y", "men", "women")


def make_demonyms(packages: Packages, rows: Iterable[Row]) -> set[tuple[str, str]]:
    """Pairs of demonym and place id, from two packages and ``demonyms_extra.tsv``.

    Raises
    ------
    ValueError
        If our own table names a place that no table has.
    """
    rows = list(rows)
    countries = [row for row in rows if row.feature_code in COUNTRY_CODES]
    ids = {row.country: row.id for row in countries}
    main_names = {row.name.casefold() for row in countries}
    names = main_names.union(name.casefold() for row in countries for name in row.names)
    pairs = set()
    for code, word in [*read_factbook(packages), *read_nationalities(packages)]:
        if code in ids:
            pairs |= {(form, ids[code]) for form in inflect(word)}
    # The lists have "Hong Kong" too, of which there is no plural. Of "Kuwaiti", a name of the
    # country in some language, there is.
    pairs = {
        (word, id_)
        for word, id_ in pairs
        if word.casefold() not in names and word.removesuffix("s").casefold() not in main_names
    }
    added, dropped = read_own({row.id for row in rows})
    return (pairs | added) - dropped


def read_own(known: set[str]) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Our own table: pairs to add, and pairs of the packages to drop (id after a minus)."""
    added: set[tuple[str, str]] = set()
    dropped: set[tuple[str, str]] = set()
    for words, place_id in read_extra("demonyms_extra.tsv", 2):
        if place_id.removeprefix("-") not in known:
            raise ValueError(f"demonyms_extra.tsv: no place {place_id} for {words}")
        pairs = {(word, place_id.removeprefix("-")) for word in words.split("|")}
        (dropped if place_id.startswith("-") else added).update(pairs)
    return added, dropped


def read_factbook(packages: Packages) -> Iterator[tuple[str, str]]:
    """Country code and each noun and adjective of the CIA World Factbook."""
    with tempfile.NamedTemporaryFile(suffix=".sqlite3") as file:
        Path(file.name).write_bytes(packages.read("pyworldatlas", DATABASE))
        connection = sqlite3.connect(file.name)
        query = (
            "select alpha2, noun, adjective from country_demonym d join country c"
            " on c.id = d.country_id order by alpha2"
        )
        found = list(connection.execute(query))
        connection.close()
    for code, *texts in found:
        for text in texts:
            for part in re.split(r"[,;/]| or ", text or ""):
                yield code, part


def read_nationalities(packages: Packages) -> Iterator[tuple[str, str]]:
    """Country code and English nationality of i18n-nationality."""
    content = json.loads(packages.read("nationalities", "package/langs/en.json"))
    yield from content["nationalities"].items()


def inflect(word: str) -> Iterator[str]:
    """The forms of one entry: "Syrian(s)" gives Syrian and Syrians; -man also -men.

    Examples
    --------
    >>> sorted(inflect("Syrian(s)")), sorted(inflect("Frenchman(men)"))
    (['Syrian', 'Syrians'], ['Frenchman', 'Frenchmen'])
    """
    base = clean_name(NOISE.sub(" ", word.replace("(s)", "")))
    if len(base) < 4 or not base[0].isupper() or len(base.split()) > 2:
        return
    yield base
    if base.endswith(("chman", "shman", "chwoman", "shwoman", "nxman", "nxwoman")):
        yield base.removesuffix("an") + "en"
    elif not base.endswith(NO_PLURAL):
        yield base + "s"
