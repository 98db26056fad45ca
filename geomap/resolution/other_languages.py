"""Other languages: what is different about candidates for names in texts not in English.

Such names are declined, of other scripts, and alone they mean towns, not what lies around them.
"""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer.folding import fold
from gazetteer.lookup import Gazetteer
from gazetteer.names import Hit
from gazetteer.places import PlaceRows
from gazetteer.skeleton import few_skeletons
from geomap.recognition.recorded import is_latin
from geomap.resolution.groups import Group

#: Feature codes of capitals and of the seats of subdivisions.
_SEATS = ("PPLA", "PPLC")
#: So many powers of ten more people make a subdivision another thing than its seat.
_MUCH_MORE = 0.7


def find_forms(group: Group, gazetteer: Gazetteer) -> list[Hit]:
    """Find the places of a name, or of all that an inflected one may stand for."""
    hits = [
        hit._replace(match="exact") if group.language and _romanises(form, hit, gazetteer) else hit
        for form in group.forms or (group.name,)
        for hit in gazetteer.names.find(form)
    ]
    if group.language:
        hits = _tell_by_marks(group.name, hits, gazetteer)
    if len(group.forms) > 1:
        # Of the forms that a place is recorded under, its name counts: "Poznań", not "Poznani".
        hits.sort(key=lambda hit: (-float(gazetteer.rows.prior[hit.row]), hit.match != "exact"))
    return hits


def without_surrounds(hits: list[Hit], gazetteer: Gazetteer) -> list[Hit]:
    """Leave out subdivisions with a namesake inside that is their seat.

    Other languages say so when they mean them ("provincia de Salta") or have a word of their own
    ("Харківщина"); English, of which the weights were learned, often does not.
    """
    rows = gazetteer.rows
    seats = [hit.row for hit in hits if rows.feature(hit.row)[1].startswith(_SEATS)]
    around = {
        area
        for seat in seats
        for area in (int(rows.parent_admin1[seat]), int(rows.parent_admin2[seat]))
        if area >= 0 and _gives_its_name(seat, area, rows)
    }
    return [hit for hit in hits if hit.row not in around] if around else hits


def leave_out_named(groups: Sequence[Group], hits: list[list[Hit]]) -> list[list[Hit]]:
    """Leave out places that the text calls by their main name elsewhere, where there are others.

    Beside Миколаївка, Миколаїв is not a short name of that village. Names in Latin letters are left
    alone: they occur in two languages, and shortened.
    """
    if not any(group.language for group in groups):
        return hits
    named = {hit.row: i for i, some in enumerate(hits) for hit in some if hit.match == "exact"}
    left = []
    for i, (group, some) in enumerate(zip(groups, hits, strict=True)):
        has_own = group.language and any(hit.match == "exact" for hit in some)
        if has_own and not is_latin(group.name):
            some = [h for h in some if h.match == "exact" or named.get(h.row, i) == i]
        left.append(some)
    return left


def _romanises(form: str, hit: Hit, gazetteer: Gazetteer) -> bool:
    """Whether a place's main name is but the romanisation of a Cyrillic or Greek name.

    Миколаїв is so of Mykolaiv, and an alias of Mykolaivka.
    """
    key = fold(form)
    if form.isascii() or not key.isascii() or is_latin(form):
        return False
    written, main = few_skeletons([key, fold(gazetteer.rows.name(hit.row))])
    return written == main


def _tell_by_marks(name: str, hits: list[Hit], gazetteer: Gazetteer) -> list[Hit]:
    """Count main names that lack the marks of a name as aliases: Pará is not the Para of Suriname.

    Where none is recorded with those marks, they say nothing.
    """
    written = name.casefold()
    if written.isascii() or not is_latin(name):
        return hits
    same = [gazetteer.names.strings[hit.name].casefold() == written for hit in hits]
    if not any(same):
        return hits
    return [
        hit if as_written or hit.match != "exact" else hit._replace(match="alias")
        for hit, as_written in zip(hits, same, strict=True)
    ]


def _gives_its_name(seat: int, area: int, rows: PlaceRows) -> bool:
    """Whether a subdivision is called like its seat, or has not many more people.

    Chania is called Crete somewhere, and does not stand for it.
    """
    names = fold(rows.name(area)), fold(rows.name(seat))
    if names[1] in names[0] or len(set(few_skeletons(list(names)))) == 1:
        return True
    return float(rows.prior[area] - rows.prior[seat]) < _MUCH_MORE
