"""The documents say what is true: commands, options and snippets are exercised."""

from __future__ import annotations

import doctest
import importlib
import os
import re
import runpy
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHELL = re.compile(r"```(?:bash|console|sh)\n(.*?)```", re.DOTALL)
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)
README = (ROOT / "README.md").read_text("utf-8")
EVALUATE = (ROOT / "docs" / "evaluate.md").read_text("utf-8")


def test_the_command_reference_is_what_help_says() -> None:
    made = runpy.run_path(str(ROOT / "docs" / "make_commands.py"))
    assert (ROOT / "docs" / "commands.md").read_text("utf-8") == made["reference"]()


def _geomap_lines(text: str) -> list[str]:
    lines = "\n".join(SHELL.findall(text)).replace("\\\n", " ").splitlines()
    return [line for line in lines if line.startswith("geomap ")]


def _run(line: str, folder: Path) -> None:
    command = [sys.executable, "-m", "geomap", *shlex.split(line, comments=True)[1:]]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder to write in that has our sample documents."""
    for name in ("seeds", "docs"):
        (tmp_path / name).symlink_to(ROOT / name)
    return tmp_path


@pytest.mark.parametrize("line", _geomap_lines(README))
def test_readme_commands_run(line: str, checkout: Path) -> None:
    _run(line, checkout)


def test_evaluate_commands_run_in_their_order(checkout: Path) -> None:
    for line in _geomap_lines(EVALUATE):
        _run(line, checkout)


@pytest.mark.parametrize("snippet", PYTHON.findall(README) + PYTHON.findall(EVALUATE))
def test_python_runs(snippet: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    test = doctest.DocTestParser().get_doctest(snippet, {}, "README.md", "README.md", 0)
    assert test.examples, "snippets show what they give"
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    assert runner.run(test).failed == 0


MODULES = [
    ".".join(p.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for top in ("gazetteer", "geomap")
    for p in sorted((ROOT / top).rglob("*.py"))
    if ">>>" in p.read_text("utf-8")
]


@pytest.mark.parametrize("module", MODULES)
def test_docstring_examples_run(module: str) -> None:
    loaded = importlib.import_module(module)
    assert doctest.testmod(loaded, optionflags=doctest.ELLIPSIS, extraglobs=None).failed == 0
