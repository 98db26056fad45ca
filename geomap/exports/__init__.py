"""Exports: parsed documents -> files, one module for each format."""
