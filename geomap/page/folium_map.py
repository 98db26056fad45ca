"""The folium map that carries the page: its elements in our order, and nothing from the net."""

from __future__ import annotations

import re
from html import escape
from typing import Any

import folium
from branca.element import Element, Figure, MacroElement
from folium.template import Template

from geomap.page import assets
from geomap.page.security import POLICY_SLOT, add_policy

#: folium names elements at random; the same input must give the same bytes.
MAP_ID = "geomap"

_SLOT = re.compile(r"<!--slot (\w+)-->")


class PageFigure(Figure):
    """The HTML document: language, title and policy, then what folium's elements bring."""

    _template = Template(
        "<!DOCTYPE html>\n"
        '<html lang="en">\n'
        "<head>\n"
        '<meta charset="utf-8">\n'
        f"{POLICY_SLOT}\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="generator" content="geomap">\n'
        "<title>{{ this.title }}</title>\n"
        "{{ this.header.render(**kwargs) }}\n"
        "</head>\n"
        "<body>\n"
        "{{ this.html.render(**kwargs) }}\n"
        "<script>{{ this.script.render(**kwargs) }}</script>\n"
        "</body>\n"
        "</html>\n"
    )

    def __init__(self, title: str, contents: dict[str, str], image_host: str) -> None:
        super().__init__(title=escape(title))
        self.header = Element()
        self.header._parent = self
        self.contents = contents
        self.image_host = image_host

    def render(self, **kwargs: Any) -> str:
        """The whole page, with its Content-Security-Policy."""
        html = super().render(**kwargs)
        whole = _SLOT.sub(lambda slot: self.contents[slot[1]], html)
        return add_policy(whole, self.image_host)


class PageMap(folium.Map):
    """folium's map without its libraries from the net, and with a page that may be zoomed."""

    default_js: list[tuple[str, str]] = []  # noqa: RUF012 (folium's own declaration)
    default_css: list[tuple[str, str]] = []  # noqa: RUF012

    def __init__(self, **options: Any) -> None:
        super().__init__(location=[20, 10], zoom_start=2, tiles=None, **options)
        self._id = MAP_ID
        self._template = _without_header(folium.Map._template)


class PageParts(MacroElement):
    """Styles, libraries, the panels around the map, the data, and the call that starts it all.

    branca compiles whatever a macro returns as a template once more, so that ``{{`` in a text
    would be run: macros return slots only, and the figure fills them when all else is done.
    """

    _template = Template(
        "{% macro header(this, kwargs) %}"
        "<!--slot library_style-->\n<!--slot page_style-->\n<!--slot library_script-->\n"
        "{% endmacro %}"
        "{% macro html(this, kwargs) %}"
        "<!--slot body-->\n<!--slot data-->\n<!--slot page_script-->\n"
        "{% endmacro %}"
        "{% macro script(this, kwargs) %}"
        "geomap.start({{ this._parent.get_name() }});"
        "{% endmacro %}"
    )

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name, self._id = "Parts", MAP_ID


class _TemplateParts:
    """A folium template of which only some macros are left."""

    def __init__(self, macros: dict[str, Any]) -> None:
        self.module = type("Macros", (), {})()
        self.module.__dict__.update(macros)


def _without_header(template: Template) -> _TemplateParts:
    """folium's header forbids zooming the page (WCAG 2.2, 1.4.4) and styles the map itself."""
    macros = template.module.__dict__
    return _TemplateParts({name: macros[name] for name in ("html", "script")})


def build_page(title: str, blocks: list[str], image_host: str = "") -> str:
    """Render the page around ready-made data blocks; images may come from ``image_host``."""
    contents = {
        "library_style": f"<style>{assets.read_library_style()}</style>",
        "page_style": f"<style>{assets.read_page_style()}</style>",
        "library_script": f"<script>{assets.read_library_script()}</script>",
        "body": assets.read_page_body(),
        "data": "\n".join(blocks),
        "page_script": f"<script>{assets.read_page_script()}</script>",
    }
    figure = PageFigure(title, contents, image_host)
    page_map = PageMap(
        control_scale=True,
        zoom_control="bottomright",
        zoom_snap=0.25,
        zoom_delta=1,
        wheel_px_per_zoom_level=90,
        world_copy_jump=True,
    )
    page_map.add_child(PageParts())
    figure.add_child(page_map)
    html: str = figure.render()
    return html
