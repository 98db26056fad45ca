"""Normalisation: columns of place names -> columns of places."""

from geomap.normalisation.answer import Answer, added_columns
from geomap.normalisation.answering import Answering, Asked
from geomap.normalisation.coherence import CoherentAnswering, Evidence
from geomap.normalisation.hints import Hints
from geomap.normalisation.report import Report
from geomap.normalisation.streaming import Task, normalise_table

__all__ = [
    "Answer", "Answering", "Asked", "CoherentAnswering", "Evidence", "Hints", "Report", "Task",
    "added_columns", "normalise_table",
]  # fmt: skip
