"""The standalone HTML page: a map, its places, and the quotes they come from."""

from geomap.page.page import render_page, write_page

__all__ = ["render_page", "write_page"]
