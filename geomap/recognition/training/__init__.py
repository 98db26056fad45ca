"""Builds the recogniser's models: ``python -m geomap.recognition.training`` (maintainers)."""
