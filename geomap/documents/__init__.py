"""Documents: files of many formats in, `Document` objects out."""

from geomap.documents.columns import Columns
from geomap.documents.document import Document
from geomap.documents.failure import ReadFailure
from geomap.documents.reading import read_documents
from geomap.documents.sources import SourceFile, count_files, find_files

__all__ = [
    "Columns",
    "Document",
    "ReadFailure",
    "SourceFile",
    "count_files",
    "find_files",
    "read_documents",
]
