"""Options of ``geomap map`` that say how the page looks."""

from __future__ import annotations

from typing import Any

import click

from geomap.cli.options import Command

_OPTIONS = (
    click.option(
        "--theme",
        type=click.Choice(["auto", "light", "dark"]),
        default="auto",
        show_default=True,
        help="Colours of the page; auto is as the reader's system says.",
    ),
    click.option("--full-text", is_flag=True, help="Whole texts in the page, not just quotes."),
    click.option(
        "--roles",
        metavar="ROLE,...",
        default="literal,associative",
        show_default=True,
        help="Mentions counted at first: literal, associative, demonym.",
    ),
    click.option("--embed", is_flag=True, help="A page without a head, to fit an iframe."),
    click.option(
        "--tiles",
        metavar="URL",
        default="",
        help="Online tiles under the places, like https://tile.example.org/{z}/{x}/{y}.png; "
        "the page then asks that host for them.",
    ),
    click.option(
        "--tiles-attribution",
        metavar="TEXT",
        default="",
        help="Whom the tiles are to be credited to.",
    ),
)


def look_options(command: Command) -> Command:
    """Add the options, in the order above."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def split_columns(others: dict[str, Any]) -> tuple[dict[str, str], dict[str, Any]]:
    """Part what the ``--*-column`` options say from the look of the page."""
    end = "_column"
    columns = {
        name.removesuffix(end): value for name, value in others.items() if name.endswith(end)
    }
    look = {name: value for name, value in others.items() if not name.endswith(end)}
    look["roles"] = tuple(role.strip() for role in look["roles"].split(","))
    return columns, look


def check_look(look: dict[str, Any]) -> None:
    """Refuse a look that makes no sense before any document is read."""
    from geomap.page.look import Look

    try:
        Look(**look)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
