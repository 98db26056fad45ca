"""Files are written whole or not at all, and what is there keeps what it is."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from geomap.errors import OutputError
from geomap.writing import write_whole


def test_link_goes_on_pointing_and_rights_are_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "private.html", tmp_path / "latest.html"
    target.write_text("old")
    target.chmod(0o600)
    link.symlink_to(target)
    write_whole(link, ["new"])
    assert link.is_symlink()
    assert (target.read_text(), target.stat().st_mode & 0o777) == ("new", 0o600)


def test_pipe_is_written_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=write_whole, args=(pipe, ["through"]))
    writer.start()
    assert pipe.read_text() == "through"
    writer.join()
    assert pipe.is_fifo()


def test_what_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    path.write_text("old")

    def chunks() -> list[str]:
        raise OSError(28, "No space left on device")

    with pytest.raises(OutputError, match=r"map\.html: cannot be written: No space left"):
        write_whole(path, (chunk for _ in range(1) for chunk in chunks()))
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_read_only_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.html"
    path.write_text("old")
    path.chmod(0o444)
    # Root, as who tests may run, is allowed to write everything.
    monkeypatch.setattr(os, "access", lambda path, mode: bool(Path(path).stat().st_mode & 0o200))
    with pytest.raises(OutputError, match="read-only"):
        write_whole(path, ["new"])
    assert path.read_text() == "old"
