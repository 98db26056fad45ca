/** The list of documents. */
(function (geomap) {
  'use strict';

  const { make, byId } = geomap.dom;
  const { text } = geomap;

  class DocumentList {
    /** @param {Object} store */
    constructor(store) {
      this.store = store;
      this.box = byId('document-rows');
      geomap.fill(this.box, store.model.documents, (document) => this.row(document));
    }

    row(document) {
      const open = () => this.store.set({ document, only: document, place: null }, 'documents');
      const row = make(
        'button.row.row-document', { type: 'button', onclick: open },
        make(
          'span.row-text', {},
          make('span.row-name', { dir: 'auto' }, document.title || document.id),
          make('span.row-path', { dir: 'auto' }, geomap.bylineOf(document)),
        ),
        make('span.row-figures', {}, make('span.row-count', { title: text.plural(document.count, 'mention') }, text.number(document.count))),
      );
      row.dataset.document = document.number;
      if (!document.count) row.classList.add('is-faint');
      return row;
    }
  }

  geomap.DocumentList = DocumentList;
})((window.geomap = window.geomap || {}));
