"""How a page looks and what it offers: the caller's choices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args

from geomap.page.security import clean, tile_host
from geomap.recognition.mention import Role

Theme = Literal["auto", "light", "dark"]


@dataclass(frozen=True, slots=True)
class Look:
    """Choices for one page, checked.

    ``title`` and ``subtitle`` head the page. ``theme`` is ``auto`` (as the system says),
    ``light`` or ``dark``. ``full_text`` shows whole texts instead of quotes. ``embed`` leaves
    the head away so that the page fits an iframe. ``roles`` are counted at first; readers may
    switch the others on. ``tiles`` is the address of online tiles (with ``{z} {x} {y}``) to
    draw under the places, credited with ``tiles_attribution`` (plain text).

    Raises
    ------
    ValueError
        When a choice makes no sense.
    """

    title: str = ""
    subtitle: str = ""
    theme: Theme = "auto"
    full_text: bool = False
    embed: bool = False
    roles: tuple[Role, ...] = ("literal", "associative")
    tiles: str = ""
    tiles_attribution: str = ""

    def __post_init__(self) -> None:
        if self.theme not in get_args(Theme):
            raise ValueError(f"theme {self.theme!r} is not one of {', '.join(get_args(Theme))}")
        unknown = set(self.roles) - set(get_args(Role))
        if unknown or not self.roles:
            wrong = ", ".join(sorted(unknown)) or "none"
            raise ValueError(f"roles are some of {', '.join(get_args(Role))}; not {wrong}")
        if self.tiles and not self.tiles_attribution.strip():
            raise ValueError(
                "tiles need the attribution that their owner asks for (--tiles-attribution)"
            )
        self.image_host()

    def image_host(self) -> str:
        """The host that images may come from besides the page itself, or nothing."""
        return tile_host(self.tiles) if self.tiles else ""

    def data(self) -> dict[str, Any]:
        """What the page's script must know of it."""
        return {
            "title": clean(self.title),
            "subtitle": clean(self.subtitle),
            "theme": self.theme,
            "embed": self.embed,
            "roles": list(self.roles),
            "tiles": self.tiles,
            "tilesAttribution": clean(self.tiles_attribution),
        }
