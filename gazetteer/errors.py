"""What can go wrong in the gazetteer, as exceptions that are builtins too."""


class GazetteerError(Exception):
    """Base of every error this package raises on purpose."""


class GazetteerFileError(GazetteerError, OSError):
    """A gazetteer file is missing, damaged, or of another version."""


class QueryError(GazetteerError, ValueError):
    """A question no gazetteer can answer: latitude 95, an unknown country code..."""
