"""Divisions without a point of their own stand where the place they are named after is."""

from __future__ import annotations

import pytest

from gazetteer.recipe.rows import Row
from gazetteer.recipe.seats import Seats


def town(name: str, admin1: str, population: int, *names: str) -> Row:
    return Row(name, name, "XX", admin1, "", "P", "PPL", 0.0, 0.0, population, 0.0, names)


SEATS = Seats(
    [
        town("Say", "A", 900),
        town("Tessaoua", "A", 30_000),
        town("Grayvoron", "B", 6_000),
        town("Panino", "B", 7_000),
        town("Karkaraly", "B", 9_000),
        town("Gorodok", "B", 900),
        town("Gorodok", "B", 12_000),
        town("Laascaanood", "A", 60_000, "Las Anod"),
    ]
)


@pytest.mark.parametrize(
    ("division", "admin1", "seat"),
    [
        ("Département de Tessaoua", "A", "Tessaoua"),
        ("Grayvoronskiy Rayon", "B", "Grayvoron"),
        ("Paninsky District", "B", "Panino"),
        ("Karkaralinskiy Rayon", "B", "Karkaraly"),
        ("Las Anod District", "A", "Laascaanood"),
    ],
)
def test_a_division_has_its_name_from_a_place(division: str, admin1: str, seat: str) -> None:
    found = SEATS.find([division], "XX", admin1)
    assert found is not None
    assert found.name == seat


def test_of_namesakes_the_largest_is_the_seat() -> None:
    found = SEATS.find(["Gorodokskiy Rayon"], "XX", "B")
    assert found is not None
    assert found.population == 12_000


@pytest.mark.parametrize(
    ("division", "admin1"),
    [("Tessaoua", "B"), ("Département de Say", "A"), ("Grayling District", "B"), ("District", "A")],
)
def test_other_divisions_and_short_names_have_none(division: str, admin1: str) -> None:
    assert SEATS.find([division], "XX", admin1) is None
