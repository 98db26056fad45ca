"""Corrections: the analyst's own decisions, which overrule what was found."""

from geomap.corrections.correction import Correction, Corrections
from geomap.corrections.reading import CorrectionError, read_corrections

__all__ = ["Correction", "CorrectionError", "Corrections", "read_corrections"]
