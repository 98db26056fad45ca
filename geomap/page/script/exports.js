/** What is filtered, as files to take away. */
(function (geomap) {
  'use strict';

  const COLUMNS = [
    'document', 'title', 'source', 'date', 'url', 'start', 'end', 'text', 'role',
    'place_id', 'name', 'path', 'country', 'feature_code', 'lat', 'lon', 'score', 'match', 'quote',
  ];

  /**
   * A table as CSV (RFC 4180), with the mark that tells spreadsheets it is UTF-8.
   * @param {string[]} header
   * @param {Array<Array<string|number|null>>} rows
   */
  function toCsv(header, rows) {
    return '\ufeff' + [header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
  }

  function cell(value) {
    const words = value === null || value === undefined ? '' : String(value);
    return /[",\r\n]|^\s|\s$/.test(words) ? '"' + words.replaceAll('"', '""') + '"' : words;
  }

  /**
   * Text that a spreadsheet would run as a formula gets an apostrophe in front
   * (https://owasp.org/www-community/attacks/CSV_Injection).
   */
  function harmless(value) {
    return typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? "'" + value : value;
  }

  function record(mention) {
    const { passage, place, first, last } = mention;
    const { document } = passage;
    const [start, end] = geomap.offsetsOf(mention);
    const isFound = place.form !== 'unresolved';
    return {
      document: document.id, title: document.title, source: document.source, date: document.date,
      url: document.url, start, end, text: mention.text, role: mention.role,
      place_id: isFound ? place.id : '', name: isFound ? place.recorded.name : '',
      path: place.recorded.path.join(', '), country: place.country, feature_code: place.code,
      lat: place.lat, lon: place.lon, score: isFound ? mention.score / 100 : null,
      match: mention.match, quote: passage.text.slice(first, last),
    };
  }

  function mentionsOf(store) {
    return store.model.mentions.filter((mention) => store.filters.passes(mention)).map(record);
  }

  function mentionsCsv(store) {
    return toCsv(COLUMNS, mentionsOf(store).map((row) => COLUMNS.map((name) => harmless(row[name]))));
  }

  /** Mentions as GeoJSON (RFC 7946); those without a place have no geometry. */
  function mentionsGeoJson(store) {
    const features = mentionsOf(store).map(({ lat, lon, ...properties }) => ({
      type: 'Feature',
      geometry: lat === null ? null : { type: 'Point', coordinates: [lon, lat] },
      properties,
    }));
    return JSON.stringify({ type: 'FeatureCollection', features });
  }

  /**
   * Offer a file to save.
   * @param {string} name
   * @param {Blob} blob
   */
  function save(name, blob) {
    const url = URL.createObjectURL(blob);
    geomap.dom.make('a', { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  }

  Object.assign(geomap, { toCsv, mentionsCsv, mentionsGeoJson, save });
})((window.geomap = window.geomap || {}));
