"""tantivy: names within two edits, the 1,000 most populous of them, reranked.

A name of several words is also looked for word by word (two edits a word, one in words of up to
three letters), which brings a point or two on transliterations.
"""

from __future__ import annotations

from pathlib import Path

import tantivy

from rivals.candidates import Reranked
from rivals.name_table import NameTable

HINTED = False
_CANDIDATES = 1000
_HEAP_BYTES = 200_000_000


def build(table: Path, folder: Path) -> None:
    """Write the index, in one segment."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("name", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("words", tokenizer_name="whitespace", index_option="basic")
    builder.add_unsigned_field("number", fast=True)
    builder.add_unsigned_field("people", fast=True)
    index = tantivy.Index(builder.build(), path=str(folder))
    writer = index.writer(_HEAP_BYTES, 1)
    names = NameTable(table)
    for number, people in enumerate(names.population[names.best]):
        document = tantivy.Document()
        document.add_text("name", names.names[number])
        document.add_text("words", names.names[number])
        document.add_unsigned("number", number)
        document.add_unsigned("people", int(people))
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


class System(Reranked):
    """The open index."""

    def __init__(self, table: Path, folder: Path) -> None:
        super().__init__(table, self._find)
        index = tantivy.Index.open(str(folder))
        self.schema, self.searcher = index.schema, index.searcher()

    def _find(self, key: str) -> list[int]:
        hits = self.searcher.search(
            self._question(key), _CANDIDATES, count=False, order_by_field="people"
        ).hits
        return self.searcher.fast_field_values("number", [address for _, address in hits])

    def _question(self, key: str) -> tantivy.Query:
        whole, words = self._fuzzy("name", key, 2), key.split()
        if len(words) == 1:
            return whole
        each = [self._fuzzy("words", word, 2 if len(word) > 3 else 1) for word in words]
        must, should = tantivy.Occur.Must, tantivy.Occur.Should
        by_word = tantivy.Query.boolean_query([(must, word) for word in each])
        return tantivy.Query.boolean_query([(should, whole), (should, by_word)])

    def _fuzzy(self, field: str, text: str, edits: int) -> tantivy.Query:
        return tantivy.Query.fuzzy_term_query(self.schema, field, text, distance=edits)
