"""A geopy geocoder over the gazetteer: scripts written for geopy work offline."""

from geomap.geocoder.geocoder import GazetteerGeocoder

__all__ = ["GazetteerGeocoder"]
