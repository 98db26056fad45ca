"""Datelines: "NEW YORK (AP) -" names the town that a report was written in, not the state."""

from __future__ import annotations

import re

#: What stands before a dateline on its line.
_BEFORE = re.compile(r"(?:^|\n)[\s(\[“\"]*$")
#: What stands behind the town: the state, a date and the agency, then a dash.
_BEHIND = re.compile(r"(?:,[^\n—–]{1,40}?|\.)?\)?\s*(?:\([^()\n]{2,30}\)\s*)?(?:[—–]|--?\s)")
_REACH = 12


def is_dateline(text: str, start: int, end: int) -> bool:
    """Whether a name stands in a dateline.

    Examples
    --------
    >>> is_dateline("LEBANON, Ohio — The band", 0, 7), is_dateline("Lebanon is in Ohio", 0, 7)
    (True, False)
    """
    before = text[max(0, start - _REACH) : start]
    at_start = start <= _REACH and not before.strip('\n ([“"')
    return bool((at_start or _BEFORE.search(before)) and _BEHIND.match(text, end))
