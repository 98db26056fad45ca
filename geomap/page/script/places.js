/** The list of places. */
(function (geomap) {
  'use strict';

  const { make, byId, whenQuiet } = geomap.dom;
  const { text, symbols } = geomap;
  const { say } = text;

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
      const wanted = geomap.fold(state.search.trim());
      const isNamed = (place) => !wanted || place.sought.includes(wanted);
      const found = shown.filter((place) => place.form !== 'unresolved');
      const named = found.filter(isNamed);
      const beside = found.filter((place) => !isNamed(place));
      const lost = shown.filter((place) => place.form === 'unresolved');
      const items = [
        ...named,
        ...(beside.length ? [say('inQuotes', { words: state.search.trim() }), ...beside] : []),
        ...(lost.length ? [say('notFound'), ...lost] : []),
      ];
      geomap.fill(this.rows, items, (item) => (typeof item === 'string' ? heading(item) : this.row(item)));
      if (!items.length) this.rows.append(make('p.empty', {}, say('noPlace')));
      byId('status').textContent = say('nShown', { n: found.length });
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
          'span.row-figures', { 'aria-hidden': 'true' },
          make('span.row-count', { title: say('nMentions', { n: place.count }) }, text.number(place.count)),
          isLost ? null : make('span.row-score', { title: say('howSure') }, text.percent(place.score)),
        ),
        make('span.unseen', {}, isLost ? say('nMentions', { n: place.count }) : heardOf(place)),
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

  /** What the figures of a row say. */
  function heardOf({ count, score, isUnsure }) {
    const sure = say('howSure') + ': ' + text.percent(score);
    return [say('nMentions', { n: count }), sure, ...(isUnsure ? [say('uncertain')] : [])].join(', ');
  }

  function heading(words) {
    return make('h3.rows-head', {}, words);
  }

  geomap.PlaceList = PlaceList;
})((window.geomap = window.geomap || {}));
