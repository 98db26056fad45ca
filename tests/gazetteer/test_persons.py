"""Names of persons are no places, however like one they are."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer


@pytest.mark.parametrize("name", ["Kowalski", "Alva Lowe", "Mr Hofstetter", "Dorothy Fitzgerrald"])
def test_a_person_gets_no_confident_place(gazetteer: Gazetteer, name: str) -> None:
    assert all(match.score < 0.5 for match in gazetteer.lookup(name) if match.match == "variant")
