"""The ``geomap`` command and what all its subcommands share."""

from __future__ import annotations

import contextlib
import importlib
import io
import logging
import os
import sys
from importlib.metadata import version
from typing import Any

import click

from gazetteer.errors import GazetteerError
from geomap.errors import GeomapError

#: Subcommands by name, the module that holds each, and its one-line help: a command is
#: imported when it is run, so that ``geomap resolve`` does not wait for folium.
_COMMANDS = {
    "map": "Make an interactive HTML map of the places that documents mention.",
    "parse": "Find and resolve places in documents; write JSON Lines.",
    "resolve": "Look up place names, however they are spelled.",
    "normalise": "Add places to a table of place names.",
    "evaluate": "Judge the program on documents whose places you have marked.",
    "gazetteer": "Show, build and choose the gazetteer.",
}
#: Other spellings of commands, understood but not listed.
_ALIASES = {"normalize": "normalise"}


class LazyGroup(click.Group):
    """A group that imports a subcommand only when it is asked for."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        name = _ALIASES.get(name, name)
        if name not in _COMMANDS:
            return None
        module = importlib.import_module(f"geomap.cli.{name}_command")
        command: click.Command = module.command
        return command

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def invoke(self, context: click.Context) -> Any:
        """Run a command; our own errors become one line and exit code 2."""
        # Names are in every script, whatever the locale.
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")
        try:
            return super().invoke(context)
        except (GeomapError, GazetteerError) as error:
            click.echo(f"geomap: {error}", err=True)
            sys.exit(2)
        except BrokenPipeError:
            # The reader of our output has gone (| head): nothing more to say to it.
            _drop_output()
            sys.exit(0)
        except OSError as error:
            # What is wrong with a file that has a name is mostly told before, and better.
            where = error.filename or "standard output: cannot be written"
            click.echo(f"geomap: {where}: {error.strerror or error}", err=True)
            _drop_output()
            sys.exit(2)


def _drop_output() -> None:
    """Let what could not be written go, or Python tries again when it ends, and complains."""
    with contextlib.suppress(io.UnsupportedOperation):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("geomap-mentions"), prog_name="geomap")
def main() -> None:
    """Map the places that texts mention.

    \b
    Examples:
      geomap map articles/ -o output/map.html
      geomap parse report.txt
      geomap resolve Bachmut Kiew --json
    """
    # trafilatura and its friends log what they skip; what matters we report ourselves.
    logging.getLogger().addHandler(logging.NullHandler())
