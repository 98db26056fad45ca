"""Values of cells as text and as JSON, so that each format can be written from any other."""

from __future__ import annotations

import json
import re
from typing import Any

_SURROGATES = re.compile("[\ud800-\udfff]")


def to_text(value: object) -> str:
    """Write a value as the text of a cell; nothing for a missing one.

    Examples
    --------
    >>> to_text(None), to_text(5.0), to_text(True), to_text(["Kyiv"])
    ('', '5.0', 'true', '["Kyiv"]')
    """
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool | dict | list | tuple):
        return to_json(value)
    return str(_plain(value))


def to_json(value: object) -> str:
    """Write a value as JSON text; dates in ISO 8601, bytes as UTF-8 or hexadecimal."""
    try:
        return json.dumps(value, ensure_ascii=False, default=_plain, allow_nan=False)
    except ValueError:
        # JSON has no way to write infinities and not-a-number.
        return json.dumps(_finite(value), ensure_ascii=False, default=_plain)


def to_unicode(text: str) -> str:
    """Replace what stands for undecodable bytes (PEP 383), which only text files can hold."""
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        try:
            return value.decode("utf-8")
        except UnicodeDecodeError:
            return value.hex()
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _finite(value: Any) -> Any:
    if isinstance(value, float):
        return value if value - value == 0 else None
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    return [_finite(item) for item in value] if isinstance(value, list | tuple) else value
