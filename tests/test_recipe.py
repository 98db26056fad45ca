"""The recipe's guards, and the facts the shipped tables must hold."""

from __future__ import annotations

import hashlib
import json
import lzma
import os
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.recipe.pickles import read_plain_pickle
from gazetteer.recipe.rows import (
    COLUMNS,
    Row,
    check_row,
    clean_name,
    format_row,
    join_names,
    parse_row,
)

TABLES = Path(__file__).parent.parent / "gazetteer" / "tables"
MANIFEST = json.loads((TABLES / "manifest.json").read_text(encoding="utf-8"))
PLACES = [t["name"] for t in MANIFEST["tables"] if t["name"] not in ("demonyms", "shapes")]
KYIV = Row("703448", "Kyiv", "UA", "12", "", "P", "PPLC", 50.45, 30.52, 2952301, 0.0, ("Kiev",))


def read_lines(name: str) -> list[str]:
    """The lines of a shipped table without the header."""
    text = lzma.decompress((TABLES / f"{name}.tsv.xz").read_bytes()).decode("utf-8")
    return text.removesuffix("\n").split("\n")[1:]


@pytest.fixture(scope="session")
def places() -> dict[str, Row]:
    """Every shipped place by id; ids must be unique over all tables."""
    rows = [parse_row(line) for name in PLACES for line in read_lines(name)]
    by_id = {row.id: row for row in rows}
    assert len(by_id) == len(rows)
    return by_id


class Hostile:
    """Runs a command when unpickled."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("true",)


def test_plain_pickles_are_read() -> None:
    data = {"a": [1, 2.5, None, ("x", b"y")]}
    assert read_plain_pickle(pickle.dumps(data)) == data


@pytest.mark.parametrize("harmful", [Hostile(), Path("x"), print])
def test_pickles_with_classes_or_functions_are_refused(harmful: object) -> None:
    with pytest.raises(pickle.UnpicklingError, match="refused"):
        read_plain_pickle(pickle.dumps([harmful]))


@pytest.mark.parametrize(
    "change",
    [
        {"id": "Kyiv"}, {"name": ""}, {"name": "a\tb"}, {"country": "UKR"},
        {"feature_class": "Q"}, {"feature_code": "ppl"}, {"lat": 91.0}, {"lon": -181.0},
        {"population": -1}, {"radius_km": float("inf")}, {"names": ("",)},
        {"names": ("a|b",)}, {"names": ("Kyiv",)},
    ],
)  # fmt: skip
def test_rows_no_reader_could_use_are_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="bad"):
        check_row(Row(**{**KYIV.__dict__, **change}))


@given(st.lists(st.text()), st.text().map(clean_name).filter(bool))
def test_rows_come_back_as_written(names: list[str], name: str) -> None:
    row = Row(**{**KYIV.__dict__, "name": name, "names": join_names(name, names)})
    assert parse_row(format_row(row)) == row


def test_manifest_tells_the_tables_apart() -> None:
    for table in MANIFEST["tables"]:
        data = (TABLES / table["file"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == table["sha256"], table["file"]
        assert len(read_lines(table["name"])) == table["rows"]


def test_every_source_has_hash_licence_and_attribution() -> None:
    sources = (TABLES / "SOURCES.md").read_text(encoding="utf-8")
    for source in MANIFEST["sources"]:
        assert len(source["sha256"]) == 64
        assert source["licence"] in sources
        assert source["attribution"] in sources
        assert not {"GPL", "ODbL"} & set(source["licence"].split())


def test_shipped_tables_stay_small() -> None:
    assert sum(path.stat().st_size for path in TABLES.iterdir()) < 15e6


def test_place_tables_share_their_columns_and_hold_valid_rows(places: dict[str, Row]) -> None:
    for name in PLACES:
        data = lzma.decompress((TABLES / f"{name}.tsv.xz").read_bytes())
        assert data.split(b"\n", 1)[0].decode() == "\t".join(COLUMNS)
    for row in places.values():
        check_row(row)


@pytest.mark.parametrize(
    ("id_", "lat", "lon"),
    [("12278075", -1.4, 28.1), ("9252736", -11.1, 39.7), ("7521592", -2.8, -171.7)],
)
def test_divisions_without_towns_lie_where_they_are(
    places: dict[str, Row], id_: str, lat: float, lon: float
) -> None:
    """Walikale, Nangade and Kanton stood at the points of their provinces, far away."""
    assert (places[id_].lat, places[id_].lon) == pytest.approx((lat, lon), abs=0.3)


def test_localities_lie_in_divisions(places: dict[str, Row]) -> None:
    diskit = places["locality:diskit"]
    assert (diskit.country, diskit.feature_code) == ("IN", "PPL")
    assert (diskit.country, diskit.admin1) in {(r.country, r.admin1) for r in places.values()}
    assert places["1264976"].admin1 == diskit.admin1  # Leh


def test_divisions_join_to_their_parents(places: dict[str, Row]) -> None:
    first = {(r.country, r.admin1) for r in places.values() if r.feature_code == "ADM1"}
    second = [row for row in places.values() if row.feature_code == "ADM2"]
    assert all((row.country, row.admin1) in first for row in second if row.admin1 != "00")
    cities = [row for row in places.values() if row.feature_class == "P" and row.id.isdigit()]
    joined = sum((row.country, row.admin1) in first for row in cities)
    assert joined > 0.99 * len(cities)


@pytest.mark.parametrize(
    ("id_", "name", "alias", "code", "lat", "lon"),
    [
        ("578071", "Belgorod Oblast", "Belgorod", "ADM1", 50.75, 37.5),
        ("559034", "Grayvoron", "Грайворон", "PPLA2", 50.48, 35.68),
        ("824990", "Grayvoronskiy Rayon", "Grayvoronsky District", "ADM2", 50.48, 35.68),
        ("703448", "Kyiv", "Kiev", "PPLC", 50.45, 30.52),
        ("713174", "Bakhmut", "Bachmut", "PPLA2", 48.59, 38.0),
        ("709716", "Donetsk Oblast", "Donetsk", "ADM1", 48.0, 37.7),
        ("ne:black-sea", "Black Sea", "Чорне море", "SEA", 43.3, 34.2),
        ("river:danube", "Danube", "Donau", "STM", 48.1, 16.8),
        ("lake:lake-baikal", "Lake Baikal", "Baikal", "LK", 53.4, 107.7),
        ("iata:LHR", "London Heathrow Airport", "Heathrow", "AIRP", 51.47, -0.46),
        ("historic:soviet-union", "Soviet Union", "USSR", "PCLH", 55.75, 60.0),
        ("6252001", "United States", "U.S.", "PCLI", 39.8, -98.5),
        ("2017370", "Russia", "Russian Federation", "PCLI", 60.0, 100.0),
        ("6255148", "Europe", "Europa", "CONT", 48.7, 9.1),
        ("709718", "Donbas", "Donbass", "RGN", 48.5, 38.5),
        ("4140963", "Washington", "Washington, D.C.", "PPLC", 38.9, -77.04),
    ],
)
def test_well_known_places_are_there(
    places: dict[str, Row], id_: str, name: str, alias: str, code: str, lat: float, lon: float
) -> None:
    row = places[id_]
    assert (row.name, row.feature_code) == (name, code)
    assert alias in row.names
    assert (row.lat, row.lon) == pytest.approx((lat, lon), abs=0.1)


def test_grayvoron_lies_in_the_district_named_after_it(places: dict[str, Row]) -> None:
    assert places["559034"].admin2 == places["824990"].admin2


def test_places_with_a_post_office_are_there_once(places: dict[str, Row]) -> None:
    errol, alligator = places["post:nh-errol"], places["post:ms-alligator"]
    assert (errol.name, errol.country, errol.admin1) == ("Errol", "US", "NH")
    assert (errol.lat, errol.lon) == pytest.approx((44.8, -71.1), abs=0.2)
    counties = {(r.admin1, r.admin2) for r in places.values() if r.feature_code == "ADM2"}
    assert (alligator.admin1, alligator.admin2) in counties
    towns = [row for row in places.values() if row.country == "US" and row.id.isdigit()]
    names = {(row.admin1, row.admin2, row.name) for row in towns if row.feature_class == "P"}
    twice = [
        row.id
        for row in places.values()
        if row.id.startswith("post:") and (row.admin1, row.admin2, row.name) in names
    ]
    # Two of a name in one county, more than 25 km apart.
    assert len(twice) < 20


def test_each_country_has_one_capital_at_least(places: dict[str, Row]) -> None:
    capitals = {row.country for row in places.values() if row.feature_code == "PPLC"}
    states = {row.country for row in places.values() if row.feature_code == "PCLI"}
    assert states <= capitals


def test_areas_have_a_radius(places: dict[str, Row]) -> None:
    areas = ("ADM1", "PCLI", "RGN", "SEA", "LK", "CONT")
    rows = [row for row in places.values() if row.feature_code in areas]
    bare = [row for row in rows if row.radius_km == 0 and not row.id.startswith("geomap:")]
    assert not bare


def test_machine_romanisations_are_dropped(places: dict[str, Row]) -> None:
    assert "surudeu" not in places["3038999"].names
    assert "Сольдеу" in places["3038999"].names


@pytest.mark.parametrize(
    ("word", "place_id"),
    [
        ("Russian", "2017370"), ("Russians", "2017370"), ("Syrians", "163843"),
        ("French", "3017382"), ("Frenchmen", "3017382"), ("Britons", "2635167"),
        ("Americans", "6252001"), ("Dutch", "2750405"), ("Texan", "4736286"),
        ("Scottish", "2638360"), ("Europeans", "6255148"), ("Palestinians", "6254930"),
        ("Kuwaitis", "285570"), ("Germans", "2921044"), ("Turks", "298795"),
    ],
)  # fmt: skip
def test_demonyms_lead_to_places(word: str, place_id: str) -> None:
    pairs = [line.split("\t") for line in read_lines("demonyms")]
    assert [id_ for demonym, id_ in pairs if demonym == word] == [place_id]


def test_demonyms_and_shapes_are_of_shipped_places(places: dict[str, Row]) -> None:
    for table, column in (("demonyms", 1), ("shapes", 0)):
        assert {line.split("\t")[column] for line in read_lines(table)} <= places.keys()


def test_shapes_lie_where_their_places_are(places: dict[str, Row]) -> None:
    shapely = pytest.importorskip("shapely")
    for line in read_lines("shapes"):
        id_, wkt = line.split("\t")
        shape, row = shapely.from_wkt(wkt), places[id_]
        assert not shape.is_empty, id_
        if row.feature_code in ("ADM1", "PCLI") and row.country not in ("US", "FJ", "KI"):
            assert shape.buffer(2.0).contains(shapely.Point(row.lon, row.lat)), (id_, row.name)
