from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from gazetteer import Gazetteer
from gazetteer.errors import GazetteerFileError
from gazetteer.readers.alternate_names import AlternateNames
from geomap.cli import main

PLACE = (
    "999\tHameau\tHameau\tWeiler\t46.5\t7.5\tP\tPPL\tCH\t\tBE\t\t\t\t40\t\t900\t"
    "Europe/Zurich\t2024-01-01\n"
)
ROWS = (
    "1\t999\tfr\tLe Hameau\t1\t\t\t\t\t\n"
    "2\t5\tfr\tElsewhere\t\t\t\t\t\t\n"
    "3\t999\tlink\thttps://example.org/hameau\t\t\t\t\t\t\n"
    "4\t999\tru\tАмо\t\t\t\t1\t\t\n"
    "5\t999\tpost\t3000\t\t\t\t\t\t\n"
    "6\t999\t\tHameau\t\t\t\t\t\t\n"
    "7\t999\tabbr\tHM\t\t\t\t\t\t\n"
    "8\t999\tabbr\tHMO\t\t\t\t\t\t\n"
)


@pytest.mark.parametrize("ending", ["txt", "zip"])
def test_names_are_joined_by_id(tmp_path: Path, ending: str) -> None:
    source, more, target = tmp_path / "CH.txt", tmp_path / f"names.{ending}", tmp_path / "own.bin"
    source.write_text(PLACE, encoding="utf-8")
    if ending == "zip":
        with zipfile.ZipFile(more, "w") as archive:
            archive.writestr("iso-languagecodes.txt", "x")
            archive.writestr("alternateNamesV2.txt", ROWS)
    else:
        more.write_text(ROWS, encoding="utf-8")
    words = ["gazetteer", "build", source, "--alternate-names", more, "-o", target]
    result = CliRunner().invoke(main, list(map(str, words)), catch_exceptions=False)
    assert result.exit_code == 0
    own = Gazetteer.open(target)
    row = own.rows.row_of_id("999")
    assert row is not None
    assert own.rows.names(row) == ["Hameau", "Weiler", "Le Hameau", "Амо", "HMO"]
    assert own.lookup("Le Hameau")[0].match == "alias"


def test_a_row_of_something_else_is_named_by_line() -> None:
    with pytest.raises(GazetteerFileError, match="x, line 2"):
        AlternateNames.of_lines([ROWS.splitlines()[0], "no\trow"], "x")


def test_ids_of_other_sources_have_no_alternate_names() -> None:
    names = AlternateNames.of_lines(ROWS.splitlines(), "x")
    assert (len(names), names.names_of("own:1"), names.names_of("7")) == (5, [], [])
