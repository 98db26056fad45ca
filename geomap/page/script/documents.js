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
      geomap.fill(this.box, store.model.documents, (document) => this.row(document));
      store.listen((state, changed) => {
        if (changed.has('counts')) this.recount();
      });
    }

    row(document) {
      const row = make(
        'button.row.row-document', { type: 'button', onclick: () => this.store.openDocument(document) },
        make(
          'span.row-text', {},
          make('span.row-name', { dir: 'auto' }, document.name),
          make('span.row-path', { dir: 'auto' }, geomap.bylineOf(document)),
        ),
        make('span.row-figures', {}, make('span.row-count', {})),
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
      count.textContent = text.number(document.count);
      count.title = say('nMentions', { n: document.count });
      row.classList.toggle('is-faint', !document.count);
    }
  }

  geomap.DocumentList = DocumentList;
})((window.geomap = window.geomap || {}));
