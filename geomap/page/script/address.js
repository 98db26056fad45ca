/** Keeps what is chosen in the address (`#place=...&document=...`), so that a view can be linked. */
(function (geomap) {
  'use strict';

  class Address {
    /** @param {Object} store */
    constructor(store) {
      this.store = store;
      this.written = location.hash;
      store.listen((state) => this.write(state));
      addEventListener('hashchange', () => {
        if (location.hash !== this.written) this.read();
      });
    }

    /** Take over what the address says. */
    read() {
      this.written = location.hash;
      const asked = new URLSearchParams(location.hash.slice(1));
      const { places, documents } = this.store.model;
      const document = find(documents, asked.get('document')) || this.store.home;
      this.store.set({
        place: find(places, asked.get('place')),
        document,
        only: asked.get('only') === '1' ? document : null,
        search: asked.get('search') || '',
      }, 'address');
    }

    write({ place, document, only, search }) {
      const asked = new URLSearchParams();
      if (place) asked.set('place', place.id);
      if (document && document !== this.store.home) asked.set('document', document.id);
      if (only) asked.set('only', '1');
      if (search) asked.set('search', search);
      const hash = String(asked) ? '#' + asked : '';
      if (hash === this.written || location.protocol === 'about:') return;
      this.written = hash;
      location.hash = hash;
      this.written = location.hash;
    }
  }

  function find(rows, id) {
    return (id !== null && rows.find((row) => row.id === id)) || null;
  }

  geomap.Address = Address;
})((window.geomap = window.geomap || {}));
