"""Read pickles that hold plain data only, and refuse every other."""

from __future__ import annotations

import io
import pickle
from typing import Any


class PlainUnpickler(pickle.Unpickler):
    """An unpickler that can build lists, tuples, dicts, numbers and strings, nothing else.

    A pickle names the functions it wants called by class lookups; refusing all of them
    leaves no way to run code (https://docs.python.org/3/library/pickle.html#restricting-globals).
    """

    def find_class(self, module_name: str, global_name: str) -> Any:
        """Refuse: plain data needs no class."""
        raise pickle.UnpicklingError(f"pickle asks for {module_name}.{global_name}; refused")


def read_plain_pickle(data: bytes) -> Any:
    """Read a pickle of plain data.

    Raises
    ------
    pickle.UnpicklingError
        If the pickle refers to any class or function.

    Examples
    --------
    >>> import pickle
    >>> read_plain_pickle(pickle.dumps({"a": [1, 2.5]}))
    {'a': [1, 2.5]}
    """
    return PlainUnpickler(io.BytesIO(data)).load()
