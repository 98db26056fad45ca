"""Training of the resolver's weights from documents with gold toponyms.

    python -m geomap.resolution.training CORPUS.jsonl... --folds FOLDER -o weights.tsv

A corpus has a document a line: ``{"text", "toponyms": [{"start", "end", "lat", "lon",
"geonameid"}]}``, and may give its ``url``. Every document is read twice: with the mentions that the
recogniser finds, so that "none of these" is learned from its mistakes too (for each document the
fold model, see `geomap.recognition.training`, that has not seen it), and with those gold gives.
What an unrecorded name means is learned from readings of our own texts (`judged`), which the folds
must hold too.
"""
