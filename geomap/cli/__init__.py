"""The command line: one file for each command, thin over the library."""

from geomap.cli.main import main

__all__ = ["main"]
