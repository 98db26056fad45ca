"""Leave out places that an earlier table has under another id."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from gazetteer.cells import great_circle_km
from gazetteer.recipe.regions import read_extras
from gazetteer.recipe.rows import Row, with_names

#: Two areas or waters of one main name are one place when closer than this, or than
#: ``SHARE`` of the larger radius.
NEAR_KM, SHARE = 100.0, 0.7
#: Kinds that may stand for each other: GeoNames classes of areas, waters, land forms.
CLASSES = frozenset("ALHTV")


@dataclass(frozen=True)
class Merged:
    """Rows to add; earlier rows with names gained, by id; left-out id -> earlier id."""

    added: list[Row]
    renamed: dict[str, Row]
    stands_for: dict[str, str]


def merge(earlier: list[Row], rows: list[Row]) -> Merged:
    """Sort out which rows are new. Regions of ``regions_extra.tsv`` always are."""
    ids = {row.id for row in earlier}
    wanted = read_extras().keys()
    by_name: dict[str, list[Row]] = defaultdict(list)
    for row in earlier:
        if row.feature_code in ("ADM1", "PCLI", "PCLF") or row.feature_class not in "AP":
            by_name[row.name.casefold()].append(row)
    merged = Merged([], {}, {})
    for row in rows:
        twins = [old for old in by_name[row.name.casefold()] if is_same_place(row, old)]
        if row.id in ids:
            continue
        if twins and row.id not in wanted:
            twin = merged.renamed.get(twins[0].id, twins[0])
            merged.renamed[twin.id] = with_names(twin, row.names)
            merged.stands_for[row.id] = twin.id
        else:
            merged.added.append(row)
    return merged


def is_same_place(row: Row, old: Row) -> bool:
    """Whether two rows of one name are the same area: near, and not of different nature."""
    if not {row.feature_class, old.feature_class} <= CLASSES:
        return False
    if (row.feature_class == "H") != (old.feature_class == "H"):
        return False
    reach = max(NEAR_KM, SHARE * max(row.radius_km, old.radius_km))
    return great_circle_km(row.lat, row.lon, old.lat, old.lon) < reach
