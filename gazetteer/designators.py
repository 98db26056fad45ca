"""Designators: words beside a name that say what kind of place is meant.

"Belgorod region", "Oblast Donezk", "the city of Homs", "Lake Chad": the designator is no part
of what tells the place from others, but it rules kinds of place in and out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from gazetteer.folding import fold

#: Kinds of place by designator, the likelier first. A kind is a GeoNames feature code, or a
#: feature class (one letter) for all codes of it.
_FIRST = ("ADM1", "ADM2", "RGN", "ADM3", "ADMD", "A")
#: No country is a county.
_SECOND = ("ADM2", "ADM1", "ADM3", "ADMD", "ADM4", "ADM5", "ADM1H", "ADM2H", "TERR")
_KINDS: dict[tuple[str, ...], str] = {
    _FIRST: "oblast region province governorate voivodeship krai kray prefecture state wilaya "
    "emirate provincia provinz provincie wojewodztwo bundesland land republic muhafazah ostan "
    "vilayet viloyat velayat territory okrug autonomous provinsi changwat lalawigan gobolka "
    "fylke zupanija",
    _SECOND: "district county raion rayon parish canton department departement municipality "
    "commune kreis landkreis powiat borough departamento municipio subdistrict tehsil taluk "
    "gmina judet okres megye hromada woreda regency kabupaten kecamatan amphoe tambon kommune "
    "kommun concelho freguesia comuna comune obshtina opstina shahrestan novads maakond jaras",
    ("P", "ADM3", "ADM2"): "city town village settlement hamlet lungsod dakbayan magaalada",
    ("STM", "STMS", "CNL", "H"): "river fluss rio riviere stream creek canal",
    ("LK", "LKS", "RSV", "H"): "lake lago lac see reservoir",
    ("SEA", "GULF", "BAY", "OCN", "STRT", "H"): "sea gulf bay ocean strait",
    ("MT", "MTS", "PK", "T"): "mount mt mountain mountains mont monte peak",
    ("ISL", "ISLS", "T"): "island islands isle insel",
    ("AIRP", "AIRB", "S"): "airport airfield airbase",
}
_KIND_OF = {word: kinds for kinds, words in _KINDS.items() for word in words.split()}
_ARTICLES = frozenset(
    ["the", "of", "de", "la", "le", "el", "al", "der", "die", "das", "ng", "sa", "di"]
)
#: Designators under which subdivisions are recorded, tried with a bare core.
RECORDED_FORMS = (
    "oblast", "province", "region", "district", "county", "governorate", "state", "raion",
    "krai", "prefecture", "department", "municipality", "voivodeship",
)  # fmt: skip
#: How what is recorded with its kind only is written, by what texts call it.
FULL_FORMS = (
    *(f"{{}} {form}" for form in RECORDED_FORMS),
    "{} division", "{} regency", "{} parish", "{} subdistrict", "{} township",
    "isle of {}", "{} island", "{} islands", "lake {}", "{} lake", "mount {}", "{} mountains",
    "{} hills", "{} river", "river {}", "{} peninsula", "{} valley", "{} basin", "{} desert",
    "{} national park", "{} camp",
)  # fmt: skip
#: Those that do not begin with the name.
FULL_FORMS_BEHIND = tuple(form for form in FULL_FORMS if not form.startswith("{}"))


@dataclass(frozen=True, slots=True)
class Designation:
    """A name split into its designator and the rest.

    ``core`` is folded; ``kinds`` are feature codes or classes, the likelier first; ``word`` is
    the designator as folded.
    """

    core: str
    kinds: tuple[str, ...]
    word: str


@lru_cache(maxsize=4096)
def split_designator(name: str) -> Designation | None:
    """Split "Belgorod region" or "Oblast Donezk" into core and kinds; None without designator.

    Examples
    --------
    >>> split_designator("the city of Homs")
    Designation(core='homs', kinds=('P', 'ADM3', 'ADM2'), word='city')
    >>> split_designator("Homs") is None
    True
    """
    words = fold(name).split()
    while len(words) > 1 and words[0] in ("the", "of"):
        words = words[1:]
    for end, rest in ((-1, words[:-1]), (0, words[1:])):
        if not rest or words[end] not in _KIND_OF:
            continue
        while len(rest) > 1 and rest[0] in _ARTICLES and end == 0:
            rest = rest[1:]
        core = " ".join(rest)
        if rest[-1] in ("of", "autonomous"):
            core = " ".join(rest[:-1])
        if core:
            return Designation(core, _KIND_OF[words[end]], words[end])
    return None


@lru_cache(maxsize=4096)
def kinds_of_word(word: str) -> tuple[str, ...]:
    """Kinds of place a word beside a name asks for; empty when it is no designator."""
    return _KIND_OF.get(fold(word), ())


def kind_rank(kinds: tuple[str, ...], feature_class: str, feature_code: str) -> int | None:
    """How well a feature fits: 0 for the likeliest kind, None when it does not fit at all."""
    for rank, kind in enumerate(kinds):
        if kind in (feature_code, feature_class):
            return rank
    return None


def may_be_kind(kinds: tuple[str, ...], feature_class: str, feature_code: str) -> bool:
    """Whether a feature may be what the words beside a misspelled name ask for.

    "The Bachmut region" may be the land around a town that is the seat of one: texts call it so
    when no unit of that name is known to them. Without kinds everything may be meant.

    Examples
    --------
    >>> may_be_kind(("ADM1",), "P", "PPLA2"), may_be_kind(("STM", "H"), "P", "PPLA2")
    (True, False)
    """
    if not kinds:
        return True
    if kinds[0].startswith("ADM") and feature_code.startswith(("ADM", "PPLA", "PPLC")):
        return True
    return kind_rank(kinds, feature_class, feature_code) is not None
