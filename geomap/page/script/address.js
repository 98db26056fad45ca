/** Keeps the view in the address (`#place=...&kind=town&at=50,36,7`), so that it can be linked. */
(function (geomap) {
  'use strict';

  const { text } = geomap;

  /** Changes that a reader may want to take back with the browser's button. */
  const STEPS = ['place', 'document'];

  /** Milliseconds without a change until the address follows. */
  const QUIET = 200;

  class Address {
    /**
     * @param {Object} store
     * @param {L.Map} map
     */
    constructor(store, map) {
      this.store = store;
      this.map = map;
      /** Where the reader has moved the map; else the story or the place says where it stands. */
      this.at = '';
      this.isMoved = false;
      this.written = location.hash;
      this.writeSoon = geomap.dom.whenQuiet(() => this.writeNow(false), QUIET);
      store.listen((state, changed) => {
        if (changed.has('place') && !['map', 'address'].includes(store.cause)) this.forgetMap();
        this.write(changed);
      });
      addEventListener('hashchange', () => {
        if (location.hash !== this.written) this.read();
      });
      this.listenToMap();
    }

    listenToMap() {
      const note = () => { this.isMoved = true; };
      const box = this.map.getContainer();
      this.map.on('dragstart', note);
      for (const name of ['wheel', 'dblclick', 'keydown']) box.addEventListener(name, note, { passive: true });
      box.querySelector('.leaflet-control-zoom').addEventListener('click', note, { capture: true });
      this.map.on('moveend', () => {
        if (!this.isMoved) return;
        const { lat, lng } = this.map.getCenter().wrap();
        this.at = [lat.toFixed(3), lng.toFixed(3), +this.map.getZoom().toFixed(2)].join(',');
        this.writeSoon();
      });
    }

    forgetMap() {
      this.at = '';
      this.isMoved = false;
    }

    /** Take over what the address says. */
    read() {
      this.written = location.hash;
      const asked = new URLSearchParams(location.hash.slice(1));
      const { store } = this;
      const { documentsByKey, known, places } = store.model;
      const document = documentsByKey.get(asked.get('document')) || store.home;
      const place = known.get(asked.get('place'));
      const changes = {
        place: place && places[place.number] === place ? place : null,
        document,
        search: asked.get('search') || '',
        from: text.dayOf(asked.get('from') || ''),
        to: text.dayOf(asked.get('to') || ''),
        score: Math.min(100, Math.max(0, Number(asked.get('score')) || 0)),
      };
      for (const name of geomap.FACETS) {
        changes[name] = asked.has(name) ? asked.getAll(name) : store.unfiltered[name];
      }
      this.forgetMap();
      const [lat, lon, zoom] = (asked.get('at') || '').split(',').map(Number);
      if (geomap.isPoint(lat, lon) && Number.isFinite(zoom)) this.at = asked.get('at');
      store.set(changes, 'address');
      if (this.at) this.map.setView([lat, lon], zoom, { animate: false });
    }

    /** Steps are written at once, the rest when things are quiet: browsers refuse too many. */
    write(changed) {
      if (STEPS.some((key) => changed.has(key))) this.writeNow(true);
      else this.writeSoon();
    }

    writeNow(isStep) {
      const asked = this.describe(this.store.state);
      const hash = String(asked) ? '#' + asked : '';
      if (hash === this.written || location.protocol === 'about:') return;
      if (isStep) location.hash = hash;
      else history.replaceState(null, '', hash || location.pathname + location.search);
      this.written = location.hash;
    }

    describe({ place, document, search, from, to, score, ...rest }) {
      const asked = new URLSearchParams();
      if (place) asked.set('place', place.id);
      if (document && document !== this.store.home) asked.set('document', document.key);
      if (search) asked.set('search', search);
      if (from !== null) asked.set('from', text.isoOf(from));
      if (to !== null) asked.set('to', text.isoOf(to));
      if (score) asked.set('score', score);
      const active = this.store.active();
      for (const name of geomap.FACETS) {
        if (active.includes(name)) for (const value of rest[name]) asked.append(name, value);
      }
      if (this.at) asked.set('at', this.at);
      return asked;
    }
  }

  geomap.Address = Address;
})((window.geomap = window.geomap || {}));
