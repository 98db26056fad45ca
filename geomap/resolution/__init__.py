"""Resolution: mentions + gazetteer + context -> places."""

from geomap.resolution.resolution import ParsedDocument, Resolution, RunnerUp
from geomap.resolution.resolver import Resolver

__all__ = ["ParsedDocument", "Resolution", "Resolver", "RunnerUp"]
