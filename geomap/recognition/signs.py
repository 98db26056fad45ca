"""Signs: names in Chinese and Japanese, which put no spaces between words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geomap.recognition.mention import Mention
from geomap.recognition.names import NameIndex

_SPACELESS = re.compile("[\u3040-\u30ff\u3400-\u9fff]+")
#: log10 of the population asked for; shorter names are parts of any word.
_KNOWN = 4.8
_LONGEST, _SHORTEST = 7, 2


def find_signs(text: str, names: NameIndex) -> Iterator[Mention]:
    """Yield the longest known names in text written without spaces."""
    for stretch in _SPACELESS.finditer(text):
        i = stretch.start()
        while i < stretch.end():
            for length in range(_LONGEST, _SHORTEST - 1, -1):
                name = text[i : i + length]
                prior = names.top_prior(name) if i + length <= stretch.end() else None
                if prior is not None and prior >= _KNOWN:
                    yield Mention(i, i + length, name, confidence=0.8)
                    i += length - 1
                    break
            i += 1
