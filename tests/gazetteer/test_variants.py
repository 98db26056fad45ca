"""What is offered for a spelling, and when the search for names like it gives up."""

import pytest

from gazetteer import Gazetteer
from gazetteer.signature import has_letters


@pytest.mark.parametrize(
    ("spelling", "is_found"),
    [("toretzk", True), ("perpetual help", False), ("abbotsbury swannery", True)],
    ids=["near", "far", "far, but a word is shared"],
)
def test_far_names_are_not_looked_at_closer(
    gazetteer: Gazetteer, spelling: str, is_found: bool
) -> None:
    assert gazetteer.variants.anywhere(spelling)
    assert bool(gazetteer.variants.anywhere(spelling, furthest=0.75)) == is_found


def test_the_most_prominent_of_some_places_speaks_for_a_key_they_share(
    gazetteer: Gazetteer,
) -> None:
    rows, variants = gazetteer.rows, gazetteer.variants
    places = rows.rows_near(49.99, 36.23, 60.0)
    every, once = variants.names_of(places), variants.offer_of(places)
    assert len(every.keys) > len(once.keys)
    # Names of scripts that are not romanised have no form to compare.
    comparable = every.keys[(every.keys >= 0) & has_letters(every.look)]
    assert once.keys.tolist() == sorted(set(comparable.tolist()))
    place = gazetteer.index["name_place"]
    for key, name in zip(once.keys, once.names, strict=True):
        of_key = every.names[every.keys == key]
        assert rows.prior[place[name]] == rows.prior[place[of_key]].max()


def test_names_that_are_there_again_change_nothing(gazetteer: Gazetteer) -> None:
    places = gazetteer.rows.rows_near(49.99, 36.23, 30.0)
    variants = gazetteer.variants
    again, once = (
        [(v.key, v.score) for v in variants.rank("harkow", offer)]
        for offer in (variants.names_of(places), variants.offer_of(places))
    )
    assert again == once
