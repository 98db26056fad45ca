"""pandas in and out: place names in a list, a Series or a column -> a DataFrame of places."""

from geomap.frames.frames import normalise

__all__ = ["normalise"]
