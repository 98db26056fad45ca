"""Data flows one way: no import points from an earlier stage to a later one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
#: From the first stage to the last; a module may import its own stage and earlier ones.
STAGES = (
    "gazetteer", "geomap.errors", "geomap.writing", "geomap.documents", "geomap.recognition",
    "geomap.resolution",
    "geomap.corrections", "geomap.quotes", "geomap.pipeline", "geomap.page", "geomap.exports",
    "geomap.tables",
    "geomap.normalisation", "geomap.frames", "geomap.geocoder", "geomap.evaluation", "geomap.cli",
    "geomap.__main__",
)  # fmt: skip
MODULES = sorted(p for top in ("gazetteer", "geomap") for p in (ROOT / top).rglob("*.py"))


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _stage(module: str) -> int | None:
    found = [i for i, s in enumerate(STAGES) if module == s or module.startswith(f"{s}.")]
    return found[0] if found else None


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=_module)
def test_imports_point_to_earlier_stages(path: Path) -> None:
    own = _stage(_module(path))
    if own is None:
        assert _module(path) == "geomap"
        return
    later = [m for m in _imports(path) if (_stage(m) or 0) > own]
    assert not later


@pytest.mark.parametrize("path", MODULES, ids=_module)
def test_modules_and_functions_are_small(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, node.name
