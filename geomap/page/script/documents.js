/** The list of documents. */
(function (geomap) {
  'use strict';

  const { make, byId } = geomap.dom;
  const { text } = geomap;
  const { say } = text;

  class DocumentList {
    /** @param {Object} store */
    constructor(store) {
      this.store = store;
      this.box = byId('document-rows');
      this.ordered = [];
      this.show();
      store.listen((state, changed) => {
        // Whoever comes back from a document finds the list where it was left.
        const isSeen = !state.document || state.document === store.home;
        if (isSeen && (changed.has('counts') || changed.has('document'))) this.show();
      });
    }

    /** Under filters, documents that have something left come first. */
    show() {
      const { documents } = this.store.model;
      const isFiltered = this.store.active().length > 0;
      const ordered = isFiltered ? [...documents].sort((a, b) => !a.count - !b.count) : documents;
      if (ordered.some((document, i) => document !== this.ordered[i])) {
        geomap.fill(this.box, ordered, (document) => this.row(document));
      } else {
        this.recount();
      }
      this.ordered = ordered;
    }

    row(document) {
      const row = make(
        'button.row.row-document', { type: 'button', onclick: () => this.store.openDocument(document) },
        make(
          'span.row-text', {},
          make('span.row-name', { dir: 'auto' }, document.name),
          make('span.row-path', { dir: 'auto' }, geomap.bylineOf(document)),
        ),
        make('span.row-figures', { 'aria-hidden': 'true' }, make('span.row-count', {})),
        make('span.unseen', {}),
      );
      row.dataset.document = document.number;
      this.count(row, document);
      return row;
    }

    recount() {
      const { documents } = this.store.model;
      for (const row of this.box.querySelectorAll('.row')) this.count(row, documents[row.dataset.document]);
    }

    count(row, document) {
      const count = row.querySelector('.row-count');
      const words = say('nMentions', { n: document.count });
      count.textContent = text.number(document.count);
      count.title = row.querySelector('.unseen').textContent = words;
      row.classList.toggle('is-faint', !document.count);
    }
  }

  geomap.DocumentList = DocumentList;
})((window.geomap = window.geomap || {}));
