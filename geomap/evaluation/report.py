"""An evaluation as text to read and as data."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import asdict, fields
from typing import Any

from geomap.evaluation.evaluation import Evaluation
from geomap.evaluation.figures import Figures
from geomap.evaluation.mistakes import KINDS, Mistake
from geomap.evaluation.placed import PlacedSpan

_HEADS = {
    "wrong place": "placed more than 161 km from gold",
    "unresolved": "found, but not placed",
    "missed": "not found",
    "spurious": "found where gold has none",
}
#: What is in kilometres; the other figures are shares of 1.
_KILOMETRES = ("mean_km", "median_km")


def to_table(rows: dict[str, Figures]) -> str:
    """Write figures as a table, a named row each.

    Examples
    --------
    >>> from geomap.evaluation.figures import Tally
    >>> print(to_table({"a.jsonl": Tally().figures()})[:37])
             docs  gold  predicted      p
    """
    names = [field.name for field in fields(Figures)]
    cells = [["", *names]]
    for name, figures in rows.items():
        cells.append([name, *(_number(column, getattr(figures, column)) for column in names)])
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "\n".join(_line(row, widths) for row in cells)


def _line(row: list[str], widths: list[int]) -> str:
    first, *rest = [cell.rjust(width) for cell, width in zip(row, widths, strict=True)]
    return "  ".join([row[0].ljust(len(first)), *rest])


def _number(name: str, value: float) -> str:
    if math.isnan(value):
        return "-"
    if isinstance(value, int):
        return f"{value:,}"
    return f"{value:,.0f}" if name in _KILOMETRES else f"{value:.3f}"


def to_text(evaluation: Evaluation, most: int) -> str:
    """Write the worst mistakes of each kind, to be read."""
    parts: list[str] = []
    for kind in KINDS:
        if mistakes := evaluation.worst(kind, most):
            parts += ["", f"{kind}: {_HEADS[kind]} ({evaluation.total(kind):,} in all)"]
            parts += [line for mistake in mistakes for line in _lines(mistake)]
    return "\n".join(parts)


def _lines(mistake: Mistake) -> Iterator[str]:
    times = f" ({mistake.times} times)" if mistake.times > 1 else ""
    yield f"  {mistake.text}{times} in {mistake.document}: {mistake.context}"
    said = []
    if mistake.kind != "missed":
        said.append(f"answer {_place(mistake.answer)}")
    if mistake.gold:
        said.append(f"gold {_place(mistake.gold)}")
    if mistake.km is not None:
        said.append(f"{mistake.km:,.0f} km apart")
    yield f"    {'; '.join(said)}"


def _place(span: PlacedSpan | None) -> str:
    if span is None or span.point is None:
        return "none"
    name = ", ".join(filter(None, (span.name, span.country)))
    known = f", id {span.geonameid}" if span.geonameid else ""
    point = f"{span.point[0]:.5f}, {span.point[1]:.5f}"
    return f"{name} ({point}{known})" if name else f"{point}{known}"


def to_json(name: str, evaluation: Evaluation, most: int) -> str:
    """Write figures and the worst mistakes as a JSON object on one line; NaN becomes null.

    Examples
    --------
    >>> to_json("a.jsonl", Evaluation(), 0)[:54]
    '{"name": "a.jsonl", "docs": 0, "gold": 0, "predicted":'
    """
    figures = asdict(evaluation.figures())
    record: dict[str, Any] = {
        "name": name,
        **{figure: None if math.isnan(value) else value for figure, value in figures.items()},
        "mistakes": {kind.replace(" ", "_"): evaluation.total(kind) for kind in KINDS},
        "worst": [_record(m) for kind in KINDS for m in evaluation.worst(kind, most)],
    }
    return json.dumps(record, ensure_ascii=False)


def _record(mistake: Mistake) -> dict[str, Any]:
    record = asdict(mistake)
    km = record.pop("km")
    return {**record, "km": None if km is None else round(km, 3)}
