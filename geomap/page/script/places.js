/** The list of places. */
(function (geomap) {
  'use strict';

  const { make, byId, whenQuiet } = geomap.dom;
  const { text, symbols } = geomap;

  class PlaceList {
    /** @param {Object} store */
    constructor(store) {
      this.store = store;
      this.rows = byId('place-rows');
      const search = byId('search');
      search.addEventListener('input', whenQuiet(() => store.set({ search: search.value }), 120));
      store.listen((state, changed) => this.follow(state, changed));
      this.show();
    }

    follow(state, changed) {
      if (changed.has('counts')) this.show();
      if (changed.has('place')) this.mark(state.place);
      if (changed.has('search') && byId('search').value !== state.search) {
        byId('search').value = state.search;
      }
    }

    show() {
      const { shown, state } = this.store;
      const found = shown.filter((place) => place.form !== 'unresolved');
      const lost = shown.filter((place) => place.form === 'unresolved');
      const items = lost.length ? [...found, 'Not found in the gazetteer', ...lost] : found;
      geomap.fill(this.rows, items, (item) => (typeof item === 'string' ? heading(item) : this.row(item)));
      if (!items.length) this.rows.append(make('p.empty', {}, 'No place here.'));
      this.showChip(state);
      byId('status').textContent = text.plural(found.length, 'place') + ' shown';
    }

    showChip({ only }) {
      const chip = byId('filter-chip');
      chip.hidden = !only;
      chip.replaceChildren();
      if (!only) return;
      const name = only.title || only.id;
      const clear = () => this.store.set({ only: null });
      chip.append(make(
        'button.chip', { type: 'button', onclick: clear, 'aria-label': 'Show the places of all documents' },
        make('span', { dir: 'auto' }, name), symbols.icon('close'),
      ));
    }

    row(place) {
      const isLost = place.form === 'unresolved';
      const row = make(
        'button.row', { type: 'button', onclick: () => this.store.set({ place }, 'list') },
        symbols.sign(place),
        make(
          'span.row-text', {},
          make('span.row-name', { dir: 'auto' }, place.name),
          make('span.row-path', { dir: 'auto' }, isLost ? '' : place.path.join(', ') || text.kind(place)),
        ),
        make(
          'span.row-figures', {},
          make('span.row-count', { title: text.plural(place.count, 'mention') }, text.number(place.count)),
          isLost ? null : make('span.row-score', { title: 'How sure' }, place.score + ' %'),
        ),
      );
      row.dataset.place = place.number;
      if (place === this.store.state.place) row.setAttribute('aria-current', 'true');
      return row;
    }

    mark(place) {
      for (const row of this.rows.querySelectorAll('[aria-current]')) row.removeAttribute('aria-current');
      const row = place && this.rows.querySelector('[data-place="' + place.number + '"]');
      if (row) row.setAttribute('aria-current', 'true');
    }
  }

  function heading(words) {
    return make('h3.rows-head', {}, words);
  }

  geomap.PlaceList = PlaceList;
})((window.geomap = window.geomap || {}));
