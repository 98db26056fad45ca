"""The gazetteer: names in any script and spelling -> places. Knows nothing of documents."""

from gazetteer.errors import GazetteerError, GazetteerFileError, QueryError
from gazetteer.lookup import Gazetteer
from gazetteer.match import Match
from gazetteer.place import Place

__all__ = ["Gazetteer", "GazetteerError", "GazetteerFileError", "Match", "Place", "QueryError"]
