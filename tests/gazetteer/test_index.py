from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from gazetteer import Gazetteer, GazetteerFileError
from gazetteer.build import build_gazetteer

HEADER = "id\tname\tcountry\tadmin1\tadmin2\tfeature_class\tfeature_code\tlat\tlon\tpopulation\tradius_km\tnames\n"  # noqa: E501
TABLE = HEADER + "mine:1\tTinyville\tUS\tTX\t\tP\tPPL\t30.5\t-97.5\t12\t0\tLittleville|Тинивилль\n"
GEONAMES = "\t".join(
    ["999", "Hameau", "Hameau", "Weiler,Aldea", "46.5", "7.5", "P", "PPL", "CH", "", "BE", "", "",
     "", "40", "", "900", "Europe/Zurich", "2024-01-01"]
)  # fmt: skip


def _build(folder: Path, content: str) -> Gazetteer:
    source, target = folder / "source.txt", folder / "own.bin"
    source.write_text(content, encoding="utf-8")
    build_gazetteer([source], target)
    return Gazetteer.open(target)


def test_a_table_of_ones_own_is_found_by_every_name(tmp_path: Path) -> None:
    own = _build(tmp_path, TABLE)
    for name in ("Tinyville", "littleville", "ТИНИВИЛЛЬ"):
        assert own.lookup(name)[0].place.id == "mine:1"


def test_a_geonames_dump_is_read(tmp_path: Path) -> None:
    match = _build(tmp_path, GEONAMES + "\n").lookup("Weiler")[0]
    assert (match.place.geonameid, match.place.lat, match.place.lon) == (999, 46.5, 7.5)
    assert match.match == "alias"


@pytest.mark.parametrize(
    "content", [b"", b"not a gazetteer", b"GEOMAPGZ\xff\xff\xff\xff" + b"\0" * 99]
)
def test_another_file_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.bin"
    path.write_bytes(content)
    with pytest.raises(GazetteerFileError, match=r"other\.bin"):
        Gazetteer.open(path)


def test_a_file_cut_short_is_refused(tmp_path: Path) -> None:
    _build(tmp_path, TABLE)
    path = tmp_path / "own.bin"
    path.write_bytes(path.read_bytes()[:-300])
    with pytest.raises(GazetteerFileError, match="build it again"):
        Gazetteer.open(path)


def test_a_bad_row_is_named_by_line(tmp_path: Path) -> None:
    with pytest.raises(GazetteerFileError, match="line 3"):
        _build(tmp_path, TABLE + TABLE.replace("30.5", "thirty").splitlines()[1] + "\n")


def test_a_failed_build_leaves_the_old_file(tmp_path: Path) -> None:
    _build(tmp_path, TABLE)
    before = (tmp_path / "own.bin").read_bytes()
    with pytest.raises(GazetteerFileError):
        _build(tmp_path, HEADER + "broken\n")
    assert (tmp_path / "own.bin").read_bytes() == before


def _build_here(folder: str) -> int:
    from gazetteer import cache

    return cache.compiled_path(Path(folder), _tiny).stat().st_size


def _tiny(path: Path) -> None:
    source = path.parent / f"{multiprocessing.current_process().pid}.txt"
    source.write_text(TABLE, encoding="utf-8")
    build_gazetteer([source], path)


def test_processes_that_start_at_once_share_one_compilation(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        sizes = pool.map(_build_here, [str(tmp_path)] * 4)
    assert len(set(sizes)) == 1
    assert len(list(tmp_path.glob("gazetteer-*.bin"))) == 1
    assert len(list(tmp_path.glob("*.txt"))) == 1
