"""Name resolvers measured side by side by ``benchmarks/names.py``, one module for each."""
