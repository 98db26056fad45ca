"""What can go wrong on the way from a text to a map, as exceptions that are builtins too."""


class GeomapError(Exception):
    """Base of every error this package raises on purpose."""


class DocumentError(GeomapError, ValueError):
    """A document could not be read; the message says which, why, and what to do."""


class OutputError(GeomapError, OSError):
    """A result could not be written."""


class TableError(GeomapError, ValueError):
    """A table cannot be read or written as asked; the message says which, why, what to do."""


class RecogniserError(GeomapError, ValueError):
    """There is no such recogniser, or what it found makes no sense."""
