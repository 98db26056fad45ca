"""Features: what the tagger looks at, as numbers.

Two sorts. *Word features* depend on one word alone and count in seven places (the word
itself, its neighbours, the words around the run of capitalised words it is in), so a word's
weights can be summed once and kept. *Pair features* combine small classes of neighbouring
words (shape, cluster, how well known a place of that name is, what the document says).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from geomap.recognition.clusters import (
    COARSE_CLUSTERS,
    COMMON,
    DEMONYM,
    FIRST_NAME,
    LAST_NAME,
    PARTS,
    WordTable,
)
from geomap.recognition.lexicons import (
    LOCATIVES,
    ORGANISATION_HEADS,
    PLACE_HEADS,
    SAYING_VERBS,
    TITLES,
)
from geomap.recognition.runs import COVERS, PLACES_IN_RUN, SIDES
from geomap.recognition.shapes import SHAPES, find_shape

Integers = npt.NDArray[np.integer[Any]]

#: Where a word counts: itself, the next ones before and after, and the words just before,
#: just after and last in its run of capitalised words.
PLACES = ("self", "before", "after", "before2", "after2", "ahead", "behind", "last")
#: The columns that say what a word is, wherever it stands.
FACTS = ("shape", "coarse", "flags", "hint", "fine", "part")
#: Word features that facts make: name, and the facts combined.
FACT_FEATURES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("c", ("fine",)),
    ("cp", ("fine", "part")),
    ("s", ("shape",)),
    ("h", ("hint",)),
    ("f", ("flags",)),
    ("cs", ("fine", "shape")),
    ("k", ("coarse",)),
    ("sf", ("shape", "flags")),
    ("sh", ("shape", "hint")),
)
#: Word features that its letters make: name, the letters, and how many a word has more than.
LETTER_FEATURES = (
    ("w", slice(None), 0),
    ("s2", slice(-2, None), 2),
    ("s3", slice(-3, None), 3),
    ("s4", slice(-4, None), 4),
    ("p2", slice(2), 2),
    ("p3", slice(3), 3),
)
#: Number of classes of each column.
SIZES = {
    "shape": len(SHAPES),
    "coarse": COARSE_CLUSTERS,
    "flags": 16,
    "hint": 7,
    "gaz": 19,
    "alone": 7,
    "doc": 16,
    "open": 2,
    "case": 4,
    "run": PLACES_IN_RUN,
    "fine": 256,
    "part": PARTS,
    "cover": COVERS,
    "left": SIDES,
    "right": SIDES,
    "role": 4,
    "ahead-hint": 7,
    "behind-hint": 7,
    "last-hint": 7,
    "ahead-coarse": COARSE_CLUSTERS,
    "behind-coarse": COARSE_CLUSTERS,
    "last-coarse": COARSE_CLUSTERS,
}
#: The classes that stand before the first and after the last word.
EDGES = {"shape": SHAPES.index("edge"), "coarse": COARSE_CLUSTERS - 1, "fine": 255}
#: Pair features: name, and the columns combined, each with its offset in words.
PAIRS: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = (
    ("sss", (("shape", -1), ("shape", 0), ("shape", 1))),
    ("cs", (("coarse", -1), ("shape", 0))),
    ("sc", (("shape", 0), ("coarse", 1))),
    ("cc", (("coarse", -1), ("coarse", 0))),
    ("cd", (("coarse", 0), ("coarse", 1))),
    ("gsf", (("gaz", 0), ("shape", 0), ("flags", 0))),
    ("gc", (("gaz", 0), ("coarse", -1))),
    ("gd", (("gaz", 0), ("coarse", 1))),
    ("ghh", (("gaz", 0), ("hint", -1), ("hint", 1))),
    ("gg", (("gaz", -1), ("gaz", 0))),
    ("gh", (("gaz", 0), ("gaz", 1))),
    ("gdoc", (("gaz", 0), ("doc", 0))),
    ("gr", (("gaz", 0), ("run", 0))),
    ("ga", (("gaz", 0), ("alone", 0))),
    ("dsf", (("doc", 0), ("shape", 0), ("flags", 0))),
    ("osf", (("open", 0), ("shape", 0), ("flags", 0))),
    ("ca", (("case", 0), ("shape", 0), ("alone", 0), ("open", 0))),
    ("fff", (("flags", -1), ("flags", 0), ("shape", 0))),
    ("ffg", (("flags", 0), ("flags", 1), ("shape", 1))),
    ("hsr", (("hint", -1), ("run", 0))),
    ("rh", (("run", 0), ("hint", 1))),
    ("hh", (("hint", 0), ("run", 0), ("gaz", 0))),
    ("s2", (("shape", 1), ("gaz", 2), ("gaz", 0))),
    ("s3", (("shape", -1), ("gaz", -2), ("gaz", 0))),
    ("dd", (("doc", -1), ("doc", 0), ("shape", -1))),
    ("de", (("doc", 0), ("doc", 1), ("shape", 1))),
    ("gwr", (("gaz", 0), ("cover", 0), ("right", 0))),
    ("gwl", (("gaz", 0), ("cover", 0), ("left", 0))),
    ("lr", (("left", 0), ("right", 0), ("run", 0))),
    ("gwa", (("gaz", 0), ("cover", 0), ("ahead-hint", 0))),
    ("gwb", (("gaz", 0), ("cover", 0), ("behind-hint", 0))),
    ("glr", (("gaz", 0), ("last-hint", 0), ("run", 0))),
    ("ag", (("ahead-coarse", 0), ("gaz", 0))),
    ("bg", (("behind-coarse", 0), ("gaz", 0))),
    ("lc", (("last-coarse", 0), ("run", 0), ("alone", 0))),
    ("fbr", (("flags", 0), ("behind-hint", 0), ("run", 0))),
    ("rg", (("role", 0), ("gaz", 0), ("flags", 0))),
    ("rd", (("role", 0), ("doc", 0), ("run", 0))),
)


_HINT_WORDS = (TITLES, ORGANISATION_HEADS, PLACE_HEADS, LOCATIVES, SAYING_VERBS, ("the", "a", "an"))
#: What words hint at; the first says it of a word in several.
_HINTS = {
    word: hint for hint, words in reversed([*enumerate(_HINT_WORDS, start=1)]) for word in words
}


@dataclass(frozen=True, slots=True)
class Columns:
    """The classes of each word of a document (arrays of one length, see :data:`SIZES`).

    ``rows`` maps each of :data:`PLACES` to the number of the word that counts there (a row
    of the tagger's word table). ``near`` are the numbers of the words with a capital and those
    beside: no other may be in a name.
    """

    classes: dict[str, Integers]
    rows: dict[str, Integers]
    near: Integers


def find_hint(word: str) -> int:
    """Return what a lower-cased word hints at: title, organisation, place, locative, saying."""
    return _HINTS.get(word.rstrip("."), 0)


def find_flags(word: str, table: WordTable) -> int:
    """Return the flags of a lower-cased word; a plural demonym counts as one."""
    flags = table.find_flags(word)
    if not flags and word.endswith("s"):
        flags = table.find_flags(word[:-1]) & DEMONYM
    return flags & (COMMON | FIRST_NAME | LAST_NAME | DEMONYM)


def describe_word(word: str, table: WordTable) -> dict[str, list[str]]:
    """Return a word's features for each of :data:`PLACES`.

    Examples
    --------
    >>> describe_word("Kyiv", WordTable({}, b"", b"", bytes(256), b""))["before2"]
    ['w=kyiv', 'c=255', 'cp=255,0']
    """
    low = word.lower()
    shape, cluster = find_shape(word), table.find_cluster(low)
    hint, flags = find_hint(low), find_flags(low, table)
    whole, *letters = describe_letters(low)
    facts = (shape, table.coarse[cluster], flags, hint, cluster, table.find_part(low))
    of = dict(zip(FACTS, facts, strict=True))
    of_facts = [name_fact(name, [of[part] for part in parts]) for name, parts in FACT_FEATURES]
    own = [whole, *of_facts, *letters]
    lean, near = own[:3], own[:7]
    edge = [*lean, f"h={hint}"]
    return {
        "self": own,
        "before": near,
        "after": near,
        "before2": lean,
        "after2": lean,
        "ahead": edge,
        "behind": edge,
        "last": edge,
    }


def describe_letters(low: str) -> list[str]:
    """Return the features of a lower-cased word that its letters make: itself, ends, beginnings."""
    return [f"{name}={low[part]}" for name, part, least in LETTER_FEATURES if len(low) > least]


def name_fact(name: str, classes: Iterable[int]) -> str:
    """Return the feature of some classes of facts, see :data:`FACT_FEATURES`."""
    return f"{name}={','.join(map(str, classes))}"
