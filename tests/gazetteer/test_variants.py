"""The search for names like a spelling gives up where all are too far from it."""

import pytest

from gazetteer import Gazetteer


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
