"""JSON Lines: a parsed document a line."""

from __future__ import annotations

import json
from typing import Any

from gazetteer.place import Place
from geomap.resolution import ParsedDocument, Resolution, RunnerUp


def to_json_line(parsed: ParsedDocument) -> str:
    """Write a parsed document as one line of JSON, newline included.

    Offsets are code points of the document's text. The place fields of an unresolved mention
    are null.
    """
    document = parsed.document
    record = {
        "id": document.id,
        "title": document.title,
        "url": document.url,
        "source": document.source,
        "date": document.date,
        "mentions": [_mention(r) for r in parsed.resolutions],
    }
    return json.dumps(record, ensure_ascii=False) + "\n"


def _mention(resolution: Resolution) -> dict[str, Any]:
    mention = resolution.mention
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "kind": mention.kind,
        "role": mention.role,
        **place_fields(resolution.place),
        "score": round(resolution.score, 3) if resolution.place else None,
        "match": resolution.match or None,
        "why": resolution.why,
        "alternatives": [_runner_up(r) for r in resolution.alternatives],
    }


def place_fields(place: Place | None) -> dict[str, Any]:
    """The fields that say which place is meant; null without one."""
    if place is None:
        names = "geonameid place_id name country admin1 feature_code lat lon"
        return dict.fromkeys(names.split())
    # The path runs from the smallest subdivision to the country; the last but one is admin1.
    admin1 = place.path[-2] if len(place.path) > 1 and place.admin1 else ""
    return {
        "geonameid": place.geonameid,
        "place_id": place.id,
        "name": place.name,
        "country": place.country or None,
        "admin1": admin1 or None,
        "feature_code": place.feature_code or None,
        "lat": place.lat,
        "lon": place.lon,
    }


def _runner_up(runner_up: RunnerUp) -> dict[str, Any]:
    return {**place_fields(runner_up.place), "score": round(runner_up.score, 3)}
