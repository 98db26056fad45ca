"""The standalone HTML page: a map, its places, and the quotes they come from."""

from geomap.page.notebook import MapPage, make_map
from geomap.page.page import render_page, write_page

__all__ = ["MapPage", "make_map", "render_page", "write_page"]
