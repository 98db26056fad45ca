/** The reader's own decisions: kept in the browser, shown at once, saved as corrections.csv. */
(function (geomap) {
  'use strict';

  const { say } = geomap.text;

  const COLUMNS = ['document', 'start', 'end', 'text', 'action', 'place_id', 'lat', 'lon', 'name', 'note'];
  const NOT_A_PLACE = 'not a place';
  const PLACE = 'place';

  /**
   * @typedef {Object} Row a line of corrections.csv; `document` is empty for everywhere
   * @property {string} document
   * @property {number|string} start
   * @property {number|string} end
   * @property {string} text
   * @property {string} action
   * @property {string} place_id
   */

  class Corrections {
    /** @param {Object} store */
    constructor(store) {
      this.store = store;
      this.model = store.model;
      this.storageKey = 'geomap-corrections:' + this.model.key;
      /** Whether this browser keeps what is corrected. */
      this.isKept = true;
      /** @type {Row[]} */
      this.rows = this.load();
      this.corrected = new Set();
      if (this.rows.length) this.apply();
    }

    /**
     * Decide about a mention.
     * @param {Object} mention
     * @param {{place: Object|null, isEverywhere: boolean, note: string}} decision no place: not a place
     */
    decide(mention, { place, isEverywhere, note }) {
      const [start, end] = geomap.offsetsOf(mention);
      const row = {
        document: isEverywhere ? '' : mention.passage.document.id,
        start: isEverywhere ? '' : start,
        end: isEverywhere ? '' : end,
        text: mention.text,
        action: place ? PLACE : NOT_A_PLACE,
        place_id: place && !place.id.startsWith('coordinate:') ? place.id : '',
        lat: place ? place.lat : '',
        lon: place ? place.lon : '',
        name: place ? place.recorded.name : '',
        note,
      };
      const isReplaced = (other) => isSame(other, row) || (isEverywhere && this.rowOf(mention) === other);
      this.change([...this.rows.filter((other) => !isReplaced(other)), row]);
    }

    /** @param {Row} row to take back */
    undo(row) {
      this.change(this.rows.filter((other) => other !== row));
    }

    change(rows) {
      this.rows = rows;
      this.save();
      this.apply();
      this.store.refresh();
    }

    /** The row that decides about a mention, the narrowest and latest. */
    rowOf(mention) {
      const [start, end] = geomap.offsetsOf(mention);
      const { id } = mention.passage.document;
      const found = this.rows.filter((row) => (
        row.document === '' ? keyOf(row.text) === keyOf(mention.text)
          : row.document === id && row.start === start && row.end === end
      ));
      found.sort((a, b) => Number(a.document !== '') - Number(b.document !== ''));
      return found[found.length - 1] || null;
    }

    apply() {
      const spans = new Map();
      const words = new Map();
      for (const row of this.rows) {
        if (row.document === '') words.set(keyOf(row.text), row);
        else spans.set([row.document, row.start, row.end].join('\n'), row);
      }
      const inSpans = new Set([...spans.values()].map((row) => row.document));
      const touched = new Set();
      for (const mention of this.model.mentions) {
        const row = findRow(mention, spans, words, inSpans);
        if (row || this.corrected.has(mention)) this.correct(mention, row, touched);
      }
      for (const place of touched) geomap.judgePlace(place);
    }

    correct(mention, row, touched) {
      mention.isRejected = Boolean(row) && row.action === NOT_A_PLACE;
      for (const place of this.model.change(mention, row ? this.meaningOf(row, mention) : {})) touched.add(place);
      if (row) this.corrected.add(mention);
      else this.corrected.delete(mention);
      this.store.filters.encode(mention);
    }

    meaningOf(row, mention) {
      if (row.action === NOT_A_PLACE) return { place: null };
      const why = say('correctedByHand') + (row.note ? ' ' + row.note : '');
      const role = mention.given.role === 'demonym' ? 'literal' : mention.given.role;
      return { place: this.placeOf(row), role, match: 'correction', score: 100, why };
    }

    placeOf(row) {
      const id = row.place_id || 'coordinate:' + row.lat.toFixed(5) + ',' + row.lon.toFixed(5);
      return this.model.adopt(this.model.known.get(id) || makePlace(id, row));
    }

    /** corrections.csv as `geomap map --corrections` reads it. */
    toCsv() {
      return geomap.toCsv(COLUMNS, this.rows.map((row) => COLUMNS.map((name) => row[name])));
    }

    load() {
      try {
        const kept = JSON.parse(localStorage.getItem(this.storageKey) || '[]');
        return Array.isArray(kept) ? kept.filter(isRow) : [];
      } catch (error) {
        // Pages opened from disk or inside others may have no storage; work goes on without.
        this.isKept = false;
        return [];
      }
    }

    save() {
      try {
        if (this.rows.length) localStorage.setItem(this.storageKey, JSON.stringify(this.rows));
        else localStorage.removeItem(this.storageKey);
      } catch (error) {
        this.isKept = false;
      }
    }
  }

  function findRow(mention, spans, words, inSpans) {
    const { id } = mention.passage.document;
    const own = inSpans.has(id) && spans.get([id, ...geomap.offsetsOf(mention)].join('\n'));
    return own || (words.size && words.get(keyOf(mention.text))) || null;
  }

  /** Words as Python compares them in geomap/corrections/correction.py. */
  function keyOf(text) {
    return text.toLowerCase().split(/\s+/u).filter(Boolean).join(' ');
  }

  function isSame(one, other) {
    return one.document === other.document && one.start === other.start && one.end === other.end
      && (one.document !== '' || keyOf(one.text) === keyOf(other.text));
  }

  /** What was kept may have been written by anything that shares this storage. */
  function isRow(row) {
    if (!row || !COLUMNS.every((name) => name in row) || typeof row.text !== 'string') return false;
    if (row.action === NOT_A_PLACE) return true;
    return row.action === PLACE && isPoint(row.lat, row.lon);
  }

  function isPoint(lat, lon) {
    return Number.isFinite(lat) && Number.isFinite(lon) && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  }

  function makePlace(id, { name, text, lat, lon }) {
    const recorded = { name: name || text, path: [] };
    return {
      id, ...recorded, recorded, country: '', class: '', code: '', form: 'point', lat, lon, population: 0, radius: 0,
    };
  }

  Object.assign(geomap, { Corrections, makePlace, isPoint, keyOf });
})((window.geomap = window.geomap || {}));
