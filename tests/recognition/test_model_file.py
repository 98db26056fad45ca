"""Model files: what is written is read back, and the same weights give the same bytes."""

from __future__ import annotations

from pathlib import Path

from geomap.recognition import model as model_file

FOLDER = Path(model_file.__file__).parent / "model"


def test_a_model_survives_writing_and_reading(tmp_path: Path) -> None:
    shipped = FOLDER / "corpora.bin"
    first, second = tmp_path / "first.bin", tmp_path / "second.bin"
    model_file.write_model(first, model_file.read_model(shipped))
    model_file.write_model(second, model_file.read_model(first))
    assert first.read_bytes() == second.read_bytes()


def test_the_shipped_files_are_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) <= 2_000_000
