"""Recognition: a document in, the mentions of places in it out."""

from geomap.recognition.mention import Mention
from geomap.recognition.names import NameIndex, NoNames
from geomap.recognition.recogniser import Recogniser

__all__ = ["Mention", "NameIndex", "NoNames", "Recogniser"]
