/** Addresses that lead out of the page. */
(function (geomap) {
  'use strict';

  /** A quote up to this long is looked for whole, a longer one by its first and last words. */
  const WHOLE = 90;
  const WORDS = 5;

  /**
   * Where a passage stands in its source, by a text fragment
   * (https://wicg.github.io/scroll-to-text-fragment/).
   * @param {string} url
   * @param {string} quote
   * @returns {string} '' when the url is not one to follow
   */
  function passageLink(url, quote) {
    if (!/^https?:\/\//i.test(url)) return '';
    const directive = 'text=' + fragmentOf(quote);
    if (directive === 'text=') return url;
    return url + (url.includes('#') ? ':~:' : '#:~:') + directive;
  }

  function fragmentOf(quote) {
    const line = quote.trim().split('\n')[0];
    const words = line.split(/\s+/u).filter(Boolean);
    if (line.length <= WHOLE || words.length <= 2 * WORDS) return encode(words.join(' '));
    const first = words.slice(0, WORDS).join(' ');
    const last = words.slice(-WORDS).join(' ');
    return encode(first) + ',' + encode(last);
  }

  /** Dashes, commas and ampersands are the fragment's own marks. */
  function encode(words) {
    const plain = words.replace(/^["'“”‘’«»„]+|["'“”‘’«»„]+$/gu, '');
    return encodeURIComponent(plain).replace(/-/g, '%2D');
  }

  /** @param {{id: string}} place */
  function geonamesLink(place) {
    return /^\d+$/.test(place.id) ? 'https://www.geonames.org/' + place.id : '';
  }

  /** @param {{lat: number, lon: number, form: string}} place */
  function openStreetMapLink(place) {
    const zoom = place.form === 'area' ? 6 : 12;
    const at = place.lat.toFixed(5) + '/' + place.lon.toFixed(5);
    return 'https://www.openstreetmap.org/#map=' + zoom + '/' + at;
  }

  geomap.links = { passageLink, geonamesLink, openStreetMapLink };
})((window.geomap = window.geomap || {}));
