"""Quality: what kind of name a recorded name is, as far as its letters tell."""

from __future__ import annotations

PLAIN, MACHINE, OTHER_SCRIPT, CODE = range(4)


def quality(name: str) -> int:
    """Tell plain names from machine transcriptions, names of other scripts, and codes.

    Examples
    --------
    >>> [quality(name) for name in ("Kyiv", "swldw", "Київ", "北京", "IEV")]
    [0, 1, 0, 2, 3]
    """
    if not name.isascii():
        return OTHER_SCRIPT if max(name) > "\u0530" else PLAIN
    if name.islower():
        return MACHINE
    return CODE if len(name) <= 3 and name.isupper() else PLAIN
