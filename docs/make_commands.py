"""Write docs/commands.md from the ``--help`` of every command: python docs/make_commands.py"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from geomap.cli import main

TARGET = Path(__file__).with_name("commands.md")


def walk(
    command: click.Command, words: tuple[str, ...], parent: click.Context | None = None
) -> Iterator[tuple[str, str]]:
    """Each command under ``command``: its words and its help, as 88 columns of text."""
    context = click.Context(
        command,
        parent,
        info_name=words[-1],
        terminal_width=88,
        max_content_width=88,
        **command.context_settings,
    )
    yield " ".join(words), command.get_help(context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            sub = command.get_command(context, name)
            assert sub is not None
            yield from walk(sub, (*words, name), context)


def reference() -> str:
    """The whole reference as Markdown."""
    parts = [f"## {words}\n\n```text\n{text}\n```\n" for words, text in walk(main, ("geomap",))]
    head = "# Commands\n\nMade from `--help` by `python docs/make_commands.py`.\n\n"
    return head + "\n".join(parts)


if __name__ == "__main__":
    TARGET.write_text(reference(), encoding="utf-8")
