"""Tables of places of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from gazetteer import Gazetteer, GazetteerFileError
from gazetteer.build import build_gazetteer
from gazetteer.readers import read_source

CAMPS = (
    "\ufeffPlace_Name;Latitude;Longitude;ISO3;pcode;Aliases\r\n"
    "Tell Zaghmut;36.1;40.2;SYR;SY0702;Tal Zagmut|Zaghmoot\r\n"
    ";;;;;\r\n"
    '"Camp; 7";-1.5;36.2;KEN;SY0702;\r\n'
)


def write(folder: Path, table: str, name: str = "camps.csv") -> Path:
    path = folder / name
    path.write_text(table, encoding="utf-8", newline="")
    return path


def test_a_table_with_names_and_points_is_read(tmp_path: Path) -> None:
    first, second = read_source(write(tmp_path, CAMPS))
    assert (first.id, first.name, first.country) == ("camps:SY0702", "Tell Zaghmut", "SY")
    assert (first.lat, first.lon, first.feature_code) == (36.1, 40.2, "PPL")
    assert first.names == ("Tal Zagmut", "Zaghmoot")
    assert (second.id, second.name, second.country) == ("camps:SY0702~2", "Camp; 7", "KE")


def test_its_places_are_looked_up(tmp_path: Path) -> None:
    output = tmp_path / "own.bin"
    build_gazetteer([write(tmp_path, CAMPS)], output)
    gazetteer = Gazetteer.open(output)
    assert [gazetteer.lookup(name)[0].place.id for name in ("Zaghmoot", "camp; 7")] == [
        "camps:SY0702",
        "camps:SY0702~2",
    ]


def test_ids_of_geonames_are_told_from_others(tmp_path: Path) -> None:
    (place,) = read_source(write(tmp_path, "geonameid,id,name,lat,lon\n703448,1,Kyiv,50,30\n"))
    assert place.id == "703448"


@pytest.mark.parametrize("row", ["A,95,1", "A,x,1", ",1,1", "A,1"])
def test_rows_without_name_or_point_are_named(tmp_path: Path, row: str) -> None:
    path = write(tmp_path, f"name,lat,lon\nB,1,1\n{row}\n")
    with pytest.raises(GazetteerFileError, match=r"camps\.csv, line 3"):
        list(read_source(path))


def test_a_table_without_points_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GazetteerFileError, match="name, lat and lon"):
        read_source(write(tmp_path, "place,notes\nA,b\n"))
